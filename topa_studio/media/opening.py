"""Opens clips and pictures for reading; whatever is wrong with a file becomes a MediaError.

A file from elsewhere may name other files or addresses to be read: none is. Only formats that
hold their own pictures are known here, and only that one file is opened.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.base.regular import open_regular
from topa_studio.media.measure import HEAD_BYTES, MOST_PIXELS, told_size

_FORMATS = "mov,mp4,matroska,webm,avi,gif,png_pipe,jpeg_pipe,webp_pipe,bmp_pipe,image2"
_SOUNDS = "mov,mp4,matroska,webm,avi,wav,w64,mp3,aac,flac,ogg,aiff,caf,ac3,eac3,amr,wv"
_OPTIONS = {"protocol_whitelist": "file", "pattern_type": "none"}
_THREADS = 2
# Nothing is decoded to learn more than the file's head tells.
_BRIEFLY = {"codec_whitelist": "none", "probesize": "32"}

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.stream import Stream
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream


@contextmanager
def opened(
    path: Path, *, strict: bool = False, sound: bool = False, briefly: bool = False
) -> Iterator[InputContainer]:
    """The file as PyAV's container; closed at the end of the block.

    Args:
        strict: a file that ends too early or does not unpack whole is damaged, though some of it
            could be shown.
        sound: it is to be heard: files that hold no picture are known too.
        briefly: only what the head of the file tells is asked for, which may be less than it holds.

    Raises:
        MediaError: it is missing or damaged, also where that shows only later in the block.
    """
    import av

    try:
        with open_regular(path) as file:
            _refuse_bomb(told_size(file.read(HEAD_BYTES)), path)
        # A bare name could be taken for an address, as in "concat:one|two".
        options = {**_OPTIONS, "format_whitelist": _SOUNDS if sound else _FORMATS}
        options |= _BRIEFLY if briefly else {}
        with av.open(f"file:{path.absolute()}", options=options) as container:
            for stream in filter(is_known, container.streams.video):
                _refuse_bomb((stream.width, stream.height), path)
                stream.codec_context.thread_count = _THREADS
                if strict:
                    stream.codec_context.options = {"err_detect": "explode"}
            yield container
    except FileNotFoundError as error:
        raise MediaError("media.missing", path=str(path)) from error
    except (av.FFmpegError, OSError, ValueError, EOFError) as error:
        raise MediaError("media.unreadable", path=str(path)) from error


def _refuse_bomb(size: tuple[int, int] | None, path: Path) -> None:
    if size is not None and size[0] * size[1] > MOST_PIXELS:
        raise MediaError("media.too-large", path=str(path), width=size[0], height=size[1])


def picture_stream(container: InputContainer, path: Path) -> VideoStream:
    """The stream that holds the pictures. Raises MediaError where there is none."""
    for stream in filter(is_known, container.streams.video):
        return stream
    raise MediaError("media.no-picture", path=str(path))


def is_known(stream: Stream) -> bool:
    """Whether there is a decoder for it here; a stream without one has no facts either."""
    return getattr(stream, "codec_context", None) is not None


def first_picture(container: InputContainer, path: Path) -> VideoFrame:
    """The next picture that can be decoded. Raises MediaError where there is none."""
    stream = picture_stream(container, path)
    for frame in container.decode(stream):
        return frame
    raise MediaError("media.no-picture", path=str(path))
