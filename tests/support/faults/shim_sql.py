"""Statements of a run, counted and broken on purpose; SQLite's files are looked at after each."""

from __future__ import annotations

import os
import sqlite3
from typing import Any

from tests.support.faults.shim import KILLED, REAL_EXIT, Shim

_REAL_OPEN = open
_SQL_WORDS = {
    "ENOSPC": "database or disk is full",
    "EIO": "disk I/O error",
    "EACCES": "attempt to write a readonly database",
    "EROFS": "attempt to write a readonly database",
    "EMFILE": "unable to open database file",
}


class _Statements(sqlite3.Connection):
    """A connection whose statements are counted; its files are compared after each."""

    shim: Shim
    path = ""

    def execute(self, sql: str, *given: Any) -> sqlite3.Cursor:  # type: ignore[override]
        self._before(sql)
        cursor = super().execute(sql, *given)
        self._after()
        fault = self.shim.fault
        if fault is not None and fault.kind == "stored" and given and fault.what in given[0]:
            self.shim.counts["stored"] += 1
            if self.shim.counts["stored"] == fault.at:
                REAL_EXIT(KILLED)
        return cursor

    def executescript(self, sql: str) -> sqlite3.Cursor:  # type: ignore[override]
        self._before(sql)
        cursor = super().executescript(sql)
        self._after()
        return cursor

    def close(self) -> None:
        super().close()
        self._after(closing=True)

    def _before(self, sql: str) -> None:
        changes = not sql.lstrip().upper().startswith(("SELECT", "PRAGMA USER", "ROLLBACK"))
        trouble = self.shim.pass_by("sql", "sql" if changes else "look", self.path)
        if trouble and trouble != "half":
            raise sqlite3.OperationalError(_SQL_WORDS[trouble])

    def _after(self, *, closing: bool = False) -> None:
        if self.shim.record is None or self.path == ":memory:":
            return
        durable = closing or super().execute("PRAGMA synchronous").fetchone()[0] >= 2
        with self.shim.lock:
            # A checkpoint is on the disk before the log it came from is gone.
            for ending in ("", "-wal", "-journal") if closing else ("-journal", "-wal", ""):
                _compare(self.shim, f"{self.path}{ending}", durable)


def _compare(shim: Shim, path: str, durable: bool) -> None:
    """Write down how one of SQLite's files differs from how it was.

    With synchronous=FULL SQLite has synced what a finished statement left in its files, and the
    folder after making one; docs/reliability.md tells how that is checked with strace.
    """
    before = shim.databases.get(path)
    now = _bytes(path)
    if now == before:
        return
    if now is None:
        shim.note("unlink", path)
        del shim.databases[path]
        return
    shim.databases[path] = now
    if path.endswith(".db") and f"{path}-wal" not in shim.databases:
        # Before there is a log, SQLite's rollback journal makes such a change whole or absent.
        shim.note("exchange", path, data=now)
        return
    if before is None:
        shim.note("create", path)
    _note_pages(shim, path, before or b"", now)
    if durable:
        shim.note("fsync", path)
        if before is None:
            shim.note("fsync-folder", os.path.dirname(path))


def _note_pages(shim: Shim, path: str, before: bytes, now: bytes) -> None:
    if len(now) < len(before):
        shim.note("truncate", path, offset=len(now))
    for start in range(0, len(now), 4096):
        if now[start : start + 4096] != before[start : start + 4096]:
            shim.note("write", path, offset=start, data=now[start : start + 4096])


def _bytes(path: str) -> bytes | None:
    try:
        with _REAL_OPEN(path, "rb") as file:
            found: bytes = file.read()
    except OSError:
        return None
    return found


def install_statements(shim: Shim) -> None:
    real = sqlite3.connect

    def connect(database: Any, *more: Any, **named: Any) -> sqlite3.Connection:
        path = os.fspath(database)
        trouble = "" if path == ":memory:" else shim.pass_by("sql", "sql", path)
        if trouble and trouble != "half":
            raise sqlite3.OperationalError(_SQL_WORDS[trouble])
        shim.databases.update(_as_they_are(path))
        found = real(database, *more, **{**named, "factory": _Statements})
        assert isinstance(found, _Statements)
        found.shim, found.path = shim, path
        return found

    sqlite3.connect = connect  # type: ignore[assignment]


def _as_they_are(path: str) -> dict[str, bytes]:
    found = {f"{path}{ending}": _bytes(f"{path}{ending}") for ending in ("", "-wal", "-journal")}
    return {name: data for name, data in found.items() if data is not None}
