"""Marks of takes: in state.db, and in `marks.json` beside the takes for a state that is built anew.

The state is the truth: `marks.json` is written from it, and read only of takes that the state has
no marks of.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from topa_studio.base.files import set_aside, write_atomic
from topa_studio.model.marks import NO_MARKS, Marking, Marks, TakeRef
from topa_studio.model.take import Take
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.folder.status_files import Json, is_damaged, mapping, read_status
from topa_studio.pipeline.job import Kind
from topa_studio.pipeline.state.kept import Kept
from topa_studio.pipeline.state.mark_rows import MarkRow, write_marks
from topa_studio.pipeline.state.records import Records

_KINDS = (Kind.CLIP, Kind.PANEL)


def kind_of(take: TakeRef) -> Kind:
    """What the pipeline calls a take of this kind."""
    return Kind.PANEL if take.panel else Kind.CLIP


@dataclass(frozen=True, slots=True)
class Marker:
    """Sets the marks of one film's takes."""

    kept: Kept
    board: Board
    film: str

    def take(self, ref: TakeRef) -> Take | None:
        """The take that is meant, wherever its file is; None where there is none."""
        takes = self.board.entry(kind_of(ref), ref.key).every_take()
        return next((take for take in takes if take.number == ref.number), None)

    async def mark(self, markings: Iterable[Marking]) -> None:
        """Set marks of takes that still have those of before; on the disk when it returns.

        Raises:
            ProjectError: the database does not take it; nothing has changed.
        """
        rows = [
            (kind_of(m.take), m.take.key, m.take.number, m.after)
            for m in markings
            if (take := self.take(m.take)) is not None and take.marks == m.before
        ]
        await self.kept.mark(self.film, rows)


def keep_marks(board: Board, layout: Layout) -> None:
    """Write `marks.json` anew, where it says something else. Blocks; raises OSError."""
    found: dict[str, dict[str, Json]] = {}
    for (kind, key), entry in board.subjects():
        marked = [take for take in entry.every_take() if take.marks != NO_MARKS]
        if kind in _KINDS and marked:
            files = {_file(take): _facts(take) for take in sorted(marked, key=lambda t: t.number)}
            found.setdefault(kind, {})[key] = files
    place = layout.own(layout.marks)
    if read_status(place) == found:
        return
    if is_damaged(place):
        set_aside(place, "damaged.json")
    text = json.dumps(found, indent=2, ensure_ascii=False, sort_keys=True)
    write_atomic(place, f"{text}\n".encode())


def recall_marks(records: Records, layout: Layout) -> None:
    """Take in what `marks.json` says of takes that the state has no marks of. Blocks."""
    told = read_status(layout.marks) if layout.is_inside(layout.marks) else {}
    if not told:
        return
    query = "SELECT kind, key, number FROM mark WHERE film = ?"
    known = {(row[0], row[1], row[2]) for row in records.rows(query, layout.film)}
    rows = [row for row in _told_rows(records, layout, told) if row[:3] not in known]
    write_marks(records, layout.film, rows)


def _told_rows(records: Records, layout: Layout, told: Json) -> Iterator[MarkRow]:
    for kind in _KINDS:
        takes = records.takes(kind, layout.film)
        for key, files in mapping(told.get(kind)).items():
            facts = mapping(files)
            for take in takes.get(key, []):
                if _file(take) in facts:
                    yield kind, key, take.number, _marks(mapping(facts[_file(take)]))


def _file(take: Take) -> str:
    """The name of a take's file tells it from every other one of its shot, on every computer."""
    return PurePosixPath(take.path).name


def _facts(take: Take) -> Json:
    marks = take.marks
    facts = {"star": marks.star, "rejected": marks.rejected, "note": marks.note, "fits": marks.fits}
    return {name: value for name, value in facts.items() if value} | (
        {"trashed": marks.trashed} if marks.trashed else {}
    )


def _marks(facts: Mapping[str, object]) -> Marks:
    """Marks as a file tells them; what is damaged in it counts as not said."""
    note, fits = facts.get("note"), facts.get("fits")
    return Marks(
        star=facts.get("star") is True,
        rejected=facts.get("rejected") is True,
        trashed=_since(facts.get("trashed")),
        note=note if isinstance(note, str) else "",
        fits=fits if isinstance(fits, str) else "",
    )


def _since(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return 0.0
    return float(value) if math.isfinite(value) and value > 0 else 0.0
