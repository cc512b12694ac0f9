"""What an edit is planned on: the text, what was read from it, and keys that are not free."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Scalar, Sequence
from topa_studio.document.edits import SceneTarget, ShotTarget, Target
from topa_studio.document.reading.names import free_id, is_safe, natural_key
from topa_studio.document.reading.parts import raw_text
from topa_studio.document.reading.read import Reading
from topa_studio.document.text.draft import Draft, Path
from topa_studio.document.text.fields import SetAt
from topa_studio.model.scenario import Scenario, Shot

IDS = ("id", "shot_id")


@dataclass(frozen=True, slots=True)
class Memory:
    """Keys that a new shot must not take.

    `before` is the film at the start of the transaction, `gone` are shots that were in it
    earlier, `reserved` are keys under which takes lie.
    """

    before: Scenario = field(default_factory=Scenario)
    gone: Mapping[str, Shot] = field(default_factory=dict)
    reserved: frozenset[str] = frozenset()

    def knows(self, key: str) -> bool:
        """Whether the key is or was a shot's."""
        return self.before.has_shot(key) or key in self.gone or key in self.reserved

    def shot(self, key: str) -> Shot | None:
        """The shot that has or had this key, or None."""
        return self.before.shot(key) if self.before.has_shot(key) else self.gone.get(key)

    def known(self) -> Iterator[str]:
        """All keys that are or were a shot's."""
        yield from (shot.key for shot in self.before.shots())
        yield from self.gone
        yield from self.reserved


@dataclass(frozen=True, slots=True)
class Ground:
    """One state of the text with what was read from it."""

    draft: Draft
    reading: Reading
    memory: Memory = Memory()
    seconds: Callable[[str], tuple[int, int]] = lambda _key: (3, 15)

    def path(self, target: Target) -> Path:
        """Where a target's mapping stands. Raises DocumentError where it is gone."""
        path = self.reading.paths.get(target)
        if path is None:
            name = getattr(target, "key", getattr(target, "id", getattr(target, "name", "")))
            raise DocumentError("document.edit-gone", name=name)
        return path

    def shots_path(self, scene_id: str) -> Path:
        """Where a scene's list of shots stands, whether it is there yet or not."""
        return (*self.path(SceneTarget(scene_id)), "shots")

    def count(self, path: Path) -> int:
        """How many entries a list has; unreadable ones count too."""
        entry = self.draft.mapping(path[:-1]).entry(str(path[-1]))
        node = entry[1] if entry is not None else None
        return len(node.children) if isinstance(node, Sequence) else 0

    def place(self, index: int, others: Collection[Target], path: Path) -> int:
        """The place among all entries of a list that is `index` among `others`."""
        places = [int(self.path(target)[-1]) for target in others]
        index = min(max(index, 0), len(places))
        return places[index] if index < len(places) else self.count(path)

    def shot_place(self, scene_id: str, index: int) -> int:
        """The place among all entries that is `index` among the shots of a scene."""
        path = self.shots_path(scene_id)
        scene = self.reading.scenario.scene(scene_id)
        return self.place(index, [ShotTarget(shot.key) for shot in scene.shots], path)

    def scene_place(self, index: int) -> int:
        """The place among all entries that is `index` among the scenes."""
        targets = [SceneTarget(scene.id) for scene in self.reading.scenario.scenes]
        return self.place(index, targets, ("scenes",))

    def keep_key(self, shot: Shot) -> Iterator[SetAt]:
        """Write the shot's permanent key, so that its takes stay with it."""
        path = self.path(ShotTarget(shot.key))
        if raw_text(self.draft.mapping(path).get("key")) != shot.key:
            yield SetAt(path, "key", shot.key, IDS)

    def keep_twins(self, key: str) -> Iterator[SetAt]:
        """Write the keys of shots that would be called `key` if its owner left or moved."""
        for scene in self.reading.scenario.scenes:
            for shot in scene.shots:
                if shot.key.startswith(f"{key}~"):
                    yield from self.keep_key(shot)

    def is_free(self, key: str) -> bool:
        """Whether a new shot may have this key."""
        return not self.reading.scenario.has_shot(key) and not self.memory.knows(key)

    def free_shot_id(self, scene_id: str, wanted: str, taken: set[str]) -> str:
        """`wanted` or the next id that no shot of the scene has and whose key is free."""
        check_safe(wanted)
        found = free_id(wanted, taken)
        while not self.is_free(natural_key(scene_id, found)):
            taken = {*taken, found}
            found = free_id(wanted, taken)
        return found

    def free_scene_id(self, wanted: str, taken: Collection[str]) -> str:
        """`wanted` or the next id that no scene has, and under which no shot ever stood."""
        check_safe(wanted)
        used = {key.rpartition("__")[0] for key in self.memory.known()}
        used |= {shot.key.rpartition("__")[0] for shot in self.reading.scenario.shots()}
        return free_id(wanted, {*taken, *used})


def check_safe(wanted: str) -> None:
    """Raise DocumentError where an id cannot become a file name."""
    if not is_safe(wanted):
        raise DocumentError("document.unsafe-id", what="new", value=wanted, limit=100)


def id_field(draft: Draft, path: Path) -> str | None:
    """Which spelling of `id` the mapping itself has, or None."""
    mapping = draft.mapping(path)
    return next((name for name in IDS if mapping.entry(name) is not None), None)


def id_step(draft: Draft, path: Path, field: str, wanted: str) -> SetAt:
    """An id keeps its form: where a number stood and a number comes, no quotes are added."""
    entry = draft.mapping(path).entry(field)
    was_number = entry is None or (isinstance(entry[1], Scalar) and isinstance(entry[1].value, int))
    return SetAt(path, field, id_value(wanted, as_number=was_number), before=_all_keys(draft, path))


def id_value(wanted: str, *, as_number: bool) -> str | int:
    """The id as the file's value: a number where it is one and numbers are the file's form."""
    is_number = wanted.isdecimal() and str(int(wanted)) == wanted and len(wanted) < 18
    return int(wanted) if as_number and is_number else wanted


def _all_keys(draft: Draft, path: Path) -> tuple[str, ...]:
    return tuple(key.text for key, _value in draft.mapping(path).entries)
