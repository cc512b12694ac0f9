"""So many requests in a sliding window, and waits are shared by all who ask."""

from __future__ import annotations

import asyncio
import logging
import time
from collections import deque
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

log = logging.getLogger(__name__)

LONGEST_WAIT = 300.0
_SOME_SECONDS = 3.0
"""What "wait no time at all" means beside a no: whoever asks at once is refused again."""

Clock = Callable[[], float]
Sleep = Callable[[float], Awaitable[None]]


class Window:
    """At most `limit` passes in any `seconds`; callers pass in the order they came."""

    def __init__(
        self,
        limit: int,
        seconds: float,
        *,
        clock: Clock = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self.limit = limit
        self.seconds = seconds
        self._clock = clock
        self._sleep = sleep
        self._passed: deque[float] = deque()
        self._closed_until = float("-inf")
        self._turn = asyncio.Lock()

    async def enter(self) -> None:
        """Wait for a free place and take it."""
        async with self._turn:
            while (wait := self._wait()) > 0:
                log.debug("wait: %.1f s, as the service takes so many requests at once", wait)
                await self._sleep(wait)
            self._passed.append(self._clock())

    def close_for(self, seconds: float) -> None:
        """Let nobody in for `seconds` from now (at most 5 minutes)."""
        until = self._clock() + min(max(seconds, 0.0), LONGEST_WAIT)
        self._closed_until = max(self._closed_until, until)

    def _wait(self) -> float:
        now = self._clock()
        while self._passed and self._passed[0] + self.seconds <= now:
            self._passed.popleft()
        full = len(self._passed) >= self.limit
        room_at = self._passed[0] + self.seconds if full else now
        return max(room_at, self._closed_until) - now


def retry_after_seconds(header: str | None, now: datetime | None = None) -> float | None:
    """A Retry-After header (seconds or an HTTP date), 300 at most; None where unreadable.

    One of 0, or of a moment that is over, asks for some seconds.
    """
    from email.utils import parsedate_to_datetime

    if header is None:
        return None
    text = header.strip()
    try:
        seconds = float(text)
    except ValueError:
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=UTC)
        seconds = (moment - (now or datetime.now(UTC))).total_seconds()
    if seconds != seconds:  # NaN
        return None
    return min(seconds, LONGEST_WAIT) if seconds > 0 else _SOME_SECONDS
