"""Single frames and the sound at both sides of a seam, read by one thread of their own."""

from __future__ import annotations

from collections import OrderedDict, deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from topa_studio.film.composition import Composition
from topa_studio.film.engine.mixer import Mixer
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.likeness import brightness, loudness, peaks
from topa_studio.media.hearing import RATE
from topa_studio.ui.playing.images import image_of
from topa_studio.ui.reel.feed import Files, said

_MOST_OPEN = 4
Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Heard:
    """The sound of a side: how loud in dB, and its highest swings in equal parts."""

    loudness: float
    peaks: tuple[float, ...]


class Seeing(QObject):
    """What is asked comes by a signal; what was asked before `forget` comes no more.

    Signals:
        seen: a name, the picture, and how bright it is. heard: a name, and a `Heard`.
    """

    seen = Signal(str, object, float)
    heard = Signal(str, object)
    _saw = Signal(int, str, object, float)
    _heard = Signal(int, str, object)

    def __init__(
        self, files: Files, face: Callable[[str], Path | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._files, self._face = files, face
        self._turn = 0
        self._newest: dict[str, int] = {}
        self._count = 0
        self._open: OrderedDict[tuple[int, Size], Renderer] = OrderedDict()
        self._jobs: deque[Callable[[], None]] = deque()
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="seam")
        self._saw.connect(self._tell_seen)
        self._heard.connect(self._tell_heard)

    def forget(self) -> None:
        """Another seam: what was asked for the one before is not wanted any more."""
        self._turn += 1

    def see(
        self, name: str, film: Composition, frame: int, size: Size, *, soon: bool = False
    ) -> None:
        """A frame under a name; of two asks of one name only the newer one counts.

        `soon`: before all that waits.
        """
        self._count += 1
        self._newest[name] = self._count
        job = partial(self._see, self._turn, self._count, name, film, frame, size)
        self._ask(job, soon=soon)

    def hear(self, name: str, film: Composition, first: int, frames: int, parts: int) -> None:
        """The sound under so many frames."""
        self._ask(partial(self._hear, self._turn, name, film, first, frames, parts))

    def close(self) -> None:
        """End the thread, and let go of all files."""
        self._turn += 1
        self._ask(self._shut)
        self._thread.shutdown(wait=True)

    def _ask(self, job: Callable[[], None], *, soon: bool = False) -> None:
        (self._jobs.appendleft if soon else self._jobs.append)(job)
        self._thread.submit(self._work)

    # On the thread.

    def _work(self) -> None:
        self._jobs.popleft()()

    def _see(
        self, turn: int, count: int, name: str, film: Composition, frame: int, size: Size
    ) -> None:
        if turn != self._turn or self._newest.get(name) != count:
            return
        shown = self._renderer(film, size).frame(frame)
        self._saw.emit(turn, name, image_of(shown), brightness(shown))

    def _hear(
        self, turn: int, name: str, film: Composition, first: int, frames: int, parts: int
    ) -> None:
        if turn != self._turn:
            return
        mixer = Mixer(film, self._files, waits=True)
        try:
            rate = film.rate
            start = round(first * RATE * rate.denominator / rate.numerator)
            sound = mixer.block(start, round(frames * RATE * rate.denominator / rate.numerator))
            self._heard.emit(turn, name, Heard(loudness(sound), peaks(sound, parts)))
        finally:
            mixer.close()

    def _renderer(self, film: Composition, size: Size) -> Renderer:
        known = (id(film), size)
        found = self._open.pop(known, None)
        if found is None or found.composition is not film:
            while len(self._open) >= _MOST_OPEN:
                self._open.popitem(last=False)[1].close()
            found = Renderer(film, self._files, size, face=self._face, said=said)
        self._open[known] = found
        return found

    def _shut(self) -> None:
        while self._open:
            self._open.popitem()[1].close()

    # On the window's thread.

    def _tell_seen(self, turn: int, name: str, picture: QImage, light: float) -> None:
        if turn == self._turn:
            self.seen.emit(name, picture, light)

    def _tell_heard(self, turn: int, name: str, heard: object) -> None:
        if turn == self._turn:
            self.heard.emit(name, heard)
