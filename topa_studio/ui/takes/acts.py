"""What the user does with takes in the window: one labelled step each, told with Undo beside it."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication

from topa_studio.base.errors import StudioError
from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField
from topa_studio.model.marks import TakeRef
from topa_studio.model.take import Take
from topa_studio.ui.desk import Desk
from topa_studio.ui.own_drops import is_picture
from topa_studio.ui.words import sentence

translate = QCoreApplication.translate


class TakeActs:
    """Of one window; wherever a take is shown, this is what its buttons and keys do."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._takes = desk.session.takes

    def take(self, ref: TakeRef) -> Take | None:
        """The take that is meant, also one in the trash; None where its file is not here."""
        takes = self._takes.of(ref.key, panel=ref.panel)
        return next((take for take in takes if take.number == ref.number), None)

    def choose(self, ref: TakeRef) -> None:
        """It stands in the film from now on; what is not there, or in the trash, is left."""
        take = self.take(ref)
        if take is None or take.marks.trashed or not self._desk.editable:
            return
        label = translate("Takes", "Choose take {number}")
        if ref.panel:
            label = translate("Takes", "Choose panel {number}")
        edit = SetField(ShotTarget(ref.key), "panel" if ref.panel else "take", ref.number)
        self._desk.apply(label.format(number=ref.number), edit)

    def star(self, ref: TakeRef) -> None:
        """Liked, or not any more."""
        if (take := self.take(ref)) is not None:
            self._do(self._takes.star([ref], on=not take.marks.star))

    def reject(self, ref: TakeRef) -> None:
        """Kept and not shown by itself, or good again."""
        if (take := self.take(ref)) is not None:
            self._do(self._takes.reject([ref], on=not take.marks.rejected))

    def note(self, ref: TakeRef, words: str) -> None:
        """One line about it; "" for none."""
        self._do(self._takes.note(ref, words))

    def trash(self, ref: TakeRef) -> None:
        """Out of the film and the list; told with what stands there now, and Undo."""
        self._do(self._trash(ref))

    async def _trash(self, ref: TakeRef) -> None:
        before = self._in_film(ref)
        await self._takes.trash([ref])
        now = self._in_film(ref)
        gone = translate("Takes", "Take {number} is in the trash")
        if ref.panel:
            gone = translate("Takes", "Panel {number} is in the trash")
        words = [gone.format(number=ref.number)]
        if before is not None and before.number == ref.number:
            words.append(_stands(now, panel=ref.panel))
        self._desk.tell_undoable(" · ".join(words))

    def restore(self, ref: TakeRef) -> None:
        """Back from the trash."""
        self._do(self._takes.restore([ref]))

    def fetch(self, ref: TakeRef) -> None:
        """Bring home, for nothing, what was paid for and is gone from the disk."""
        self._do(self._fetch(ref))

    async def _fetch(self, ref: TakeRef) -> None:
        if not await self._takes.fetch(ref.key, panel=ref.panel):
            self._desk.tell(translate("Takes", "The service does not keep it any more."))

    def empty_trash(self, refs: Sequence[TakeRef]) -> None:
        """Delete these for good; it was asked about before."""
        self._do(self._empty(refs))

    async def _empty(self, refs: Sequence[TakeRef]) -> None:
        emptied = await self._takes.empty_trash(refs)
        if emptied.takes:
            count = len(emptied.takes)
            self._desk.tell(translate("Takes", "%n takes were deleted for good", "", count))

    def accept(self, keys: Sequence[str], *, on: bool) -> None:
        """Shots are as they should be and left out of batches, or not any more.

        What is in the film for an accepted shot stays so, whatever is made afterwards.
        """
        edits: list[Edit] = []
        for key in keys:
            target = ShotTarget(key)
            chosen = self._desk.session.shot(key).chosen
            edits.append(SetField(target, "locked", True) if on else UnsetField(target, "locked"))
            if on and chosen is not None and self._desk.film.shot(key).take is None:
                edits.append(SetField(target, "take", chosen.number))
        label = translate("Takes", "Accept") if on else translate("Takes", "Accept no more")
        self._desk.apply(label, *edits)

    def bring(self, key: str, sources: Sequence[Path]) -> None:
        """Files of the user's own: clips become takes of a shot, pictures become panels."""
        self._do(self._bring(key, sources))

    async def _bring(self, key: str, sources: Sequence[Path]) -> None:
        """What cannot be used is told, and the others come."""
        self._desk.forget_answer()
        for source in sources:
            panel = is_picture(source)
            try:
                ref = await self._takes.bring(key, source, panel=panel)
            except StudioError as error:
                self._desk.answer_too("error", sentence(error.code, error.params))
                continue
            told = translate("Takes", "Your clip is take {number} now")
            if panel:
                told = translate("Takes", "Your picture is panel {number} now")
            self._desk.tell_undoable(told.format(number=ref.number))

    def _in_film(self, ref: TakeRef) -> Take | None:
        status = self._desk.session.shot(ref.key)
        return status.panel if ref.panel else status.chosen

    def _do(self, work: Coroutine[Any, Any, object]) -> None:
        async def act() -> None:
            await work

        if self._desk.editable:
            self._desk.start(act)
        else:
            work.close()


def _stands(now: Take | None, *, panel: bool) -> str:
    """What is in the film instead of what was thrown away."""
    if now is None:
        return translate("Takes", "nothing stands in the film for it")
    words = translate("Takes", "panel {number} is chosen now")
    if not panel:
        words = translate("Takes", "take {number} is in the film now")
    return words.format(number=now.number)
