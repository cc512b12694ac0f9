"""The one place that sends: the database is told before the first byte, and of every answer."""

from __future__ import annotations

import asyncio
import logging
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

from topa_studio.base.errors import (
    NotSent,
    OutcomeUnknown,
    ProjectError,
    Refused,
    StudioError,
    Throttled,
)
from topa_studio.model.request import Request
from topa_studio.model.status import Trouble
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import Job, State
from topa_studio.pipeline.sending.ending import JobStopped, ended, failed
from topa_studio.pipeline.sending.gate import Gate
from topa_studio.pipeline.sending.offline import Offline
from topa_studio.pipeline.sending.refusal import content_refused, is_content
from topa_studio.pipeline.till import Till
from topa_studio.provider.service import Providers

log = logging.getLogger(__name__)

_NOT_SENT_TRIES = 5
_LOOK_SECONDS = 0.2


class Outdated(Exception):
    """The film, or the day, is another one than when the request was admitted: it was dropped."""


class _Held(Exception):
    """The gate was closed before the first byte left: nothing did."""


class Sender:
    """Sends one request as often as is safe: again only where nothing was taken."""

    def __init__(
        self, till: Till, providers: Providers, gate: Gate, offline: Offline, board: Board
    ) -> None:
        self._till = till
        self._providers = providers
        self._gate = gate
        self._offline = offline
        self._board = board

    async def send(
        self,
        job: Job,
        request: Request,
        urls: Mapping[str, str],
        given_up: asyncio.Event,
        is_wanted: Callable[[], bool],
    ) -> Job:
        """Send until the service says yes or no; the job with its task id.

        Args:
            given_up: set by whoever does not want it any more; counts until the first byte leaves.
            is_wanted: whether it is still what the film asks for; asked before each try.

        Raises:
            Outdated: it is not; the job is dropped.
            JobStopped: there is no task id; the job's state and trouble say why.
            ProjectError: the disk took no further step; nothing was sent.
        """
        not_sent = 0
        while True:
            current = job

            async def sending() -> None:
                nonlocal current
                await self._have_room()
                await self._may_leave(current, given_up)
                if not is_wanted():
                    await self._till.step(current.dropped())
                    raise Outdated
                sent = current.to(State.SENDING, sent=time.time(), sent_with=dict(urls))
                current = await self._till.step(sent)
                if given_up.is_set() or self._gate.is_held:
                    # Whoever cancelled while the disk was slow may have pressed anew by now.
                    current = await self._as_intent(current)
                await self._may_leave(current, given_up)

            try:
                provider = self._providers.of(job.provider)
                task_id = await provider.submit(request, urls, sending)
            except (JobStopped, Outdated):
                raise
            except (_Held, NotSent, Throttled) as wait:
                not_sent += isinstance(wait, NotSent)
                job = await self._as_intent(current)
                await self._before_next(job, wait, not_sent, given_up)
                if isinstance(wait, NotSent) and self._offline.was_away_for(wait):
                    not_sent = 0
            except Exception as error:  # noqa: BLE001 - a job ends here
                raise await self._without_task(current, error) from None
            else:
                return await self._accepted(current, task_id)

    async def _before_next(
        self, job: Job, wait: Exception, not_sent: int, given_up: asyncio.Event
    ) -> None:
        """Nothing was taken: wait as long as the reason asks, and no longer than it is wished."""
        match wait:
            case NotSent() if not_sent >= _NOT_SENT_TRIES:
                raise await failed(self._till, job, wait)
            case NotSent() if self._offline.lost(wait, job.provider):
                await self._until_open(job, given_up)
            case NotSent():
                await self._hold(job, 0.5 * 2**not_sent, given_up)
            case Throttled():
                await self._throttled(job, wait.retry_after or 2.0, given_up)
            case _:
                await self._until_open(job, given_up)

    async def _until_open(self, job: Job, given_up: asyncio.Event) -> None:
        """Wait while nothing may be sent; where nobody can go on, the job is dropped."""
        while self._gate.is_held and not self._gate.is_over:
            await self._hold(job, _LOOK_SECONDS, given_up)
        if self._gate.is_over:
            await self._till.step(job.dropped())
            await self._gate.opened()

    async def _have_room(self) -> None:
        """Where a task id could not be kept, nothing is sent until somebody has made room."""
        try:
            await self._till.have_room()
        except ProjectError as error:
            self._gate.stop(error)
            raise _Held from error

    async def _throttled(self, job: Job, seconds: float, given_up: asyncio.Event) -> None:
        self._board.because(job.wish, Trouble("pipeline.waits-rate", {"seconds": round(seconds)}))
        try:
            await self._hold(job, seconds, given_up)
        finally:
            self._board.because(job.wish, None)

    async def _without_task(self, job: Job, error: Exception) -> JobStopped:
        """A definite no, an open outcome, or what nobody foresaw: then the first byte decides."""
        match error:
            case OutcomeUnknown():
                return await ended(self._till, job, State.UNKNOWN, error)
            case Refused() if not error.stops_queue and is_content("", _words(error)):
                return await failed(self._till, job, content_refused(_words(error)))
            case Refused():
                stop = await failed(self._till, job, error)
                if error.stops_queue:
                    self._gate.stop(error)
                return stop
            case StudioError() if job.state is State.INTENT:
                return await failed(self._till, job, error)
        log.error("a request broke off", exc_info=error)
        reason = f"{type(error).__name__}: {error}"
        if job.state is State.INTENT:
            mistake = StudioError("project.mistake-of-ours", reason=reason)
            return await failed(self._till, job, mistake)
        lost = OutcomeUnknown("provider.outcome-unknown", reason=reason)
        return await ended(self._till, job, State.UNKNOWN, lost)

    async def _accepted(self, sent: Job, task_id: str) -> Job:
        """Write the task id down; where state.db does not take it, say so, and collect it now.

        Raises JobStopped: it is another job's id, so nobody knows what came of this one.
        """
        job = sent.to(State.SUBMITTED, task_id=task_id)
        try:
            told = await self._till.settled(job)
        except OutcomeUnknown as error:
            raise await ended(self._till, sent, State.UNKNOWN, error) from None
        if told is not None:
            self._gate.stop(told)
        return job

    async def _hold(self, job: Job, seconds: float, given_up: asyncio.Event) -> None:
        """Wait before the next try, unless nobody wants it any more."""
        log.debug("wait: %.1f s before %s is sent", seconds, job.name)
        with suppress(TimeoutError):
            await asyncio.wait_for(given_up.wait(), seconds)
        await self._still_wished(job, given_up)

    async def _may_leave(self, job: Job, given_up: asyncio.Event) -> None:
        await self._still_wished(job, given_up)
        if self._gate.is_held:
            raise _Held

    async def _still_wished(self, job: Job, given_up: asyncio.Event) -> None:
        """A job that was given up before its first byte left is dropped and never sent."""
        if given_up.is_set():
            await self._till.step(job.dropped())
            raise JobStopped("pipeline.given-up")

    async def _as_intent(self, job: Job) -> Job:
        if job.state is State.SENDING:
            job = job.to(State.INTENT)
            await self._till.settled(job)
        return job


def _words(error: Refused) -> str:
    return str(error.params.get("text", ""))
