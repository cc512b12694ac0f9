"""What a film may spend: every paid job and every reservation passes here, before it is sent."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.base.regular import holds_bytes
from topa_studio.model.status import Trouble
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.job import Job
from topa_studio.pipeline.money.admission import Rules, admit, release, reserve, taken, taken_by_run
from topa_studio.pipeline.money.budget import (
    Part,
    Press,
    credits_of,
    limit_units,
    part_of,
    plain,
    units,
)
from topa_studio.pipeline.money.day_ledger import DayLedger, left_of_day
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Left:
    """Credits that each budget still has, reservations counted as spent; None: no such budget."""

    film: float | None = None
    day: float | None = None
    run: float | None = None

    @property
    def least(self) -> float | None:
        """What may still be spent; None where nothing limits it."""
        return min((n for n in (self.film, self.day, self.run) if n is not None), default=None)

    @property
    def scope(self) -> str:
        """The budget that has least: "film", "day", "run"; "" where there is none."""
        named = {"film": self.film, "day": self.day, "run": self.run}
        known = {name: left for name, left in named.items() if left is not None}
        return min(known, key=lambda name: known[name]) if known else ""


class Purse:
    """The budgets of one film, and what is set aside of them."""

    def __init__(
        self,
        store: Store,
        layout: Layout,
        budget: Callable[[], float | None],
        day: DayLedger | None,
    ) -> None:
        """`budget` is the film's as it is now, in credits; `day` is None where nothing is paid."""
        self._store = store
        self._layout = layout
        self._budget = budget
        self._day = day
        self._aside: dict[str, list[Part]] = {}

    async def open(self, jobs: Sequence[Job]) -> None:
        """Put right what a dead process left of these jobs; from then on entries follow them."""
        await self._store.call(_open, self._day, jobs)

    async def admit(self, job: Job, press: Press) -> Job:
        """Write the intent of a job, if budgets and guards let it pass; it has its id then.

        Raises:
            OverBudget, StudioError: nothing was written; the sentence says what to do.
            ProjectError: the disk did not take it.
        """
        self._as_shown(job, press)
        admitted = await self._store.step(admit, job, press, self._rules())
        wish, cost = job.wish, "?" if job.estimate is None else plain(job.estimate)
        log.info("%s %s %d: admitted, %s credits", wish.kind, wish.key, wish.number, cost)
        return admitted

    def _as_shown(self, job: Job, press: Press) -> None:
        """Hold back what costs more than its press was told. Raises StudioError."""
        aside = self._aside.get(press.run)
        if aside is None or job.estimate is None:
            return
        place = part_of(job.wish, None, press.variant).place
        shown = [part.credits for part in aside if part.place == place]
        known = [credits for credits in shown if credits is not None]
        most = max(known, default=0.0)
        if len(known) == len(shown) and units(job.estimate) > units(most):
            raise StudioError("pipeline.dearer", cost=plain(job.estimate), shown=plain(most))

    async def reserve(self, parts: Iterable[Part], press: Press) -> None:
        """Set credits aside for all parts of a press, or for none; raises as `reserve`."""
        wanted = list(parts)
        # Before it is done: whoever is cancelled meanwhile gives it back all the same.
        self._aside.setdefault(press.run, []).extend(wanted)
        if wanted:
            await self._store.call(reserve, wanted, press, self._rules())

    async def release(self, press: Press) -> None:
        """The press is over: what it did not use is free again; at the next start at the latest."""
        unused = self._aside.pop(press.run, None)
        if unused:
            try:
                await self._store.call(release, unused, press.run, self._day)
            except ProjectError as error:
                log.warning("what was set aside stays so until the next start: %s", error)

    async def left(self, press: Press) -> Left:
        """What each budget still has. Raises StudioError: the day's budget cannot be read."""
        return await self._store.call(_left, self._rules(), press)

    async def spent_today(self) -> float | None:
        """Credits of today over all films; None where nothing is paid."""
        day = self._day
        if day is None:
            return None
        return credits_of(await self._store.call(lambda _: day.spent(time.time())))

    def untold(self) -> list[Trouble]:
        """What went wrong with the count of the day and the user was not told yet; each once."""
        return [] if self._day is None else self._day.untold()

    async def aclose(self) -> None:
        """Let go of the day's ledger, once nothing is written any more."""
        day = self._day
        if day is not None:
            await asyncio.to_thread(day.close)

    def _rules(self) -> Rules:
        return Rules(self._layout.film, self._budget(), self._day, self._is_there)

    def _is_there(self, stored: str) -> bool:
        return holds_bytes(self._layout.absolute(stored))


def _open(records: Records, day: DayLedger | None, jobs: Sequence[Job]) -> None:
    # What a dead process set aside is not any more.
    records.change("DELETE FROM reservation", [()])
    if day is not None:
        day.put_right(records.identity(), jobs, time.time())
        records.follow(day.settle_job)


def _left(records: Records, rules: Rules, press: Press) -> Left:
    film, run = rules.budget, press.budget
    return Left(
        film=None if film is None else credits_of(limit_units(film) - taken(records, rules.film)),
        day=left_of_day(rules.day, time.time()),
        run=None
        if run is None
        else credits_of(limit_units(run) - taken_by_run(records, press.run, rules.film)),
    )
