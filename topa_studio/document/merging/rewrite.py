"""A text made to say intended data by steps on its own lines; what stays keeps its bytes."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import parse
from topa_studio.base.yaml_tree import Sequence, plain
from topa_studio.document.merging.records import FLAT, Fields, Records
from topa_studio.document.text.draft import Draft, Path, Step, perform, same
from topa_studio.document.text.entries import InsertAt, RemoveAt
from topa_studio.document.text.fields import DropAt, SetAt, is_mapping_here
from topa_studio.document.text.moves import MoveAt
from topa_studio.document.text.render import block, inline
from topa_studio.document.text.spans import body_column, child_lines

_KEY_AFTER = ("id", "shot_id")


@dataclass(frozen=True, slots=True)
class Source:
    """A text and its records under permanent names."""

    text: str
    records: Records


def rewritten(trunk: Source, wanted: Records, sources: list[Source]) -> str:
    """The trunk's text with the steps that make it say `wanted`.

    New scenes, shots and elements are copied from `sources` with their comments where they can.

    Raises:
        DocumentError: its layout does not allow it.
    """
    work = _Rewrite(trunk, wanted, sources)
    work.run()
    if not same(plain(work.draft.tree.root), wanted.data(), loosely=True):
        raise DocumentError("document.merge-layout")
    return work.draft.text


class _Rewrite:
    """Steps on a draft, with a tally of what stands where under permanent names."""

    def __init__(self, trunk: Source, wanted: Records, sources: list[Source]) -> None:
        self.draft = Draft(trunk.text, parse(trunk.text))
        self.now = trunk.records
        self.wanted = wanted
        self.sources = [(Draft(s.text, parse(s.text)), s.records) for s in sources]
        self.scenes = list(trunk.records.scenes)
        self.shots = {scene: list(keys) for scene, keys in trunk.records.places.items()}

    def run(self) -> None:
        """Make all steps. Raises DocumentError."""
        self._film()
        self._elements()
        self._names_first()
        self._remove_shots()
        for place, scene in enumerate(self.wanted.scenes):
            if scene not in self.scenes:
                self._insert_scene(scene, place)
        for scene, keys in self.wanted.places.items():
            for place, key in enumerate(keys):
                self._place_shot(scene, place, key)
        self._remove_scenes()
        self._order_scenes()
        self._all_fields()

    def _step(self, step: Step) -> None:
        self.draft, _there, _back = perform(self.draft, step)

    def _film(self) -> None:
        now, wanted = plain(self.draft.tree.root), self.wanted.film
        fields: Fields = dict(now) if isinstance(now, dict) else {}
        for name in ("elements", "scenes"):
            if name in fields and name in wanted and type(fields[name]) is type(wanted[name]):
                fields[name] = wanted[name]
        if self.wanted.elements and "elements" not in fields:
            fields["elements"] = wanted.get("elements")
            self._step(SetAt((), "elements", self.wanted.data()["elements"], before=("scenes",)))
            self.now.elements.update(self.wanted.elements)
            self.now.homes.update(self.wanted.homes)
        self._fields((), fields, wanted)

    def _fields(self, path: Path, now: Fields, wanted: Fields) -> None:
        for key, value in wanted.items():
            before = now.get(key)
            if key in now and same(before, value):
                continue
            name = str(key)
            inner = isinstance(before, dict) and isinstance(value, dict) and before and value
            if inner and is_mapping_here(self.draft, path, name):
                self._fields((*path, name), dict(before or {}), dict(value))  # type: ignore[call-overload]
            else:
                after = _KEY_AFTER if name == "key" else ()
                self._step(SetAt(path, name, value, after, ("shots", "scenes")))
        for key in now:
            if key not in wanted:
                self._step(DropAt(path, str(key)))

    def _elements(self) -> None:
        for name in list(self.now.elements):
            is_moved = self.wanted.homes.get(name) != self.now.homes[name]
            if name in self.wanted.elements and not is_moved:
                continue
            home = self.now.homes[name]
            if home == FLAT:
                self._step(DropAt(("elements",), name))
            else:
                self._step(RemoveAt(("elements", str(home)), self._element_place(name)))
            del self.now.elements[name]
        for name, fields in self.wanted.elements.items():
            if name not in self.now.elements:
                self._insert_element(name, fields)
                self.now.elements[name] = fields
                self.now.homes[name] = self.wanted.homes[name]
        self._element_fields()

    def _element_place(self, name: str) -> int:
        home = self.now.homes[name]
        return [n for n in self.now.elements if self.now.homes[n] == home].index(name)

    def _insert_element(self, name: str, fields: Fields | None) -> None:
        home = str(self.wanted.homes[name])
        if home == FLAT:
            self._step(SetAt(("elements",), name, fields))
            return
        found = [n for n in self.now.elements if self.now.homes[n] == home]
        words, value = self._copied(("elements", home), name) or _rendered(fields or {})
        self._step(InsertAt(("elements", home), len(found), (words,), (value,)))

    def _element_fields(self) -> None:
        data = self._now()
        for name, fields in self.wanted.elements.items():
            home = str(self.wanted.homes[name])
            group = _inner(data, ("elements", home)) if home != FLAT else None
            if home == FLAT:
                before = _inner(data, ("elements", name))
                path: Path = ("elements", name)
                if before is None or fields is None:
                    if not same(before, fields):
                        self._step(SetAt(("elements",), name, fields))
                    continue
            else:
                place = self._place_of_element(group, name)
                path, before = ("elements", home, place), _inner(group, (place,))
            if isinstance(before, dict) and fields is not None:
                self._fields(path, before, fields)

    def _place_of_element(self, group: object, name: str) -> int:
        names = [str(e.get("name")) if isinstance(e, dict) else "" for e in _list(group)]
        return names.index(name)

    def _now(self) -> object:
        return plain(self.draft.tree.root)

    def _names_first(self) -> None:
        """Key lines are written before anything moves, so that no shot is taken for another."""
        for scene, keys in self.shots.items():
            for key in keys:
                fields = self.wanted.shots.get(key)
                if fields is not None and "key" in fields:
                    path = self._path(scene, key)
                    before = _inner(self._now(), path)
                    if isinstance(before, dict) and before.get("key") != fields["key"]:
                        self._step(SetAt(path, "key", fields["key"], _KEY_AFTER))

    def _path(self, scene: str, key: str) -> Path:
        return ("scenes", self.scenes.index(scene), "shots", self.shots[scene].index(key))

    def _list_path(self, scene: str) -> Path:
        return ("scenes", self.scenes.index(scene), "shots")

    def _remove_shots(self) -> None:
        for scene, keys in self.shots.items():
            for key in list(keys):
                if key not in self.wanted.shots:
                    path = self._path(scene, key)
                    self._step(RemoveAt(path[:-1], int(path[-1])))
                    keys.remove(key)

    def _remove_scenes(self) -> None:
        for scene in list(self.scenes):
            if scene not in self.wanted.scenes:
                self._step(RemoveAt(("scenes",), self.scenes.index(scene)))
                self.scenes.remove(scene)
                self.shots.pop(scene, None)

    def _insert_scene(self, scene: str, place: int) -> None:
        held = {key for keys in self.shots.values() for key in keys}
        keys = self.wanted.places.get(scene, [])
        found = None if held & set(keys) else self._copied(("scenes",), scene)
        inner = self._source_shots(scene) if found is not None else []
        if not set(inner) <= set(keys):
            found, inner = None, []
        fields = {**self.wanted.scenes[scene]}
        words, value = found or _rendered(fields)
        place = min(place, len(self.scenes))
        self._step(InsertAt(("scenes",), place, (words,), (value,)))
        self.scenes.insert(place, scene)
        self.shots[scene] = list(inner)

    def _source_shots(self, scene: str) -> list[str]:
        return next((r.places[scene] for _draft, r in self.sources if scene in r.places), [])

    def _place_shot(self, scene: str, place: int, key: str) -> None:
        target = self._list_path(scene)
        held = next((name for name, keys in self.shots.items() if key in keys), None)
        if held is None:
            words, value = self._copied(("shots",), key) or _rendered(self.wanted.shots[key])
            self._step(InsertAt(target, place, (words,), (value,)))
            self.shots[scene].insert(place, key)
            return
        at = self.shots[held].index(key)
        if held == scene and at == place:
            return
        self._step(MoveAt(self._list_path(held), at, target, place))
        self.shots[held].remove(key)
        self.shots[scene].insert(place, key)

    def _order_scenes(self) -> None:
        for place, scene in enumerate(self.wanted.scenes):
            at = self.scenes.index(scene)
            if at != place:
                self._step(MoveAt(("scenes",), at, ("scenes",), place))
                self.scenes.insert(place, self.scenes.pop(at))

    def _all_fields(self) -> None:
        data = self._now()
        for place, (scene, fields) in enumerate(self.wanted.scenes.items()):
            before = _inner(data, ("scenes", place))
            if not isinstance(before, dict):
                raise DocumentError("document.merge-layout")
            keys = self.wanted.places.get(scene, [])
            skip = {"shots"} if keys else set()
            self._fields(("scenes", place), _without(before, skip), _without(fields, skip))
            for number, key in enumerate(keys):
                shot = _inner(before, ("shots", number))
                path = ("scenes", place, "shots", number)
                self._fields(path, shot if isinstance(shot, dict) else {}, self.wanted.shots[key])

    def _copied(self, kind: Path, name: str) -> tuple[str, object] | None:
        """The lines of an entry in the first source that has it as a block, and what they mean."""
        for draft, records in self.sources:
            path = _source_path(records, kind, name)
            try:
                node = draft.locate(path[:-1]) if path else None
                if not isinstance(node, Sequence) or node.flow:
                    continue
                lines = child_lines(draft.text, node)[int(path[-1])]
                words = draft.text[lines.start : lines.end]
                words = _at_first_column(words, body_column(draft.text, node))
                value = plain(parse(words).root)
            except DocumentError:
                continue
            if isinstance(value, list) and len(value) == 1:
                return words, value[0]
        return None


def _source_path(records: Records, kind: Path, name: str) -> Path:
    if kind == ("scenes",):
        return ("scenes", list(records.scenes).index(name)) if name in records.scenes else ()
    if kind == ("shots",):
        scene = records.scene_of(name)
        if scene is None:
            return ()
        return (
            "scenes",
            list(records.scenes).index(scene),
            "shots",
            records.places[scene].index(name),
        )
    if name not in records.elements or records.homes[name] != kind[1]:
        return ()
    names = [n for n in records.elements if records.homes[n] == kind[1]]
    return (*kind, names.index(name))


def _at_first_column(words: str, column: int) -> str:
    """The lines moved left; comments that stand further left begin in the first column."""
    lines = words.splitlines(keepends=True)
    moved = [line[min(column, len(line) - len(line.lstrip(" "))) :] for line in lines]
    text = "".join(moved)
    return text if text.endswith("\n") else f"{text}\n"


def _rendered(fields: Fields) -> tuple[str, object]:
    """An entry of a list written anew, and what it means."""
    lines: list[str] = []
    for key, value in fields.items():
        text = None
        if isinstance(value, str) and "\n" in value:
            text = block(value, "|", 4, 2)
        lines.append(f"{inline(key)}: {inline(value, flow=False) if text is None else text}\n")
    words = "  ".join(lines) if lines else "{}\n"
    return f"- {words}", fields


def _inner(data: object, path: Path) -> object:
    for part in path:
        if isinstance(data, list) and isinstance(part, int) and part < len(data):
            data = data[part]
        elif isinstance(data, dict):
            data = next((value for key, value in data.items() if str(key) == str(part)), None)
        else:
            return None
    return data


def _list(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _without(fields: Fields, names: set[str]) -> Fields:
    return {key: value for key, value in fields.items() if key not in names}
