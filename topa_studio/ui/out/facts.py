"""Four figures of what will be written, a box each."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from topa_studio.film.export.plan import Plan
from topa_studio.film.span import time_code
from topa_studio.ui.out.words import bytes_word, time_word
from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import set_role

_NOTHING = "–"


class FourFacts(QWidget):
    """Length, picture, size and time."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        names = (
            self.tr("Length"),
            self.tr("Picture"),
            self.tr("Size, about"),
            self.tr("Takes about"),
        )
        self.values: list[QLabel] = []
        for name in names:
            box = QFrame()
            set_role(box, "well")
            column = QVBoxLayout(box)
            column.setContentsMargins(12, 8, 8, 8)
            column.setSpacing(2)
            value = text_label(_NOTHING, "strong")
            column.addWidget(text_label(name, "dim"))
            column.addWidget(value)
            self.values.append(value)
            row.addWidget(box, 1)

    def show_plan(self, plan: Plan | None) -> None:
        """Show the figures; None: nothing would be written."""
        told = (_NOTHING,) * 4
        if plan is not None:
            told = (
                time_code(plan.frames, plan.film.rate),
                f"{plan.size[0]} × {plan.size[1]}",
                bytes_word(plan.about_bytes),
                time_word(plan.about_seconds),
            )
        for label, words in zip(self.values, told, strict=True):
            label.setText(words)
