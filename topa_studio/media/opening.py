"""Opens clips and pictures for reading; whatever is wrong with a file becomes a MediaError."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream


@contextmanager
def opened(path: Path) -> Iterator[InputContainer]:
    """The file as PyAV's container; closed at the end of the block.

    Raises:
        MediaError: it is missing or damaged, also where that shows only later in the block.
    """
    import av

    try:
        with av.open(str(path)) as container:
            yield container
    except FileNotFoundError as error:
        raise MediaError("media.missing", path=str(path)) from error
    except (av.FFmpegError, OSError, ValueError, EOFError) as error:
        raise MediaError("media.unreadable", path=str(path)) from error


def picture_stream(container: InputContainer, path: Path) -> VideoStream:
    """The stream that holds the pictures. Raises MediaError where there is none."""
    if not container.streams.video:
        raise MediaError("media.no-picture", path=str(path))
    return container.streams.video[0]


def first_picture(container: InputContainer, path: Path) -> VideoFrame:
    """The next picture that can be decoded. Raises MediaError where there is none."""
    stream = picture_stream(container, path)
    for frame in container.decode(stream):
        return frame
    raise MediaError("media.no-picture", path=str(path))
