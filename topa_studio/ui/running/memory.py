"""What is not needed goes: garbage on the window's thread only, since Qt crashes on another."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QObject, QTimer

_LOOK_MS = 400
_SETTLED_MS = 1500
_OLDEST = 2
# glibc's number of the setting, and a size that every frame of a clip is above.
_MMAP_THRESHOLD, _FRAME_BYTES = -3, 256 * 1024


class Collector(QObject):
    """Switches Python's own collector off, which would run on whatever thread makes an object.

    It looks a few times a second whether there is enough to collect, once the start is over: what
    that made stays, and is taken out of every collection, so that none of them is long.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._was_on = gc.isenabled()
        gc.disable()
        self._thresholds = gc.get_threshold()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self.look)

    def settle_soon(self) -> None:
        """The window stands: keep what is there out of all collections, which begin now."""
        gc.freeze()
        self._timer.start()
        QTimer.singleShot(_SETTLED_MS, self, _settle)

    def begin_again(self) -> None:
        """Another window stands: what the one before left, kept out so far, is collected too."""
        gc.unfreeze()
        QTimer.singleShot(_SETTLED_MS, self, _settle)

    def look(self) -> None:
        """Collect the oldest generation that has grown past its threshold."""
        counts = gc.get_count()
        for generation in range(_OLDEST, -1, -1):
            if counts[generation] > self._thresholds[generation]:
                gc.collect(generation)
                return

    def end(self) -> None:
        """Give collecting back to Python, where it was Python's before."""
        self._timer.stop()
        if self._was_on:
            gc.enable()


def _settle() -> None:
    gc.collect()
    gc.freeze()
    give_back_frames()


def give_back_frames() -> None:
    """Have the C library of Linux give memory of freed frames back at once, as others do.

    By itself it learns from the first freed frame to keep such blocks: 70 MB after four clips.
    """
    if sys.platform != "linux":
        return
    import ctypes

    # Not every C library of Linux has these.
    library = ctypes.CDLL(None)
    if hasattr(library, "mallopt") and hasattr(library, "malloc_trim"):
        library.mallopt(_MMAP_THRESHOLD, _FRAME_BYTES)
        library.malloc_trim(0)  # what reading the film took on the way
