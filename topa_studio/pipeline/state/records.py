"""The tables of state.db: jobs, takes, uploads; every change is on the disk when a call returns."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Container, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from topa_studio.base.errors import ProjectError
from topa_studio.base.spelling import composed
from topa_studio.model.request import Picture, from_json, to_json
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.job import OPEN, Job, Kind, State, Wish
from topa_studio.pipeline.made_before import Made
from topa_studio.pipeline.state.connection import connection, copy_in_memory, keep_copy
from topa_studio.pipeline.state.schema import VERSION, bring_up_to_date, compose_films, version_of
from topa_studio.pipeline.state.take_rows import TAKE_COLUMNS, as_row, as_take, read_takes
from topa_studio.pipeline.state.transactions import Transactions
from topa_studio.pipeline.state.unchanged import Unchanged

_NO_VERSION = 1000
_OPEN = ", ".join(f"'{state}'" for state in sorted(OPEN))
_JOB_COLUMNS = (
    "id, kind, film, key, number, state, request, digest, path, estimate, created, task_id, urls,"
    " credits, trouble, sent, finished, run, sent_with, consent, token, provider"
)


class Records:
    """One connection to state.db; used from one thread only (see `pipeline.state.store`)."""

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self._db = connection(path, read_only=read_only)
        self._followers: list[Callable[[Job], None]] = []
        self._alone: dict[str, int] = {}
        try:
            self._create(path, may_write=not read_only or not path.exists())
        except BaseException:
            self._db.close()
            raise
        self._transactions = Transactions(self._db)
        self.unchanged = Unchanged(self._db, tells_changes=not read_only)

    def _create(self, path: Path, *, may_write: bool) -> None:
        version = version_of(self._db)
        if not 0 <= version <= _NO_VERSION:
            raise sqlite3.DatabaseError("no version")
        if version > VERSION:
            raise ProjectError("project.newer-state", path=str(path))
        if version < VERSION and not may_write:
            self._db = copy_in_memory(self._db)
        elif may_write:
            # Counts for a new file only: a step of a job changes a few rows, and the log of
            # changes takes whole pages.
            self._db.execute("PRAGMA page_size=1024")
            self._db.execute("PRAGMA journal_mode=WAL")
            # The steps of a job change the same pages, which are copied into the file once then.
            self._db.execute("PRAGMA wal_autocheckpoint=8000")
        if 0 < version < VERSION and may_write:
            keep_copy(self._db, path, version)
        self._db.execute("PRAGMA synchronous=FULL")
        self._is_synced = True
        bring_up_to_date(self._db)
        if may_write:
            compose_films(self._db)

    def close(self) -> None:
        """Close the connection."""
        self._db.close()

    def check(self) -> list[Job]:
        """Look at the whole file, and read every job.

        Raises:
            sqlite3.DatabaseError: a page of the file is damaged.
            KeyError, TypeError, ValueError: what stands in a row cannot be.
        """
        (found,) = self._db.execute("PRAGMA integrity_check(1)").fetchone()
        if found != "ok":
            raise sqlite3.DatabaseError(found)
        self.takes_by_task()
        return self.jobs()

    def transaction(self) -> AbstractContextManager[None]:
        """All that is written inside, or nothing; nobody else writes meanwhile."""
        return self._transactions.whole()

    @contextmanager
    def unsynced(self) -> Iterator[None]:
        """What is written inside comes to the disk with the next commit outside, or sooner."""
        with suppress(sqlite3.Error):
            self._db.execute("PRAGMA synchronous=NORMAL")
            self._is_synced = False
        try:
            yield
        finally:
            with suppress(sqlite3.Error):
                self.sync()

    def sync(self) -> None:
        """From now on each commit is on the disk when it returns. Raises sqlite3.Error."""
        if not self._is_synced:
            self._db.execute("PRAGMA synchronous=FULL")
            self._is_synced = True

    @property
    def is_open(self) -> bool:
        """Whether a transaction is open."""
        return self._transactions.is_open

    def afterwards(self, act: Callable[[], None]) -> None:
        """Do this once what was written is on the disk; at once where it is."""
        self._transactions.afterwards(act)

    def otherwise(self, act: Callable[[], None]) -> None:
        """Do this if what was written does not come to the disk after all."""
        self._transactions.otherwise(act)

    def identity(self) -> str:
        """What tells this record from every other, also from one that is built anew."""
        return self.word("SELECT value FROM meta WHERE name = 'identity'") or ""

    def follow(self, told: Callable[[Job], None]) -> None:
        """Call `told` with each job after its new state is on the disk, on this thread."""
        self._followers.append(told)

    # Jobs

    def add_job(self, job: Job) -> Job:
        """Store a new job; the returned one has its id."""
        columns = _JOB_COLUMNS.removeprefix("id, ")
        marks = ", ".join("?" * (columns.count(",") + 1))
        cursor = self._db.execute(
            f"INSERT INTO job ({columns}) VALUES ({marks})",
            _job_row(job)[1:],
        )
        if cursor.lastrowid is None:
            raise ProjectError("project.state-not-written")
        return replace(job, id=cursor.lastrowid)

    def update_job(self, job: Job) -> None:
        """Store what is known of a job now."""
        self._update(job)
        self._tell(job)

    def _update(self, job: Job) -> None:
        """Only what differs: each column that is set again costs its indexes a page each."""
        query = f"SELECT {_JOB_COLUMNS} FROM job WHERE id = ?"
        before = self._db.execute(query, (job.id,)).fetchone()
        if before is None:
            return
        known = zip(_JOB_COLUMNS.split(", "), before, _job_row(job), strict=True)
        changed = {name: new for name, old, new in known if old != new}
        if changed:
            assignments = ", ".join(f"{name} = ?" for name in changed)
            self._db.execute(
                f"UPDATE job SET {assignments} WHERE id = ?", (*changed.values(), job.id)
            )

    def _tell(self, job: Job) -> None:
        self.afterwards(lambda: self._tell_now(job))

    def _tell_now(self, job: Job) -> None:
        for told in self._followers:
            told(job)

    def jobs(self) -> list[Job]:
        """Every job, oldest first."""
        rows = f"SELECT {_JOB_COLUMNS} FROM job ORDER BY id"
        return [*self.unchanged.read("jobs", lambda: [_job(row) for row in self._db.execute(rows)])]

    def last_ended(self, digest: str) -> Job | None:
        """The newest job of the very same request that came to an end, of every film here."""
        if not digest:
            return None
        row = self._db.execute(
            f"SELECT {_JOB_COLUMNS} FROM job WHERE digest = ? AND state IN ('done', 'failed')"
            " ORDER BY id DESC LIMIT 1",
            (digest,),
        ).fetchone()
        return None if row is None else _job(row)

    # Takes, panels and views

    def add_take(self, wish: Wish, take: Take, job: Job | None = None) -> None:
        """Store a result, and in the same transaction that its job is done."""
        marks = ", ".join("?" * (TAKE_COLUMNS.count(",") + 1))
        with self.transaction():
            self._db.execute(
                f"INSERT OR REPLACE INTO take ({TAKE_COLUMNS}) VALUES ({marks})",
                as_row(wish, take),
            )
            if job is not None:
                self._update(job)
        if job is None:
            self._alone.clear()
        else:
            self._tell(job)

    def takes(self, kind: Kind, film: str, key: str | None = None) -> dict[str, list[Take]]:
        """Results of one kind, of all keys or of one, with their marks, by their numbers."""
        found: dict[str, list[Take]] = {}
        if key is None:
            for wish, take in self.unchanged.read("takes", self._every_take):
                if wish.kind == kind and wish.film == film:
                    found.setdefault(wish.key, []).append(take)
            return found
        where = " WHERE kind = ? AND film = ? AND key = ? ORDER BY number"
        for wish, take in read_takes(self._db, where, kind, film, key):
            found.setdefault(wish.key, []).append(take)
        return found

    def _every_take(self) -> list[tuple[Wish, Take]]:
        return read_takes(self._db, " ORDER BY key, number")

    def same_takes(self, kind: Kind, digest: str) -> list[tuple[Wish, Take]]:
        """Results of the very same request, of every film and shot, the newest last."""
        rows = self._db.execute(
            f"SELECT {TAKE_COLUMNS} FROM take WHERE kind = ? AND digest = ? AND digest <> ''"
            " ORDER BY made_at",
            (kind, digest),
        )
        return [(Wish(Kind(row[0]), row[2], row[3], row[1]), as_take(row)) for row in rows]

    def made_here(self, film: str, keys: Container[str]) -> list[Made]:
        """Clips and panels of other films than this one, and of other shots than these of it.

        With clips that are paid for and not here, oldest first. Those that no request is known of
        are left out.
        """
        columns = "kind, film, key, number, digest"
        rows = self._db.execute(
            f"SELECT {columns}, path, sha256, made_at FROM take"
            " WHERE kind IN ('clip', 'panel') AND digest <> ''"
            f" UNION ALL SELECT {columns}, '', '', created FROM job"
            " WHERE kind = 'clip' AND digest <> '' AND state IN ('submitted', 'ready')"
            " ORDER BY made_at"
        )
        return [
            Made(Wish(Kind(kind), key, number, of), digest, Picture(composed(path), sha256 or ""))
            for kind, of, key, number, digest, path, sha256, _made_at in rows
            if of != film or key not in keys
        ]

    def same_jobs(self, kind: Kind, digest: str) -> list[Job]:
        """Jobs of the very same request, of every film and shot, oldest first."""
        rows = self._db.execute(
            f"SELECT {_JOB_COLUMNS} FROM job WHERE kind = ? AND digest = ? AND digest <> ''"
            " ORDER BY id",
            (kind, digest),
        )
        return [_job(row) for row in rows]

    def takes_by_task(self) -> dict[str, tuple[Wish, Take]]:
        """Each result that has a task id, of every film, with what it is of."""
        found = [each for each in self.unchanged.read("takes", self._every_take) if each[1].task_id]
        # One that was taken over for another shot counts nothing; the one it is from, does.
        found.sort(key=lambda each: each[1].credits is not None)
        return {take.task_id: (wish, take) for wish, take in found}

    def tasks_at_home(self) -> set[str]:
        """The task ids of results, of every film."""
        return {task for (task,) in self._db.execute("SELECT task_id FROM take")} - {""}

    # Credits that are set aside, and sums

    def set_aside(self, run: str, rows: Iterable[tuple[Kind, str, str, float]], at: float) -> None:
        """Keep credits for parts of a press: kind, film, key, credits."""
        self._db.executemany(
            "INSERT OR REPLACE INTO reservation (run, kind, film, key, credits, at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [(run, *row, at) for row in rows],
        )

    def free(self, run: str, places: Iterable[tuple[Kind, str, str]]) -> None:
        """What was set aside for these parts (kind, film, key) of a press is not any more."""
        self._db.executemany(
            "DELETE FROM reservation WHERE run = ? AND kind = ? AND film = ? AND key = ?",
            [(run, *place) for place in places],
        )

    def total(self, query: str, *given: str) -> int:
        """One whole number that a query sums up; 0 where it has nothing to sum."""
        return int(self._db.execute(query, given).fetchone()[0] or 0)

    def total_of_takes(self, query: str, film: str) -> int:
        """What a query sums up of takes that no job made; kept, as such takes come seldom.

        A job that takes one over meanwhile is counted beside it until the next start.
        """
        if film not in self._alone:
            self._alone[film] = self.total(query, film)
        return self._alone[film]

    def rows(self, query: str, *given: str) -> list[tuple[Any, ...]]:
        """All that a query finds."""
        return self._db.execute(query, given).fetchall()

    def change(self, query: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Change something for each of these rows."""
        self._db.executemany(query, rows)

    def word(self, query: str, *given: str | int) -> str | None:
        """The first word a query finds."""
        row = self._db.execute(query, given).fetchone()
        return None if row is None else str(row[0])

    # Uploads

    def add_upload(self, sha256: str, origin: str, url: str, at: float) -> None:
        """Remember where a picture was uploaded."""
        self._db.execute(
            "INSERT OR REPLACE INTO upload (sha256, origin, url, at) VALUES (?, ?, ?, ?)",
            (sha256, origin, url, at),
        )

    def forget_uploads(self, hashes: Iterable[str], origin: str) -> None:
        """These pictures are not there any more."""
        self._db.executemany(
            "DELETE FROM upload WHERE sha256 = ? AND origin = ?", [(h, origin) for h in hashes]
        )

    def uploads(self, hashes: Iterable[str], origin: str, newer_than: float) -> dict[str, str]:
        """URLs of pictures uploaded to `origin` after `newer_than`."""
        found: dict[str, str] = {}
        for sha256 in hashes:
            row = self._db.execute(
                "SELECT url FROM upload WHERE sha256 = ? AND origin = ? AND at > ?",
                (sha256, origin, newer_than),
            ).fetchone()
            if row is not None:
                found[sha256] = row[0]
        return found


