"""A thread that makes the frames of a film ahead of whoever shows them; the caller never waits."""

from __future__ import annotations

import math
import threading
from collections import deque
from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from topa_studio.film.composition import Composition
from topa_studio.film.engine.course import Course
from topa_studio.film.engine.renderer import Renderer

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

MOST_BYTES = 60_000_000
SECONDS = 0.8
_FEWEST = 4


class Ready(NamedTuple):
    """Frame `number` of the film; `exact` is false where it only stands in until it has come."""

    number: int
    frame: VideoFrame
    exact: bool = True


class FrameStream:
    """Runs a Renderer ahead into a ring of ready frames.

    All calls return at once, `close` apart. The renderer belongs to the stream, which closes it.

    Args:
        ready: is called from the thread when a frame that was waited for has come.
        most_bytes, seconds: the ring holds no more than this.
    """

    def __init__(
        self,
        renderer: Renderer,
        ready: Callable[[], None],
        *,
        most_bytes: int = MOST_BYTES,
        seconds: float = SECONDS,
    ) -> None:
        self._renderer, self._told = renderer, ready
        self._most_bytes, self._seconds = most_bytes, seconds
        self._composition = renderer.composition
        self._size = renderer.size
        self._ring: deque[Ready] = deque()
        self._old: deque[Ready] = deque()
        self._next = self._due = 0
        self._course = Course()
        self._rough = False
        self._waits = self._idle = False
        self._turn = 0
        self._prepared = -1
        self._ended = False
        self._changed = threading.Condition()
        self._thread = threading.Thread(target=self._run, name="frames", daemon=True)
        self._thread.start()

    def go(
        self,
        frame: int,
        step: int = 1,
        *,
        loop: tuple[int, int] | None = None,
        rough: bool = False,
    ) -> None:
        """Make frames from this one on, each `step` further (below 0: backwards).

        Args:
            loop: from its first to before its last frame, again and again.
            rough: what can be shown at once comes before the exact frame, as while scrubbing.
        """
        with self._changed:
            self._ring.clear()
            self._old.clear()
            self._next = self._due = frame
            self._course, self._rough = Course(step or 1, loop), rough
            self._waits = True
            self._again()

    def take(self, number: int) -> Ready | None:
        """The newest ready frame not later than this one, in the direction of play; older ones go.

        None: none has come. Where the very frame is not there yet, `ready` is called when it, or
        a later one before it, has come; until then one of the film before stands in for it.
        """
        with self._changed:
            self._due = number
            taken: Ready | None = None
            if self._ring and self._course.is_later(self._ring[0].number, number):
                self._drop_lap()
            while self._ring and not self._course.is_later(self._ring[0].number, number):
                if taken is not None and self._course.is_later(taken.number, self._ring[0].number):
                    break  # the next lap of a loop
                taken = self._ring.popleft()
            taken = self._stand_in(taken, number)
            self._waits = taken is None or not taken.exact or taken.number != number
            self._changed.notify()
            return taken

    def put(self, composition: Composition) -> None:
        """Another film from now on: ready frames that look the same stay, the others go.

        They are shown until the new ones are ready, so that the picture never stands.
        """
        with self._changed:
            before, self._composition = self._composition, composition
            look = self._renderer.look
            kept: deque[Ready] = deque()
            for found in self._ring:
                if look(before, found.number) != look(composition, found.number):
                    self._next = found.number
                    break
                kept.append(found)
            self._old = self._old or deque(list(self._ring)[len(kept) :])
            self._ring = kept
            self._waits = self._waits or not kept
            self._again()

    def resize(self, size: tuple[int, int]) -> None:
        """Frames have this size from now on; all are made anew."""
        with self._changed:
            if size == self._size:
                return
            self._size = size
            self._next = self._due
            self._old = self._old or self._ring.copy()
            self._ring.clear()
            self._waits = True
            self._again()

    @property
    def count(self) -> int:
        """How many frames are ready."""
        return len(self._ring)

    @property
    def is_full(self) -> bool:
        """Whether as many frames are ready as can be: play can begin."""
        with self._changed:
            return self._idle or len(self._ring) >= self._capacity()

    def close(self) -> None:
        """End the thread, and close all files."""
        with self._changed:
            self._ended = True
            self._changed.notify()
        self._thread.join()

    def _stand_in(self, taken: Ready | None, number: int) -> Ready | None:
        if taken is not None:
            self._old.clear()
        while self._old and not self._course.is_later(self._old[0].number, number):
            taken = self._old.popleft()._replace(exact=False)
        return taken

    def _again(self) -> None:
        """What is being made now is of before: it is not taken over. Called with the lock."""
        self._turn += 1
        self._idle, self._prepared = False, -1
        self._changed.notify()

    def _drop_lap(self) -> None:
        """A loop has begun again: what is left of the lap before goes, if the next is there."""
        for place in range(1, len(self._ring)):
            if self._course.is_later(self._ring[place - 1].number, self._ring[place].number):
                for _ in range(place):
                    self._ring.popleft()
                return

    def _capacity(self) -> int:
        width, height = self._size
        pixels = 4.0 if self._renderer.pixels == "bgra" else 1.5
        rate = float(self._composition.rate)
        wanted = math.ceil(self._seconds * rate)
        return max(_FEWEST, min(wanted, int(self._most_bytes / (width * height * pixels))))

    def _run(self) -> None:
        try:
            while self._wanted():
                self._make()
        finally:
            self._renderer.close()

    def _wanted(self) -> bool:
        """Wait until a frame is wanted. False: the end."""
        with self._changed:
            while not self._ended and (self._is_beyond() or len(self._ring) >= self._capacity()):
                self._idle = True
                self._changed.wait()
            self._idle = False
            return not self._ended

    def _is_beyond(self) -> bool:
        return not 0 <= self._next < max(1, self._composition.frames)

    def _make(self) -> None:
        with self._changed:
            self._catch_up()
            turn, number, rough = self._turn, self._next, self._rough
            composition, size = self._composition, self._size
        renderer = self._renderer
        if renderer.composition is not composition:
            renderer.take(composition)
        if renderer.size != size:
            renderer.resize(size)
        frame = renderer.near(number) if rough else renderer.frame(number)
        tells, ahead = self._keep(turn, Ready(number, frame, exact=not rough))
        if tells:
            self._told()
        if ahead is not None:
            renderer.prepare(ahead)

    def _keep(self, turn: int, made: Ready) -> tuple[bool, int | None]:
        """Into the ring: whether it was waited for, and what is to be opened ahead."""
        with self._changed:
            if turn != self._turn:
                return False, None
            self._ring.append(made)
            tells = self._waits and not self._course.is_later(made.number, self._due)
            if not made.exact:
                self._rough = False
                return tells, None
            self._waits = self._waits and not tells
            self._next = self._course.after(made.number)
            return tells, self._coming(made.number)

    def _catch_up(self) -> None:
        """Where nothing is ready and what is due is elsewhere, frames are left out."""
        if self._ring:
            return
        missed, reach = self._course.missed(self._due, self._next), self._capacity()
        if missed > 0 or (self._course.loop and -missed > reach * abs(self._course.step)):
            self._next = self._due

    def _coming(self, number: int) -> int | None:
        """What is to be opened ahead, each once."""
        coming = self._course.coming(self._composition, number)
        if coming is None or coming == self._prepared:
            return None
        self._prepared = coming
        return coming
