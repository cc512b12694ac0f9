"""What each edit means for the file: the steps on keys and lists that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Scalar, Sequence
from topa_studio.document.draft import Draft, Path, Step
from topa_studio.document.edits import (
    Edit,
    ElementTarget,
    FilmTarget,
    MoveScene,
    MoveShot,
    SceneTarget,
    SetField,
    ShotTarget,
    Target,
    UnsetField,
)
from topa_studio.document.fields import DropAt, RenameKey, SetAt, is_mapping_here
from topa_studio.document.moves import MoveAt
from topa_studio.document.names import free_id, is_safe, natural_key
from topa_studio.document.parts import raw_text
from topa_studio.document.read import Reading
from topa_studio.model.scenario import Scene, Shot

_IDS = ("id", "shot_id")


@dataclass(frozen=True, slots=True)
class Plan:
    """Plans edits on one state of the text."""

    draft: Draft
    reading: Reading

    def steps(self, edit: Edit) -> Iterator[Step]:
        """The steps of an edit, in order. Raises DocumentError where it is refused."""
        match edit:
            case SetField():
                yield from self._set(edit)
            case UnsetField():
                yield from self._unset(edit)
            case MoveShot():
                yield from self._move_shot(edit)
            case MoveScene():
                yield from self._move_scene(edit)

    def _path(self, target: Target) -> Path:
        path = self.reading.paths.get(target)
        if path is None:
            name = getattr(target, "key", getattr(target, "id", getattr(target, "name", "")))
            raise DocumentError("document.edit-gone", name=name)
        return path

    def _set(self, edit: SetField) -> Iterator[Step]:
        path = self._path(edit.target)
        key, value = edit.field, edit.value
        match edit.target:
            case FilmTarget() if key != "title":
                yield from self._film_setting(key, value)
                return
            case FilmTarget():
                yield SetAt((), key, value, before=self._all_keys(()))
                return
            case SceneTarget(id=scene_id) if key == "id":
                yield from self._scene_id(path, scene_id, str(value))
                return
            case ShotTarget(key=shot) if key in _IDS:
                yield from self._shot_id(path, shot, str(value))
                return
            case ElementTarget(name=name) if key == "name":
                yield self._element_name(path, name, str(value))
                return
        if isinstance(edit.target, ElementTarget) and edit.target not in self.reading.nodes:
            yield SetAt(path[:-1], str(path[-1]), {key: value})
            return
        if isinstance(value, dict) and is_mapping_here(self.draft, path, key):
            yield from self._set_inner((*path, key), value)
            return
        yield SetAt(path, key, value, *self._order(edit.target, key))

    def _order(self, target: Target, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Which keys a new one stands behind, and which ahead of."""
        if isinstance(target, ShotTarget) and key in ("key", "title"):
            return (*_IDS, "key"), ()
        if isinstance(target, SceneTarget):
            return (("id",) if key == "title" else ()), ("shots",)
        return (), ()

    def _set_inner(self, path: Path, value: Table[str, object]) -> Iterator[Step]:
        mapping = self.draft.mapping(path)
        for key, part in value.items():
            yield SetAt(path, key, part)
        for written, _node in mapping.entries:
            if written.text not in value:
                yield DropAt(path, written.text)

    def _all_keys(self, path: Path) -> tuple[str, ...]:
        return tuple(key.text for key, _value in self.draft.mapping(path).entries)

    def _film_setting(self, key: str, value: object) -> Iterator[Step]:
        root = self.draft.mapping(())
        entry = root.entry("global_config")
        if entry is None or (isinstance(entry[1], Scalar) and entry[1].value is None):
            ahead = tuple(k for k in self._all_keys(()) if k != "title")
            yield SetAt((), "global_config", {key: value}, ("title",), ahead)
        elif isinstance(value, dict) and is_mapping_here(self.draft, ("global_config",), key):
            yield from self._set_inner(("global_config", key), value)
        else:
            yield SetAt(("global_config",), key, value)

    def _unset(self, edit: UnsetField) -> Iterator[Step]:
        path = self._path(edit.target)
        if isinstance(edit.target, FilmTarget) and edit.field != "title":
            path = ("global_config",)
            entry = self.draft.mapping(()).entry("global_config")
            if entry is None or (isinstance(entry[1], Scalar) and entry[1].value is None):
                return
        if isinstance(edit.target, ElementTarget) and edit.target not in self.reading.nodes:
            return
        mapping = self.draft.mapping(path)
        if mapping.entry(edit.field) is None and mapping.get(edit.field) is None:
            return
        if edit.field in _IDS or (edit.field == "name" and isinstance(edit.target, ElementTarget)):
            raise DocumentError("document.edit-needed", field=edit.field)
        yield DropAt(path, edit.field)

    def _scene_id(self, path: Path, scene_id: str, wanted: str) -> Iterator[Step]:
        scene = self.reading.scenario.scene(scene_id)
        taken = [other.id for other in self.reading.scenario.scenes if other is not scene]
        self._check_id(wanted, taken)
        if raw_text(self.draft.mapping(path).get("id")) is not None:
            for shot in scene.shots:
                if natural_key(wanted, shot.id) != shot.key:
                    yield from self._keep_key(shot)
        yield self._id_step(path, "id", wanted)

    def _shot_id(self, path: Path, key: str, wanted: str) -> Iterator[Step]:
        scene, shot = self.reading.scenario.scene_of(key), self.reading.scenario.shot(key)
        self._check_id(wanted, [other.id for other in scene.shots if other is not shot])
        field = self._id_field(path)
        if field is not None and natural_key(scene.id, wanted) != key:
            yield from self._keep_key(shot)
        yield self._id_step(path, field or "id", wanted)

    def _check_id(self, wanted: str, taken: list[str]) -> None:
        if not is_safe(wanted):
            raise DocumentError("document.unsafe-id", what="new", value=wanted, limit=100)
        if wanted in taken:
            raise DocumentError("document.id-taken", id=wanted)

    def _id_field(self, path: Path) -> str | None:
        mapping = self.draft.mapping(path)
        return next((name for name in _IDS if mapping.entry(name) is not None), None)

    def _id_step(self, path: Path, field: str, wanted: str) -> Step:
        """An id keeps its form: where a number stood and a number comes, no quotes are added."""
        entry = self.draft.mapping(path).entry(field)
        was_number = entry is None or (
            isinstance(entry[1], Scalar) and isinstance(entry[1].value, int)
        )
        is_number = wanted.isdecimal() and str(int(wanted)) == wanted and len(wanted) < 18
        return SetAt(path, field, int(wanted) if was_number and is_number else wanted)

    def _keep_key(self, shot: Shot) -> Iterator[Step]:
        """Write the shot's permanent key, so that its takes stay with it."""
        path = self._path(ShotTarget(shot.key))
        if raw_text(self.draft.mapping(path).get("key")) != shot.key:
            yield SetAt(path, "key", shot.key, _IDS)

    def _element_name(self, path: Path, name: str, wanted: str) -> Step:
        if not is_safe(wanted):
            raise DocumentError("document.unsafe-name", name=wanted, limit=100)
        if wanted != name and ElementTarget(wanted) in self.reading.paths:
            raise DocumentError("document.id-taken", id=wanted)
        if isinstance(path[-1], str):
            return RenameKey(path[:-1], path[-1], wanted)
        return SetAt(path, "name", wanted)

    def _move_shot(self, edit: MoveShot) -> Iterator[Step]:
        source = self._path(ShotTarget(edit.key))
        target = (*self._path(SceneTarget(edit.scene_id)), "shots")
        shot = self.reading.scenario.shot(edit.key)
        scene = self.reading.scenario.scene(edit.scene_id)
        place = source[-1]
        if not isinstance(place, int):
            raise DocumentError("document.edit-layout")
        same_scene = source[:-1] == target
        to = self._child_place(scene, edit, target)
        if same_scene and to == place:
            return
        yield MoveAt(source[:-1], place, target, to)
        if not same_scene:
            yield from self._renamed(shot, scene, (*target, to), source)

    def _child_place(self, scene: Scene, edit: MoveShot, target: Path) -> int:
        """The place among all entries of the list: unreadable ones are counted too."""
        others = [s for s in scene.shots if s.key != edit.key]
        places = [int(self._path(ShotTarget(s.key))[-1]) for s in others]
        own = self._path(ShotTarget(edit.key))
        index = min(max(edit.index, 0), len(others))
        to = places[index] if index < len(places) else self._count(target)
        is_behind_itself = own[:-1] == target and int(own[-1]) < to
        return to - 1 if is_behind_itself else to

    def _count(self, path: Path) -> int:
        entry = self.draft.mapping(path[:-1]).entry(str(path[-1]))
        node = entry[1] if entry is not None else None
        return len(node.children) if isinstance(node, Sequence) else 0

    def _renamed(self, shot: Shot, scene: Scene, path: Path, source: Path) -> Iterator[Step]:
        """Across scenes the key stays, and an id that is taken there becomes the next free one."""
        mapping = self.draft.mapping(source)
        field = self._id_field(source)
        if field is None:
            return
        new_id = free_id(shot.id, [other.id for other in scene.shots])
        has_key = raw_text(mapping.get("key")) == shot.key
        if not has_key and natural_key(scene.id, new_id) != shot.key:
            yield SetAt(path, "key", shot.key, _IDS)
        if new_id != shot.id:
            entry = mapping.entry(field)
            is_number = entry is not None and isinstance(getattr(entry[1], "value", None), int)
            yield SetAt(path, field, int(new_id) if is_number else new_id)

    def _move_scene(self, edit: MoveScene) -> Iterator[Step]:
        path = self._path(SceneTarget(edit.scene_id))
        place = int(path[-1])
        others = [s for s in self.reading.scenario.scenes if s.id != edit.scene_id]
        places = [int(self._path(SceneTarget(s.id))[-1]) for s in others]
        index = min(max(edit.index, 0), len(others))
        to = places[index] if index < len(places) else self._count(("scenes",))
        to = to - 1 if place < to else to
        if to != place:
            yield MoveAt(("scenes",), place, ("scenes",), to)
