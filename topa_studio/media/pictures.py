"""One picture in memory to the bytes of a PNG or JPEG file, by FFmpeg's own encoders."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from topa_studio.media.orientation import has_alpha
from topa_studio.media.scaling import converted

if TYPE_CHECKING:
    from av.video.codeccontext import VideoCodecContext
    from av.video.frame import VideoFrame

_PIXELS = {"png": "rgb24", "jpeg": "yuvj420p"}
_CODECS = {"png": "png", "jpeg": "mjpeg"}


def encoded(
    frame: VideoFrame, kind: Literal["png", "jpeg"], size: tuple[int, int] | None = None
) -> bytes:
    """The bytes of a file that shows `frame`, scaled to `size` (width, height) where given.

    A picture with transparency keeps it in PNG.
    """
    from av.video.reformatter import VideoReformatter

    width, height = size or (frame.width, frame.height)
    pixels = "rgba" if kind == "png" and has_alpha(frame) else _PIXELS[kind]
    ready = converted(VideoReformatter(), frame, (width, height), pixels, "BILINEAR")
    context = _encoder(kind, width, height, pixels)
    ready.pts = 0
    return b"".join(bytes(packet) for packet in (*context.encode(ready), *context.encode(None)))


def _encoder(kind: str, width: int, height: int, pixels: str) -> VideoCodecContext:
    from fractions import Fraction

    import av

    context = av.CodecContext.create(_CODECS[kind], "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width, context.height, context.pix_fmt = width, height, pixels
    context.time_base = Fraction(1, 25)
    if kind == "jpeg":
        context.options = {"qmin": "3", "qmax": "3"}
    return context
