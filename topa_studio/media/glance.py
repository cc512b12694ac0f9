"""A clip of which one picture is wanted: its first needs far less than opening the clip whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.media.measure import MOST_PIXELS
from topa_studio.media.opening import opened, picture_stream
from topa_studio.media.reader import ClipReader, lies, pixel_of
from topa_studio.media.scaling import Pixels, Scaling

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_SOON = 0.002


class Glance:
    """Asked as a `ClipReader`, which it becomes for anything but the picture a clip begins with.

    Nothing of the file is opened before. Raises MediaError from every question.
    """

    is_heavy = False

    def __init__(
        self, path: Path, size: tuple[int, int] | None, pixels: Pixels, *, alone: bool = True
    ) -> None:
        self._path, self._size, self._pixels, self._alone = path, size, pixels, alone
        self._reader: ClipReader | None = None

    def at(self, seconds: float) -> VideoFrame:
        """The newest frame not later than `seconds`; it is not to be written into."""
        return self._whole().at(seconds)

    def near(self, seconds: float) -> VideoFrame:
        """The key frame at or before `seconds`."""
        first = self._first() if seconds <= 0 and self._reader is None else None
        return self._whole().near(seconds) if first is None else first

    def resize(self, size: tuple[int, int] | None) -> None:
        """From now on frames fit into `size`."""
        self._size = size
        if self._reader is not None:
            self._reader.resize(size)

    def close(self) -> None:
        """Close the file."""
        if self._reader is not None:
            self._reader.close()

    def _whole(self) -> ClipReader:
        if self._reader is None:
            self._reader = ClipReader(self._path, self._size, self._pixels, alone=self._alone)
        return self._reader

    def _first(self) -> VideoFrame | None:
        """The picture that it begins with; None where that takes the ordinary way."""
        import av

        try:
            with opened(self._path, briefly=True) as container:
                stream = picture_stream(container, self._path)
                frame = _begins_with(next(container.demux(stream)), stream)
                if frame is None:
                    return None
                scaling = Scaling(self._size, self._pixels)
                return scaling.scaled(frame, lies(frame), pixel_of(stream))
        except MediaError as error:
            if error.code == "media.missing":
                raise
        except (av.FFmpegError, OSError, ValueError, MemoryError, StopIteration):
            pass
        return None


def _begins_with(packet: object, stream: VideoStream) -> VideoFrame | None:
    """What a clip's first packet alone holds, where that is a whole picture shown at its begin."""
    import av

    assert isinstance(packet, av.Packet)
    if not packet.is_keyframe:
        return None
    codec = stream.codec_context
    codec.thread_count, codec.thread_type = 1, "NONE"
    # No size of the pictures is known before: the decoder is to refuse one too large.
    codec.options = {"max_pixels": str(MOST_PIXELS)}
    # Asked for all it has, a decoder gives a key frame without waiting for what follows it.
    frames = [*codec.decode(packet), *codec.decode(None)]
    if len(frames) != 1 or frames[0].is_corrupt or frames[0].pts is None:
        return None
    late = (frames[0].pts - (stream.start_time or 0)) * float(stream.time_base or 0)
    return frames[0] if late <= _SOON else None
