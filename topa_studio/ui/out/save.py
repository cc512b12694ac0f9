"""The button that writes, with how long and how large it will be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from topa_studio.film.export.choices import What
from topa_studio.film.export.plan import Plan
from topa_studio.film.paper.choices import Paper
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.out.remembered import EDITOR
from topa_studio.ui.out.words import bytes_word, pages_of
from topa_studio.ui.widgets.parts import FittingButton
from topa_studio.ui.words import duration

if TYPE_CHECKING:
    from topa_studio.app.exporting.handover import Handover


class SaveButton(FittingButton):
    """Says what it writes, shorter where there is less room."""

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "primary")
        self.setMinimumHeight(scaled(36))
        self.setEnabled(False)
        self.show_plan(What.FILM, None)

    def show_plan(
        self, kind: str, plan: Plan | PaperPlan | Handover | None, about: int = 0
    ) -> None:
        """It writes this; None: nothing."""
        short = self._short(kind)
        if plan is None:
            self.set_ways(short)
        else:
            if not isinstance(plan, Plan | PaperPlan) and plan.out in plan.replaced:
                short = self.tr("Update the export for an editor")
            size = self.tr("about {size}").format(size=bytes_word(about))
            self.set_ways(f"{short} · {self._how_much(plan)}, {size}", short)
        self.setAccessibleName(self.text())

    def _short(self, kind: str) -> str:
        return {
            str(What.FILM): self.tr("Save the film"),
            str(What.ANIMATIC): self.tr("Save the animatic"),
            str(Paper.PDF): self.tr("Save the PDF"),
            str(Paper.SHOT_LIST): self.tr("Save the shot list"),
            str(Paper.CONTACT): self.tr("Save the contact sheet"),
            str(Paper.REVIEW): self.tr("Save the review page"),
            EDITOR: self.tr("Save for an editor"),
        }[kind]

    def _how_much(self, plan: Plan | PaperPlan | Handover) -> str:
        """Its length, its pages or its shots."""
        if isinstance(plan, PaperPlan) and plan.movie is None:
            if plan.choices.what is Paper.SHOT_LIST:
                return self.tr("%n shots", "", len(plan.shots))
            return self.tr("%n pages", "", pages_of(plan))
        return duration(plan.seconds)
