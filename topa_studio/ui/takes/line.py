"""A line of words with a longer and a shorter way to say it: it says the one that fits."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent

from topa_studio.ui.widgets.parts import ElidedLabel


class FittingLine(ElidedLabel):
    """Ends in an ellipsis only where even the shortest does not fit."""

    def __init__(self, role: str = "") -> None:
        super().__init__("", role)
        self._ways: tuple[str, ...] = ("",)

    def set_ways(self, *ways: str) -> None:
        """The words, the longest first."""
        self._ways = ways
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other room, other words."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wide = self.fontMetrics().horizontalAdvance
        fitting = (words for words in self._ways if wide(words) <= self.width())
        words = next(fitting, self._ways[-1])
        if words != self.text():
            self.setText(words)
