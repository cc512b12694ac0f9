"""What every pane is given: the open film, what is chosen in it, and the one way of changing it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from topa_studio.app.session import DocumentChange, ProjectSession
from topa_studio.base.errors import DocumentError
from topa_studio.document.edits import Edit, SetField, Target, UnsetField, Value
from topa_studio.model.scenario import Scenario
from topa_studio.model.wish import Redrawing
from topa_studio.ui.binding import bind
from topa_studio.ui.commands.command import Able
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.notices import NoticeBar, Offer, nothing_told
from topa_studio.ui.selection import Selection
from topa_studio.ui.tasks import TaskScope
from topa_studio.ui.toast import Toast
from topa_studio.ui.undecided import Undecided
from topa_studio.ui.words import sentence

PAUSE_SECONDS = 5.0
KEY, DAY_BUDGET = "key", "day"
Work = Callable[[], Coroutine[Any, Any, object]]


@dataclass(frozen=True, slots=True)
class Told:
    """Where something is told: what waits to be read, and the answer to a press."""

    bar: NoticeBar
    toast: Toast


class Desk(QObject):
    """Made first, with its window. An edit is one labelled step; a refusal is told calmly.

    Attributes:
        undecided: shots of which it is asked whether a change shall make them out of date.
    Signals:
        telling: fields tell now what was typed in them and not told yet.
        writing_wanted: the keyboard shall go into the words of what is chosen.
        pictured: the pictures of this element are others now, and how the film stood before.
        account_wanted: a page of money shall open, `KEY` or `DAY_BUDGET`.
    """

    telling = Signal()
    writing_wanted = Signal()
    pictured = Signal(str, object)
    account_wanted = Signal(str)

    def __init__(
        self,
        session: ProjectSession,
        selection: Selection,
        told: Told,
        scope: TaskScope,
        commands: Commands,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.session = session
        self.selection = selection
        self.notices, self._toast = told.bar, told.toast
        self.scope = scope
        self.commands = commands
        self.undecided = Undecided(self)
        self._turn = asyncio.Lock()
        self._asked: set[asyncio.Task[object]] = set()
        self._typed_in = ""
        self._typed_at = 0.0
        self._burst = 0
        self._withdraw = self._answered = nothing_told
        selection.changed.connect(self._offer)
        bind(self, session.changed, self._film_changed)
        self._offer()

    @property
    def film(self) -> Scenario:
        """The film as it is now."""
        return self.session.film

    @property
    def editable(self) -> bool:
        """Whether this film may be changed here."""
        return not self.session.read_only

    # Changing the film.

    def apply(self, label: str, *edits: Edit, coalesce: str | None = None) -> None:
        """One transaction; those in a row with the same `coalesce` word are one undo step."""
        self._ask(self.edit(label, *edits, coalesce=coalesce))

    def rework(
        self, label: str, edits_of: Callable[[], Sequence[Edit]], *, coalesce: str | None = None
    ) -> None:
        """`apply` what `edits_of` makes of the film as it is when the turn comes."""

        async def work() -> None:
            async with self._turn:
                if edits := edits_of():
                    await self.session.edit(label, edits, coalesce=coalesce)

        self._ask(work())

    def _ask(self, work: Coroutine[Any, Any, object]) -> None:
        asked = self.scope.carry_out(work)
        if asked is not None:
            self._asked.add(asked)
            asked.add_done_callback(self._asked.discard)

    async def edit(
        self, label: str, *edits: Edit, coalesce: str | None = None
    ) -> DocumentChange | None:
        """`apply`, and wait for it; what it changed.

        Raises:
            DocumentError: refused; nothing has changed.
        """
        async with self._turn:
            return await self.session.edit(label, edits, coalesce=coalesce)

    def set(self, label: str, target: Target, field: str, value: Value) -> None:
        """Set one field; typing on in the same field stays one undo step, until a pause."""
        step = self.burst(f"{target}/{field}")
        self.apply(label, SetField(target, field, value), coalesce=step)

    def burst(self, place: str) -> str:
        """The word for `coalesce` of what is typed at a place now: the same until a pause."""
        now = time.monotonic()
        if place != self._typed_in or now - self._typed_at > PAUSE_SECONDS:
            self._burst += 1
        self._typed_in, self._typed_at = place, now
        return f"{place}/{self._burst}"

    def end_typing(self) -> None:
        """What is typed from now on is a step of its own."""
        self._typed_in = ""

    def override(
        self, label: str, target: Target, field: str, value: Value, inherited: Value | None
    ) -> None:
        """Set a field, or remove it where the value is what holds without it anyway."""
        if value == inherited:
            self.apply(label, UnsetField(target, field))
        else:
            self.apply(label, SetField(target, field, value))

    async def settled(self) -> None:
        """Wait until every edit asked for so far is in the document, or was refused."""
        if self._asked:
            await asyncio.wait(tuple(self._asked))
        async with self._turn:
            return

    def undo(self) -> None:
        """Take back the last edit, words still in fields included."""
        self._step(self.session.undo)

    def redo(self) -> None:
        """Do the last undone edit again."""
        self._step(self.session.redo)

    async def undo_while(self, holds: Callable[[], bool]) -> None:
        """Take back step after step as long as that holds."""
        while holds():
            await self.session.undo()

    def _step(self, step: Callable[[], Awaitable[object]]) -> None:
        async def work() -> None:
            await self.settled()
            await step()

        self.telling.emit()
        self.scope.carry_out(work())

    # Acts of several steps.

    def start(self, work: Work) -> None:
        """Tell what is still being typed, then do `work`; nothing where the film is only shown."""
        if self.editable:
            self.telling.emit()
            self.scope.carry_out(self._guarded(work))

    def look(self, work: Work) -> None:
        """Do `work`, which only reads."""
        self.scope.spawn(work())

    async def _guarded(self, work: Work) -> None:
        await self.settled()
        try:
            await work()
        except DocumentError as error:
            self.tell(sentence(error.code, error.params))

    # Choosing and telling.

    def show(self, key: str) -> None:
        """Select a shot by its key, or an element by its name, unless it was deleted.

        The key of a picture that is redrawn means its element.
        """
        if self.film.has_shot(key):
            self.selection.select_shot(key)
        elif self.session.jobs.is_in_film(key):
            self.selection.select_element(Redrawing.of(key).element)

    def write(self, key: str) -> None:
        """Select it, and put the keyboard into its words."""
        self.show(key)
        self.writing_wanted.emit()

    def tell(self, words: str) -> None:
        """Say something that needs no answer."""
        self.notices.show_notice("info", f"{words[:1].upper()}{words[1:]}")

    def answer(self, level: str, words: str) -> None:
        """Say what became of a file, in front of what stands there."""
        self.forget_answer()
        self._answered = self.notices.show_notice(level, words, first=True)

    def forget_answer(self) -> None:
        """Put away what was said of the file before: another one is looked at."""
        self._answered()
        self._answered = nothing_told

    def tell_undoable(self, words: str) -> None:
        """Say what was done, with Undo beside it until the next edit."""
        undo = Offer(QCoreApplication.translate("Desk", "Undo"), self.undo)
        self._withdraw = self._toast.tell(words, undo)

    def _film_changed(self, change: DocumentChange) -> None:
        self.selection.follow(change)
        self._withdraw()
        self._withdraw = nothing_told
        self._offer()

    def _offer(self) -> None:
        """Offer what can be done with what is chosen."""
        chosen, editable = self.selection, self.editable
        some = bool(chosen.shots) or chosen.scene is not None
        can = {
            Able.ALWAYS: True,
            Able.FILM: editable,
            Able.SHOTS: editable and bool(chosen.shots),
            Able.SHOTS_OR_SCENE: editable and some,
            Able.ANYTHING: editable and (some or chosen.element is not None),
        }
        self.commands.offer({able for able, now in can.items() if now})
