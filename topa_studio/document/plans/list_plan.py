"""What adding, deleting, copying, splitting and merging shots and scenes means for the file."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_tree import Mapping, Scalar, Sequence
from topa_studio.document.edits import (
    AddScene,
    AddShot,
    DeleteScene,
    DeleteShot,
    DuplicateScene,
    DuplicateShot,
    Fields,
    ListEdit,
    MergeShots,
    Paste,
    SceneTarget,
    ShotTarget,
    SplitShot,
)
from topa_studio.document.plans.copies import as_new_scene, as_new_shot, pasted_scene, pasted_shot
from topa_studio.document.text.draft import Path, Step
from topa_studio.document.text.entries import CommentsTo, InsertAt, RemoveAt
from topa_studio.document.text.excerpt import Excerpt, from_text, lift
from topa_studio.document.text.ground import IDS, Ground, id_field, id_value
from topa_studio.document.text.render import entry_lines
from topa_studio.model.scenario import Scene


@dataclass(frozen=True, slots=True)
class ListPlan:
    """Plans edits of the lists of shots and scenes on one state of the text."""

    ground: Ground

    def steps(self, edit: ListEdit) -> Iterator[Step]:
        """The steps of an edit, in order. Raises DocumentError where it is refused."""
        match edit:
            case AddShot():
                yield self._add_shot(edit)
            case AddScene():
                yield self._add_scene(edit)
            case DeleteShot(key) | DuplicateShot(key) | SplitShot(key) | MergeShots(key):
                self.ground.path(ShotTarget(key))
                yield from self._shot_steps(edit)
            case DeleteScene(scene_id):
                path = self.ground.path(SceneTarget(scene_id))
                shots = self.ground.reading.scenario.scene(scene_id).shots
                yield from _let_go(self.ground, {shot.key: None for shot in shots})
                for shot in shots:
                    yield from self._leavers_twins(shot.key, scene_id)
                yield RemoveAt(path[:-1], int(path[-1]))
            case DuplicateScene(scene_id):
                yield self._duplicate_scene(scene_id)
            case Paste():
                yield from self._paste(edit)

    def _shot_steps(
        self, edit: DeleteShot | DuplicateShot | SplitShot | MergeShots
    ) -> Iterator[Step]:
        path = self.ground.path(ShotTarget(edit.key))
        match edit:
            case DeleteShot(key):
                yield from _let_go(self.ground, {key: None})
                yield from self.ground.keep_twins(key)
                yield RemoveAt(path[:-1], int(path[-1]))
            case DuplicateShot(key):
                scene = self.ground.reading.scenario.scene_of(key)
                yield self._copy_behind(path, self._as_new(self._lifted(path), scene))
            case SplitShot(key):
                from topa_studio.document.plans.seams import halves

                ours, second = halves(self.ground, edit)
                yield from ours
                scene = self.ground.reading.scenario.scene_of(key)
                copy = self._as_new(self._lifted(path, comments=False), scene)
                for step in second(copy.places[0]):
                    copy = copy.after(step)
                yield self._copy_behind(path, copy)
            case MergeShots(_key, next_key):
                from topa_studio.document.plans.seams import merged_steps

                yield from merged_steps(self.ground, edit)
                yield from _let_go(self.ground, {next_key: edit.key})
                first, path = int(path[-1]), self.ground.path(ShotTarget(next_key))
                yield CommentsTo(path[:-1], int(path[-1]), first)
                yield from self.ground.keep_twins(next_key)
                yield RemoveAt(path[:-1], int(path[-1]))

    def _leavers_twins(self, key: str, scene_id: str) -> Iterator[Step]:
        """Keep the keys of twins that stand in other scenes."""
        stays = self.ground.reading.scenario
        for step in self.ground.keep_twins(key):
            twin = stays.scene_of(str(step.value))
            if twin.id != scene_id:
                yield step

    def _lifted(self, path: Path, *, comments: bool = True) -> Excerpt:
        node = self.ground.draft.locate(path[:-1])
        if not isinstance(node, Sequence):
            raise DocumentError("document.edit-layout")
        return lift(self.ground.draft, node, int(path[-1]), alone=False, comments=comments)

    def _as_new(self, copy: Excerpt, scene: Scene) -> Excerpt:
        taken = {shot.id for shot in scene.shots}
        return as_new_shot(copy, copy.places[0], self.ground, scene.id, taken)

    def _copy_behind(self, path: Path, copy: Excerpt) -> InsertAt:
        return InsertAt(path[:-1], int(path[-1]) + 1, copy.words(), copy.values())

    def _duplicate_scene(self, scene_id: str) -> InsertAt:
        path = self.ground.path(SceneTarget(scene_id))
        copy = self._lifted(path)
        taken = {scene.id for scene in self.ground.reading.scenario.scenes}
        return self._copy_behind(path, as_new_scene(copy, copy.places[0], self.ground, taken))

    def _add_shot(self, edit: AddShot) -> InsertAt:
        ground = self.ground
        to = ground.shot_place(edit.scene_id, edit.index)
        scene = ground.reading.scenario.scene(edit.scene_id)
        ids = [shot.id for shot in scene.shots]
        fields = {k: v for k, v in edit.fields.items() if k not in (*IDS, "key")}
        wish = edit.fields.get("id", edit.fields.get("shot_id", _next(ids)))
        own = ground.free_shot_id(scene.id, str(wish), set(ids))
        path = ground.shots_path(scene.id)
        return self._new_entry(path, to, own, fields, self._model_shot(scene, own))

    def _add_scene(self, edit: AddScene) -> InsertAt:
        ground = self.ground
        if not isinstance(ground.draft.tree.root, Mapping):
            raise DocumentError("document.edit-unreadable")
        scenes = ground.reading.scenario.scenes
        ids = [scene.id for scene in scenes]
        own = ground.free_scene_id(str(edit.fields.get("id", _next(ids))), ids)
        fields = {k: v for k, v in edit.fields.items() if k != "id"}
        fields.setdefault("shots", [])
        model = ground.path(SceneTarget(ids[-1])) if ids else None
        return self._new_entry(("scenes",), ground.scene_place(edit.index), own, fields, model)

    def _model_shot(self, scene: Scene, own: str) -> Path | None:
        """The shot whose forms a new one follows: its scene's last with an id of that kind."""
        shots = scene.shots or self.ground.reading.scenario.shots()
        shots = tuple(s for s in shots if s.id.isdecimal() == own.isdecimal()) or shots
        return self.ground.path(ShotTarget(shots[-1].key)) if shots else None

    def _new_entry(
        self, path: Path, to: int, own: str, fields: Fields, model: Path | None
    ) -> InsertAt:
        """A new entry with an id; quotes and the spelling of the id are those of `model`."""
        field, as_number, styles = "id", True, {}
        if model is not None:
            node = self.ground.draft.mapping(model)
            field = id_field(self.ground.draft, model) or "id"
            scalars = {key.text: value for key, value in node.entries if isinstance(value, Scalar)}
            styles = {key: value.style for key, value in scalars.items() if value.style in "'\""}
            as_number = field not in scalars or isinstance(scalars[field].value, int)
        values = {field: id_value(own, as_number=as_number), **fields}
        return InsertAt(path, to, (entry_lines(values, styles),), (values,))

    def _paste(self, edit: Paste) -> Iterator[Step]:
        ground = self.ground
        pasted = from_text(edit.text)
        if all(_is_scene(pasted.node(place)) for place in pasted.places):
            taken = {scene.id for scene in ground.reading.scenario.scenes}
            for place in pasted.places:
                pasted = pasted_scene(pasted, place, ground, taken, restore=edit.restore)
            if edit.scene_id is None:
                where: tuple[Path, int] = ("scenes",), ground.scene_place(edit.index)
            else:
                behind = ground.path(SceneTarget(edit.scene_id))
                where = behind[:-1], int(behind[-1]) + 1
            yield InsertAt(*where, pasted.words(), pasted.values())
            return
        if any(_is_scene(pasted.node(place)) for place in pasted.places):
            raise DocumentError("document.paste-unreadable")
        if edit.scene_id is None:
            raise DocumentError("document.paste-where")
        to = ground.shot_place(edit.scene_id, edit.index)
        taken = {shot.id for shot in ground.reading.scenario.scene(edit.scene_id).shots}
        back: set[str] = set()
        for place in pasted.places:
            pasted = pasted_shot(
                pasted, (place,), ground, edit.scene_id, taken, back, restore=edit.restore
            )
        path = ground.shots_path(edit.scene_id)
        yield InsertAt(path, to, pasted.words(), pasted.values())


def _let_go(ground: Ground, gone: dict[str, str | None]) -> Iterator[Step]:
    from topa_studio.document.plans.tracks import let_go

    yield from let_go(ground, gone)


def _is_scene(node: Mapping) -> bool:
    names = {key.text for key, _value in node.entries}
    return "shots" in names or (bool(names & {"background", "lighting", "multi_shot"}))


def _next(ids: list[str]) -> str:
    """The id that counts on: behind the highest number, else behind the last word."""
    numbers = [int(name) for name in ids if name.isdecimal()]
    if numbers:
        return str(max(numbers) + 1)
    return ids[-1] if ids else "1"
