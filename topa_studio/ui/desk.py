"""What acts on the film share: an edit is one step, a refusal is told calmly, undo is at hand."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject

from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import DocumentError
from topa_studio.document.document import DocumentChange
from topa_studio.document.edits import Edit
from topa_studio.model.scenario import Scenario
from topa_studio.ui.binding import bind
from topa_studio.ui.editing import Editing
from topa_studio.ui.notices import NoticeBar, Offer
from topa_studio.ui.selection import Selection
from topa_studio.ui.tasks import TaskScope
from topa_studio.ui.toast import Toast
from topa_studio.ui.words import sentence


class Desk(QObject):
    """The open film with what is selected in it.

    `flush` tells words that are still in fields; `undo` takes the last edit back.
    """

    def __init__(
        self,
        session: ProjectSession,
        selection: Selection,
        editing: Editing,
        scope: TaskScope,
        bar: NoticeBar,
        toast: Toast,
        flush: Callable[[], None],
        undo: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.selection = selection
        self._editing = editing
        self._scope = scope
        self._bar = bar
        self._toast = toast
        self._flush = flush
        self._undo = undo
        self._undoable = ""
        bind(self, session.document.changed, self._film_changed)

    @property
    def film(self) -> Scenario:
        """The film as it is now."""
        return self.session.document.scenario

    def start(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Tell what is still being typed, then do `work`; nothing where the film is only shown."""
        if self._editing.allowed:
            self._flush()
            self._scope.carry_out(self._guarded(work))

    def look(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Do `work`, which only reads."""
        self._scope.spawn(work())

    async def _guarded(self, work: Callable[[], Coroutine[Any, Any, object]]) -> None:
        await self._editing.settled()
        try:
            await work()
        except DocumentError as error:
            self.tell(sentence(error.code, error.params))

    async def edit(
        self, label: str, *edits: Edit, coalesce: str | None = None
    ) -> DocumentChange | None:
        """One transaction. Raises DocumentError: refused."""
        return await self._editing.perform(label, *edits, coalesce=coalesce)

    def tell(self, words: str) -> None:
        """Say something that needs no answer."""
        self._bar.show_notice("info", f"{words[:1].upper()}{words[1:]}")

    def tell_undoable(self, words: str) -> None:
        """Say what was done, with Undo beside it for a moment."""
        self._undoable = words
        undo = Offer(QCoreApplication.translate("Desk", "Undo"), self._undo)
        self._toast.tell(words, undo)

    def _film_changed(self, _change: DocumentChange) -> None:
        if self._undoable:
            self._toast.withdraw(self._undoable)
            self._undoable = ""
