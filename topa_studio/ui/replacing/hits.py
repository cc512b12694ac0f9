"""Where words stand in a film, and the edits that put others there; never within an @name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from topa_studio.document.edits import Edit, SceneTarget, SetField, ShotTarget, UnsetField
from topa_studio.document.written import captions_written
from topa_studio.model.mentions import mentions
from topa_studio.model.rewording import Hit, cuts, put
from topa_studio.model.scenario import Caption, Scenario, Scene, Shot

_AROUND = 44
_OPTIONAL = ("panel_prompt", "notes", "caption")
_FIELDS = ("title", "prompt", "panel_prompt", "notes", "caption")


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
    """A text of the film: a shot's or a scene's field, of `captions` the one at `at`."""

    target: ShotTarget | SceneTarget
    field: str
    at: int = 0


@dataclass(frozen=True, slots=True)
class Occurrence:
    """The words once, from `start` to `end` of a text.

    Attributes:
        is_name: it is a part of an @name, or would become one, and is left alone.
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
        for hit in hits:
            is_name = any(cuts(Hit(*hit.span()), mention) for mention in said)
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
    for at, caption in enumerate(shot.captions):
        yield Place(target, "captions", at), caption.text, shot.locked


def edits_of(film: Scenario, chosen: Iterable[Occurrence], instead: str) -> list[Edit]:
    """The edits that put `instead` in these places; those that do not stand there any more stay."""
    by_place: dict[Place, list[Occurrence]] = {}
    for each in chosen:
        if not each.is_name:
            by_place.setdefault(each.place, []).append(each)
    edits: list[Edit] = []
    captions: dict[str, dict[int, str]] = {}
    for place, text, _locked in _texts(film):
        hits = [Hit(hit.start, hit.end) for hit in by_place.get(place, ()) if hit.text == text]
        after, _count = put(text, sorted(hits), instead, film.names)
        if after == text:
            continue
        if place.field == "captions" and isinstance(place.target, ShotTarget):
            captions.setdefault(place.target.key, {})[place.at] = after
        elif not after and place.field in _OPTIONAL:
            edits.append(UnsetField(place.target, place.field))
        else:
            edits.append(SetField(place.target, place.field, after))
    return [*edits, *(_captions(film, key, said) for key, said in captions.items())]


def _captions(film: Scenario, key: str, said: dict[int, str]) -> Edit:
    """A shot's captions with other words; one without words is none."""
    now = [
        Caption(said.get(at, caption.text), caption.start, caption.end)
        for at, caption in enumerate(film.shot(key).captions)
    ]
    left = [caption for caption in now if caption.text.strip()]
    if not left:
        return UnsetField(ShotTarget(key), "captions")
    return SetField(ShotTarget(key), "captions", captions_written(left))
