"""Where scenes and cards lie on the strip: arithmetic over prefix sums, without any Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import accumulate

from topa_studio.model.scenario import Scene
from topa_studio.ui.film.place import Place

FAR = 1.0
"""Pixels a second below which all of the strip shrinks alike, cards and gaps."""
_SHRINKS_BELOW, _SLIVER = 12.0, 6


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

    @property
    def least(self) -> int:
        """How wide a card is at least: from far away it is a sliver."""
        share = min(1.0, self.per_second / _SHRINKS_BELOW)
        return max(_SLIVER, round(self.narrowest * share))

    @property
    def share(self) -> float:
        """What is left of every width when the strip is seen from far away; 1: it is not."""
        return min(1.0, self.per_second / FAR)

    @property
    def near(self) -> Metrics:
        """These, as near as nothing shrinks."""
        return self if self.per_second >= FAR else self.zoomed(FAR)

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
class Anchor:
    """A place on the strip that stays the same at any zoom.

    Attributes:
        row: the card, or the one before the place. share: how far into it.
        beyond: pixels behind its right edge, or before its left one.
    """

    row: int
    share: float = 0.0
    beyond: int = 0


class Widths(dict[float, int]):
    """How wide the card of a shot is by its seconds, at one zoom; from far away as nearer."""

    def __init__(self, metrics: Metrics) -> None:
        super().__init__()
        self.metrics = metrics.near
        self._least, self._per_second = self.metrics.least, self.metrics.per_second

    def __missing__(self, seconds: float) -> int:
        self[seconds] = wide = max(self._least, round(seconds * self._per_second))
        return wide


class Block:
    """The cards of one scene: pixels from its left edge, seconds from its beginning.

    A zoom measures how wide every scene is; where its cards lie only of those that are seen.
    """

    def __init__(self, lengths: Lengths, widths: Widths) -> None:
        self.seconds, self.count = lengths.seconds, len(lengths.shots)
        self._lengths, self._shots, self._by_seconds = lengths, lengths.shots, widths
        sizes = widths.metrics
        between = sizes.gap * (self.count - 1) if self.count else sizes.empty
        self.width = sum(map(widths.__getitem__, self._shots)) + between + 2 * sizes.pad

    @property
    def starts(self) -> tuple[float, ...]:
        """When each shot begins, with the scene's end last."""
        return self._lengths.starts

    @cached_property
    def widths(self) -> tuple[int, ...]:
        """Of each card."""
        return tuple(map(self._by_seconds.__getitem__, self._shots))

    @cached_property
    def lefts(self) -> tuple[int, ...]:
        """Of each card."""
        sizes = self._by_seconds.metrics
        edges = accumulate((width + sizes.gap for width in self.widths), initial=sizes.pad)
        return tuple(edges)[:-1]


class Lengths:
    """How long the shots of a scene are, and when each begins; told once it is asked."""

    def __init__(self, shots: Iterable[float]) -> None:
        self.shots = tuple(shots)
        self.seconds = sum(self.shots)

    @cached_property
    def starts(self) -> tuple[float, ...]:
        """When each shot begins, with the scene's end last."""
        return tuple(accumulate(self.shots, initial=0.0))


def block_of(shots: Iterable[float], metrics: Metrics) -> Block:
    """A scene of shots that are so many seconds long; from far away as it would be nearer."""
    return Block(Lengths(shots), Widths(metrics))


