"""From nodes to the film: whatever can be read becomes the Scenario, the rest becomes problems."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Table
from dataclasses import dataclass, field

from topa_studio.base.yaml_tree import Mapping, Node, Scalar, Sequence, Tree, resolved
from topa_studio.document.edits import ElementTarget, FilmTarget, SceneTarget, ShotTarget, Target
from topa_studio.document.reading.findings import Findings, in_order
from topa_studio.document.reading.format import AudioPart, GlobalConfig, ScenarioPart
from topa_studio.document.reading.parts import Owner, shown, take
from topa_studio.document.reading.read_elements import ElementReader
from topa_studio.document.reading.read_scenes import ReadScene, SceneReader, settings_of
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.scenario import AudioTrack, Element, Ending, FilmConfig, Scenario

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """All of a film but its scenes, and what reading it found.

    `entries`: what it was read from. `spelling`: as elements write their names.
    """

    entries: tuple[tuple[Scalar, Node], ...] = ()
    film: FilmConfig = field(default_factory=FilmConfig)
    elements: tuple[Element, ...] = ()
    spelling: Table[str, str] = field(default_factory=dict)
    paths: Table[Target, Path] = field(default_factory=dict)
    nodes: Table[Target, Mapping] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


NO_HEAD = Head()


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says, and where each target's mapping stands in it.

    `own`: problems of the film as a whole; all others stand in its parts.
    """

    scenario: Scenario
    own: tuple[Problem, ...] = ()
    root: Mapping | None = None
    head: Head = NO_HEAD
    scenes: tuple[ReadScene, ...] = ()
    _scenes: dict[str, ReadScene] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        self._scenes.update((read.scene.id, read) for read in self.scenes if read.scene)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """All that reading found, in the order of the text."""
        inside = (problem for read in self.scenes for problem in read.problems)
        return in_order((*self.own, *self.head.problems, *inside))

    def path(self, target: Target) -> Path | None:
        """The keys and places that lead to a target from the root; None where it is not there."""
        match target:
            case ShotTarget(key=key) if self.scenario.has_shot(key):
                read = self._scenes[self.scenario.scene_of(key).id]
                place = read.place_of(key)
                return None if place is None else ("scenes", read.place, "shots", place)
            case SceneTarget(id=name) if name in self._scenes:
                return "scenes", self._scenes[name].place
            case FilmTarget() if self.root is not None:
                return ()
            case _:
                return self.head.paths.get(target)

    def node(self, target: Target) -> Mapping | None:
        """The mapping of a target; None where there is none."""
        path = self.path(target)
        if path is None or isinstance(target, ElementTarget):
            return self.head.nodes.get(target)
        node: Node | None = self.root
        for part in path:
            if isinstance(node, Mapping):
                node = node.get(str(part))
            elif isinstance(node, Sequence) and isinstance(part, int):
                node = resolved(node.children[part])
        return node if isinstance(node, Mapping) else None

    def targets(self) -> Iterator[tuple[Target, Path]]:
        """The film and everything in it, each with its path."""
        if self.root is not None:
            yield FilmTarget(), ()
        yield from self.head.paths.items()
        for read in self.scenes:
            if read.scene is not None:
                yield SceneTarget(read.scene.id), ("scenes", read.place)
        for read in self.scenes:
            for shot in read.shots:
                yield ShotTarget(shot.shot.key), ("scenes", read.place, "shots", shot.place)


EMPTY = Reading(Scenario())


