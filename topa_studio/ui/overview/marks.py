"""How a shot's state looks in a line three pixels high: its colour, and how much of it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from itertools import pairwise

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from topa_studio.ui.film.tally import Filter
from topa_studio.ui.look.colours import Tokens

_GAP, _DASH = 3.0, 6.0


class Mark(IntEnum):
    """The worse, the larger: of shots that share a pixel, the worst is shown."""

    MADE = 0
    NOT_MADE = 1
    OUT_OF_DATE = 2
    RUNNING = 3
    NEEDS_YOU = 4
    FAILED = 5


_OF = {
    Filter.FAILED: Mark.FAILED,
    Filter.NEEDS_YOU: Mark.NEEDS_YOU,
    Filter.RUNNING: Mark.RUNNING,
    Filter.OUT_OF_DATE: Mark.OUT_OF_DATE,
    Filter.MISSING: Mark.NOT_MADE,
}


def mark_of(filters: Iterable[Filter]) -> Mark:
    """The mark of a shot that is in these filters."""
    return max((_OF[kind] for kind in filters if kind in _OF), default=Mark.MADE)


def colour_of(mark: Mark, colours: Tokens) -> QColor:
    """What it is painted in."""
    return {
        Mark.MADE: colours.ok,
        Mark.NOT_MADE: colours.faint,
        Mark.OUT_OF_DATE: colours.warn,
        Mark.RUNNING: colours.run,
        Mark.NEEDS_YOU: colours.warn,
        Mark.FAILED: colours.bad,
    }[mark]


def paint_mark(painter: QPainter, rect: QRectF, mark: Mark, colours: Tokens) -> None:
    """A line: whole where it is made or runs, broken where something is the matter, thin if not.

    Half of it is drawn where the shot is out of date, as on its badge.
    """
    for part in parts_of(rect, mark):
        painter.fillRect(part, colour_of(mark, colours))


def parts_of(rect: QRectF, mark: Mark) -> list[QRectF]:
    """What is drawn of a line."""
    if mark is Mark.NOT_MADE:
        return [QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1)]
    if mark is Mark.OUT_OF_DATE and rect.width() > _DASH:
        return [QRectF(rect.left(), rect.top(), rect.width() / 2, rect.height())]
    if mark in (Mark.FAILED, Mark.NEEDS_YOU) and rect.width() > _DASH:
        dash = _DASH if mark is Mark.FAILED else _GAP
        count = max(1, round((rect.width() + _GAP) / (dash + _GAP)))
        edges = [round(at * (rect.width() + _GAP) / count) for at in range(count + 1)]
        return [
            QRectF(rect.left() + left, rect.top(), right - left - _GAP, rect.height())
            for left, right in pairwise(edges)
        ]
    return [rect]
