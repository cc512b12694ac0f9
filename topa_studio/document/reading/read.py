"""From nodes to the film: whatever can be read becomes the Scenario, the rest becomes problems."""

from __future__ import annotations

from collections.abc import Mapping as Table
from dataclasses import dataclass

from topa_studio.base.yaml_tree import Mapping, Sequence, Tree
from topa_studio.document.edits import FilmTarget, ShotTarget, Target
from topa_studio.document.reading.findings import Findings
from topa_studio.document.reading.format import GlobalConfig, ScenarioPart
from topa_studio.document.reading.parts import Owner, shown, take
from topa_studio.document.reading.read_elements import ElementReader
from topa_studio.document.reading.read_scenes import SceneReader, settings_of
from topa_studio.model.problem import Problem, Severity
from topa_studio.model.scenario import AudioTrack, FilmConfig, Scenario

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says. `paths` tell where each target's mapping stands, from the root."""

    scenario: Scenario
    problems: tuple[Problem, ...]
    paths: Table[Target, Path]
    nodes: Table[Target, Mapping]


EMPTY = Reading(Scenario(), (), {}, {})


def read(tree: Tree, findings: Findings, film_name: str, ratio: str = "16:9") -> Reading:
    """The film in a tree; `film_name` and `ratio` hold where the file gives none."""
    root = tree.root
    if root is None:
        findings.error("document.empty", None)
        return Reading(Scenario(FilmConfig(title=film_name)), findings.sorted(), {}, {})
    if not isinstance(root, Mapping):
        findings.error("document.not-a-mapping", root)
        return Reading(Scenario(FilmConfig(title=film_name)), findings.sorted(), {}, {})
    film = _film(root, findings, film_name, ratio)
    elements = ElementReader(findings)
    elements.read(root.get("elements"))
    scenes = SceneReader(findings, elements.spelling)
    scenes.read(_list(root, "scenes", findings))
    if not scenes.scenes and not any(p.severity is Severity.ERROR for p in findings.sorted()):
        findings.tell(Severity.WARNING, "document.no-scenes", None, {})
    _duplicates(tree, findings, scenes.nodes)
    paths = {FilmTarget(): (), **elements.paths, **scenes.paths}
    nodes: dict[Target, Mapping] = {FilmTarget(): root, **elements.nodes, **scenes.nodes}
    scenario = Scenario(film, tuple(elements.elements), tuple(scenes.scenes))
    return Reading(scenario, findings.sorted(), paths, nodes)


def _duplicates(tree: Tree, findings: Findings, nodes: Table[Target, Mapping]) -> None:
    """Tell keys that stand twice, on the shot they stand in where there is one."""
    for twin in tree.duplicates:
        line = findings.text.count("\n", 0, twin.first) + 1
        inside = (
            target.key
            for target, node in nodes.items()
            if isinstance(target, ShotTarget) and node.start <= twin.second < node.end
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


def _film(root: Mapping, findings: Findings, film_name: str, ratio: str) -> FilmConfig:
    top = take(root, ScenarioPart, findings, Owner(), ("global_config", "elements", "scenes"))
    title = top.title or film_name
    node = root.get("global_config")
    if not isinstance(node, Mapping):
        if node is not None and getattr(node, "value", "") is not None:
            findings.error("document.want-mapping", node, field="global_config", value=shown(node))
        return FilmConfig(title=title, aspect_ratio=ratio)
    part = take(node, GlobalConfig, findings, Owner())
    tracks = tuple(
        AudioTrack(a.file, a.start, a.gain_db, a.fade_in, a.fade_out, a.kind)
        for a in part.audio or ()
        if a.file
    )
    return FilmConfig(
        title=title,
        style_prefix=part.style_prefix or "",
        negative_prompt=part.negative_prompt or "",
        aspect_ratio=part.aspect_ratio if "aspect_ratio" in part.model_fields_set else ratio,
        image_model=part.image_model or None,
        settings=settings_of(part),
        budget_credits=part.budget_credits,
        fps=part.fps,
        audio=tracks,
    )
