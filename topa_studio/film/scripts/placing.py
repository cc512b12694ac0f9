"""Where shots and scenes of a newer script go in the film; each edit as the ones before left it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from topa_studio.document.edits import (
    AddScene,
    AddShot,
    DeleteScene,
    DeleteShot,
    Edit,
    Fields,
    MoveScene,
    MoveShot,
)
from topa_studio.film.scripts.changes import Change
from topa_studio.film.scripts.linked import Links
from topa_studio.film.scripts.matching import Matching, longest_rise
from topa_studio.film.scripts.writing import shot_fields
from topa_studio.model.scenario import Scenario


@dataclass(slots=True)
class Places:
    """The film's scenes and shots while edits are made: `order` are ids, `shots` keys by scene.

    `homes`: number of a scene of the newer script -> its id in the film.
    """

    order: list[str]
    shots: dict[str, list[str]]
    used: set[str]
    homes: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, film: Scenario, used: Collection[str]) -> Places:
        """As the film is now."""
        order = [scene.id for scene in film.scenes]
        shots = {scene.id: [shot.key for shot in scene.shots] for scene in film.scenes}
        prefixes = {key.rpartition("__")[0] for keys in shots.values() for key in keys}
        return cls(order, shots, {*order, *used, *prefixes})

    # Scenes.

    def scenes(self, homes: Sequence[str | None]) -> list[tuple[MoveScene, str]]:
        """Remember which scene is which, and bring those into order that changed their place."""
        self.homes = {number: home for number, home in enumerate(homes) if home is not None}
        wanted = list(self.homes.values())
        now = [self.order.index(name) for name in wanted]
        stay = longest_rise(now)
        moves: list[tuple[MoveScene, str]] = []
        for place, name in enumerate(wanted):
            if place in stay:
                continue
            self.order.remove(name)
            at = self._behind(wanted[:place])
            self.order.insert(at, name)
            moves.append((MoveScene(name, at), name))
        return moves

    def _behind(self, names: Sequence[str]) -> int:
        """The place behind the last of these scenes that is there."""
        there = [self.order.index(name) for name in names if name in self.order]
        return there[-1] + 1 if there else 0

    def add_scene(self, number: int, fields: Fields) -> AddScene:
        """A new scene behind the ones before it in the script."""
        name = self._free()
        before = [self.homes[at] for at in sorted(self.homes) if at < number]
        at = self._behind(before)
        self.order.insert(at, name)
        self.shots[name] = []
        self.homes[number] = name
        return AddScene(at, {"id": name, **fields})

    def _free(self) -> str:
        numbers = [int(name) for name in self.used if name.isdecimal() and len(name) < 10]
        name = str(max(numbers, default=0) + 1)
        self.used.add(name)
        return name

    def emptied(self, names: Iterable[str]) -> list[str]:
        """Scenes of the older script that are none in the newer one and have no shot left."""
        stay = set(self.homes.values())
        return [name for name in dict.fromkeys(names) if name not in stay and not self.shots[name]]

    def delete_scene(self, name: str) -> DeleteScene:
        """A scene that goes."""
        self.order.remove(name)
        return DeleteScene(name)

    # Shots.

    def delete(self, key: str) -> DeleteShot:
        """A shot that goes."""
        for keys in self.shots.values():
            if key in keys:
                keys.remove(key)
        return DeleteShot(key)

    def put(
        self, film: Scenario, matching: Matching, links: Links
    ) -> Iterator[tuple[Edit, Change | None]]:
        """New shots and those that the script moved; what was moved by hand stays there."""
        for number in sorted(self.homes):
            yield from self._fill(number, film, matching, links)

    def _fill(
        self, number: int, film: Scenario, matching: Matching, links: Links
    ) -> Iterator[tuple[Edit, Change | None]]:
        home = self.homes[number]
        inside = [at for at, each in enumerate(matching.new) if each.scene == number]
        keys = [self._key(at, matching, links) for at in inside]
        stay = self._staying(keys, inside, home, matching, links)
        place = -1
        for at, key in zip(inside, keys, strict=True):
            if key is None:
                place += 1
                shot = matching.new[at].shot
                self.shots[home].insert(place, f"new {at}")
                what = f"{self.order.index(home) + 1}.{place + 1}"
                yield (
                    AddShot(home, place, shot_fields(shot)),
                    Change("new", "shot", "", what, "", shot.prompt or shot.title),
                )
            elif key in stay:
                if key in self.shots[home]:
                    place = max(place, self.shots[home].index(key))
            elif self._was_moved(key, at, film, matching, links):
                continue
            else:
                self.delete(key)
                place = min(place + 1, len(self.shots[home]))
                self.shots[home].insert(place, key)
                before = film.shot(key).prompt
                yield (
                    MoveShot(key, home, place),
                    Change("moved", "shot", key, film.number_of(key), before),
                )

    def _key(self, at: int, matching: Matching, links: Links) -> str | None:
        then = matching.pairs.get(at)
        if then is None:
            return None
        # A shot that was deleted by hand does not come back.
        return links.shots.get(then, "")

    def _staying(
        self,
        keys: Sequence[str | None],
        inside: Sequence[int],
        home: str,
        matching: Matching,
        links: Links,
    ) -> set[str]:
        """Those that were in this scene in this order already, and those that are nowhere."""
        here = [
            (matching.pairs[at], key)
            for at, key in zip(inside, keys, strict=True)
            if key and links.scenes.get(matching.old[matching.pairs[at]].scene) == home
        ]
        rise = longest_rise([then for then, _key in here])
        return {"", *(key for place, (_then, key) in enumerate(here) if place in rise)}

    def _was_moved(
        self, key: str, at: int, film: Scenario, matching: Matching, links: Links
    ) -> bool:
        """Whether it stands elsewhere by hand than the older script says."""
        then = matching.old[matching.pairs[at]].scene
        return links.scenes.get(then) != film.scene_of(key).id or key in links.joined
