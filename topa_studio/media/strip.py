"""A handful of small frames spread over a part of a clip, read in one pass."""

from __future__ import annotations

from pathlib import Path

from topa_studio.media.frames import small
from topa_studio.media.opening import opened, picture_stream
from topa_studio.media.orientation import orientation_of

_SPARE = 6
"""With so many frames for each that is shown, those that no other needs are not decoded."""


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
        if seconds * float(stream.average_rate or 0) > count * _SPARE:
            stream.codec_context.skip_frame = "NONREF"
        if start > 0 and stream.time_base is not None:
            container.seek(int(start / stream.time_base), stream=stream, backward=True)
        for frame in container.decode(stream):
            if frame.time is not None and frame.time >= start + len(frames) * seconds / count:
                frames.append(small(frame, width, orientation_of(frame)))
            if len(frames) == count:
                break
    return frames
