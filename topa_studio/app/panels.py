"""What a press on panels draws: what is not to be seen yet, or one more of a shot."""

from __future__ import annotations

from topa_studio.app.session import ProjectSession
from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, Quote, ShotStatus, Stage
from topa_studio.model.wish import panels

_AT_REST = {Stage.NOT_MADE, Stage.FAILED, Stage.MISSING}


def without_panel(session: ProjectSession, scene_id: str | None = None) -> tuple[str, ...]:
    """Keys of shots without a panel or clip, of the film or one scene, in the film's order.

    Left out is what has no words yet or a mistake in them, is a picture of the user's own or
    accepted, and what runs or needs the user's answer.
    """
    scenes = session.film.scenes
    shots = (shot for scene in scenes if scene_id in (None, scene.id) for shot in scene.shots)
    return tuple(shot.key for shot in shots if _lacks_panel(shot, session.shot(shot.key)))


def another_panel(session: ProjectSession, key: str) -> Quote | None:
    """What a press for a panel of a shot would make, also where it has one; None: nothing."""
    if session.read_only or not session.film.has_shot(key):
        return None
    shot, stage = session.film.shot(key), session.shot(key).panel_stage
    if shot.still or shot.is_empty or stage in RUNNING | {Stage.NEEDS_YOU}:
        return None
    quote = session.quote(panels(key))
    return quote if quote.wishes else None


def _lacks_panel(shot: Shot, status: ShotStatus) -> bool:
    if shot.locked or shot.still or shot.is_empty or status.barred or status.mistake is not None:
        return False
    is_idle = status.stage not in RUNNING | {Stage.NEEDS_YOU} and status.panel_stage in _AT_REST
    return is_idle and status.panel is None and status.chosen is None
