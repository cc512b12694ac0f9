"""The columns of the shot list: which are shown, in which order, how wide; pure but for words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QCoreApplication

translate = QCoreApplication.translate


class Column(StrEnum):
    """What a column shows, in the order as at the start."""

    NUMBER = "number"
    PICTURE = "picture"
    TITLE = "title"
    WORDS = "words"
    ELEMENTS = "elements"
    SECONDS = "seconds"
    QUALITY = "quality"
    TAKES = "takes"
    STATE = "state"
    COST = "cost"
    STARTS_AT = "starts-at"
    START = "start"
    SOUND = "sound"
    NOTES = "notes"
    LINES = "lines"


ALWAYS = frozenset({Column.NUMBER, Column.TITLE})
EDITED = frozenset(
    {
        Column.TITLE, Column.WORDS, Column.ELEMENTS, Column.SECONDS, Column.QUALITY, Column.START,
        Column.SOUND, Column.NOTES,
    }
)  # fmt: skip
TYPED = EDITED - {Column.QUALITY, Column.START, Column.SOUND}
"""Those in which a letter that is typed starts the edit."""
RIGHT = frozenset({Column.SECONDS, Column.COST, Column.STARTS_AT})
"""Those whose words end at the right."""
_HIDDEN_AT_FIRST = frozenset(
    {Column.STARTS_AT, Column.START, Column.SOUND, Column.NOTES, Column.LINES}
)
_WIDTHS = {
    Column.NUMBER: 52, Column.PICTURE: 92, Column.TITLE: 164, Column.WORDS: 220,
    Column.ELEMENTS: 196, Column.SECONDS: 68, Column.QUALITY: 112, Column.TAKES: 84,
    Column.STATE: 116, Column.COST: 66, Column.STARTS_AT: 76, Column.START: 132, Column.SOUND: 68,
    Column.NOTES: 180, Column.LINES: 220,
}  # fmt: skip
PAD = 10
_GRID = 8
_MOST_PINNED = 0.6


def head_word(column: Column) -> str:
    """The word over a column, which also names its cells."""
    words = {
        Column.NUMBER: translate("ShotList", "#"),
        Column.PICTURE: translate("ShotList", "Picture"),
        Column.TITLE: translate("ShotList", "Title"),
        Column.WORDS: translate("ShotList", "Words"),
        Column.ELEMENTS: translate("ShotList", "Elements"),
        Column.SECONDS: translate("ShotList", "Seconds"),
        Column.QUALITY: translate("ShotList", "Model · quality"),
        Column.TAKES: translate("ShotList", "Takes"),
        Column.STATE: translate("ShotList", "State"),
        Column.COST: translate("ShotList", "Cost"),
        Column.STARTS_AT: translate("ShotList", "Starts at"),
        Column.START: translate("ShotList", "Starts from"),
        Column.SOUND: translate("ShotList", "Sound"),
        Column.NOTES: translate("ShotList", "Notes"),
        Column.LINES: translate("ShotList", "Dialogue"),
    }
    return words[column]


def spoken_word(column: Column) -> str:
    """The same where a sign would be read as nothing."""
    return translate("ShotList", "Number") if column is Column.NUMBER else head_word(column)


@dataclass(frozen=True, slots=True)
class Columns:
    """All columns in an order, and those that are hidden."""

    order: tuple[Column, ...] = tuple(Column)
    hidden: frozenset[Column] = _HIDDEN_AT_FIRST

    @property
    def shown(self) -> tuple[Column, ...]:
        """Those that are shown, from left to right."""
        return tuple(column for column in self.order if column not in self.hidden)

    def show(self, column: Column, *, shown: bool) -> Columns:
        """The same with a column shown or hidden; number and title always are."""
        if column in ALWAYS:
            return self
        hidden = self.hidden - {column} if shown else self.hidden | {column}
        return Columns(self.order, hidden)

    def move(self, column: Column, place: int) -> Columns:
        """The same with a column at another place among all of them."""
        others = [each for each in self.order if each is not column]
        others.insert(max(0, min(place, len(others))), column)
        return Columns(tuple(others), self.hidden)

    def words(self) -> str:
        """As it is kept: names in their order, a minus before what is hidden."""
        return " ".join(f"-{c}" if c in self.hidden else str(c) for c in self.order)

    @classmethod
    def of(cls, words: str) -> Columns:
        """What `words` gave; what it does not know is as at the start."""
        named = [word.removeprefix("-") for word in words.split()]
        known = {str(column): column for column in Column}
        order = [known[name] for name in dict.fromkeys(named) if name in known]
        if not order:
            return cls()
        rest = [column for column in Column if column not in order]
        hidden = {known[w[1:]] for w in words.split() if w.startswith("-") and w[1:] in known}
        hidden |= {column for column in rest if column in _HIDDEN_AT_FIRST}
        return cls((*order, *rest), frozenset(hidden) - ALWAYS)


def columns_at_first(*, has_lines: bool) -> Columns:
    """What is shown until the user chooses: what is said, too, where anything is."""
    columns = Columns()
    if not has_lines:
        return columns
    beside = columns.order.index(Column.WORDS) + 1
    return columns.show(Column.LINES, shown=True).move(Column.LINES, beside)


@dataclass(frozen=True, slots=True)
class Span:
    """Where a column lies in the whole width."""

    column: Column
    left: int
    width: int

    @property
    def right(self) -> int:
        """The first pixel behind it."""
        return self.left + self.width


class Places:
    """Where the columns lie: `pinned` of them never scroll sideways.

    Attributes:
        spans: of the columns that are shown, from left to right. width: of all together.
        pinned_width: of those that never scroll.
    """

    def __init__(self, widths: Sequence[tuple[Column, int]], room: int) -> None:
        spans, left = [], 0
        extra = max(0, room - sum(width for _, width in widths))
        takes = _widest_taker([column for column, _ in widths])
        for column, width in widths:
            span = Span(column, left, width + (extra if column is takes else 0))
            spans.append(span)
            left = span.right
        self.spans = tuple(spans)
        self.width = left
        self.pinned = self._pinned(room)
        self.pinned_width = self.spans[self.pinned - 1].right if self.pinned else 0

    def _pinned(self, room: int) -> int:
        """From the first to the title, where that leaves room for others; else the first."""
        named = [span.column for span in self.spans]
        until = named.index(Column.TITLE) + 1 if Column.TITLE in named else 0
        if until and self.spans[until - 1].right <= room * _MOST_PINNED:
            return until
        fits = self.spans and self.spans[0].right <= room * _MOST_PINNED
        return 1 if fits else 0

    def left(self, place: int, scrolled: int) -> int:
        """Where the column at a place is in the viewport."""
        return self.spans[place].left - (0 if place < self.pinned else scrolled)

    def at(self, x: int, scrolled: int) -> int | None:
        """The place of the column under a pixel of the viewport."""
        inside = x if x < self.pinned_width else x + scrolled
        found = (at for at, span in enumerate(self.spans) if span.left <= inside < span.right)
        return next(found, None)

    def place_of(self, column: Column) -> int | None:
        """The place of a column; None: it is not shown."""
        return next((at for at, span in enumerate(self.spans) if span.column is column), None)

    def scroll_for(self, place: int, scrolled: int, room: int) -> int:
        """How far it has to be scrolled for a column to be seen whole, or from its left edge."""
        span = self.spans[place]
        if place < self.pinned:
            return scrolled
        if span.left - scrolled < self.pinned_width:
            return span.left - self.pinned_width
        if span.right - scrolled > room:
            return min(span.right - room, span.left - self.pinned_width)
        return scrolled


def _widest_taker(columns: Sequence[Column]) -> Column | None:
    """The column that gets what is left of the width."""
    wanted = (Column.WORDS, Column.LINES, Column.NOTES, Column.TITLE)
    return next((column for column in wanted if column in columns), None)


def widths_of(
    columns: Sequence[Column], scaled: Callable[[int], int], head: Mapping[Column, int]
) -> list[tuple[Column, int]]:
    """How wide each is at least: its size, or its word with room around, whichever is more."""
    made = []
    for column in columns:
        needed = -(-(head[column] + 2 * PAD) // _GRID) * _GRID
        own = scaled(_WIDTHS[column])
        made.append((column, own if head[column] + 2 * PAD <= own else needed))
    return made
