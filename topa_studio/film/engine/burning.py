"""Lays words over frames: captions, and what an animatic tells of its shots."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage, QPainter

from topa_studio.film.composition import Composition
from topa_studio.film.engine.blending import copied, planes_of
from topa_studio.film.engine.canvas import image_of
from topa_studio.film.ladder import Source
from topa_studio.film.span import time_code
from topa_studio.paint.burnt import Place, Plate, draw_plate

if TYPE_CHECKING:
    import numpy as np
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray

    from topa_studio.film.engine.blending import Bytes

_MOST_KEPT = 12

Words = tuple[Place, str]


@dataclass(frozen=True, slots=True)
class Burnt:
    """What is burnt in: captions, the shot's number and title, the time code, what happens.

    A slate tells its number, title and words itself.
    """

    captions: bool = False
    name: bool = False
    time: bool = False
    words: bool = False


NOTHING = Burnt()
CAPTIONS = Burnt(captions=True)
ANIMATIC = Burnt(captions=True, name=True, time=True, words=True)


def words_of(burnt: Burnt, composition: Composition, number: int) -> tuple[Words, ...]:
    """What is to be read at a frame, each with its place; from below to above at the bottom."""
    if not composition.cuts:
        return ()
    return tuple((place, text) for place, text in _words(burnt, composition, number) if text)


def _words(burnt: Burnt, composition: Composition, number: int) -> Iterator[Words]:
    cut = composition.cuts[composition.index_at(number)]
    if cut.source is not Source.SLATE and (burnt.words or burnt.name):
        slate = composition.slate(cut)
        if burnt.words:
            yield "words", " ".join(" ".join(slate.words).split())
        if burnt.name:
            yield "name", f"{slate.number}  {slate.title}".strip()
    if burnt.captions:
        yield "caption", composition.words(number).strip()
    if burnt.time:
        yield "time", time_code(number, composition.rate)


class Overlay:
    """Burns words into frames of one size; for one thread. Needs a QGuiApplication."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self._kept: OrderedDict[tuple[Words, int], _Laid] = OrderedDict()

    def over(self, frame: VideoFrame, words: tuple[Words, ...]) -> VideoFrame:
        """A copy of `frame` with the words in it; the frame itself where there are none."""
        if not words:
            return frame
        made = copied(frame)
        above = 0
        for one in words:
            laid = self._plate(one, above if one[0] == "caption" else 0)
            if one[0] == "words":
                above = laid.plate.image.height()
            if made.format.name == "bgra":
                _paint(made, laid.plate)
            else:
                laid.blend(made)
        return made

    def _plate(self, words: Words, above: int) -> _Laid:
        known = (words, above)
        if known not in self._kept:
            place, text = words
            self._kept[known] = _Laid(draw_plate(text, place, self._size, above))
            while len(self._kept) > _MOST_KEPT:
                self._kept.popitem(last=False)
        self._kept.move_to_end(known)
        return self._kept[known]


class _Laid:
    """A plate, and what it is in the planes of "yuv420p"."""

    def __init__(self, plate: Plate) -> None:
        self.plate = plate

    def blend(self, frame: VideoFrame) -> None:
        """Into the part of a "yuv420p" frame on which it lies."""
        import numpy as np

        for number, (rows, (shown, seen)) in enumerate(
            zip(planes_of(frame), self._planes, strict=True)
        ):
            part = 2 if number else 1
            left, top = self.plate.left // part, self.plate.top // part
            under = rows[top : top + len(shown), left : left + shown.shape[1]]
            inside = np.s_[: len(under), : under.shape[1]]
            mixed = under.astype(np.uint16) * (256 - seen[inside]) + shown[inside] * seen[inside]
            under[:] = mixed >> 8

    @cached_property
    def _planes(self) -> list[tuple[NDArray[np.uint16], NDArray[np.uint16]]]:
        """Each plane's levels, and how much of them is seen, in 256ths."""
        import numpy as np

        image = self.plate.image
        lines: Bytes = np.frombuffer(image.constBits(), np.uint8)
        pixels = lines.reshape(image.height(), image.bytesPerLine())[:, : image.width() * 4]
        blue, green, red, alpha = (
            pixels.reshape(image.height(), image.width(), 4)[..., channel].astype(np.float32)
            for channel in range(4)
        )
        light = 0.2126 * red + 0.7152 * green + 0.0722 * blue
        levels = (
            16 + light * (219 / 255),
            128 + (blue - light) * (112 / 255 / 0.9278),
            128 + (red - light) * (112 / 255 / 0.7874),
        )
        whole = alpha * (256 / 255)
        return [
            (_halved(level, part).astype(np.uint16), _halved(whole, part).round().astype(np.uint16))
            for level, part in zip(levels, (1, 2, 2), strict=True)
        ]


def _halved(values: NDArray[np.float32], part: int) -> NDArray[np.float32]:
    """The mean of each square of `part` times `part` pixels."""
    import numpy as np

    if part == 1:
        return values
    height, width = values.shape
    squares = values.reshape(height // part, part, width // part, part)
    return np.asarray(squares.mean(axis=(1, 3)), np.float32)


def _paint(frame: VideoFrame, plate: Plate) -> None:
    canvas: QImage = image_of(frame)
    painter = QPainter(canvas)
    painter.drawImage(plate.left, plate.top, plate.image)
    painter.end()
