"""Real pictures in the formats that a service or a person may bring."""

from __future__ import annotations

from fractions import Fraction

import av


def picture_in(codec: str) -> bytes:
    """A grey 640x360 picture by one of the codecs "libwebp" and "mjpeg"."""
    context = av.CodecContext.create(codec, "w")
    assert isinstance(context, av.VideoCodecContext)
    context.width, context.height = 640, 360
    context.pix_fmt = "yuv420p" if codec == "libwebp" else "yuvj420p"
    context.time_base = Fraction(1, 25)
    frame = av.VideoFrame(640, 360, context.pix_fmt)
    frame.pts = 0
    return b"".join(bytes(packet) for packet in (*context.encode(frame), *context.encode(None)))
