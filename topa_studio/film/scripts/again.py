"""A script that comes again: what changed in it, and the edits that bring just that to the film."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace

from topa_studio.document.edits import (
    AddElement,
    Edit,
    FilmTarget,
    SceneTarget,
    SetField,
    ShotTarget,
    Target,
    UnsetField,
    Value,
)
from topa_studio.document.written import captions_written, lines_written
from topa_studio.film.scripts.breakdown import (
    PARAGRAPH,
    SENTENCE,
    Breakdown,
    Choices,
    PlannedScene,
    PlannedShot,
    broken_down,
)
from topa_studio.film.scripts.cast import name_key
from topa_studio.film.scripts.changes import Change, What
from topa_studio.film.scripts.linked import Links, linked
from topa_studio.film.scripts.matching import Matching, matched
from topa_studio.film.scripts.placing import Places
from topa_studio.film.scripts.renamed import renames, with_names
from topa_studio.film.scripts.script import Script
from topa_studio.film.scripts.writing import element_fields, scene_fields, shot_fields
from topa_studio.model.scenario import ElementKind, Scenario, Scene, Shot


@dataclass(slots=True)
class Again:
    """What a newer script brings.

    Attributes:
        changes: for the user, in the order of the script; all else is as it was.
        edits: bring all of it but what is kept; places in the script are among them.
    """

    changes: list[Change] = field(default_factory=list)
    edits: list[Edit] = field(default_factory=list)

    @property
    def brings(self) -> bool:
        """Whether anything would change but places in the script."""
        return any(change.what != "kept" for change in self.changes)


def compared(film: Scenario, old: Script, new: Script, used: Collection[str] = ()) -> Again:
    """Compare the script that the film was made of with a newer one.

    `used`: ids that scenes had once; no new one gets them.

    Raises:
        ProjectError: there is nothing in the newer script that could be a shot.
    """
    choices, names = choices_of(film, old)
    before, after = (with_names(broken_down(each, choices), names) for each in (old, new))
    matching = matched(before, after)
    links = linked(film, before)
    work = _Work(film, before, after, matching, links, used)
    work.titles()
    work.elements()
    work.scenes()
    work.shots()
    return work.found


def choices_of(film: Scenario, script: Script) -> tuple[Choices, Mapping[str, str]]:
    """The choices that were made about a script, as its film shows them, and other names since."""
    kinds = {element.kind for element in film.elements}
    plain = broken_down(script, Choices())
    names = dict(renames(film, plain, linked(film, plain)))
    if not names:
        by_sentence = broken_down(script, Choices(SENTENCE))
        names = dict(renames(film, by_sentence, linked(film, by_sentence)))
    has = {name_key(element.name) for element in film.elements} | set(map(name_key, names))
    rule = {name_key(one.name): one for one in plain.elements}
    captions = not any(shot.lines for shot in film.shots()) or any(
        shot.lines and shot.captions for shot in film.shots()
    )
    wanted = {one.kind for one in plain.elements}
    choices = Choices(
        characters=ElementKind.CHARACTER not in wanted or ElementKind.CHARACTER in kinds,
        places=ElementKind.BACKGROUND not in wanted or ElementKind.BACKGROUND in kinds,
        plain=frozenset(key for key in rule if key not in has),
        made=frozenset(has),
        captions=captions,
    )
    sources = {shot.source for shot in film.shots()}
    words = {shot.prompt for shot in film.shots()}

    def fits(each: str) -> int:
        shots = list(broken_down(script, replace(choices, each=each)).shots())
        fit = sum((shot.source in sources) + (shot.prompt in words) for shot in shots)
        return fit - sum(shot.prompt not in words for shot in shots)

    return replace(choices, each=max((PARAGRAPH, SENTENCE), key=fits)), names


@dataclass(slots=True)
class _Work:
    """Goes from what is above to what is below; each adds changes and edits."""

    film: Scenario
    before: Breakdown
    after: Breakdown
    matching: Matching
    links: Links
    used: Collection[str]
    found: Again = field(default_factory=Again)
    places: Places = field(init=False)
    sources: dict[str, SetField] = field(default_factory=dict)
    told: dict[tuple[str, str, str], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = Places.of(self.film, self.used)

    # The film and its elements.

    def titles(self) -> None:
        """The title, where the script says another one."""
        old, new, own = self.before.title, self.after.title, self.film.film.title
        if new and new != old and own != new:
            self._field(FilmTarget(), "film", "", "", "title", old or own, new, own)

    def elements(self) -> None:
        """Those that are new in the script; who was made a plain word stays one."""
        known = {name_key(one.name) for one in self.before.elements}
        for one in self.after.elements:
            if name_key(one.name) in known or self.film.element(one.name) is not None:
                continue
            self.found.edits.append(AddElement(one.name, one.kind, element_fields(one)))
            self.found.changes.append(Change("new", "element", one.name, "", after=one.name))

    # Scenes.

    def scenes(self) -> None:
        """Headings and notes of scenes, scenes that are new, and their order."""
        stays = self.matching.scenes
        homes: list[str | None] = []
        for number, scene in enumerate(self.after.scenes):
            then = stays.get(number)
            home = None if then is None else self.links.scenes.get(then)
            homes.append(home)
            if home is not None and then is not None:
                self._scene(number, self.film.scene(home), self.before.scenes[then], scene)
        for edit, name in self.places.scenes(homes):
            self.found.edits.append(edit)
            scene_now = self.film.scene(name)
            at = str(self.film.scenes.index(scene_now) + 1)
            self.found.changes.append(Change("moved", "scene", name, at, scene_now.title))
        for number, home in enumerate(homes):
            if home is None:
                scene = self.after.scenes[number]
                fields = {**scene_fields(scene), "shots": []}
                self.found.edits.append(self.places.add_scene(number, fields))
                at = str(self.places.order.index(self.places.homes[number]) + 1)
                self.found.changes.append(Change("new", "scene", "", at, after=_head(scene)))

    def _scene(self, number: int, own: Scene, old: PlannedScene, new: PlannedScene) -> None:
        was, now = _with_all(scene_fields(old)), _with_all(scene_fields(new))
        has = _with_all({"title": own.title, "background": own.background,
                         "lighting": own.lighting, "notes": own.notes})  # fmt: skip
        at = str(self.film.scenes.index(own) + 1)
        for name, value in now.items():
            self._field(SceneTarget(own.id), "scene", own.id, at, name, was[name], value, has[name])

    # Shots.

    def shots(self) -> None:
        """Words and order of shots, those that are new, and those that are gone."""
        for now in range(len(self.matching.new)):
            then = self.matching.pairs.get(now)
            key = None if then is None else self.links.shots.get(then)
            if then is not None and key is not None:
                old, new = self.matching.old[then].shot, self.matching.new[now].shot
                if key in self.links.joined:
                    self._joined(key, old, new)
                else:
                    self._shot(key, old, new)
        self.found.edits += self.sources.values()
        for edit, change in self.places.put(self.film, self.matching, self.links):
            self.found.edits.append(edit)
            if change is not None:
                self.found.changes.append(change)
        self._gone()

    def _shot(self, key: str, old: PlannedShot, new: PlannedShot) -> None:
        own, at, target = self.film.shot(key), self.film.number_of(key), ShotTarget(key)
        was, now, has = _with_all(shot_fields(old)), _with_all(shot_fields(new)), _own(own)
        # Words by hand name the elements that they need.
        by_hand = own.prompt not in (was["prompt"], now["prompt"])
        follows = {"elements_needed"} if by_hand else set()
        # So do lines by hand with their captions.
        if has["lines"] not in (was["lines"], now["lines"]):
            follows.add("captions")
        for name in _OF_A_SHOT:
            if name not in follows:
                self._field(target, "shot", key, at, name, was[name], now[name], has[name])
        self._source(own, new)

    def _joined(self, key: str, old: PlannedShot, new: PlannedShot) -> None:
        """Shots that were put together by hand: what changed in one of them is shown."""
        own = self.film.shot(key)
        if old.plain != new.plain:
            at = self.film.number_of(key)
            self._tell("kept", "shot", key, at, own.prompt, new.prompt, "prompt")
        lines = [self.matching.new[now].shot.source for now, then in self.matching.pairs.items()
                 if self.links.shots.get(then) == key]  # fmt: skip
        spans = [each for each in lines if each is not None]
        if spans:
            first, last = min(span[0] for span in spans), max(span[1] for span in spans)
            self._source(own, replace(new, source=(first, last)))

    def _source(self, own: Shot, new: PlannedShot) -> None:
        if new.source is not None and new.source != own.source:
            self.sources[own.key] = SetField(ShotTarget(own.key), "source", list(new.source))

    def _gone(self) -> None:
        stay = set(self.matching.pairs.values())
        keys = {self.links.shots[then] for then in stay if then in self.links.shots}
        for then, placed in enumerate(self.matching.old):
            key = self.links.shots.get(then)
            if then in stay or key is None or key in keys:
                continue
            keys.add(key)
            own, at = self.film.shot(key), self.film.number_of(key)
            was, has = _with_all(shot_fields(placed.shot)), _own(own)
            changed = tuple(name for name in _OF_A_SHOT if was[name] != has[name])
            if changed or key in self.links.joined:
                self._tell("kept", "shot", key, at, own.prompt, "", *changed)
                self.found.edits.append(UnsetField(ShotTarget(key), "source"))
            else:
                self._tell("gone", "shot", key, at, own.prompt, "")
                self.found.edits.append(self.places.delete(key))
        for name in self.places.emptied(self.links.scenes.values()):
            scene = self.film.scene(name)
            number = str(self.film.scenes.index(scene) + 1)
            self._tell("gone", "scene", name, number, scene.title, "")
            self.found.edits.append(self.places.delete_scene(name))

    # One field.

    def _field(
        self,
        target: Target,
        of: str,
        key: str,
        at: str,
        name: str,
        old: Value,
        new: Value,
        own: Value,
    ) -> None:
        """Bring what the script says otherwise, unless the film says neither."""
        if new in (old, own):
            return
        if own != old:
            self._tell("kept", of, key, at, own, new, name)
            return
        self._tell("changed", of, key, at, own, new, name)
        empty = new in ("", [], 0)
        self.found.edits.append(
            UnsetField(target, name) if empty and own else SetField(target, name, new)
        )

    def _tell(
        self, what: What, of: str, key: str, at: str, before: Value, after: Value, *fields: str
    ) -> None:
        """One line a shot and kind: its words stand for what else changed with them."""
        place = self.told.get((what, of, key)) if key else None
        if place is None:
            self.told[what, of, key] = len(self.found.changes)
            made = Change(what, of, key, at, said(before), said(after), fields)
            self.found.changes.append(made)
            return
        known = self.found.changes[place]
        if fields[:1] == ("prompt",):
            known = replace(known, before=said(before), after=said(after))
        both = tuple(dict.fromkeys((*known.fields, *fields)))
        self.found.changes[place] = replace(known, fields=both)


_OF_A_SHOT = ("prompt", "lines", "captions", "duration", "elements_needed", "notes")
_EMPTY: dict[str, Value] = {
    "title": "", "background": "", "lighting": "", "notes": "", "prompt": "", "lines": [],
    "captions": [], "duration": 0, "elements_needed": [],
}  # fmt: skip


def _with_all(fields: dict[str, Value]) -> dict[str, Value]:
    return {**_EMPTY, **fields}


def _own(shot: Shot) -> dict[str, Value]:
    return {
        "prompt": shot.prompt,
        "lines": lines_written(shot.lines),
        "captions": captions_written(shot.captions),
        "duration": shot.duration,
        "elements_needed": list(shot.elements),
        "notes": shot.notes.rstrip("\n"),
    }


def _head(scene: PlannedScene) -> str:
    return scene.title or scene.heading


def said(value: Value) -> str:
    """A value as people read it."""
    if isinstance(value, list):
        return ", ".join(_entry(each) for each in value)
    return str(value)


def _entry(value: object) -> str:
    if isinstance(value, dict):
        who = f"{value['who']}: " if value.get("who") else ""
        return f"{who}{value.get('text', '')}"
    return str(value)
