"""What differs between two states of the film, by permanent names."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.model.scenario import Scenario, Scene


def touched_shots(before: Scenario, after: Scenario) -> frozenset[str]:
    """Keys of shots that differ, came, went, or changed their scene."""
    old, new = _shots(before), _shots(after)
    return frozenset(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))


def _shots(scenario: Scenario) -> dict[str, object]:
    return {shot.key: (scene.id, shot) for scene in scenario.scenes for shot in scene.shots}


def touched_scenes(before: Scenario, after: Scenario) -> frozenset[str]:
    """Ids of scenes that differ in themselves, in the order of their shots, or in their place."""
    old, new = _scenes(before), _scenes(after)
    return frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def _scenes(scenario: Scenario) -> dict[str, object]:
    return {scene.id: (place, _outline(scene)) for place, scene in enumerate(scenario.scenes)}


def _outline(scene: Scene) -> object:
    return replace(scene, shots=()), tuple(shot.key for shot in scene.shots)


def touched_elements(before: Scenario, after: Scenario) -> frozenset[str]:
    """Names of elements that differ, came, went, or changed their place."""
    old = {element.name: (place, element) for place, element in enumerate(before.elements)}
    new = {element.name: (place, element) for place, element in enumerate(after.elements)}
    return frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
