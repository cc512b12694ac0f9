"""The flow of a panel: the still picture of a shot, for its clip or alone."""

from __future__ import annotations

from topa_studio.model.request import Request
from topa_studio.model.wish import Kind
from topa_studio.pipeline.compose import panel_digests, panel_request
from topa_studio.pipeline.flows.making import Making
from topa_studio.pipeline.flows.needed import Needed
from topa_studio.pipeline.money.budget import Press


class PanelFlow:
    """Makes a new panel of a shot."""

    def __init__(self, making: Making, needed: Needed) -> None:
        self._making = making
        self._needed = needed

    async def make(self, key: str, press: Press) -> None:
        """Make a panel, or bring home what was paid for. Raises StudioError."""
        wish = self._making.new(Kind.PANEL, key)
        if await self._making.carry_on(wish, press):
            return
        await self._needed.elements(wish, press)

        def compose() -> Request:
            self._making.must_be_sound(Kind.PANEL, key)
            return panel_request(self._making.film_with(key), key, self._making.setup())

        wanted = panel_digests(self._making.film_with(key), key, self._making.setup())
        path = self._making.layout.relative(self._making.layout.panel(key, wish.number))
        await self._making.make(wish, compose, wanted, path, press)
