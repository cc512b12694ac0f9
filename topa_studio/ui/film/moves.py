"""A drop or a key press as edits of the document: pure, each list of edits is one undo step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from topa_studio.document.edits import MoveScene, MoveShot
from topa_studio.model.scenario import Scenario, Scene


def moves_to(
    scenario: Scenario, keys: Iterable[str], scene: int, index: int
) -> tuple[MoveShot, ...]:
    """Put the shots of `keys` (kept in the film's order) before shot `index` of scene `scene`.

    `scene` and `index` count from 0 in the film as it is, moved shots included. Edits that would
    change nothing are left out, so the result may be empty.
    """
    wanted = frozenset(keys)
    moved = [shot.key for shot in scenario.shots() if shot.key in wanted]
    lists = {s.id: [shot.key for shot in s.shots] for s in scenario.scenes}
    home = {key: s.id for s in scenario.scenes for key in lists[s.id] if key in wanted}
    target = scenario.scenes[scene].id
    before = [key for key in lists[target][:index] if key not in wanted]
    anchor = before[-1] if before else None
    edits: list[MoveShot] = []
    for key in moved:
        source = lists[home[key]]
        old = source.index(key)
        source.remove(key)
        place = lists[target].index(anchor) + 1 if anchor is not None else 0
        lists[target].insert(place, key)
        if home[key] != target or place != old:
            edits.append(MoveShot(key, target, place))
        anchor = key
    return tuple(edits)


def moves_by_one(scenario: Scenario, keys: Iterable[str], step: int) -> tuple[MoveShot, ...]:
    """Put the shots one place earlier (`step` -1) or later (1), over the borders of scenes."""
    wanted = frozenset(keys)
    places = [
        (scene, index)
        for scene, owner in enumerate(scenario.scenes)
        for index, shot in enumerate(owner.shots)
        if shot.key in wanted
    ]
    if not places:
        return ()
    scene, index = places[0] if step < 0 else places[-1]
    if step < 0:
        if index > 0:
            return moves_to(scenario, wanted, scene, index - 1)
        if scene == 0:
            return ()
        return moves_to(scenario, wanted, scene - 1, len(scenario.scenes[scene - 1].shots))
    if index + 1 < len(scenario.scenes[scene].shots):
        return moves_to(scenario, wanted, scene, index + 2)
    if scene + 1 == len(scenario.scenes):
        return ()
    return moves_to(scenario, wanted, scene + 1, 0)


def moves_by_scene(scenario: Scenario, keys: Iterable[str], step: int) -> tuple[MoveShot, ...]:
    """Put the shots at the end of the scene before (`step` -1), or the start of the next (1)."""
    wanted = frozenset(keys)
    homes = [at for at, s in enumerate(scenario.scenes) if any(x.key in wanted for x in s.shots)]
    if not homes:
        return ()
    scene = (homes[0] if step < 0 else homes[-1]) + step
    if not 0 <= scene < len(scenario.scenes):
        return ()
    return moves_to(scenario, wanted, scene, len(scenario.scenes[scene].shots) if step < 0 else 0)


def moves_to_end(scenario: Scenario, keys: Iterable[str], step: int) -> tuple[MoveShot, ...]:
    """Put the shots at the very start (`step` -1) or the very end (1) of the film."""
    if not scenario.scenes:
        return ()
    if step < 0:
        return moves_to(scenario, keys, 0, 0)
    last = len(scenario.scenes) - 1
    return moves_to(scenario, keys, last, len(scenario.scenes[last].shots))


def scene_moves_to(scenario: Scenario, scene_id: str, index: int) -> tuple[MoveScene, ...]:
    """Put a scene before scene number `index` (from 0, the moved one counted)."""
    old = next(i for i, scene in enumerate(scenario.scenes) if scene.id == scene_id)
    place = index - 1 if index > old else index
    return () if place == old else (MoveScene(scene_id, place),)


def place_in_film(
    film: Scenario, shown: Sequence[Scene], scene: int, index: int
) -> tuple[int, int]:
    """Scene and place in the film of a place among the shots that are shown.

    It is right behind the shown one on its left: what is hidden between the two stays behind it.
    """
    target = shown[scene]
    at = [each.id for each in film.scenes].index(target.id)
    keys = [shot.key for shot in film.scenes[at].shots]
    if index:
        return at, keys.index(target.shots[index - 1].key) + 1
    return at, keys.index(target.shots[0].key) if target.shots else 0


def scene_place_in_film(film: Scenario, shown: Sequence[Scene], index: int) -> int:
    """The place in the film of a place among the scenes that are shown."""
    ids = [each.id for each in film.scenes]
    return ids.index(shown[index].id) if index < len(shown) else ids.index(shown[-1].id) + 1
