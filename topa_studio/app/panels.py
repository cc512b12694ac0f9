"""Which shots a press on panels draws: those of which nothing is to be seen yet."""

from __future__ import annotations

from topa_studio.app.session import ProjectSession
from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, ShotStatus, Stage

_AT_REST = {Stage.NOT_MADE, Stage.FAILED, Stage.MISSING}


def without_panel(session: ProjectSession, scene_id: str | None = None) -> tuple[str, ...]:
    """Keys of shots without a panel or clip, of the film or one scene, in the film's order.

    Left out is what has no words yet or a mistake in them, is a picture of the user's own or
    accepted, and what runs or needs the user's answer.
    """
    scenes = session.film.scenes
    shots = (shot for scene in scenes if scene_id in (None, scene.id) for shot in scene.shots)
    return tuple(shot.key for shot in shots if _lacks_panel(shot, session.shot(shot.key)))


def _lacks_panel(shot: Shot, status: ShotStatus) -> bool:
    if shot.locked or shot.still or shot.is_empty or status.barred or status.mistake is not None:
        return False
    is_idle = status.stage not in RUNNING | {Stage.NEEDS_YOU} and status.panel_stage in _AT_REST
    return is_idle and status.panel is None and status.chosen is None
