"""Drives one job from wish to file; the database is told before each act it records."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from topa_studio.base.errors import (
    NotSent,
    OutcomeUnknown,
    ProviderError,
    Refused,
    StudioError,
    Throttled,
)
from topa_studio.base.signal import Signal
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.catalogue.prices import price
from topa_studio.model.request import Request, digest
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.arrival import Arrival
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import Job, State, Wish
from topa_studio.pipeline.records import Records
from topa_studio.pipeline.store import Store
from topa_studio.pipeline.uploads import Uploads
from topa_studio.provider.api import Provider, TaskReport, TaskState

_NOT_SENT_TRIES = 5
_FETCH_TRIES = 3
_SETTLE_SECONDS = 30.0


class JobStopped(StudioError):
    """A job did not bring a result; its state tells how it stands and what may be done."""


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient the runner is.

    Attributes:
        poll: seconds until the next question, by seconds since the job was sent.
        slots: how many jobs run at once.
        patience: seconds to wait for one job before leaving it for later; None: for ever.
        unattended: nobody can press Continue, so a stop ends what is not sent yet.
    """

    poll: Callable[[float], float]
    slots: int = 8
    patience: float | None = None
    unattended: bool = False


class Runner:
    """Sends, watches and collects jobs; who calls it decides what is wished.

    Signals:
        stopped: the service refused in a way that every request would meet (no credits, no key).
    """

    def __init__(
        self,
        *,
        board: Board,
        store: Store,
        provider: Provider,
        uploads: Uploads,
        arrival: Arrival,
        catalogue: Catalogue,
        pace: Pace,
    ) -> None:
        self.stopped: Signal[Trouble] = Signal()
        self._board = board
        self._store = store
        self._provider = provider
        self._uploads = uploads
        self._arrival = arrival
        self._catalogue = catalogue
        self._pace = pace
        self._slots = asyncio.Semaphore(pace.slots)
        self._open = asyncio.Event()
        self._open.set()
        self._stop: Trouble | None = None
        self._posts: set[asyncio.Task[Job]] = set()
        self._collecting: dict[int, asyncio.Task[Take]] = {}

    # Pause

    @property
    def paused(self) -> bool:
        """Whether nothing new is sent."""
        return not self._open.is_set()

    def pause(self) -> None:
        """Send nothing new; what was sent is still watched."""
        self._open.clear()

    def resume(self) -> None:
        """Send again."""
        self._stop = None
        self._open.set()

    # Jobs

    async def make(self, wish: Wish, request: Request, path: str) -> Take:
        """Send a new job and bring its result home to `path` (relative to home).

        Raises:
            JobStopped: no result; the job's state and trouble say why.
        """
        async with self._slots:
            await self._admission()
            urls = await self._uploads.urls(request)
            job = await self._admit(wish, request, path)
            given_up = asyncio.Event()
            post = asyncio.create_task(self._send(job, request, urls, given_up))
            self._posts.add(post)
            post.add_done_callback(self._posts.discard)
            try:
                # A paid request is never torn by a cancel: its answer is awaited and stored.
                job = await asyncio.shield(post)
            except asyncio.CancelledError:
                given_up.set()
                post.add_done_callback(self._collect_all_the_same)
                raise
            return await self.collect(job)

    async def collect(self, job: Job) -> Take:
        """Bring home what was sent; who else asks for the same job waits for the same end.

        Cancelling the caller does not stop it: what is paid for is collected all the same.

        Raises:
            JobStopped: no result; the job's state and trouble say why.
        """
        return await asyncio.shield(self._watcher(job))

    def _watcher(self, job: Job) -> asyncio.Task[Take]:
        running = self._collecting.get(job.id)
        if running is None:
            running = asyncio.create_task(self._collect(job))
            self._collecting[job.id] = running
            running.add_done_callback(lambda done: self._collected(job.id, done))
        return running

    def _collect_all_the_same(self, post: asyncio.Task[Job]) -> None:
        """Nobody waits for this answer any more; where it is a yes, it is paid for."""
        if not post.cancelled() and post.exception() is None:
            self._watcher(post.result())

    def _collected(self, job_id: int, done: asyncio.Task[Take]) -> None:
        self._collecting.pop(job_id, None)
        if not done.cancelled():
            done.exception()  # told to whoever waits; nobody may be left to wait

    async def aclose(self) -> None:
        """Wait for answers of requests on the wire, then stop watching; the next start goes on."""
        if self._posts:
            await asyncio.wait(set(self._posts), timeout=_SETTLE_SECONDS)
        watching = list(self._collecting.values())
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)

    async def drop(self, job: Job) -> None:
        """Leave a job that was never sent, or whose outcome the user no longer waits for."""
        await self._step(job.to(State.DROPPED, finished=time.time()))

    async def _admission(self) -> None:
        """Wait while paused; where nobody can go on, end here."""
        if self._pace.unattended and self._stop is not None:
            raise JobStopped(self._stop.code, **self._stop.params)
        await self._open.wait()

    def _stop_queue(self, error: StudioError) -> None:
        self._stop = Trouble(error.code, error.params)
        if not self._pace.unattended:
            self.pause()
        self.stopped.emit(self._stop)

    async def _admit(self, wish: Wish, request: Request, path: str) -> Job:
        model = self._catalogue.model_for(request)
        job = Job(
            id=0,
            wish=wish,
            state=State.INTENT,
            request=request,
            digest=digest(request),
            path=path,
            estimate=None if model is None else price(model, request),
            created=time.time(),
        )
        stored = await self._store.call(Records.add_job, job)
        self._board.put(stored)
        return stored

    async def _step(self, job: Job) -> Job:
        await self._store.call(Records.update_job, job)
        self._board.put(job)
        return job

    # Sending

    async def _send(
        self, job: Job, request: Request, urls: Mapping[str, str], given_up: asyncio.Event
    ) -> Job:
        not_sent = 0
        while True:
            current = job

            async def sending() -> None:
                nonlocal current
                await self._still_wished(current, given_up)
                current = await self._step(current.to(State.SENDING, sent=time.time()))

            try:
                task_id = await self._provider.submit(request, urls, sending)
            except NotSent as error:
                not_sent += 1
                job = await self._back_to_intent(current)
                if not_sent >= _NOT_SENT_TRIES:
                    raise await self._fail(job, error) from None
                await self._hold(job, 0.5 * 2**not_sent, given_up)
            except Throttled as error:
                job = await self._back_to_intent(current)
                await self._hold(job, error.retry_after or 2.0, given_up)
            except Refused as error:
                stop = await self._fail(current, error)
                if error.stops_queue:
                    self._stop_queue(error)
                raise stop from None
            except OutcomeUnknown as error:
                raise await self._end(current, State.UNKNOWN, error) from None
            else:
                return await self._step(current.to(State.SUBMITTED, task_id=task_id))

    async def _hold(self, job: Job, seconds: float, given_up: asyncio.Event) -> None:
        """Wait before the next try, unless nobody wants it any more."""
        with suppress(TimeoutError):
            await asyncio.wait_for(given_up.wait(), seconds)
        await self._still_wished(job, given_up)

    async def _still_wished(self, job: Job, given_up: asyncio.Event) -> None:
        """A job that was given up before its first byte left is dropped and never sent."""
        if given_up.is_set():
            await self.drop(job)
            raise JobStopped("pipeline.given-up")

    async def _back_to_intent(self, job: Job) -> Job:
        if job.state is State.SENDING:
            return await self._step(job.to(State.INTENT))
        return job

    async def _fail(self, job: Job, error: StudioError) -> JobStopped:
        return await self._end(job, State.FAILED, error)

    async def _end(self, job: Job, state: State, error: StudioError) -> JobStopped:
        trouble = Trouble(error.code, error.params)
        await self._step(job.to(state, trouble=trouble, finished=time.time()))
        return JobStopped(error.code, **error.params)

    # Watching and collecting

    async def _collect(self, job: Job) -> Take:
        home = await self._arrival.already_home(job)
        if home is not None:
            return await self._arrive(job, home)
        last = StudioError("pipeline.not-fetched", reason="")
        for attempt in range(_FETCH_TRIES):
            if job.state is not State.READY or attempt:
                job = await self._watch(job)
            try:
                take = await self._arrival.fetch(job, self._provider, self._board.fetched)
            except StudioError as error:
                last = error
                continue
            return await self._arrive(job, take)
        trouble = Trouble("pipeline.not-fetched", {"reason": str(last)})
        await self._step(job.to(State.READY, trouble=trouble))
        raise JobStopped(trouble.code, **trouble.params)

    async def _arrive(self, job: Job, take: Take) -> Take:
        ready = job if job.state is State.READY else job.to(State.READY)
        done = ready.to(
            State.DONE, path=take.path, credits=take.credits, finished=take.made_at, trouble=None
        )
        await self._store.call(Records.add_take, job.wish, take, done)
        self._board.put(done)
        self._board.add_take(job.wish, take)
        return take

    async def _watch(self, job: Job) -> Job:
        """Ask until the service is done with the task; the job is READY then."""
        began = time.monotonic()
        while True:
            report = await self._ask(job)
            if report is not None and report.state is TaskState.DONE:
                return await self._ready(job, report)
            if report is not None and report.state is TaskState.FAILED:
                raise await self._failed_there(job, report)
            if report is not None and report.word != job.word:
                job = replace(job, word=report.word)
                self._board.put(job)
            waited = time.monotonic() - began
            if self._pace.patience is not None and waited > self._pace.patience:
                raise JobStopped("pipeline.still-running", minutes=round(waited / 60))
            await asyncio.sleep(self._pace.poll(time.time() - (job.sent or job.created)))

    async def _ask(self, job: Job) -> TaskReport | None:
        try:
            return await self._provider.report(job.task_id)
        except Refused as error:
            if not error.stops_queue:
                return None
            # Without a key nothing can be asked; the task stays known and is asked about later.
            self._stop_queue(error)
            raise JobStopped(error.code, **error.params) from None
        except ProviderError:
            return None

    async def _ready(self, job: Job, report: TaskReport) -> Job:
        if not report.urls:
            error = StudioError("pipeline.no-result", task_id=job.task_id)
            raise await self._fail(replace(job, state=State.SUBMITTED), error)
        base = replace(job, state=State.SUBMITTED)
        return await self._step(
            base.to(State.READY, urls=report.urls, credits=report.credits, trouble=None)
        )

    async def _failed_there(self, job: Job, report: TaskReport) -> JobStopped:
        reason = report.fail_text or report.fail_code or "no reason given"
        error = StudioError("pipeline.service-failed", reason=reason)
        return await self._fail(replace(job, state=State.SUBMITTED), error)
