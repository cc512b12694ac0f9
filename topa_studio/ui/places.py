"""Where in the film an act takes place, by what is selected: pure, and the same for every act."""

from __future__ import annotations

from collections.abc import Collection

from topa_studio.model.scenario import Scenario
from topa_studio.ui.selection import Selection


def in_order(film: Scenario, keys: Collection[str]) -> tuple[str, ...]:
    """These shots in the film's order, without those that are not in it."""
    wanted = {key for key in keys if film.has_shot(key)}
    if len(wanted) < 2:
        return tuple(wanted)  # as with each press of an arrow key: no reason to go through a film
    return tuple(shot.key for shot in film.shots() if shot.key in wanted)


def scene_in_hand(film: Scenario, selection: Selection) -> str | None:
    """The selected scene, or that of the selected shot."""
    if selection.scene is not None and any(s.id == selection.scene for s in film.scenes):
        return selection.scene
    keys = in_order(film, selection.shots)
    return film.scene_of(keys[-1]).id if keys else None


def place_for_new(
    film: Scenario, selection: Selection, scene_id: str | None = None
) -> tuple[str, int] | None:
    """Scene and index of a new shot: behind the selected one, else at the end of a scene.

    `scene_id`: the end of this one. None: the film has no scene.
    """
    keys = in_order(film, selection.shots)
    if scene_id is None and keys:
        scene = film.scene_of(keys[-1])
        return scene.id, [shot.key for shot in scene.shots].index(keys[-1]) + 1
    wanted = scene_id or selection.scene
    scenes = [s for s in film.scenes if s.id == wanted] or list(film.scenes[-1:])
    return (scenes[0].id, len(scenes[0].shots)) if scenes else None


def neighbour(film: Scenario, keys: Collection[str]) -> str | None:
    """The shot that is selected after these have gone: the next one, else the one before."""
    order = [shot.key for shot in film.shots()]
    gone = frozenset(keys)
    last = max(place for place, key in enumerate(order) if key in gone)
    behind = [key for key in order[last:] if key not in gone]
    before = [key for key in order[:last] if key not in gone]
    return behind[0] if behind else (before[-1] if before else None)


def next_of(film: Scenario, key: str) -> str | None:
    """The shot right behind this one in its scene."""
    keys = [shot.key for shot in film.scene_of(key).shots]
    place = keys.index(key) + 1
    return keys[place] if place < len(keys) else None
