"""The clock of what stands still: moments of the film while no clip's frames tell the time."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal

_TICK_MS = 20
_BACK_MS = 80


class StillClock(QObject):
    """Counts on a monotonic clock; backwards it ticks slower, since each tick is a seek.

    Signals:
        ticked: the moment in seconds of the film.
    """

    ticked = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._elapsed = QElapsedTimer()
        self._base = 0.0
        self._rate = 1.0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    def start(self, seconds: float, rate: float) -> None:
        """Count from this moment, `rate` times as fast as life."""
        self._base, self._rate = seconds, rate
        self._elapsed.start()
        self._timer.start(_TICK_MS if rate > 0 else _BACK_MS)

    def shift(self, seconds: float) -> None:
        """What is on screen now lies so much later in the film."""
        self._base += seconds

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def _tick(self) -> None:
        self.ticked.emit(self._base + self._elapsed.elapsed() / 1000 * self._rate)
