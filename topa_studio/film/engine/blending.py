"""Frames laid over, faded into and set beside each other: numpy on their own memory.

All are "bgra" or "yuv420p" (limited range). What is given is never written into.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, cast

from topa_studio.film.engine.painting import Painting
from topa_studio.media.scaling import Pixels

if TYPE_CHECKING:
    import numpy as np
    from av.video.frame import VideoFrame
    from av.video.plane import VideoPlane
    from numpy.typing import NDArray

    Bytes = NDArray[np.uint8]

_WHOLE = 256
_PIECE = 1 << 16
_BLACK = {"bgra": (0,), "yuv420p": (16, 128, 128)}


def rows_of(plane: VideoPlane, pixels: str) -> Bytes:
    """The memory of a plane, (height, bytes of a line) without what lies beside it."""
    import numpy as np

    wide = plane.width * 4 if pixels == "bgra" else plane.width
    lines: Bytes = np.frombuffer(memoryview(plane), np.uint8)[: plane.height * plane.line_size]
    return lines.reshape(plane.height, plane.line_size)[:, :wide]


def planes_of(frame: VideoFrame) -> list[Bytes]:
    """The memory of each plane; writing there changes the frame."""
    return [rows_of(plane, frame.format.name) for plane in frame.planes]


def empty(size: tuple[int, int], pixels: Pixels) -> VideoFrame:
    """A frame whose pixels are not set yet."""
    import av

    made = av.VideoFrame(size[0], size[1], pixels)
    if pixels == "yuv420p":
        made.colorspace, made.color_range = 1, 1  # BT.709, limited
    return made


@lru_cache(maxsize=4)
def black(size: tuple[int, int], pixels: Pixels) -> VideoFrame:
    """A black frame."""
    if pixels == "bgra":
        return cast("VideoFrame", Painting(*size))
    made = empty(size, pixels)
    for rows, level in zip(planes_of(made), _BLACK[pixels], strict=True):
        rows[:] = level
    return made


def placed(frame: VideoFrame, size: tuple[int, int], pixels: Pixels) -> VideoFrame:
    """`frame` in the middle of a black one; itself where it fills it."""
    if (frame.width, frame.height) == size:
        return frame
    made = empty(size, pixels)
    left, top = (size[0] - frame.width) // 2, (size[1] - frame.height) // 2
    if pixels == "yuv420p":
        left, top = left // 2 * 2, top // 2 * 2
    inner = zip(planes_of(made), planes_of(frame), _BLACK[pixels], strict=True)
    for number, (rows, shown, level) in enumerate(inner):
        part = 2 if number else 1
        across, down = left * (4 if pixels == "bgra" else 1) // part, top // part
        rows[:down], rows[down + len(shown) :] = level, level
        middle = rows[down : down + len(shown)]
        middle[:, :across], middle[:, across + shown.shape[1] :] = level, level
        middle[:, across : across + shown.shape[1]] = shown
    return _opaque(made)


def blended(below: VideoFrame, above: VideoFrame, opacity: float) -> VideoFrame:
    """`above` over `below`, both of one size, seen as far as `opacity` (0..1) says."""
    share = round(max(0.0, min(opacity, 1.0)) * _WHOLE)
    made = _like(below)
    for out, one, two in zip(planes_of(made), planes_of(below), planes_of(above), strict=True):
        _mix(out, one, _WHOLE - share, two, share)
    return made


def dimmed(frame: VideoFrame, light: float) -> VideoFrame:
    """`frame` as light as `light` (0..1) says; 0 is black."""
    import numpy as np

    share = round(max(0.0, min(light, 1.0)) * _WHOLE)
    made = _like(frame)
    levels = _BLACK[frame.format.name]
    for out, rows, level in zip(planes_of(made), planes_of(frame), levels, strict=True):
        _mix(out, rows, share, np.full((1, 1), level, np.uint8), _WHOLE - share)
    return _opaque(made)


def copied(frame: VideoFrame) -> VideoFrame:
    """The same picture in memory of its own."""
    made = _like(frame)
    for out, rows in zip(planes_of(made), planes_of(frame), strict=True):
        out[:] = rows
    return made


def _like(frame: VideoFrame) -> VideoFrame:
    pixels: Pixels = "bgra" if frame.format.name == "bgra" else "yuv420p"
    return empty((frame.width, frame.height), pixels)


def _mix(out: Bytes, one: Bytes, share: int, two: Bytes, other: int) -> None:
    """out = one * share + two * other, in 256ths, some lines at a time: these stay in the cache."""
    import numpy as np

    height, wide = out.shape
    step = max(1, _PIECE // max(1, wide))
    first, second = (np.empty((step, wide), np.uint16) for _ in range(2))
    for top in range(0, height, step):
        lines = out[top : top + step]
        a, b = first[: len(lines)], second[: len(lines)]
        np.multiply(one[top : top + step], np.uint16(share), out=a, dtype=np.uint16)
        # Rounded, so that a picture laid over itself is itself.
        np.multiply(
            two[top : top + step] if len(two) > 1 else two, np.uint16(other), out=b, dtype=np.uint16
        )
        np.add(a, b, out=a)
        np.add(a, np.uint16(_WHOLE // 2 - 1), out=a)
        np.right_shift(a, 8, out=a)
        lines[:] = a


def _opaque(frame: VideoFrame) -> VideoFrame:
    if frame.format.name == "bgra":
        planes_of(frame)[0][:, 3::4] = 255
    return frame
