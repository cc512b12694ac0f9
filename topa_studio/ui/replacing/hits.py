"""Where words stand in a film, and the edits that put others there; never within an @name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from topa_studio.document.edits import Edit, SceneTarget, SetField, ShotTarget, UnsetField
from topa_studio.document.written import captions_written, lines_written
from topa_studio.model.mentions import mentions
from topa_studio.model.rewording import Hit, cuts, put
from topa_studio.model.scenario import Scenario, Scene, Shot

_AROUND = 44
_OPTIONAL = ("panel_prompt", "notes", "caption")
_FIELDS = ("title", "prompt", "panel_prompt", "notes", "caption")
WHO, TONE = "lines.who", "lines.tone"
_OF_LINES = {"lines": "text", WHO: "who", TONE: "tone"}
_PARTS = {**_OF_LINES, "captions": "text"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is looked for, and how; small and large letters are alike unless `exact`."""

    words: str
    exact: bool = False
    whole: bool = False
    accepted: bool = True

    def pattern(self) -> re.Pattern[str] | None:
        """What finds it; None: nothing is looked for."""
        if not self.words:
            return None
        ways = {unicodedata.normalize(form, self.words) for form in ("NFC", "NFD")}
        found = "|".join(self._way(way) for way in sorted(ways, key=len, reverse=True))
        edges = (r"(?<!\w)", r"(?!\w)") if self.whole else ("", "")
        flags = re.NOFLAG if self.exact else re.IGNORECASE
        return re.compile(f"{edges[0]}(?:{found}){edges[1]}", flags)

    def _way(self, words: str) -> str:
        if self.exact:
            return re.escape(words)
        alike = dict.fromkeys("еёЕЁ", "[еёЕЁ]")
        return "".join(alike.get(sign, re.escape(sign)) for sign in words)


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the film: a shot's or a scene's field, of `captions` and lines the one at `at`."""

    target: ShotTarget | SceneTarget
    field: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The words once, from `start` to `end` of a text.

    Attributes:
        is_name: it is a part of an @name, or who speaks is an element, and is left alone.
    """

    place: Place
    text: str
    start: int
    end: int
    is_accepted: bool = False
    is_name: bool = False

    def around(self) -> tuple[str, int, int]:
        """The line it stands in, as far as is read at a glance, and where it is there."""
        begin = max(0, self.start - _AROUND)
        if begin:
            space = self.text.find(" ", begin, self.start)
            begin = space + 1 if space >= 0 else begin
        lead = "… " if begin else ""
        line = self.text[begin : self.end + 3 * _AROUND].replace("\n", " ")
        moved = len(lead) - begin
        return f"{lead}{line}", self.start + moved, self.end + moved


def occurrences(film: Scenario, wanted: Wanted) -> list[Occurrence]:
    """Every place of the words, in the film's order."""
    pattern, names, found = wanted.pattern(), film.names, []
    if pattern is None:
        return []
    for place, text, locked in _texts(film):
        if locked and not wanted.accepted:
            continue
        hits = [hit for hit in pattern.finditer(text) if hit.end() > hit.start()]
        said = mentions(text, names) if hits else ()
        speaks = place.field == WHO and text.casefold() in {name.casefold() for name in names}
        for hit in hits:
            is_name = speaks or any(cuts(Hit(*hit.span()), mention) for mention in said)
            found.append(Occurrence(place, text, hit.start(), hit.end(), locked, is_name))
    return found


def _texts(film: Scenario) -> Iterator[tuple[Place, str, bool]]:
    """All texts that may be replaced, and whether their shot is accepted."""
    for scene in film.scenes:
        yield from _of_scene(scene)
        for shot in scene.shots:
            yield from _of_shot(shot)


def _of_scene(scene: Scene) -> Iterator[tuple[Place, str, bool]]:
    for field in ("title", "notes"):
        yield Place(SceneTarget(scene.id), field), getattr(scene, field), False


def _of_shot(shot: Shot) -> Iterator[tuple[Place, str, bool]]:
    target = ShotTarget(shot.key)
    for field in _FIELDS:
        yield Place(target, field), getattr(shot, field), shot.locked
    for at, line in enumerate(shot.lines):
        for field, part in _OF_LINES.items():
            yield Place(target, field, at), getattr(line, part), shot.locked
    for at, caption in enumerate(shot.captions):
        yield Place(target, "captions", at), caption.text, shot.locked


def replaced(film: Scenario, chosen: Iterable[Occurrence], instead: str) -> tuple[list[Edit], int]:
    """The edits that put `instead` in these places, and in how many of them.

    Those that do not stand there any more stay, and so do those where it would change a name.
    """
    by_place: dict[Place, list[Occurrence]] = {}
    for each in chosen:
        if not each.is_name:
            by_place.setdefault(each.place, []).append(each)
    edits: list[Edit] = []
    entries: dict[tuple[str, str], dict[Place, str]] = {}
    total = 0
    for place, text, _locked in _texts(film):
        hits = [Hit(hit.start, hit.end) for hit in by_place.get(place, ()) if hit.text == text]
        after, count = put(text, sorted(hits), instead, film.names)
        total += count
        if after == text:
            continue
        if isinstance(place.target, ShotTarget) and place.field in _PARTS:
            listed = place.field.partition(".")[0]
            entries.setdefault((place.target.key, listed), {})[place] = after
        elif not after and place.field in _OPTIONAL:
            edits.append(UnsetField(place.target, place.field))
        else:
            edits.append(SetField(place.target, place.field, after))
    for (key, listed), said in entries.items():
        edits += _entries(film.shot(key), listed, said)
    return edits, total


def _entries(shot: Shot, listed: str, said: dict[Place, str]) -> Iterator[Edit]:
    """A shot's captions or lines with other words; one without words is none.

    First what goes, then what changes: so each entry is known, and keeps what is not read of it.
    """
    lines = listed == "lines"
    before = lines_written(shot.lines) if lines else captions_written(shot.captions)
    changed = [dict(entry) for entry in before]
    for place, words in said.items():
        changed[place.at][_PARTS[place.field]] = words
    kept = [at for at, entry in enumerate(changed) if str(entry["text"]).strip()]
    left = [before[at] for at in kept]
    if len(left) < len(before):
        yield SetField(ShotTarget(shot.key), listed, left)
    fresh = [{part: value for part, value in changed[at].items() if value != ""} for at in kept]
    if fresh != left:
        yield SetField(ShotTarget(shot.key), listed, fresh)
