"""What is free is tried again where that may help; a paid create never comes here."""

from __future__ import annotations

import asyncio
import logging
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from topa_studio.base.errors import ProviderError, Throttled
from topa_studio.provider.rate import Window

T = TypeVar("T")

log = logging.getLogger(__name__)

TRIES = 4
_POLL_PAUSE = 2.0


class Passing(Exception):
    """One try failed in a way that may pass; `wait` seconds are asked for, where told."""

    def __init__(self, error: ProviderError, wait: float | None = None) -> None:
        super().__init__(error.code)
        self.error = error
        self.wait = wait


@dataclass(frozen=True, slots=True)
class Tries:
    """Waits `backoff` seconds before the first repetition, doubled each time."""

    backoff: float

    async def of(
        self,
        act: Callable[[], Awaitable[T]],
        gate: Window | None = None,
        better: Callable[[], bool] = lambda: False,
    ) -> T:
        """The outcome of `act`, tried again on Passing.

        Args:
            gate: closed for all while the service asks to wait.
            better: tells whether the last try got further; such a one does not count.

        Raises:
            ProviderError: of the last try.
        """
        tried = 0
        while True:
            try:
                return await act()
            except Passing as passing:
                error, wait = passing.error, passing.wait
            if isinstance(error, Throttled) and gate is not None:
                gate.close_for(_POLL_PAUSE if wait is None else wait)
            tried = 0 if better() else tried + 1
            if tried == TRIES:
                raise error
            pause = self.backoff * 2 ** max(0, tried - 1) * random.uniform(0.75, 1.25)
            pause = pause if wait is None else wait
            log.debug("wait: %.1f s, then the question is asked again: %s", pause, error)
            await asyncio.sleep(pause)
