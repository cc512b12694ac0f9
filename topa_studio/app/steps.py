"""Every change of the film, one after the other, and its undo: of its text, of marks at takes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Sequence

from topa_studio.base.closing import to_the_end
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import Edit
from topa_studio.document.prepared import Basis, Prepared
from topa_studio.model.marks import Marking

# Characters that are read in a moment; a longer text would hold the window for over 30 ms.
_LONG_TEXT = 50_000


class Steps:
    """Makes steps, takes them back and makes them again.

    Args:
        editing: held by whoever changes the document.
        mark: sets marks of takes; on the disk when it returns.
    """

    def __init__(
        self,
        document: Document,
        editing: asyncio.Lock,
        mark: Callable[[Sequence[Marking]], Awaitable[None]],
    ) -> None:
        self._document = document
        self._editing = editing
        self._mark = mark

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
        markings: tuple[Marking, ...] = (),
    ) -> DocumentChange | None:
        """One transaction: all of it or nothing; None where nothing changed.

        Raises:
            DocumentError: refused.
            ProjectError: marks cannot be written.
        """
        prepare = self._document.prepare
        return await self._make(
            lambda basis: prepare(label, edits, coalesce=coalesce, basis=basis, markings=markings)
        )

    async def outlook(self, edits: Sequence[Edit]) -> DocumentChange | None:
        """What a transaction would change, without making it. Raises DocumentError."""
        async with self._editing:
            prepared = await self._prepared(
                lambda basis: self._document.prepare("", edits, basis=basis)
            )
            return None if prepared is None else prepared.change

    async def text(self, label: str, text: str) -> DocumentChange | None:
        """Another whole text. Raises DocumentError."""
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
        """Marks come first: where they cannot be written there was no step."""
        if prepared is not None and prepared.change is not None and prepared.change.markings:
            return await to_the_end(self._marked(prepared, prepared.change.markings))
        return self._document.commit(prepared)

    async def _marked(
        self, prepared: Prepared, markings: Sequence[Marking]
    ) -> DocumentChange | None:
        await self._mark(markings)
        return self._document.commit(prepared)
