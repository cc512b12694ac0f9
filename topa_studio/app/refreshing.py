"""Which shots a press on "refresh" makes again: what their takes were made with has changed."""

from __future__ import annotations

from topa_studio.app.making.standing import is_stale
from topa_studio.app.session import ProjectSession


def out_of_date(session: ProjectSession, scene_id: str | None = None) -> tuple[str, ...]:
    """Keys of shots that are out of date, of the film or one scene, in the film's order.

    What runs is left out, and what is accepted or needs the user's answer.
    """
    scenes = session.film.scenes
    shots = (shot for scene in scenes if scene_id in (None, scene.id) for shot in scene.shots)
    return tuple(shot.key for shot in shots if is_stale(shot, session.shot(shot.key)))
