"""One open clip: asked for a moment it gives the picture on screen then, upright and scaled."""

from __future__ import annotations

import time
from collections import deque
from contextlib import ExitStack
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from topa_studio.base.errors import MediaError
from topa_studio.media.decoding import decoded
from topa_studio.media.opening import opened, picture_stream
from topa_studio.media.orientation import orientation_of
from topa_studio.media.scaling import Pixels, Scaling

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

_FORWARD = _STEP = 1.0
_KEPT = 12
_USUAL_RATE = 24.0
_LIGHT_PIXELS = 1920 * 1088
_FADING = 0.98
_TOLERANCE = 0.1
_FAR_APART = 12.0
"""Seconds between key frames beyond which a seek takes too long to be waited for."""


class Held(NamedTuple):
    """A decoded frame, and when it is shown, in seconds from the clip's first."""

    frame: VideoFrame
    time: float


class ClipReader:
    """Frames of a clip by their moment in seconds, counted from its first picture.

    Used by one thread. Asking onwards decodes on, asking elsewhere seeks. Damage in the middle is
    passed over; behind the end the last frame is held.

    Args:
        size: the frames fit into this many pixels (width, height); None: the clip's own size.
        pixels: "bgra" (full range) or "yuv420p" (BT.709, limited range).
        alone: no other clip is read at the same time, so that several threads work on this one.

    Raises:
        MediaError: it is missing, damaged, or holds no picture; also from every question.
    """

    def __init__(
        self,
        path: Path,
        size: tuple[int, int] | None = None,
        pixels: Pixels = "bgra",
        *,
        alone: bool = True,
    ) -> None:
        self.path = path
        with ExitStack() as shut:
            self._container = shut.enter_context(opened(path))
            self._stream = picture_stream(self._container, path)
            self._shut = shut.pop_all()
        self._stream.thread_type = "AUTO" if alone else "NONE"
        self._base = float(self._stream.time_base or 0) or 1.0
        self._origin = (self._stream.start_time or 0) * self._base
        self.rate = float(self._stream.average_rate or 0) or _USUAL_RATE
        self._scaling = Scaling(size, pixels)
        self._frames = decoded(self._container, self._stream)
        self._orientation = 0  # not known yet
        self._pixel = pixel_of(self._stream)
        self._is_large = _is_large(self._stream) or self._is_sparse()
        self._now: Held | None = None
        self._next: Held | None = None
        self._is_ahead = True  # whether the next was asked for
        self._last = self._played = self._spent = 0.0
        self._scaled: VideoFrame | None = None
        self._kept: deque[Held] = deque(maxlen=_KEPT)

    @property
    def seconds(self) -> float:
        """The clip's length as it says itself; 0: it does not say."""
        length = (self._stream.duration or 0) * self._base
        return length or max(0.0, (self._container.duration or 0) / 1_000_000)

    def at(self, seconds: float) -> VideoFrame:
        """The newest frame not later than `seconds`; it is not to be written into."""
        wanted = max(0.0, seconds) + self._tolerance
        if not self._is_ahead:
            self._next, self._is_ahead = self._pulled(), True
        if wanted < self._time and (kept := self._behind(wanted)) is not None:
            return kept
        keep_from = wanted - _KEPT / self.rate if 0 < self._time - wanted < _STEP else inf
        if self._now is None or wanted < self._now.time or self._is_far(wanted):
            self._kept.clear()
            self._seek(wanted)
        before, begun = self._time, time.perf_counter()
        while self._next is not None and self._next.time <= wanted:
            self._keep(keep_from)
            self._now, self._next, self._scaled = self._next, self._pulled(), None
        self._keep(keep_from)
        if self._time > before:
            # Of the last seconds only: what else the machine does comes and goes.
            self._played = self._played * _FADING + self._time - before
            self._spent = self._spent * _FADING + time.perf_counter() - begun
        return self._shown()

    def near(self, seconds: float) -> VideoFrame:
        """The key frame at or before `seconds`, at once; `at` decodes on from there."""
        self._kept.clear()
        self._seek(max(0.0, seconds) + self._tolerance, ahead=False)
        return self._shown()

    @property
    def is_heavy(self) -> bool:
        """Whether it is too slow to be shown or sought in here, or likely is on most machines."""
        return self._is_large or (self._played > 1 and self._spent > 0.9 * self._played)

    def resize(self, size: tuple[int, int] | None) -> None:
        """From now on frames fit into `size`."""
        self._scaling = Scaling(size, self._scaling.pixels)
        self._scaled = None
        self._kept.clear()

    def close(self) -> None:
        """Close the file; nothing may be asked any more."""
        self._now = self._next = self._scaled = None
        self._kept.clear()
        self._frames = iter(())
        self._shut.close()

    def _keep(self, begin: float) -> None:
        """Going back, the frames before the wanted one are the next ones that are asked for."""
        if self._now is not None and self._now.time > begin:
            self._kept.append(Held(self._shown(), self._now.time))

    def _behind(self, wanted: float) -> VideoFrame | None:
        if not self._kept or not self._kept[0].time <= wanted < self._kept[-1].time:
            return None
        return next(held.frame for held in reversed(self._kept) if held.time <= wanted)

    @property
    def _time(self) -> float:
        return 0.0 if self._now is None else self._now.time

    @property
    def _tolerance(self) -> float:
        """Moments are rounded, here and in the file: so much of a frame may be missing."""
        return max(0.002, _TOLERANCE / self.rate)

    def _shown(self) -> VideoFrame:
        import av

        if self._now is None:
            raise MediaError("media.no-picture", path=str(self.path))
        if self._scaled is None:
            try:
                self._orientation = self._orientation or lies(self._now.frame)
                self._scaled = self._scaling.scaled(self._now.frame, self._orientation, self._pixel)
            except (av.FFmpegError, OSError, ValueError, MemoryError) as error:
                raise MediaError("media.unreadable", path=str(self.path)) from error
        return self._scaled

    def _is_far(self, wanted: float) -> bool:
        """Whether it is more than a step, and a key frame lies between."""
        if self._now is None or self._next is None or wanted - self._now.time < _FORWARD:
            return False
        entries = self._stream.index_entries
        place = entries.search_timestamp(self._stamp(wanted), backward=True)
        return place < 0 or self._moment(entries[place].timestamp) > self._next.time

    def _is_sparse(self) -> bool:
        """Whether there is a moment from which the key frame before it is far away."""
        keys = [e.timestamp for e in self._stream.index_entries if e.is_keyframe]
        moments = [*map(self._moment, keys), self.seconds]
        return any(after - before > _FAR_APART for before, after in pairwise(moments))

    def _stamp(self, wanted: float) -> int:
        return int((wanted + self._origin) / self._base)

    def _moment(self, stamp: int) -> float:
        return stamp * self._base - self._origin

    def _seek(self, wanted: float, *, ahead: bool = True) -> None:
        """Stand at the key frame before `wanted`; at the first frame where there is none.

        Args:
            ahead: decode the frame after it, too, by which going on is decided.
        """
        import av

        self._scaled, self._last = None, 0.0
        target = min(wanted, self.seconds or wanted)
        for place in (target, 0.0):
            try:
                self._container.seek(self._stamp(place), stream=self._stream, backward=True)
            except (av.FFmpegError, OverflowError):
                if place:
                    continue
            self._frames = decoded(self._container, self._stream)
            self._now, self._is_ahead = self._pulled(), ahead
            self._next = self._pulled() if ahead else None
            if self._now is not None and self._now.time <= wanted:
                return

    def _pulled(self) -> Held | None:
        frame = next(self._frames, None)
        if frame is None:
            return None
        pts = frame.pts
        self._last = self._last + 1 / self.rate if pts is None else self._moment(pts)
        return Held(frame, self._last)


def _is_large(stream: VideoStream) -> bool:
    """Whether it has more pixels than 1080p, or more than 8 bits for each of their parts."""
    if stream.width * stream.height > _LIGHT_PIXELS:
        return True
    return stream.format is not None and any(part.bits > 8 for part in stream.format.components)


def lies(frame: VideoFrame) -> int:
    """How a clip lies of which this is a frame, as EXIF counts."""
    # A frame that is asked for its side data holds itself until garbage is collected.
    return orientation_of(frame if frame.rotation else frame.reformat(2, 2))


def pixel_of(stream: VideoStream) -> float:
    """Width to height of a pixel, which need not be square."""
    told = stream.sample_aspect_ratio or stream.codec_context.sample_aspect_ratio
    return float(told) if told and 0.1 <= told <= 10 else 1.0
