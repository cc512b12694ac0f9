"""What all films of this user spent on a day: a file of its own, which can only count too much."""

from __future__ import annotations

import logging
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from topa_studio.base.errors import ProjectError
from topa_studio.base.regular import regular
from topa_studio.model.status import Trouble, reason_of
from topa_studio.pipeline.job import Job
from topa_studio.pipeline.money.budget import charge, check, credits_of, day_of, limit_units, units

log = logging.getLogger(__name__)

_SCHEMA = """
CREATE TABLE IF NOT EXISTS entry (
    token TEXT PRIMARY KEY, day TEXT NOT NULL, home TEXT NOT NULL, state TEXT NOT NULL,
    phase TEXT NOT NULL, amount INTEGER NOT NULL, at REAL NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS entry_sum ON entry(day, amount);
"""
_PATIENCE_SECONDS = 20.0
_KEPT_SECONDS = 90 * 86_400.0

RESERVED, ASKED, HELD = "reserved", "asked", "held"


class DayLedger:
    """Entries of one film's folder among those of all others; used from one thread only.

    An entry is written before its job's intent is committed (ASKED); the next one tells of it that
    the job came to be (HELD).
    """

    def __init__(
        self,
        path: Path,
        home: str,
        budget: Callable[[], float | None],
        noted: Callable[[], Iterable[tuple[str, Job]]] = tuple,
    ) -> None:
        """`home` names the film's folder; `budget` is asked anew each time, in credits.

        `noted` tells of jobs of all folders that were paid for, each with its folder: what a
        ledger that is lost or damaged begins with.
        """
        self._noted = noted
        self._path = path
        self._home = home
        self._budget = budget
        self._state = ""
        self._file: sqlite3.Connection | None = None
        self._stand: list[str] = []
        self._amounts: dict[str, int] = {}
        self._untold: dict[str, Trouble] = {}
        self._told_of: set[str] = set()

    # Questions

    def untold(self) -> list[Trouble]:
        """What went wrong with the file and was not handed out yet; each trouble once."""
        found = [self._untold.pop(code) for code in list(self._untold)]
        self._told_of |= {trouble.code for trouble in found}
        return found

    def budget(self) -> float | None:
        """Credits a day; None: as many as there are. Raises ProjectError: it cannot be read."""
        return self._budget()

    def spent(self, at: float) -> int:
        """Thousandths of credits of that day, over all films, with what is set aside."""
        amounts = [0]
        with self._told(None) as file:
            amounts = [] if file is None else [_sum(file, at)]
        return sum(amounts)

    # Steps

    def charge(self, token: str, cost: int, at: float, freed: Iterable[str] = ()) -> None:
        """A job is about to be admitted; what was set aside for it is freed. Raises OverBudget."""
        budget = self._budget()
        with self._told(budget) as file:
            if file is None:
                return
            _delete(file, freed)
            file.executemany(
                "UPDATE entry SET phase = ? WHERE token = ?", [(HELD, t) for t in self._stand]
            )
            check(cost, _sum(file, at), budget, "day")
            self._insert(file, token, ASKED, cost, at)
        self._stand.clear()
        self._amounts[token] = cost

    def stands(self, token: str) -> None:
        """The intent of this job is on the disk: its entry is told apart with the next charge."""
        self._stand.append(token)

    def reserve(self, amounts: Mapping[str, int], at: float) -> None:
        """Set thousandths of credits aside under these names, all or none. Raises OverBudget."""
        budget = self._budget()
        with self._told(budget) as file:
            if file is not None:
                check(sum(amounts.values()), _sum(file, at), budget, "day")
                for name, amount in amounts.items():
                    self._insert(file, name, RESERVED, amount, at)

    def free(self, names: Iterable[str]) -> None:
        """These reservations are not needed any more."""
        with self._told(None) as file:
            if file is not None:
                _delete(file, names)

    def settle(self, token: str, amount: int) -> None:
        """What a job costs is known better now."""
        if self._amounts.get(token) == amount:
            return
        with self._told(None) as file:
            if file is not None:
                file.execute("UPDATE entry SET amount = ? WHERE token = ?", (amount, token))
        self._amounts[token] = amount

    def settle_job(self, job: Job) -> None:
        """A job moved on; its entry follows."""
        if job.token:
            self.settle(job.token, units(charge(job)))

    # Start and end

    def put_right(self, state: str, jobs: Iterable[Job], now: float) -> None:
        """What a dead process left: its reservations go, and each entry is what its job says.

        `state` is the identity of the film's record. Only the writer of a folder may ask this.
        """
        self._state = state
        known = {job.token: job for job in jobs if job.token}
        with self._told(None) as file:
            if file is None:
                return
            mine = (self._home, RESERVED, now - _KEPT_SECONDS)
            file.execute("DELETE FROM entry WHERE (home = ? AND phase = ?) OR at < ?", mine)
            there = self._compare(file, known, day_of(now))
            for token, job in known.items():
                if token not in there and day_of(job.created) == day_of(now):
                    self._insert(file, token, HELD, units(charge(job)), job.created)

    def _compare(self, file: sqlite3.Connection, known: Mapping[str, Job], day: str) -> set[str]:
        """Make each entry of a day what its job says; the tokens that were there."""
        rows = file.execute(
            "SELECT token, state, phase, amount FROM entry WHERE home = ? AND day = ?",
            (self._home, day),
        ).fetchall()
        for token, owner, phase, amount in rows:
            job = known.get(token)
            if job is not None:
                self._amounts[token] = now = units(charge(job))
                if (phase, amount) != (HELD, now):
                    file.execute(
                        "UPDATE entry SET phase = ?, amount = ? WHERE token = ?", (HELD, now, token)
                    )
            elif phase == ASKED and owner == self._state:
                _delete(file, [token])
        return {row[0] for row in rows}

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
            self._file = None

    # Inside

    def _insert(
        self, file: sqlite3.Connection, token: str, phase: str, amount: int, at: float
    ) -> None:
        row = (token, day_of(at), self._home, self._state, phase, amount, at)
        file.execute("INSERT OR REPLACE INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", row)

    @contextmanager
    def _told(self, budget: float | None) -> Iterator[sqlite3.Connection | None]:
        """One transaction; None where the file cannot be used and no budget depends on it."""
        file = None
        try:
            file = self._open()
            file.execute("BEGIN IMMEDIATE")
        except (OSError, sqlite3.Error) as error:
            self._cannot(error, budget)
            yield None
            return
        try:
            yield file
            file.execute("COMMIT")
        except sqlite3.Error as error:
            _roll_back(file)
            self._cannot(error, budget)
        except BaseException:
            _roll_back(file)
            raise

    def _open(self) -> sqlite3.Connection:
        if self._file is None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            is_new = not self._path.exists()
            try:
                self._file = _connect(self._path)
            except sqlite3.OperationalError:
                raise  # locked, or a disk that takes nothing: the file itself is good
            except sqlite3.DatabaseError as error:
                aside = _set_aside(self._path)
                log.warning("%s is damaged (%s) and kept as %s", self._path, error, aside)
                self._note("pipeline.day-ledger-rebuilt", path=str(self._path), aside=aside.name)
                self._file, is_new = _connect(self._path), True
            if is_new:
                self._begin(self._file)
        return self._file

    def _begin(self, file: sqlite3.Connection) -> None:
        """A new ledger knows of today what the notes of paid jobs tell."""
        today = day_of(time.time())
        rows = [
            (job.token, today, home, "", HELD, units(charge(job)), job.created)
            for home, job in self._noted()
            if job.token and day_of(job.created) == today
        ]
        file.executemany("INSERT OR IGNORE INTO entry VALUES (?, ?, ?, ?, ?, ?, ?)", rows)

    def _cannot(self, error: Exception, budget: float | None) -> None:
        if budget is not None:
            raise ProjectError(
                "pipeline.day-ledger", path=str(self._path), reason=reason_of(error)
            ) from error
        log.warning("what was spent today is not written down: %s", error)
        self._note("pipeline.day-not-counted", path=str(self._path), reason=reason_of(error))

    def _note(self, code: str, **params: object) -> None:
        if code not in self._told_of:
            self._untold[code] = Trouble(code, params)


