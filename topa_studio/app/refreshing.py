"""Which shots a press on "refresh" makes again: what their takes were made with has changed."""

from __future__ import annotations

from topa_studio.app.session import ProjectSession
from topa_studio.model.status import RUNNING, Stage


def out_of_date(session: ProjectSession, scene_id: str | None = None) -> tuple[str, ...]:
    """Keys of shots that are out of date, of the film or one scene, in the film's order.

    What runs is left out, and what is accepted or needs the user's answer.
    """
    found = []
    for scene in session.film.scenes:
        for shot in scene.shots if scene_id in (None, scene.id) else ():
            status = session.shot(shot.key)
            at_rest = status.stage not in RUNNING | {Stage.NEEDS_YOU}
            if status.out_of_date and at_rest and not shot.locked:
                found.append(shot.key)
    return tuple(found)
