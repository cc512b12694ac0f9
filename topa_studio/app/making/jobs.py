"""What the user can do about jobs: lost answers, the line, cancelling, trying again."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol

from topa_studio.app.making.failures import Failure
from topa_studio.app.making.jobs_now import ON_THE_WAY, JobsNow
from topa_studio.app.making.production import Production
from topa_studio.base.errors import ProjectError, ProviderError
from topa_studio.model.request import DEFAULT_PROVIDER
from topa_studio.model.status import NO_CONSENT, Consent, Trouble
from topa_studio.model.wish import Kind, Redrawing, Wish
from topa_studio.pipeline.compose import needed_elements
from topa_studio.pipeline.job import SURE, Job, State
from topa_studio.pipeline.money.balance import Hint, expected, hint, last_before
from topa_studio.pipeline.sending.ending import leave
from topa_studio.provider.service import service

__all__ = ["ON_THE_WAY", "Cancelled", "Check", "Failure", "Hint", "Jobs"]

_DAY = 86400.0


class Make(Protocol):
    """The session's own way to make what is wished, with all its guards."""

    def __call__(
        self, wishes: Iterable[Wish], /, *, consent: Consent = NO_CONSENT
    ) -> Awaitable[None]:
        """Make them, and wait for the end."""
        ...


@dataclass(frozen=True, slots=True)
class Check:
    """What can be known of a lost answer without paying.

    Attributes:
        told, expected: credits on the account, and what there should be if it was not charged;
            None: not known.
        cost: credits it was expected to take.
        sent: when it was sent, seconds since 1970.
        media_days, log_days: for how long the service still keeps a result, and its log.
    """

    hint: Hint
    told: float | None
    expected: float | None
    cost: float | None
    sent: float
    media_days: int = 0
    log_days: int = 0


@dataclass(frozen=True, slots=True)
class Cancelled:
    """How many flows were stopped before anything was sent, and how many jobs go on there."""

    waiting: int
    sent: int


