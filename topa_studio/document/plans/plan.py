"""What each edit means for the file: the steps on keys and lists that it is made of."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Mapping, Scalar, Sequence, plain, resolved
from topa_studio.document.edits import (
    OPTION,
    AddElement,
    DeleteElement,
    Edit,
    ElementTarget,
    FilmTarget,
    MoveScene,
    MoveShot,
    RenameElement,
    RetypeElement,
    SceneTarget,
    SetField,
    ShotTarget,
    Target,
    UnsetField,
)
from topa_studio.document.plans.element_plan import ElementPlan
from topa_studio.document.plans.list_plan import ListPlan
from topa_studio.document.reading.names import free_id, natural_key
from topa_studio.document.reading.parts import raw_text
from topa_studio.document.text.draft import Path, Step
from topa_studio.document.text.entries import InsertAt, RemoveAt
from topa_studio.document.text.fields import DropAt, SetAt, is_mapping_here
from topa_studio.document.text.ground import IDS, Ground, check_safe, id_field, id_step
from topa_studio.document.text.moves import MoveAt
from topa_studio.document.text.render import entry_lines
from topa_studio.document.text.staying import gaps
from topa_studio.model.scenario import Scene, Shot


@dataclass(frozen=True, slots=True)
class Plan:
    """Plans edits on one state of the text."""

    ground: Ground

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
            case AddElement() | DeleteElement() | RenameElement() | RetypeElement():
                yield from ElementPlan(self.ground).steps(edit)
            case _:
                yield from ListPlan(self.ground).steps(edit)

    def _set(self, edit: SetField) -> Iterator[Step]:
        path = self.ground.path(edit.target)
        key, value = edit.field, edit.value
        if key.startswith(OPTION):
            yield from self._set_option(edit.target, path, key.removeprefix(OPTION), value)
            return
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
            case ShotTarget(key=shot) if key in IDS:
                yield from self._shot_id(path, shot, str(value))
                return
            case ElementTarget(name=name) if key == "name":
                yield ElementPlan(self.ground).renamed(name, str(value))
                return
        if self.ground.is_bare(edit.target):
            yield SetAt(path[:-1], str(path[-1]), {key: value})
            return
        yield from self._set_key(path, key, value, self._order(edit.target, key), edit.places)

    def _set_option(self, target: Target, path: Path, name: str, value: object) -> Iterator[Step]:
        """One entry of `options`; the others are left alone."""
        if isinstance(target, FilmTarget):
            path = ("global_config",)
            entry = self.ground.draft.mapping(()).entry("global_config")
            if entry is None or not is_mapping_here(self.ground.draft, (), "global_config"):
                yield from self._film_setting("options", {name: value})
                return
        if is_mapping_here(self.ground.draft, path, "options"):
            yield SetAt((*path, "options"), name, value)
        else:
            yield SetAt(path, "options", {name: value}, *self._order(target, "options"))

    def _set_key(
        self,
        path: Path,
        key: str,
        value: object,
        order: tuple[tuple[str, ...], tuple[str, ...]] = ((), ()),
        places: tuple[int | None, ...] = (),
    ) -> Iterator[Step]:
        """A mapping is set key by key, a list of mappings entry by entry; the rest as a whole."""
        mapping = self.ground.draft.mapping(path)
        entry, came = mapping.entry(key), list[int]()
        if key in ("audio", "captions", "lines", "comments"):
            from topa_studio.document.plans.entries import with_unread

            value, came = with_unread(key, None if entry is None else entry[1], value, places)
            merged = any(source.get(key) is not None for source in mapping.merged())
            if value == [] and key != "audio" and not merged:
                if entry is not None:
                    yield DropAt(path, key)
                return
        if isinstance(value, dict) and is_mapping_here(self.ground.draft, path, key):
            yield from self._set_inner((*path, key), value)
        elif isinstance(value, list) and self._has_mappings((*path, key), value):
            yield from self._set_entries((*path, key), value, came)
        else:
            yield SetAt(path, key, value, *order)

    def _has_mappings(self, path: Path, values: list[object]) -> bool:
        entry = self.ground.draft.mapping(path[:-1]).entry(str(path[-1]))
        node = entry[1] if entry is not None else None
        if not isinstance(node, Sequence) or node.flow or not values:
            return False
        return all(isinstance(part, Mapping) for part in node.children) and all(
            isinstance(part, dict) for part in values
        )

    def _set_entries(self, path: Path, values: list[object], came: list[int]) -> Iterator[Step]:
        """Entries that stay keep their bytes; only the ones between them change.

        From the end, so that the places ahead still hold.
        """
        node = self.ground.draft.locate(path)
        old = [plain(part) for part in node.children] if isinstance(node, Sequence) else []
        for gap in reversed(gaps(old, values, came)):
            fresh = values[gap.new]
            places = range(len(old))[gap.old]
            for place, value in zip(places, fresh, strict=False):
                if isinstance(value, dict):
                    yield from self._set_inner((*path, place), value)
            for place in reversed(places[len(fresh) :]):
                yield RemoveAt(path, place)
            if rest := fresh[len(places) :]:
                words = tuple(entry_lines(value, {}) for value in rest if isinstance(value, dict))
                yield InsertAt(path, gap.old.stop, words, tuple(rest))

    def _order(self, target: Target, key: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Which keys a new one stands behind, and which ahead of."""
        if isinstance(target, ShotTarget) and key in ("key", "title"):
            return (*IDS, "key"), ()
        if isinstance(target, SceneTarget):
            return (("id",) if key == "title" else ()), ("shots",)
        return (), ()

    def _set_inner(self, path: Path, value: Table[str, object]) -> Iterator[Step]:
        mapping = self.ground.draft.mapping(path)
        for key, part in value.items():
            yield SetAt(path, key, part)
        for written, _node in mapping.entries:
            if written.text not in value:
                yield DropAt(path, written.text)

    def _all_keys(self, path: Path) -> tuple[str, ...]:
        return tuple(key.text for key, _value in self.ground.draft.mapping(path).entries)

    def _film_setting(self, key: str, value: object) -> Iterator[Step]:
        root = self.ground.draft.mapping(())
        entry = root.entry("global_config")
        if entry is None or (isinstance(entry[1], Scalar) and entry[1].value is None):
            ahead = tuple(k for k in self._all_keys(()) if k != "title")
            yield SetAt((), "global_config", {key: value}, ("title",), ahead)
        else:
            yield from self._set_key(("global_config",), key, value)

    def _unset(self, edit: UnsetField) -> Iterator[Step]:
        path = self.ground.path(edit.target)
        if isinstance(edit.target, FilmTarget) and edit.field != "title":
            path = ("global_config",)
            entry = self.ground.draft.mapping(()).entry("global_config")
            if entry is None or (isinstance(entry[1], Scalar) and entry[1].value is None):
                return
        if self.ground.is_bare(edit.target):
            return
        mapping, field = self.ground.draft.mapping(path), edit.field
        if field.startswith(OPTION):
            field = field.removeprefix(OPTION)
            holder = resolved(mapping.get("options") or mapping)
            if not isinstance(holder, Mapping) or holder is mapping or holder.entry(field) is None:
                return
            only = len(holder.entries) == 1
            yield DropAt(path, "options") if only else DropAt((*path, "options"), field)
            return
        if mapping.entry(edit.field) is None and mapping.get(edit.field) is None:
            return
        if edit.field in IDS or (edit.field == "name" and isinstance(edit.target, ElementTarget)):
            raise DocumentError("document.edit-needed", field=edit.field)
        yield DropAt(path, edit.field)

    def _scene_id(self, path: Path, scene_id: str, wanted: str) -> Iterator[Step]:
        scene = self.ground.reading.scenario.scene(scene_id)
        taken = [other.id for other in self.ground.reading.scenario.scenes if other is not scene]
        _check_id(wanted, taken)
        if raw_text(self.ground.draft.mapping(path).get("id")) is not None:
            for shot in scene.shots:
                if natural_key(wanted, shot.id) != shot.key:
                    yield from self.ground.keep_key(shot)
        yield id_step(self.ground.draft, path, "id", wanted)

    def _shot_id(self, path: Path, key: str, wanted: str) -> Iterator[Step]:
        scene, shot = (
            self.ground.reading.scenario.scene_of(key),
            self.ground.reading.scenario.shot(key),
        )
        _check_id(wanted, [other.id for other in scene.shots if other is not shot])
        field = id_field(self.ground.draft, path)
        if field is not None and natural_key(scene.id, wanted) != key:
            yield from self.ground.keep_key(shot)
        yield id_step(self.ground.draft, path, field or "id", wanted)

    def _move_shot(self, edit: MoveShot) -> Iterator[Step]:
        source = self.ground.path(ShotTarget(edit.key))
        target = (*self.ground.path(SceneTarget(edit.scene_id)), "shots")
        shot = self.ground.reading.scenario.shot(edit.key)
        scene = self.ground.reading.scenario.scene(edit.scene_id)
        place = source[-1]
        if not isinstance(place, int):
            raise DocumentError("document.edit-layout")
        same_scene = source[:-1] == target
        to = self._child_place(scene, edit, target)
        if same_scene and to == place:
            return
        if natural_key(self.ground.reading.scenario.scene_of(shot.key).id, shot.id) != shot.key:
            yield from self.ground.keep_key(shot)
        yield from self.ground.keep_twins(shot.key)
        yield MoveAt(source[:-1], place, target, to)
        if not same_scene:
            yield from self._renamed(shot, scene, (*target, to), source)

    def _child_place(self, scene: Scene, edit: MoveShot, target: Path) -> int:
        """The place among all entries of the list: unreadable ones are counted too."""
        others = [s for s in scene.shots if s.key != edit.key]
        places = [int(self.ground.path(ShotTarget(s.key))[-1]) for s in others]
        own = self.ground.path(ShotTarget(edit.key))
        index = min(max(edit.index, 0), len(others))
        to = places[index] if index < len(places) else self.ground.count(target)
        is_behind_itself = own[:-1] == target and int(own[-1]) < to
        return to - 1 if is_behind_itself else to

    def _renamed(self, shot: Shot, scene: Scene, path: Path, source: Path) -> Iterator[Step]:
        """Across scenes the key stays, and an id that is taken there becomes the next free one."""
        mapping = self.ground.draft.mapping(source)
        field = id_field(self.ground.draft, source)
        if field is None:
            return
        new_id = free_id(shot.id, [other.id for other in scene.shots])
        has_key = raw_text(mapping.get("key")) == shot.key
        if not has_key and natural_key(scene.id, new_id) != shot.key:
            yield SetAt(path, "key", shot.key, IDS)
        if new_id != shot.id:
            entry = mapping.entry(field)
            is_number = entry is not None and isinstance(getattr(entry[1], "value", None), int)
            yield SetAt(path, field, int(new_id) if is_number else new_id)

    def _move_scene(self, edit: MoveScene) -> Iterator[Step]:
        path = self.ground.path(SceneTarget(edit.scene_id))
        place = int(path[-1])
        others = [s for s in self.ground.reading.scenario.scenes if s.id != edit.scene_id]
        places = [int(self.ground.path(SceneTarget(s.id))[-1]) for s in others]
        index = min(max(edit.index, 0), len(others))
        to = places[index] if index < len(places) else self.ground.count(("scenes",))
        to = to - 1 if place < to else to
        if to != place:
            yield MoveAt(("scenes",), place, ("scenes",), to)


def _check_id(wanted: str, taken: list[str]) -> None:
    check_safe(wanted)
    if wanted in taken:
        raise DocumentError("document.id-taken", id=wanted)


def storable(edit: Edit) -> Edit:
    """The edit itself. Raises DocumentError where its text cannot be written as UTF-8."""
    for words in _texts([getattr(edit, name) for name in edit.__dataclass_fields__]):
        try:
            words.encode("utf-8")
        except UnicodeEncodeError as error:
            raise DocumentError("document.edit-text") from error
    return edit


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case Table():
            for key, part in value.items():
                yield from _texts(key)
                yield from _texts(part)
        case list() | tuple():
            for part in value:
                yield from _texts(part)
