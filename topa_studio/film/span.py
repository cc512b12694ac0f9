"""Stretches of the film and its time code: pure arithmetic over the cut list, in frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from topa_studio.film.timing import Cut


class Reach(StrEnum):
    """How much is played, or played again and again; RANGE is what the user marked."""

    NONE = "none"
    SHOT = "shot"
    SCENE = "scene"
    FILM = "film"
    RANGE = "range"


@dataclass(frozen=True, slots=True)
class Span:
    """From frame `first` to before frame `last` of the film."""

    first: int
    last: int

    @property
    def frames(self) -> int:
        """How many there are."""
        return max(0, self.last - self.first)


def span_of(reach: Reach, cuts: Sequence[Cut], index: int) -> Span:
    """The stretch of the shot, scene or film around cut number `index`."""
    if not cuts:
        return Span(0, 0)
    match reach:
        case Reach.SHOT:
            return Span(cuts[index].first, cuts[index].last)
        case Reach.SCENE:
            scene = cuts[index].scene
            first = last = index
            while first > 0 and cuts[first - 1].scene == scene:
                first -= 1
            while last + 1 < len(cuts) and cuts[last + 1].scene == scene:
                last += 1
            return Span(cuts[first].first, cuts[last].last)
    return Span(0, cuts[-1].last)


def cut_beside(cuts: Sequence[Cut], frame: int, step: int) -> int | None:
    """Where the cut around a frame begins, or the one before (-1), or the next (1); None: nowhere.

    Back from inside of a cut is its own beginning.
    """
    firsts = [cut.first for cut in cuts]
    beside = [first for first in firsts if (first - frame) * step > 0]
    if not beside:
        return None
    return min(beside) if step > 0 else max(beside)


def time_code(frame: int, rate: Fraction) -> str:
    """Minutes, seconds and frames: "0:11.08"."""
    whole = max(0, frame) * rate.denominator // rate.numerator
    begun = -(-whole * rate.numerator // rate.denominator)
    return f"{whole // 60}:{whole % 60:02}.{max(0, frame) - begun:02}"
