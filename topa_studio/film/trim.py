"""Which part of its clip a shot uses, counted in whole frames from the clip's beginning."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from topa_studio.model.rate import frame_of, frames_of, seconds_of
from topa_studio.model.scenario import Shot


@dataclass(frozen=True, slots=True)
class Used:
    """Frames `first` to before `last` of a clip of `whole` frames, 0: nobody knows how many."""

    first: int
    last: int
    whole: int = 0

    @property
    def frames(self) -> int:
        """How long the shot is."""
        return self.last - self.first

    def begin_at(self, frame: int) -> Used:
        """From this frame on to the same end; a frame at least is left."""
        return Used(min(max(0, frame), self.last - 1), self.last, self.whole)

    def end_at(self, frame: int) -> Used:
        """Up to this frame, which is the last, and at most to the clip's end."""
        last = min(frame + 1, self.whole) if self.whole else frame + 1
        return Used(self.first, max(self.first + 1, last), self.whole)


def used_of(shot: Shot, rate: Fraction, whole: int = 0) -> Used:
    """What a shot uses of its clip, which may be longer or shorter than that."""
    first = frame_of(shot.trim_start, rate)
    return Used(first, first + frames_of(shot, rate), whole)


def trim_of(used: Used, shot: Shot, rate: Fraction) -> dict[str, float] | None:
    """What the scenario says then, in seconds; None: nothing, as it is the whole of the shot."""
    if used.first == 0 and used.frames == frame_of(shot.duration, rate):
        return None
    return {"in": seconds_of(used.first, rate), "out": seconds_of(used.last, rate)}
