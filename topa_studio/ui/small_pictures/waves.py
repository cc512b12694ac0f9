"""Waves of sound files: read off the loop by one thread, kept on disk beside the thumbnails."""

from __future__ import annotations

import hashlib
import io
import logging
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from topa_studio.base.errors import MediaError
from topa_studio.base.files import own_folder, write_atomic
from topa_studio.base.regular import read_regular
from topa_studio.ui.small_pictures.thumbnails import Films

if TYPE_CHECKING:
    from topa_studio.media.waveform import Peaks

_RECHECK_SECONDS = 2.0
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Wave:
    """The sound of a file.

    Attributes:
        peaks: an array (n, 2) of -127 to 127, a row each hundredth second; None: it has no sound.
        seconds: how long it is. trouble: why there is none, with what its sentence needs.
    """

    peaks: Peaks | None = None
    seconds: float = 0.0
    trouble: tuple[str, dict[str, object]] | None = None


@dataclass(slots=True)
class _Held:
    wave: Wave
    stamp: str
    checked: float


class Waves(QObject):
    """Waves on demand.

    Signals:
        ready: the path (as it was asked for) of which a wave has come or changed.
    """

    ready = Signal(str)
    _done = Signal(str, object, str)

    def __init__(self, session: Films, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resolve = session.path
        self._folder = session.cache_folder
        self._held: dict[str, _Held] = {}
        self._asked: set[str] = set()
        self._thread: ThreadPoolExecutor | None = None
        self._done.connect(self._take)

    def wave(self, path: str) -> Wave | None:
        """The wave of a file named relative to the film's home; None until `ready` tells of it."""
        held, now = self._held.get(path), time.monotonic()
        if held is None:
            self._ask(path, "")
            return None
        if now - held.checked > _RECHECK_SECONDS:
            held.checked = now
            self._ask(path, held.stamp)
        return held.wave

    @property
    def is_busy(self) -> bool:
        """Whether a wave that was asked for has not come yet."""
        return bool(self._asked)

    def close(self) -> None:
        """Give up what waits and end the thread; nothing may be asked afterwards."""
        if self._thread is not None:
            self._thread.shutdown(wait=True, cancel_futures=True)

    def _ask(self, path: str, known: str) -> None:
        if path in self._asked:
            return
        self._asked.add(path)
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="waves")
        self._thread.submit(self._work, path, known)

    def _take(self, path: str, wave: Wave | None, stamp: str) -> None:
        self._asked.discard(path)
        if wave is not None:
            self._held[path] = _Held(wave, stamp, time.monotonic())
            self.ready.emit(path)

    # On the thread.

    def _work(self, path: str, known: str) -> None:
        wave, stamp = None, "unreadable"
        try:
            place = self._resolve(path)
            facts = place.stat()
            stamp = f"{facts.st_mtime_ns}-{facts.st_size}"
            wave = None if stamp == known else _whole(self._read(path, place, stamp))
        except MediaError as error:
            wave = Wave(trouble=(error.code, error.params))
        except (OSError, ValueError) as error:
            log.info("no wave of %s: %s", path, error)
            if stamp != known:
                wave = Wave(trouble=("media.missing", {"path": path}))
        self._done.emit(path, wave, stamp)

    def _read(self, path: str, place: Path, stamp: str) -> Peaks:
        from topa_studio.media.waveform import peaks

        name = hashlib.sha256(f"{path}|{stamp}|wave".encode()).hexdigest()[:32]
        kept = self._folder / f"{name}.npy"
        known = _kept(kept)
        if known is not None:
            return known
        found = peaks(place)
        try:
            # The cache lies two folders below that of all results, and none of them is a link.
            write_atomic(own_folder(kept, self._folder.parent.parent), _as_bytes(found))
        except OSError as error:
            log.info("not kept for the next start: %s", error)
        return found


def _whole(found: Peaks) -> Wave:
    from topa_studio.media.waveform import STEPS

    return Wave(found, len(found) / STEPS)


def _as_bytes(found: Peaks) -> bytes:
    import numpy as np

    data = io.BytesIO()
    np.save(data, found, allow_pickle=False)
    return data.getvalue()


def _kept(path: Path) -> Peaks | None:
    """What was kept at an earlier start; None where there is nothing of use."""
    import numpy as np

    if not path.is_file():
        return None
    try:
        found = np.load(io.BytesIO(read_regular(path)), allow_pickle=False)
    except (OSError, ValueError, EOFError):
        return None
    return found if found.dtype == np.int8 and found.ndim == 2 and found.shape[1] == 2 else None
