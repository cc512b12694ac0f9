"""Is a take what the shot would be made as now? Told by the digest of the request."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from topa_studio.base.errors import StudioError
from topa_studio.model.change import Change
from topa_studio.model.request import ClipRequest, Picture, digest
from topa_studio.model.scenario import Scenario
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.changes import changes_between
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


@dataclass(frozen=True, slots=True)
class Freshness:
    """What each shot would be made with now, worked out once until something changes."""

    scenario: Callable[[], Scenario]
    setup: Callable[[], Setup]
    board: Board
    _known: dict[str, str | None] = field(default_factory=dict)

    def digest(self, key: str) -> str | None:
        """Of the request a shot would be sent with; None where that cannot be told."""
        if key not in self._known:
            self._known[key] = current_digest(self.scenario(), key, self.setup(), self.board)
        return self._known[key]

    def forget(self, key: str | None = None) -> None:
        """What a shot, or every shot, would be made with may be another now."""
        if key is None:
            self._known.clear()
        else:
            self._known.pop(key, None)

    def changes(self, key: str, take: Take) -> tuple[Change, ...]:
        """Why a take is out of date; nothing where what it was made with is not known any more."""
        jobs = self.board.entry(Kind.CLIP, key).jobs.values()
        sent = next((job.request for job in jobs if job.digest == take.digest), None)
        now = current_request(self.scenario(), key, self.setup(), self.board)
        if now is None or not isinstance(sent, ClipRequest):
            return ()
        return changes_between(self.scenario(), key, sent, now)
