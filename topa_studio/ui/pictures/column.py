"""What the page of an element scrolls: its parts, one below the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget


class PicturesColumn(QScrollArea):
    """Called `says`; its `parts` stand `edge` apart, and as far from the border."""

    def __init__(self, says: str, parts: Sequence[QWidget], edge: int) -> None:
        super().__init__()
        self._edge = edge
        body = QWidget()
        self._layout = QVBoxLayout(body)
        self._layout.setContentsMargins(edge, edge, edge, edge)
        self._layout.setSpacing(edge)
        for part in parts:
            self._layout.addWidget(part)
        self._layout.addStretch(1)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(says)
        self.verticalScrollBar().setAccessibleName(says)
        self.setWidget(body)

    def bring(self, part: QWidget) -> None:
        """Scroll until this part is seen whole, even one that has only just come."""
        self._layout.activate()
        self.ensureWidgetVisible(part, 0, self._edge)
