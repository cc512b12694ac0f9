"""Random schedules of presses, results, kills and changed budgets, on the real records and ledger.

A schedule is drawn from a seed alone. Beside the program's sums it keeps its own, in a list of
plain numbers, and compares after each intent that was written.
"""

from __future__ import annotations

import random
import sqlite3
import time
from dataclasses import dataclass, field
from pathlib import Path

from tests.support.jobs import REQUEST
from topa_studio.model.status import Consent, Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.job import LEFT, LEFT_FREE, Job, Kind, State, Wish
from topa_studio.pipeline.money.admission import Rules, admit, release, reserve
from topa_studio.pipeline.money.budget import OverBudget, Part, Press, part_of
from topa_studio.pipeline.money.day_ledger import DayLedger
from topa_studio.pipeline.paid.resume import changed_after_restart
from topa_studio.pipeline.state.records import Records

PRICES = (0.1, 0.3, 3.24, 14.0, 42.0, 135.0)
ALL = Consent(unknown=True, same=True, no_price=True)


class Killed(BaseException):
    """The process is gone at this moment."""


@dataclass(slots=True)
class Folder:
    """One film's folder with its own record, as one process has it open."""

    path: Path
    name: str
    budget: float | None
    records: Records | None = None
    day: DayLedger | None = None
    jobs: dict[int, Job] = field(default_factory=dict)
    aside: list[tuple[str, tuple[Part, ...]]] = field(default_factory=list)


