"""Every change of the film, one after the other, and its undo: of its text, and beside it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from pathlib import PurePosixPath

from topa_studio.app.making.production import Production
from topa_studio.app.notice import Notice
from topa_studio.base.closing import to_the_end
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import Edit
from topa_studio.document.history.history import ONTO_LAST
from topa_studio.document.prepared import Basis, Prepared
from topa_studio.model.marks import Aside, Marking, Swap
from topa_studio.pipeline.takes.marks import Marker

# Characters that are read in a moment; a longer text would hold the window for over 30 ms.
_LONG_TEXT = 50_000


class Beside:
    """What a step changes beside the text: pictures of elements first, then marks of takes.

    `tell` is given what could not be done. `must_write` raises ProjectError where the film is only
    looked at.
    """

    def __init__(
        self, production: Production, marker: Marker, tell: Callable[[Notice], None]
    ) -> None:
        self.must_write = production.must_write
        self._production, self._marker, self._tell = production, marker, tell

    async def change(self, asides: Sequence[Aside]) -> None:
        """All of it, on the disk when this returns.

        Raises:
            ProjectError: the disk does not take it.
        """
        swaps = [each for each in asides if isinstance(each, Swap)]
        if swaps:
            await self._swap(swaps)
        await self._marker.mark(each for each in asides if isinstance(each, Marking))

    async def changed(self, asides: Sequence[Aside]) -> None:
        """The text says it too by now: see what lies in the folders."""
        if any(isinstance(each, Swap) for each in asides):
            await self._production.film.rescan()

    async def _swap(self, swaps: Sequence[Swap]) -> None:
        from topa_studio.pipeline.takes.swapping import Swapping  # not for the first picture

        production = self._production
        swapping = Swapping(production.till.kept, production.board, production.layout)
        await production.film.carried()
        async with production.film.moving:
            left = await swapping.swap(swaps)
        if left:
            files = ", ".join(dict.fromkeys(PurePosixPath(swap.path).name for swap in left))
            self._tell(Notice("warning", "pipeline.pictures-gone", {"files": files}))


class Steps:
    """Makes steps, takes them back and makes them again.

    Args:
        editing: held by whoever changes the document.
        beside: sets marks of takes, moves pictures of elements.
    """

    def __init__(
        self,
        document: Document,
        editing: asyncio.Lock,
        beside: Beside,
    ) -> None:
        self._document = document
        self._editing = editing
        self._beside = beside

    @property
    def done(self) -> int:
        """How many steps could be taken back."""
        return len(self._document.history.done)

    async def edit(
        self,
        label: str,
        edits: Sequence[Edit],
        *,
        coalesce: str | None = None,
        markings: tuple[Aside, ...] = (),
        onto: int = 0,
    ) -> DocumentChange | None:
        """One transaction: all of it or nothing; None where nothing changed.

        `onto`: the step with this number, from 1, where it is still the newest one, is undone and
        made again together with it.

        Raises:
            DocumentError: refused.
            ProjectError: marks cannot be written, or pictures not be moved.
        """
        self._beside.must_write()
        prepare = self._document.prepare

        def prepared(basis: Basis) -> Prepared | None:
            word = ONTO_LAST if onto and onto == self.done else coalesce
            return prepare(label, edits, coalesce=word, basis=basis, markings=markings)

        return await self._make(prepared)

    async def outlook(self, edits: Sequence[Edit]) -> DocumentChange | None:
        """What a transaction would change, without making it. Raises DocumentError."""
        async with self._editing:
            prepared = await self._prepared(
                lambda basis: self._document.prepare("", edits, basis=basis)
            )
            return None if prepared is None else prepared.change

    async def text(self, label: str, text: str) -> DocumentChange | None:
        """Another whole text. Raises DocumentError."""
        self._beside.must_write()
        return await self._make(lambda basis: self._document.preparing.text(basis, label, text))

    async def undo(self) -> DocumentChange | None:
        """Take back the last transaction."""
        return await self._make(self._document.prepare_undo)

    async def redo(self) -> DocumentChange | None:
        """Do the last undone transaction again."""
        return await self._make(self._document.prepare_redo)

    async def _make(self, prepare: Callable[[Basis], Prepared | None]) -> DocumentChange | None:
        async with self._editing:
            return await self._commit(await self._prepared(prepare))

    async def _prepared(self, prepare: Callable[[Basis], Prepared | None]) -> Prepared | None:
        """A long text is worked on off the loop, and again where it changed meanwhile."""
        while len((basis := self._document.basis()).text) > _LONG_TEXT:
            prepared = await asyncio.to_thread(prepare, basis)
            if prepared is None or self._document.fits(prepared):
                return prepared
        return prepare(basis)

    async def _commit(self, prepared: Prepared | None) -> DocumentChange | None:
        """What is beside the text comes first: where that cannot be done there was no step."""
        if prepared is not None and prepared.change is not None and prepared.change.markings:
            return await to_the_end(self._marked(prepared, prepared.change.markings))
        return self._document.commit(prepared)

    async def _marked(self, prepared: Prepared, markings: Sequence[Aside]) -> DocumentChange | None:
        await self._beside.change(markings)
        change = self._document.commit(prepared)
        await self._beside.changed(markings)
        return change
