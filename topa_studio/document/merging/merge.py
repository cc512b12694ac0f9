"""Three-way merge by shot and field: nothing of either side is lost, real clashes are listed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Literal

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import parse
from topa_studio.base.yaml_tree import plain
from topa_studio.document.edits import (
    ElementTarget,
    FilmTarget,
    SceneTarget,
    ShotTarget,
    Target,
)
from topa_studio.document.merging.identity import Doubt, doubts, matched
from topa_studio.document.merging.line_comments import with_comments
from topa_studio.document.merging.ordering import merged_order
from topa_studio.document.merging.records import Fields, Records
from topa_studio.document.merging.renames import both_renamed
from topa_studio.document.merging.rewrite import Source, rewritten
from topa_studio.document.merging.settle import apart, keyed, settled
from topa_studio.document.merging.texts import Texts
from topa_studio.document.merging.three_way import regions
from topa_studio.document.text.draft import same

Side = Literal["ours", "theirs"]


class Absent(Enum):
    """A value that is not there, which `null` is not."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT


@dataclass(frozen=True, slots=True)
class Conflict:
    """Both sides changed the same thing, differently.

    Attributes:
        target: the film, scene, shot or element.
        field: the file's own name of the field, inner ones behind a dot; `""`: one side deleted
            what the other changed; `shots` of a scene and `scenes` of the film: their order;
            `scene` of a shot: where it stands.
        base, ours, theirs: plain values; `ABSENT`: not there.
        kept: whose value stands in the merged text.
    """

    target: Target
    field: str
    base: object
    ours: object
    theirs: object
    kept: Side = "ours"


