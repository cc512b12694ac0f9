"""Pictures cut to a part, or made as a service takes them: large enough, not too narrow."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.media.crop import lighter
from topa_studio.media.opening import first_picture, opened
from topa_studio.media.orientation import has_alpha, told_orientation, turned
from topa_studio.media.pictures import encoded

if TYPE_CHECKING:
    import numpy as np
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray


def part(source: Path, left: float, top: float, width: float, height: float) -> bytes:
    """A part of the upright picture, in shares of its width and height, as the bytes of a PNG.

    Raises:
        MediaError: the picture is missing or damaged; "media.nothing-left" where no pixel is.
    """
    with opened(source, strict=True) as container:
        frame = turned(first_picture(container, source), told_orientation(source))
        first = round(left * frame.width), round(top * frame.height)
        last = round((left + width) * frame.width), round((top + height) * frame.height)
        if min(*first) < 0 or last[0] > frame.width or last[1] > frame.height:
            raise MediaError("media.nothing-left", path=str(source))
        if last[0] <= first[0] or last[1] <= first[1]:
            raise MediaError("media.nothing-left", path=str(source))
        return encoded(_cut(frame, first, last), "png")


def mended(source: Path, least: int, narrowest: float, widest: float, most: int) -> bytes:
    """The picture upright, as PNG (JPEG where that is over `most` bytes; 0: nothing is too much).

    Args:
        least: fewest pixels of its sides; a smaller one is enlarged.
        narrowest, widest: width as a part of the height; beyond, the edges are drawn out.

    Raises:
        MediaError: it is missing or damaged.
    """
    with opened(source, strict=True) as container:
        frame = turned(first_picture(container, source), told_orientation(source))
        frame = _padded(frame, narrowest, widest)
        scale = max(1.0, least / min(frame.width, frame.height))
        size = max(least, round(frame.width * scale)), max(least, round(frame.height * scale))
        data = encoded(frame, "png", size if scale > 1 else None)
        return data if not most or len(data) <= most else lighter(frame, most)


def _cut(frame: VideoFrame, first: tuple[int, int], last: tuple[int, int]) -> VideoFrame:
    import av

    pixels = "rgba" if has_alpha(frame) else "rgb24"
    array = frame.to_ndarray(format=pixels)[first[1] : last[1], first[0] : last[0]]
    return av.VideoFrame.from_ndarray(array.copy(), format=pixels)


def _padded(frame: VideoFrame, narrowest: float, widest: float) -> VideoFrame:
    """The picture in the middle of one of a shape that is taken; its outermost lines go on."""
    import av
    import numpy as np

    # A pixel more than needed, so that no rounding leaves it outside.
    wide = int(frame.height * narrowest) + 1 - frame.width
    high = int(frame.width / widest) + 1 - frame.height
    ratio = frame.width / frame.height
    if narrowest <= ratio <= widest:
        return frame
    across, down = (max(wide, 0), 0) if ratio < narrowest else (0, max(high, 0))
    pixels = "rgba" if has_alpha(frame) else "rgb24"
    edges = ((down // 2, down - down // 2), (across // 2, across - across // 2), (0, 0))
    lying = frame.to_ndarray(format=pixels).astype(np.uint8, copy=False)
    array: NDArray[np.uint8] = np.pad(lying, edges, mode="edge")
    return av.VideoFrame.from_ndarray(array, format=pixels)
