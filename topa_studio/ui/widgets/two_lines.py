"""A row whose second part goes to a line of its own where there is no room for both."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

_SPACE = 8


class TwoLines(QWidget):
    """`first` on the left, `rest` behind it or, on the right, below it."""

    def __init__(self, first: QHBoxLayout, rest: QHBoxLayout, margin: int = 16) -> None:
        super().__init__()
        self._first, self._rest = QWidget(), QWidget()
        for part, row in ((self._first, first), (self._rest, rest)):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(_SPACE)
            part.setLayout(row)
        self._margin = margin
        self._below = False
        column = QVBoxLayout(self)
        column.setContentsMargins(margin, _SPACE, margin, _SPACE)
        column.setSpacing(4)
        self._upper, self._lower = QHBoxLayout(), QHBoxLayout()
        column.addLayout(self._upper)
        column.addLayout(self._lower)
        self._upper.setSpacing(_SPACE)
        self._upper.addWidget(self._first, 1)
        self._upper.addWidget(self._rest)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row, or put it together again."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """What is in it may need other room."""
        wanted = self._first.minimumSizeHint().width() + self._rest.sizeHint().width()
        below = self.width() < wanted + 2 * self._margin + _SPACE
        if below == self._below:
            return
        self._below = below
        before, after = (self._upper, self._lower) if below else (self._lower, self._upper)
        before.removeWidget(self._rest)
        after.addWidget(self._rest, 0, Qt.AlignmentFlag.AlignRight)

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider part."""
        parts = (self._first.minimumSizeHint(), self._rest.minimumSizeHint())
        wide = max(part.width() for part in parts) + 2 * self._margin
        return QSize(wide, super().minimumSizeHint().height())
