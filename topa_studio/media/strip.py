"""A handful of small frames spread over a part of a clip, read in one pass."""

from __future__ import annotations

from pathlib import Path

from topa_studio.media.frames import small
from topa_studio.media.opening import opened, picture_stream
from topa_studio.media.orientation import orientation_of


def film_strip(path: Path, start: float, seconds: float, count: int, width: int) -> list[bytes]:
    """Up to `count` JPEG frames, `width` pixels wide, evenly spread over the stretch.

    `start` and `seconds` name the stretch; a clip that ends earlier gives fewer frames.

    Raises:
        MediaError: the file is missing or damaged.
    """
    frames: list[bytes] = []
    with opened(path) as container:
        stream = picture_stream(container, path)
        stream.codec_context.thread_type = "SLICE"
        if start > 0 and stream.time_base is not None:
            container.seek(int(start / stream.time_base), stream=stream, backward=True)
        for frame in container.decode(stream):
            if frame.time is not None and frame.time >= start + len(frames) * seconds / count:
                frames.append(small(frame, width, orientation_of(frame)))
            if len(frames) == count:
                break
    return frames
