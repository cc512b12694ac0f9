"""What is sent is watched and brought home; a slot is free again once the service has finished."""

from __future__ import annotations

import asyncio
import logging
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from topa_studio.base.errors import NotSent, ProviderError, Refused, StudioError
from topa_studio.model.status import Trouble, reason_of
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import NO_FILE, Job, State
from topa_studio.pipeline.money.budget import believed, plain
from topa_studio.pipeline.sending.arrival import Arrival
from topa_studio.pipeline.sending.doubt import Doubt, doubt_of
from topa_studio.pipeline.sending.ending import JobStopped, failed
from topa_studio.pipeline.sending.gate import Gate
from topa_studio.pipeline.sending.offline import Offline
from topa_studio.pipeline.sending.refusal import content_refused, is_content
from topa_studio.pipeline.till import Till
from topa_studio.provider.api import TaskReport, TaskState
from topa_studio.provider.said import said
from topa_studio.provider.service import Providers

log = logging.getLogger(__name__)

_FETCH_TRIES = 3
_SILENT_AFTER = 20
_NOT_KNOWN_AFTER = 20
NOT_KNOWN = frozenset({404, 422})
"""What the service answers where it knows no such task."""
_AFTER_SLEEP = 3.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient the runner is.

    Attributes:
        poll: seconds until the next question, by seconds since the job was sent.
        slots: how many jobs run at once at the service.
        downloads: how many results come home at once.
        patience: seconds to wait for one job before leaving it for later; None: for ever.
        offline_patience: seconds to wait for a connection; None: for ever.
        file_patience: seconds to ask on for the file of a task that is said to be finished.
        speed: divides waits of seconds, for a service that works faster.
        unattended: nobody can press Continue, so a stop ends what is not sent yet.
    """

    poll: Callable[[float], float]
    slots: int = 8
    downloads: int = 4
    patience: float | None = None
    offline_patience: float | None = None
    file_patience: float = 300.0
    speed: float = 1.0
    unattended: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Watch:
    """One job that is watched: its result, and when the service is done with it.

    Attributes:
        home: ends with the take; never cancelled by who waits.
        there: set once the service has finished, or nobody asks any more.
    """

    home: asyncio.Task[Take]
    there: asyncio.Event


class Collector:
    """Asks about what was sent, and brings results home, some at once."""

    def __init__(
        self,
        *,
        board: Board,
        till: Till,
        providers: Providers,
        arrival: Arrival,
        gate: Gate,
        offline: Offline,
        pace: Pace,
    ) -> None:
        self._board = board
        self._till = till
        self._providers = providers
        self._arrival = arrival
        self._gate = gate
        self._offline = offline
        self._pace = pace
        self._places = asyncio.Semaphore(pace.downloads)
        self._slept = 0.0
        self._naps = 0
        self._watches: dict[int, Watch] = {}
        self._not_known: Counter[int] = Counter()

    def woke(self, stood_still: float) -> None:
        """The computer slept for so many seconds of the steady clock: nobody could ask then."""
        self._slept += stood_still
        self._naps += 1

    async def collect(self, job: Job) -> Take:
        """Bring home what was sent; who else asks for the same job waits for the same end.

        Cancelling the caller does not stop it: what is paid for is collected all the same.

        Raises:
            JobStopped: no result; the job's state and trouble say why.
        """
        return await asyncio.shield(self.watch(job).home)

    def watch(self, job: Job) -> Watch:
        """Bring home what was sent, also if nobody waits for it."""
        running = self._watches.get(job.id)
        if running is None:
            there = asyncio.Event()
            home = asyncio.create_task(self._collect(job, there))
            running = self._watches[job.id] = Watch(home, there)
            home.add_done_callback(lambda done: self._ended(job.id, done))
        return running

    async def aclose(self) -> None:
        """Stop watching; the next start goes on."""
        watching = [watch.home for watch in self._watches.values()]
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)

    def _ended(self, job_id: int, done: asyncio.Task[Take]) -> None:
        self._watches.pop(job_id).there.set()
        if not done.cancelled():
            done.exception()  # told to whoever waits; nobody may be left to wait

    async def _collect(self, job: Job, there: asyncio.Event) -> Take:
        home = await self._arrival.already_home(job)
        if home is not None:
            return await self._arrive(job, home)
        last = StudioError("pipeline.not-fetched", reason="")
        for attempt in range(_FETCH_TRIES):
            # Notes hold no addresses: whoever comes from them asks for his anew.
            if job.state is not State.READY or not job.urls or attempt:
                job = await self._watch(job, there)
            there.set()
            try:
                async with self._places:
                    take = await self._fetch(job)
            except StudioError as error:
                last = error
                continue
            except OSError as error:
                last = StudioError("pipeline.disk", reason=reason_of(error))
                break
            return await self._arrive(job, take)
        trouble = Trouble("pipeline.not-fetched", {"reason": Trouble.of(last)})
        await self._till.settled(job.to(State.READY, trouble=trouble))
        raise JobStopped(trouble.code, **trouble.params)

    async def _fetch(self, job: Job) -> Take:
        while True:
            try:
                provider = self._providers.of(job.provider)
                return await self._arrival.fetch(job, provider, self._board.fetched)
            except NotSent as error:
                if not self._offline.lost(error, job.provider):
                    raise
                await self._offline.over()
                if not self._offline.was_away:
                    raise

    async def _arrive(self, job: Job, take: Take) -> Take:
        ready = job if job.state is State.READY else job.to(State.READY)
        done = ready.to(
            State.DONE, path=take.path, credits=take.credits, finished=take.made_at, trouble=None
        )
        await self._till.arrived(done, take)
        return take

    async def _watch(self, job: Job, there: asyncio.Event) -> Job:
        """Ask until the service is done with the task; the job is READY then.

        One that is held is asked about once: the user looks again.
        """
        began = self._awake()
        doubted: float | None = None
        silent = 0
        while True:
            report = await self._ask(job)
            silent = silent + 1 if report is None else 0
            if self._not_known[job.id] >= _NOT_KNOWN_AFTER:
                raise await self._not_known_there(job)
            doubt = None if report is None else self._doubt(job, report)
            if report is None and job.is_held:
                raise _stopped(job)
            if silent == _SILENT_AFTER:
                told = Trouble("pipeline.no-news", {"task_id": job.task_id})
                self._board.put(replace(job, trouble=told))
            if doubt is not None:
                # Its slot is free meanwhile: the service draws nothing for it any more.
                there.set()
                doubted = self._awake() if doubted is None else doubted
                if job.is_held or self._awake() - doubted >= self._pace.file_patience:
                    raise await self._hold(job, doubt.held)
                self._board.put(replace(job, trouble=doubt.asking))
            elif report is not None:
                doubted = None
                job = await self._told(job, report)
                if job.state is State.READY:
                    return job
            waited = self._awake() - began
            if self._pace.patience is not None and waited > self._pace.patience:
                raise JobStopped("pipeline.still-running", minutes=round(waited / 60))
            pause = self._pace.poll(time.time() - (job.sent or job.created))
            word = "no news" if report is None else report.word or report.state
            log.debug("task %s: %s; wait: %.1f s", job.task_id, word, pause)
            await self._rest(pause)

    def _doubt(self, job: Job, report: TaskReport) -> Doubt | None:
        return doubt_of(job, report, self._providers.of(job.provider))

    def _awake(self) -> float:
        """Seconds of the steady clock in which somebody could ask."""
        return time.monotonic() - self._slept

    async def _told(self, job: Job, report: TaskReport) -> Job:
        """The job after a sound report. Raises JobStopped where the service has failed."""
        if report.state is TaskState.DONE:
            return await self._ready(job, report)
        if report.state is TaskState.FAILED:
            raise await self._failed_there(job, report)
        if report.word != job.word or job.is_held:
            job = replace(job, word=report.word, trouble=None)
            self._board.put(job)
        return job

    async def _hold(self, job: Job, told: Trouble) -> JobStopped:
        """It is paid for and brings nothing: nobody asks on until the user has it looked at."""
        held = replace(job, state=State.SUBMITTED, trouble=told)
        await self._till.settled(held)
        return _stopped(held)

    async def _rest(self, seconds: float) -> None:
        """Until the next question; after sleep not all are asked at once."""
        naps = self._naps
        await asyncio.sleep(seconds)
        if self._naps != naps:
            await asyncio.sleep(random.uniform(0.0, _AFTER_SLEEP))

    async def _ask(self, job: Job) -> TaskReport | None:
        while True:
            try:
                return await self._asked(job)
            except NotSent as error:
                if not self._offline.lost(error, job.provider):
                    return None
                await self._offline.over()
                if not self._offline.was_away:
                    return None

    async def _asked(self, job: Job) -> TaskReport | None:
        try:
            report = await self._providers.of(job.provider).report(job.task_id)
            self._not_known.pop(job.id, None)
            return report
        except NotSent:
            raise
        except Refused as error:
            if not error.stops_queue:
                self._count_not_known(job, error)
                return None
            # Without a key nothing can be asked; the task stays known and is asked about later.
            self._gate.stop(error)
            await self._gate.opened()
            return None
        except ProviderError as error:
            self._count_not_known(job, error)
            return None

    def _count_not_known(self, job: Job, error: ProviderError) -> None:
        """How often in a row the service said that it knows no such task."""
        if error.params.get("status") in NOT_KNOWN:
            self._not_known[job.id] += 1
        else:
            self._not_known.pop(job.id, None)

    async def _not_known_there(self, job: Job) -> JobStopped:
        """It is asked about no more; it was paid for, so it counts as charged."""
        self._not_known.pop(job.id, None)
        cost = job.estimate if job.credits is None else job.credits
        charged = replace(job, state=State.SUBMITTED, credits=cost)
        error = StudioError("pipeline.task-not-known", task_id=job.task_id)
        return await failed(self._till, charged, error)

    async def _ready(self, job: Job, report: TaskReport) -> Job:
        base = replace(job, state=State.SUBMITTED)
        cost = believed(report.credits)
        ready = base.to(State.READY, urls=report.urls, credits=cost, trouble=None)
        await self._till.settled(ready)
        return ready

    async def _failed_there(self, job: Job, report: TaskReport) -> JobStopped:
        reason = said(report.fail_text) or report.fail_code
        told, cost = {"reason": reason or Trouble("pipeline.no-reason")}, report.credits
        error = StudioError("pipeline.service-failed", **told)
        if is_content(report.fail_code, report.fail_text):
            error = content_refused(reason)
        if cost is not None and cost < 0:
            # Nobody can tell what it took, so it counts as if it had been made.
            cost = job.estimate or 0.0
            error = StudioError("pipeline.failed-cost-unclear", credits=plain(cost), **told)
        elif cost:
            error = StudioError("pipeline.failed-and-charged", credits=plain(cost), **told)
        return await failed(self._till, replace(job, state=State.SUBMITTED, credits=cost), error)


def _stopped(job: Job) -> JobStopped:
    trouble = job.trouble or Trouble(NO_FILE)
    return JobStopped(trouble.code, **trouble.params)
