"""Pictures follow their element to its new name; nothing is paid for them meanwhile."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import ProjectError
from topa_studio.model.status import Trouble, reason_of
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.board import Board, Subject
from topa_studio.pipeline.folder.layout import Layout
from topa_studio.pipeline.former_names import Renamed, Way
from topa_studio.pipeline.till import Till


class Carrying:
    """Of one film in which an element was renamed.

    Args:
        moving: held by whoever moves pictures of elements on the disk.
        tell: told the elements whose pictures have come.
    """

    def __init__(
        self,
        board: Board,
        layout: Layout,
        till: Till,
        moving: asyncio.Lock,
        tell: Callable[[frozenset[Subject]], None],
    ) -> None:
        self._moving, self._tell = moving, tell
        self._on_the_way: dict[str, int] = {}
        self._board, self._layout, self._till = board, layout, till
        self._rest = asyncio.Event()
        self._rest.set()

    @property
    def names(self) -> frozenset[str]:
        """Elements, as they are called now, whose pictures are not all there yet."""
        return frozenset(self._on_the_way)

    def why_not(self, name: str) -> Trouble | None:
        """Why nothing of an element is drawn now; None where it can be."""
        told = {"element": name}
        if name in self._on_the_way:
            return Trouble("pipeline.pictures-follow", told)
        if self._board.views_on_the_way(name):
            return Trouble("pipeline.drawn-before", told)
        return None

    async def load(self) -> None:
        """Read what elements were called."""
        if self._layout.names.exists():
            from topa_studio.pipeline.folder.carried import read_renamed  # seldom

            self._board.former.renamed = await asyncio.to_thread(read_renamed, self._layout)

    def unfinished(self) -> tuple[Renamed, ...]:
        """What an end of the program cut short."""
        return tuple(each for each in self._board.former.renamed if each.way is not Way.DONE)

    def begin(self, renamed: Mapping[str, str]) -> tuple[Renamed, ...]:
        """Elements have other names from this moment on."""
        now = time.time()
        found = tuple(Renamed(old, new, now) for old, new in renamed.items())
        self._board.former.add(found)
        self.expect(found)
        return found

    def expect(self, renamed: Iterable[Renamed]) -> None:
        """These are on the way from now on."""
        for each in renamed:
            self._on_the_way[each.new] = self._on_the_way.get(each.new, 0) + 1
            self._rest.clear()

    async def carry(self, renamed: Iterable[Renamed]) -> None:
        """Bring the pictures of elements to their new names.

        Raises:
            ProjectError: the disk does not take them; the next start tries again.
        """
        every = tuple(renamed)
        try:
            await to_the_end(self._carry(every))
        except OSError as error:
            raise ProjectError("pipeline.pictures-not-moved", reason=reason_of(error)) from error
        finally:
            for each in every:
                left = self._on_the_way.pop(each.new, 1) - 1
                if left:
                    self._on_the_way[each.new] = left
            if not self._on_the_way:
                self._rest.set()
            self._tell(frozenset((Kind.VIEW, each.new) for each in every))

    async def settled(self) -> None:
        """Wait until nothing is on the way."""
        await self._rest.wait()

    async def _carry(self, renamed: Iterable[Renamed]) -> None:
        async with self._moving:
            await self._keep()
            for each in renamed:
                await self._carry_one(each)

    async def _carry_one(self, each: Renamed) -> None:
        from topa_studio.pipeline.folder.carried import carry_pictures, write_renamed

        former, layout = self._board.former, self._layout
        alike = former.alike(each.old, each.new)

        def begun() -> None:
            write_renamed(
                (replace(r, way=Way.BEGUN) if r is each else r for r in former.renamed), layout
            )

        found = await asyncio.to_thread(carry_pictures, each, layout, alike, begun)
        await self._record(each.new, found or {}, alike or {})
        former.put(replace(each, way=Way.DONE, pictures=found))
        await self._keep()

    async def _record(self, name: str, now: Mapping[str, str], before: Mapping[str, str]) -> None:
        """What stands under the numbers of an element; it was paid for where it was drawn."""
        for place in now:
            if place.isdecimal() and place != "0":
                await self._add(name, int(place))
        if now.keys() != before.keys():
            self._board.changed.emit((Kind.VIEW, name))

    async def _add(self, name: str, number: int) -> None:
        from topa_studio.pipeline.folder.element_files import view_at

        layout = self._layout
        folder = layout.element_folder(name)
        stem = layout.view(name, number).stem
        path = next((p for p in map(folder.joinpath, _names(stem)) if p.exists()), None)
        if path is not None:
            take = await asyncio.to_thread(view_at, path, number, layout)
            known = self._board.entry(Kind.VIEW, name).takes.get(number)
            if known is None or known.sha256 != take.sha256:
                take = replace(take, credits=None if take.task_id else take.credits)
                await self._till.kept.add_take(Wish(Kind.VIEW, name, number), take)

    async def _keep(self) -> None:
        from topa_studio.pipeline.folder.carried import write_renamed

        await asyncio.to_thread(write_renamed, self._board.former.renamed, self._layout)

    async def late(self) -> None:
        """Bring what was on its way under an old name and has come since. Raises OSError."""
        former = self._board.former
        for name in former.names if former else ():
            for old in former.of(name):
                left = former.left(old)
                came = [] if left is None else self._came(left)
                if left is not None and came:
                    await to_the_end(self._carry_late(left, name, came))

    def _came(self, left: Renamed) -> list[int]:
        entry = self._board.entry(Kind.VIEW, left.old)
        return [
            job.wish.number
            for job in entry.jobs.values()
            if job.created <= left.at
            and (take := entry.takes.get(job.wish.number)) is not None
            and take.task_id == job.task_id
            and take.made_at > left.at
            and job.wish.number not in left.late
        ]

    async def _carry_late(self, left: Renamed, name: str, numbers: list[int]) -> None:
        from topa_studio.pipeline.folder.carried import carry_late

        async with self._moving:
            came = await asyncio.to_thread(carry_late, left, name, numbers, self._layout)
            for number in came:
                await self._add(name, number)
            self._board.former.put(replace(left, late=(*left.late, *numbers)))
            await self._keep()


def _names(stem: str) -> tuple[str, ...]:
    return tuple(f"{stem}{suffix}" for suffix in (".png", ".jpg", ".jpeg"))