def read(
    text: str, tree: Tree, film_name: str, ratio: str = "16:9", before: Reading = EMPTY
) -> Reading:
    """The film in a tree; `film_name` and `ratio` hold where the file gives none.

    `before`: as the film was read from a tree that shares nodes with this one.
    """
    root, findings = tree.root, Findings(text)
    if not isinstance(root, Mapping):
        code = "document.empty" if root is None else "document.not-a-mapping"
        findings.error(code, root)
        return Reading(Scenario(FilmConfig(title=film_name)), findings.sorted())
    head = _head(root, text, film_name, ratio, before.head)
    known = before.scenes if head.spelling == before.head.spelling else ()
    scenes = SceneReader(text, head.spelling, known).read(_list(root, "scenes", findings))
    found = tuple(read.scene for read in scenes if read.scene is not None)
    wrong = [*findings.sorted(), *head.problems, *(p for read in scenes for p in read.own)]
    if not found and not any(problem.severity is Severity.ERROR for problem in wrong):
        findings.tell(Severity.WARNING, "document.no-scenes", None, {})
    scenario = Scenario(head.film, head.elements, found)
    reading = Reading(scenario, (), root, head, scenes)
    _duplicates(tree, findings, reading)
    return Reading(scenario, findings.sorted(), root, head, scenes)


def _duplicates(tree: Tree, findings: Findings, reading: Reading) -> None:
    """Tell keys that stand twice, on the shot they stand in where there is one."""
    for twin in tree.duplicates:
        line = findings.line_of(twin.first)
        inside = (
            shot.key
            for shot in reading.scenario.shots()
            if (node := reading.node(ShotTarget(shot.key))) is not None
            and node.start <= twin.second < node.end
        )
        shot = next(inside, None)
        findings.error("document.duplicate-key", twin.second, shot=shot, key=twin.key, first=line)


def _list(root: Mapping, key: str, findings: Findings) -> Sequence | None:
    node = root.get(key)
    if node is None or isinstance(node, Sequence):
        return node
    if getattr(node, "value", "") is not None:
        findings.error("document.want-list", node, field=key, value=shown(node))
    return None


def _head(root: Mapping, text: str, film_name: str, ratio: str, before: Head) -> Head:
    """The head as it was before, where it is still made of the same nodes."""
    entries = tuple((key, value) for key, value in root.entries if key.text != "scenes")
    old = [node for entry in before.entries for node in entry]
    new = [node for entry in entries for node in entry]
    if old and len(old) == len(new) and all(a is b for a, b in zip(old, new, strict=True)):
        return before
    findings = Findings(text)
    film = _film(root, findings, film_name, ratio)
    reader = ElementReader(findings)
    reader.read(root.get("elements"))
    return Head(
        entries,
        film,
        tuple(reader.elements),
        reader.spelling,
        reader.paths,
        reader.nodes,
        findings.sorted(),
    )


def _film(root: Mapping, findings: Findings, film_name: str, ratio: str) -> FilmConfig:
    top = take(root, ScenarioPart, findings, Owner(), ("global_config", "elements", "scenes"))
    title = top.title or film_name
    node = root.get("global_config")
    if not isinstance(node, Mapping):
        if node is not None and getattr(node, "value", "") is not None:
            findings.error("document.want-mapping", node, field="global_config", value=shown(node))
        return FilmConfig(title=title, aspect_ratio=ratio)
    part = take(node, GlobalConfig, findings, Owner())
    tracks = tuple(_track(each) for each in part.audio or () if each.file)
    return FilmConfig(
        title=title,
        style_prefix=part.style_prefix or "",
        negative_prompt=part.negative_prompt or "",
        aspect_ratio=part.aspect_ratio if "aspect_ratio" in part.model_fields_set else ratio,
        settings=settings_of(part),
        budget_credits=part.budget_credits,
        fps=part.fps,
        audio=tracks,
        move=part.move,
        script=part.script or "",
        ending=Ending() if part.ending is None else Ending(part.ending.kind, part.ending.seconds),
    )


def _track(part: AudioPart) -> AudioTrack:
    return AudioTrack(
        file=part.file or "",
        start=part.start,
        gain_db=part.gain_db,
        fade_in=part.fade_in,
        fade_out=part.fade_out,
        kind=part.kind,
        begin=part.begin,
        end=part.end,
        shot=part.shot or None,
        mute=bool(part.mute),
        name=part.name or "",
    )
