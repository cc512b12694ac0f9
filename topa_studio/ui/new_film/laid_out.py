"""Where the scenes and cards of a film that is not made yet lie in a column: arithmetic only."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Sizes:
    """In pixels: the least width of a card, gaps, the height of a scene's line and of a card."""

    card: int
    gap: int
    head: int
    high: int


@dataclass(frozen=True, slots=True)
class Laid:
    """Scenes one below the other, each with its line and rows of cards as wide as fit.

    `counts`: how many shots each scene has.
    """

    counts: Sequence[int]
    width: int
    sizes: Sizes
    tops: Sequence[int] = field(init=False)
    firsts: Sequence[int] = field(init=False)

    def __post_init__(self) -> None:
        heights = (self._high(count) for count in self.counts)
        object.__setattr__(self, "tops", [0, *accumulate(heights)])
        object.__setattr__(self, "firsts", [0, *accumulate(self.counts)])

    @property
    def in_row(self) -> int:
        """How many cards a row holds."""
        room, gap = self.width - 2 * self.sizes.gap, self.sizes.gap
        return max(1, (room + gap) // (self.sizes.card + gap))

    @property
    def card_wide(self) -> int:
        """How wide each is."""
        gap, count = self.sizes.gap, self.in_row
        return max(1, (self.width - 2 * gap - (count - 1) * gap) // count)

    @property
    def height(self) -> int:
        """That of all scenes."""
        return self.tops[-1]

    def _high(self, count: int) -> int:
        rows = -(-count // self.in_row)
        gap = self.sizes.gap
        return self.sizes.head + (rows * (self.sizes.high + gap) + gap if rows else 0) + gap

    def scenes_between(self, top: int, bottom: int) -> range:
        """The scenes of which something lies there."""
        first = max(0, bisect_right(self.tops, top) - 1)
        last = bisect_right(self.tops, bottom)
        return range(first, min(last, len(self.counts)))

    def scene_of(self, shot: int) -> int:
        """The scene that a shot, counted over the film, is in."""
        return bisect_right(self.firsts, shot) - 1

    def card(self, shot: int) -> tuple[int, int, int, int]:
        """Left, top, width and height of a shot's card."""
        scene = self.scene_of(shot)
        row, column = divmod(shot - self.firsts[scene], self.in_row)
        gap = self.sizes.gap
        left = gap + column * (self.card_wide + gap)
        top = self.tops[scene] + self.sizes.head + gap + row * (self.sizes.high + gap)
        return left, top, self.card_wide, self.sizes.high

    def shot_at(self, x: int, y: int) -> int | None:
        """The shot whose card lies there."""
        if not 0 <= y < self.height:
            return None
        scene = bisect_right(self.tops, y) - 1
        for shot in range(self.firsts[scene], self.firsts[scene + 1]):
            left, top, wide, high = self.card(shot)
            if left <= x < left + wide and top <= y < top + high:
                return shot
        return None
