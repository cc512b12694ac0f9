"""Cuts a picture to the film's ratio around its middle; one that fits already is only copied."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.media.opening import first_picture, opened
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


def cropped(source: Path, ratio: str) -> bytes:
    """`source` (PNG, JPEG or WebP) as the bytes of a PNG, cut to `ratio` ("16:9").

    Where the ratio is within `NEAR` nothing is cut; a PNG then stays byte for byte.

    Raises:
        MediaError: the picture is missing or damaged, or the ratio is no ratio.
    """
    wanted = ratio_value(ratio)
    with opened(source) as container:
        frame = first_picture(container, source)
        data = source.read_bytes()
        if abs(frame.width / frame.height / wanted - 1) > NEAR:
            data = encoded(_middle(frame, wanted), "png")
        elif sniff(data[:SNIFF_BYTES]) != "png":
            data = encoded(frame, "png")
    return data


def _middle(frame: VideoFrame, wanted: float) -> VideoFrame:
    """The largest part around the middle that has the wanted ratio; transparency stays."""
    import av

    pixels = "rgba" if has_alpha(frame) else "rgb24"
    width, height = frame.width, frame.height
    if width / height > wanted:
        width = max(1, round(height * wanted))
    else:
        height = max(1, round(width / wanted))
    left, top = (frame.width - width) // 2, (frame.height - height) // 2
    array = frame.to_ndarray(format=pixels)
    return av.VideoFrame.from_ndarray(
        array[top : top + height, left : left + width].copy(), format=pixels
    )
