"""The steps of a job, on the disk and on the board; an end is shown even if the disk is full."""

from __future__ import annotations

import logging
import sqlite3
import time

from topa_studio.base.errors import OutcomeUnknown, ProjectError, StudioError
from topa_studio.base.words import say
from topa_studio.model.status import Trouble, reason_of
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import LEFT, LEFT_FREE, Job, State
from topa_studio.pipeline.money.budget import charge
from topa_studio.pipeline.paid.safe import Safe
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.store import Store

log = logging.getLogger(__name__)


class JobStopped(StudioError):
    """A job did not bring a result; its state tells how it stands and what may be done."""


def name_of(job: Job) -> str:
    """A job for the log: "clip 1__2 3"."""
    return f"{job.wish.kind} {job.wish.key} {job.wish.number}"


def _tell(job: Job) -> None:
    task = f", task {job.task_id}" if job.task_id else ""
    told = "" if job.trouble is None else f": {say(job.trouble.code, job.trouble.params)}"
    log.info("%s: %s%s%s", name_of(job), job.state, task, told)


class Journal:
    """Writes down how jobs go."""

    def __init__(self, board: Board, store: Store, safe: Safe) -> None:
        self._board = board
        self._store = store
        self._safe = safe

    async def prepare(self) -> None:
        """Have room for a task id before it is paid for. Raises ProjectError: send nothing."""
        try:
            await self._safe.prepare()
        except OSError as error:
            raise ProjectError("pipeline.no-room-for-id", reason=reason_of(error)) from error

    async def step(self, job: Job) -> Job:
        """A job moved on. Raises ProjectError where the disk does not take it: it has not."""
        await self._store.step(Records.update_job, job)
        self._board.put(job)
        _tell(job)
        await self._safe.note(job)
        return job

    async def ready(self, job: Job) -> Job:
        """The service is done with a job: whoever forgets it asks again, and that is free.

        Raises ProjectError.
        """
        await self._store.hint(Records.update_job, job)
        self._board.put(job)
        _tell(job)
        await self._safe.note(job)
        return job

    async def accepted(self, job: Job) -> StudioError | None:
        """A job has its task id: paid for, and kept at one place at least; what to tell, if any.

        Raises OutcomeUnknown: the id is another job's; it is written down nowhere.
        """
        error = await self.show(job)
        if error is None:
            return None
        if getattr(error.__cause__, "sqlite_errorcode", 0) == sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            reason = Trouble("provider.another-task", {"task_id": job.task_id})
            raise OutcomeUnknown("provider.outcome-unknown", reason=reason)
        place = await self._safe.rescue(job)
        told = {"key": job.wish.key, "task_id": job.task_id, "reason": reason_of(error)}
        if place:
            return StudioError("pipeline.id-kept-apart", place=place, **told)
        log.critical("task %s of %s is not written down: %s", job.task_id, job.wish.key, error)
        return StudioError("pipeline.id-not-stored", **told)

    async def arrived(self, job: Job, take: Take) -> None:
        """The result of a job is home. Raises ProjectError."""
        await self._store.step(Records.add_take, job.wish, take, job)
        self._board.put(job)
        _tell(job)
        log.info("%s: here as %s", name_of(job), take.path)
        self._board.add_take(job.wish, take)
        await self._safe.note(job)

    async def show(self, job: Job) -> ProjectError | None:
        """Put a job on the board and on the disk; why the disk did not take it.

        What the disk holds then is an earlier step, which the next start treats with more care.
        """
        self._board.put(job)
        _tell(job)
        try:
            await self._store.step(Records.update_job, job)
        except ProjectError as error:
            log.warning("a step of job %s is not written down: %s", job.id, error)
            return error
        await self._safe.note(job)
        return None

    async def drop(self, job: Job) -> None:
        """Leave a job that was never sent, or whose outcome the user no longer waits for."""
        if job.needs_user:
            await self.leave(job, charged=True)
        else:
            await self.step(job.to(State.DROPPED, finished=time.time()))

    async def leave(self, job: Job, *, charged: bool) -> None:
        """The user no longer waits for an unknown outcome; `charged`: it counts as spent."""
        note = Trouble(LEFT if charged else LEFT_FREE)
        if job.is_held:
            cost = charge(job) if charged else 0.0
            over = job.to(State.FAILED, credits=cost, trouble=note, finished=time.time())
            await self.step(over)
            return
        await self.step(job.to(State.DROPPED, trouble=note, finished=time.time()))

    async def fail(self, job: Job, error: StudioError) -> JobStopped:
        """A definite no."""
        return await self.end(job, State.FAILED, error)

    async def end(self, job: Job, state: State, error: StudioError) -> JobStopped:
        """The job is over without a result, or only the user may decide about it."""
        trouble = Trouble(error.code, error.params)
        await self.show(job.to(state, trouble=trouble, finished=time.time()))
        return JobStopped(error.code, **error.params)
