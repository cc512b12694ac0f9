"""Scenes and shots: every id form of the older files, and the permanent key of each shot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field, replace

from topa_studio.base.spelling import composed
from topa_studio.base.yaml_tree import Base, Mapping, Node, Scalar, Sequence, resolved
from topa_studio.document.reading.findings import Findings, lower
from topa_studio.document.reading.format import ScenePart, SettingsPart, ShotPart
from topa_studio.document.reading.kept import comments_of, lines_of, source_of
from topa_studio.document.reading.names import MAX_BYTES, free_key, is_safe, natural_key
from topa_studio.document.reading.parts import Owner, raw_text, show, shown, take
from topa_studio.model.options import options_of
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import Caption, Scene, Settings, Shot, Transition, Trim

IDS = ("id", "shot_id")
_Fault = tuple[str, Node, str]


@dataclass(frozen=True, slots=True)
class ReadShot:
    """A shot, and what reading it found.

    Attributes:
        base: what it was read from; another node as soon as its lines change.
        place: the place in its list; what is no shot counts too.
        written: its key, where the file says it.
        line: that of its mapping; it and the lines of problems count from the scene's, which is 1.
        is_sure: whether neither its place nor other shots have a say in its names.
    """

    base: Base
    place: int
    written: str | None
    shot: Shot
    problems: tuple[Problem, ...]
    line: int
    is_sure: bool


@dataclass(frozen=True, slots=True)
class ReadScene:
    """A scene, or None where its entry is none, and what reading it found; else as `ReadShot`.

    `own`: problems without those of its shots; lines count from the scene's here, too. `line`: that
    of the scene in the text. `is_sure`: also of all its shots.
    """

    base: Base
    place: int
    scene: Scene | None
    shots: tuple[ReadShot, ...]
    own: tuple[Problem, ...]
    line: int
    is_sure: bool

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was found in it and its shots, at the lines of the text."""
        inside = (problem for shot in self.shots for problem in shot.problems)
        return lower((*self.own, *inside), self.line - 1)

    def place_of(self, key: str) -> int | None:
        """The place of a shot in its list."""
        return next((read.place for read in self.shots if read.shot.key == key), None)

    def at(self, place: int, line: int) -> ReadScene:
        """The same scene at another place."""
        is_here = (place, line) == (self.place, self.line)
        return self if is_here else replace(self, place=place, line=line)


def _shot_at(read: ReadShot, place: int, line: int) -> ReadShot:
    """The same shot at another place."""
    if (place, line) == (read.place, read.line):
        return read
    return replace(read, place=place, line=line, problems=lower(read.problems, line - read.line))


@dataclass(slots=True)
class _Place:
    """A shot's entry with its names, before the keys of all shots are settled.

    `key` is the one it asks for; `known`: how it was read before.
    """

    shots: Sequence
    place: int
    line: int
    id: str
    written: str | None
    key: str
    faults: list[_Fault] = field(default_factory=list)
    known: ReadShot | None = None

    @property
    def node(self) -> Node:
        """What stands there."""
        return resolved(self.shots.children[self.place])


@dataclass(slots=True)
class _Begun:
    """A scene whose shots are named, but not read yet."""

    base: Base
    place: int
    line: int
    scene: Scene | None
    findings: Findings
    faults: list[_Fault] = field(default_factory=list)
    shots: list[_Place] = field(default_factory=list)


def settings_of(part: SettingsPart) -> Settings:
    """The models, mode, sound and options that a mapping sets."""
    return Settings(
        model=part.model or None,
        mode=part.mode or None,
        sound=part.sound,
        options=options_of(part.options or {}),
        image_model=part.image_model or None,
    )


