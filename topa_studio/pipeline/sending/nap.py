"""Notices that the computer slept, or the program stood still, by two clocks that then disagree."""

from __future__ import annotations

import time
from collections.abc import Callable

LONG = 20.0
"""Seconds between two looks after which it counts as sleep; they are a fraction apart."""


class Naps:
    """Asked again and again; some systems let their steady clock stand still in sleep, some not."""

    def __init__(
        self,
        steady: Callable[[], float] = time.monotonic,
        wall: Callable[[], float] = time.time,
    ) -> None:
        self._steady = steady
        self._wall = wall
        self._last = steady(), wall()

    def look(self) -> tuple[bool, float]:
        """Whether it slept since the last look, and how far the steady clock went on meanwhile.

        A wall clock that was set forward looks like sleep, and is as harmless.
        """
        before, self._last = self._last, (self._steady(), self._wall())
        steady, wall = self._last[0] - before[0], self._last[1] - before[1]
        return max(steady, wall) > LONG, steady if steady > LONG else 0.0