def _connect(path: Path) -> sqlite3.Connection:
    if path.exists():
        regular(path)
    file = sqlite3.connect(
        path, timeout=_PATIENCE_SECONDS, isolation_level=None, check_same_thread=False
    )
    try:
        # For a new file only: an entry is small, and the log of changes takes whole pages.
        file.execute("PRAGMA page_size=1024")
        file.execute("PRAGMA journal_mode=WAL")
        file.execute("PRAGMA synchronous=FULL")
        file.executescript(_SCHEMA)
        (found,) = file.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(found)
    except BaseException:
        file.close()
        raise
    return file


def _set_aside(path: Path) -> Path:
    """Keep a damaged file with what SQLite put beside it, which would spoil a new one too."""
    aside = path.with_name(f"{path.name}.damaged-{int(time.time())}")
    for end in ("-wal", "-shm"):
        beside = path.with_name(f"{path.name}{end}")
        if beside.exists():
            beside.replace(aside.with_name(f"{aside.name}{end}"))
    return path.replace(aside)


def left_of_day(day: DayLedger | None, now: float) -> float | None:
    """Credits the day's budget still has; None where there is none. Raises StudioError."""
    budget = None if day is None else day.budget()
    if day is None or budget is None:
        return None
    return credits_of(limit_units(budget) - day.spent(now))


def _sum(file: sqlite3.Connection, at: float) -> int:
    row = file.execute("SELECT SUM(amount) FROM entry WHERE day = ?", (day_of(at),)).fetchone()
    return int(row[0] or 0)


def _delete(file: sqlite3.Connection, tokens: Iterable[str]) -> None:
    file.executemany("DELETE FROM entry WHERE token = ?", [(token,) for token in tokens])


def _roll_back(file: sqlite3.Connection) -> None:
    try:
        file.execute("ROLLBACK")
    except sqlite3.Error as error:
        log.warning("a transaction had ended already: %s", error)
