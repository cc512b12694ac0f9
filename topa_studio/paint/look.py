"""How an element looks: read from its words alone, so that it is the same in every picture."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import Literal

from topa_studio.paint import words

Kind = Literal["creature", "prop", "place"]

_PARTS = r"muzzle|eyes?|nose|ears?|face|tail|patch|ribbon|string|bows?|tummy|belly|мордочк|глаз|нос"
_OWN = {
    "bear": "#f29c48", "bunny": "#cdbaf8", "fox": "#f0894f", "cat": "#b9b4c8", "mouse": "#bcc0cc",
    "dog": "#d9a56b", "bird": "#78aef0", "frog": "#7cc576", "pig": "#f7b3c2", "person": "#ffd9b8",
    "kite": "#ea5a52", "seed": "#fffaf0", "box": "#ffd062", "boat": "#d98d5f", "lantern": "#ffd062",
    "balloon": "#ea5a52", "ball": "#78aef0", "basket": "#d9a56b", "umbrella": "#f7a6c0",
    "cake": "#fbe9cd", "star": "#ffd062", "flower": "#f7a6c0", "book": "#78aef0",
}  # fmt: skip
_STABLE = ("#f29c48", "#cdbaf8", "#7cc7b4", "#f7a6c0", "#78aef0", "#ffd062", "#a7d27c")


@dataclass(frozen=True, slots=True)
class Look:
    """An element ready to draw.

    Attributes:
        noun: which creature, prop or place (keys of `paint.words`); "friend" is a round creature
            and "bundle" a wrapped parcel, for words nobody knows.
        body, accent: colours as "#rrggbb".
        wears: garment -> colour.
        words: what it was read from.
    """

    name: str
    kind: Kind
    noun: str
    body: str
    accent: str
    wears: tuple[tuple[str, str], ...] = ()
    words: str = ""


def look_of(name: str, text: str) -> Look:
    """The look of the element `name` that is described by `text`."""
    kind, noun = _noun(name, text)
    wears, rest = _wears(text)
    rest = re.sub(rf"[\w-]+(?: [\w-]+)? (?:{_PARTS})\w*", " ", rest) or rest
    colours = _colours(rest)
    own = _OWN.get(noun) or _STABLE[_number(name or text) % len(_STABLE)]
    body = colours[0] if colours else own
    if noun == "person":
        hair = colours[0] if colours else "#7a5236"
        return Look(name, kind, noun, own, hair, wears or (("coat", "#78aef0"),), text)
    if noun == "fox" and body == words.COLOURS["red"][0]:
        body = "#ee7b4a"
    trim = [colour for colour in _colours(text) if colour != body]
    return Look(name, kind, noun, body, trim[0] if trim else _STABLE[3], wears, text)


def is_known(text: str) -> bool:
    """Whether the words say what the element is."""
    tables = (words.CREATURES, words.PROPS, words.PLACES)
    return any(words.first_of(table, text) is not None for table in tables)


def _noun(name: str, text: str) -> tuple[Kind, str]:
    """What stands first in the description counts; the name helps where that says nothing."""
    tables: dict[str, tuple[Kind, str]] = {}
    kinds: tuple[tuple[Kind, object], ...] = (
        ("creature", words.CREATURES),
        ("prop", words.PROPS),
        ("place", words.PLACES),
    )
    patterns: dict[str, str] = {}
    for kind, table in kinds:
        assert isinstance(table, dict)
        for noun, pattern in table.items():
            tables[noun] = (kind, noun)
            patterns[noun] = pattern
    for source in (text, name):
        if (found := words.first_of(patterns, source)) is not None:
            return tables[found]
    return ("creature", "friend") if name[:1].isupper() or not text else ("prop", "bundle")


def _wears(text: str) -> tuple[tuple[tuple[str, str], ...], str]:
    """Garments with the colour before them, and the text without them."""
    found = []
    for garment, pattern in words.GARMENTS.items():
        match = re.search(rf"((?:[\w-]+ ){{0,2}})(?:{pattern})\w*", text, re.IGNORECASE)
        if match is None:
            continue
        if colours := _colours(match[1]):
            found.append((garment, colours[0]))
            text = text.replace(match[0], " ")
    return tuple(found), text


def _colours(text: str) -> list[str]:
    """Colours named in `text`, in their order."""
    places = [
        (place, code)
        for code, pattern in words.COLOURS.values()
        if (place := words.find(pattern, text)) >= 0
    ]
    return [code for _, code in sorted(places)]


def _number(text: str) -> int:
    return hashlib.sha256(text.encode()).digest()[0]