class Jobs(JobsNow):
    """The three answers to an unknown outcome, and the acts of the queue, by shot or element."""

    def __init__(self, production: Production, make: Make) -> None:
        super().__init__(production)
        self._make = make
        # Adopting and leaving at once would end with whichever the disk took last.
        self._answering = asyncio.Lock()

    @property
    def is_offline(self) -> bool:
        """Whether sending waits for a connection, which it finds by itself."""
        why = self._production.runner.gate.holds
        return why is not None and why.code == "pipeline.offline"

    @property
    def holds(self) -> Trouble | None:
        """Why nothing new is sent at this moment, a pause of the user too; None where it is."""
        return self._production.runner.gate.waits

    def set_at_once(self, count: int) -> None:
        """Have so many jobs on their way at once; 0: as many as is usual."""
        self._production.runner.line.set_slots(count)

    async def check(self, key: str) -> Check:
        """Look again, for nothing: what the balance hints at, and how long there is time.

        Raises:
            ProjectError: nothing there waits for the user, or was left by them.
        """
        left = self.left(key)
        job = left[-1] if left and not self.unknown(key) else self._first_unknown(key)
        told: float | None = None
        if job.provider == DEFAULT_PROVIDER:
            with suppress(ProviderError):
                told = await self._production.account.ask()
        every = await self._production.till.kept.jobs()
        jobs = [each for each in every if each.provider == job.provider]
        before = last_before(self._production.account.told, job.sent)
        age, there = max(0.0, time.time() - job.sent) / _DAY, service(job.provider)
        return Check(
            hint=hint(before, told, jobs),
            told=told,
            expected=None if before is None else expected(before, jobs),
            cost=job.estimate,
            sent=job.sent,
            media_days=max(0, int(there.media_days - age)),
            log_days=max(0, int(there.log_days - age)),
        )

    def logs_page(self, key: str) -> str:
        """Where the provider of what waits there lists all tasks of the account."""
        return service(self._provider_of(key)).logs_page

    def _provider_of(self, key: str) -> str:
        waiting = (*self.unknown(key), *self.left(key))
        return waiting[0].provider if waiting else DEFAULT_PROVIDER

    async def adopt(self, pasted: str, key: str, *, sure: bool = False) -> Job:
        """The task with the pasted id is the lost one: bring its result home without a charge.

        One that was left may be adopted as well, as long as nothing is being made there. Returns
        the job, which is collected from now on.

        Raises:
            NotProven: it may be; ask the user, and call again with `sure`.
            ProjectError: it is not, in plain words; nothing has changed.
            ProviderError: the service could not be asked.
        """
        self._production.must_write()
        async with self._answering:
            return await self._adopt(pasted, key, sure=sure)

    async def _adopt(self, pasted: str, key: str, *, sure: bool) -> Job:
        production = self._production
        unknown = self.lost(key)
        if not unknown and self._is_in_line(key):
            raise ProjectError("pipeline.adopt-later")
        jobs = await production.till.kept.jobs()
        takes = await production.till.kept.takes_by_task()
        by = self._provider_of(key)
        unknown = tuple(job for job in unknown if job.provider == by)
        left = [job for job in self.left(key) if job.provider == by]
        from topa_studio.pipeline.sending.adoption import PAUSES, Adoption, owner_in

        adoption = Adoption(
            till=production.till,
            provider=production.providers.of(by),
            catalogue=production.catalogue,
            page=service(by).logs_page,
            owner=owner_in(jobs, takes, partial(_name, production)),
            pauses=[seconds / production.pace.speed for seconds in PAUSES],
        )
        job = await adoption.adopt(pasted, unknown, left, sure=sure)
        self._calm(key)
        production.maker.start_collecting()
        return job

    async def look_again(self, key: str, *, sure: bool = False) -> None:
        """Ask once more about what is paid for there and held, and bring home what came; free.

        Args:
            sure: the user takes its result, also where the service's word is another request's.

        Raises:
            ProjectError: nothing there is held, or the disk does not take it.
        """
        self._production.must_write()
        async with self._answering:
            held = self.held(key)
            if not held:
                raise ProjectError("pipeline.nothing-unknown")
            if sure:
                allowed = [replace(job, consent=f"{job.consent} {SURE}".strip()) for job in held]
                held = tuple([await self._production.till.step(job) for job in allowed])
            flows = self._production.maker.start_collecting(held)
        await asyncio.gather(*flows, return_exceptions=True)

    async def forget(self, key: str, *, charged: bool = True) -> None:
        """Leave what is unknown there: it is not asked about again, and can be made anew.

        Args:
            charged: it still counts as spent; False once the user knows that it was not.

        Raises:
            ProjectError: nothing there waits for the user, or the disk does not take it.
        """
        self._production.must_write()
        async with self._answering:
            self._first_unknown(key)
            for job in self.unknown(key):
                await leave(self._production.till, job, charged=charged)
        self._calm(key)

    async def again(self, key: str, *, shown: float | None = None) -> None:
        """Make it once more, though it may be charged twice. Raises ProjectError.

        Args:
            shown: credits that stood on the button; see `Consent`.
        """
        async with self._answering:
            pass  # an answer that is given already comes first
        # Of several that were wished at once the others are from the very same request.
        same = any(job.variant is not None for job in self.unknown(key))
        consent = Consent(unknown=True, same=same, barred=True, shown=shown)
        await self._make([self.wish_of(key)], consent=consent)

    async def retry(self, key: str) -> None:
        """Try again what did not come: fetch what is paid for, or send what was refused.

        What is held is looked at once more, and never sent.

        Raises:
            ProjectError: nothing went wrong there, or only the user can decide.
        """
        if self.held(key):
            await self.look_again(key)
            return
        if self.unknown(key):
            raise ProjectError("pipeline.needs-you")
        is_open = bool(self._of(key))
        newest = self._newest(key)
        went_wrong = newest is not None and newest.state is State.FAILED
        wish = self.wish_of(key)
        if not (is_open or went_wrong or self._production.board.trouble(wish.subject)):
            raise ProjectError("pipeline.nothing-to-retry")
        await self._make([wish], consent=Consent(same=True, barred=True))

    def offered(self) -> tuple[str, ...]:
        """Shots with clips of another film, which this opening found to have lain here before."""
        where = self._production.film.whereabouts
        return where.offered() if where.another_film else ()

    async def take_over(self, keys: Iterable[str]) -> None:
        """Clips of a film that lay here before count for these shots, too.

        Raises ProjectError, OSError.
        """
        self._production.must_write()
        await self._production.film.whereabouts.take_over(keys, self._production.scenario)

    def cancel(self, job_id: int) -> None:
        """Stop the flow of a job; what was sent may still finish, and is then collected."""
        for job in self._production.board.open_jobs():
            if job.id == job_id:
                kind = Kind.CLIP if job.wish.kind is Kind.PANEL else job.wish.kind
                self._production.maker.stop((kind, job.wish.key))

    def cancel_waiting(self, kind: str, key: str) -> None:
        """Take a shot or element out of the line before anything of it is sent."""
        self._production.maker.stop((Kind(kind), key))

    def cancel_all(self) -> Cancelled:
        """Stop every flow; what was sent is collected all the same, since nobody can call it back.

        The words for what was sent are `pipeline.may-still-charge`.
        """
        maker, board = self._production.maker, self._production.board
        sent = sum(job.state in ON_THE_WAY for job in board.open_jobs())
        waiting = -sum(job.state in ON_THE_WAY for job in board.open_jobs() if not job.variant)
        for subject in board.waiting():
            several = len(board.unsent(subject)) if board.variants(subject) else 1
            waiting += several if maker.stop(subject) else 0
        return Cancelled(max(0, waiting), sent)

    def to_front(self, kind: str, key: str) -> None:
        """What still waits for this shot or element is next, its reference images too."""
        production = self._production
        scenario = production.scenario
        if scenario.has_shot(key):
            for element in needed_elements(scenario, scenario.shot(key)):
                production.runner.line.to_front(element.name)
        production.runner.line.to_front(key)
        for each in (Kind.PANEL, Kind.CLIP) if kind == Kind.PANEL else (Kind(kind),):
            production.board.to_front((each, key))

    def _first_unknown(self, key: str) -> Job:
        found = self.unknown(key)
        if not found:
            raise ProjectError("pipeline.nothing-unknown")
        return found[0]

    def _calm(self, key: str) -> None:
        for kind in self._kinds(key):
            self._production.board.calm((kind, key))


def _name(production: Production, wish: Wish) -> str:
    scenario = production.scenario
    if wish.kind is Kind.VIEW:
        return f"@{wish.key}, {wish.number}"
    if wish.kind is Kind.REDRAW:
        return f"@{wish.element}, {Redrawing.of(wish.key).file}"
    if wish.film == production.layout.film and scenario.has_shot(wish.key):
        return f"{scenario.number_of(wish.key)}, {wish.kind} {wish.number}"
    return f"{wish.film}, {wish.key}, {wish.kind} {wish.number}"
