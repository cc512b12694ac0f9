"""The line for the slots: who came first goes first, unless the user moved another to the front."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, eq=False)
class _Waiting:
    key: str
    turn: asyncio.Future[None]


class Line:
    """`slots` jobs at once; the others wait in an order that may be changed."""

    def __init__(self, slots: int) -> None:
        self._free = slots
        self._waiting: list[_Waiting] = []
        self._ahead: set[str] = set()

    @property
    def is_full(self) -> bool:
        """Whether the next one has to wait."""
        return self._free == 0

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
        self._ahead.add(key)
        first = [waiting for waiting in self._waiting if waiting.key == key]
        self._waiting = first + [waiting for waiting in self._waiting if waiting.key != key]

    def settle(self, key: str) -> None:
        """The flow of this shot or element is over: the next one stands in line as all do."""
        self._ahead.discard(key)

    async def _take(self, key: str) -> None:
        if self._free and not self._waiting:
            self._free -= 1
            return
        mine = _Waiting(key, asyncio.get_running_loop().create_future())
        ahead = key in self._ahead
        others = [other.key in self._ahead for other in self._waiting]
        place = others.index(False) if ahead and False in others else len(others)
        self._waiting.insert(place, mine)
        try:
            await mine.turn
        except asyncio.CancelledError:
            if mine in self._waiting:
                self._waiting.remove(mine)
            elif not mine.turn.cancelled():
                self._give()
            raise

    def _give(self) -> None:
        while self._waiting:
            next_one = self._waiting.pop(0)
            if not next_one.turn.done():
                next_one.turn.set_result(None)
                return
        self._free += 1
