"""Estimated, spent, left: worked out anew a moment after anything changed."""

from __future__ import annotations

import asyncio

from topa_studio.app.making.day_budget import read_day_budget
from topa_studio.app.making.production import Production
from topa_studio.app.making.standing import Standing
from topa_studio.app.tasks import Slices, Tasks
from topa_studio.base.errors import ProviderError, StudioError
from topa_studio.base.signal import Signal
from topa_studio.model.status import Money
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.money.budget import Press, credits_of
from topa_studio.pipeline.money.estimate import spent_on
from topa_studio.pipeline.money.unsent import unsent

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
        self.standing = Standing(production)
        # The balance as it was told, and what counted as spent when it was asked for.
        self._balance: tuple[float, float] | None = None
        self._day: float | None = None
        self._day_limit: float | None = None
        self._day_when_spent: float | None = None
        self._spent_on: dict[Subject, int] = {}
        self._paid = 0
        self._uncounted = {subject for subject, _entry in production.board.subjects()}
        production.board.changed.connect(self._uncounted.add)
        self._last = Money(None, 0.0, None)
        self.is_counted = at_once
        self._asked_at = (0.0, 0)
        self._is_stale = self._is_over = self._asks_again = False
        self._tasks = Tasks(production.told.emit)
        self._pending: asyncio.Task[None] | None = None
        self._asking: asyncio.Task[None] | None = None

    def left(self) -> Money:
        """What is spent and left at this moment, without what is not sent yet."""
        return self._money(None)

    def now(self) -> Money:
        """The numbers at this moment; where very much was touched, the estimate is from before."""
        if not self.is_counted:
            return self._money(None)
        self.standing.catch_up()
        return self._money(self._unsent())

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
        self._asks_again = True
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
        board = self._production.board
        for subject in self._uncounted:
            now = spent_on(board.entry(*subject))
            self._paid += now - self._spent_on.get(subject, 0)
            self._spent_on[subject] = now
        self._uncounted.clear()
        return credits_of(self._paid)

    def _drawn(self) -> list[Wish]:
        """Pictures in work for no clip."""
        in_line, film = self._production.board.waiting(), self._production.scenario
        panels = (Wish(*each) for each in in_line if each[0] is Kind.PANEL)
        views = (Wish(*each) for each in in_line if each[0].is_of_element)
        return [*views, *(wish for wish in panels if film.has_shot(wish.key))]

    async def _later(self) -> None:
        # What changes while a long film is priced asks for one more round.
        while self._is_stale:
            await asyncio.sleep(_DELAY)
            self._is_stale = False
            await self._look_at_day()
            await self._settle()
            now = self._money(self._unsent())
            # What counts as spent may be charged later, or never: the account tells at each end.
            moment = now.spent, len(self._production.board.open_jobs())
            if moment != self._asked_at and self._balance is not None:
                self.ask_balance(_BALANCE_AFTER)
            self._asked_at = moment
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

    def _unsent(self) -> float | None:
        """What was not sent yet."""
        estimate = self._production.film.estimate()
        return unsent(estimate, self.standing.unsent, self._drawn())

    async def _settle(self) -> None:
        """In slices, so that a long film never holds the loop."""
        slices = Slices()
        for _step in self.standing.steps():
            await slices.rest()

    async def _ask(self, after: float) -> None:
        # What changes while the service is asked may be in its answer or not: it is asked again.
        while self._asks_again:
            await asyncio.sleep(after)
            self._asks_again, paid, after = False, self._spent(), _BALANCE_AFTER
            try:
                self._balance = (await self._production.account.ask(), paid)
            except ProviderError:
                return
            self._asks_again = self._asks_again or paid != self._spent()
            self.refresh()


def _is_low(left: float | None, budget: float | None) -> bool:
    """Whether little of a budget is left; one that is not known, or 0, is never low."""
    return left is not None and bool(budget) and left < (budget or 0.0) * _LOW
