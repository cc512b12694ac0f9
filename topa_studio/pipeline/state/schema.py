"""The tables of state.db and how an older file is brought up to date, in one transaction."""

from __future__ import annotations

import sqlite3

from topa_studio.base.spelling import composed

VERSION = 6
_FIRST = """
CREATE TABLE job (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, film TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL,
    state TEXT NOT NULL, request TEXT, digest TEXT NOT NULL, path TEXT NOT NULL,
    estimate REAL, created REAL NOT NULL, task_id TEXT NOT NULL DEFAULT '',
    urls TEXT NOT NULL DEFAULT '[]', credits REAL, trouble TEXT,
    sent REAL NOT NULL DEFAULT 0, finished REAL NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX job_state ON job(state);
CREATE UNIQUE INDEX job_task ON job(task_id) WHERE task_id <> '';
CREATE TABLE take (
    kind TEXT NOT NULL, film TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL,
    path TEXT NOT NULL, digest TEXT NOT NULL, task_id TEXT NOT NULL, credits REAL,
    sha256 TEXT NOT NULL, flags TEXT NOT NULL, start REAL NOT NULL, seconds REAL NOT NULL,
    made_at REAL NOT NULL,
    PRIMARY KEY (kind, film, key, number)
) STRICT;
CREATE TABLE upload (
    sha256 TEXT NOT NULL, origin TEXT NOT NULL, url TEXT NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (sha256, origin)
) STRICT;
"""
_SECOND = """
ALTER TABLE job ADD COLUMN run TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN sent_with TEXT NOT NULL DEFAULT '{}';
ALTER TABLE job ADD COLUMN consent TEXT NOT NULL DEFAULT '';
ALTER TABLE job ADD COLUMN token TEXT NOT NULL DEFAULT '';
DROP INDEX job_state;
CREATE INDEX job_charge ON job(film, created, run, state, estimate, credits, trouble);
CREATE INDEX job_wish ON job(kind, film, key);
CREATE TABLE reservation (
    run TEXT NOT NULL, film TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL,
    credits REAL NOT NULL, at REAL NOT NULL,
    PRIMARY KEY (run, film, kind, key)
) STRICT;
CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
INSERT INTO meta (name, value) VALUES ('identity', lower(hex(randomblob(16))));
"""
_THIRD = """
CREATE TABLE line (
    film TEXT NOT NULL, kind TEXT NOT NULL, key TEXT NOT NULL, mark TEXT NOT NULL,
    at REAL NOT NULL,
    PRIMARY KEY (film, kind, key)
) STRICT;
"""
_FOURTH = """
ALTER TABLE take ADD COLUMN origin TEXT NOT NULL DEFAULT '';
CREATE TABLE mark (
    kind TEXT NOT NULL, film TEXT NOT NULL, key TEXT NOT NULL, number INTEGER NOT NULL,
    star INTEGER NOT NULL, rejected INTEGER NOT NULL, trashed REAL NOT NULL, note TEXT NOT NULL,
    PRIMARY KEY (kind, film, key, number)
) STRICT;
"""
_FIFTH = """
ALTER TABLE job ADD COLUMN provider TEXT NOT NULL DEFAULT 'kie';
ALTER TABLE take ADD COLUMN provider TEXT NOT NULL DEFAULT 'kie';
"""
_SIXTH = """
ALTER TABLE mark ADD COLUMN fits TEXT NOT NULL DEFAULT '';
"""
_STEPS = {0: _FIRST, 1: _SECOND, 2: _THIRD, 3: _FOURTH, 4: _FIFTH, 5: _SIXTH}


def version_of(db: sqlite3.Connection) -> int:
    """The version of the tables in a file; 0 where there are none yet."""
    version: int = db.execute("PRAGMA user_version").fetchone()[0]
    return version


def bring_up_to_date(db: sqlite3.Connection) -> None:
    """Create or extend the tables; after a kill they are all there or as they were."""
    version = version_of(db)
    if version < VERSION:
        steps = "".join(_STEPS[step] for step in range(version, VERSION))
        db.executescript(f"BEGIN IMMEDIATE; {steps} PRAGMA user_version={VERSION}; COMMIT;")


def compose_films(db: sqlite3.Connection) -> None:
    """Films whose names were stored with their accents apart are found as all others are."""
    films = db.execute("SELECT film FROM job UNION SELECT film FROM take").fetchall()
    for (film,) in films:
        if composed(film) != film:
            for table in ("job", "take", "reservation", "mark"):
                query = f"UPDATE OR IGNORE {table} SET film = ? WHERE film = ?"
                db.execute(query, (composed(film), film))
