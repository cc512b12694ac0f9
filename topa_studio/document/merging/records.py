"""A scenario's data as records under permanent names, and back: both forms hold the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from topa_studio.base.yaml_reader import parse
from topa_studio.base.yaml_tree import Tree, plain
from topa_studio.document.edits import ElementTarget, SceneTarget, ShotTarget
from topa_studio.document.reading.findings import Findings
from topa_studio.document.reading.names import natural_key
from topa_studio.document.reading.read import Reading, read
from topa_studio.document.text.draft import same

Fields = dict[object, object]
FLAT = ""


@dataclass(frozen=True, slots=True)
class Records:
    """The film without its layout.

    Attributes:
        film: what stands at the top, without elements and scenes where these can be read.
        groups: what the lists of elements hold besides elements: `[]` or nothing.
        elements, homes: an element's fields and its group (`FLAT`: it stands by itself).
        scenes: a scene's fields; `shots` among them only says whether it has a list.
        shots, places: a shot's fields, and the keys of each scene's shots in order.
    """

    film: Fields = field(default_factory=dict)
    groups: Fields = field(default_factory=dict)
    elements: dict[str, Fields | None] = field(default_factory=dict)
    homes: dict[str, object] = field(default_factory=dict)
    scenes: dict[str, Fields] = field(default_factory=dict)
    shots: dict[str, Fields] = field(default_factory=dict)
    places: dict[str, list[str]] = field(default_factory=dict)

    def scene_of(self, key: str) -> str | None:
        """The scene that holds a shot."""
        return next((scene for scene, keys in self.places.items() if key in keys), None)

    def homes_of_shots(self) -> dict[str, str]:
        """The scene of every shot."""
        return {key: scene for scene, keys in self.places.items() for key in keys}

    def data(self) -> dict[object, object]:
        """The plain data of the whole file."""
        data = dict(self.film)
        if isinstance(data.get("elements"), dict):
            data["elements"] = self._elements()
        if isinstance(data.get("scenes"), list):
            data["scenes"] = [self._scene(scene) for scene in self.scenes]
        return data

    def _elements(self) -> dict[object, object]:
        found: dict[object, object] = {
            group: [] if isinstance(value, list) else value for group, value in self.groups.items()
        }
        for name, fields in self.elements.items():
            home = self.homes[name]
            if home == FLAT:
                found[name] = fields
                continue
            group = found.get(home)
            if isinstance(group, list):
                group.append(fields)
            else:
                found[home] = [fields]
        return found

    def _scene(self, scene: str) -> Fields:
        shots = [self.shots[key] for key in self.places.get(scene, [])]
        return {**self.scenes[scene], "shots": shots} if shots else dict(self.scenes[scene])

    def renamed(self, scenes: Mapping[str, str], shots: Mapping[str, str]) -> Records:
        """The same with other names for scenes and shots; the fields are left as they are."""
        return replace(
            self,
            scenes={scenes.get(name, name): fields for name, fields in self.scenes.items()},
            shots={shots.get(key, key): fields for key, fields in self.shots.items()},
            places={
                scenes.get(name, name): [shots.get(key, key) for key in keys]
                for name, keys in self.places.items()
            },
        )


def records_of(text: str) -> Records | None:
    """The records of a text; None where something in it has no name of its own.

    Raises:
        DocumentError: the text cannot be read.
    """
    tree = parse(text)
    return records_in(tree, read(tree, Findings(text), ""))


def records_in(tree: Tree, reading: Reading) -> Records | None:
    """The records of a text that was read; None where something in it has no name of its own."""
    data = plain(tree.root)
    if not isinstance(data, dict) or tree.duplicates:
        return None
    found = Records(film=dict(data))
    elements, scenes = data.get("elements"), data.get("scenes")
    if isinstance(elements, dict):
        found.film["elements"] = {}
        found.groups.update({k: [] for k, v in elements.items() if isinstance(v, list)})
        flat = {t.name for t in reading.paths if isinstance(t, ElementTarget)}
        found.groups.update({k: v for k, v in elements.items() if v is None and k not in flat})
    if isinstance(scenes, list):
        found.film["scenes"] = []
    for target, path in reading.paths.items():
        match target:
            case ElementTarget(name=name):
                found.elements[name] = _at(data, path)
                found.homes[name] = path[1] if len(path) > 2 else FLAT
            case SceneTarget(id=name):
                fields = dict(_at(data, path) or {})
                if isinstance(fields.get("shots"), list):
                    fields["shots"] = []
                found.scenes[name] = fields
                found.places[name] = []
            case ShotTarget(key=key):
                found.shots[key] = _at(data, path) or {}
    for scene in reading.scenario.scenes:
        found.places[scene.id] = [shot.key for shot in scene.shots]
    return found if same(found.data(), data) else None


def _at(data: object, path: tuple[str | int, ...]) -> Fields | None:
    for part in path:
        if isinstance(data, list) and isinstance(part, int):
            data = data[part]
        elif isinstance(data, dict):
            data = next((value for key, value in data.items() if str(key) == str(part)), None)
    return data if isinstance(data, dict) else None


def id_of(fields: Mapping[object, object]) -> str:
    """The id a shot or scene has in the file."""
    return str(fields.get("id", fields.get("shot_id", "")))


def written_key(fields: Mapping[object, object]) -> str | None:
    """The permanent key that stands in a shot's own lines."""
    key = fields.get("key")
    return None if key is None else str(key)


def natural(scene: Mapping[object, object], shot: Mapping[object, object]) -> str:
    """The key a shot has without a key line."""
    return natural_key(id_of(scene), id_of(shot))


def words(fields: Mapping[object, object]) -> str:
    """What happens in a shot, whatever its line breaks."""
    return " ".join(str(fields.get("prompt") or "").split())
