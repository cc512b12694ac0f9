"""How long a shot is and may become: seconds that its model makes, or frames of its clip."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from topa_studio.film.trim import Used
from topa_studio.model.rate import moment_of


@dataclass(frozen=True, slots=True)
class Stretch:
    """A shot as it is before a hand makes it longer or shorter.

    Attributes:
        duration: seconds that are asked of its model, which makes `low` to `high` of them.
        used: what it uses of its clip; None: it has none.
    """

    duration: int
    low: int
    high: int
    rate: Fraction
    used: Used | None = None

    @property
    def seconds(self) -> float:
        """How long it lasts in the film."""
        return self.duration if self.used is None else moment_of(self.used.frames, self.rate)


Length = int | Used
"""Whole seconds to be made, or what is used of a clip."""


def pulled(shot: Stretch, moved: float, *, begins: bool, anew: bool = False) -> Length:
    """The shot once its end, or with `begins` its beginning, was moved by so many seconds.

    A clip is cut to the frame, or with `anew` asked for in the seconds that its model makes.
    """
    longer = -moved if begins else moved
    if shot.used is None or anew:
        return _legal(shot, shot.seconds + longer)
    used = shot.used
    frames = round(moved * shot.rate)
    if not frames:
        return used
    return used.begin_at(used.first + frames) if begins else used.end_at(used.last + frames - 1)


def stepped(shot: Stretch, step: int, *, anew: bool = False) -> Length:
    """The shot a step longer or shorter: a second to be made, or a frame of its clip's end."""
    if shot.used is None or anew:
        return _legal(shot, shot.duration + step)
    return shot.used.end_at(shot.used.last + step - 1)


def seconds_of(length: Length, rate: Fraction) -> float:
    """How long the shot lasts then."""
    return length if isinstance(length, int) else moment_of(length.frames, rate)


def is_other(shot: Stretch, length: Length) -> bool:
    """Whether anything is changed by it; seconds that are made anew end a trim."""
    if isinstance(length, int):
        whole = shot.used is None or shot.seconds == shot.duration
        return length != shot.duration or not whole
    return length != shot.used


def _legal(shot: Stretch, seconds: float) -> int:
    return min(max(int(seconds + 0.5), shot.low), shot.high)
