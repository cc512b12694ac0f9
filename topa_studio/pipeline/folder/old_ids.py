"""The names that shots and scenes have in folders of programs which read ids as YAML 1.1 does."""

from __future__ import annotations

from collections.abc import Mapping

from topa_studio.base.yaml_1_1 import read_by_1_1
from topa_studio.model.scenario import Scenario


def old_keys(scenario: Scenario) -> Mapping[str, str]:
    """Older key -> the shot's key, where it is another one and no shot of the film has it.

    An id `01` was the number 1 there, `010` was 8, `1:30` was 90, `yes` was True.
    """
    found: dict[str, str] = {}
    for scene in scenario.scenes:
        for shot in scene.shots:
            if shot.key == f"{scene.id}__{shot.id}":
                old = f"{read_by_1_1(scene.id)}__{read_by_1_1(shot.id)}"
                if not scenario.has_shot(old):
                    found.setdefault(old, shot.key)
    return found


def old_scene_ids(scenario: Scenario) -> Mapping[str, str]:
    """The scene's id -> how it was read, where that differs and no scene of the film has it."""
    taken = {scene.id for scene in scenario.scenes}
    found: dict[str, str] = {}
    for scene in scenario.scenes:
        old = read_by_1_1(scene.id)
        if old not in taken:
            taken.add(old)
            found[scene.id] = old
    return found
