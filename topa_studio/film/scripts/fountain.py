"""Fountain, line by line: headings and names in Cyrillic as in Latin letters, and nothing lost."""

from __future__ import annotations

import re
from collections.abc import Iterator

from topa_studio.film.scripts.headings import (
    is_heading,
    is_title_above,
    numbered_heading,
    without_number,
)
from topa_studio.film.scripts.script import Kind, Lines, Script

_KEY = re.compile(r"([^\W\d_][\w ]{0,30}):(?:\s+(.*)|\s*)$")
_KEYS = (
    "title credit author authors source date draft contact copyright notes revision format"
    " название автор авторы источник дата контакты примечания"
)
_FIRST_KEYS = frozenset(_KEYS.split())
_EMPHASIS = re.compile(r"(?<!\\)(\*{1,3}|_)(?=\S)(.+?)(?<=[^\s\\])\1")
_LONGEST_MARKED = 2000
_LONGEST_NAME = 60
_BEHIND_NAME = re.compile(r"\s*\([^()]*\)\s*$")
_MARKS = (("/*", "*/", Kind.CUT), ("[[", "]]", Kind.NOTE))


def read_fountain(text: str, encoding: str = "utf-8") -> Script:
    """The parts of a Fountain script."""
    reader = _Reader(text)
    reader.read()
    return Script("fountain", text, tuple(reader.parts), encoding)


