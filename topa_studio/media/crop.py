"""Cuts a picture to the film's ratio around its middle; one that fits already is only copied."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

from topa_studio.base.regular import read_regular
from topa_studio.media.opening import first_picture, opened
from topa_studio.media.orientation import UPRIGHT, has_alpha, told_orientation, turned
from topa_studio.media.pictures import encoded
from topa_studio.media.ratio import cut_size
from topa_studio.media.sniff import SNIFF_BYTES, sniff

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

_MOST_BYTES = 512 * 1024 * 1024
_SMALLER = 0.8


def cropped(source: Path, ratio: str = "", most: int = 0) -> bytes:
    """`source` (PNG, JPEG or WebP) upright as the bytes of a PNG, cut to `ratio` ("16:9").

    Where the ratio is near enough, or none is given, nothing is cut; a PNG that stands upright
    then stays byte for byte. What would be more than `most` bytes (0: nothing is too much) becomes
    a JPEG, and smaller where that is still too much; transparency keeps it a PNG.

    Raises:
        MediaError: the picture is missing or damaged, or the ratio is no ratio.
    """
    with opened(source, strict=True) as container:
        lying = first_picture(container, source)
        orientation = told_orientation(source)
        frame = turned(lying, orientation)
        data = read_regular(source, _MOST_BYTES)
        size = cut_size(frame.width, frame.height, ratio)
        is_whole = size == (frame.width, frame.height)
        if not is_whole:
            frame = _middle(frame, size)
        if not is_whole or orientation != UPRIGHT or sniff(data[:SNIFF_BYTES]) != "png":
            data = encoded(frame, "png")
        return data if not most or len(data) <= most else lighter(frame, most)


def lighter(frame: VideoFrame, most: int) -> bytes:
    """As JPEG (PNG where it has transparency), and smaller, until it has `most` bytes at most."""
    kind: Literal["png", "jpeg"] = "png" if has_alpha(frame) else "jpeg"
    width, height = frame.width, frame.height
    while len(data := encoded(frame, kind, (width, height))) > most and min(width, height) > 1:
        width, height = round(width * _SMALLER), round(height * _SMALLER)
    return data


def _middle(frame: VideoFrame, size: tuple[int, int]) -> VideoFrame:
    """The part of that size around the middle; transparency stays."""
    import av

    pixels = "rgba" if has_alpha(frame) else "rgb24"
    width, height = size
    left, top = (frame.width - width) // 2, (frame.height - height) // 2
    array = frame.to_ndarray(format=pixels)
    return av.VideoFrame.from_ndarray(
        array[top : top + height, left : left + width].copy(), format=pixels
    )
