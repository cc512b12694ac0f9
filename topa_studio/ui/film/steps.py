"""Where a key leads: from card to card, and through scenes that have none."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.ui.film.keys import Act
from topa_studio.ui.film.place import Plan


@dataclass(frozen=True, slots=True)
class AtRow:
    """At the card of a row."""

    row: int


@dataclass(frozen=True, slots=True)
class AtScene:
    """At a scene as a whole: the only place in one without shots."""

    scene: int


Stop = AtRow | AtScene


def target_of(plan: Plan, act: Act, here: Stop | None, *, rows_only: bool) -> Stop | None:
    """Where `act` leads from `here` (None: from nowhere); None: it leads nowhere.

    `rows_only`: pass by scenes without shots, as they cannot be in a selection of shots.
    """
    if act is Act.LAST:
        target = _end(plan, plan.scenes - 1, rows_only)
    elif here is None or act is Act.FIRST:
        target = _beginning(plan, 0, 1, rows_only)
    elif act in (Act.SCENE_BACK, Act.SCENE_FORWARD):
        target = _scene_step(plan, act, here, rows_only)
    else:
        target = _step(plan, act, here, rows_only)
    if target is None and isinstance(here, AtRow):
        return here
    return target


def _step(plan: Plan, act: Act, here: Stop, rows_only: bool) -> Stop | None:
    forward = act is Act.FORWARD
    if isinstance(here, AtScene):
        rows = plan.rows_of(here.scene)
        if forward and rows:
            return AtRow(rows.start)
        scene = here.scene
    else:
        scene, row = plan.scene_of(here.row), here.row + (1 if forward else -1)
        if row in plan.rows_of(scene):
            return AtRow(row)
    if forward:
        return _beginning(plan, scene + 1, 1, rows_only)
    return _end(plan, scene - 1, rows_only)


def _scene_step(plan: Plan, act: Act, here: Stop, rows_only: bool) -> Stop | None:
    scene = here.scene if isinstance(here, AtScene) else plan.scene_of(here.row)
    if act is Act.SCENE_FORWARD:
        return _beginning(plan, scene + 1, 1, rows_only) or _end(plan, scene, rows_only)
    if isinstance(here, AtRow) and here.row > plan.rows_of(scene).start:
        return AtRow(plan.rows_of(scene).start)
    return _beginning(plan, scene - 1, -1, rows_only)


def _beginning(plan: Plan, scene: int, step: int, rows_only: bool) -> Stop | None:
    """The first card of this scene, or the scene itself; else of the next one in this direction."""
    while 0 <= scene < plan.scenes:
        rows = plan.rows_of(scene)
        if rows:
            return AtRow(rows.start)
        if not rows_only:
            return AtScene(scene)
        scene += step
    return None


def _end(plan: Plan, scene: int, rows_only: bool) -> Stop | None:
    """The last card of this scene, or the scene itself; else of the one before."""
    while 0 <= scene < plan.scenes:
        rows = plan.rows_of(scene)
        if rows:
            return AtRow(rows.stop - 1)
        if not rows_only:
            return AtScene(scene)
        scene -= 1
    return None
