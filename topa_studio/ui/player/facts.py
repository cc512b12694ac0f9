"""What clips are: asked of the child that opens files from elsewhere, off the loop, once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from topa_studio.base.errors import MediaError
from topa_studio.media.apart import Apart
from topa_studio.media.probe import Probe
from topa_studio.media.stamp import Stamp, stamp_of


class Facts(QObject):
    """Knows the clips that were asked for.

    Signals:
        known: what was asked for has come.
    """

    known = Signal()
    _found = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._facts: dict[Stamp, Probe | None] = {}
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="facts")
        self._closed = False
        self._found.connect(self._take)

    def of(self, path: Path) -> Probe | None:
        """A clip's facts; None until `known` tells, and where it is no clip."""
        stamp = stamp_of(path)
        if self._closed:
            return self._facts.get(stamp)
        if stamp not in self._facts:
            self._facts[stamp] = None
            self._thread.submit(self._ask, path, stamp)
        return self._facts[stamp]

    def close(self) -> None:
        """End the thread; what is asked for afterwards, while the window goes, is not looked at."""
        self._closed = True
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _ask(self, path: Path, stamp: Stamp) -> None:
        try:
            self._found.emit(stamp, Apart.shared().examine(path))
        except MediaError:
            return

    def _take(self, stamp: Stamp, found: Probe) -> None:
        self._facts[stamp] = found
        self.known.emit()
