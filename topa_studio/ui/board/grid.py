"""Where scenes and cards lie on the board: arithmetic over prefix sums, without any Qt."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from topa_studio.ui.board.sizes import Box, Sizes


class Grid:
    """The geometry of a film: its scenes' frames on shelves, one below the other.

    Rows count the film's shots from 0, across scenes; a shelf holds one frame, or where frames flow
    several with one line of cards each. Built in one pass over the scenes; every question
    afterwards is a binary search.
    """

    def __init__(self, counts: Sequence[int], sizes: Sizes) -> None:
        self.sizes = sizes
        self.rows = 0
        self._counts = counts
        self._firsts: list[int] = []
        self._lefts: list[int] = []
        self._rights: list[int] = []
        self._shelf_of: list[int] = []
        # Of each shelf: the first scene, the top of its frames, its lines before and in it.
        self._heads: list[int] = []
        self._tops: list[int] = []
        self._bottoms: list[int] = []
        self._lines: list[int] = []
        self.lines = 0
        self._width, self._height = sizes.card_width, sizes.card_height
        self._step_x, self._step_y = sizes.step_x, sizes.step_y
        self._place()

    def _place(self) -> None:
        sizes, most, step_y = self.sizes, self.sizes.columns, self._step_y
        widths = [sizes.frame_width(columns) for columns in range(most + 1)]
        around = 2 * sizes.pad - sizes.gap
        y, left, free, shelf, rows = sizes.top, sizes.margin, 0, -1, 0
        adds = 0 if sizes.flows or not sizes.adds else 1
        for scene, count in enumerate(self._counts):
            cells = count + adds or 1
            across = cells if sizes.flows and cells < most else most
            if across > free:
                lines = -(-cells // most)
                left, free, shelf = sizes.margin, most, shelf + 1
                self._heads.append(scene)
                self._lines.append(self.lines)
                self._tops.append(y + sizes.head)
                y += sizes.head + around + lines * step_y
                self._bottoms.append(y)
                y += sizes.between
                self.lines += lines
            free -= across
            self._shelf_of.append(shelf)
            self._firsts.append(rows)
            self._lefts.append(left)
            right = left + widths[across]
            self._rights.append(right)
            left = right + sizes.apart
            rows += count
        self.rows, self.height = rows, y

    @property
    def scenes(self) -> int:
        """How many scenes there are."""
        return len(self._firsts)

    # Where things are.

    def rows_of(self, scene: int) -> range:
        """The rows of a scene's shots."""
        first = self._firsts[scene]
        return range(first, first + self._counts[scene])

    def scene_of(self, row: int) -> int:
        """The scene a row belongs to."""
        return bisect_right(self._firsts, row) - 1

    def card(self, row: int) -> Box:
        """Where the card of a row lies."""
        scene = self.scene_of(row)
        return self._cell(scene, row - self._firsts[scene])

    def add(self, scene: int) -> Box | None:
        """Where the + card of a scene lies."""
        if self.sizes.flows or not self.sizes.adds:
            return None
        return self._cell(scene, self._counts[scene])

    def frame(self, scene: int) -> Box:
        """Where the frame of a scene lies."""
        shelf, left = self._shelf_of[scene], self._lefts[scene]
        top = self._tops[shelf]
        return Box(left, top, self._rights[scene] - left, self._bottoms[shelf] - top)

    def head(self, scene: int) -> Box:
        """Where the heading of a scene lies: over its frame."""
        frame, high = self.frame(scene), self.sizes.head
        return Box(frame.left, frame.top - high, frame.width, high)

    def line_of(self, row: int) -> int:
        """The line of cards a row is in, counted over the whole board."""
        scene = self.scene_of(row)
        within = (row - self._firsts[scene]) // self.sizes.columns
        return self._lines[self._shelf_of[scene]] + within

    def lines_of(self, scene: int) -> range:
        """The lines of a scene's frame."""
        shelf = self._shelf_of[scene]
        last = self._lines[shelf + 1] if shelf + 1 < len(self._lines) else self.lines
        return range(self._lines[shelf], last)

    def rows_on(self, line: int) -> range:
        """The rows of a line of cards; none where there is nothing but a + card."""
        shelf = bisect_right(self._lines, line) - 1
        within, scenes = line - self._lines[shelf], self.scenes_on(shelf)
        if len(scenes) > 1:
            return range(self._firsts[scenes[0]], self.rows_of(scenes[-1]).stop)
        rows, most = self.rows_of(scenes[0]), self.sizes.columns
        return rows[within * most : (within + 1) * most]

    def scene_on(self, line: int) -> int:
        """The first scene of a line of cards."""
        return self._heads[bisect_right(self._lines, line) - 1]

    def nearest_on(self, line: int, x: int) -> int | None:
        """The row of a line whose card is nearest to `x` from left to right."""
        rows = self.rows_on(line)
        if not rows:
            return None
        at = bisect_left(rows, x, key=lambda row: self.card(row).middle)
        around = rows[max(0, at - 1) : at + 1]
        return min(around, key=lambda row: abs(self.card(row).middle - x))

    # What is at a point.

    def row_at(self, x: int, y: int) -> int | None:
        """The card there, or None between cards."""
        scene = self.scene_at(x, y)
        if scene is None:
            return None
        frame, pad = self.frame(scene), self.sizes.pad
        across, within = divmod(x - frame.left - pad, self._step_x)
        down, below = divmod(y - frame.top - pad, self._step_y)
        inside = 0 <= across < self.sizes.columns and down >= 0
        at = down * self.sizes.columns + across
        if not inside or at >= self._counts[scene]:
            return None
        return self._firsts[scene] + at if within < self._width and below < self._height else None

    def scene_at(self, x: int, y: int) -> int | None:
        """The scene whose frame or heading is there."""
        shelf = self.shelf_at(y)
        if shelf is None or y >= self._bottoms[shelf]:
            return None
        scenes = self.scenes_on(shelf)
        scene = bisect_right(self._lefts, x, scenes.start, scenes.stop) - 1
        return scene if scene in scenes and x < self._rights[scene] else None

    # What is in a rectangle.

    def scenes_between(self, top: int, bottom: int) -> range:
        """Scenes of which at least a pixel lies in `top` (included) to `bottom` (not included)."""
        shelves = self._shelves_between(top, bottom)
        if not shelves:
            return range(0)
        return range(self._heads[shelves[0]], self.scenes_on(shelves[-1]).stop)

    def rows_between(self, top: int, bottom: int) -> range:
        """Rows of which at least a pixel lies in `top` to `bottom`, whole lines of them."""
        shelves = self._shelves_between(top, bottom)
        if not shelves:
            return range(0)
        first, last = (self.scenes_on(shelf) for shelf in (shelves[0], shelves[-1]))
        most = self.sizes.columns
        above = self.down(shelves[0], top + self.sizes.gap)
        begin = self.rows_of(first[0])
        start = begin.start + min(len(begin), max(0, above) * most)
        seen = self.down(shelves[-1], bottom - 1) + 1
        if seen <= 0:
            return range(start, max(start, self._firsts[last[0]]))
        end = self.rows_of(last[-1])
        return range(start, max(start, end.start + min(len(end), seen * most)))

    def rows_in(self, box: Box) -> Iterator[range]:
        """Runs of rows whose cards share a pixel with `box`."""
        pad = self.sizes.pad
        for scene in self.scenes_between(box.top, box.bottom):
            frame, rows = self.frame(scene), self.rows_of(scene)
            lines = _touched(box.top, box.bottom, frame.top + pad, self._step_y, self._height)
            across = _touched(box.left, box.right, frame.left + pad, self._step_x, self._width)
            most = self.sizes.columns
            start, stop = max(0, across.start), min(most, across.stop)
            for line in range(max(0, lines.start), min(lines.stop, -(-len(rows) // most))):
                run = rows[line * most + start : min(line * most + stop, (line + 1) * most)]
                if run and start < stop:
                    yield run

    # Shelves.

    def _cell(self, scene: int, at: int) -> Box:
        down, across = divmod(at, self.sizes.columns)
        left = self._lefts[scene] + self.sizes.pad + across * self._step_x
        top = self._tops[self._shelf_of[scene]] + self.sizes.pad + down * self._step_y
        return Box(left, top, self._width, self._height)

    def scenes_on(self, shelf: int) -> range:
        """The scenes whose frames stand on a shelf."""
        last = self._heads[shelf + 1] if shelf + 1 < len(self._heads) else self.scenes
        return range(self._heads[shelf], last)

    def line_top(self, line: int) -> int:
        """Where the cards of a line begin."""
        shelf = bisect_right(self._lines, line) - 1
        return self._tops[shelf] + self.sizes.pad + (line - self._lines[shelf]) * self._step_y

    def shelf_at(self, y: int) -> int | None:
        """The shelf whose headings, frames or gap below are there; None above all of them."""
        at = bisect_right(self._tops, y + self.sizes.head) - 1
        return at if at >= 0 else None

    def _shelves_between(self, top: int, bottom: int) -> range:
        first = bisect_right(self._bottoms, top)
        return range(first, bisect_left(self._tops, bottom + self.sizes.head))

    def down(self, shelf: int, y: int) -> int:
        """The line of a shelf that is there, with the gap below it; -1 above the first."""
        return (y - self._tops[shelf] - self.sizes.pad) // self._step_y


def _touched(low: int, high: int, begins: int, step: int, size: int) -> range:
    """The numbers of the pieces of `size`, one each `step`, that `low` to `high` touches."""
    first = -((begins + size - 1 - low) // step)
    return range(first, (high - 1 - begins) // step + 1)