class Strip:
    """The geometry of a film: a block each scene, in order.

    Rows count the film's shots from 0, across scenes. Built in one pass over the scenes; every
    question afterwards is a binary search. What it keeps are pixels as near as nothing shrinks:
    `_out` makes those of the strip of them, `_into` is the way back.
    """

    def __init__(self, blocks: Sequence[Block], metrics: Metrics) -> None:
        self.metrics = metrics
        self._blocks = blocks
        self._scene_lefts: list[int] = []
        self._scene_rights: list[int] = []
        self._firsts: list[int] = []
        self._starts: list[float] = []
        self.rows, self.seconds, x = 0, 0.0, metrics.margin
        for block in blocks:
            self._firsts.append(self.rows)
            self._starts.append(self.seconds)
            self._scene_lefts.append(x)
            self._scene_rights.append(x + block.width)
            x += block.width + metrics.between
            self.rows += block.count
            self.seconds += block.seconds
        self._share = metrics.share
        self.width = (self._out(self._scene_rights[-1]) if blocks else 0) + metrics.margin

    @property
    def scenes(self) -> int:
        """How many scenes there are."""
        return len(self._firsts)

    @property
    def is_far(self) -> bool:
        """Whether it is seen from so far away that cards share pixels."""
        return self._share < 1.0

    def _out(self, x: int) -> int:
        margin = self.metrics.margin
        return x if self._share == 1.0 else margin + round((x - margin) * self._share)

    def _into(self, x: int) -> float:
        margin = self.metrics.margin
        return x if self._share == 1.0 else margin + (x - margin) / self._share

    def _span(self, left: int, right: int) -> Span:
        left, right = self._out(left), self._out(right)
        return Span(left, max(1, right - left))

    def card(self, row: int) -> Span:
        """Where the card of this row lies."""
        scene = self.scene_of(row)
        block, at = self._blocks[scene], row - self._firsts[scene]
        left = self._scene_lefts[scene] + block.lefts[at]
        return self._span(left, left + block.widths[at])

    def scene(self, scene: int) -> Span:
        """Where the frame of this scene lies."""
        return self._span(self._scene_lefts[scene], self._scene_rights[scene])

    def rows_of(self, scene: int) -> range:
        """The rows of a scene's shots."""
        last = self._firsts[scene + 1] if scene + 1 < len(self._firsts) else self.rows
        return range(self._firsts[scene], last)

    def scene_of(self, row: int) -> int:
        """The scene a row belongs to."""
        return bisect_right(self._firsts, row) - 1

    def start(self, row: int) -> float:
        """When the shot of this row begins, in seconds of the film."""
        scene = self.scene_of(row)
        return self._starts[scene] + self._blocks[scene].starts[row - self._firsts[scene]]

    def row_at(self, x: int) -> int | None:
        """The card under `x`, or None between cards; from far away the nearest on its left."""
        scene = self.scene_at(x)
        if scene is None:
            return None
        inside = self._into(x) - self._scene_lefts[scene]
        at = bisect_right(self._blocks[scene].lefts, inside) - 1
        if self.is_far and self._blocks[scene].lefts:
            return self._firsts[scene] + max(0, at)
        row = self._firsts[scene] + at
        return row if at >= 0 and x < self.card(row).right else None

    def scene_at(self, x: int) -> int | None:
        """The scene whose frame is under `x`, or None between frames; from far away as above."""
        scene = bisect_right(self._scene_lefts, self._into(x)) - 1
        if self.is_far and self.metrics.margin <= x < self.width:
            return max(0, scene) if self._blocks else None
        return scene if scene >= 0 and x < self._out(self._scene_rights[scene]) else None

    def rows_between(self, left: int, right: int) -> range:
        """Rows of which at least a pixel lies in `left` (included) to `right` (not included)."""
        scenes = self.scenes_between(left, right)
        if not scenes:
            return range(0)
        first, last = scenes[0], scenes[-1]
        at = bisect_right(self._blocks[first].lefts, self._into(left) - self._scene_lefts[first])
        row = self._firsts[first] + at - 1
        if at < 1 or self.card(row).right <= left:
            row += 1
        end = bisect_left(self._blocks[last].lefts, self._into(right) - self._scene_lefts[last])
        return range(row, max(row, self._firsts[last] + end))

    def scenes_between(self, left: int, right: int) -> range:
        """Scenes of which at least a pixel lies in `left` to `right`."""
        first = bisect_right(self._scene_rights, self._into(left))
        return range(first, max(first, bisect_left(self._scene_lefts, self._into(right))))

    def x_of(self, seconds: float) -> int:
        """Where a moment of the film lies: inside its card, in proportion."""
        if not self.rows:
            return self.metrics.margin
        scene = max(0, bisect_right(self._starts, seconds) - 1)
        at = bisect_right(self._blocks[scene].starts, seconds - self._starts[scene]) - 1
        row = min(max(self._firsts[scene] + at, 0), self.rows - 1)
        card, begins, scene = self.card(row), self.start(row), self.scene_of(row)
        starts, at = self._blocks[scene].starts, row - self._firsts[scene]
        length = starts[at + 1] - starts[at]
        share = min(max((seconds - begins) / length, 0.0), 1.0) if length else 0.0
        return card.left + round(share * card.width)

    def anchor_at(self, x: int) -> Anchor | None:
        """What lies at `x`: a part of a card, or so much behind one; None without any."""
        if not self.rows:
            return None
        row = bisect_right(range(self.rows), x, key=lambda known: self.card(known).left) - 1
        if row < 0:
            return Anchor(0, beyond=x - self.card(0).left)
        card = self.card(row)
        if x < card.right:
            return Anchor(row, (x - card.left) / card.width)
        return Anchor(row, 1.0, x - card.right)

    def x_at(self, anchor: Anchor) -> int:
        """Where that is here."""
        card = self.card(anchor.row)
        return card.left + round(anchor.share * card.width) + anchor.beyond

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
        caret = self._out(self._scene_rights[-1] + half)
        if index < self.scenes:
            caret = self._out(self._scene_lefts[index] - half)
        return Place(index, index, caret)

    def _nearest_scene(self, x: int) -> int:
        half = self.metrics.between // 2
        return max(0, bisect_right(self._scene_lefts, self._into(x) + half) - 1)

    def _caret(self, rows: range, scene: int, index: int) -> int:
        half = round((self.metrics.gap + 1) // 2 * self._share)
        if not len(rows):
            return self._out(self._scene_lefts[scene] + self.metrics.pad)
        if index < len(rows):
            return self.card(rows.start + index).left - half
        return self.card(rows.stop - 1).right + half


class Ruler:
    """Measures the scenes of a film; one that an edit left alone is not measured again."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[Scene, Lengths]] = {}
        self._blocks: dict[str, tuple[Lengths, Block]] = {}
        self._widths = Widths(Metrics())
        self._strip: tuple[Sequence[Scene], Strip] | None = None

    def strip(self, scenes: Sequence[Scene], metrics: Metrics) -> Strip:
        """The geometry of these scenes."""
        made = self._strip
        if made is not None and made[0] is scenes and made[1].metrics == metrics:
            return made[1]
        if self._widths.metrics != metrics.near:
            self._blocks, self._widths = {}, Widths(metrics)
        strip = Strip(list(map(self._block, scenes)), metrics)
        self._strip = scenes, strip
        return strip

    def _block(self, scene: Scene) -> Block:
        lengths = self._lengths(scene)
        known = self._blocks.get(scene.id)
        if known is None or known[0] is not lengths:
            known = self._blocks[scene.id] = lengths, Block(lengths, self._widths)
        return known[1]

    def _lengths(self, scene: Scene) -> Lengths:
        known = self._known.get(scene.id)
        if known is None or known[0] is not scene:
            known = self._known[scene.id] = scene, Lengths([shot.seconds for shot in scene.shots])
        return known[1]
