"""The first picture that each shot shows: of its clip, still or panel, else its slate."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from itertools import islice

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition
from topa_studio.film.engine.canvas import image_of
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.request import PaperRequest
from topa_studio.film.timing import HARD
from topa_studio.media.glance import Glance
from topa_studio.model.scenario import Ending
from topa_studio.paint.letters import load_fonts

_JPEG = 78
_MOST_AT_ONCE, _AHEAD = 4, 12


class Pictures:
    """Asked shot by shot in the plan's order; the next ones are made meanwhile, some at once."""

    def __init__(self, request: PaperRequest, size: tuple[int, int]) -> None:
        self._film = _without_joins(request.plan.film)
        self._cuts = {cut.key: cut for cut in self._film.cuts}
        self._request, self._size = request, size
        self._broken: dict[str, str] = {}
        self._own = threading.local()
        self._renderers: list[Renderer] = []
        self._pool = ThreadPoolExecutor(min(_MOST_AT_ONCE, os.cpu_count() or 1))
        self._rest = iter(request.plan.shots)
        self._coming: deque[tuple[str, Future[QImage]]] = deque()
        load_fonts()  # by one thread

    def of(self, key: str) -> QImage:
        """The picture of the next shot; a slate says why where its file cannot be read."""
        for shot in islice(self._rest, _AHEAD - len(self._coming)):
            self._coming.append((shot.key, self._pool.submit(self._made, shot.key)))
        wanted, image = self._coming.popleft()
        assert wanted == key
        return image.result()

    def close(self) -> None:
        """Close all files."""
        self._pool.shutdown(cancel_futures=True)
        for renderer in self._renderers:
            renderer.close()

    @property
    def unread(self) -> Unread:
        """What could not be read until now."""
        return Unread(dict(self._broken))

    def _made(self, key: str) -> QImage:
        renderer: Renderer | None = getattr(self._own, "renderer", None)
        if renderer is None:
            files = self._request.pictures
            renderer = self._own.renderer = Renderer(
                self._film, files.file, self._size, "bgra",
                face=files.face, said=files.say, told=self._note, alone=False, clips=Glance,
            )  # fmt: skip
            self._renderers.append(renderer)
        cut = self._cuts[key]
        # A clip begins with a key frame: there the nearest one is the very one.
        made = renderer.near(cut.first) if not cut.offset else renderer.frame(cut.first)
        return image_of(made)

    def _note(self, key: str, error: MediaError) -> None:
        self._broken[key] = error.code


@contextmanager
def pictures_of(request: PaperRequest, size: tuple[int, int]) -> Iterator[Pictures]:
    """The pictures of a request, in pixels of `size`; closed at the end."""
    found = Pictures(request, size)
    try:
        yield found
    finally:
        found.close()


def frame_within(ratio: float, width: float, height: float) -> tuple[int, int]:
    """The size in pixels of a picture of the film that fits into `width` and `height`."""
    wide = min(width, height * ratio)
    return max(2, 2 * round(wide / 2)), max(2, 2 * round(wide / ratio / 2))


def as_file(image: QImage, kind: str = "JPEG") -> bytes:
    """A picture as the bytes of a file."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind, _JPEG if kind == "JPEG" else -1)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _without_joins(film: Composition) -> Composition:
    """The same film cut hard: the first picture of a fade would be black."""
    scenario = replace(film.scenario, film=replace(film.scenario.film, ending=Ending()))
    return Composition(scenario, tuple(replace(cut, join=HARD) for cut in film.cuts))
