"""The flow of a shot: its elements, its start picture, its clip."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from topa_studio.base.errors import StudioError
from topa_studio.model.request import Picture, Request, digest
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.choice import chosen_panel
from topa_studio.pipeline.compose import (
    clip_request,
    needed_elements,
    needs_panel,
    panel_digests,
    panel_request,
)
from topa_studio.pipeline.flows.before import Before
from topa_studio.pipeline.flows.making import Making
from topa_studio.pipeline.flows.previous import Previous
from topa_studio.pipeline.folder.old_ids import old_scene_ids
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.money.budget import Press


class ShotFlow:
    """Makes a new take of a shot; `start_element` starts the flow of an element it needs."""

    def __init__(
        self,
        making: Making,
        previous: Previous,
        before: Before,
        start_element: Callable[[str, Press], asyncio.Task[None]],
    ) -> None:
        self._making = making
        self._previous = previous
        self._before = before
        self._start_element = start_element

    async def make(self, key: str, press: Press) -> None:
        """Make a take with all it needs, or bring home what was paid for. Raises StudioError."""
        with self._making.board.number(Kind.CLIP, key) as number:
            await self._clip(Wish(Kind.CLIP, key, number, self._making.layout.film), press)

    async def _clip(self, wish: Wish, press: Press) -> None:
        key = wish.key
        if await self._making.carry_on(wish, press) or await self._scene_came(key):
            return
        await self._elements_of(key, press)
        start = await self._start_frame(key, press)
        last = self._making.film_with(key).shot(key).end
        end = None if last is None else await self._making.own_picture(last)

        def compose() -> Request:
            self._making.must_be_sound(Kind.CLIP, key)
            return clip_request(self._making.film_with(key), key, self._making.setup(), start, end)

        path = self._making.layout.relative(self._making.layout.take(key, wish.number))
        await self._make(wish, compose, (digest(compose()),), path, press)

    async def _make(
        self,
        wish: Wish,
        compose: Callable[[], Request],
        wanted: tuple[str, ...],
        path: str,
        press: Press,
    ) -> Take:
        """Send it, unless the very same request (one of these digests) has made it already."""
        found = await self._making.free_result(wish, wanted, press)
        return found or await self._making.runner.make(wish, compose, path, press)

    async def _scene_came(self, key: str) -> bool:
        """Whether a clip of the whole scene, paid for by an older run, brought this shot."""
        scenario = self._making.film_with(key)
        scene_id = scenario.scene_of(key).id
        names = {scene_id, old_scene_ids(scenario).get(scene_id, scene_id)}
        jobs = [
            job
            for job in self._making.board.open_jobs()
            if job.wish.kind is Kind.SCENE and job.wish.key.partition("_part")[0] in names
        ]
        for job in jobs:
            await self._making.runner.collect(job)
        if jobs:
            await self._making.rescan()
        return bool(jobs) and bool(self._making.board.entry(Kind.CLIP, key).takes)

    async def _elements_of(self, key: str, press: Press) -> None:
        scenario = self._making.film_with(key)
        for element in needed_elements(scenario, scenario.shot(key)):
            if not self._making.missing_views(element):
                continue
            wish = Wish(Kind.CLIP, key, 0)
            self._making.board.because(
                wish, Trouble("pipeline.waits-element", {"element": element.name})
            )
            # Not awaited itself: whoever stops the element's flow does not stop the shot's.
            await asyncio.wait([self._start_element(element.name, press)])
            self._making.board.because(wish, None)
            trouble = self._making.board.trouble((Kind.VIEW, element.name))
            if trouble is None and self._making.missing_views(element):
                trouble = Trouble("pipeline.stopped", {})
            if trouble is not None:
                raise StudioError("pipeline.element-not-made", element=element.name, reason=trouble)

    async def _start_frame(self, key: str, press: Press) -> Picture | None:
        scenario, setup = self._making.film_with(key), self._making.setup()
        if needs_panel(scenario, key, setup):
            panel = await self._panel(key, press)
            return await self._making.own_picture(panel.path)
        return await self._previous.given(key)

    async def _panel(self, key: str, press: Press) -> Take:
        scenario = self._making.film_with(key)

        def compose() -> Request:
            self._making.must_be_sound(Kind.CLIP, key)
            return panel_request(self._making.film_with(key), key, self._making.setup())

        if not press.consent.same and self._making.board.made_before:
            await self._before.bring_panel(key)
        entry = self._making.board.entry(Kind.PANEL, key)
        panel = chosen_panel(scenario.shot(key), entry)
        wanted = panel_digests(scenario, key, self._making.setup())
        fresh = panel is not None and panel.digest in ("", *wanted)
        if panel is not None and (fresh or scenario.shot(key).panel is not None):
            return panel
        with self._making.board.number(Kind.PANEL, key) as number:
            wish = Wish(Kind.PANEL, key, number, self._making.layout.film)
            if not await self._making.carry_on(wish, press):
                path = self._making.layout.relative(self._making.layout.panel(key, number))
                return await self._make(wish, compose, wanted, path, press)
        return max(self._making.board.entry(Kind.PANEL, key).takes.values(), key=lambda t: t.number)
