"""Estimated, spent, left: worked out anew a moment after anything changed."""

from __future__ import annotations

import asyncio
from typing import cast

from topa_studio.app.production import Production
from topa_studio.app.tasks import Slices, Tasks
from topa_studio.base.errors import ProviderError
from topa_studio.base.signal import Signal
from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, Money, Quote
from topa_studio.pipeline.money import left, spent

_DELAY = 0.25
_BALANCE_AFTER = 2.0


class MoneyLine:
    """Keeps the three numbers.

    Signals:
        changed: one of them is another now.
    """

    def __init__(self, production: Production) -> None:
        self.changed: Signal[Money] = Signal()
        self._production = production
        self._balance: float | None = None
        self._last = Money(None, 0.0, None)
        self._is_stale = False
        self._tasks = Tasks(production.told.emit)
        self._pending: asyncio.Task[None] | None = None
        self._asking: asyncio.Task[None] | None = None

    def now(self) -> Money:
        """The numbers at this moment."""
        production = self._production
        keys = [shot.key for shot in production.scenario.shots() if self._is_wanted(shot)]
        return self._money(production.estimate().quote(keys))

    def refresh(self) -> None:
        """Work them out again soon."""
        self._is_stale = True
        if self._pending is None or self._pending.done():
            self._pending = self._tasks.spawn(self._later())

    def ask_balance(self, after: float = 0.0) -> None:
        """Ask the service what is left on the account; silence leaves it unknown."""
        if self._asking is None or self._asking.done():
            self._asking = self._tasks.spawn(self._ask(after))

    async def aclose(self) -> None:
        """Stop asking."""
        await self._tasks.aclose()

    def _money(self, missing: Quote) -> Money:
        production = self._production
        paid = spent(production.board)
        known = [
            n for n in (left(production.budget(), production.board), self._balance) if n is not None
        ]
        return Money(missing.credits, paid, min(known, default=None))

    def _is_wanted(self, shot: Shot) -> bool:
        status = self._production.shot(shot.key)
        return not shot.locked and status.chosen is None and status.stage not in RUNNING

    async def _later(self) -> None:
        # What changes while a long film is priced asks for one more round.
        while self._is_stale:
            await asyncio.sleep(_DELAY)
            self._is_stale = False
            now = self._money(await self._quote())
            if now.spent != self._last.spent and self._balance is not None:
                self.ask_balance(_BALANCE_AFTER)
            if now != self._last:
                self._last = now
                self.changed.emit(now)

    async def _quote(self) -> Quote:
        """What is missing, priced in slices so that a long film never holds the loop."""
        production, slices = self._production, Slices()
        estimate = production.estimate()
        keys = []
        for shot in estimate.scenario.shots():
            if self._is_wanted(shot):
                keys.append(shot.key)
            await slices.rest()
        steps = estimate.quote_in_steps(keys)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return cast(Quote, end.value)
            await slices.rest()

    async def _ask(self, after: float) -> None:
        await asyncio.sleep(after)
        try:
            self._balance = await self._production.account.ask()
        except ProviderError:
            return
        self.refresh()
