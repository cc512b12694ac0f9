"""What a shot needs before its own turn: its elements' reference images, and panels."""

from __future__ import annotations

import asyncio

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Picture
from topa_studio.model.scenario import NEXT
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.choice import chosen_panel
from topa_studio.pipeline.compose import needed_elements, next_shot
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.freshness import panel_is_fresh
from topa_studio.pipeline.money.budget import Press


class Needed:
    """Has it made by flows of its own."""

    def __init__(self, maker: Maker) -> None:
        self._maker, self._film = maker, maker.film

    async def elements(self, wish: Wish, press: Press) -> None:
        """What the elements of a shot lack. Raises StudioError: one could not be made."""
        board, scenario = self._film.board, self._maker.film_with(wish.key)
        for element in needed_elements(scenario, scenario.shot(wish.key)):
            await self._old_names(element.name, wish)
            if not self._maker.missing_views(element):
                continue
            board.because(wish, Trouble("pipeline.waits-element", {"element": element.name}))
            # Not awaited itself: whoever stops the element's flow does not stop the shot's.
            await asyncio.wait([self._maker.start(Wish(Kind.VIEW, element.name), press)])
            board.because(wish, None)
            trouble = board.trouble((Kind.VIEW, element.name))
            if trouble is None and self._maker.missing_views(element):
                trouble = Trouble("pipeline.stopped", {})
            if trouble is not None:
                raise StudioError("pipeline.element-not-made", element=element.name, reason=trouble)

    async def _old_names(self, name: str, wish: Wish) -> None:
        """What is drawn of an element under a name it had before comes to it first."""
        board = self._film.board
        for old in board.former.of(name):
            flow = self._maker.flow((Kind.VIEW, old))
            if flow is not None:
                board.because(wish, Trouble("pipeline.waits-element", {"element": name}))
                await asyncio.wait([flow])
                board.because(wish, None)
        await self._film.carried()

    async def panel(self, wish: Wish, press: Press) -> Take:
        """The panel that a clip starts from, made where there is none of the words of now.

        Raises StudioError: it could not be made.
        """
        subject = (Kind.PANEL, wish.key)
        running = self._maker.flow(subject)
        while running is not None:
            # It may be of older words, so it is looked at once it is here.
            await asyncio.wait([running])
            running = self._maker.flow(subject)
        fresh = self._fresh(wish.key)
        if fresh is not None:
            return fresh
        await self._maker.within(Wish(*subject), press)
        return self._drawn(wish.key)

    async def end(self, wish: Wish, press: Press) -> Picture | None:
        """What a clip ends with: nothing, a picture of the user's own, the next shot's panel.

        Raises StudioError: that cannot be had.
        """
        last = self._maker.film_with(wish.key).shot(wish.key).end
        if last is None:
            return None
        return await self._maker.own_picture(
            await self._next(wish, press) if last == NEXT else last
        )

    async def _next(self, wish: Wish, press: Press) -> str:
        """The picture file of the next shot, whose panel is made first."""
        board = self._film.board
        while True:
            scenario = self._maker.film_with(wish.key)
            following = next_shot(scenario, wish.key)
            if following.still:
                return following.still
            subject, number = (Kind.PANEL, following.key), scenario.number_of(following.key)
            running = self._maker.flow(subject)
            fresh = None if running else self._fresh(following.key)
            if fresh is not None:
                return fresh.path
            board.because(wish, Trouble("pipeline.waits-panel", {"shot": number}))
            # Not awaited itself: whoever stops that panel does not stop this shot.
            drawing = running or self._maker.start(Wish(*subject), press)
            await asyncio.wait([drawing])
            board.because(wish, None)
            stopped = Trouble("pipeline.stopped", {}) if drawing.cancelled() else None
            trouble = stopped or board.trouble(subject)
            if trouble is not None:
                raise StudioError("pipeline.next-not-made", shot=number, reason=trouble)
            if running is None:
                return self._drawn(following.key).path

    def _fresh(self, key: str) -> Take | None:
        """The panel, if it shows the shot as it is, or was chosen by the user."""
        shot, entry = self._maker.film_with(key).shot(key), self._film.board.entry
        panel = chosen_panel(shot, entry(Kind.PANEL, key))
        if panel is None:
            return None
        is_chosen = shot.panel is not None
        film, setup, board = self._film.scenario, self._film.setup, self._film.board
        return panel if is_chosen or panel_is_fresh(film, key, setup, board, panel) else None

    def _drawn(self, key: str) -> Take:
        """The newest panel, which was drawn just now. Raises StudioError where it was not."""
        board = self._film.board
        trouble = board.trouble((Kind.PANEL, key))
        if trouble is not None:
            raise StudioError(trouble.code, **trouble.params)
        takes = board.entry(Kind.PANEL, key).takes
        return takes[max(takes)]
