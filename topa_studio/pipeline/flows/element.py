"""The flow of an element: its reference images, the front view before those that look at it."""

from __future__ import annotations

import asyncio

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Picture, Request
from topa_studio.model.scenario import Element
from topa_studio.pipeline.compose import view_request
from topa_studio.pipeline.flows.maker import Maker, all_of
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.money.budget import Press
from topa_studio.pipeline.views import view_prompts


class ElementFlow:
    """Makes what an element lacks."""

    def __init__(self, maker: Maker) -> None:
        self._maker, self._film = maker, maker.film

    async def make(self, name: str, press: Press) -> None:
        """Make the missing reference images. Raises StudioError."""
        element = self._film.scenario.element(name)
        if element is None:
            return
        numbers = self._maker.missing_views(element)
        if numbers and numbers[0] == 1:
            await self._view(element, 1, press)
            numbers = numbers[1:]
        await all_of(self._view(element, number, press) for number in numbers)
        await self._film.rescan()

    async def _view(self, element: Element, number: int, press: Press) -> None:
        wish = Wish(Kind.VIEW, element.name, number)
        if await self._maker.carry_on(wish, press):
            return
        front = None
        if number > 1:
            front = await asyncio.to_thread(self._front, element.name)

        def compose() -> Request:
            self._maker.must_be_sound(Kind.VIEW, element.name)
            now = self._film.scenario.element(element.name)
            if now is None or number > len(view_prompts(now)):
                raise StudioError("pipeline.removed")
            return view_request(self._film.scenario, now, number, self._film.setup, front)

        path = self._film.layout.relative(self._film.layout.view(element.name, number))
        await self._maker.runner.make(wish, compose, path, press)

    def _front(self, name: str) -> Picture | None:
        own = [p for p in self._film.setup.pictures.get(name, ()) if p.path]
        if own:
            return self._film.pictures.picture(self._film.layout.absolute(own[0].path))
        first = self._film.board.entry(Kind.VIEW, name).takes.get(1)
        path = self._film.layout.absolute(first.path) if first else self._film.layout.view(name, 1)
        return self._film.pictures.picture(path) if path.exists() else None
