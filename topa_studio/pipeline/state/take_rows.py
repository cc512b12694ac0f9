"""Takes as rows of state.db, and their marks beside them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from typing import Any, Protocol

from topa_studio.base.spelling import composed
from topa_studio.model.marks import NO_MARKS, Marks
from topa_studio.model.take import Take
from topa_studio.pipeline.job import Kind, Wish

TAKE_COLUMNS = (
    "kind, film, key, number, path, digest, task_id, credits, sha256, flags, start, seconds,"
    " made_at, origin, provider"
)
MARK_COLUMNS = "star, rejected, trashed, note, fits"


class Changes(Protocol):
    """What takes a change of rows."""

    def change(self, query: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """Change something for each of these rows."""
        ...


def as_row(wish: Wish, take: Take) -> tuple[Any, ...]:
    """The values of `TAKE_COLUMNS`."""
    return (
        wish.kind, wish.film, wish.key, take.number, take.path, take.digest, take.task_id,
        take.credits, take.sha256, json.dumps(take.flags), take.start, take.seconds, take.made_at,
        take.origin, take.provider,
    )  # fmt: skip


def as_take(row: tuple[Any, ...]) -> Take:
    """The take of a row of `TAKE_COLUMNS`, perhaps with `MARK_COLUMNS` behind them."""
    return Take(
        number=row[3],
        path=composed(row[4]),
        digest=row[5],
        task_id=row[6],
        credits=row[7],
        sha256=row[8],
        flags=() if row[9] == "[]" else tuple(json.loads(row[9])),
        start=row[10],
        seconds=row[11],
        made_at=row[12],
        origin=row[13],
        provider=row[14],
        marks=_marks(row[15:]),
    )


def read_takes(db: sqlite3.Connection, where: str, *given: str) -> list[tuple[Wish, Take]]:
    """Results with their marks, each with what it is of."""
    rows = db.execute(
        f"SELECT {TAKE_COLUMNS}, {MARK_COLUMNS} FROM take"
        f" LEFT JOIN mark USING (kind, film, key, number){where}",
        given,
    )
    return [(Wish(Kind(row[0]), row[2], row[3], row[1]), as_take(row)) for row in rows]


def drop_take(records: Changes, wish: Wish) -> None:
    """A result is not one of its subject any more; the job that made it stays."""
    query = "DELETE FROM take WHERE kind = ? AND film = ? AND key = ? AND number = ?"
    records.change(query, [(wish.kind, wish.film, wish.key, wish.number)])


def _marks(columns: tuple[Any, ...]) -> Marks:
    """A take that nobody ever marked has none, and where nobody asked there are no columns."""
    star, rejected, trashed, note, fits = columns or (0, 0, 0.0, "", "")
    if not (star or rejected or trashed or note or fits):
        return NO_MARKS
    return Marks(bool(star), bool(rejected), trashed or 0.0, note or "", fits or "")
