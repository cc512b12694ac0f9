"""Every task of the window has this owner: its outcome is read, and it ends with its owner."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine
from typing import Any

from topa_studio.base.errors import StudioError

log = logging.getLogger(__name__)


class TaskScope:
    """Owns tasks that panes start; a failure is told through `report`, never lost.

    `report` gets a StudioError for what the user can act on, else the exception itself.
    """

    def __init__(self, report: Callable[[BaseException], None]) -> None:
        self._report = report
        self._tasks: set[asyncio.Task[Any]] = set()
        self._carried: set[asyncio.Task[Any]] = set()
        self._closed = False

    def spawn(self, work: Coroutine[Any, Any, object]) -> asyncio.Task[Any] | None:
        """Start `work`; None after `aclose`, when nothing starts any more."""
        if self._closed:
            work.close()
            return None
        running = asyncio.get_running_loop().create_task(work)
        self._tasks.add(running)
        running.add_done_callback(self._read)
        return running

    def carry_out(self, work: Coroutine[Any, Any, object]) -> asyncio.Task[Any] | None:
        """`spawn` what the user has asked for and waits for nobody: an end lets it finish."""
        running = self.spawn(work)
        if running is not None:
            self._carried.add(running)
        return running

    def _read(self, ended: asyncio.Task[Any]) -> None:
        self._tasks.discard(ended)
        self._carried.discard(ended)
        if ended.cancelled():
            return
        error = ended.exception()
        if error is None:
            return
        if not isinstance(error, StudioError):
            log.error("a task failed", exc_info=error)
        self._report(error)

    async def settle(self) -> None:
        """Wait until every task started so far has ended."""
        while self._tasks:
            await asyncio.wait(tuple(self._tasks))

    async def aclose(self) -> None:
        """Cancel what still runs, but for what is carried out, and wait for the end of all."""
        self._closed = True
        for running in self._tasks - self._carried:
            running.cancel()
        await self.settle()
