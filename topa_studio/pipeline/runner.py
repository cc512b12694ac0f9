"""Drives one job from wish to file; the database is told before each act it records."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from topa_studio.base.errors import NotSent, ProviderError, Refused, StudioError
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.model.request import Request, digest
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.arrival import Arrival
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.budget import Press, plain
from topa_studio.pipeline.gate import Gate
from topa_studio.pipeline.job import Job, State, Wish
from topa_studio.pipeline.journal import JobStopped, Journal
from topa_studio.pipeline.line import Line
from topa_studio.pipeline.offline import Offline
from topa_studio.pipeline.purse import Purse
from topa_studio.pipeline.refusal import content_refused, is_content
from topa_studio.pipeline.safe import Safe
from topa_studio.pipeline.sender import Sender
from topa_studio.pipeline.store import Store
from topa_studio.pipeline.uploads import Uploads
from topa_studio.provider.api import Provider, TaskReport, TaskState

_FETCH_TRIES = 3
_UNREACHABLE = "provider.picture-unreachable"
_SILENT_AFTER = 20
_SETTLE_SECONDS = 30.0
_UPLOAD_TRIES = 20
_AFTER_SLEEP = 3.0


@dataclass(frozen=True, slots=True)
class Pace:
    """How patient the runner is.

    Attributes:
        poll: seconds until the next question, by seconds since the job was sent.
        slots: how many jobs run at once.
        patience: seconds to wait for one job before leaving it for later; None: for ever.
        offline_patience: seconds to wait for a connection; None: for ever.
        unattended: nobody can press Continue, so a stop ends what is not sent yet.
    """

    poll: Callable[[float], float]
    slots: int = 8
    patience: float | None = None
    offline_patience: float | None = None
    unattended: bool = False


class Runner:
    """Sends, watches and collects jobs; who calls it decides what is wished.

    Attributes:
        gate: whether anything new may be sent.
        journal: writes down how jobs go.
        line: who gets the next slot.
    """

    def __init__(
        self,
        *,
        board: Board,
        store: Store,
        safe: Safe,
        provider: Provider,
        uploads: Uploads,
        arrival: Arrival,
        catalogue: Catalogue,
        pace: Pace,
        purse: Purse,
    ) -> None:
        self.gate = Gate(unattended=pace.unattended)
        self.journal = Journal(board, store, safe)
        self.line = Line(pace.slots)
        self._offline = Offline(self.gate, provider, pace.offline_patience)
        self._sender = Sender(self.journal, provider, self.gate, self._offline, board)
        self._board = board
        self._provider = provider
        self._uploads = uploads
        self._arrival = arrival
        self._catalogue = catalogue
        self._pace = pace
        self._purse = purse
        self._slept = 0.0
        self._naps = 0
        self._posts: set[asyncio.Task[Job]] = set()
        self._collecting: dict[int, asyncio.Task[Take]] = {}

    # Jobs

    async def make(
        self, wish: Wish, compose: Callable[[], Request], path: str, press: Press
    ) -> Take:
        """Send a new job and bring its result home to `path` (relative to home).

        `compose` is asked when the job's turn has come, so that the film as it is then is sent.

        Raises:
            JobStopped: no result; the job's state and trouble say why.
            StudioError: it was not sent, as `compose` or an upload did not succeed, or a guard
                of money held it back.
        """
        if self.line.is_full:
            self._board.because(wish, Trouble("pipeline.waits-turn", {"slots": self._pace.slots}))
        async with self.line.place(wish.key):
            self._board.because(wish, None)
            request, urls = await self._with_pictures(compose)
            new = self._new(wish, request, path)
            given_up = asyncio.Event()
            post = asyncio.create_task(self._post(new, request, urls, press, given_up))
            self._posts.add(post)
            post.add_done_callback(self._posts.discard)
            try:
                # A paid request is never torn by a cancel: its answer is awaited and stored.
                job = await asyncio.shield(post)
            except JobStopped as stop:
                if stop.code == _UNREACHABLE:
                    await self._uploads.forget(request)
                raise
            except asyncio.CancelledError:
                given_up.set()
                post.add_done_callback(self._collect_all_the_same)
                raise
            return await self.collect(job)

    async def _post(
        self,
        job: Job,
        request: Request,
        urls: Mapping[str, str],
        press: Press,
        given_up: asyncio.Event,
    ) -> Job:
        """Admit a job and send it, in one: an intent that is written is sent or dropped."""
        admitted = await self._purse.admit(job, press)
        self._board.put(admitted)
        return await self._sender.send(admitted, request, urls, given_up)

    async def _with_pictures(
        self, compose: Callable[[], Request]
    ) -> tuple[Request, Mapping[str, str]]:
        """The request as the film is now, and where its pictures are; waits for a connection."""
        for _ in range(_UPLOAD_TRIES):
            await self.gate.opened()
            request = compose()
            try:
                return request, await self._uploads.urls(request)
            except NotSent as error:
                if not self._offline.lost(error):
                    raise
                last = error
        raise last

    def woke(self, stood_still: float) -> None:
        """The computer slept: time in which nobody could ask does not count as waiting.

        Args:
            stood_still: seconds the steady clock went on meanwhile.
        """
        self._slept += stood_still
        self._naps += 1
        self._offline.woke()

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
        await self._offline.aclose()
        watching = list(self._collecting.values())
        for task in watching:
            task.cancel()
        await asyncio.gather(*watching, return_exceptions=True)

    async def drop(self, job: Job) -> None:
        """Leave a job that was never sent, or whose outcome the user no longer waits for."""
        await self.journal.drop(job)

    def _new(self, wish: Wish, request: Request, path: str) -> Job:
        return Job(
            id=0,
            wish=wish,
            state=State.INTENT,
            request=request,
            digest=digest(request),
            path=path,
            estimate=self._board.prices.of(self._catalogue, request).credits,
            created=time.time(),
        )

    # Watching and collecting

    async def _collect(self, job: Job) -> Take:
        home = await self._arrival.already_home(job)
        if home is not None:
            return await self._arrive(job, home)
        last = StudioError("pipeline.not-fetched", reason="")
        for attempt in range(_FETCH_TRIES):
            # Notes hold no addresses: whoever comes from them asks for his anew.
            if job.state is not State.READY or not job.urls or attempt:
                job = await self._watch(job)
            try:
                take = await self._fetch(job)
            except StudioError as error:
                last = error
                continue
            except OSError as error:
                last = StudioError("pipeline.disk", reason=str(error))
                break
            return await self._arrive(job, take)
        trouble = Trouble("pipeline.not-fetched", {"reason": str(last)})
        await self.journal.show(job.to(State.READY, trouble=trouble))
        raise JobStopped(trouble.code, **trouble.params)

    async def _fetch(self, job: Job) -> Take:
        while True:
            try:
                return await self._arrival.fetch(job, self._provider, self._board.fetched)
            except NotSent as error:
                if not self._offline.lost(error):
                    raise
                await self._offline.over()
                if not self._offline.was_away:
                    raise

    async def _arrive(self, job: Job, take: Take) -> Take:
        ready = job if job.state is State.READY else job.to(State.READY)
        done = ready.to(
            State.DONE, path=take.path, credits=take.credits, finished=take.made_at, trouble=None
        )
        await self.journal.arrived(done, take)
        return take

    async def _watch(self, job: Job) -> Job:
        """Ask until the service is done with the task; the job is READY then."""
        began = time.monotonic() - self._slept
        silent = 0
        while True:
            report = await self._ask(job)
            silent = silent + 1 if report is None else 0
            if silent == _SILENT_AFTER:
                told = Trouble("pipeline.no-news", {"task_id": job.task_id})
                self._board.put(replace(job, trouble=told))
            if report is not None and report.state is TaskState.DONE:
                return await self._ready(job, report)
            if report is not None and report.state is TaskState.FAILED:
                raise await self._failed_there(job, report)
            if report is not None and report.word != job.word:
                job = replace(job, word=report.word)
                self._board.put(job)
            waited = time.monotonic() - self._slept - began
            if self._pace.patience is not None and waited > self._pace.patience:
                raise JobStopped("pipeline.still-running", minutes=round(waited / 60))
            await self._rest(self._pace.poll(time.time() - (job.sent or job.created)))

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
                if not self._offline.lost(error):
                    return None
                await self._offline.over()
                if not self._offline.was_away:
                    return None

    async def _asked(self, job: Job) -> TaskReport | None:
        try:
            return await self._provider.report(job.task_id)
        except NotSent:
            raise
        except Refused as error:
            if not error.stops_queue:
                return None
            # Without a key nothing can be asked; the task stays known and is asked about later.
            self.gate.stop(error)
            await self.gate.opened()
            return None
        except ProviderError:
            return None

    async def _ready(self, job: Job, report: TaskReport) -> Job:
        if not report.urls:
            error = StudioError("pipeline.no-result", task_id=job.task_id)
            # It is finished there, so it counts as charged.
            cost = job.estimate if report.credits is None else report.credits
            failed = replace(job, state=State.SUBMITTED, credits=cost)
            raise await self.journal.fail(failed, error)
        base = replace(job, state=State.SUBMITTED)
        return await self.journal.step(
            base.to(State.READY, urls=report.urls, credits=report.credits, trouble=None)
        )

    async def _failed_there(self, job: Job, report: TaskReport) -> JobStopped:
        reason = report.fail_text or report.fail_code or "no reason given"
        told = {"reason": reason}
        error = StudioError("pipeline.service-failed", **told)
        if is_content(report.fail_code, report.fail_text):
            error = content_refused(reason)
        if report.credits:
            credits = plain(report.credits)
            error = StudioError("pipeline.failed-and-charged", credits=credits, **told)
        failed = replace(job, state=State.SUBMITTED, credits=report.credits)
        return await self.journal.fail(failed, error)
