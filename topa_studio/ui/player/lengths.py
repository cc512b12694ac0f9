"""How long clips are: asked of the child that opens files from elsewhere, off the loop, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from topa_studio.base.errors import MediaError
from topa_studio.media.apart import Apart
from topa_studio.media.stamp import Stamp, stamp_of


class Lengths(QObject):
    """Knows the clips that were asked for.

    Signals:
        known: a length that was asked for has come.
    """

    known = Signal()
    _measured = Signal(object, float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seconds: dict[Stamp, float] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="lengths")
        self._measured.connect(self._take)

    def of(self, path: Path) -> float:
        """A clip's seconds; 0 until `known` tells, and where it is no clip."""
        stamp = stamp_of(path)
        if stamp not in self._seconds:
            self._seconds[stamp] = 0.0
            self._thread.submit(self._measure, path, stamp)
        return self._seconds[stamp]

    def close(self) -> None:
        """End the thread."""
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _measure(self, path: Path, stamp: Stamp) -> None:
        try:
            self._measured.emit(stamp, Apart.shared().examine(path).seconds)
        except MediaError:
            return

    def _take(self, stamp: Stamp, seconds: float) -> None:
        self._seconds[stamp] = seconds
        self.known.emit()
