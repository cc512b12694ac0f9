"""The start picture that is the end of the shot before, once that one is made."""

from __future__ import annotations

import asyncio

from topa_studio.base.errors import StudioError
from topa_studio.base.files import write_atomic
from topa_studio.media.apart import Apart
from topa_studio.model.request import Picture
from topa_studio.model.status import Trouble
from topa_studio.pipeline.flows.maker import Maker
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.shown_end import ShownEnd, shown_end


class Previous:
    """Waits for shots before others."""

    def __init__(self, maker: Maker) -> None:
        self._maker, self._film = maker, maker.film
        self._waits: dict[str, tuple[str, asyncio.Future[None]]] = {}

    async def given(self, key: str) -> Picture | None:
        """What a shot starts from that is no panel: nothing, a picture, the shot before."""
        match self._maker.film_with(key).shot(key).start:
            case None | "none" | "panel":
                return None
            case "previous":
                return await self.frame(key)
            case path:
                return await self._maker.own_picture(path)

    async def frame(self, key: str) -> Picture | None:
        """The end of the shot before this one as the film is now, once that is made."""
        while True:
            scenario = self._maker.film_with(key)
            previous = scenario.shot_before(key)
            if previous is None:
                return None
            if previous.still:
                return await self._maker.own_picture(previous.still)
            running = self._maker.flow((Kind.CLIP, previous.key))
            if running is None:
                break
            await self._wait_for(key, previous.key, running)
        end = shown_end(scenario, key, self._film.board)
        if end is None:
            raise StudioError("pipeline.previous-not-made", shot=scenario.number_of(previous.key))
        return await asyncio.to_thread(self._save, end)

    async def _wait_for(self, key: str, previous: str, running: asyncio.Future[None]) -> None:
        """Wait for another shot's flow, or until this one must look again who is before it.

        Where shots were moved meanwhile, waits may lead in a circle: the last in it looks again.
        """
        self._break_circle(key, previous)
        look: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waits[key] = previous, look
        shot = self._maker.film_with(key).number_of(previous)
        wish = Wish(Kind.CLIP, key, 0)
        self._film.board.because(wish, Trouble("pipeline.waits-previous", {"shot": shot}))
        try:
            await asyncio.wait([running, look], return_when=asyncio.FIRST_COMPLETED)
        finally:
            self._waits.pop(key, None)
            self._film.board.because(wish, None)

    def _break_circle(self, key: str, previous: str) -> None:
        """Where who waits for whom leads from `previous` back to `key`, the last looks again."""
        at, seen = previous, set[str]()
        while at in self._waits and at not in seen:
            seen.add(at)
            at, look = self._waits[at]
            if at == key and not look.done():
                look.set_result(None)

    def _save(self, end: ShownEnd) -> Picture:
        take, apart = end.take, Apart.shared()
        clip = self._film.layout.absolute(take.path)
        if not self._film.may_send(clip):
            raise StudioError("pipeline.picture-elsewhere", path=take.path)
        content = take.sha256[:20] or f"{clip.stem}-{clip.stat().st_mtime_ns}"
        target = self._film.layout.cache / end.name(content)
        if not target.exists():
            moment = end.moment
            found = apart.last_frame(clip) if moment is None else apart.frame_at(clip, moment)
            write_atomic(self._film.layout.own(target), found)
        return self._film.pictures.picture(target)