class _Reader(Lines):
    """Goes down the rows; `shown` are these without what is cut or noted."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        shown, self.asides = without_asides(text)
        self.shown = shown.split("\n")

    def read(self) -> None:
        at = self._title_page()
        while at < len(self):
            at = self._part(at)

    def _title_page(self) -> int:
        if is_title_above(self.shown):
            return self._put(Kind.TITLE, self.shown[0].strip(), 0, 1, "title")
        if not len(self) or not is_title_key(self.shown[0]):
            return 0
        at = 0
        while at < len(self) and self.rows[at].strip():
            key = _KEY.match(self.rows[at])
            stop = at + 1
            while (
                stop < len(self) and self.rows[stop][:1] in (" ", "\t") and self.rows[stop].strip()
            ):
                stop += 1
            said = [key[2] or "" if key else self.rows[at], *self.rows[at + 1 : stop]]
            words = "\n".join(filter(None, map(str.strip, said)))
            self.add(Kind.TITLE, unmarked(words), at, stop, mark=key[1].strip() if key else "")
            at = stop
        return at

    # One part after the other.

    def _part(self, at: int) -> int:
        row = self.rows[at]
        if not row.strip():
            return self._run(at, Kind.BLANK)
        if not self._said(at):
            return self._aside(at)
        said = self._said(at)
        for kind, words, mark in self._marked(at, said):
            return self._put(kind, words, at, at + 1, mark)
        if self._opens_speech(at, said):
            return self._speech(at)
        return self._action(at)

    def _marked(self, at: int, said: str) -> Iterator[tuple[Kind, str, str]]:
        """What a row says by itself; nothing where it is action or speech."""
        opens, closes = self._is_apart(at - 1), self._is_apart(at + 1)
        if said.startswith("===") and not said.strip("="):
            yield Kind.PAGE, "", ""
        elif said.startswith("#"):
            yield Kind.SECTION, said.lstrip("#").strip(), "#" * (len(said) - len(said.lstrip("#")))
        elif said.startswith("=") and not said.startswith("=="):
            yield Kind.SYNOPSIS, said[1:].strip(), ""
        elif said.startswith(">") and said.endswith("<"):
            yield Kind.ACTION, said[1:-1].strip(), "centred"
        elif said.startswith(">"):
            yield Kind.TRANSITION, said[1:].strip(), ">"
        elif said.startswith(".") and said[1:2].isalnum():
            words, number = without_number(said[1:])
            yield Kind.HEADING, words, number
        elif (found := numbered_heading(said)) is not None and (opens or said.isupper()):
            words, behind = without_number(found[0])
            yield Kind.HEADING, words, behind or found[1].rstrip(".)")
        elif said.endswith(":") and said.isupper() and opens and closes:
            yield Kind.TRANSITION, said, ""
        elif said.startswith("~"):
            yield Kind.LYRICS, said[1:].strip(), ""

    def _opens_speech(self, at: int, said: str) -> bool:
        if self._is_apart(at + 1) or not self._is_apart(at - 1):
            return False
        return is_name(said)

    def _speech(self, at: int) -> int:
        said = self._said(at)
        dual = "^" if said.endswith("^") else ""
        self._put(Kind.CHARACTER, said.removeprefix("@").rstrip("^ :"), at, at + 1, dual)
        at += 1
        while at < len(self):
            row, words = self.rows[at], self._said(at)
            if not row.strip():
                # Two spaces say that the same person goes on.
                if len(row) < 2 or not self._goes_on(at + 1):
                    break
                at = self._put(Kind.BLANK, "", at, at + 1)
            elif not words:
                at = self._aside(at)
            elif words.startswith("(") and words.endswith(")"):
                at = self._put(Kind.PARENTHETICAL, words[1:-1].strip(), at, at + 1)
            elif words.startswith("~"):
                at = self._put(Kind.LYRICS, words[1:].strip(), at, at + 1)
            else:
                at = self._dialogue(at)
        return at

    def _goes_on(self, at: int) -> bool:
        return at < len(self) and bool(self._said(at)) and not is_heading(self._said(at))

    def _dialogue(self, at: int) -> int:
        stop = at + 1
        while stop < len(self) and (words := self._said(stop)):
            if words.startswith("~") or (words.startswith("(") and words.endswith(")")):
                break
            stop += 1
        words = "\n".join(self._said(row) for row in range(at, stop))
        return self._put(Kind.DIALOGUE, words, at, stop)

    def _action(self, at: int) -> int:
        stop = at + 1
        while stop < len(self) and (words := self._said(stop)):
            if (is_heading(words) and words.isupper()) or words[0] in "#=>~":
                break
            stop += 1
        rows = [self._said(row).removeprefix("!").strip() for row in range(at, stop)]
        return self._put(Kind.ACTION, "\n".join(filter(None, rows)), at, stop)

    # Rows.

    def _said(self, at: int) -> str:
        return self.shown[at].strip() if 0 <= at < len(self.shown) else ""

    def _is_apart(self, at: int) -> bool:
        """Whether a row parts what is above it from what is below."""
        if not self._said(at):
            return True
        return self._said(at).startswith(("===", "#"))

    def _run(self, at: int, kind: Kind) -> int:
        stop = at + 1
        while stop < len(self) and not self.rows[stop].strip():
            stop += 1
        return self._put(kind, "", at, stop)

    def _aside(self, at: int) -> int:
        """Rows on which nothing but notes, or what is cut, stands."""
        stop = at + 1
        while stop < len(self) and self.rows[stop].strip() and not self._said(stop):
            stop += 1
        found = [aside for row in range(at, stop) for aside in self.asides.get(row, ())]
        kind = Kind.CUT if found and all(a.startswith("/*") for a in found) else Kind.NOTE
        self.add(kind, "\n".join(found), at, stop)
        return stop

    def _put(self, kind: Kind, words: str, start: int, stop: int, mark: str = "") -> int:
        asides = [aside for row in range(start, stop) for aside in self.asides.get(row, ())]
        self.add(kind, unmarked(words), start, stop, asides, mark)
        return stop


def is_title_key(row: str) -> bool:
    """Whether a row may open a title page."""
    found = _KEY.match(row)
    return found is not None and found[1].split()[0].lower() in _FIRST_KEYS


def is_name(said: str) -> bool:
    """Whether a row names who speaks below it: in capitals, whatever stands in brackets behind."""
    if said.startswith("@"):
        return len(said) > 1
    name = said.rstrip("^ ")
    while (found := _BEHIND_NAME.search(name)) and found.start() < len(name):
        name = name[: found.start()]
    is_shout = name.endswith(("!", "?", "…", ".."))
    return name.isupper() and len(name) <= _LONGEST_NAME and not is_shout and name[0] != "("


def unmarked(words: str) -> str:
    """Words without the stars and lines that make them bold, slanted or underlined."""
    rows = []
    for row in words.split("\n"):
        if ("*" in row or "_" in row) and len(row) <= _LONGEST_MARKED:
            for _depth in range(3):
                row = _EMPHASIS.sub(r"\2", row)
        rows.append(row.replace("\\*", "*").replace("\\_", "_"))
    return "\n".join(rows)


def without_asides(text: str) -> tuple[str, dict[int, list[str]]]:
    """A text without notes and what is cut, its rows as many; and these, by the row they begin in.

    A note keeps its words alone, a cut its marks. What is not closed is text like any other.
    """
    kept: list[str] = []
    found: dict[int, list[str]] = {}
    at = row = 0
    for start, stop, kind in _spans(text):
        kept.append(text[at:start])
        row += text.count("\n", at, start)
        inside = text[start:stop]
        words = inside if kind is Kind.CUT else inside[2:-2].strip()
        found.setdefault(row, []).append(words)
        lines = inside.count("\n")
        kept.append("\n" * lines)
        row, at = row + lines, stop
    kept.append(text[at:])
    return "".join(kept), found


def _spans(text: str) -> Iterator[tuple[int, int, Kind]]:
    """What is cut and noted, in order."""
    at = 0
    nexts = {kind: text.find(opens) for opens, _closes, kind in _MARKS}
    while True:
        for opens, _closes, kind in _MARKS:
            if 0 <= nexts[kind] < at:
                nexts[kind] = text.find(opens, at)
        open_now = [(nexts[kind], closes, kind) for _o, closes, kind in _MARKS if nexts[kind] >= 0]
        if not open_now:
            return
        start, closes, kind = min(open_now)
        stop = text.find(closes, start + 2)
        if stop < 0:
            nexts[kind] = -1  # none of its kind is closed behind it
            continue
        yield start, stop + 2, kind
        at = stop + 2
