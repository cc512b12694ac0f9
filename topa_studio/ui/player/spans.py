"""Stretches of the film and its time code: pure arithmetic over the cut list."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from topa_studio.film.timing import Cut

TINY = 1e-4
"""Seconds that count as none, since positions are sums of fractions."""


class Reach(StrEnum):
    """How much is played, or played again and again."""

    NONE = "none"
    SHOT = "shot"
    SCENE = "scene"
    FILM = "film"


@dataclass(frozen=True, slots=True)
class Span:
    """From `start` to `end`, in seconds of the film."""

    start: float
    end: float


def span_of(reach: Reach, cuts: Sequence[Cut], index: int) -> Span:
    """The stretch of the shot, scene or film around cut number `index`."""
    if not cuts:
        return Span(0.0, 0.0)
    match reach:
        case Reach.SHOT:
            return Span(cuts[index].start, cuts[index].end)
        case Reach.SCENE:
            scene = cuts[index].scene
            first = last = index
            while first > 0 and cuts[first - 1].scene == scene:
                first -= 1
            while last + 1 < len(cuts) and cuts[last + 1].scene == scene:
                last += 1
            return Span(cuts[first].start, cuts[last].end)
    return Span(0.0, cuts[-1].end)


def index_at(cuts: Sequence[Cut], seconds: float) -> int:
    """The number of the cut on screen at a moment; the first one of an empty film."""
    return max(0, bisect_right(cuts, seconds + TINY, key=lambda cut: cut.start) - 1)


def following_cut(cuts: Sequence[Cut], index: int, limit: Span, loop: Reach) -> Cut | None:
    """What comes after cut number `index` when `limit` is played, once or in a loop."""
    if cuts[index].end < limit.end - TINY:
        return cuts[index + 1] if index + 1 < len(cuts) else None
    return None if loop is Reach.NONE else cuts[index_at(cuts, limit.start)]


def to_frame(seconds: float, fps: float) -> int:
    """The number of the frame on screen at a moment, from 0."""
    return int(seconds * fps + 1e-6)


def time_code(seconds: float, fps: float) -> str:
    """Minutes, seconds and frames: "0:11.08"."""
    frame = to_frame(max(0.0, seconds), fps)
    rate = round(fps)
    whole, part = divmod(frame, rate) if float(fps).is_integer() else _split(seconds, fps)
    return f"{whole // 60}:{whole % 60:02}.{part:02}"


def _split(seconds: float, fps: float) -> tuple[int, int]:
    whole = int(seconds + 1e-9)
    return whole, int((seconds - whole) * fps + 1e-6)


def moves_for(cut: Cut) -> float:
    """How long its part of the file lasts at most; behind that its last frame is held."""
    until = cut.shown.until
    return cut.seconds if until is None else max(0.0, min(cut.seconds, until - cut.offset))
