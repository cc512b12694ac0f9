"""Which shots an edit gives another request: what else stays in the film is not asked again."""

from __future__ import annotations

from collections.abc import Mapping, Set
from dataclasses import replace
from itertools import pairwise

from topa_studio.document.document import DocumentChange
from topa_studio.model.scenario import NEXT, FilmConfig, Scenario, Scene
from topa_studio.pipeline.compose import needed_elements


def remade(change: DocumentChange) -> frozenset[str] | None:
    """Keys of shots that may be made with something else now; None: any of them."""
    before, after = change.before, change.after
    if change.film and _sent(before.film) != _sent(after.film):
        return None
    if change.elements and before.names != after.names:
        # Words may mention an element that was none before.
        return None
    keys = change.shots | needing(after, change.elements) | _beside_others(change)
    scenes = (scene for scene in after.scenes if scene.id in change.scenes)
    return keys | {
        shot.key
        for scene in scenes
        for shot in scene.shots
        if before.has_shot(shot.key) and _place(before.scene_of(shot.key)) != _place(scene)
    }


def needing(film: Scenario, names: Set[str]) -> frozenset[str]:
    """Keys of shots that need or mention one of these elements."""
    if not names:
        return frozenset()
    return frozenset(
        shot.key
        for shot in film.shots()
        if any(element.name in names for element in needed_elements(film, shot))
    )


def following(film: Scenario) -> Mapping[str, str]:
    """Keys of the shots that start from the end of the one before, each with that one's key."""
    shots = film.shots()
    pairs = pairwise(shots)
    return {shot.key: before.key for before, shot in pairs if shot.start == "previous"}


def leading(film: Scenario) -> Mapping[str, str]:
    """Keys of the shots that end with the panel of the next one, each with that one's key."""
    return {shot.key: behind.key for shot, behind in pairwise(film.shots()) if shot.end == NEXT}


def _beside_others(change: DocumentChange) -> frozenset[str]:
    """Keys of shots that start or end with a picture of the one beside them, another one now."""
    paced = change.before.film.fps != change.after.film.fps
    found: set[str] = set()
    for beside, by_rate in ((following, paced), (leading, False)):
        now = beside(change.after)
        then = beside(change.before) if now else {}
        found |= {
            key
            for key, other in now.items()
            if by_rate or other in change.shots or then.get(key) != other
        }
    return frozenset(found)


def _sent(film: FilmConfig) -> FilmConfig:
    """Without what no request says."""
    return replace(film, title="", budget_credits=None, fps=24, audio=())


def _place(scene: Scene) -> Scene:
    return replace(scene, title="", time="", notes="", shots=())
