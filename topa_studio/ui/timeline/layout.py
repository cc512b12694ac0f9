"""Where scenes and cards lie on the strip: arithmetic over prefix sums, without any Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes in pixels; `per_second` is the zoom."""

    per_second: float = 30.0
    narrowest: int = 84
    margin: int = 14
    gap: int = 7
    pad: int = 9
    between: int = 18
    empty: int = 190

    def zoomed(self, per_second: float) -> Metrics:
        """The same sizes at another zoom."""
        return replace(self, per_second=per_second)


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the strip in pixels; `right` is the first pixel behind it."""

    left: int
    width: int

    @property
    def right(self) -> int:
        """The first pixel behind the span."""
        return self.left + self.width

    @property
    def centre(self) -> int:
        """The middle of the span."""
        return self.left + self.width // 2


@dataclass(frozen=True, slots=True)
class Place:
    """Between which cards something would land: before card `index` of scene number `scene`.

    `index` counts all cards of the scene, 0 to their number; `caret` is where the mark is drawn.
    """

    scene: int
    index: int
    caret: int


class Strip:
    """The geometry of a film: `scenes` gives the seconds of each scene's shots, in order.

    Rows count the film's shots from 0, across scenes. Built in one pass over the shots; every
    question afterwards is a binary search.
    """

    def __init__(self, scenes: Sequence[Sequence[float]], metrics: Metrics) -> None:
        self.metrics = metrics
        self._lefts: list[int] = []
        self._widths: list[int] = []
        self._scene_lefts: list[int] = []
        self._scene_rights: list[int] = []
        self._firsts: list[int] = []
        self._starts: list[float] = [0.0]
        x = metrics.margin
        for shots in scenes:
            x = self._add_scene(shots, x) + metrics.between
        self.width = (self._scene_rights[-1] if scenes else 0) + metrics.margin

    def _add_scene(self, shots: Sequence[float], x: int) -> int:
        metrics = self.metrics
        per_second, narrowest, gap = metrics.per_second, metrics.narrowest, metrics.gap
        self._firsts.append(len(self._lefts))
        self._scene_lefts.append(x)
        x += metrics.pad
        for seconds in shots:
            width = max(narrowest, round(seconds * per_second))
            self._lefts.append(x)
            self._widths.append(width)
            self._starts.append(self._starts[-1] + seconds)
            x += width + gap
        x += metrics.pad - gap if shots else metrics.empty + metrics.pad
        self._scene_rights.append(x)
        return x

    @property
    def rows(self) -> int:
        """How many cards there are."""
        return len(self._lefts)

    @property
    def scenes(self) -> int:
        """How many scenes there are."""
        return len(self._firsts)

    @property
    def seconds(self) -> float:
        """The film's length."""
        return self._starts[-1]

    def card(self, row: int) -> Span:
        """Where the card of this row lies."""
        return Span(self._lefts[row], self._widths[row])

    def scene(self, scene: int) -> Span:
        """Where the frame of this scene lies."""
        left = self._scene_lefts[scene]
        return Span(left, self._scene_rights[scene] - left)

    def rows_of(self, scene: int) -> range:
        """The rows of a scene's shots."""
        last = self._firsts[scene + 1] if scene + 1 < len(self._firsts) else self.rows
        return range(self._firsts[scene], last)

    def scene_of(self, row: int) -> int:
        """The scene a row belongs to."""
        return bisect_right(self._firsts, row) - 1

    def start(self, row: int) -> float:
        """When the shot of this row begins, in seconds of the film."""
        return self._starts[row]

    def row_at(self, x: int) -> int | None:
        """The card under `x`, or None between cards."""
        row = bisect_right(self._lefts, x) - 1
        return row if row >= 0 and x < self.card(row).right else None

    def scene_at(self, x: int) -> int | None:
        """The scene whose frame is under `x`, or None between frames."""
        scene = bisect_right(self._scene_lefts, x) - 1
        return scene if scene >= 0 and x < self._scene_rights[scene] else None

    def rows_between(self, left: int, right: int) -> range:
        """Rows of which at least a pixel lies in `left` (included) to `right` (not included)."""
        first = bisect_right(self._lefts, left) - 1
        if first < 0 or self.card(first).right <= left:
            first += 1
        return range(first, max(first, bisect_left(self._lefts, right)))

    def scenes_between(self, left: int, right: int) -> range:
        """Scenes of which at least a pixel lies in `left` to `right`."""
        first = bisect_right(self._scene_rights, left)
        return range(first, max(first, bisect_left(self._scene_lefts, right)))

    def x_of(self, seconds: float) -> int:
        """Where a moment of the film lies: inside its card, in proportion."""
        if not self._lefts:
            return self.metrics.margin
        row = min(max(bisect_right(self._starts, seconds) - 1, 0), self.rows - 1)
        length = self._starts[row + 1] - self._starts[row]
        share = min(max((seconds - self._starts[row]) / length, 0.0), 1.0) if length else 0.0
        return self._lefts[row] + round(share * self._widths[row])

    def place_at(self, x: int) -> Place | None:
        """Where shots dropped at `x` would land: the nearest gap of the nearest scene."""
        if not self._firsts:
            return None
        scene = self._nearest_scene(x)
        rows = self.rows_of(scene)
        index = bisect_left(rows, x, key=lambda row: self.card(row).centre)
        return Place(scene, index, self._caret(rows, scene, index))

    def scene_place_at(self, x: int) -> Place | None:
        """Where a scene dropped at `x` would land; `scene` and `index` are the same number."""
        if not self._firsts:
            return None
        index = bisect_left(range(self.scenes), x, key=lambda scene: self.scene(scene).centre)
        half = self.metrics.between // 2
        caret = self._scene_rights[-1] + half
        if index < self.scenes:
            caret = self._scene_lefts[index] - half
        return Place(index, index, caret)

    def _nearest_scene(self, x: int) -> int:
        half = self.metrics.between // 2
        return max(0, bisect_right(self._scene_lefts, x + half) - 1)

    def _caret(self, rows: range, scene: int, index: int) -> int:
        half = (self.metrics.gap + 1) // 2
        if not len(rows):
            return self._scene_lefts[scene] + self.metrics.pad
        if index < len(rows):
            return self._lefts[rows.start + index] - half
        return self.card(rows.stop - 1).right + half