class Schedule:
    """Runs one schedule; `refused` and `admitted` count what the gate said."""

    def __init__(self, folder: Path, seed: int) -> None:
        self._random = random.Random(seed)
        self._path = folder
        self._day: float | None = None
        self._taken: dict[tuple[str, int], float] = {}
        self._number = 0
        self.admitted = self.refused = self.kills = 0
        self._folders = [Folder(folder / name, name, None) for name in ("one", "two")]

    def run(self, steps: int = 40) -> None:
        """Do so many steps. Raises AssertionError at the first intent beyond a budget."""
        for folder in self._folders:
            self._start(folder)
        press, end = self._press, self._end
        acts = (press, press, self._batch, end, self._edit, self._kill, self._free)
        try:
            for _ in range(steps):
                self._random.choice(acts)(self._random.choice(self._folders))
        finally:
            for folder in self._folders:
                self._stop(folder)

    # Acts

    def _press(self, folder: Folder, press: Press | None = None, part: Part | None = None) -> None:
        """One job is wished; now and then the process is killed in the middle of its admission."""
        assert folder.records is not None
        cost = self._random.choice(PRICES) if part is None else part.credits
        self._number += 1
        key = f"1__{self._number}" if part is None else part.key
        wish = Wish(Kind.CLIP, key, 1, folder.name)
        job = Job(0, wish, State.INTENT, REQUEST, key, "", cost, time.time())
        given = press or Press(f"run-{self._number}", ALL, self._random.choice((None, 50.0)))
        killed = self._random.random() < 0.1
        if killed:
            _kill_at_commit(folder.records)
        try:
            stored = admit(folder.records, job, given, self._rules(folder))
        except OverBudget:
            self.refused += 1
            if killed:
                self._kill(folder)
            return
        except Killed:
            self._kill(folder)
            return
        self.admitted += 1
        folder.jobs[stored.id] = stored
        self._taken[folder.name, stored.id] = cost or 0.0
        self._look(folder, given)

    def _batch(self, folder: Folder) -> None:
        """Some jobs are set aside together, all or none, and some of them are then sent."""
        assert folder.records is not None
        self._number += 1
        press = Press(f"batch-{self._number}", ALL)
        parts = tuple(
            part_of(
                Wish(Kind.CLIP, f"b{self._number}__{n}", 1, folder.name),
                self._random.choice(PRICES),
            )
            for n in range(self._random.randint(1, 5))
        )
        try:
            reserve(folder.records, parts, press, self._rules(folder))
        except OverBudget:
            self.refused += 1
            return
        folder.aside.append((press.run, parts))
        for part in parts[: self._random.randint(0, len(parts))]:
            if folder.records is not None and (press.run, parts) in folder.aside:
                self._press(folder, press, part)

    def _end(self, folder: Folder) -> None:
        """A job comes to one of its ends; what it cost may differ from the estimate."""
        alive = [job for job in folder.jobs.values() if job.state is State.INTENT]
        if not alive or folder.records is None:
            return
        job, records = self._random.choice(alive), folder.records
        sent = job.to(State.SENDING, sent=time.time())
        records.update_job(sent)
        match self._random.choice(("done", "dearer", "failed", "unknown", "left", "free", "taken")):
            case "done" | "dearer" as how:
                cost = (job.estimate or 0.0) * (1.5 if how == "dearer" else 0.5)
                done = sent.to(State.SUBMITTED, task_id=f"{folder.name}-{job.id}")
                done = done.to(State.READY, credits=cost).to(State.DONE)
                records.add_take(done.wish, Take(1, "T01.mp4", task_id=done.task_id), done)
            case "failed":
                done, cost = sent.to(State.FAILED), 0.0
                records.update_job(done)
            case "taken":
                done = sent.to(State.SUBMITTED, task_id=f"{folder.name}-{job.id}")
                cost = job.estimate
                records.update_job(done)
            case how:
                done, cost = sent.to(State.UNKNOWN), job.estimate
                if how != "unknown":
                    note = Trouble(LEFT if how == "left" else LEFT_FREE)
                    done = done.to(State.DROPPED, trouble=note)
                    cost = job.estimate if how == "left" else 0.0
                records.update_job(done)
        folder.jobs[job.id] = done
        self._taken[folder.name, job.id] = cost or 0.0

    def _edit(self, folder: Folder) -> None:
        """The user sets another budget, of the film or of the day."""
        limit = self._random.choice((None, 0.0, 0.4, 100.0, 300.0, 600.0))
        if self._random.random() < 0.5:
            folder.budget = limit
        else:
            self._day = limit

    def _free(self, folder: Folder) -> None:
        """A press is over; what it did not use is free."""
        if folder.aside and folder.records is not None:
            run, parts = folder.aside.pop()
            release(folder.records, parts, run, folder.day)

    def _kill(self, folder: Folder) -> None:
        """The process ends at once; the next one puts right what it left."""
        self.kills += 1
        self._stop(folder)
        self._start(folder)

    # The process

    def _start(self, folder: Folder) -> None:
        folder.records = Records(folder.path / "state.db")
        folder.day = DayLedger(self._path / "spent.db", folder.name, lambda: self._day)
        now = time.time()
        for job in changed_after_restart(folder.records.jobs(), now):
            folder.records.update_job(job)
        folder.records.change("DELETE FROM reservation", [()])
        jobs = folder.records.jobs()
        folder.day.put_right(folder.records.identity(), jobs, now)
        folder.records.follow(folder.day.settle_job)
        folder.aside.clear()
        for job in jobs:
            folder.jobs[job.id] = job
            if job.state is State.DROPPED and job.trouble is None:
                self._taken[folder.name, job.id] = 0.0
            else:
                self._taken.setdefault((folder.name, job.id), job.estimate or 0.0)

    def _stop(self, folder: Folder) -> None:
        if folder.records is not None:
            folder.records.close()
        if folder.day is not None:
            folder.day.close()
        folder.records = folder.day = None

    def _rules(self, folder: Folder) -> Rules:
        return Rules(folder.name, folder.budget, folder.day, lambda _: False)

    def _look(self, folder: Folder, press: Press) -> None:
        """The law, by our own sums."""
        film = sum(cost for (name, _), cost in self._taken.items() if name == folder.name)
        run = sum(
            self._taken[folder.name, job.id] for job in folder.jobs.values() if job.run == press.run
        )
        day = sum(self._taken.values())
        for what, spent, limit in (
            ("film", film, folder.budget),
            ("run", run, press.budget),
            ("day", day, self._day),
        ):
            assert limit is None or spent <= limit + 1e-6, f"{what}: {spent} of {limit}"


def _kill_at_commit(records: Records) -> None:
    """The next commit of this record does not happen: its process is gone."""
    real = records._db

    class Dying:
        def execute(self, statement: str, *given: object) -> sqlite3.Cursor:
            if statement in ("COMMIT", "ROLLBACK"):
                raise Killed
            return real.execute(statement, *given)

        def __getattr__(self, name: str) -> object:
            return getattr(real, name)

    records._db = Dying()  # type: ignore[assignment]
