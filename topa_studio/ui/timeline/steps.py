"""Where a key leads on the strip: from card to card, and through scenes that have none."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.ui.timeline.keys import Act
from topa_studio.ui.timeline.layout import Strip


@dataclass(frozen=True, slots=True)
class AtRow:
    """At the card of a row."""

    row: int


@dataclass(frozen=True, slots=True)
class AtScene:
    """At a scene as a whole: the only place in one without shots."""

    scene: int


Stop = AtRow | AtScene


def target_of(strip: Strip, act: Act, here: Stop | None, *, rows_only: bool) -> Stop | None:
    """Where `act` leads from `here` (None: from nowhere); None: it leads nowhere.

    `rows_only`: pass by scenes without shots, as they cannot be in a selection of shots.
    """
    if here is None or act is Act.FIRST:
        target = _beginning(strip, 0, 1, rows_only)
    elif act is Act.LAST:
        target = _end(strip, strip.scenes - 1, rows_only)
    elif act in (Act.SCENE_BACK, Act.SCENE_FORWARD):
        target = _scene_step(strip, act, here, rows_only)
    else:
        target = _step(strip, act, here, rows_only)
    if target is None and isinstance(here, AtRow):
        return here
    return target


def _step(strip: Strip, act: Act, here: Stop, rows_only: bool) -> Stop | None:
    forward = act is Act.FORWARD
    if isinstance(here, AtScene):
        rows = strip.rows_of(here.scene)
        if forward and rows:
            return AtRow(rows.start)
        scene = here.scene
    else:
        scene, row = strip.scene_of(here.row), here.row + (1 if forward else -1)
        if row in strip.rows_of(scene):
            return AtRow(row)
    if forward:
        return _beginning(strip, scene + 1, 1, rows_only)
    return _end(strip, scene - 1, rows_only)


def _scene_step(strip: Strip, act: Act, here: Stop, rows_only: bool) -> Stop | None:
    scene = here.scene if isinstance(here, AtScene) else strip.scene_of(here.row)
    if act is Act.SCENE_FORWARD:
        return _beginning(strip, scene + 1, 1, rows_only) or _end(strip, scene, rows_only)
    if isinstance(here, AtRow) and here.row > strip.rows_of(scene).start:
        return AtRow(strip.rows_of(scene).start)
    return _beginning(strip, scene - 1, -1, rows_only)


def _beginning(strip: Strip, scene: int, step: int, rows_only: bool) -> Stop | None:
    """The first card of this scene, or the scene itself; else of the next one in this direction."""
    while 0 <= scene < strip.scenes:
        rows = strip.rows_of(scene)
        if rows:
            return AtRow(rows.start)
        if not rows_only:
            return AtScene(scene)
        scene += step
    return None


def _end(strip: Strip, scene: int, rows_only: bool) -> Stop | None:
    """The last card of this scene, or the scene itself; else of the one before."""
    while 0 <= scene < strip.scenes:
        rows = strip.rows_of(scene)
        if rows:
            return AtRow(rows.stop - 1)
        if not rows_only:
            return AtScene(scene)
        scene -= 1
    return None
