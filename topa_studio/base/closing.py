"""Ends that nothing tears: every step of a closing is taken, and whoever cancels waits for it."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from typing import Any, TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)


async def to_the_end(work: Coroutine[Any, Any, T]) -> T:
    """Await `work`; a cancel that comes meanwhile counts only once it has ended.

    Raises:
        CancelledError: we were cancelled; `work` has been done all the same.
    """
    running = asyncio.create_task(work)
    cancel: asyncio.CancelledError | None = None
    while not running.done():
        try:
            await asyncio.wait([running])
        except asyncio.CancelledError as error:
            cancel = error
    if cancel is None:
        return running.result()
    failure = None if running.cancelled() else running.exception()
    if failure is not None:
        log.warning("what was cancelled ended with %s: %s", type(failure).__name__, failure)
    raise cancel


async def in_order(*steps: Callable[[], Awaitable[object]]) -> None:
    """Take all steps, one after the other, whatever becomes of those before.

    Raises what the last one that failed raised.
    """
    async with AsyncExitStack() as left:
        for step in reversed(steps):
            left.push_async_callback(step)
