"""Models, modes and ratios that the film, a scene or a shot sets: known, and of the right kind."""

from __future__ import annotations

from collections.abc import Mapping as Table

from topa_studio.base.yaml_tree import Mapping, resolved
from topa_studio.catalogue.catalogue import DEFAULT_IMAGE_MODEL, Catalogue
from topa_studio.document.reading.findings import Findings
from topa_studio.document.reading.option_rules import option_faults
from topa_studio.document.reading.suggest import near_word
from topa_studio.model.options import Options, over
from topa_studio.model.problem import Severity
from topa_studio.model.scenario import Scenario, Scene, Settings, Shot
from topa_studio.model.settings import inherited

_DEFAULT_MODES = ("std", "pro", "4K")


class ModelRules:
    """Tell what is set but cannot be; a scene's and the film's faults stop all their shots."""

    def __init__(self, catalogue: Catalogue | None, film: Scenario, defaults: Settings) -> None:
        self._catalogue = catalogue
        self._film = film.film
        self._usual = inherited(film, None, defaults).model
        self._findings = Findings("")

    def film(self, root: Mapping, findings: Findings) -> None:
        """Check what the film sets."""
        self._findings, film, usual = findings, self._film, self._usual
        config = root.get("global_config")
        if isinstance(config, Mapping):
            self.settings(config, film.settings, usual, ())
            self.ratio(config, usual, film.aspect_ratio)
            makers = (usual, film.settings.image_model or DEFAULT_IMAGE_MODEL)
            self.options(config, film.settings.options, (), makers, ())

    def scene(self, scene: Scene, node: Mapping, findings: Findings) -> None:
        """Check what a scene sets."""
        self._findings = findings
        keys = tuple(shot.key for shot in scene.shots)
        model = scene.settings.model or self._usual
        self.settings(node, scene.settings, model, keys, scene.id)
        self.options(node, scene.settings.options, (), (model,), keys, scene.id)

    def shot(self, scene: Scene, shot: Shot, node: Mapping, findings: Findings) -> None:
        """Check what a shot sets."""
        self._findings, own = findings, shot.settings
        model = own.model or scene.settings.model or self._usual
        above = over(scene.settings.options, self._film.settings.options)
        self.settings(node, own, model, (shot.key,))
        from_above = above if own.model or scene.settings.model else ()
        self.options(node, own.options, from_above, (model,), (shot.key,))

    def settings(
        self,
        node: Mapping,
        own: Settings,
        model_id: str | None,
        shots: tuple[str, ...],
        scene: str | None = None,
    ) -> None:
        """Check the models and `mode` of one mapping; `model_id` is the one that holds there."""
        self.model(node, "model", own.model, "clip", shots, scene)
        self.model(node, "image_model", own.image_model, "image", shots, scene)
        if own.mode is None:
            return
        model = self._catalogue.get(model_id or "") if self._catalogue else None
        modes = tuple(model.modes) if model else _DEFAULT_MODES
        if own.mode not in modes:
            name = model.title if model else "this film"
            params = {"choices": _or(modes), "value": own.mode, "model": name}
            self._tell(Severity.ERROR, "document.mode", node, "mode", shots, params, scene)
        elif own.mode == "4K":
            self._tell(Severity.HINT, "document.K37", node, "mode", shots[:1], {})

    def options(
        self,
        node: Mapping,
        own: Options,
        inherited: Options,
        models: tuple[str | None, ...],
        shots: tuple[str, ...],
        scene: str | None = None,
    ) -> None:
        """Check the options of one mapping against those of its models."""
        if self._catalogue is None or not (own or inherited):
            return
        holder = node.get("options")
        inside = resolved(holder) if holder is not None else node
        at = inside if isinstance(inside, Mapping) else node
        is_shot = scene is None and bool(shots)
        ids = tuple(filter(None, models))
        for fault in option_faults(own, inherited, self._catalogue, ids, is_shot=is_shot):
            self._tell(fault.severity, fault.code, at, fault.name, shots, fault.params, scene)

    def model(
        self,
        node: Mapping,
        key: str,
        value: str | None,
        kind: str,
        shots: tuple[str, ...],
        scene: str | None = None,
    ) -> None:
        """Check that a model is known and makes what is wanted."""
        if value is None or self._catalogue is None:
            return
        found = self._catalogue.get(value)
        if found is None:
            meant = near_word(value, self._catalogue.ids())
            params = {"value": value, "hint": f"; did you mean {meant}?" if meant else ""}
            self._tell(Severity.ERROR, "document.unknown-model", node, key, shots, params, scene)
        elif found.kind != kind:
            params = {"value": value, "kind": "clips" if kind == "clip" else "pictures"}
            self._tell(Severity.ERROR, "document.model-kind", node, key, shots, params, scene)

    def ratio(self, node: Mapping, model_id: str | None, value: str) -> None:
        """Check the film's ratio against what the film's model makes."""
        model = self._catalogue.get(model_id or "") if self._catalogue else None
        if model is not None and value not in model.limits.ratios:
            choices = _or(model.limits.ratios)
            params = {"model": model.title, "value": value, "choices": choices}
            self._tell(Severity.ERROR, "document.ratio", node, "aspect_ratio", (), params)

    def _tell(
        self,
        severity: Severity,
        code: str,
        node: Mapping,
        key: str,
        shots: tuple[str, ...],
        params: Table[str, object],
        scene: str | None = None,
    ) -> None:
        at = node.get(key) or node
        for shot in shots or (None,):
            self._findings.tell(severity, code, at, params, shot=shot, scene=scene)


def _or(words: tuple[str, ...]) -> str:
    return " or ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)
