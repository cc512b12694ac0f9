"""Small pictures of clips and stills: decoded off the loop, kept in bounded memory and on disk."""

from __future__ import annotations

import hashlib
import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QSize, QTimer, Signal
from PySide6.QtGui import QImage, QImageIOHandler, QImageReader, QPixmap

from topa_studio.base.errors import MediaError
from topa_studio.base.files import own_folder, write_atomic
from topa_studio.base.regular import ONE_PICTURE, open_regular
from topa_studio.media.apart import Apart
from topa_studio.media.measure import HEAD_BYTES, MOST_PIXELS, told_size

STILLS = frozenset({".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif"})
_KEPT = 400
_KEPT_BYTES = 64_000_000
_STRIPS_KEPT = 6
_WAITING = 120
_STEP = 160
_RECHECK_SECONDS = 2.0
# A file that is being carried is not there for a moment.
_UNREADABLE_SECONDS = 0.2
_UNREADABLE = "unreadable"
log = logging.getLogger(__name__)


class Films(Protocol):
    """What thumbnails need of an open film."""

    @property
    def cache_folder(self) -> Path:
        """Where thumbnails may be kept; whoever deletes it loses nothing."""

    def path(self, relative: str) -> Path:
        """The absolute path of a file named relative to the film's home."""


@dataclass(frozen=True, slots=True)
class _Wish:
    """One picture, or with `count` a strip of them spread over `seconds`."""

    path: str
    at: float
    width: int
    count: int = 0
    seconds: float = 0.0


@dataclass(slots=True)
class _Held:
    pixmaps: tuple[QPixmap, ...]
    stamp: str
    checked: float

    @property
    def size(self) -> int:
        """How many bytes it takes, about."""
        return sum(pixmap.width() * pixmap.height() * 4 for pixmap in self.pixmaps)


