"""What will be written, to look at before: a film that plays, a page, or rows of a table."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtWidgets import QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.film.export.choices import Choices
from topa_studio.film.export.plan import Plan
from topa_studio.film.paper.choices import Paper
from topa_studio.film.paper.plan import TABLES, PaperPlan
from topa_studio.film.span import Span
from topa_studio.ui.out.preview import Preview
from topa_studio.ui.out.sketch import Sketch
from topa_studio.ui.out.table_sketch import TableSketch
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

if TYPE_CHECKING:
    from topa_studio.app.exporting.handover import Handover


class Looks:
    """One of them is shown at a time."""

    def __init__(self, session: ProjectSession, speaker: Speaker, thumbnails: Thumbnails) -> None:
        self.preview = Preview(session, speaker)
        self.sketch, self.table = Sketch(thumbnails), TableSketch(thumbnails)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """All of them, one under the other."""
        return self.preview, self.sketch, self.table

    def show_plan(
        self,
        plan: Plan | PaperPlan | Handover | None,
        ending: str,
        frame: int | None = None,
    ) -> None:
        """The film that is written, that of a review page, the cut; else the first page or rows.

        `ending`: how the name of its file ends. `frame`: of the film, else where it was.
        """
        self.preview.show_plan(_film_of(plan), frame)
        paper = plan if isinstance(plan, PaperPlan) else None
        is_table = paper is not None and paper.choices.what is Paper.SHOT_LIST
        self.sketch.show_plan(None if is_table else paper)
        self.table.show_plan(paper if is_table else None, pictured=ending == TABLES[0])


def is_cut_list(plan: Plan | PaperPlan | Handover | None) -> TypeGuard[Handover]:
    """Whether it is for an editing program."""
    return plan is not None and not isinstance(plan, Plan | PaperPlan)


def _film_of(plan: Plan | PaperPlan | Handover | None) -> Plan | None:
    if isinstance(plan, PaperPlan):
        return plan.movie
    if is_cut_list(plan):
        return Plan(Choices(), plan.film, Span(0, plan.film.frames), plan.sequence.size)
    return plan if isinstance(plan, Plan) else None
