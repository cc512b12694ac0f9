"""Drives one job from wish to file; the database is told before each act it records."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

from topa_studio.base.errors import (
    NotSent,
    OutcomeUnknown,
    ProjectError,
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

log = logging.getLogger(__name__)

_NOT_SENT_TRIES = 5
_FETCH_TRIES = 3
_SETTLE_SECONDS = 30.0


class JobStopped(StudioError):
    """A job did not bring a result; its state tells how it stands and what may be done."""


class _Held(Exception):
    """The queue was paused or stopped before the first byte left: nothing did."""


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
        stopped: nothing more is sent, because every request would meet the same trouble (no
            credits, no key, a disk that takes no task id).
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

    async def make(self, wish: Wish, compose: Callable[[], Request], path: str) -> Take:
        """Send a new job and bring its result home to `path` (relative to home).

        `compose` is asked when the job's turn has come, so that the film as it is then is sent.

        Raises:
            JobStopped: no result; the job's state and trouble say why.
            StudioError: it was not sent, as `compose` or an upload did not succeed.
        """
        async with self._slots:
            await self._admission()
            request = compose()
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
        before, self._stop = self._stop, Trouble(error.code, error.params)
        if not self._pace.unattended:
            self.pause()
        if before != self._stop:
            self.stopped.emit(self._stop)

    def _is_held(self) -> bool:
        return self.paused or (self._pace.unattended and self._stop is not None)

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
                if self._is_held():
                    raise _Held
                current = await self._step(current.to(State.SENDING, sent=time.time()))

            try:
                task_id = await self._provider.submit(request, urls, sending)
            except JobStopped:
                raise
            except (_Held, NotSent, Throttled) as wait:
                not_sent += isinstance(wait, NotSent)
                job = await self._back_to_intent(current)
                await self._before_next(job, wait, not_sent, given_up)
            except Exception as error:  # noqa: BLE001 - a job ends here
                raise await self._without_task(current, error) from None
            else:
                return await self._accepted(current.to(State.SUBMITTED, task_id=task_id))

    async def _before_next(
        self, job: Job, wait: Exception, not_sent: int, given_up: asyncio.Event
    ) -> None:
        """Nothing was taken: wait as long as the reason asks, and no longer than it is wished."""
        match wait:
            case NotSent() if not_sent >= _NOT_SENT_TRIES:
                raise await self._fail(job, wait)
            case NotSent():
                await self._hold(job, 0.5 * 2**not_sent, given_up)
            case Throttled():
                await self._hold(job, wait.retry_after or 2.0, given_up)
            case _:
                await self._until_open(job, given_up)

    async def _without_task(self, job: Job, error: Exception) -> JobStopped:
        """A definite no, an open outcome, or what nobody foresaw: then the first byte decides."""
        match error:
            case OutcomeUnknown():
                return await self._end(job, State.UNKNOWN, error)
            case Refused():
                stop = await self._fail(job, error)
                if error.stops_queue:
                    self._stop_queue(error)
                return stop
            case StudioError() if job.state is State.INTENT:
                return await self._fail(job, error)
        log.error("a request broke off", exc_info=error)
        reason = f"{type(error).__name__}: {error}"
        if job.state is State.INTENT:
            return await self._fail(job, StudioError("project.mistake-of-ours", reason=reason))
        lost = OutcomeUnknown("provider.outcome-unknown", reason=reason)
        return await self._end(job, State.UNKNOWN, lost)

    async def _accepted(self, job: Job) -> Job:
        """Write the task id down; where the disk does not take it, say it, and collect it now."""
        self._board.put(job)
        try:
            await self._store.call(Records.update_job, job)
        except ProjectError as error:
            log.critical("task %s of %s is not written down: %s", job.task_id, job.wish.key, error)
            told = {"key": job.wish.key, "task_id": job.task_id, "reason": str(error)}
            self._stop_queue(StudioError("pipeline.id-not-stored", **told))
        return job

    async def _hold(self, job: Job, seconds: float, given_up: asyncio.Event) -> None:
        """Wait before the next try, unless nobody wants it any more."""
        with suppress(TimeoutError):
            await asyncio.wait_for(given_up.wait(), seconds)
        await self._still_wished(job, given_up)

    async def _until_open(self, job: Job, given_up: asyncio.Event) -> None:
        """Wait for Continue; where nobody can press it, drop the job and end."""
        if self._pace.unattended and self._stop is not None:
            await self.drop(job)
            raise JobStopped(self._stop.code, **self._stop.params)
        either = [asyncio.create_task(event.wait()) for event in (self._open, given_up)]
        await asyncio.wait(either, return_when=asyncio.FIRST_COMPLETED)
        for waiting in either:
            waiting.cancel()

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
        await self._told(job.to(state, trouble=trouble, finished=time.time()))
        return JobStopped(error.code, **error.params)

    async def _told(self, job: Job) -> None:
        """Show how a job stands, also where the disk does not take it.

        What the disk holds then is an earlier step, which the next start treats with more care.
        """
        try:
            await self._step(job)
        except ProjectError as error:
            log.warning("the end of job %s is not written down: %s", job.id, error)
            self._board.put(job)

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
            except OSError as error:
                last = StudioError("pipeline.disk", reason=str(error))
                break
            return await self._arrive(job, take)
        trouble = Trouble("pipeline.not-fetched", {"reason": str(last)})
        await self._told(job.to(State.READY, trouble=trouble))
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
            if self._pace.unattended:
                raise JobStopped(error.code, **error.params) from None
            await self._open.wait()
            return None
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