class SceneReader:
    """Reads the `scenes` of a film.

    `spelling` tells how the film's elements write their names, however a shot writes them.
    `known` are scenes of the film as it was read before with that spelling, where none of their
    names stood twice: what still has its base is not read again.
    """

    def __init__(
        self, text: str, spelling: Table[str, str], known: Iterable[ReadScene] = ()
    ) -> None:
        self._text = text
        self._spelling = spelling
        self._known = {id(read.base): read for read in known}
        self._shots: dict[int, ReadShot] = {}

    def read(self, scenes: Sequence | None) -> tuple[ReadScene, ...]:
        """All scenes; keys are settled over the whole film first."""
        if scenes is None:
            return ()
        parts = list(self._begin(scenes))
        fresh = [part for part in parts if isinstance(part, _Begun)]
        keys = _settled([place for part in fresh for place in part.shots])
        if len(fresh) < len(parts) and not self._stand_apart(parts, keys):
            return SceneReader(self._text, self._spelling).read(scenes)
        names = iter(keys)
        return tuple(
            self._finish(part, names) if isinstance(part, _Begun) else part for part in parts
        )

    def _begin(self, scenes: Sequence) -> Iterator[_Begun | ReadScene]:
        left = {id(base) for base in scenes.bases}
        gone = [read for place, read in self._known.items() if place not in left]
        self._shots = {id(shot.base): shot for read in gone for shot in read.shots if shot.is_sure}
        ids: set[str] = set()
        line, at = 1, 0
        for place, base in enumerate(scenes.bases):
            start = base.start + scenes.shifts[place]
            line += self._text.count("\n", at, start)
            at = start
            known = self._known.get(id(base))
            if known is not None and known.is_sure and known.scene is not None:
                yield known.at(place, line)
                ids.add(known.scene.id)
            else:
                yield self._scene(scenes, place, line, ids)

    def _stand_apart(self, parts: list[_Begun | ReadScene], keys: list[str]) -> bool:
        """Whether no name stands twice; where one does, all scenes have a say in all names."""
        wanted = [place.key for part in parts if isinstance(part, _Begun) for place in part.shots]
        if keys != wanted:
            return False
        ids = [part.scene.id for part in parts if part.scene is not None]
        fresh = set(keys)
        return len(set(ids)) == len(ids) and not any(
            read.shot.key in fresh
            for part in parts
            if isinstance(part, ReadScene)
            for read in part.shots
        )

    def _scene(self, scenes: Sequence, place: int, line: int, ids: set[str]) -> _Begun:
        base = scenes.bases[place]
        node = resolved(scenes.children[place])
        findings = Findings(self._text, base.start + scenes.shifts[place])
        begun = _Begun(base, place, line, None, findings)
        if not isinstance(node, Mapping):
            findings.error(
                "document.want-mapping", node, field=f"scene {place + 1}", value=shown(node)
            )
            return begun
        scene_id = _id(node, ("id",), place, begun.faults)
        if scene_id in ids:
            begun.faults.append(("document.twin-scene", node.get("id") or node, scene_id))
            scene_id = free_key(scene_id, ids)
        ids.add(scene_id)
        part = take(node, ScenePart, findings, Owner(scene=scene_id), ("id", "shots"))
        begun.scene = Scene(
            id=scene_id,
            title=part.title or "",
            time=part.time or "",
            background=part.background or "",
            lighting=part.lighting or "",
            notes=part.notes or "",
            settings=settings_of(part),
            multi_shot=bool(part.multi_shot),
        )
        begun.shots.extend(self._places(begun, scene_id, node))
        return begun

    def _places(self, begun: _Begun, scene: str, node: Mapping) -> Iterator[_Place]:
        shots, findings = node.get("shots"), begun.findings
        if shots is None or (isinstance(shots, Scalar) and shots.value is None):
            return
        if not isinstance(shots, Sequence):
            params = {"field": "shots", "value": shown(shots)}
            findings.error("document.want-list", shots, scene=scene, **params)
            return
        ids: set[str] = set()
        for place, base in enumerate(shots.bases):
            line = findings.line_of(base.start + shots.shifts[place])
            named = self._place(shots, place, line, scene)
            if named is None:
                at = resolved(shots.children[place])
                params = {"field": f"shot {place + 1}", "value": shown(at)}
                findings.error("document.want-mapping", at, scene=scene, **params)
                continue
            if named.id in ids:
                named.faults.append(("document.twin-shot", _named(named, *IDS), named.id))
            ids.add(named.id)
            yield named

    def _place(self, shots: Sequence, place: int, line: int, scene: str) -> _Place | None:
        """The names of a shot; None where its entry is none."""
        known = self._shots.get(id(shots.bases[place]))
        if known is not None and known.shot.key == _wanted(known.written, scene, known.shot.id):
            key, shot_id = known.shot.key, known.shot.id
            return _Place(shots, place, line, shot_id, known.written, key, known=known)
        node = resolved(shots.children[place])
        if not isinstance(node, Mapping):
            return None
        faults: list[_Fault] = []
        shot_id = _id(node, IDS, place, faults)
        key_node = node.get("key")
        written = raw_text(key_node)
        if key_node is not None and written is not None and not is_safe(written):
            faults.append(("document.unsafe-key", key_node, show(written)))
            written = None
        key = _wanted(written, scene, shot_id)
        return _Place(shots, place, line, shot_id, written, key, faults)

    def _finish(self, begun: _Begun, keys: Iterator[str]) -> ReadScene:
        reads = tuple(self._shot(place, next(keys), begun.findings) for place in begun.shots)
        scene = begun.scene
        if scene is not None:
            scene = replace(scene, shots=tuple(read.shot for read in reads))
            _tell_scene(scene, begun)
        is_sure = scene is not None and not begun.faults and all(r.is_sure for r in reads)
        own = begun.findings.sorted()
        return ReadScene(begun.base, begun.place, scene, reads, own, begun.line, is_sure)

    def _shot(self, place: _Place, key: str, around: Findings) -> ReadShot:
        known, base = place.known, place.shots.bases[place.place]
        if known is not None and known.shot.key == key and not place.faults:
            return _shot_at(known, place.place, place.line)
        start = base.start + place.shots.shifts[place.place]
        findings = Findings(self._text, start, place.line)
        _tell_names(place, key, findings)
        shot = self._read_shot(place, key, findings)
        is_sure = key == place.key and not place.faults
        found = findings.sorted()
        return ReadShot(base, place.place, place.written, shot, found, place.line, is_sure)

    def _read_shot(self, place: _Place, key: str, findings: Findings) -> Shot:
        node = place.node
        skip = ("id", "shot_id", "key")
        part = ShotPart()
        if isinstance(node, Mapping):
            part = take(node, ShotPart, findings, Owner(shot=key), skip)
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
            start_at=part.start_at,
            end=part.end or None,
            panel_prompt=part.panel_prompt or "",
            still=part.still or None,
            take=part.take,
            panel=part.panel,
            trim=None if part.trim is None else Trim(part.trim.start, part.trim.end),
            transition=_transition(part),
            move=part.move,
            captions=tuple(
                Caption(each.text, each.start, each.end)
                for each in part.captions or ()
                if each.text
            ),
            clip_gain_db=_gain(part.clip_gain_db),
            locked=bool(part.locked),
            lines=lines_of(part),
            comments=comments_of(part),
            source=source_of(part),
        )


