"""What differs between two states of the film, by permanent names; what both share is no work."""

from __future__ import annotations

from dataclasses import replace

from topa_studio.model.scenario import Scenario, Scene


def touched_shots(before: Scenario, after: Scenario) -> frozenset[str]:
    """Keys of shots that differ, came, went, or changed their scene."""
    old, new = _shots(before, after), _shots(after, before)
    return frozenset(key for key in old.keys() | new.keys() if old.get(key) != new.get(key))


def _shots(film: Scenario, other: Scenario) -> dict[str, object]:
    """The shots of scenes that the other film does not have just so."""
    shared = {id(scene) for scene in other.scenes}
    own = (scene for scene in film.scenes if id(scene) not in shared)
    return {shot.key: (scene.id, shot) for scene in own for shot in scene.shots}


def touched_scenes(before: Scenario, after: Scenario) -> frozenset[str]:
    """Ids of scenes that differ in themselves, in the order of their shots, or in their place."""
    old, new = _scenes(before), _scenes(after)
    return frozenset(
        name for name in old.keys() | new.keys() if not _is_same(old.get(name), new.get(name))
    )


def _scenes(film: Scenario) -> dict[str, tuple[int, Scene]]:
    return {scene.id: (place, scene) for place, scene in enumerate(film.scenes)}


def _is_same(old: tuple[int, Scene] | None, new: tuple[int, Scene] | None) -> bool:
    if old is None or new is None or old[0] != new[0]:
        return False
    return old[1] is new[1] or _outline(old[1]) == _outline(new[1])


def _outline(scene: Scene) -> object:
    return replace(scene, shots=()), tuple(shot.key for shot in scene.shots)


def touched_elements(before: Scenario, after: Scenario) -> frozenset[str]:
    """Names of elements that differ, came, went, or changed their place."""
    old = {element.name: (place, element) for place, element in enumerate(before.elements)}
    new = {element.name: (place, element) for place, element in enumerate(after.elements)}
    return frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))
