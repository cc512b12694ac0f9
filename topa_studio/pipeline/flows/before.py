"""What a shot's very request has made before, here: found and brought to it, for nothing."""

from __future__ import annotations

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Picture, digest
from topa_studio.model.take import Take
from topa_studio.pipeline.choice import chosen_panel
from topa_studio.pipeline.compose import clip_request, needs_panel
from topa_studio.pipeline.flows.making import Making
from topa_studio.pipeline.flows.previous import Previous
from topa_studio.pipeline.freshness import current_request, panel_made_before
from topa_studio.pipeline.job import Kind, Wish


class Before:
    """Takes over what lies with other films here, or with shots of old; sends nothing.

    A clip's request holds the picture of its panel, so the panel is brought first.
    """

    def __init__(self, making: Making, previous: Previous) -> None:
        self._making = making
        self._previous = previous

    async def has(self, key: str) -> bool:
        """Whether there is something for a shot that nothing was made for."""
        clips = self._making.board.entry(Kind.CLIP, key)
        if clips.takes or clips.gone or clips.open_jobs():
            return False
        try:
            return self._panel(key) is not None or await self._clip(key) is not None
        except StudioError:
            return False

    async def bring(self, key: str) -> None:
        """Bring the panel, then the clip, as far as they are there. Raises StudioError, OSError."""
        await self.bring_panel(key)
        wanted = await self._clip(key)
        if wanted is not None:
            await self._take_over(self._wish(Kind.CLIP, key), wanted)

    async def bring_panel(self, key: str) -> Take | None:
        """The panel of the very same request, of several the one that the clip was made from.

        None where the shot has one, or where there is none.
        """
        found = self._panel(key)
        if found is None:
            return None
        wanted, file = found
        return await self._take_over(self._wish(Kind.PANEL, key), wanted, file.sha256)

    def _panel(self, key: str) -> tuple[str, Picture] | None:
        making = self._making
        scenario = making.film_with(key)
        if chosen_panel(scenario.shot(key), making.board.entry(Kind.PANEL, key)) is not None:
            return None
        return panel_made_before(scenario, key, making.setup(), making.board)

    async def _clip(self, key: str) -> str | None:
        """The digest of the shot's request, if that has made a clip."""
        making = self._making
        scenario, setup = making.film_with(key), making.setup()
        try:
            request = current_request(scenario, key, setup, making.board)
            if request is None and not needs_panel(scenario, key, setup):
                start, end = await self._given(key)
                request = clip_request(scenario, key, setup, start, end)
        except (StudioError, OSError):
            return None
        wanted = None if request is None else digest(request)
        known = wanted and making.board.made_before.has_clip(scenario, wanted)
        return wanted if known else None

    async def _given(self, key: str) -> tuple[Picture | None, Picture | None]:
        """Start and end picture of a shot that has no panel. Raises StudioError, OSError."""
        shot = self._making.film_with(key).shot(key)
        start = await self._previous.given(key)
        end = None if shot.end is None else await self._making.own_picture(shot.end)
        return start, end

    def _wish(self, kind: Kind, key: str) -> Wish:
        number = self._making.board.next_number(kind, key)
        return Wish(kind, key, number, self._making.layout.film)

    async def _take_over(self, wish: Wish, wanted: str, sha256: str = "") -> Take | None:
        taking_over = self._making.runner.taking_over
        return await taking_over.take_over(wish, wanted, self._making.is_other, sha256)
