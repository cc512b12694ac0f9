"""What stands in line and is not sent, in state.db: so that it is known after any end."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from topa_studio.base.spelling import composed
from topa_studio.pipeline.board import Subject
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.wishing import InLine


def read_line(records: Records, film: str) -> dict[Subject, InLine]:
    """What stood in line of a film when it was last written, in order."""
    query = "SELECT kind, key, mark, at FROM line WHERE film = ? ORDER BY at, rowid"
    rows = records.rows(query, film)
    return {(Kind(row[0]), composed(row[1])): _in_line(row[2], row[3]) for row in rows}


def change_line(
    records: Records, film: str, gone: Iterable[Subject], came: Mapping[Subject, InLine]
) -> None:
    """These stand in line no more, those do."""
    with records.transaction():
        records.change(
            "DELETE FROM line WHERE film = ? AND kind = ? AND key = ?",
            [(film, kind, key) for kind, key in gone],
        )
        records.change(
            "INSERT OR REPLACE INTO line (film, kind, key, mark, at) VALUES (?, ?, ?, ?, ?)",
            [(film, kind, key, _mark(row), row.at) for (kind, key), row in came.items()],
        )


def _mark(row: InLine) -> str:
    """How many were wished at once stands in the mark: to an older version it is another wish."""
    return f"{row.mark}*{row.variants}" if row.variants else row.mark


def _in_line(stored: str, at: float) -> InLine:
    mark, _star, variants = stored.partition("*")
    return InLine(mark, at, int(variants) if variants.isdecimal() else 0)
