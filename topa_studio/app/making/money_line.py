"""Estimated, spent, left: worked out anew a moment after anything changed."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection
from typing import cast

from topa_studio.app.making.day_budget import read_day_budget
from topa_studio.app.making.production import Production
from topa_studio.app.tasks import Slices, Tasks
from topa_studio.base.errors import ProviderError, StudioError
from topa_studio.base.signal import Signal
from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, Money, is_missing
from topa_studio.model.wish import Kind, Wish, clips
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.money.budget import Press, credits_of
from topa_studio.pipeline.money.estimate import spent_on
from topa_studio.pipeline.money.unsent import unsent, unsent_in_steps

_DELAY = 0.25
_BALANCE_AFTER = 2.0
_LOW = 0.1


class MoneyLine:
    """Keeps the three numbers.

    Attributes:
        is_counted: what a long film will cost was counted, which is begun when it is shown.
    Signals:
        changed: one of them is another now.
    """

    def __init__(self, production: Production, *, at_once: bool = True) -> None:
        self.changed: Signal[Money] = Signal()
        self._production = production
        self._mistakes: Callable[[], Collection[str]] = tuple
        # The balance as it was told, and what counted as spent when it was asked for.
        self._balance: tuple[float, float] | None = None
        self._day: float | None = None
        self._day_limit: float | None = None
        self._day_when_spent: float | None = None
        self._spent_on: dict[Subject, int] = {}
        production.board.changed.connect(self._changed)
        self._last = Money(None, 0.0, None)
        self.is_counted = at_once
        self._is_stale = False
        self._is_over = False
        self._tasks = Tasks(production.told.emit)
        self._pending: asyncio.Task[None] | None = None
        self._asking: asyncio.Task[None] | None = None

    def leave_out(self, mistakes: Callable[[], Collection[str]]) -> None:
        """Shots (keys) that cannot be sent as they are written cost nothing."""
        self._mistakes = mistakes

    def now(self) -> Money:
        """The numbers at this moment."""
        if not self.is_counted:
            return self._money(None)
        production = self._production
        keys = [shot.key for shot in production.scenario.shots() if self._is_unfinished(shot)]
        return self._money(unsent(production.film.estimate(), [*clips(*keys), *self._drawn()]))

    def refresh(self) -> None:
        """Work them out again soon."""
        self._is_stale = True
        if self._is_over:
            return
        if self._pending is None or self._pending.done():
            self._pending = self._tasks.spawn(self._later())

    def day_changed(self) -> None:
        """Another budget holds for the day."""
        self._day_when_spent = None
        self.refresh()

    def ask_balance(self, after: float = 0.0) -> None:
        """Ask the service what is left on the account; silence leaves it unknown."""
        if self._asking is None or self._asking.done():
            self._asking = self._tasks.spawn(self._ask(after))

    async def aclose(self) -> None:
        """Stop asking; what changes from now on is not looked at any more."""
        self._is_over = True
        await self._tasks.aclose()

    def _money(self, unsent: float | None) -> Money:
        production = self._production
        paid, budget = self._spent(), production.budget.credits
        balance = self._on_account(paid)
        every = {
            "film": None if budget is None else max(budget - paid, 0.0),
            "day": self._day,
            "practice" if production.practice else "account": balance,
        }
        known = {scope: credits for scope, credits in every.items() if credits is not None}
        least = min(known, key=lambda scope: known[scope], default="")
        low = _is_low(every["film"], budget) or _is_low(every["day"], self._day_limit)
        low = low or _is_low(balance, budget)
        return Money(unsent, paid, known.get(least), least, balance, low)

    def _on_account(self, paid: float) -> float | None:
        """The balance as it must be by now: spent and left never disagree until it is told anew."""
        if self._balance is None:
            return None
        told, paid_then = self._balance
        return max(told - (paid - paid_then), 0.0)

    def _spent(self) -> float:
        """As `money.spent`; only what changed is counted again."""
        for subject, entry in self._production.board.subjects():
            if subject not in self._spent_on:
                self._spent_on[subject] = spent_on(entry)
        return credits_of(sum(self._spent_on.values()))

    def _changed(self, subject: Subject) -> None:
        self._spent_on.pop(subject, None)

    def _is_unfinished(self, shot: Shot) -> bool:
        """Whether a clip of it is missing, or in work."""
        if shot.key in self._mistakes():
            return False
        status = self._production.shot(shot.key)
        return status.stage in RUNNING or is_missing(status, locked=shot.locked)

    def _drawn(self) -> list[Wish]:
        """Pictures in work for no clip."""
        in_line = self._production.board.waiting()
        return [Wish(kind, key) for kind, key in in_line if kind in (Kind.VIEW, Kind.PANEL)]

    async def _later(self) -> None:
        # What changes while a long film is priced asks for one more round.
        while self._is_stale:
            await asyncio.sleep(_DELAY)
            self._is_stale = False
            await self._look_at_day()
            now = self._money(await self._unsent())
            if now.spent != self._last.spent and self._balance is not None:
                self.ask_balance(_BALANCE_AFTER)
            if now != self._last or not self.is_counted:
                self._last, self.is_counted = now, True
                self.changed.emit(now)

    async def _look_at_day(self) -> None:
        """What the day has left; it changes with what is spent, and with its budget."""
        production = self._production
        paid = self._spent()
        if production.practice or production.read_only or paid == self._day_when_spent:
            return
        self._day_when_spent = paid
        try:
            self._day = (await production.till.budgets.left(Press())).day
            self._day_limit = await asyncio.to_thread(read_day_budget)
        except StudioError:
            # The press that cannot be sent for it says why.
            self._day = self._day_limit = None

    async def _unsent(self) -> float | None:
        """What was not sent yet, priced in slices so that a long film never holds the loop."""
        production, slices = self._production, Slices()
        estimate = production.film.estimate()
        wishes = self._drawn()
        for shot in estimate.scenario.shots():
            if self._is_unfinished(shot):
                wishes.append(Wish(Kind.CLIP, shot.key))
            await slices.rest()
        steps = unsent_in_steps(estimate, wishes)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                return cast("float | None", end.value)
            await slices.rest()

    async def _ask(self, after: float) -> None:
        await asyncio.sleep(after)
        paid = self._spent()
        try:
            self._balance = (await self._production.account.ask(), paid)
        except ProviderError:
            return
        self.refresh()


def _is_low(left: float | None, budget: float | None) -> bool:
    """Whether little of a budget is left; one that is not known, or 0, is never low."""
    return left is not None and bool(budget) and left < (budget or 0.0) * _LOW
