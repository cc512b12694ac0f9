"""Turns accepted requests into files: draws them, and completes each when its time is over."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from urllib.parse import unquote, urlsplit

from topa_studio.base.errors import MediaError
from topa_studio.media.probe import probe
from topa_studio.practice.book import Book, Task
from topa_studio.practice.drawing import DrawJob
from topa_studio.practice.painters import Painters
from topa_studio.practice.rules import is_clip
from topa_studio.practice.sizes import clip_seconds, clip_size, clip_sound, picture_size
from topa_studio.practice.store import Store

log = logging.getLogger(__name__)


class Studio:
    """Owns the running drawings; the same file is never drawn twice at once."""

    def __init__(self, book: Book, store: Store, painters: Painters) -> None:
        self._book = book
        self._store = store
        self._painters = painters
        self._running: set[asyncio.Task[None]] = set()
        self._drawings: dict[str, asyncio.Task[Path]] = {}

    def begin(self, task: Task) -> None:
        """Work on `task` until it completes or fails."""
        work = asyncio.create_task(self._work(task))
        self._running.add(work)
        work.add_done_callback(self._running.discard)

    async def result(self, task: Task) -> Path:
        """The file of a completed task; drawn again where a restart lost it."""
        return await asyncio.shield(self._drawing(task))

    async def close(self) -> None:
        """Stop everything."""
        jobs = [*self._running, *self._drawings.values()]
        for job in jobs:
            job.cancel()
        self._painters.close()
        await asyncio.gather(*jobs, return_exceptions=True)

    def local_file(self, url: str) -> Path | None:
        """The uploaded or drawn file behind one of this service's own addresses."""
        path = unquote(urlsplit(url).path)
        if path.startswith("/files/"):
            return self._store.upload(path.removeprefix("/files/"))
        if path.startswith("/results/"):
            name = Path(path).name
            found = self._store.results / name
            return found if found.is_file() else None
        return None

    def suffix(self, task: Task) -> str:
        """The ending of the task's file."""
        if is_clip(task.model):
            return ".mp4"
        default = "jpg" if task.model.startswith("nano-banana-2") else "png"
        return f".{task.given.get('output_format') or default}"

    async def _work(self, task: Task) -> None:
        wait = self._book.seconds_left(task)
        if task.fails is not None:
            await asyncio.sleep(wait)
            await self._book.fail(task, *task.fails)
            return
        try:
            await asyncio.gather(self._drawing(task), asyncio.sleep(wait))
        except (MediaError, OSError, BrokenProcessPool) as error:
            log.warning("a drawing failed: %s", error)
            await self._book.fail(task, "500", "Internal Error, Please try again later.")
        else:
            await self._book.complete(task)

    def _drawing(self, task: Task) -> asyncio.Task[Path]:
        running = self._drawings.get(task.id)
        if running is None or (running.done() and not _is_there(running)):
            running = asyncio.create_task(self._draw(task))
            self._drawings[task.id] = running
        return running

    async def _draw(self, task: Task) -> Path:
        target = self._store.result(task.id, self.suffix(task))
        job = await asyncio.to_thread(self._job, task, target)
        await self._painters.draw(job)
        return target

    def _job(self, task: Task, target: Path) -> DrawJob:
        given, clip = task.given, is_clip(task.model)
        start = self._start_of(given) if clip else None
        frame = probe(start) if start else None
        shape = (frame.width, frame.height) if frame else None
        return DrawJob(
            given=dict(given),
            tags=dict(task.tags),
            seed=task.seed,
            size=clip_size(given, shape) if clip else picture_size(given),
            clip=clip,
            seconds=clip_seconds(given) if clip else 0,
            sound=clip and clip_sound(given),
            start=start,
            target=target,
        )

    def _start_of(self, given: Mapping[str, object]) -> Path | None:
        urls = given.get("image_urls")
        return self.local_file(str(urls[0])) if isinstance(urls, list) and urls else None


def _is_there(drawing: asyncio.Task[Path]) -> bool:
    if drawing.cancelled() or drawing.exception() is not None:
        return False
    return drawing.result().is_file()
