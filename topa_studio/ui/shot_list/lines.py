"""Where scenes and shots lie one below the other: pure arithmetic that counts scenes, not shots."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from topa_studio.ui.film.place import Place


@dataclass(frozen=True, slots=True)
class AtShot:
    """The line of a shot, by its row among those that are shown."""

    row: int


@dataclass(frozen=True, slots=True)
class AtScene:
    """The line of a scene, by its number among those that are shown, from 0."""

    scene: int


Line = AtShot | AtScene


@dataclass(frozen=True, slots=True)
class Heights:
    """How high a scene's line and a shot's line are."""

    scene: int
    shot: int


class Lines:
    """Lines of scenes with so many shots each; those of `folded` show none of them.

    Attributes:
        height: of all lines together. rows: how many shots there are, folded ones included.
    """

    def __init__(self, counts: Sequence[int], folded: Collection[int], heights: Heights) -> None:
        self.heights = heights
        self._counts = tuple(counts)
        self._folded = frozenset(folded)
        self._tops: list[int] = []
        self._firsts: list[int] = []
        top = row = 0
        for scene, count in enumerate(counts):
            self._tops.append(top)
            self._firsts.append(row)
            top += heights.scene + heights.shot * (0 if scene in self._folded else count)
            row += count
        self.height = top
        self.rows = row

    @property
    def scenes(self) -> int:
        """How many scenes there are."""
        return len(self._counts)

    def scene_of(self, row: int) -> int:
        """The scene that holds a row."""
        return bisect_right(self._firsts, row) - 1

    def rows_of(self, scene: int) -> range:
        """The rows of a scene, folded or not."""
        first = self._firsts[scene]
        return range(first, first + self._counts[scene])

    def is_folded(self, scene: int) -> bool:
        """Whether a scene shows none of its shots."""
        return scene in self._folded

    def top(self, line: Line) -> int | None:
        """Where a line begins; None: its scene is folded."""
        if isinstance(line, AtScene):
            return self._tops[line.scene]
        scene = self.scene_of(line.row)
        if scene in self._folded:
            return None
        place = line.row - self._firsts[scene]
        return self._tops[scene] + self.heights.scene + self.heights.shot * place

    def high(self, line: Line) -> int:
        """How high a line is."""
        return self.heights.scene if isinstance(line, AtScene) else self.heights.shot

    def at(self, y: int) -> Line | None:
        """The line that holds a height; None: above all or below."""
        if not 0 <= y < self.height:
            return None
        scene = bisect_right(self._tops, y) - 1
        below = y - self._tops[scene] - self.heights.scene
        return (
            AtScene(scene)
            if below < 0
            else AtShot(self._firsts[scene] + below // self.heights.shot)
        )

    def between(self, top: int, bottom: int) -> Iterator[Line]:
        """The lines of which something lies from `top` to before `bottom`."""
        line = self.at(max(0, top))
        while line is not None and (self.top(line) or 0) < bottom:
            yield line
            line = self.after(line)

    def after(self, line: Line) -> Line | None:
        """The line below; None: there is none."""
        scene = line.scene if isinstance(line, AtScene) else self.scene_of(line.row)
        row = self._firsts[scene] if isinstance(line, AtScene) else line.row + 1
        if scene not in self._folded and row in self.rows_of(scene):
            return AtShot(row)
        return AtScene(scene + 1) if scene + 1 < self.scenes else None

    def before(self, line: Line) -> Line | None:
        """The line above; None: there is none."""
        if isinstance(line, AtShot):
            scene = self.scene_of(line.row)
            return AtShot(line.row - 1) if line.row > self._firsts[scene] else AtScene(scene)
        if line.scene == 0:
            return None
        rows = self.rows_of(line.scene - 1)
        if not rows or line.scene - 1 in self._folded:
            return AtScene(line.scene - 1)
        return AtShot(rows[-1])

    def place_at(self, y: int) -> Place | None:
        """Where shots dropped at a height would land; in a folded scene: at its end."""
        if not self.scenes:
            return None
        line = self.at(min(max(y, 0), self.height - 1))
        if isinstance(line, AtShot):
            scene = self.scene_of(line.row)
            behind = y >= (self.top(line) or 0) + self.heights.shot // 2
            return self._place(scene, line.row - self._firsts[scene] + behind)
        scene = line.scene if line is not None else self.scenes - 1
        on_upper_half = y < self._tops[scene] + self.heights.scene // 2
        if scene in self._folded:
            return self._place(scene, self._counts[scene])
        if on_upper_half and scene:
            return self._place(scene - 1, self._counts[scene - 1])
        return self._place(scene, 0)

    def _place(self, scene: int, index: int) -> Place:
        below = 0 if scene in self._folded else self.heights.shot * index
        return Place(scene, index, self._tops[scene] + self.heights.scene + below)

    def scene_place_at(self, y: int) -> Place | None:
        """Where a scene dropped there would land; `scene` and `index` are the same number."""
        if not self.scenes:
            return None
        scene = bisect_right(self._tops, min(max(y, 0), self.height - 1)) - 1
        ends = [*self._tops[1:], self.height]
        scene += y >= (self._tops[scene] + ends[scene]) // 2
        return Place(scene, scene, self._tops[scene] if scene < self.scenes else self.height)

    def page(self, line: Line, pixels: int) -> Line | None:
        """The line so far below, or above where `pixels` is negative; the last one at the end."""
        top = self.top(line)
        wanted = (top or 0) + pixels
        return self.at(min(max(wanted, 0), self.height - 1)) if self.height else None

    def shot_near(self, line: Line | None, step: int) -> int | None:
        """The row of this line, else of the next shot that is seen in a direction (1 or -1)."""
        while isinstance(line, AtScene):
            line = self.after(line) if step > 0 else self.before(line)
        return None if line is None else line.row
