"""Is a take what the shot would be made as now? Told by the digest of the request."""

from __future__ import annotations

from topa_studio.base.errors import StudioError
from topa_studio.model.request import ClipRequest, Picture, digest
from topa_studio.model.scenario import Scenario
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.choice import chosen_panel
from topa_studio.pipeline.compose import Setup, clip_request, needs_panel
from topa_studio.pipeline.job import Kind


def current_digest(scenario: Scenario, key: str, setup: Setup, board: Board) -> str | None:
    """The digest of the request the shot would be made with; None where it cannot be told."""
    request = current_request(scenario, key, setup, board)
    return None if request is None else digest(request)


def current_request(scenario: Scenario, key: str, setup: Setup, board: Board) -> ClipRequest | None:
    """The request the shot would be made with; None where it cannot be told.

    A shot that starts from a picture file or the shot before is not told: those files may change.
    """
    shot = scenario.shot(key)
    try:
        start = None
        if needs_panel(scenario, key, setup):
            panel = chosen_panel(shot, board.entry(Kind.PANEL, key))
            if panel is None or not panel.sha256:
                return None
            start = Picture(panel.path, panel.sha256)
        elif shot.start not in (None, "none") or shot.end:
            return None
        return clip_request(scenario, key, setup, start)
    except StudioError:
        return None
