"""Four figures of what will be written, a box each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from topa_studio.film.export.plan import Plan
from topa_studio.film.paper.choices import Paper
from topa_studio.film.paper.plan import PaperPlan
from topa_studio.film.span import time_code
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.out.remembered import EDITOR
from topa_studio.ui.out.words import bytes_word, pages_of, time_word
from topa_studio.ui.widgets.parts import text_label

if TYPE_CHECKING:
    from topa_studio.app.exporting.handover import Handover

translate = QCoreApplication.translate
_NOTHING = "–"
_FIGURES = 4


class FourFacts(QWidget):
    """Length, picture, size and time; of paper and for editors what counts there."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        self.names: list[QLabel] = []
        self.values: list[QLabel] = []
        for _ in range(_FIGURES):
            box = QFrame()
            set_role(box, "well")
            column = QVBoxLayout(box)
            column.setContentsMargins(12, 8, 8, 8)
            column.setSpacing(2)
            name, value = text_label("", "dim"), text_label(_NOTHING, "strong")
            column.addWidget(name)
            column.addWidget(value)
            self.names.append(name)
            self.values.append(value)
            row.addWidget(box, 1)

    def show_plan(
        self, kind: str, plan: Plan | PaperPlan | Handover | None, about: int = 0
    ) -> None:
        """Show the figures; None: nothing would be written."""
        told = _told(plan, about) if plan is not None else (_NOTHING,) * _FIGURES
        for label, words in zip(self.names, _names(kind), strict=True):
            label.setText(words)
        for label, words in zip(self.values, told, strict=True):
            label.setText(words)


def _names(kind: str) -> tuple[str, ...]:
    length, size = translate("FourFacts", "Length"), translate("FourFacts", "Size, about")
    takes, shots = translate("FourFacts", "Takes about"), translate("FourFacts", "Shots")
    if kind == EDITOR:
        return length, shots, translate("FourFacts", "Media files"), size
    match kind:
        case Paper.PDF | Paper.CONTACT:
            return shots, translate("FourFacts", "Pages"), size, takes
        case Paper.SHOT_LIST:
            return shots, translate("FourFacts", "Columns"), size, takes
        case Paper.REVIEW:
            return length, shots, size, takes
    return length, translate("FourFacts", "Picture"), size, takes


def _told(plan: Plan | PaperPlan | Handover, about: int) -> tuple[str, ...]:
    size = bytes_word(about)
    if isinstance(plan, Plan):
        length = time_code(plan.frames, plan.film.rate)
        picture = f"{plan.size[0]} × {plan.size[1]}"
        return length, picture, size, time_word(plan.about_seconds)
    if not isinstance(plan, PaperPlan):
        made = plan.sequence
        length = time_code(made.frames, made.rate)
        return length, str(len(made.items)), str(len(plan.media)), size
    takes, count = time_word(plan.about_seconds), str(len(plan.shots))
    if plan.movie is not None:
        return time_code(plan.movie.frames, plan.film.rate), count, size, takes
    of_table = plan.choices.what is Paper.SHOT_LIST
    second = len(plan.choices.columns) if of_table else pages_of(plan)
    return count, str(second), size, takes
