"""Scene headings in English and Russian: how one is known, and what it says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

_INSIDE = r"INT|ИНТ"
_OUTSIDE = r"EXT|НАТ|ЭКСТ"
_BOTH = rf"(?:{_INSIDE}|{_OUTSIDE})\.?\s*[/-]\s*(?:{_INSIDE}|{_OUTSIDE})|I\s*/\s*E|И\s*/\s*Н"
_PREFIX = re.compile(
    rf"(?P<both>{_BOTH})(?=[.\s])\.?|(?P<in>{_INSIDE})(?=[.\s])\.?"
    rf"|(?P<out>{_OUTSIDE})(?=[.\s])\.?|(?P<any>EST)(?=[.\s])\.?",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\s*#([\w.\-)]+)#\s*$")
_AHEAD = re.compile(r"^\s*(?:(?:СЦЕНА|SCENE)\s+)?(\d{1,4}[A-ZА-Я]?(?:[.-]\d{1,3})*[.)]?)\s+", re.I)
_DASH = re.compile(r"\s+[-–—]+\s+|\s+[-–—]+(?=\S)")
_LONGEST_TITLE = 80
# "FADE IN", "ИЗ ЗТМ": how a film opens, not what it is called.
_OPENS = re.compile(r"\b(?:FADE|CUT|BLACK|ЗТМ|ИЗ ЗАТЕМНЕНИЯ|ТИТР)", re.IGNORECASE)
_DAY_TIMES = (
    "DAY NIGHT MORNING EVENING DAWN DUSK SUNSET SUNRISE NOON MIDNIGHT AFTERNOON LATER"
    " CONTINUOUS SAME TWILIGHT MOMENTS ДЕНЬ НОЧЬ УТРО ВЕЧЕР РАССВЕТ ЗАКАТ СУМЕРКИ ПОЛДЕНЬ"
    " ПОЛНОЧЬ ПОЗЖЕ РЕЖИМ ТОТ"
)
_TIMES = frozenset(_DAY_TIMES.split())
WHERE = {"in": ("INT.", "ИНТ."), "out": ("EXT.", "НАТ."), "both": ("INT./EXT.", "ИНТ./НАТ."),
         "any": ("EST.", "EST.")}  # fmt: skip
_SAID = {
    "in": ("interior", "интерьер"),
    "out": ("exterior", "натура"),
    "both": ("interior and exterior", "интерьер и натура"),
    "any": ("establishing view", "общий вид"),
}


@dataclass(frozen=True, slots=True)
class Heading:
    """What a scene heading says.

    Attributes:
        where: "in", "out", "both", "any", or "" where it does not say.
        prefix: that as it is written.
        place, time: as they are written; `time` is "" where none is known.
    """

    where: str
    prefix: str
    place: str
    time: str


def is_heading(line: str) -> bool:
    """Whether a line begins as a scene heading does."""
    found = _PREFIX.match(line)
    return found is not None and bool(line[found.end() :].strip(" .-"))


def numbered_heading(line: str) -> tuple[str, str] | None:
    """A heading and the scene's number ahead of it ("12. INT. HOUSE"); None: it is none."""
    if is_heading(line.strip()):
        return line.strip(), ""
    ahead = _AHEAD.match(line)
    if ahead is not None and is_heading(line[ahead.end() :]):
        return line[ahead.end() :].strip(), ahead[1]
    return None


def without_number(line: str) -> tuple[str, str]:
    """A heading without the scene's number behind it ("#12A#"), and that number."""
    found = _NUMBER.search(line)
    return (line[: found.start()].rstrip(), found[1]) if found else (line.strip(), "")


def is_title_above(rows: Sequence[str]) -> bool:
    """Whether the first row is a title: in capitals, alone, and a scene's heading comes next."""
    said = rows[0].strip() if rows else ""
    if not (said[:1].isalnum() or said[:1] in '«“"') or not said.isupper():
        return False
    if len(said) > _LONGEST_TITLE or said[-1] in ".:!…" or _OPENS.search(said):
        return False
    below = next((at for at in range(1, len(rows)) if rows[at].strip()), 1)
    return below > 1 and not numbered_heading(said) and bool(numbered_heading(rows[below]))


def heading_of(text: str) -> Heading:
    """A heading taken apart."""
    found = _PREFIX.match(text)
    where = (found.lastgroup or "") if found else ""
    prefix = found.group() if found else ""
    rest = text[len(prefix) :].strip()
    cut = None
    for dash in _DASH.finditer(rest):
        cut = dash
    if cut is not None and (where or _is_time(rest[cut.end() :])):
        return Heading(where, prefix, rest[: cut.start()].strip(), rest[cut.end() :].strip())
    # Russian scripts often end the place with a point: "НАТ. ДВОР. ДЕНЬ."
    head, point, tail = rest.rstrip(". ").rpartition(". ")
    if point and _is_time(tail):
        return Heading(where, prefix, head.strip(), tail.strip())
    return Heading(where, prefix, rest, "")


def _is_time(words: str) -> bool:
    return any(word.strip(".,()").upper() in _TIMES for word in words.split())


def is_cyrillic(text: str) -> bool:
    """Whether most of its letters are."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum("\u0400" <= sign <= "\u04ff" for sign in letters) * 2 > len(letters)


def where_said(heading: Heading) -> str:
    """Inside or outside, in the language of the heading."""
    if not heading.where:
        return ""
    return _SAID[heading.where][is_cyrillic(heading.prefix + heading.place)]


def where_written(background: str) -> tuple[str, str]:
    """A background that `where_said` ends: its heading's prefix and the place; else "" and all."""
    for name, said in _SAID.items():
        for at, words in enumerate(said):
            if background.endswith(f", {words}"):
                return WHERE[name][at], background.removesuffix(f", {words}")
    return "", background
