"""The trash of takes and panels: what lies there, what it weighs; and emptying it, for good."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from topa_studio.app.making.production import Production
from topa_studio.app.notice import Notice
from topa_studio.base.signal import Signal
from topa_studio.model.marks import TakeRef
from topa_studio.model.take import Take
from topa_studio.model.wish import Kind
from topa_studio.pipeline.folder.pictures import pictures_of
from topa_studio.pipeline.takes.emptying import Emptied, Emptying
from topa_studio.pipeline.takes.marks import kind_of


@dataclass(frozen=True, slots=True)
class Weight:
    """What some takes are: how many, for how many credits, of how many bytes on the disk."""

    count: int
    credits: float
    bytes: int


class TakeTrash:
    """Of the open film; `told` is told what could not be deleted."""

    def __init__(
        self, production: Production, may_write: Callable[[], None], told: Signal[Notice]
    ) -> None:
        self._production = production
        self._may_write = may_write
        self._told = told
        self._emptying = Emptying(production.board, production.layout, self._stands)

    def of(self, key: str | None = None) -> tuple[TakeRef, ...]:
        """What lies in the trash with its file: of one shot, else of the whole film's folder."""
        return tuple(
            TakeRef(about, number, kind is Kind.PANEL)
            for (kind, about), entry in self._production.board.subjects()
            if kind in (Kind.CLIP, Kind.PANEL) and key in (None, about)
            for number, take in sorted(entry.takes.items())
            if take.marks.trashed
        )

    async def weigh(self, takes: Iterable[TakeRef]) -> Weight:
        """What these cost, and how much of the disk they take."""
        found = self._found(takes)
        size = await asyncio.to_thread(self._emptying.size, list(found.values()))
        return Weight(len(found), sum(take.credits or 0.0 for take in found.values()), size)

    async def empty(self, takes: Iterable[TakeRef] | None = None) -> Emptied:
        """Delete the files of what is in the trash (of these, else of all) for good.

        It is no step and cannot be undone. Receipts stay, and what was paid goes on to count; an
        undo that brings such a take back finds it without its file. What cannot be deleted stays
        in the trash, and is told.

        Raises:
            ProjectError: the film is only looked at.
        """
        self._may_write()
        wanted = self.of() if takes is None else takes
        found = {r: take for r, take in self._found(wanted).items() if take.marks.trashed}
        emptied = await self._emptying.empty(found)
        if emptied.left:
            reason = next(iter(emptied.left.values()))
            params = {"count": len(emptied.left), "reason": reason}
            self._told.emit(Notice("error", "pipeline.trash-left", params))
        return emptied

    def _found(self, takes: Iterable[TakeRef]) -> dict[TakeRef, Take]:
        """Those whose files are here."""
        entry = self._production.board.entry
        found = ((r, entry(kind_of(r), r.key).takes.get(r.number)) for r in dict.fromkeys(takes))
        return {ref: take for ref, take in found if take is not None}

    def _stands(self, ref: TakeRef) -> bool:
        """Whether it is in the film, or is named in it; of number 0: whether any of its shot is."""
        chosen, take = self._in_film(ref), self._found([ref]).get(ref)
        if take is not None and take.path in self._named():
            return True
        return chosen is not None and ref.number in (0, chosen.number)

    def _named(self) -> set[str]:
        """Files that shots start from, end with or are."""
        shots = self._production.scenario.shots()
        return {PurePosixPath(name).as_posix() for shot in shots for name in pictures_of(shot)}

    def _in_film(self, ref: TakeRef) -> Take | None:
        status = self._production.shot(ref.key)
        return status.panel if ref.panel else status.chosen
