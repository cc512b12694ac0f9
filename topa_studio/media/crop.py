"""Cuts a picture to the film's ratio around its middle; one that fits already is only copied."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.media.opening import first_picture, opened
from topa_studio.media.orientation import UPRIGHT, told_orientation, turned
from topa_studio.media.pictures import encoded, has_alpha
from topa_studio.media.sniff import SNIFF_BYTES, sniff

if TYPE_CHECKING:
    from av.video.frame import VideoFrame

NEAR = 0.02
"""How far a ratio may be off, as a share, and still count as the asked one."""


def ratio_value(ratio: str) -> float:
    """ "16:9" as 1.777. Raises MediaError where it is not two positive numbers."""
    left, colon, right = ratio.partition(":")
    try:
        width, height = float(left), float(right)
    except ValueError:
        width, height = 0.0, 0.0
    if not colon or width <= 0 or height <= 0:
        raise MediaError("media.bad-ratio", ratio=ratio)
    return width / height


def cropped(source: Path, ratio: str = "") -> bytes:
    """`source` (PNG, JPEG or WebP) upright as the bytes of a PNG, cut to `ratio` ("16:9").

    Where the ratio is within `NEAR`, or none is given, nothing is cut; a PNG that stands upright
    then stays byte for byte.

    Raises:
        MediaError: the picture is missing or damaged, or the ratio is no ratio.
    """
    wanted = ratio_value(ratio) if ratio else 0.0
    with opened(source, strict=True) as container:
        lying = first_picture(container, source)
        orientation = told_orientation(source)
        frame = turned(lying, orientation)
        data = source.read_bytes()
        size = cut_size(frame.width, frame.height, wanted)
        if size != (frame.width, frame.height):
            data = encoded(_middle(frame, size), "png")
        elif orientation != UPRIGHT or sniff(data[:SNIFF_BYTES]) != "png":
            data = encoded(frame, "png")
    return data


def cut_size(width: int, height: int, wanted: float) -> tuple[int, int]:
    """What is left of a picture that is cut to a ratio (0: not cut)."""
    if not wanted or abs(width / height / wanted - 1) <= NEAR:
        return width, height
    if width / height > wanted:
        return max(1, round(height * wanted)), height
    return width, max(1, round(width / wanted))


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
