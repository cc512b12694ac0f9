"""A script in Markdown: headings are scenes, paragraphs and points of a list are what happens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from topa_studio.film.scripts.fountain import unmarked
from topa_studio.film.scripts.headings import is_heading, without_number
from topa_studio.film.scripts.plain import PlainReader
from topa_studio.film.scripts.script import Kind, Part, Script

_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*\s*$")
_POINT = re.compile(r"\s*(?:[-*+]|\d{1,3}[.)])\s+(\S.*)")
_RULE = re.compile(r"\s*(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$")
_KEY = re.compile(r"([^\W\d_][\w -]{0,30}):\s*(.*)$")
# "**MILA:** Wake up" and "**Mila**: Wake up": here a name need not be in capitals.
_BOLD_NAME = re.compile(r"\*\*([^*:]{1,60}?)(?::\*\*|\*\*\s*:)\s*(\S.*)")
_SIGNS = re.compile(r"^(?:#{1,6} |\s*[-*+] |\*\*)", re.MULTILINE)


def looks_like_markdown(text: str) -> bool:
    """Whether a plain text has headings as Markdown writes them."""
    return any(_HEADING.match(row) for row in text.split("\n", 400)[:400])


def heading_in(row: str) -> str:
    """The words of a heading as Markdown writes it; "": it is none."""
    found = _HEADING.match(row)
    return found[2] if found else ""


def opens_settings(rows: Sequence[str]) -> bool:
    """Whether settings stand between two rules at the very top."""
    return rows[:1] == ["---"] and "---" in rows[1:]


def read_markdown(text: str, encoding: str = "utf-8") -> Script:
    """The parts of a text in Markdown."""
    reader = _Reader(text)
    at = reader.front_matter()
    while at < len(reader):
        at = reader.part(at)
    return Script("markdown", text, tuple(reader.parts), encoding)


class _Reader(PlainReader):
    def __init__(self, text: str) -> None:
        super().__init__(text)
        self._scenes = _scene_levels(self.rows)

    def front_matter(self) -> int:
        """The settings between two rules at the very top; the row behind them."""
        if not len(self) or self.rows[0].strip() != "---":
            return 0
        stop = next((at for at in range(1, len(self)) if self.rows[at].strip() == "---"), 0)
        if not stop:
            return 0
        self.add(Kind.PAGE, "", 0, 1)
        for at in range(1, stop):
            key = _KEY.match(self.rows[at])
            words = key[2].strip().strip("\"'") if key else self.rows[at].strip()
            self.add(Kind.TITLE, words, at, at + 1, mark=key[1] if key else "")
        self.add(Kind.PAGE, "", stop, stop + 1)
        return stop + 1

    def part(self, at: int) -> int:
        """Take the part that begins with a row; the row behind it."""
        row = self.rows[at]
        found = _HEADING.match(row)
        if found is not None:
            words, number = without_number(unmarked(found[2]))
            if is_heading(words) or len(found[1]) in self._scenes:
                self.add(Kind.HEADING, words, at, at + 1, mark=number)
            elif len(found[1]) == 1 and not self._has_begun():
                self.add(Kind.TITLE, words, at, at + 1, mark="Title")
            else:
                self.add(Kind.SECTION, words, at, at + 1, mark=found[1])
            return at + 1
        if row.lstrip().startswith("<!--"):
            return self._comment(at)
        if row.lstrip().startswith(">"):
            return self._quote(at)
        if _RULE.match(row) and row.strip():
            self.add(Kind.PAGE, "", at, at + 1)
            return at + 1
        bold = _BOLD_NAME.match(row.strip())
        if bold is not None:
            self.add(Kind.CHARACTER, bold[1].strip(), at, at + 1)
            self._beside(Kind.DIALOGUE, unmarked(bold[2]), at)
            return at + 1
        point = _POINT.match(row)
        if point is not None:
            return self._point(at, point[1])
        first = len(self.parts)
        stop = super().part(at)
        for place in range(first, len(self.parts)):
            self.parts[place] = _unmarked(self.parts[place])
        return stop

    def _has_begun(self) -> bool:
        return any(part.kind not in (Kind.BLANK, Kind.PAGE) for part in self.parts)

    def _comment(self, at: int) -> int:
        stop = next((n for n in range(at, len(self)) if "-->" in self.rows[n]), at) + 1
        words = " ".join(self.rows[at:stop]).strip()
        self.add(Kind.NOTE, words.removeprefix("<!--").removesuffix("-->").strip(), at, stop)
        return stop

    def _quote(self, at: int) -> int:
        stop = at + 1
        while stop < len(self) and self.rows[stop].lstrip().startswith(">"):
            stop += 1
        words = "\n".join(row.lstrip().lstrip(">").strip() for row in self.rows[at:stop])
        self.add(Kind.NOTE, unmarked(words), at, stop)
        return stop

    def _point(self, at: int, words: str) -> int:
        stop, said = at + 1, [words]
        while stop < len(self) and self.rows[stop].startswith(("  ", "\t")):
            if self.is_blank(stop) or _POINT.match(self.rows[stop]):
                break
            said.append(self.rows[stop].strip())
            stop += 1
        self.add(Kind.ACTION, unmarked("\n".join(said)), at, stop)
        return stop

    def _stops(self, at: int) -> bool:
        if super()._stops(at):
            return True
        row = self.rows[at]
        begins = row.lstrip().startswith(("<!--", ">"))
        return begins or any(p.match(row) for p in (_HEADING, _POINT, _BOLD_NAME))


def _scene_levels(rows: list[str]) -> frozenset[int]:
    """How deep the headings are that are scenes; none where some are headings of scripts."""
    found = [match for row in rows if (match := _HEADING.match(row))]
    if any(is_heading(match[2]) for match in found):
        return frozenset()
    levels = [len(match[1]) for match in found]
    counted = sorted(set(levels))
    if len(counted) > 1 and (levels.count(counted[0]) == 1 or len(counted) > 2):
        return frozenset(counted[1:2])
    return frozenset(counted[:1]) if len(levels) != 1 else frozenset()


def _unmarked(part: Part) -> Part:
    words = unmarked(part.text)
    return part if words == part.text else Part(
        part.kind, words, part.first, part.last, part.source, part.asides, part.mark
    )  # fmt: skip