def _id(node: Mapping, names: tuple[str, ...], place: int, faults: list[_Fault]) -> str:
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


def _wanted(written: str | None, scene: str, shot: str) -> str:
    return written or natural_key(scene, shot)


def _settled(places: list[_Place]) -> list[str]:
    """The key of each shot; written keys come first, and a twin gets a mark."""
    taken: set[str] = set()
    keys: dict[int, str] = {}
    for number in sorted(range(len(places)), key=lambda n: places[n].written is None):
        keys[number] = key = free_key(places[number].key, taken)
        taken.add(key)
    return [keys[number] for number in range(len(places))]


def _named(place: _Place, *keys: str) -> Node:
    """The first of these values of a shot that is there, else the shot."""
    node = place.node
    found = (node.get(key) for key in keys) if isinstance(node, Mapping) else ()
    return next((value for value in found if value is not None), node)


def _tell_names(place: _Place, key: str, findings: Findings) -> None:
    """What is wrong with a shot's id and key."""
    if key != place.key and not any(code == "document.twin-shot" for code, *_ in place.faults):
        findings.error("document.twin-key", _named(place, "key"), shot=key, key=place.key)
    for code, node, value in place.faults:
        findings.error(code, node, shot=key, what="shot", value=value, limit=MAX_BYTES)


def _tell_scene(scene: Scene, begun: _Begun) -> None:
    """A fault of a scene stops all its shots."""
    for code, node, value in begun.faults:
        keys: list[str | None] = [shot.key for shot in scene.shots]
        for key in keys or [None]:
            begun.findings.error(
                code, node, shot=key, scene=scene.id, what="scene", value=value, limit=MAX_BYTES
            )


def _transition(part: ShotPart) -> Transition:
    if part.transition is None:
        return Transition()
    return Transition(part.transition.kind, part.transition.seconds)


def _gain(said: float | str | None) -> float | None:
    if said is None:
        return 0.0
    return None if isinstance(said, str) else said
