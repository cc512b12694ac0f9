"""What a drag in a lane holds on to: the starts of shots and scenes, and the playhead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from topa_studio.film.timing import Cut
from topa_studio.ui.timeline.lanes.scale import Scale

NEAR = 8


@dataclass(frozen=True, slots=True)
class Hold:
    """A frame that is held on to; `cut` is the shot that begins there, None: the playhead."""

    frame: int
    x: int
    cut: Cut | None


def hold_at(x: int, scale: Scale, playhead: int | None) -> Hold | None:
    """What lies nearest to a pixel of the viewport, within `NEAR` of it."""
    found = (hold for hold in _holds(x, scale, playhead) if abs(hold.x - x) <= NEAR)
    return min(found, key=lambda hold: abs(hold.x - x), default=None)


def _holds(x: int, scale: Scale, playhead: int | None) -> Iterator[Hold]:
    for row in scale.rows(x - NEAR, x + NEAR + 1):
        cut = scale.film.cuts[row]
        yield Hold(cut.first, scale.x_of(cut.first), cut)
    if playhead is not None:
        yield Hold(playhead, scale.x_of(playhead), None)


def begins_scene(cut: Cut) -> bool:
    """Whether a shot is the first of its scene."""
    return cut.number.partition(".")[2] == "1"
