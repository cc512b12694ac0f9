"""What decodes of a clip's pictures or sound, whatever of it is broken."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, overload

if TYPE_CHECKING:
    from av.audio.frame import AudioFrame
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_MOST_BROKEN = 300


@overload
def decoded(container: InputContainer, stream: VideoStream) -> Iterator[VideoFrame]: ...
@overload
def decoded(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]: ...
def decoded(container: InputContainer, stream: VideoStream | AudioStream) -> Iterator[Any]:
    """The frames from here on; a piece that does not decode is passed over.

    A broken end is the end, and so are very many broken pieces in a row.
    """
    import av

    broken = 0
    try:
        for packet in container.demux(stream):
            try:
                frames = packet.decode()
            except (av.FFmpegError, ValueError):
                broken += 1
                if broken > _MOST_BROKEN:
                    return
                continue
            for frame in frames:
                broken = 0
                yield frame
    except (av.FFmpegError, OSError, ValueError):
        return
