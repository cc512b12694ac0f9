"""Garbage is collected on the window's thread only: a widget freed on another one crashes Qt."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 400
_SETTLED_MS = 1500
_OLDEST = 2


class Collector(QObject):
    """Switches Python's own collector off, which would run on whatever thread makes an object.

    It looks a few times a second whether there is enough to collect. Once the start is over, what
    it made is taken out of every later collection, so that none of them is long.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def settle_soon(self) -> None:
        """The window stands: keep what is there out of later collections."""
        QTimer.singleShot(_SETTLED_MS, self, _settle)

    def look(self) -> None:
        """Collect the oldest generation that has grown past its threshold."""
        counts = gc.get_count()
        for generation in range(_OLDEST, -1, -1):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Give collecting back to Python."""
        self._timer.stop()
        gc.enable()


def _settle() -> None:
    gc.collect()
    gc.freeze()
