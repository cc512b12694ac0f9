"""A turn of the wheel scrolls smoothly, where the desktop has motion at all."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QScrollBar

from topa_studio.ui.motion import moves

_MS = 140


class Glide(QPropertyAnimation):
    """Takes one scroll bar further; another turn on the way adds to it."""

    def __init__(self, bar: QScrollBar) -> None:
        super().__init__(bar, b"value", bar)
        self._bar = bar
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setDuration(_MS)

    def by(self, pixels: int) -> None:
        """Go so far down, or up."""
        on_its_way = self.state() is QPropertyAnimation.State.Running
        begun = int(self.endValue()) if on_its_way else self._bar.value()
        end = min(max(begun + pixels, self._bar.minimum()), self._bar.maximum())
        self.stop()
        if not moves(self._bar):
            self._bar.setValue(end)
            return
        self.setStartValue(self._bar.value())
        self.setEndValue(end)
        self.start()