class Thumbnails(QObject):
    """Pictures on demand: what is not there yet is decoded by one of two threads.

    Signals:
        ready: the path (as it was asked for) of which a picture has come or changed.
    """

    ready = Signal(str)
    _done = Signal(object, object, str)

    def __init__(self, session: Films, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._resolve = session.path
        self._folder = session.cache_folder
        self._held: OrderedDict[_Wish, _Held] = OrderedDict()
        self._bytes = 0
        self._strips: OrderedDict[_Wish, _Held] = OrderedDict()
        self._waiting: list[tuple[_Wish, str]] = []
        self._asked: set[_Wish] = set()
        self._late: set[_Wish] = set()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._look_late)
        self._threads = ThreadPoolExecutor(2, thread_name_prefix="thumbnails")
        self._closed = False
        self._clock: Callable[[], float] = time.monotonic
        self._done.connect(self._take)

    def pixmap(self, path: str, at: float, size: QSize) -> QPixmap | None:
        """A picture at least as wide as `size`, or None until `ready` tells that it has come.

        `path` is relative to the film's home; `at` are seconds into a clip. The picture keeps
        its own proportions. A file that cannot be read gives a null pixmap.
        """
        wish = _Wish(path, round(at, 2), max(_STEP, -(-size.width() // _STEP) * _STEP))
        held = self._look_up(self._held, wish)
        return held.pixmaps[0] if held is not None else None

    def strip(
        self, path: str, start: float, seconds: float, width: int, count: int = 12
    ) -> tuple[QPixmap, ...]:
        """Frames spread over a stretch of a clip, to play it small; empty until they have come."""
        wish = _Wish(path, round(start, 2), max(_STEP, width), count, seconds)
        held = self._look_up(self._strips, wish)
        return held.pixmaps if held is not None else ()

    @property
    def is_busy(self) -> bool:
        """Whether a picture that was asked for has not come yet."""
        return bool(self._asked)

    def close(self) -> None:
        """Give up what waits and end the threads; what is asked afterwards never comes."""
        self._closed = True
        self._later.stop()
        self._waiting.clear()
        self._threads.shutdown(wait=True, cancel_futures=True)

    # On the loop's thread.

    def _look_up(self, store: OrderedDict[_Wish, _Held], wish: _Wish) -> _Held | None:
        held = store.get(wish)
        now = self._clock()
        if held is None:
            self._ask(wish, "")
            return None
        store.move_to_end(wish)
        gap = _UNREADABLE_SECONDS if held.stamp == _UNREADABLE else _RECHECK_SECONDS
        if now - held.checked > gap:
            held.checked = now
            self._ask(wish, held.stamp)
        else:
            self._ask_late(wish, round(gap * 1000))
        return held

    def _ask_late(self, wish: _Wish, wait: int) -> None:
        """Whoever asks too soon may never ask again: what has changed by then is told."""
        if self._closed:
            return
        self._late.add(wish)
        if not self._later.isActive() or self._later.remainingTime() > wait:
            self._later.start(wait)

    def _look_late(self) -> None:
        late, self._late = self._late, set()
        for wish in late:
            held = self._held.get(wish)
            if held is not None and len(self._waiting) < _WAITING:
                held.checked = self._clock()
                self._ask(wish, held.stamp)

    def _ask(self, wish: _Wish, stamp: str) -> None:
        if wish in self._asked or self._closed:
            return
        self._asked.add(wish)
        self._waiting.append((wish, stamp))
        if len(self._waiting) > _WAITING:
            dropped, _ = self._waiting.pop(0)
            self._asked.discard(dropped)
        self._threads.submit(self._work)

    def _take(self, wish: _Wish, images: list[QImage] | None, stamp: str) -> None:
        self._asked.discard(wish)
        if images is None:
            return
        pixmaps = tuple(QPixmap.fromImage(image) for image in images)
        held = _Held(pixmaps or (QPixmap(),), stamp, self._clock())
        if wish.count:
            self._strips[wish] = held
            while len(self._strips) > _STRIPS_KEPT:
                self._strips.popitem(last=False)
        else:
            self._keep(wish, held)
        self.ready.emit(wish.path)

    def _keep(self, wish: _Wish, held: _Held) -> None:
        before = self._held.pop(wish, None)
        self._bytes += held.size - (before.size if before is not None else 0)
        self._held[wish] = held
        while len(self._held) > 1 and (len(self._held) > _KEPT or self._bytes > _KEPT_BYTES):
            self._bytes -= self._held.popitem(last=False)[1].size

    # On a thread of the pool: no widget, no pixmap.

    def _work(self) -> None:
        try:
            wish, known = self._waiting.pop()
        except IndexError:
            return
        stamp = _UNREADABLE
        images: list[QImage] | None = None
        try:
            path = self._resolve(wish.path)
            facts = path.stat()
            stamp = f"{facts.st_mtime_ns}-{facts.st_size}"
            images = None if stamp == known else self._read(wish, path, stamp)
        except (OSError, MediaError) as error:
            log.info("no picture of %s: %s", wish.path, error)
            images = None if stamp == known else []
        self._done.emit(wish, images, stamp)

    def _read(self, wish: _Wish, path: Path, stamp: str) -> list[QImage]:
        if wish.count:
            parts = Apart.shared().film_strip(path, wish.at, wish.seconds, wish.count, wish.width)
            return [_unpacked(part) for part in parts]
        if path.suffix.lower() in STILLS:
            with ONE_PICTURE:
                return [_still(path, wish.width)]
        words = f"{wish.path}|{stamp}|{wish.at}|{wish.width}|upright"
        name = hashlib.sha256(words.encode()).hexdigest()[:32]
        cached = self._folder / f"{name}.jpg"
        if cached.is_file():
            with ONE_PICTURE:
                image = QImage(str(cached))
            if not image.isNull():
                return [image]
        data = Apart.shared().thumbnail(path, wish.at, wish.width)
        try:
            # The cache lies two folders below that of all results, and none of them is a link.
            write_atomic(own_folder(cached, self._folder.parent.parent), data)
        except OSError as error:
            log.info("not kept for the next start: %s", error)
        return [_unpacked(data)]


def _unpacked(data: bytes) -> QImage:
    with ONE_PICTURE:
        return QImage.fromData(data)


def _still(path: Path, width: int) -> QImage:
    """A picture file, read at the size that is needed."""
    with open_regular(path) as file:
        told = told_size(file.read(HEAD_BYTES))
    if told is not None and told[0] * told[1] > MOST_PIXELS:
        return QImage()
    reader = QImageReader(str(path))
    reader.setAutoTransform(True)
    size = reader.size()
    if size.width() * size.height() > MOST_PIXELS:
        return QImage()
    on_its_side = bool(
        reader.transformation() & QImageIOHandler.Transformation.TransformationRotate90
    )
    seen = size.transposed() if on_its_side else size
    if seen.width() > width:
        smaller = QSize(width, max(1, round(seen.height() * width / seen.width())))
        reader.setScaledSize(smaller.transposed() if on_its_side else smaller)
    return reader.read()
