"""A turn of the wheel scrolls smoothly, where the desktop has motion at all."""

from __future__ import annotations

from PySide6.QtCore import QEasingCurve, QPropertyAnimation
from PySide6.QtWidgets import QAbstractScrollArea

from topa_studio.ui.look.motion import moves

_MS = 140


class Glide(QPropertyAnimation):
    """Takes a view further down; another turn on the way adds to it.

    The bar is asked for each time: where the view is laid elsewhere, PySide lets go of the one
    that was kept.
    """

    def __init__(self, view: QAbstractScrollArea) -> None:
        super().__init__(view.verticalScrollBar(), b"value", view)
        self._view = view
        self.setEasingCurve(QEasingCurve.Type.OutCubic)
        self.setDuration(_MS)

    def by(self, pixels: int) -> None:
        """Go so far down, or up."""
        bar = self._view.verticalScrollBar()
        on_its_way = self.state() is QPropertyAnimation.State.Running
        begun = int(self.endValue()) if on_its_way else bar.value()
        end = min(max(begun + pixels, bar.minimum()), bar.maximum())
        self.stop()
        if not moves(bar):
            bar.setValue(end)
            return
        self.setStartValue(bar.value())
        self.setEndValue(end)
        self.start()
