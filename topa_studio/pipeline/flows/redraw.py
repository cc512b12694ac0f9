"""The flow of an element's picture that is drawn once more, or anew: it becomes a candidate."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Picture, Request
from topa_studio.model.status import Trouble
from topa_studio.model.wish import Kind, Redrawing, Wish
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.folder.layout import file_called
from topa_studio.pipeline.money.budget import Press
from topa_studio.pipeline.redrawing import front_of, redraw_request


class RedrawFlow:
    """Draws it beside the old one; nothing of the film changes until it is kept."""

    def __init__(self, maker: Maker) -> None:
        self._maker, self._film = maker, maker.film

    async def make(self, wished: Wish, press: Press) -> None:
        """Draw it, or bring home what was paid for. Raises StudioError."""
        with self._maker.new(Kind.REDRAW, wished.key) as wish:
            if await self._maker.carry_on(wish, press):
                return
            await self._draw(wish, press)

    async def _draw(self, wish: Wish, press: Press) -> None:
        drawn, layout = Redrawing.of(wish.key), self._film.layout
        front = await self._front(wish, drawn)

        def compose() -> Request:
            self._maker.must_be_sound(Kind.REDRAW, wish.key)
            return redraw_request(self._film.scenario, self._now(drawn), self._film.setup, front)

        path = layout.relative(layout.candidate(drawn.element, drawn.file, wish.number))
        await self._maker.runner.make(wish, compose, path, press)

    def _now(self, drawn: Redrawing) -> Redrawing:
        """The same picture of the element as it is called by now."""
        name = self._film.board.former.now(drawn.element) or drawn.element
        return replace(drawn, element=name, file=file_called(drawn.file, drawn.element, name))

    async def _front(self, wish: Wish, drawn: Redrawing) -> Picture | None:
        """The frontal picture, or the new one that may come in its place.

        Raises StudioError: that one is drawn with the same press and did not come.
        """
        now = self._now(drawn)
        front = front_of(now, self._film.setup)
        if front is None or not front.path:
            return front
        file = file_called(front.path.rpartition("/")[2], now.element, drawn.element)
        first = Redrawing(drawn.element, file).wish
        flow, board = self._maker.flow(first.subject), self._film.board
        if flow is not None:
            board.because(wish, Trouble("pipeline.waits-element", {"element": drawn.element}))
            await asyncio.wait([flow])
            board.because(wish, None)
            trouble = board.trouble(first.subject)
            if trouble is not None:
                told = {"element": drawn.element, "reason": trouble}
                raise StudioError("pipeline.element-not-made", **told)
        takes = board.entry(*first.subject).takes
        if not takes:
            return front
        return await self._maker.own_picture(takes[max(takes)].path)