def open_jobs(records: Records, kind: Kind, film: str, key: str) -> list[Job]:
    """Jobs of one shot or element whose end is not known, the newest first."""
    query = (
        f"SELECT {_JOB_COLUMNS} FROM job WHERE kind = ? AND film = ? AND key = ?"
        f" AND state IN ({_OPEN}) ORDER BY id DESC"
    )
    return [_job(row) for row in records.rows(query, kind, film, key)]


def _job_row(job: Job) -> tuple[Any, ...]:
    wish, trouble = job.wish, job.trouble
    request = None if job.request is None else json.dumps(to_json(job.request))
    told = None if trouble is None else json.dumps(trouble.plain(), default=str)
    return (
        job.id, wish.kind, wish.film, wish.key, wish.number, job.state, request, job.digest,
        job.path, job.estimate, job.created, job.task_id, json.dumps(job.urls), job.credits, told,
        job.sent, job.finished, job.run, json.dumps(dict(job.sent_with)), job.consent, job.token,
        job.provider,
    )  # fmt: skip


def _job(row: tuple[Any, ...]) -> Job:
    request = None if row[6] is None else from_json(json.loads(row[6]))
    trouble = None if row[14] is None else Trouble.from_plain(*json.loads(row[14]))
    return Job(
        id=row[0],
        wish=Wish(Kind(row[1]), row[3], row[4], composed(row[2])),
        state=State(row[5]),
        request=request,
        digest=row[7],
        path=composed(row[8]),
        estimate=row[9],
        created=row[10],
        task_id=row[11],
        urls=() if row[12] == "[]" else tuple(json.loads(row[12])),
        credits=row[13],
        trouble=trouble,
        sent=row[15],
        finished=row[16],
        run=row[17],
        sent_with={} if row[18] == "{}" else json.loads(row[18]),
        consent=row[19],
        token=row[20],
        provider=row[21],
    )
