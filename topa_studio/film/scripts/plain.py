"""A script that was written as plain text: headings, names and paragraphs as people write them."""

from __future__ import annotations

import re

from topa_studio.film.scripts.fountain import is_name
from topa_studio.film.scripts.headings import (
    is_heading,
    is_title_above,
    numbered_heading,
    without_number,
)
from topa_studio.film.scripts.script import Kind, Lines, Script

# "МАМА: Иди домой." on one line.
_SPOKEN = re.compile(r"([^\W\d_][\w .'’-]{0,40}?)\s*(?:\(([^()]{1,60})\))?\s*:\s+(\S.*)")
_LONGEST = 10_000


def read_plain(text: str, encoding: str = "utf-8") -> Script:
    """The parts of a plain text."""
    reader = PlainReader(text)
    at = 0
    if is_title_above(reader.rows):
        reader.add(Kind.TITLE, reader.rows[0].strip(), 0, 1, mark="title")
        at = 1
    while at < len(reader):
        at = reader.part(at)
    return Script("plain", text, tuple(reader.parts), encoding)


def spoken_line(said: str) -> tuple[str, str, str] | None:
    """Who speaks in a row ("МАМА (тихо): Иди."), how, and what; None: nobody does."""
    found = _SPOKEN.match(said[:_LONGEST])
    if found is None or not found[1].isupper() or is_heading(found[1]):
        return None
    return found[1].strip(), found[2] or "", found[3] + said[_LONGEST:]


class PlainReader(Lines):
    """Goes down the rows; where no row is blank, each is a paragraph of its own."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._is_dense = len(self) > 1 and not any(map(self.is_blank, range(len(self))))

    def part(self, at: int) -> int:
        """Take the part that begins with a row; the row behind it."""
        said = self.rows[at].strip()
        if not said:
            return self._blank(at)
        heading = self.heading(at)
        if heading is not None:
            words, behind = without_number(heading[0])
            self.add(Kind.HEADING, words, at, at + 1, mark=behind or heading[1].rstrip(".)"))
            return at + 1
        if self.is_spoken(at):
            return self.spoken(at)
        parts = self.is_blank(at - 1) or self._is_dense
        if said.endswith(":") and said.isupper() and parts and self.is_blank(at + 1):
            self.add(Kind.TRANSITION, said, at, at + 1)
            return at + 1
        if parts and not self._is_dense and not self.is_blank(at + 1) and is_name(said):
            return self._speech(at)
        return self.paragraph(at)

    def heading(self, at: int) -> tuple[str, str] | None:
        """The scene heading in a row and its number, or None."""
        return numbered_heading(self.rows[at])

    def is_spoken(self, at: int) -> bool:
        """Whether a row says who speaks and what."""
        return spoken_line(self.rows[at].strip()) is not None

    def spoken(self, at: int) -> int:
        """A row that says who speaks and what: two parts over one row, the first without source."""
        found = spoken_line(self.rows[at].strip())
        if found is None:
            return self.paragraph(at)
        name, tone, words = found
        self.add(Kind.CHARACTER, name, at, at + 1)
        if tone:
            self._beside(Kind.PARENTHETICAL, tone, at)
        self._beside(Kind.DIALOGUE, words, at)
        return at + 1

    def _beside(self, kind: Kind, words: str, at: int) -> None:
        """One more part of the row before: its lines are in the source of that one."""
        self.add(kind, words, at, at + 1)
        last = self.parts[-1]
        self.parts[-1] = type(last)(kind, words, last.first, last.last, "")

    def _speech(self, at: int) -> int:
        self.add(Kind.CHARACTER, self.rows[at].strip().removeprefix("@").rstrip("^ :"), at, at + 1)
        at += 1
        while at < len(self) and not self.is_blank(at):
            words = self.rows[at].strip()
            if words.startswith("(") and words.endswith(")"):
                self.add(Kind.PARENTHETICAL, words[1:-1].strip(), at, at + 1)
                at += 1
                continue
            stop = at + 1
            while not self.is_blank(stop) and not self.rows[stop].strip().startswith("("):
                stop += 1
            said = "\n".join(row.strip() for row in self.rows[at:stop])
            self.add(Kind.DIALOGUE, said, at, stop)
            at = stop
        return at

    def paragraph(self, at: int) -> int:
        """The rows up to the next that is blank, a heading or spoken."""
        stop = at + 1
        while not self._is_dense and not self._stops(stop):
            stop += 1
        words = "\n".join(row.strip() for row in self.rows[at:stop])
        self.add(Kind.ACTION, words, at, stop)
        return stop

    def _stops(self, at: int) -> bool:
        return self.is_blank(at) or self.heading(at) is not None or self.is_spoken(at)

    def _blank(self, at: int) -> int:
        stop = at + 1
        while stop < len(self) and self.is_blank(stop):
            stop += 1
        self.add(Kind.BLANK, "", at, stop)
        return stop
