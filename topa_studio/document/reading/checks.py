"""All problems of a film: what reading found, then each model's limits and the prompt rules."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from topa_studio.base.yaml_tree import Mapping, Node, Scalar
from topa_studio.catalogue.catalogue import DEFAULT_CLIP_MODEL, Catalogue
from topa_studio.catalogue.models import Limits
from topa_studio.document.edits import ElementTarget, SceneTarget, ShotTarget
from topa_studio.document.reading.element_rules import element_rules
from topa_studio.document.reading.findings import Findings, in_order, lower
from topa_studio.document.reading.kept import CODE, told_once
from topa_studio.document.reading.model_rules import ModelRules
from topa_studio.document.reading.parts import find
from topa_studio.document.reading.prompt_rules import Found
from topa_studio.document.reading.read import NO_HEAD, Head, Reading
from topa_studio.document.reading.read_scenes import ReadScene, ReadShot
from topa_studio.document.reading.rulings import Ruling, Rulings
from topa_studio.document.reading.suggest import near_name
from topa_studio.document.reading.time_rules import tell_times, tell_tracks
from topa_studio.model.mentions import mentions
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.scenario import Scene, Settings, Shot
from topa_studio.model.settings import in_force
from topa_studio.model.wire_names import wire_names

# What holds where no catalogue is given: the default model's limits.
_DEFAULT_LIMITS = Limits(mention_chars=37, elements=3)


@dataclass(frozen=True, slots=True)
class CheckedScene:
    """All problems of a scene, as it was read, in the order of the text."""

    read: ReadScene
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Checked:
    """All problems of a film. `head` is what every scene was checked with."""

    problems: tuple[Problem, ...] = ()
    head: Head = NO_HEAD
    scenes: tuple[CheckedScene, ...] = ()


def check(
    text: str,
    reading: Reading,
    catalogue: Catalogue | None,
    rulings: Rulings,
    defaults: Settings,
    before: Checked = Checked(),
) -> Checked:
    """Problems in the order of the text.

    `rulings`: what was told of the same film before, with the same catalogue. `defaults`: what
    holds where the film says nothing. `before`: how the film was checked, with the same of all.
    """
    checker = _Checker(text, reading, catalogue, rulings, defaults)
    head = reading.head
    is_same = (head.film, head.elements) == (before.head.film, before.head.elements)
    known = {id(found.read.base): found for found in before.scenes} if is_same else {}
    scenes = tuple(_scene(read, known.get(id(read.base)), checker) for read in reading.scenes)
    checker.keep(whole=not is_same)
    top = in_order((*reading.own, *head.problems, *checker.head()))
    return Checked(tuple(told_once(_joined(top, scenes))), head, scenes)


def _scene(read: ReadScene, known: CheckedScene | None, checker: _Checker) -> CheckedScene:
    """What is known of a scene that is read as it was, further up or down; else what is found."""
    if known is None or known.read.scene is not read.scene:
        return CheckedScene(read, checker.scene(read))
    if known.read is read:
        return known
    return CheckedScene(read, lower(known.problems, read.line - known.read.line))


def _joined(top: tuple[Problem, ...], scenes: tuple[CheckedScene, ...]) -> Iterator[Problem]:
    """Scenes stand one below the other, and what is of none of them above or below them all."""
    first = scenes[0].read.line if scenes else 0
    above = bisect_left(top, first, key=lambda problem: problem.line or 0)
    yield from top[:above]
    for scene in scenes:
        yield from scene.problems
    yield from top[above:]


class _Checker:
    """Runs the rules over one film."""

    def __init__(
        self,
        text: str,
        reading: Reading,
        catalogue: Catalogue | None,
        rulings: Rulings,
        defaults: Settings,
    ) -> None:
        self._text = text
        self._defaults = defaults
        self._reading = reading
        self._film = reading.scenario
        self._catalogue = catalogue
        self._elements = {element.name: element for element in self._film.elements}
        self._ruling = Ruling(rulings, self._film.film, self._elements)
        self._models = ModelRules(catalogue, self._film, defaults)
        self._findings = Findings(text)

    def keep(self, *, whole: bool) -> None:
        """Remember what was found. `whole`: every shot was asked about."""
        self._ruling.keep(whole=whole)

    def head(self) -> tuple[Problem, ...]:
        """Check the film's models and settings, and its elements."""
        self._findings = Findings(self._text)
        root = self._reading.root
        if root is not None:
            self._models.film(root, self._findings)
            tell_tracks(self._film, root, self._findings)
        wire = wire_names(self._elements)
        for element in self._film.elements:
            node = self._reading.node(ElementTarget(element.name))
            for found in element_rules(element, wire):
                self._tell(found, node, element=element.name)
        return self._findings.sorted()

    def scene(self, read: ReadScene) -> tuple[Problem, ...]:
        """Check a scene and its shots."""
        scene = read.scene
        node = self._reading.node(SceneTarget(scene.id)) if scene is not None else None
        if scene is None or node is None:
            return in_order(read.problems)
        self._findings = Findings(self._text, node.start, read.line)
        self._models.scene(scene, node, self._findings)
        if scene.multi_shot:
            self._kept(("multi_shot",), node, scene=scene.id)
        head, before = self._ruling.head(scene), None
        for place in read.shots:
            shot_node = self._reading.node(ShotTarget(place.shot.key))
            if shot_node is not None:
                self._shot(scene, head, place, before, shot_node)
            before = place.shot
        return in_order((*read.problems, *self._findings.sorted()))

    def _shot(
        self, scene: Scene, head: Scene, read: ReadShot, before: Shot | None, node: Mapping
    ) -> None:
        shot = read.shot
        settings = in_force(self._film, shot.key, self._defaults)
        limits = self._limits(settings.model)
        # A shot whose words could not be read is told about that alone.
        unread = {p.params.get(name) for p in read.problems for name in ("field", "meant")}
        for found in self._ruling.found(head, shot, before, limits, settings):
            if found.key not in unread:
                self._tell(found, node, shot=shot.key)
        self._models.shot(scene, shot, node, self._findings)
        self._unknown_elements(shot, node)
        tell_times(shot, before, node, self._findings)

    def _limits(self, model_id: str | None) -> Limits:
        model = self._catalogue.get(model_id or "") if self._catalogue else None
        if model is None and self._catalogue:
            model = self._catalogue.get(DEFAULT_CLIP_MODEL)
        return model.limits if model else _DEFAULT_LIMITS

    def _kept(self, path: tuple[str, ...], node: Mapping, *, scene: str | None = None) -> None:
        """A key that nothing acts on yet."""
        at = find(node, list(path))
        self._findings.tell(Severity.HINT, CODE, at, {"field": " ".join(path)}, scene=scene)

    def _unknown_elements(self, shot: Shot, node: Mapping | None) -> None:
        """K09: a name that no element has, where it is mentioned and where it is needed."""
        told: set[str] = set()
        for key, words in (("prompt", shot.prompt), ("panel_prompt", shot.panel_prompt)):
            for mention in mentions(words, self._elements):
                if mention.name not in self._elements and mention.name not in told:
                    told.add(mention.name)
                    self._unknown(mention.name, f"@{mention.name}", key, shot, node)
        for name in dict.fromkeys(shot.elements):
            if name not in self._elements and name not in told:
                self._unknown(name, name, "elements_needed", shot, node)

    def _unknown(self, name: str, mark: str, key: str, shot: Shot, node: Mapping | None) -> None:
        meant = near_name(name, self._elements)
        hint = f"; did you mean {meant}?" if meant else ""
        found = Found(Severity.ERROR, "unknown-element", {"name": name, "hint": hint}, mark, key)
        self._tell(found, node, shot=shot.key)

    def _tell(
        self,
        found: Found,
        node: Mapping | None,
        *,
        shot: str | None = None,
        element: str | None = None,
    ) -> None:
        at = self._place(node, found) if node is not None else None
        code = f"document.{found.code}"
        self._findings.tell(found.severity, code, at, found.params, shot=shot, element=element)

    def _place(self, node: Mapping, found: Found) -> Node | int:
        """The marked words, else the value they stand in, else the whole mapping."""
        value = node.get(found.key)
        if value is None:
            return node
        if found.mark:
            at = self._text.find(found.mark, value.start, value.end)
            if at >= 0:
                return at
        if isinstance(value, Scalar) and value.start == value.end:
            entry = node.entry(found.key)
            return entry[0] if entry else node
        return value
