"""Pictures of elements change places: an element's folder, what waits to be kept, the trash.

What leaves its place lies in the trash, with its receipt, before anything else takes that place: an
end at any moment loses nothing.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import ProjectError
from topa_studio.base.files import copy_durable, sha256_of
from topa_studio.base.regular import holds_bytes
from topa_studio.model.marks import Swap
from topa_studio.model.status import reason_of
from topa_studio.model.take import Take
from topa_studio.model.wish import Redrawing
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.element_files import candidate_at, view_at
from topa_studio.pipeline.folder.layout import Layout, number_in, receipt_of
from topa_studio.pipeline.folder.picture_trash import PictureTrash
from topa_studio.pipeline.job import Kind, Wish
from topa_studio.pipeline.state.kept import Kept


@dataclass(frozen=True, slots=True)
class Swapping:
    """Moves pictures of one film's elements."""

    kept: Kept
    board: Board
    layout: Layout

    @property
    def trash(self) -> PictureTrash:
        """Where what stands nowhere lies."""
        return PictureTrash(self.layout)

    async def swap(self, swaps: Sequence[Swap]) -> list[Swap]:
        """Put into each place what shall be there; those that could not be, as others stand there
        by now or the picture is gone from the trash.

        Raises:
            ProjectError: the disk does not take it; all stands as it stood.
        """
        return await to_the_end(self._swap(swaps))

    async def _swap(self, swaps: Sequence[Swap]) -> list[Swap]:
        try:
            made = await asyncio.to_thread(self._move, swaps)
        except OSError as error:
            raise ProjectError("pipeline.pictures-not-moved", reason=reason_of(error)) from error
        for swap in made:
            await self._record(swap)
        return [swap for swap in swaps if swap not in made]

    # The files

    def _move(self, swaps: Sequence[Swap]) -> list[Swap]:
        """Copy away, put in place, then tidy up; what was done of it. Raises OSError: nothing."""
        trash = self.trash
        wanted = [swap for swap in swaps if self._content(swap.path) == swap.before]
        for swap in wanted:
            if swap.before:
                trash.put(swap.element, self._place(swap.path), self._file(swap))
        sources = {s: self._source(s, s.after) for s in wanted}
        wanted = [swap for swap in wanted if not swap.after or sources[swap] is not None]
        done: list[tuple[Swap, Path | None]] = []
        try:
            for swap in wanted:
                done.append((swap, self._source(swap, swap.before)))
                self._put(swap.path, sources[swap])
        except OSError:
            for swap, before in reversed(done):
                self._put(swap.path, before)
            raise
        for source in sources.values():
            if source is not None:
                trash.forget(source)
        return wanted

    def _source(self, swap: Swap, sha256: str) -> Path | None:
        """Where a content lies: in the trash, under any name that the element has or had."""
        if not sha256:
            return None
        former = self.board.former
        names = former.all_of(former.now(swap.element) or swap.element)
        for name in dict.fromkeys((swap.element, *names)):
            found = self.trash.find(name, sha256, self._file(swap))
            if found is not None:
                return found
        return None

    def _file(self, swap: Swap) -> str:
        """The name that a picture has, or would have, in the element's folder."""
        path = self.layout.absolute(swap.path)
        if path.parent == self.layout.candidates(swap.element):
            known = [Redrawing.of(wish.key).file for wish in self._candidates(swap.path)]
            return next(iter(known), path.name)
        return path.name

    def _put(self, stored: str, source: Path | None) -> None:
        """A copy of `source` under this name, its receipt first; None: nothing stands there."""
        target = self._place(stored)
        if source is None:
            target.unlink(missing_ok=True)
            receipt_of(target).unlink(missing_ok=True)
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if receipt_of(source).exists():
            copy_durable(receipt_of(source), receipt_of(target))
        else:
            receipt_of(target).unlink(missing_ok=True)
        copy_durable(source, target)

    def _place(self, stored: str) -> Path:
        return self.layout.own(self.layout.absolute(stored))

    def _content(self, stored: str) -> str:
        path = self.layout.absolute(stored)
        return sha256_of(path) if holds_bytes(path) else ""

    # What is known of them

    async def _record(self, swap: Swap) -> None:
        path = self.layout.absolute(swap.path)
        if path.parent == self.layout.candidates(swap.element):
            await self._record_candidate(swap, path)
            return
        number = number_in(path.name, swap.element)
        if number is not None and swap.after:
            take = await asyncio.to_thread(view_at, path, number, self.layout)
            if self._counts_elsewhere(swap.element, take):
                take = replace(take, credits=None)
            await self.kept.add_take(Wish(Kind.VIEW, swap.element, number), take)
        else:
            self.board.changed.emit((Kind.VIEW, swap.element))

    async def _record_candidate(self, swap: Swap, path: Path) -> None:
        if swap.after:
            found = await asyncio.to_thread(candidate_at, path, self.layout)
            if found is not None:
                await self.kept.add_take(*found)
            return
        for wish in self._candidates(swap.path):
            await self.kept.drop_take(wish)

    def _counts_elsewhere(self, element: str, take: Take) -> bool:
        """Whether a picture was paid for as a candidate, or under another name of its element,
        where its job still counts.
        """
        return any(
            job.task_id == take.task_id
            for (kind, key), entry in self.board.subjects()
            if kind.is_of_element and (kind, key) != (Kind.VIEW, element)
            for job in entry.jobs.values()
            if job.task_id
        )

    def _candidates(self, stored: str) -> list[Wish]:
        return [
            Wish(kind, key, take.number)
            for (kind, key), entry in self.board.subjects()
            if kind is Kind.REDRAW
            for take in entry.every_take()
            if take.path == stored
        ]
