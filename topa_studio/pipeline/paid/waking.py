"""The state at a start: a damaged one is set aside and built anew from every other record.

What was built anew may lack something, so nothing is paid for until the user has confirmed it.
"""

from __future__ import annotations

import asyncio
import secrets
import sqlite3
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from topa_studio.base.errors import ProjectError
from topa_studio.base.files import replace, write_atomic
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.job import Job
from topa_studio.pipeline.paid.intake import take_in
from topa_studio.pipeline.paid.reconcile import (
    contradicts,
    keep_gone,
    reconcile,
    remember,
    remember_trashed,
    share_views,
)
from topa_studio.pipeline.paid.resume import changed_after_restart
from topa_studio.pipeline.paid.safe import Safe
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.store import Store
from topa_studio.pipeline.takes.marks import recall_marks

_FILES = ("", "-wal", "-shm", "-journal")
_DAMAGE = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})


@dataclass(frozen=True, slots=True)
class Waking:
    """How the state of one output folder is opened.

    Attributes:
        anew: set the state aside whatever it is: the user asked for it, so nothing is to confirm.
    """

    store: Store
    safe: Safe
    layout: Layout
    read_only: bool
    anew: bool = False

    async def wake(self, scenario: Scenario) -> Trouble | None:
        """Open the state and bring it up to what every record tells; what the user must confirm.

        Raises:
            ProjectError: the state is of a newer version, or damaged and only to be looked at.
            OSError, sqlite3.Error: it cannot be read.
        """
        if self.read_only:
            await self._open_to_look(scenario)
            return None
        jobs, noted = await self._open()
        await self.store.call(_bring_up, self, scenario, jobs, noted)
        return await asyncio.to_thread(self._to_confirm)

    def confirm(self) -> None:
        """The user has seen it; blocks. Raises OSError: it is asked again at the next start."""
        self._mark.unlink(missing_ok=True)

    async def _open_to_look(self, scenario: Scenario) -> None:
        await self.store.open()
        try:
            await self.store.call(Records.check)
        except (ProjectError, KeyError, TypeError, ValueError) as error:
            path = str(self.layout.state)
            raise ProjectError("project.state-damaged", path=path) from error
        if not self.layout.state.exists():
            await self.store.call(take_in, scenario, self.layout)

    async def _open(self) -> tuple[list[Job], list[Job]]:
        """The jobs of the state, and of the notes; a lost or damaged state is set aside first."""
        noted = await asyncio.to_thread(self.safe.read)
        lost = bool(noted) and await asyncio.to_thread(self._is_empty)
        if not self.anew and not lost:
            try:
                await self.store.open()
                return await self.store.call(_check, noted), noted
            except (sqlite3.Error, ProjectError, KeyError, TypeError, ValueError) as error:
                if not _is_damage(error):
                    raise
                await self.store.shut()
        await asyncio.to_thread(self._set_aside)
        await self.store.open()
        return [], noted

    def _is_empty(self) -> bool:
        """Whether there is no state, or a file of no bytes."""
        with suppress(OSError):
            return not self.layout.state.stat().st_size
        return True

    def _set_aside(self) -> None:
        """Keep what is there, and note first that there is something to confirm. Raises OSError."""
        state = self.layout.state
        time_of = time.strftime("%Y%m%dT%H%M%S", time.gmtime())
        folder = state.with_name(f"damaged-{time_of}-{secrets.token_hex(2)}")
        if not self.anew:
            write_atomic(self._mark, f"{folder.name}\n".encode())
        for end in _FILES:
            file = state.with_name(f"{state.name}{end}")
            if file.exists():
                folder.mkdir(exist_ok=True)
                replace(file, folder / file.name)

    def _to_confirm(self) -> Trouble | None:
        if self.anew:
            self.confirm()
        if not self._mark.exists():
            return None
        return Trouble("pipeline.state-rebuilt", {"folder": str(self.layout.state.parent)})

    @property
    def _mark(self) -> Path:
        return self.layout.state.with_name("rebuilt.txt")


def _check(records: Records, noted: list[Job]) -> list[Job]:
    """Raises sqlite3.DatabaseError and what `Records.check` raises: the file is damaged."""
    jobs = records.check()
    if contradicts(jobs, noted):
        raise sqlite3.DatabaseError("a row says something else than the notes")
    return jobs


def _bring_up(
    records: Records, waking: Waking, scenario: Scenario, jobs: list[Job], noted: list[Job]
) -> None:
    """What the trail, receipts, older status files and the process before this one tell."""
    jobs = reconcile(records, jobs, noted, waking.safe.read_mirror())
    waking.safe.settle(noted)
    take_in(records, scenario, waking.layout)
    if not waking.layout.elements.is_relative_to(waking.layout.output):
        share_views(records, waking.safe.everywhere(), scenario, waking.layout)
    remember(records, records.jobs(), waking.layout)
    remember_trashed(records, waking.layout)
    keep_gone(records, jobs)
    recall_marks(records, waking.layout)
    for job in changed_after_restart(jobs, time.time()):
        records.update_job(job)


def _is_damage(error: Exception) -> bool:
    """Whether the file itself is spoilt; a full disk or a lock is something else."""
    cause = error.__cause__ if isinstance(error, ProjectError) else error
    if isinstance(cause, sqlite3.Error):
        code = getattr(cause, "sqlite_errorcode", sqlite3.SQLITE_CORRUPT)
        return code & 0xFF in _DAMAGE
    return isinstance(cause, KeyError | TypeError | ValueError)
