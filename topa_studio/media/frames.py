"""Single pictures out of clips: thumbnails for cards, the last frame to carry on from."""

from __future__ import annotations

import math
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.media.opening import opened, picture_stream
from topa_studio.media.orientation import UPRIGHT, is_on_its_side, orientation_in, turned
from topa_studio.media.pictures import encoded
from topa_studio.media.reader import ClipReader

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream


def thumbnail(path: Path, at: float, width: int) -> bytes:
    """The key frame at or before `at` seconds as JPEG bytes, `width` pixels wide.

    A picture file gives itself, made smaller.

    Raises:
        MediaError: the file is missing or damaged.
    """
    with opened(path) as container:
        stream = picture_stream(container, path)
        if not _is_still(container):
            stream.codec_context.skip_frame = "NONKEY"
        frame = _frame_at(container, stream, max(0.0, at))
        if frame is None:
            raise MediaError("media.no-picture", path=str(path))
        return small(frame, width, orientation_in(path, frame))


def last_frame(path: Path) -> bytes:
    """The last picture of the clip as PNG bytes, in the clip's own size.

    Raises:
        MediaError: the file is missing or damaged.
    """
    return frame_at(path, math.inf)


def frame_at(path: Path, seconds: float) -> bytes:
    """The newest picture of the clip that is not later than `seconds`, as `last_frame` gives it.

    It is the one that the film shows at that moment; seconds are counted from the first picture.

    Raises:
        MediaError: the file is missing or damaged.
    """
    with closing(ClipReader(path)) as reader:
        return encoded(reader.at(seconds).reformat(format="rgb24", threads=1), "png")


def small(frame: VideoFrame, width: int, orientation: int) -> bytes:
    """A frame upright as JPEG bytes, `width` pixels wide."""
    if not is_on_its_side(orientation):
        size = (width, max(2, round(frame.height * width / frame.width)))
    else:
        size = (max(2, round(frame.width * width / frame.height)), width)
    if orientation == UPRIGHT:
        return encoded(frame, "jpeg", size=size)
    smaller = frame.reformat(width=size[0], height=size[1], format="rgb24", threads=1)
    return encoded(turned(smaller, orientation), "jpeg")


def _frame_at(container: InputContainer, stream: VideoStream, at: float) -> VideoFrame | None:
    _seek(container, stream, at)
    for packet in container.demux(stream):
        # Asked for all it has, a decoder gives a key frame without waiting for what follows it.
        for frame in (*packet.decode(), *stream.codec_context.decode(None)):
            return frame
        break
    _seek(container, stream, at)
    for frame in container.decode(stream):
        return frame
    if at <= 0:
        return None
    return _frame_at(container, stream, 0.0)


def _seek(container: InputContainer, stream: VideoStream, at: float) -> None:
    if stream.time_base is None or not _seconds(stream) or _is_still(container):
        return
    container.seek(int(at / stream.time_base), stream=stream, backward=True)


def _is_still(container: InputContainer) -> bool:
    """Whether it is one picture: it cannot be searched, and may not count as a key frame."""
    return container.format.name.endswith("_pipe") or container.format.name == "image2"


def _seconds(stream: VideoStream) -> float:
    """The stream's length; 0 for a picture file, which cannot be searched."""
    if not stream.duration or stream.time_base is None or stream.frames == 1:
        return 0.0
    return float(stream.duration * stream.time_base)
