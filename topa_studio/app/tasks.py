"""Background tasks of one owner: every outcome is read, a failure is told, all end with it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Coroutine
from typing import Any

from topa_studio.base.errors import StudioError
from topa_studio.model.status import Trouble

_SLICE = 0.004


class Slices:
    """Lets others have the loop whenever work that stays on it has held it for 4 ms."""

    def __init__(self) -> None:
        self._began = time.perf_counter()

    async def rest(self) -> None:
        """Call this after each small step of the work."""
        if time.perf_counter() - self._began > _SLICE:
            await asyncio.sleep(0)
            self._began = time.perf_counter()


class Tasks:
    """Holds running tasks; `told` gets the trouble of each that fails."""

    def __init__(self, told: Callable[[Trouble], None]) -> None:
        self._told = told
        self._running: set[asyncio.Task[None]] = set()

    def spawn(self, work: Coroutine[Any, Any, None]) -> asyncio.Task[None]:
        """Start `work`; it goes on until it ends or the owner is closed."""
        task = asyncio.create_task(work)
        self._running.add(task)
        task.add_done_callback(self._ended)
        return task

    async def settled(self) -> None:
        """Wait until all that was started has ended; failures are told as always."""
        await asyncio.gather(*self._running, return_exceptions=True)

    async def aclose(self) -> None:
        """Stop all and wait for their ends."""
        running = tuple(self._running)
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _ended(self, task: asyncio.Task[None]) -> None:
        self._running.discard(task)
        if task.cancelled():
            return
        match task.exception():
            case None:
                return
            case StudioError() as error:
                self._told(Trouble(error.code, error.params))
            case error:
                reason = f"{type(error).__name__}: {error}"
                self._told(Trouble("project.mistake-of-ours", {"reason": reason}))
