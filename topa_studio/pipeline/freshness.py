"""Is a take what the shot would be made as now? Told by the digest of the request."""

from __future__ import annotations

from topa_studio.base.errors import StudioError
from topa_studio.model.request import ClipRequest, Picture, digest
from topa_studio.model.scenario import Scenario
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.choice import chosen_panel
from topa_studio.pipeline.compose import Setup, clip_request, needs_panel, panel_digests
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
            start = _panel(scenario, key, setup, board)
            if start is None:
                return None
        elif shot.start not in (None, "none") or shot.end:
            return None
        return clip_request(scenario, key, setup, start)
    except StudioError:
        return None


def _panel(scenario: Scenario, key: str, setup: Setup, board: Board) -> Picture | None:
    """The panel the clip would start from, also one that a press would take over for nothing."""
    panel = chosen_panel(scenario.shot(key), board.entry(Kind.PANEL, key))
    if panel is not None:
        return Picture(panel.path, panel.sha256) if panel.sha256 else None
    found = panel_made_before(scenario, key, setup, board)
    return None if found is None else found[1]


def panel_made_before(
    scenario: Scenario, key: str, setup: Setup, board: Board
) -> tuple[str, Picture] | None:
    """A panel that the shot's very request made for another film here, with that digest.

    Of several the one that its clip was made from, else the newest. Raises StudioError.
    """
    before = board.made_before
    if not before or not needs_panel(scenario, key, setup):
        return None
    found = [
        (wanted, picture)
        for wanted in panel_digests(scenario, key, setup)
        for picture in before.panels(scenario, wanted)
    ]
    for wanted, picture in found if len(found) > 1 else ():
        if before.has_clip(scenario, digest(clip_request(scenario, key, setup, picture))):
            return wanted, picture
    return found[0] if found else None
