"""The first picture that each shot shows: of its clip, still or panel, else its slate."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition
from topa_studio.film.engine.canvas import image_of
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.request import PaperRequest
from topa_studio.film.timing import HARD
from topa_studio.model.scenario import Ending

_JPEG = 78


class Pictures:
    """For one thread, each shot once; `broken` are those whose file could not be read."""

    def __init__(self, request: PaperRequest, size: tuple[int, int]) -> None:
        self.broken: dict[str, str] = {}
        self._film = _without_joins(request.plan.film)
        self._first = {cut.key: cut.first for cut in self._film.cuts}
        files = request.pictures
        self._renderer = Renderer(
            self._film, files.file, size, "bgra", face=files.face, said=files.say, told=self._note
        )

    def of(self, key: str) -> QImage:
        """The picture of a shot; a slate says why where its file cannot be read."""
        return image_of(self._renderer.frame(self._first[key]))

    def close(self) -> None:
        """Close all files."""
        self._renderer.close()

    @property
    def unread(self) -> Unread:
        """What could not be read until now."""
        return Unread(self.broken)

    def _note(self, key: str, error: MediaError) -> None:
        self.broken[key] = error.code


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
