"""Frames and seconds: a frame of the film is a whole number, and time is counted in frames."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from topa_studio.model.scenario import Shot

LEAST_FPS, MOST_FPS = 1, 240
MOST_SECONDS = 86_400
"""No film, clip or sound file is longer than a day."""
_USUAL = 24.0
_ENDLESS = 1e9
_NTSC = Fraction(1000, 1001)


class Hundredths(float):
    """A number that is told with two digits behind the point, which the window may write as ","."""

    def __format__(self, form: str) -> str:
        return format(float(self), form or ".2f")


@lru_cache(maxsize=32)
def rate_of(fps: float) -> Fraction:
    """Frames a second as a fraction; 23.976, 29.97 and 59.94 mean n * 1000/1001.

    What no film can have (below `LEAST_FPS`, beyond `MOST_FPS`, no number) is the usual 24.
    """
    if not LEAST_FPS <= fps <= MOST_FPS:
        fps = _USUAL
    near = round(fps) * _NTSC
    if abs(float(near) - fps) < 0.005 and abs(round(fps) - fps) > 1e-9:
        return near
    return Fraction(fps).limit_denominator(1000)


def frame_of(seconds: float, rate: Fraction) -> int:
    """The nearest frame to a moment written in seconds."""
    return int(min(seconds, _ENDLESS) * rate.numerator / rate.denominator + 0.5)


def seconds_of(frame: int, rate: Fraction) -> float:
    """A frame's moment as it is written: at most three decimals, which mean that frame."""
    return round(frame * rate.denominator / rate.numerator, 3)


def moment_of(frame: int, rate: Fraction) -> float:
    """When a frame begins, in seconds."""
    return frame * rate.denominator / rate.numerator


def frames_of(shot: Shot, rate: Fraction) -> int:
    """How many frames a shot lasts: from its trim's `in` to its `out`, else its duration."""
    trim = shot.trim
    if trim is None or trim.end is None or trim.end <= trim.start:
        return max(1, frame_of(shot.duration, rate))
    return max(1, frame_of(trim.end, rate) - frame_of(trim.start, rate))
