"""What the palette shows for what is typed: the best of each group, the best group first."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from topa_studio.ui.film.search import Span
from topa_studio.ui.palette.entries import Entry, Kind, ShotNames
from topa_studio.ui.palette.fuzzy import Match, Tier, best, padded, words_of

translate = QCoreApplication.translate
ROWS, LAST, _ALONE, _EACH = 9, 5, 60, 4
_NUMBER = re.compile(r"\d+(?:\.\d*)?")


@dataclass(frozen=True, slots=True)
class Line:
    """An entry, and where its name (`spans`) says what was typed; without one, a caption."""

    caption: str = ""
    entry: Entry | None = None
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """The hits of one group, the best first."""

    caption: str
    hits: list[tuple[Entry, Match]]

    @property
    def tier(self) -> int:
        """How good its best hit is: letters here and there, and what cannot be done, come later."""
        entry, hit = self.hits[0]
        return 2 if not entry.is_able else int(hit.tier is Tier.SCATTERED)


@dataclass(frozen=True, slots=True)
class Known:
    """All that can be chosen at this moment."""

    commands: Sequence[Entry]
    settings: Sequence[Entry]
    elements: Sequence[Entry]
    scenes: Sequence[Entry]
    shots: ShotNames


def results(typed: str, known: Known) -> list[Line]:
    """The lines for what is typed; none where nothing is called so."""
    text = typed.strip()
    if text.startswith(">"):
        return _lines([_of(_do(), known.commands, text[1:], _ALONE)])
    if text.startswith(("@", "＠")):
        words = f"@{text[1:].lstrip()}"
        return _lines([_of(_elements(), known.elements, words, _ALONE)])
    if _NUMBER.fullmatch(text) and (numbered := _numbered(known, text)).hits:
        return _lines([numbered])
    groups = [
        _of(_do(), known.commands, text, _ALONE),
        _shots(known, text),
        _of(_elements(), known.elements, text, _ALONE),
        _of(translate("Palette", "Settings"), known.settings, text, _ALONE),
    ]
    return _lines(_shared(groups))


def at_first(last: Sequence[Entry], usual: Sequence[Entry]) -> list[Line]:
    """The lines while nothing is typed: the last used, and what is usually wanted."""
    lines = [Line(entry=entry) for entry in last[:LAST]]
    used = {entry.known_as for entry in last}
    more = [Line(entry=entry) for entry in usual if entry.known_as not in used]
    room = ROWS - len(lines)
    if lines:
        lines.insert(0, Line(translate("Palette", "Last used")))
    return [*lines, Line(_do()), *more[:room]] if more and room else lines


def _do() -> str:
    return translate("Palette", "Do")


def _elements() -> str:
    return translate("Palette", "Elements")


def _of(caption: str, entries: Sequence[Entry], typed: str, most: int) -> Found:
    """Hits among a few entries, by their names in both languages; what cannot be done is last."""
    words = words_of(typed)
    hits = dict(best(words, [padded(entry.name) for entry in entries], most))
    others = best(words, [padded(entry.other) if entry.other else "" for entry in entries], most)
    for place, hit in others:
        if place not in hits or hit.tier < hits[place].tier:
            hits[place] = Match(hit.tier, hit.runs, hit.first)
    ranked = sorted(hits.items(), key=lambda pair: (not entries[pair[0]].is_able, pair[1], pair[0]))
    return Found(caption, [(entries[place], hit) for place, hit in ranked])


def _shots(known: Known, typed: str) -> Found:
    """Scenes and shots by their titles."""
    scenes = _of("", known.scenes, typed, _EACH).hits
    shots = best(words_of(typed), known.shots.texts, _ALONE)
    hits = [*scenes, *((known.shots.entry(place), hit) for place, hit in shots)]
    key: Callable[[tuple[Entry, Match]], Tier] = lambda pair: pair[1].tier  # noqa: E731
    return Found(translate("Palette", "Shots"), sorted(hits, key=key))


def _numbered(known: Known, begun: str) -> Found:
    """The scene of that number, and the shots whose number begins so."""
    none = Match(Tier.START, 0, 0)
    hits = [(scene, none) for scene in known.scenes if scene.number == begun]
    wanted = begun if "." in begun else f"{begun}."
    places = known.shots.numbered(wanted, _ALONE)
    hits += [(known.shots.entry(place), none) for place in places]
    return Found(translate("Palette", "Shots"), hits)


def _shared(groups: Sequence[Found]) -> list[Found]:
    """All groups share the rows; one that is alone has more than can be seen at once."""
    filled = sorted((group for group in groups if group.hits), key=lambda group: group.tier)
    if len(filled) < 2:
        return filled
    least = {group.caption: min(len(group.hits), 2) for group in filled}
    left = ROWS - sum(least.values())
    shares: dict[str, int] = {}
    for group in filled:
        more = max(0, min(len(group.hits), _EACH) - least[group.caption])
        taken = min(left, more)
        left -= taken
        shares[group.caption] = least[group.caption] + taken
    return [_cut(group, shares) for group in filled]


def _cut(group: Found, shares: Mapping[str, int]) -> Found:
    return Found(group.caption, group.hits[: shares[group.caption]])


def _lines(groups: Sequence[Found]) -> list[Line]:
    lines = []
    for group in groups:
        if group.hits:
            lines.append(Line(group.caption))
            lines += [Line(entry=entry, spans=hit.spans) for entry, hit in group.hits]
    return lines


def nothing(typed: str) -> list[Line]:
    """Where nothing is called so: the words of shots may say it."""
    words = translate("Palette", "Nothing called “{words}”: search the words of shots?")
    return [Line(entry=Entry(Kind.SEARCH, typed.strip(), words.format(words=typed.strip())))]
