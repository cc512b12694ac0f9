"""Panels, the user's stills and slates as frames of the film, with their slow move."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from topa_studio.base.errors import MediaError
from topa_studio.film.engine.blending import empty
from topa_studio.film.engine.canvas import image_of
from topa_studio.film.engine.painting import Painting
from topa_studio.film.still import Slate
from topa_studio.media.opening import first_picture, opened
from topa_studio.media.orientation import orientation_in, turned
from topa_studio.media.scaling import Pixels, Scaling, converted
from topa_studio.media.stamp import stamp_of
from topa_studio.paint.slate import draw_slate

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from av.video.reformatter import VideoReformatter

Size = tuple[int, int]

_MOST_KEPT = 6
_REACH = 0.06
_FACE = 160
_RGB32 = QImage.Format.Format_RGB32


@dataclass
class _Kept:
    """A picture, larger than the frame where it moves; and its frame where it stands still."""

    image: QImage
    still: VideoFrame | None = field(default=None)


class Pictures:
    """Makes the frames of what does not move by itself; for one thread.

    Args:
        face: an element's first picture; None where it has none.
        size: of the frames, in pixels.
    """

    def __init__(self, face: Callable[[str], Path | None], size: Size, pixels: Pixels) -> None:
        self._face, self._size, self._pixels = face, size, pixels
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()

    @cached_property
    def _by(self) -> VideoReformatter:
        from av.video.reformatter import VideoReformatter

        return VideoReformatter()

    def file(self, path: Path, move: str, share: float) -> VideoFrame:
        """A panel or still, upright and whole; `share` (0..1) of the shot's slow move is behind it.

        Raises:
            MediaError: the file is missing or damaged.
        """
        stamp = stamp_of(path)
        return self._frame(stamp, lambda size: _letterboxed(path, size), move, share)

    def slate(self, slate: Slate, why: str, move: str, share: float) -> VideoFrame:
        """The slate of a shot; `why`, a few words, is told before its own."""
        faces = tuple(path for name in slate.faces if (path := self._face(name)) is not None)
        known = (slate, why, tuple(stamp_of(path) for path in faces))
        return self._frame(known, lambda size: _drawn(size, slate, why, faces), move, share)

    def resize(self, size: Size) -> None:
        """From now on frames have this size."""
        self._size = size
        self._kept.clear()

    def _frame(
        self, of: Hashable, made: Callable[[Size], QImage], move: str, share: float
    ) -> VideoFrame:
        moves = move in MOVES
        known = (of, moves)
        if known not in self._kept:
            larger = 1 + _REACH if moves else 1
            size = round(self._size[0] * larger), round(self._size[1] * larger)
            self._kept[known] = _Kept(made(size))
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(known)
        kept = self._kept[known]
        if not moves:
            if kept.still is None:
                kept.still = self._painted(kept.image, (0.5, 0.5, 0.0))
            return kept.still
        return self._painted(kept.image, MOVES[move](_eased(share)))

    def _painted(self, image: QImage, view: tuple[float, float, float]) -> VideoFrame:
        """The part of a picture that is seen: (left, top) as shares of what is cut off."""
        left, top, closer = view
        wide, high = image.width() / (1 + closer), image.height() / (1 + closer)
        part = QRectF((image.width() - wide) * left, (image.height() - high) * top, wide, high)
        # What only the screen shows needs nothing that decodes, which takes 17 MB.
        plain = self._pixels == "bgra"
        made = cast("VideoFrame", Painting(*self._size)) if plain else empty(self._size, "bgra")
        canvas = image_of(made)  # the painter does not keep it
        painter = QPainter(canvas)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(QRectF(0, 0, *self._size), image, part)
        painter.end()
        if plain:
            return made
        return converted(self._by, made, self._size, self._pixels)


MOVES: dict[str, Callable[[float], tuple[float, float, float]]] = {
    "in": lambda share: (0.5, 0.5, _REACH * share),
    "out": lambda share: (0.5, 0.5, _REACH * (1 - share)),
    "left": lambda share: (1 - share, 0.5, _REACH),
    "right": lambda share: (share, 0.5, _REACH),
}


def _eased(share: float) -> float:
    """Begins and ends softly, and is even in between."""
    share = max(0.0, min(share, 1.0))
    return share * 0.6 + share * share * (3 - 2 * share) * 0.4


def _drawn(size: Size, slate: Slate, why: str, faces: tuple[Path, ...]) -> QImage:
    # First, as a long prompt is cut off at its end.
    words = (f"{why}.", *slate.words[:2]) if why else slate.words
    pictures = [face for path in faces if (face := _face(path)) is not None]
    return draw_slate(size, slate.number, slate.title, words, pictures)


def _letterboxed(path: Path, size: Size) -> QImage:
    image = QImage(*size, _RGB32)
    image.fill(0xFF000000)
    picture = _image(path, size)
    painter = QPainter(image)
    left, top = (size[0] - picture.width()) // 2, (size[1] - picture.height()) // 2
    painter.drawImage(left, top, picture)
    painter.end()
    return image


def _face(path: Path) -> QImage | None:
    try:
        return _image(path, (_FACE * 2, _FACE * 2))
    except MediaError:
        return None


def _image(path: Path, size: Size) -> QImage:
    """A picture file, upright, as large as it fits into `size`. Raises MediaError."""
    with opened(path) as container:
        lying = first_picture(container, path)
        standing = turned(lying, orientation_in(path, lying))
        return image_of(Scaling(size, "bgra", "AREA").scaled(standing), opaque=False)
