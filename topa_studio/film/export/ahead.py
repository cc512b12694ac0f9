"""Pictures of the film, made by a thread of their own while the one before is encoded."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from queue import Queue
from types import TracebackType
from typing import TYPE_CHECKING, Protocol, Self

from topa_studio.film.span import Span

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_AHEAD = 8


class Pictures(Protocol):
    """Whoever makes the film's pictures."""

    def frame(self, number: int) -> VideoFrame:
        """The picture of a frame of the film."""
        ...


class Ahead:
    """The pictures of `span` in order; only its own thread asks `source` while it runs."""

    def __init__(self, source: Pictures, span: Span) -> None:
        self._source = source
        self._span = span
        self._ready: Queue[VideoFrame | BaseException] = Queue(_AHEAD)
        self._ends = threading.Event()
        self._thread = threading.Thread(target=self._run, name="export pictures", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._ends.set()
        while self._thread.is_alive():
            while not self._ready.empty():
                self._ready.get()
            self._thread.join(0.05)

    def __iter__(self) -> Iterator[VideoFrame]:
        for _number in range(self._span.frames):
            made = self._ready.get()
            if isinstance(made, BaseException):
                raise made
            yield made

    def _run(self) -> None:
        try:
            for number in range(self._span.first, self._span.last):
                if self._ends.is_set():
                    return
                self._ready.put(self._source.frame(number))
        except BaseException as error:  # noqa: BLE001 - it is raised where the pictures are read
            self._ready.put(error)
