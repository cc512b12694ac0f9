"""Decoded sound in windows of some seconds, within a budget of memory; a thread reads ahead."""

from __future__ import annotations

import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from topa_studio.base.errors import MediaError
from topa_studio.media.hearing import RATE, read_sound, sound_seconds
from topa_studio.media.stamp import Stamp, stamp_of

if TYPE_CHECKING:
    from topa_studio.media.hearing import Samples

WINDOW = 10 * RATE
"""Samples of a window: 10 seconds, 3.8 MB."""

MOST_BYTES = 64_000_000
"""What all windows together may take."""

_FEWEST = 4


class Window(NamedTuple):
    """Samples `number` * WINDOW and on of one version of a file."""

    stamp: Stamp
    number: int


class Sounds:
    """The sound of files, by the number of its sample.

    Args:
        files: where a file of the film lies.
        waits: what is asked is read at once; else a thread reads it, and until then it is None.
        most_bytes: what the kept windows may take; a few are always kept.
    """

    def __init__(
        self, files: Callable[[str], Path], *, waits: bool, most_bytes: int = MOST_BYTES
    ) -> None:
        self.silent: dict[str, MediaError] = {}
        self._files, self.waits, self._most = files, waits, most_bytes
        self._kept: OrderedDict[Window, Samples] = OrderedDict()
        self._bytes = 0
        self._lengths: dict[Stamp, int] = {}
        self._asked: deque[tuple[str, Window]] = deque()
        self._changed = threading.Condition()
        self._thread: threading.Thread | None = None
        self._ended = False

    def length(self, path: str) -> int | None:
        """How many samples a file has, 0 where it cannot be heard; None: not known yet."""
        stamp = stamp_of(self._files(path))
        if stamp not in self._lengths and self.window(path, 0) is None:
            return None
        return self._lengths.get(stamp, 0)

    def window(self, path: str, number: int) -> Samples | None:
        """A window of a file, shorter at its end, empty behind it; None: not read yet."""
        window = Window(stamp_of(self._files(path)), number)
        with self._changed:
            if window in self._kept:
                self._kept.move_to_end(window)
                return self._kept[window]
            if not self.waits:
                self._ask(path, window)
                return None
        return self._read(path, window)

    def close(self) -> None:
        """End the thread."""
        with self._changed:
            self._ended = True
            self._changed.notify()
        if self._thread is not None:
            self._thread.join()

    def _ask(self, path: str, window: Window) -> None:
        if (path, window) not in self._asked:
            self._asked.append((path, window))
        if self._thread is None:
            self._thread = threading.Thread(target=self._run, name="sounds", daemon=True)
            self._thread.start()
        self._changed.notify()

    def _run(self) -> None:
        while True:
            with self._changed:
                while not self._asked and not self._ended:
                    self._changed.wait()
                if self._ended:
                    return
                path, window = self._asked[0]
            self._read(path, window)
            with self._changed:
                if self._asked and self._asked[0] == (path, window):
                    self._asked.popleft()

    def _read(self, path: str, window: Window) -> Samples:
        file = Path(window.stamp[0])
        begin = window.number * WINDOW // RATE
        try:
            if window.stamp not in self._lengths:
                self._lengths[window.stamp] = round(sound_seconds(file) * RATE)
            found = read_sound(file, begin, begin + WINDOW // RATE)
        except MediaError as error:
            self.silent[path] = error
            self._lengths.setdefault(window.stamp, 0)
            found = np.zeros((0, 2), np.float32)
        else:
            self.silent.pop(path, None)
        with self._changed:
            before = self._kept.pop(window, None)
            self._bytes += found.nbytes - (0 if before is None else before.nbytes)
            self._kept[window] = found
            while self._bytes > self._most and len(self._kept) > _FEWEST:
                self._bytes -= self._kept.popitem(last=False)[1].nbytes
        return found
