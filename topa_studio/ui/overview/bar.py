"""Where the shots of a whole film lie in a line of pixels, by their seconds; pure arithmetic."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from topa_studio.model.scenario import Scene

_GAPS = 0.25
_LEAST = 3.0


@dataclass(frozen=True, slots=True)
class Cell:
    """A run of shots that is painted as one, and where it lies: one shot, or more in a pixel."""

    first: int
    last: int
    left: float
    right: float

    @property
    def wide(self) -> float:
        """How wide it is."""
        return self.right - self.left


class Bar:
    """A film of `scenes` between `left` and `right`.

    Attributes:
        keys: of all shots, in the film's order.
        heads: where each scene begins and ends.
        cells: what is painted; shots thinner than a few pixels share one.
    """

    def __init__(self, scenes: Sequence[Scene], left: float, right: float, gap: float) -> None:
        shots = [shot for scene in scenes for shot in scene.shots]
        self.keys = tuple(shot.key for shot in shots)
        self._rows = {key: row for row, key in enumerate(self.keys)}
        self._begins = [0.0, *accumulate(shot.seconds for shot in shots)]
        room = max(1.0, right - left)
        gap = min(gap, room * _GAPS / max(1, len(scenes)))
        whole = self._begins[-1] or 1.0
        self._scale = (room - gap * max(0, len(scenes) - 1)) / whole
        self._lefts: list[float] = []
        self.heads: list[tuple[float, float]] = []
        at = left
        for scene in scenes:
            start = at
            for shot in scene.shots:
                self._lefts.append(at)
                at += shot.seconds * self._scale
            self.heads.append((start, at))
            at += gap
        self._end = at - gap if scenes else left
        self.cells = tuple(self._merged())
        self._firsts = [cell.first for cell in self.cells]

    def _merged(self) -> Iterator[Cell]:
        first = 0
        while first < len(self._lefts):
            left, last = self._lefts[first], first
            while self._right(last) - left < _LEAST and last + 1 < len(self._lefts):
                last += 1
            yield Cell(first, last, left, self._right(last))
            first = last + 1

    def _right(self, row: int) -> float:
        seconds = self._begins[row + 1] - self._begins[row]
        return self._lefts[row] + seconds * self._scale

    def row(self, key: str) -> int | None:
        """The number of a shot in the film, from 0; None: it is not in it."""
        return self._rows.get(key)

    def span(self, first: int, last: int) -> tuple[float, float]:
        """From where to where these shots lie."""
        return self._lefts[first], self._right(last)

    def row_at(self, x: float) -> int | None:
        """The shot at a pixel, that before it in a gap, the nearest beside the film; or None."""
        if not self._lefts:
            return None
        return max(0, bisect_right(self._lefts, x) - 1)

    def x_of(self, seconds: float) -> float | None:
        """Where a moment of the film is; None for a film without shots."""
        if not self._lefts:
            return None
        row = min(max(0, bisect_right(self._begins, seconds) - 1), len(self._lefts) - 1)
        return min(self._lefts[row] + (seconds - self._begins[row]) * self._scale, self._right(row))

    def cells_of(self, rows: Sequence[int]) -> list[Cell]:
        """What is painted for these shots, each once."""
        found = dict.fromkeys(bisect_right(self._firsts, row) - 1 for row in rows)
        return [self.cells[at] for at in found]


def same_shape(before: Sequence[Scene], after: Sequence[Scene]) -> bool:
    """Whether the same shots last as long in the same scenes."""
    if before is after:
        return True
    if len(before) != len(after):
        return False
    return all(
        one is other or _shape(one) == _shape(other)
        for one, other in zip(before, after, strict=True)
    )


def _shape(scene: Scene) -> list[tuple[str, float]]:
    return [(shot.key, shot.seconds) for shot in scene.shots]
