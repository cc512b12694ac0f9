"""What the user does with a take on the compare page: each is one step, with Undo beside it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QWidget

from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.marks import TakeRef
from topa_studio.model.take import Take
from topa_studio.ui.desk import Desk
from topa_studio.ui.widgets.title_editor import TitleEditor

translate = QCoreApplication.translate


class TakeActs:
    """Acts on takes of any shot; nothing where the film is only shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._takes = desk.session.takes

    def use(self, key: str, number: int) -> None:
        """The take is in the film from now on."""

        async def work() -> None:
            label = translate("Compare", "Choose take {number}").format(number=number)
            await self._desk.edit(label, SetField(ShotTarget(key), "take", number))
            told = translate("Compare", "Take {number} is in the film").format(number=number)
            self._desk.tell_undoable(told)

        self._desk.start(work)

    def star(self, key: str, take: Take) -> None:
        """It is liked, or not any more."""
        on, ref = not take.marks.star, TakeRef(key, take.number)
        told = translate("Compare", "Take {number} is liked") if on else ""
        self._mark(lambda: self._takes.star([ref], on=on), told, take.number)

    def reject(self, key: str, take: Take) -> None:
        """It is kept and not shown in the film, or may be shown again."""
        on, ref = not take.marks.rejected, TakeRef(key, take.number)
        told = translate("Compare", "Take {number} is rejected, and kept") if on else ""
        self._mark(lambda: self._takes.reject([ref], on=on), told, take.number)

    def note(self, key: str, take: Take, inside: QWidget, place: QRect) -> None:
        """Its note is written in this place of a page, which has the keyboard again afterwards."""
        says = translate("Compare", "Note on take {number}").format(number=take.number)
        editor = TitleEditor(inside, place, take.marks.note, says)
        editor.setPlaceholderText(translate("Compare", "What is good, what is not"))
        ref = TakeRef(key, take.number)
        editor.done.connect(
            lambda words: self._mark(lambda: self._takes.note(ref, str(words)), "", take.number)
        )

    def _mark(self, mark: Callable[[], Awaitable[None]], told: str, number: int) -> None:
        async def work() -> None:
            await mark()
            if told:
                self._desk.tell_undoable(told.format(number=number))

        self._desk.start(work)
