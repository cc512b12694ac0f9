"""Where shots lie on a page: which way it lies, how many columns, where words stand; in points."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from topa_studio.film.paper.choices import Sheet

SIZES = {Sheet.A4: (595.28, 841.89), Sheet.LETTER: (612.0, 792.0)}
MARGIN, HEAD, GAP, INNER = 36.0, 26.0, 14.0, 8.0
_LEAST_WORDS = 0.36
"""The share of a cell that is its words' at least."""
_NARROW, _LOW = 110.0, 72.0
"""Words want to be so wide and high."""
_WIDEST_LINE = 420.0

Box = tuple[float, float, float, float]
"""Left, top, width, height."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A page.

    Attributes:
        width, height: of the page. cell: width and height of what a shot gets.
        picture: width and height of its picture. beside: its words stand beside it, not below.
    """

    width: float
    height: float
    columns: int
    rows: int
    cell: tuple[float, float]
    picture: tuple[float, float]
    beside: bool

    @property
    def landscape(self) -> bool:
        """Whether the page lies on its longer side."""
        return self.width > self.height

    def corner(self, place: int) -> tuple[float, float]:
        """Left and top of a cell, by rows."""
        row, column = divmod(place, self.columns)
        return (
            MARGIN + column * (self.cell[0] + GAP),
            MARGIN + HEAD + row * (self.cell[1] + GAP),
        )

    def words(self, place: int) -> Box:
        """Where the words of a cell stand."""
        left, top = self.corner(place)
        wide, high = self.picture
        if self.beside:
            shift = wide + INNER * 1.5
            return left + shift, top, self.cell[0] - shift, self.cell[1]
        return left, top + high + INNER, self.cell[0], self.cell[1] - high - INNER


def grid_of(sheet: Sheet, each: int, ratio: float) -> Grid:
    """The way in which `each` shots fit best: large pictures, and room for their words."""
    return max(_ways(sheet, each, ratio), key=_worth)


def _ways(sheet: Sheet, each: int, ratio: float) -> Iterator[Grid]:
    short, long = SIZES[sheet]
    for width, height in ((short, long), (long, short)):
        for columns in range(1, each + 1):
            rows = ceil(each / columns)
            if columns * rows - each >= columns:
                continue
            wide = (width - 2 * MARGIN - GAP * (columns - 1)) / columns
            high = (height - 2 * MARGIN - HEAD - GAP * (rows - 1)) / rows
            if wide < _NARROW or high < _NARROW / 2:
                continue
            for beside in (False, True):
                picture = _picture(wide, high, ratio, beside=beside)
                yield Grid(width, height, columns, rows, (wide, high), picture, beside)


def _picture(wide: float, high: float, ratio: float, *, beside: bool) -> tuple[float, float]:
    if beside:
        most_wide, most_high = wide * (1 - _LEAST_WORDS), high
    else:
        most_wide, most_high = wide, high * (1 - _LEAST_WORDS)
    picture = min(most_wide, most_high * ratio)
    return picture, picture / ratio


def _worth(grid: Grid) -> float:
    _left, _top, wide, high = grid.words(0)
    words = min(wide, _WIDEST_LINE) * high
    needed = min(1.0, wide / _NARROW) * min(1.0, high / _LOW)
    return float(grid.picture[0] * grid.picture[1] * words**0.25 * needed**2)
