"""Figures in rows: a caption, a value, and quiet words beside it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from topa_studio.ui.widgets.parts import text_label

Fact = tuple[str, str, str]


class Facts(QWidget):
    """Rows of a caption, a value, and quiet words beside it."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(2, 1)
        self._rows: tuple[Fact, ...] = ()

    @property
    def rows(self) -> tuple[Fact, ...]:
        """What is shown now."""
        return self._rows

    def show_facts(self, rows: Sequence[Fact]) -> None:
        """Show these rows instead of what was shown."""
        if tuple(rows) == self._rows:
            return
        self._rows = tuple(rows)
        while (old := self._grid.takeAt(0)) is not None:
            widget = old.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for place, (caption, value, aside) in enumerate(rows):
            shown = text_label(value, "strong")
            shown.setAccessibleName(f"{caption}: {value} {aside}".strip())
            shown.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(text_label(caption, "dim"), place, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(shown, place, 1)
            self._grid.addWidget(text_label(aside, "dim", wrap=True), place, 2)
        self.setVisible(bool(rows))
