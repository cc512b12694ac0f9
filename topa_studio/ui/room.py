"""How much room the window has for its size of text: in steps, which its panes follow."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import IntEnum

_BACK = 24
_LOW = 800
_FLAT = 480


class Width(IntEnum):
    """From the narrowest to the one where all is shown."""

    COMPACT = 0
    NARROW = 800
    NORMAL = 1100
    WIDE = 1400


@dataclass(frozen=True, slots=True)
class Room:
    """The step of a window.

    Attributes:
        low: the height is short, so what only teaches goes and the picture keeps its share.
        flat: so short that the timeline is its cards alone.
    """

    width: Width = Width.WIDE
    low: bool = False
    flat: bool = False

    @property
    def folded(self) -> bool:
        """Whether elements and queue are a rail of signs."""
        return self.width < Width.WIDE

    @property
    def compact(self) -> bool:
        """Whether only what is worked on is shown."""
        return self.flat or self.width is Width.COMPACT


def room_of(wide: int, high: int, percent: int, before: Room | None = None) -> Room:
    """The step of a window of so many pixels at this size of text.

    A step that was left (`before`) is entered again only a little behind its edge, so that a
    window at an edge does not jump to and fro.
    """
    there = _step(wide * 100 / percent, high * 100 / percent)
    if before is None or there == before:
        return there
    behind = _step(wide * 100 / percent - _BACK, high * 100 / percent - _BACK)
    return replace(
        there,
        width=there.width if there.width < before.width else max(behind.width, before.width),
        low=there.low or (before.low and behind.low),
        flat=there.flat or (before.flat and behind.flat),
    )


def _step(wide: float, high: float) -> Room:
    width = max(step for step in Width if step <= max(0.0, wide))
    return Room(width, low=high < _LOW, flat=high < _FLAT)
