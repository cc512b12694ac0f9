"""Marks of takes as rows of state.db."""

from __future__ import annotations

from collections.abc import Iterable

from topa_studio.model.marks import Marks
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.state.records import Records
from topa_studio.pipeline.state.take_rows import MARK_COLUMNS

MarkRow = tuple[Kind, str, int, Marks]
"""The kind, key and number of a take, and what the user says of it."""


def write_marks(records: Records, film: str, rows: Iterable[MarkRow]) -> None:
    """Put marks into the state; a take without any is written as well, so that it is known."""
    with records.transaction():
        records.change(
            f"INSERT OR REPLACE INTO mark (kind, film, key, number, {MARK_COLUMNS})"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (kind, film, key, number, m.star, m.rejected, m.trashed, m.note, m.fits)
                for kind, key, number, m in rows
            ],
        )
