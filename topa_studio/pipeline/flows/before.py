"""What a shot's very request has made before, here: found and brought to it, for nothing."""

from __future__ import annotations

import asyncio
from functools import partial

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Picture, digest
from topa_studio.model.scenario import NEXT
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.choice import chosen_panel
from topa_studio.pipeline.compose import clip_request, needs_panel, next_shot
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.flows.previous import Previous
from topa_studio.pipeline.freshness import current_request, panel_made_before


class Before:
    """Takes over what lies with other films here, or with shots of old; sends nothing.

    A clip's request holds the picture of its panel, so the panel is brought first.
    """

    def __init__(self, maker: Maker, previous: Previous) -> None:
        self._maker, self._film = maker, maker.film
        self._board = maker.film.board
        self._previous = previous

    async def look(self) -> None:
        """See what the very requests of this film made for other films here, or shots of old."""
        shots = self._film.scenario.shots()
        if await self._maker.runner.taking_over.look({shot.key for shot in shots}):
            for shot in shots:
                self._board.changed.emit((Kind.PANEL, shot.key))

    async def bring_all(self) -> int:
        """Bring to shots without a clip what their requests made elsewhere; how many came.

        In the film's order: a shot may start where the one before it ends.
        """
        await self.look()
        flows: dict[Subject, asyncio.Task[None]] = {}
        for shot in self._film.scenario.shots() if self._board.made_before else ():
            subject = (Kind.CLIP, shot.key)
            if self._maker.flow(subject) is None and await self._has(shot.key):
                flows[subject] = self._maker.begin(subject, partial(self._bring, shot.key))
        await asyncio.gather(*flows.values(), return_exceptions=True)
        return sum(bool(self._board.entry(*subject).takes) for subject in flows)

    async def bring_panel(self, key: str) -> Take | None:
        """The panel of the very same request, of several the one that the clip was made from.

        None where the shot has one, or where there is none.
        """
        found = self._panel(key)
        if found is None:
            return None
        wanted, file = found
        return await self._take_over(Kind.PANEL, key, wanted, file.sha256)

    async def _has(self, key: str) -> bool:
        """Whether there is something for a shot that nothing was made for."""
        clips = self._board.entry(Kind.CLIP, key)
        if clips.takes or clips.gone or clips.open_jobs():
            return False
        try:
            return self._panel(key) is not None or await self._clip(key) is not None
        except StudioError:
            return False

    async def _bring(self, key: str) -> None:
        """Bring the panel, then the clip, as far as they are there. Raises StudioError, OSError."""
        await self.bring_panel(key)
        wanted = await self._clip(key)
        if wanted is not None:
            await self._take_over(Kind.CLIP, key, wanted)

    def _panel(self, key: str) -> tuple[str, Picture] | None:
        scenario = self._maker.film_with(key)
        if chosen_panel(scenario.shot(key), self._board.entry(Kind.PANEL, key)) is not None:
            return None
        return panel_made_before(scenario, key, self._film.setup, self._board)

    async def _clip(self, key: str) -> str | None:
        """The digest of the shot's request, if that has made a clip."""
        scenario, setup = self._maker.film_with(key), self._film.setup
        try:
            request = current_request(scenario, key, setup, self._board)
            if request is None and not needs_panel(scenario, key, setup):
                start, end = await self._given(key)
                request = clip_request(scenario, key, setup, start, end)
        except (StudioError, OSError):
            return None
        wanted = None if request is None else digest(request)
        known = wanted and self._board.made_before.has_clip(scenario, wanted)
        return wanted if known else None

    async def _given(self, key: str) -> tuple[Picture | None, Picture | None]:
        """Start and end picture of a shot that has no panel. Raises StudioError, OSError."""
        shot = self._maker.film_with(key).shot(key)
        start = await self._previous.given(key)
        end = self._end(key) if shot.end == NEXT else shot.end
        return start, None if end is None else await self._maker.own_picture(end)

    def _end(self, key: str) -> str:
        """The next shot's picture, as far as it is there. Raises StudioError."""
        following = next_shot(self._maker.film_with(key), key)
        panel = chosen_panel(following, self._board.entry(Kind.PANEL, following.key))
        if not following.still and panel is None:
            raise StudioError("pipeline.no-panel", number=following.panel or 1)
        return following.still or (panel.path if panel else "")

    async def _take_over(self, kind: Kind, key: str, wanted: str, sha256: str = "") -> Take | None:
        taking_over = self._maker.runner.taking_over
        with self._maker.new(kind, key) as wish:
            return await taking_over.take_over(wish, wanted, self._maker.is_other, sha256)
