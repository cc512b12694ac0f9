"""The flow of a panel: the still picture of a shot, for its clip or alone."""

from __future__ import annotations

from topa_studio.model.request import Request
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.compose import panel_digests, panel_request
from topa_studio.pipeline.flows.before import Before
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.flows.needed import Needed
from topa_studio.pipeline.money.budget import Press


class PanelFlow:
    """Makes a new panel of a shot."""

    def __init__(self, maker: Maker, needed: Needed, before: Before) -> None:
        self._maker, self._film = maker, maker.film
        self._needed, self._before = needed, before

    async def make(self, wished: Wish, press: Press) -> None:
        """Make a panel, or bring home what was paid for. Raises StudioError."""
        key = wished.key
        with self._maker.new(Kind.PANEL, key) as wish:
            if await self._maker.carry_on(wish, press):
                return
            await self._needed.elements(wish, press)
        if not press.consent.same and await self._before.bring_panel(key) is not None:
            return
        with self._maker.new(Kind.PANEL, key) as wish:
            await self._make(wish, press)

    async def _make(self, wish: Wish, press: Press) -> None:
        key = wish.key

        def compose() -> Request:
            self._maker.must_be_sound(Kind.PANEL, key)
            return panel_request(self._maker.film_with(key), key, self._film.setup)

        wanted = panel_digests(self._maker.film_with(key), key, self._film.setup)
        path = self._film.layout.relative(self._film.layout.panel(key, wish.number))
        await self._maker.make(wish, compose, wanted, path, press)
