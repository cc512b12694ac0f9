"""A script as one value, whatever it was written in: elements that hold every line of the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an element of a script is."""

    TITLE = "title"
    HEADING = "heading"
    ACTION = "action"
    CHARACTER = "character"
    DIALOGUE = "dialogue"
    PARENTHETICAL = "parenthetical"
    LYRICS = "lyrics"
    TRANSITION = "transition"
    SECTION = "section"
    SYNOPSIS = "synopsis"
    NOTE = "note"
    CUT = "cut"
    PAGE = "page"
    BLANK = "blank"


@dataclass(frozen=True, slots=True)
class Part:
    """An element of a script.

    Attributes:
        text: its words without marks of the format and without `asides`.
        first, last: its lines in the file, from 1.
        source: the lines themselves, with their ends.
        asides: notes that stand inside it.
        mark: what else it says: a scene's number, a key of the title page, how deep a section is.
    """

    kind: Kind
    text: str
    first: int
    last: int
    source: str
    asides: tuple[str, ...] = ()
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Script:
    """A script that was read; the sources of its parts, put together, are `text`.

    Attributes:
        form: "fountain", "fdx", "markdown" or "plain".
        encoding: what it was written in; "utf-8" is what is usual.
    """

    form: str
    text: str
    parts: tuple[Part, ...]
    encoding: str = "utf-8"

    def has(self, kind: Kind) -> bool:
        """Whether there is any part of a kind."""
        return any(part.kind is kind for part in self.parts)


class Lines:
    """Collects parts while a reader goes down the lines of a text, so that none is left out."""

    def __init__(self, text: str) -> None:
        self.rows = text.split("\n")
        self._ends = ["\n"] * (len(self.rows) - 1) + [""]
        if self.rows[-1] == "":
            # The end of the last line begins no other.
            self.rows.pop()
            self._ends.pop()
        self.parts: list[Part] = []

    def __len__(self) -> int:
        return len(self.rows)

    def add(
        self,
        kind: Kind,
        text: str,
        start: int,
        stop: int,
        asides: Sequence[str] = (),
        mark: str = "",
    ) -> None:
        """The rows from `start` up to `stop` as one part."""
        source = "".join(self.rows[at] + self._ends[at] for at in range(start, stop))
        self.parts.append(Part(kind, text, start + 1, stop, source, tuple(asides), mark))

    def is_blank(self, at: int) -> bool:
        """Whether nothing stands in a row, or there is none."""
        return not 0 <= at < len(self.rows) or not self.rows[at].strip()
