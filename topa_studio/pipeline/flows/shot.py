"""The flow of a shot: its elements, its start picture, its clip, or several at once."""

from __future__ import annotations

from collections.abc import Sequence

from topa_studio.model.request import Picture, Request, digest
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.compose import clip_request, needs_panel
from topa_studio.pipeline.flows.maker import Maker, all_of
from topa_studio.pipeline.flows.needed import Needed
from topa_studio.pipeline.flows.previous import Previous
from topa_studio.pipeline.folder.old_ids import old_scene_ids
from topa_studio.pipeline.money.budget import Press


class ShotFlow:
    """Makes a new take of a shot, and first what it needs."""

    def __init__(self, maker: Maker, previous: Previous, needed: Needed) -> None:
        self._maker, self._film = maker, maker.film
        self._previous = previous
        self._needed = needed

    async def make(self, wished: Wish, press: Press) -> None:
        """Make a take with all it needs, or bring home what was paid for. Raises StudioError."""
        with self._maker.several(Kind.CLIP, wished.key, wished.variants or 1) as wishes:
            await self._clips(wishes, press, are_variants=wished.variants > 0)

    async def _clips(self, wishes: Sequence[Wish], press: Press, *, are_variants: bool) -> None:
        wish = wishes[0]
        key = wish.key
        if await self._maker.carry_on(wish, press) or await self._scene_came(key):
            return
        await self._needed.elements(wish, press)
        start = await self._start_frame(wish, press)
        end = await self._needed.end(wish, press)

        def compose() -> Request:
            self._maker.must_be_sound(Kind.CLIP, key)
            return clip_request(self._maker.film_with(key), key, self._film.setup, start, end)

        async def make(wish: Wish, press: Press) -> None:
            path = self._film.layout.relative(self._film.layout.take(key, wish.number))
            await self._maker.make(wish, compose, (digest(compose()),), path, press)

        if not are_variants:
            await make(wish, press)
            return
        count = len(wishes)
        await all_of(make(each, press.of_variant(n, count)) for n, each in enumerate(wishes, 1))

    async def _scene_came(self, key: str) -> bool:
        """Whether a clip of the whole scene, paid for by an older run, brought this shot."""
        scenario = self._maker.film_with(key)
        scene_id = scenario.scene_of(key).id
        names = {scene_id, old_scene_ids(scenario).get(scene_id, scene_id)}
        jobs = [
            job
            for job in self._film.board.open_jobs()
            if job.wish.kind is Kind.SCENE and job.wish.key.partition("_part")[0] in names
        ]
        for job in jobs:
            await self._maker.runner.collect(job)
        if jobs:
            await self._film.rescan()
        return bool(jobs) and bool(self._film.board.entry(Kind.CLIP, key).takes)

    async def _start_frame(self, wish: Wish, press: Press) -> Picture | None:
        if needs_panel(self._maker.film_with(wish.key), wish.key, self._film.setup):
            panel = await self._needed.panel(wish, press)
            return await self._maker.own_picture(panel.path)
        return await self._previous.given(wish.key)
