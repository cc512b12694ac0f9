"""What elements of a film were called before: what was made under an old name stays theirs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any

from topa_studio.model.mentions import mentions
from topa_studio.model.scenario import Element, Scenario, Scene, Shot

_KEPT = 200
_LOOKED_BACK = 12


class Way(StrEnum):
    """How far the pictures of an element are on the way to its new name."""

    ASKED = "asked"
    BEGUN = "begun"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class Renamed:
    """One renaming.

    Attributes:
        at: seconds since 1970.
        pictures: SHA-256 of what both names had alike once it was carried, by the picture's place;
            None: others have pictures under the new name, and nothing was carried.
        late: numbers of pictures that were on the way then and came later.
    """

    old: str
    new: str
    at: float
    way: Way = Way.ASKED
    pictures: Mapping[str, str] | None = None
    late: tuple[int, ...] = ()

    def plain(self) -> dict[str, Any]:
        """As JSON values."""
        return {
            "old": self.old, "new": self.new, "at": self.at, "way": self.way.value,
            "pictures": None if self.pictures is None else dict(self.pictures),
            "late": list(self.late),
        }  # fmt: skip

    @classmethod
    def from_plain(cls, data: object) -> Renamed | None:
        """What stands in a file; None where that is damaged."""
        if not isinstance(data, dict):
            return None
        match data:
            case {"old": str(old), "new": str(new), "at": int() | float() as at, "way": str(way)}:
                pictures, late = data.get("pictures"), data.get("late")
                known = {str(k): str(v) for k, v in pictures.items()} if pictures else {}
                return cls(
                    old,
                    new,
                    float(at),
                    Way(way) if way in list(Way) else Way.DONE,
                    None if pictures is None else known,
                    tuple(n for n in late if isinstance(n, int)) if late else (),
                )
        return None


@dataclass(slots=True)
class _Called:
    """A film with other names of elements: what an edit leaves of it is not gone through again.

    Attributes:
        names: name of now -> the other one.
        known: all names of now.
    """

    names: Mapping[str, str]
    known: tuple[str, ...]
    _scenes: dict[str, tuple[Scene, Scene]] = field(default_factory=dict)

    def film(self, film: Scenario) -> Scenario:
        """This film so."""
        elements = tuple(_element_called(each, self.names, self.known) for each in film.elements)
        scenes = tuple(map(self._scene, film.scenes))
        self._scenes = {now.id: (now, then) for now, then in zip(film.scenes, scenes, strict=True)}
        return replace(film, elements=elements, scenes=scenes)

    def _scene(self, scene: Scene) -> Scene:
        known, called = self._scenes.get(scene.id, (None, scene))
        if known is scene:
            return called
        shots = tuple(_shot_called(shot, self.names, self.known) for shot in scene.shots)
        return replace(scene, shots=shots)


@dataclass(slots=True)
class FormerNames:
    """The renamings of one film, the oldest first.

    A name that an element of the film has now is that one's, whoever had it before.

    Attributes:
        names: of the film's elements, as they are now.
    """

    renamed: tuple[Renamed, ...] = ()
    names: tuple[str, ...] = ()
    _owners: tuple[object, dict[str, str]] = ((), {})
    _called: tuple[object, list[_Called]] = ((), [])
    _films: list[tuple[Scenario, tuple[Renamed, ...], list[Scenario]]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.renamed)

    def add(self, renamings: Iterable[Renamed]) -> None:
        """Elements were renamed."""
        self.renamed = (*self.renamed, *renamings)[-_KEPT:]

    def put(self, now: Renamed) -> None:
        """A renaming is further now."""
        same = (now.old, now.new, now.at)
        self.renamed = tuple(now if (r.old, r.new, r.at) == same else r for r in self.renamed)

    def of(self, name: str) -> tuple[str, ...]:
        """What an element was called before, without its name of now."""
        return tuple(old for old, owner in self._owned().items() if owner == name != old)

    def all_of(self, name: str) -> tuple[str, ...]:
        """The name of now, then those before."""
        return (name, *self.of(name)) if self.renamed else (name,)

    def now(self, name: str) -> str | None:
        """What the element is called that has, or had, this name; None: no element has it."""
        return self._owned().get(name)

    def alike(self, one: str, other: str) -> Mapping[str, str] | None:
        """What two names of an element had alike when its pictures were last carried between."""
        found = (
            renamed.pictures
            for renamed in reversed(self.renamed)
            if {renamed.old, renamed.new} == {one, other} and renamed.pictures is not None
        )
        return next(found, None)

    def left(self, name: str) -> Renamed | None:
        """The last renaming that took a name from its element."""
        return next((each for each in reversed(self.renamed) if each.old == name), None)

    def films(self, film: Scenario) -> list[Scenario]:
        """The film as it would be with each of the names that its elements had, the newest first:
        what was sent under them is compared with these.
        """
        for known, renamed, found in self._films:
            if known is film and renamed is self.renamed:
                return found
        if self._called[0] != (film.names, self.renamed):
            before = [_Called(names, film.names) for names in self._before(film.names)]
            self._called = (film.names, self.renamed), before
        found = [called.film(film) for called in self._called[1]]
        self._films = [(film, self.renamed, found), *self._films[:1]]
        return found

    def _owned(self) -> dict[str, str]:
        if self._owners[0] != (self.names, self.renamed):
            owners = {name: name for name in self.names}
            count = 0
            while count != len(owners):
                count = len(owners)
                for each in reversed(self.renamed):
                    if each.new in owners:
                        owners.setdefault(each.old, owners[each.new])
                    elif each.old in owners:
                        owners.setdefault(each.new, owners[each.old])
            self._owners = (self.names, self.renamed), owners
        return self._owners[1]

    def _before(self, names: Iterable[str]) -> Iterator[Mapping[str, str]]:
        """Names of now -> those at the same moment before, each moment once."""
        then = {name: name for name in names}
        seen: list[Mapping[str, str]] = []
        for each in reversed(self.renamed):
            holder = next((now for now, name in then.items() if name == each.new), None)
            if holder is None or each.old in then.values():
                continue
            then[holder] = each.old
            found = {now: name for now, name in then.items() if now != name}
            if found and found not in seen:
                seen.append(found)
                yield found
            if len(seen) == _LOOKED_BACK:
                return


def _shot_called(shot: Shot, names: Mapping[str, str], known: tuple[str, ...]) -> Shot:
    words = reworded(shot.prompt, names, known)
    still = reworded(shot.panel_prompt, names, known) if shot.panel_prompt else shot.panel_prompt
    listed = shot.elements
    if any(name in names for name in listed):
        listed = tuple(names.get(name, name) for name in listed)
    if (words, still, listed) == (shot.prompt, shot.panel_prompt, shot.elements):
        return shot
    return replace(shot, prompt=words, panel_prompt=still, elements=listed)


def _element_called(each: Element, names: Mapping[str, str], known: tuple[str, ...]) -> Element:
    prompts = tuple(reworded(line, names, known) for line in each.reference_prompts)
    return replace(each, name=names.get(each.name, each.name), reference_prompts=prompts)


def reworded(text: str, names: Mapping[str, str], known: tuple[str, ...]) -> str:
    """Words with these elements mentioned by another name; all else stays as it is written."""
    if "@" not in text and "＠" not in text:
        return text
    pieces, at = [], 0
    for mention in mentions(text, known):
        if mention.name in names:
            pieces += [text[at : mention.start], f"@{names[mention.name]}"]
            at = mention.end
    return "".join((*pieces, text[at:]))
