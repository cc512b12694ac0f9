"""The flow of an element: its reference images, the front view before those that look at it."""

from __future__ import annotations

import asyncio

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Picture, Request
from topa_studio.model.scenario import Element
from topa_studio.pipeline.compose import view_prompts, view_request
from topa_studio.pipeline.flows.making import Making, all_of
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.money.budget import Press


class ElementFlow:
    """Makes what an element lacks."""

    def __init__(self, making: Making) -> None:
        self._making = making

    async def make(self, name: str, press: Press) -> None:
        """Make the missing reference images. Raises StudioError."""
        element = self._making.scenario().element(name)
        if element is None:
            return
        numbers = self._making.missing_views(element)
        if numbers and numbers[0] == 1:
            await self._view(element, 1, press)
            numbers = numbers[1:]
        await all_of(self._view(element, number, press) for number in numbers)
        await self._making.rescan()

    async def _view(self, element: Element, number: int, press: Press) -> None:
        wish = Wish(Kind.VIEW, element.name, number)
        if await self._making.carry_on(wish, press):
            return
        front = None
        if number > 1:
            front = await asyncio.to_thread(self._front, element.name)

        def compose() -> Request:
            self._making.must_be_sound(Kind.VIEW, element.name)
            now = self._making.scenario().element(element.name)
            if now is None or number > len(view_prompts(now)):
                raise StudioError("pipeline.removed")
            return view_request(self._making.scenario(), now, number, self._making.setup(), front)

        path = self._making.layout.relative(self._making.layout.view(element.name, number))
        await self._making.runner.make(wish, compose, path, press)

    def _front(self, name: str) -> Picture | None:
        first = self._making.board.entry(Kind.VIEW, name).takes.get(1)
        path = (
            self._making.layout.absolute(first.path) if first else self._making.layout.view(name, 1)
        )
        return self._making.pictures.picture(path) if path.exists() else None
