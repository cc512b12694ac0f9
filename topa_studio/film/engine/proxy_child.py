"""The child that makes a smaller copy of a clip's pictures: SOURCE TARGET, at low priority."""

from __future__ import annotations

import contextlib
import os
import sys
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.media.decoding import decoded
from topa_studio.media.opening import opened, picture_stream
from topa_studio.media.reader import lies, pixel_of
from topa_studio.media.scaling import Scaling

if TYPE_CHECKING:
    from av.container import OutputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

SIZE = (1280, 1280)
_NICE = 10
_BASE = Fraction(1, 90_000)
_OPTIONS = {"preset": "veryfast", "crf": "21", "tune": "fastdecode"}


def main() -> int:
    """0: the copy is whole; 1: it could not be made."""
    import av

    av.logging.set_level(None)
    with contextlib.suppress(OSError, AttributeError):
        os.nice(_NICE)
    source, target = Path(sys.argv[1]), Path(sys.argv[2])
    try:
        smaller(source, target)
    except (MediaError, av.FFmpegError, OSError, ValueError, MemoryError):
        return 1
    return 0


def smaller(source: Path, target: Path) -> None:
    """Write the pictures of `source` upright into `target` (MP4), each at its own moment.

    Raises:
        MediaError: `source` is missing or damaged.
        OSError, av.FFmpegError: `target` cannot be written.
    """
    import av

    with opened(source) as container, av.open(str(target), "w", format="mp4") as out:
        stream = picture_stream(container, source)
        stream.thread_type = "AUTO"
        base = stream.time_base or _BASE
        origin = stream.start_time or 0
        scaling = Scaling(SIZE, "yuv420p", "BILINEAR")
        orientation, made, last = 0, None, -1
        for frame in decoded(container, stream):
            orientation = orientation or lies(frame)
            ready = scaling.scaled(frame, orientation, pixel_of(stream))
            told = last + 1 if frame.pts is None else round((frame.pts - origin) * base / _BASE)
            if told <= last:
                continue
            made = made or _stream(out, stream, ready)
            last = ready.pts = told
            ready.time_base = _BASE
            out.mux(made.encode(ready))
        if made is None:
            raise MediaError("media.no-picture", path=str(source))
        out.mux(made.encode(None))


def _stream(out: OutputContainer, like: VideoStream, frame: VideoFrame) -> VideoStream:
    rate = like.average_rate or Fraction(24)
    made = out.add_stream("libx264", rate=rate)
    made.width, made.height, made.pix_fmt = frame.width, frame.height, "yuv420p"
    made.codec_context.time_base = made.time_base = _BASE
    made.codec_context.thread_count = 1
    made.options = {**_OPTIONS, "g": str(max(1, round(rate)))}
    return made


if __name__ == "__main__":
    sys.exit(main())
