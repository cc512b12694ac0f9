"""All problems of a film: what reading found, then each model's limits and the prompt rules."""

from __future__ import annotations

from topa_studio.base.yaml_tree import Mapping, Node, Scalar
from topa_studio.catalogue.catalogue import DEFAULT_CLIP_MODEL, Catalogue
from topa_studio.catalogue.models import Limits
from topa_studio.document.edits import ElementTarget, SceneTarget, ShotTarget
from topa_studio.document.reading.element_rules import element_rules
from topa_studio.document.reading.findings import Findings
from topa_studio.document.reading.kept import CODE, kept_keys, told_once
from topa_studio.document.reading.model_rules import check_models
from topa_studio.document.reading.parts import find
from topa_studio.document.reading.prompt_rules import Found
from topa_studio.document.reading.read import Reading
from topa_studio.document.reading.rulings import Ruling, Rulings
from topa_studio.document.reading.suggest import near_name
from topa_studio.model.mentions import mentions
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.scenario import Scene, Settings, Shot
from topa_studio.model.settings import in_force
from topa_studio.model.wire_names import wire_names

# What holds where no catalogue is given: the default model's limits.
_DEFAULT_LIMITS = Limits(mention_chars=37, elements=3)


def check(
    text: str,
    reading: Reading,
    catalogue: Catalogue | None,
    rulings: Rulings,
    defaults: Settings,
) -> tuple[Problem, ...]:
    """Problems in the order of the text.

    `rulings`: what was told of the same film before, with the same catalogue. `defaults`: what
    holds where the film says nothing.
    """
    findings = Findings(text)
    checker = _Checker(reading, findings, catalogue, rulings, defaults)
    checker.run()
    found = [*reading.problems, *findings.sorted()]
    return tuple(told_once(sorted(found, key=lambda p: (p.line or 0, p.column or 0))))


class _Checker:
    """Runs the rules over one film."""

    def __init__(
        self,
        reading: Reading,
        findings: Findings,
        catalogue: Catalogue | None,
        rulings: Rulings,
        defaults: Settings,
    ) -> None:
        self._defaults = defaults
        self._reading = reading
        self._film = reading.scenario
        self._findings = findings
        self._catalogue = catalogue
        self._elements = {element.name: element for element in self._film.elements}
        self._ruling = Ruling(rulings, self._film.film, self._elements)
        # A shot whose words could not be read is told about that alone.
        self._unread = {
            (p.shot, p.params.get("field")) for p in reading.problems if "field" in p.params
        } | {(p.shot, p.params.get("meant")) for p in reading.problems if "meant" in p.params}

    def run(self) -> None:
        """Check models, elements, scenes and shots."""
        check_models(self._reading, self._findings, self._catalogue, self._defaults)
        wire = wire_names(self._elements)
        for element in self._film.elements:
            node = self._reading.nodes.get(ElementTarget(element.name))
            for found in element_rules(element, wire):
                self._tell(found, node, element=element.name)
        for scene in self._film.scenes:
            self._scene(scene)
        self._kept()
        self._ruling.keep()

    def _scene(self, scene: Scene) -> None:
        before: Shot | None = None
        head = self._ruling.head(scene)
        for shot in scene.shots:
            settings = in_force(self._film, shot.key, self._defaults)
            limits = self._limits(settings.model)
            node = self._reading.nodes.get(ShotTarget(shot.key))
            for found in self._ruling.found(head, shot, before, limits, settings):
                if (shot.key, found.key) not in self._unread:
                    self._tell(found, node, shot=shot.key)
            self._unknown_elements(shot, node)
            before = shot

    def _limits(self, model_id: str | None) -> Limits:
        model = self._catalogue.get(model_id or "") if self._catalogue else None
        if model is None and self._catalogue:
            model = self._catalogue.get(DEFAULT_CLIP_MODEL)
        return model.limits if model else _DEFAULT_LIMITS

    def _kept(self) -> None:
        """Keys that nothing acts on yet, each where it stands first."""
        for path, target in kept_keys(self._film):
            node = self._reading.nodes.get(target)
            at = None if node is None else find(node, list(path))
            shot = target.key if isinstance(target, ShotTarget) else None
            scene = target.id if isinstance(target, SceneTarget) else None
            field = " ".join(path).removeprefix("global_config ")
            self._findings.tell(Severity.HINT, CODE, at, {"field": field}, shot=shot, scene=scene)

    def _unknown_elements(self, shot: Shot, node: Mapping | None) -> None:
        """K09: a name that no element has, where it is mentioned and where it is needed."""
        told: set[str] = set()
        for mention in mentions(shot.prompt, self._elements):
            if mention.name not in self._elements and mention.name not in told:
                told.add(mention.name)
                self._unknown(mention.name, f"@{mention.name}", "prompt", shot, node)
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
            at = self._findings.text.find(found.mark, value.start, value.end)
            if at >= 0:
                return at
        if isinstance(value, Scalar) and value.start == value.end:
            entry = node.entry(found.key)
            return entry[0] if entry else node
        return value
