"""The line for the slots: the film's order, unless the user moved something to the front."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    key: str
    turn: asyncio.Future[None]


class Line:
    """`slots` jobs at once; of the others the first in `order` is next, else who came first.

    Attributes:
        slots: how many there may be now.
    """

    def __init__(self, slots: int, order: Callable[[str], int] = lambda _key: 0) -> None:
        self.slots = self._usual = slots
        self._free = slots  # below none: as many more are on their way than there shall be
        self._order = order
        self._waiting: list[_Waiting] = []
        self._ahead: dict[str, int] = {}

    @property
    def is_full(self) -> bool:
        """Whether the next one has to wait."""
        return self._free <= 0

    def set_slots(self, slots: int) -> None:
        """Let so many be on their way at once, 0: as at first; what is on its way goes on."""
        slots = slots or self._usual
        more, self.slots = slots - self.slots, slots
        if more < 0:
            self._free += more
        for _ in range(more):
            self._give()

    @asynccontextmanager
    async def place(self, key: str) -> AsyncIterator[None]:
        """A slot for a job of this shot or element, given back at the end."""
        await self._take(key)
        try:
            yield
        finally:
            self._give()

    def to_front(self, key: str) -> None:
        """What waits for this shot or element is next, and what it will still wait for too."""
        self._ahead[key] = max(self._ahead.values(), default=0) + 1

    def rank(self, key: str) -> tuple[int, int]:
        """What goes earlier has the lower one: what was moved last, then the film's order."""
        return -self._ahead.get(key, 0), self._order(key)

    def settle(self, key: str) -> None:
        """The flow of this shot or element is over: the next one stands in line as all do."""
        self._ahead.pop(key, None)

    async def _take(self, key: str) -> None:
        if self._free > 0 and not self._waiting:
            self._free -= 1
            return
        mine = _Waiting(key, asyncio.get_running_loop().create_future())
        self._waiting.append(mine)
        try:
            await mine.turn
        except asyncio.CancelledError:
            if mine in self._waiting:
                self._waiting.remove(mine)
            elif not mine.turn.cancelled():
                self._give()
            raise

    def _give(self) -> None:
        while self._waiting and self._free >= 0:
            next_one = min(self._waiting, key=lambda waiting: self.rank(waiting.key))
            self._waiting.remove(next_one)
            if not next_one.turn.done():
                next_one.turn.set_result(None)
                return
        self._free += 1
