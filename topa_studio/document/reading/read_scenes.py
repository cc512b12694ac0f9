"""Scenes and shots: every id form of the older files, and the permanent key of each shot."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass, replace

from topa_studio.base.spelling import composed
from topa_studio.base.yaml_tree import Mapping, Node, Scalar, Sequence, resolved
from topa_studio.document.edits import SceneTarget, ShotTarget, Target
from topa_studio.document.reading.findings import Findings
from topa_studio.document.reading.format import ScenePart, SettingsPart, ShotPart
from topa_studio.document.reading.names import MAX_BYTES, free_key, is_safe, natural_key
from topa_studio.document.reading.parts import Owner, raw_text, show, shown, take
from topa_studio.model.options import options_of
from topa_studio.model.scenario import Scene, Settings, Shot, Transition, Trim

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A shot's mapping with its names, before the keys of all shots are settled."""

    node: Mapping
    path: Path
    id: str
    key: str
    explicit: bool
    faults: tuple[tuple[str, Node, str], ...]


def settings_of(part: SettingsPart) -> Settings:
    """The model, mode, sound and options that a mapping sets."""
    return Settings(
        model=part.model or None,
        mode=part.mode or None,
        sound=part.sound,
        options=options_of(part.options or {}),
    )


class SceneReader:
    """Reads the `scenes` of a film; results stand in its public lists.

    `spelling` tells how the film's elements write their names, however a shot writes them.
    """

    def __init__(self, findings: Findings, spelling: Table[str, str]) -> None:
        self._findings = findings
        self._spelling = spelling
        self.scenes: list[Scene] = []
        self.paths: dict[Target, Path] = {}
        self.nodes: dict[Target, Mapping] = {}

    def read(self, scenes: Sequence | None) -> None:
        """Read all scenes; keys are settled over the whole film first."""
        if scenes is None:
            return
        found: list[tuple[Scene, Mapping, list[_Place], list[tuple[str, Node, str]]]] = []
        for place, raw in enumerate(scenes.children):
            node = resolved(raw)
            if not isinstance(node, Mapping):
                self._findings.error(
                    "document.want-mapping",
                    node,
                    field=f"scene {place + 1}",
                    value=shown(node),
                )
                continue
            scene, faults = self._scene(node, place)
            self.paths[SceneTarget(scene.id)] = ("scenes", place)
            self.nodes[SceneTarget(scene.id)] = node
            found.append((scene, node, self._places(scene, node, place), faults))
        keys = self._keys([p for _scene, _node, places, _faults in found for p in places])
        for scene, _node, places, faults in found:
            shots = tuple(self._shot(place, keys[place.path]) for place in places)
            self._tell_scene(scene.id, faults, shots)
            self.scenes.append(replace(scene, shots=shots))

    def _tell_scene(
        self, scene: str, faults: list[tuple[str, Node, str]], shots: tuple[Shot, ...]
    ) -> None:
        """A fault of a scene stops all its shots."""
        for code, node, value in faults:
            keys: list[str | None] = [shot.key for shot in shots]
            for key in keys or [None]:
                self._findings.error(
                    code, node, shot=key, scene=scene, what="scene", value=value, limit=MAX_BYTES
                )

    def _scene(self, node: Mapping, place: int) -> tuple[Scene, list[tuple[str, Node, str]]]:
        faults: list[tuple[str, Node, str]] = []
        scene_id = self._id(node, ("id",), place, faults)
        if SceneTarget(scene_id) in self.paths:
            faults.append(("document.twin-scene", node.get("id") or node, scene_id))
            taken = {target.id for target in self.paths if isinstance(target, SceneTarget)}
            scene_id = free_key(scene_id, taken)
        part = take(node, ScenePart, self._findings, Owner(scene=scene_id), ("id", "shots"))
        scene = Scene(
            id=scene_id,
            title=part.title or "",
            time=part.time or "",
            background=part.background or "",
            lighting=part.lighting or "",
            notes=part.notes or "",
            settings=settings_of(part),
            multi_shot=bool(part.multi_shot),
        )
        return scene, faults

    def _id(
        self, node: Mapping, names: tuple[str, ...], place: int, faults: list[tuple[str, Node, str]]
    ) -> str:
        """The id as it is written; a missing or unsafe one is replaced by its place."""
        value = next((v for v in map(node.get, names) if v is not None), None)
        text = raw_text(value)
        if value is None or (text is None and isinstance(value, Scalar) and value.value is None):
            faults.append(("document.no-id", node, ""))
        elif text is None:
            faults.append(("document.id-shape", value, show(getattr(value, "value", []))))
        elif not is_safe(text):
            faults.append(("document.unsafe-id", value, show(text)))
        else:
            return text
        return f"unnamed-{place + 1}"

    def _places(self, scene: Scene, node: Mapping, scene_place: int) -> list[_Place]:
        shots = node.get("shots")
        if shots is None or (isinstance(shots, Scalar) and shots.value is None):
            return []
        if not isinstance(shots, Sequence):
            params = {"field": "shots", "value": shown(shots)}
            self._findings.error("document.want-list", shots, scene=scene.id, **params)
            return []
        places: list[_Place] = []
        ids: set[str] = set()
        for place, raw in enumerate(shots.children):
            shot = resolved(raw)
            if not isinstance(shot, Mapping):
                params = {"field": f"shot {place + 1}", "value": shown(shot)}
                self._findings.error("document.want-mapping", shot, scene=scene.id, **params)
                continue
            faults: list[tuple[str, Node, str]] = []
            shot_id = self._id(shot, ("id", "shot_id"), place, faults)
            if shot_id in ids:
                at = shot.get("id") or shot.get("shot_id") or shot
                faults.append(("document.twin-shot", at, shot_id))
            ids.add(shot_id)
            path = ("scenes", scene_place, "shots", place)
            places.append(self._place(shot, path, scene.id, shot_id, faults))
        return places

    def _place(
        self,
        node: Mapping,
        path: Path,
        scene_id: str,
        shot_id: str,
        faults: list[tuple[str, Node, str]],
    ) -> _Place:
        key_node = node.get("key")
        written = raw_text(key_node)
        if key_node is not None and written is not None and not is_safe(written):
            faults.append(("document.unsafe-key", key_node, show(written)))
            written = None
        key = written or natural_key(scene_id, shot_id)
        return _Place(node, path, shot_id, key, written is not None, tuple(faults))

    def _keys(self, places: list[_Place]) -> dict[Path, str]:
        """The key of each shot; written keys come first, a twin gets a mark and is told."""
        keys: dict[Path, str] = {}
        taken: set[str] = set()
        for place in sorted(places, key=lambda p: not p.explicit):
            keys[place.path] = key = free_key(place.key, taken)
            taken.add(key)
            if key != place.key and not any(
                code == "document.twin-shot" for code, *_ in place.faults
            ):
                at = place.node.get("key") or place.node
                self._findings.error("document.twin-key", at, shot=key, key=place.key)
        return keys

    def _shot(self, place: _Place, key: str) -> Shot:
        self.paths[ShotTarget(key)] = place.path
        self.nodes[ShotTarget(key)] = place.node
        for code, node, value in place.faults:
            self._findings.error(code, node, shot=key, what="shot", value=value, limit=MAX_BYTES)
        part = take(place.node, ShotPart, self._findings, Owner(shot=key), ("id", "shot_id", "key"))
        return Shot(
            key=key,
            id=place.id,
            prompt=part.prompt or "",
            elements=tuple(
                self._spelling.get(composed(name), name) for name in part.elements_needed or ()
            ),
            duration=part.duration,
            title=part.title or "",
            time=part.time or "",
            negative_prompt=part.negative_prompt or "",
            notes=part.notes or "",
            caption=part.caption or "",
            settings=settings_of(part),
            start=part.start or None,
            end=part.end or None,
            take=part.take,
            panel=part.panel,
            trim=None if part.trim is None else Trim(part.trim.start, part.trim.end),
            transition=_transition(part),
            locked=bool(part.locked),
        )


def _transition(part: ShotPart) -> Transition:
    if part.transition is None:
        return Transition()
    return Transition(part.transition.kind, part.transition.seconds)