Choices = Mapping[tuple[Target, str], Side]


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged text; `doubts` are shots that may be the same (see `identity`)."""

    text: str
    conflicts: tuple[Conflict, ...] = ()
    doubts: tuple[Doubt, ...] = ()


def merge(
    base: str,
    ours: str,
    theirs: str,
    choices: Choices | None = None,
    known: Texts | None = None,
) -> Merged:
    """The text that holds what both sides changed.

    Where both changed the same field, `choices` tells whose value stands, else ours; what one side
    deleted and the other changed is kept. `known`: what was read of the texts already.

    Raises:
        DocumentError: a text cannot be read, or its layout allows no merge
            (`document.merge-layout`).
    """
    if ours == theirs or theirs == base:
        return Merged(ours)
    read = Texts() if known is None else known
    before, other = read.records(base), read.records(theirs)
    mine = read.records(ours)
    if before is None or mine is None or other is None:
        return Merged(_by_lines(base, ours, theirs))
    texts, sides = (base, ours, theirs), (before, mine, other)
    same_names = None if ours == base else both_renamed(texts, sides)
    return (
        _by_records(texts, sides, choices or {}, read)
        if same_names is None
        else merge(*same_names, choices, read)
    )


def _by_lines(base: str, ours: str, theirs: str) -> str:
    """The merge of texts in which something has no name of its own: line by line, or not at all."""
    if ours == base:
        return theirs
    texts = _line_merges(base, ours, theirs)
    if len(texts) > 1:
        raise DocumentError("document.merge-layout")
    parse(texts[0])
    return texts[0]


def _by_records(
    texts: tuple[str, str, str],
    sides: tuple[Records, Records, Records],
    choices: Choices,
    read: Texts,
) -> Merged:
    base, ours, theirs = texts
    before = sides[0]
    mine, other = matched(before, sides[1]), matched(before, sides[2])
    unsure = doubts(before, other)
    if ours == base:
        kept = keyed(sides[2], other)
        text = _written([theirs], kept, before, [Source(theirs, other)], read)
        return Merged(text, (), unsure)
    other = apart(before, mine, other)
    work = _Merge(before, mine, other, choices)
    intended = settled(before, work.records())
    sources = [Source(ours, mine), Source(theirs, other)]
    trunks = [*_line_merges(base, ours, theirs), ours, theirs]
    text = _written(trunks, intended, before, sources, read)
    return Merged(text, tuple(work.conflicts), unsure)


def _line_merges(base: str, ours: str, theirs: str) -> list[str]:
    """The lines of both; where both changed the same lines, those of one with all comments."""
    parts: tuple[list[str], list[str]] = ([], [])
    for region in regions(*(t.splitlines(keepends=True) for t in (base, ours, theirs))):
        here, there = region.ours, region.theirs
        if region.merged is not None:
            parts[0].extend(region.merged)
            parts[1].extend(region.merged)
            continue
        parts[0].extend(with_comments(region.base, here, there))
        parts[1].extend(with_comments(region.base, there, here))
    first, second = ("".join(part) for part in parts)
    return [first] if first == second else [first, second]


def _written(
    trunks: list[str], intended: Records, base: Records, sources: list[Source], read: Texts
) -> str:
    """The first text that can be made to say what is intended, with the fewest changes."""
    data = intended.data()
    for text in trunks:
        try:
            if same(plain(read.draft(text).tree.root), data, loosely=True):
                return text
            found = read.records(text)
            if found is not None:
                return rewritten(Source(text, matched(base, found)), intended, sources)
        except (DocumentError, ValueError):
            continue
    raise DocumentError("document.merge-layout")


@dataclass(slots=True)
class _Merge:
    """Merges records; each clash is decided by `choices` and listed in `conflicts`."""

    base: Records
    ours: Records
    theirs: Records
    choices: Choices
    conflicts: list[Conflict] = field(default_factory=list)

    def records(self) -> Records:
        """The merged records."""
        found = Records()
        found.film.update(
            self._fields(FilmTarget(), self.base.film, self.ours.film, self.theirs.film)
        )
        found.groups.update({**self.theirs.groups, **self.ours.groups})
        self._elements(found)
        self._shots(found)
        self._scenes(found)
        return found

    def _elements(self, found: Records) -> None:
        sides = (self.base.elements, self.ours.elements, self.theirs.elements)
        for name in _order_of(sides):
            values = [side.get(name, ABSENT) for side in sides]
            merged = self._whole(ElementTarget(name), values)
            if not isinstance(merged, Absent):
                found.elements[name] = merged
                homes = [
                    side.homes.get(name, ABSENT) for side in (self.base, self.ours, self.theirs)
                ]
                found.homes[name] = self._value(ElementTarget(name), "group", homes)

    def _shots(self, found: Records) -> None:
        sides = (self.base.shots, self.ours.shots, self.theirs.shots)
        for key in _order_of(sides):
            merged = self._whole(ShotTarget(key), [side.get(key, ABSENT) for side in sides])
            if isinstance(merged, dict):
                found.shots[key] = merged

    def _whole(self, target: Target, values: Sequence[object]) -> Fields | Absent | None:
        """One record; what one side deleted and the other changed is kept."""
        before, ours, theirs = values
        if before is ABSENT or (ours is not ABSENT and theirs is not ABSENT):
            return self._both(target, before, ours, theirs)
        if ours is ABSENT and theirs is ABSENT:
            return ABSENT
        side: Side = "theirs" if ours is ABSENT else "ours"
        left = theirs if ours is ABSENT else ours
        if same(left, before):
            return ABSENT
        side = self.choices.get((target, ""), side)
        self.conflicts.append(Conflict(target, "", before, ours, theirs, side))
        kept = theirs if side == "theirs" else ours
        return kept if isinstance(kept, dict) else ABSENT

    def _both(
        self, target: Target, before: object, ours: object, theirs: object
    ) -> Fields | Absent | None:
        if ours is ABSENT or theirs is ABSENT:
            kept = theirs if ours is ABSENT else ours
            return kept if isinstance(kept, dict) or kept is None else ABSENT
        merged = self._fields(target, _dict(before), _dict(ours), _dict(theirs))
        return merged if merged or ours is not None or theirs is not None else None

    def _fields(
        self, target: Target, base: Fields, ours: Fields, theirs: Fields, head: str = ""
    ) -> Fields:
        merged: Fields = {}
        for key in dict.fromkeys([*ours, *theirs]):
            values = [side.get(key, ABSENT) for side in (base, ours, theirs)]
            value = self._value(target, f"{head}{key}", values)
            if value is not ABSENT:
                merged[key] = value
        return merged

    def _value(self, target: Target, name: str, values: list[object]) -> object:
        before, ours, theirs = values
        if same(ours, theirs) or same(theirs, before):
            return ours
        if same(ours, before):
            return theirs
        if isinstance(ours, dict) and isinstance(theirs, dict):
            return self._fields(target, _dict(before), ours, theirs, f"{name}.")
        side = self.choices.get((target, name), "ours")
        self.conflicts.append(Conflict(target, name, before, ours, theirs, side))
        return ours if side == "ours" else theirs

    def _scenes(self, found: Records) -> None:
        held = [side.homes_of_shots() for side in (self.base, self.ours, self.theirs)]
        homes = {key: self._home(key, held) for key in found.shots}
        sides = (self.base.scenes, self.ours.scenes, self.theirs.scenes)
        kept: dict[str, Fields] = {}
        for scene in _order_of(sides):
            merged = self._whole(SceneTarget(scene), [side.get(scene, ABSENT) for side in sides])
            if isinstance(merged, dict):
                kept[scene] = merged
            elif scene in homes.values():
                # A shot in it was changed by the other side, so its scene stays too.
                kept[scene] = sides[0].get(scene) or sides[1].get(scene) or sides[2][scene]
        order = self._ordered(FilmTarget(), "scenes", [list(side) for side in sides], set(kept))
        for scene in order:
            found.scenes[scene] = kept[scene]
            members = {key for key, home in homes.items() if home == scene}
            lists = [s.places.get(scene, []) for s in (self.base, self.ours, self.theirs)]
            found.places[scene] = self._ordered(SceneTarget(scene), "shots", lists, members)

    def _home(self, key: str, held: Sequence[Mapping[str, str]]) -> object:
        homes: list[object] = [side.get(key, ABSENT) for side in held]
        _before, ours, theirs = homes
        if ours is ABSENT or theirs is ABSENT:
            return theirs if ours is ABSENT else ours
        return self._value(ShotTarget(key), "scene", homes)

    def _ordered(
        self, target: Target, name: str, lists: list[list[str]], members: set[str]
    ) -> list[str]:
        side = self.choices.get((target, name), "ours")
        order, clashed = merged_order(lists, members, side)
        if clashed:
            base, ours, theirs = ([x for x in names if x in members] for names in lists)
            self.conflicts.append(Conflict(target, name, base, ours, theirs, side))
        return order


def _order_of(sides: tuple[Mapping[str, object], ...]) -> list[str]:
    return list(dict.fromkeys(name for side in (sides[1], sides[2], sides[0]) for name in side))


def _dict(value: object) -> Fields:
    return value if isinstance(value, dict) else {}
