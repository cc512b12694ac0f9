"""Where the film's frames lie in the viewport: in their cards, then in a straight line."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from topa_studio.film.composition import Composition
from topa_studio.ui.timeline.layout import Strip


@dataclass(frozen=True, slots=True)
class Scale:
    """One moment of the strip; `left` is its first visible pixel. It shows every shot."""

    strip: Strip
    film: Composition
    left: int = 0

    @property
    def fits(self) -> bool:
        """Whether the strip shows the shots of this film, at least one."""
        return 0 < self.strip.rows == len(self.film.cuts)

    def x_of(self, frame: int) -> int:
        """The pixel of a frame; one behind the film's end lies behind the last card."""
        cut = self.film.cuts[self.film.index_at(frame)]
        card = self.strip.card(self.film.index_at(frame))
        if frame >= cut.last:
            behind = (frame - cut.last) / float(self.film.rate) * self.strip.metrics.per_second
            return card.right + round(behind) - self.left
        return card.left + round((frame - cut.first) / cut.frames * card.width) - self.left

    def frame_at(self, x: int) -> int:
        """The frame at a pixel; between two cards the first of the second one."""
        at = x + self.left
        row = self._row_at(at)
        card, cut = self.strip.card(row), self.film.cuts[row]
        if at < card.right:
            return cut.first + max(0, round((at - card.left) / card.width * cut.frames))
        if row + 1 < self.strip.rows:
            return cut.last
        seconds = (at - card.right) / self.strip.metrics.per_second
        return cut.last + round(seconds * float(self.film.rate))

    def _row_at(self, at: int) -> int:
        rows = range(self.strip.rows)
        return max(0, bisect_right(rows, at, key=lambda row: self.strip.card(row).left) - 1)

    def rows(self, left: int, right: int) -> range:
        """The cards of which something lies between two pixels of the viewport."""
        return self.strip.rows_between(left + self.left, right + self.left)

    def knots(self, left: int, right: int) -> Iterator[tuple[int, int]]:
        """Pixels between these and their frames, between which time runs evenly."""
        yield left, self.frame_at(left)
        for row in self.rows(left, right):
            card, cut = self.strip.card(row), self.film.cuts[row]
            for x, frame in ((card.left, cut.first), (card.right, cut.last)):
                if left < x - self.left < right:
                    yield x - self.left, frame
        yield right, self.frame_at(right)
