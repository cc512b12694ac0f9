"""A pane's changes on their way to the document: one act of the user, one labelled transaction."""

from __future__ import annotations

import asyncio
import time

from topa_studio.app.session import ProjectSession
from topa_studio.document.document import DocumentChange
from topa_studio.document.edits import Edit, SetField, Target, UnsetField, Value
from topa_studio.ui.tasks import TaskScope

PAUSE_SECONDS = 5.0


class Editing:
    """Hands edits to the session; a refused edit is told as a notice."""

    def __init__(self, session: ProjectSession, scope: TaskScope) -> None:
        self._session = session
        self._scope = scope
        self._turn = asyncio.Lock()
        self._asked: set[asyncio.Task[object]] = set()
        self._typed_in = ""
        self._typed_at = 0.0
        self._burst = 0

    @property
    def allowed(self) -> bool:
        """Whether this film may be changed here."""
        return not self._session.read_only

    def apply(self, label: str, *edits: Edit, coalesce: str | None = None) -> None:
        """One transaction; those in a row with the same `coalesce` word are one undo step."""
        asked = self._scope.carry_out(self.perform(label, *edits, coalesce=coalesce))
        if asked is not None:
            self._asked.add(asked)
            asked.add_done_callback(self._asked.discard)

    async def perform(
        self, label: str, *edits: Edit, coalesce: str | None = None
    ) -> DocumentChange | None:
        """`apply`, and wait for it; what it changed.

        Raises:
            DocumentError: refused; nothing has changed.
        """
        async with self._turn:
            return await self._session.edit(label, edits, coalesce=coalesce)

    async def settled(self) -> None:
        """Wait until every edit asked for so far is in the document, or was refused."""
        if self._asked:
            await asyncio.wait(tuple(self._asked))
        async with self._turn:
            return

    def set(self, label: str, target: Target, field: str, value: Value) -> None:
        """Set one field; typing on in the same field stays one undo step, until a pause."""
        place, now = f"{target}/{field}", time.monotonic()
        if place != self._typed_in or now - self._typed_at > PAUSE_SECONDS:
            self._burst += 1
        self._typed_in, self._typed_at = place, now
        self.apply(label, SetField(target, field, value), coalesce=f"{place}/{self._burst}")

    def override(
        self, label: str, target: Target, field: str, value: Value, inherited: Value | None
    ) -> None:
        """Set a field, or remove it where the value is what holds without it anyway."""
        if value == inherited:
            self.apply(label, UnsetField(target, field))
        else:
            self.apply(label, SetField(target, field, value))
