"""The one face of paid money: nothing is paid past it, and nothing that was paid for gets lost.

Behind it lie the record of jobs, the notes beside it, the budgets and the count of the day.
"""

from __future__ import annotations

import asyncio
import logging
import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

from topa_studio.base.closing import in_order, to_the_end
from topa_studio.base.errors import OutcomeUnknown, ProjectError, StudioError
from topa_studio.base.words import say
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble, reason_of
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.job import Job, State
from topa_studio.pipeline.money.balance import Balance
from topa_studio.pipeline.money.budget import Press
from topa_studio.pipeline.money.day_ledger import DayLedger
from topa_studio.pipeline.money.purse import Purse
from topa_studio.pipeline.paid.intake import take_in
from topa_studio.pipeline.paid.safe import Safe
from topa_studio.pipeline.paid.waking import Waking
from topa_studio.pipeline.state.kept import Kept
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.store import Store

log = logging.getLogger(__name__)


class Till:
    """Jobs are written here and nowhere else: `admit`, then `step` or `settled`, then `arrived`.

    Attributes:
        budgets: what may be spent, and what presses have set aside of it.
        kept: results, uploads and the line, as the record has them.
    """

    def __init__(
        self,
        layout: Layout,
        board: Board,
        *,
        budget: Callable[[], float | None],
        day_budget: Callable[[], float | None],
        user_data: Path | None,
        read_only: bool,
        anew: bool,
    ) -> None:
        """Nothing is opened yet.

        Args:
            budget, day_budget: credits for the film, and a day over all films, as they are now.
            user_data: where the day and task ids are kept besides the film's folder; None where
                nothing is paid.
            anew: build the record anew from receipts and notes.
        """
        self._layout, self._board, self._read_only = layout, board, read_only
        self._store = Store(layout.state, root=layout.output, read_only=read_only)
        self._safe = Safe.of(layout, user_data)
        self._waking = Waking(self._store, self._safe, layout, read_only, anew)
        day = None
        if user_data is not None and not read_only:
            home = layout.output.absolute().as_posix()
            day = DayLedger(user_data / "spent.db", home, day_budget, self._safe.everywhere)
        self.budgets = Purse(self._store, layout, budget, day)
        self.kept = Kept(self._store, board)
        self._told: set[str] = set()

    async def open(self, scenario: Scenario) -> tuple[list[Job], Trouble | None]:
        """Every job, as all records tell it; what the user must confirm before more is paid for.

        Raises:
            ProjectError: the state is of a newer version, or damaged and only to be looked at.
            OSError, sqlite3.Error: it cannot be read.
        """
        to_confirm = await self._waking.wake(scenario)
        jobs = await self.kept.jobs()
        if not self._read_only:
            await self.budgets.open(jobs)
        return jobs, to_confirm

    async def confirm(self) -> None:
        """The user has seen what was to confirm. Raises OSError: it is asked again."""
        await asyncio.to_thread(self._waking.confirm)

    async def close(self) -> None:
        """Let go of all files, whatever fails on the way."""
        close_safe = partial(asyncio.to_thread, self._safe.close)
        await in_order(self._store.close, self.budgets.aclose, close_safe)

    async def take_in(self, scenario: Scenario) -> None:
        """Results in the folder that are not known yet are from now on."""
        # Whoever only looks on has no database of his own to add to, unless there is none.
        if not self._read_only or not self._layout.state.exists():
            await self._store.call(take_in, scenario, self._layout, self._told)

    # Before anything is paid for

    async def admit(self, job: Job, press: Press) -> Job:
        """Write the intent of a job, if budgets and guards let it pass; it has its id then.

        Raises:
            OverBudget, StudioError: nothing was written; the sentence says what to do.
            ProjectError: the disk did not take it.
        """
        admitted = await self.budgets.admit(job, press)
        self._board.put(admitted)
        return admitted

    async def have_room(self) -> None:
        """Have room for a task id before it is paid for. Raises ProjectError: send nothing."""
        try:
            await self._safe.prepare()
        except OSError as error:
            raise ProjectError("pipeline.no-room-for-id", reason=reason_of(error)) from error

    async def step(self, job: Job) -> Job:
        """A job may move on, once this is written. Raises ProjectError: it does not."""
        await self._store.step(Records.update_job, job)
        self._show(job)
        await self._safe.note(job)
        return job

    # What came of it

    async def settled(self, job: Job) -> StudioError | None:
        """Something came of a job that nobody can take back: shown also where the disk is full.

        What the disk holds then is an earlier step, which the next start treats with more care; a
        task id is kept at another place. Returns why the disk did not take it, and where the id is.

        Raises OutcomeUnknown: the id is another job's; it is written down nowhere.
        """
        self._show(job)
        # Whoever forgets that the service is done with a job asks again, and that is free.
        free = job.state is State.READY and job.trouble is None
        write = self._store.hint if free else self._store.step
        try:
            await write(Records.update_job, job)
        except ProjectError as error:
            log.warning("a step of job %s is not written down: %s", job.id, error)
            is_new = job.state is State.SUBMITTED and not job.is_held
            return await self._rescued(job, error) if is_new else error
        await self._safe.note(job)
        return None

    async def arrived(self, job: Job, take: Take) -> None:
        """The result of a job is home. Raises ProjectError: the next start finds it there."""
        await self._store.step(Records.add_take, job.wish, take, job)
        self._show(job)
        log.info("%s: here as %s", job.name, take.path)
        self._board.add_take(job.wish, take)
        await self._safe.note(job)

    def _show(self, job: Job) -> None:
        # What is shown may stand in the status files before the record has it.
        self._told.add(job.task_id)
        self._board.put(job)
        task = f", task {job.task_id}" if job.task_id else ""
        told = "" if job.trouble is None else f": {say(job.trouble.code, job.trouble.params)}"
        log.info("%s: %s%s%s", job.name, job.state, task, told)

    async def _rescued(self, job: Job, error: ProjectError) -> StudioError:
        """It is paid for, and its id kept at one place at least."""
        if getattr(error.__cause__, "sqlite_errorcode", 0) == sqlite3.SQLITE_CONSTRAINT_UNIQUE:
            reason = Trouble("provider.another-task", {"task_id": job.task_id})
            raise OutcomeUnknown("provider.outcome-unknown", reason=reason)
        place = await self._safe.rescue(job)
        told = {"key": job.wish.key, "task_id": job.task_id, "reason": reason_of(error)}
        if place:
            return StudioError("pipeline.id-kept-apart", place=place, **told)
        log.critical("task %s of %s is not written down: %s", job.task_id, job.wish.key, error)
        return StudioError("pipeline.id-not-stored", **told)

    # What is known beside the record

    def elsewhere(self, task_id: str) -> str:
        """The other output folder a task id was paid for in; "" for none. Blocks."""
        return self._safe.elsewhere(task_id)

    async def balances(self) -> list[Balance]:
        """What the service said was left, in the order it said so."""
        return await asyncio.to_thread(self._safe.balances)

    async def add_balance(self, balance: Balance) -> None:
        """What the service said is left; whoever only looks on keeps nothing."""
        if not self._read_only:
            await to_the_end(asyncio.to_thread(self._safe.add_balance, balance))
