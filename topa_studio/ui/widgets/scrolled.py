"""A place to scroll to that there may be no room for yet."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QScrollBar


class Scrolled(QObject):
    """Brings `bar` to `place` as soon as its range holds it; a hand on the bar ends that."""

    def __init__(self, bar: QScrollBar, place: Callable[[], int]) -> None:
        super().__init__(bar)
        self._bar = bar
        self._place = place
        self._over = False
        bar.rangeChanged.connect(self._go)
        bar.actionTriggered.connect(self._end)
        self._go()

    def _go(self) -> None:
        if self._over:
            return
        place = self._place()
        self._bar.setValue(place)
        if self._bar.value() == place:
            self._end()

    def _end(self) -> None:
        self._over = True
        self.deleteLater()
