"""What other programs do to the film's file: taken in, put together with ours, or waited out."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from pathlib import Path

from topa_studio.app.keeping import Keeping
from topa_studio.app.notice import Notice
from topa_studio.app.outside_words import what_changed, what_clashed
from topa_studio.app.saving import Saver
from topa_studio.base.errors import DocumentError
from topa_studio.base.signal import Signal
from topa_studio.base.words import say
from topa_studio.base.yaml_reader import decode, parse
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import FilmTarget, SetField, ShotTarget
from topa_studio.document.identity import Doubt
from topa_studio.document.merge import Choices, Conflict, Merged, Side, merge
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble

_WHOLE = "file"


@dataclass(frozen=True, slots=True)
class OutsideChange:
    """A change of the file by another program, taken in as one undoable step.

    Attributes:
        shots, scenes, elements: what it touched, by permanent names.
        count: how many of the largest kind there is: shots, else scenes, else elements.
        film: whether settings of the whole film changed.
        merged: whether it was put together with changes that were not saved yet.
    """

    shots: frozenset[str]
    scenes: frozenset[str]
    elements: frozenset[str]
    count: int
    film: bool
    merged: bool


@dataclass(slots=True)
class _Question:
    """Conflicts of one merge, with what is needed to decide each of them later."""

    base: str
    ours: str
    theirs: str
    text: str
    choices: Choices
    conflicts: tuple[Conflict, ...]


class Outside:
    """Takes in what others write.

    Signals:
        changed: a change was taken in.
        asked: the open conflicts and doubts are others now.
        told: sentences for the user.
    """

    def __init__(
        self, document: Document, saver: Saver, keeping: Keeping, *, read_only: bool
    ) -> None:
        self.changed: Signal[OutsideChange] = Signal()
        self.asked: Signal[None] = Signal()
        self.told: Signal[Notice] = Signal()
        self.doubts: tuple[Doubt, ...] = ()
        self._document = document
        self._saver = saver
        self._keeping = keeping
        self._read_only = read_only
        self._questions: list[_Question] = []
        self._new_doubts: tuple[Doubt, ...] = ()
        self._suspect: bytes | None = None
        self._broken: bytes | None = None
        self._is_gone = False

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Fields that both sides changed; each stands as its `kept` says until it is resolved."""
        return tuple(c for question in self._questions for c in question.conflicts)

    async def look(self) -> bool:
        """Look at the file now; whether to look again soon, as it may be half written."""
        async with self._saver.writing:
            return await self.look_locked()

    async def look_locked(self) -> bool:
        """`look`, for who holds the saver's lock already."""
        path = self._document.path
        data = await asyncio.to_thread(_bytes, path)
        if data is None:
            self._tell_gone()
            return False
        self._is_gone = False
        if data == self._broken:
            return False
        if data == self._saver.on_disk:
            self._good_again()
            return False
        try:
            await self._take(data)
        except DocumentError as error:
            return self._hold(data, error)
        self._good_again()
        return False

    async def keep_mine(self) -> None:
        """Write our film over a file that cannot be read; that file is kept as a copy first.

        Raises:
            ProjectError, OSError: it could not be written.
        """
        async with self._saver.writing:
            if self._broken is not None:
                await self._keeping.backup(self._broken)
                self._saver.on_disk = self._broken
                self._good_again()
        await self._saver.save()

    async def resolve(self, conflict: Conflict, side: Side) -> None:
        """Decide a conflict; the other side's value comes in as one undoable step.

        Raises:
            DocumentError: the film has changed so much since that it cannot be put in.
        """
        question = next((q for q in self._questions if conflict in q.conflicts), None)
        if question is None:
            return
        if side != conflict.kept:
            await self._choose(question, conflict, side)
        left = tuple(c for c in question.conflicts if c != conflict)
        question.conflicts = left
        if not left:
            self._questions.remove(question)
        self.asked.emit(None)

    async def _choose(self, question: _Question, conflict: Conflict, side: Side) -> None:
        label = "The other version" if side == "theirs" else "My version"
        if conflict.field == _WHOLE:
            self._document.take_text(label, question.ours if side == "ours" else question.theirs)
            return
        choices = {**question.choices, (conflict.target, conflict.field): side}
        sides = (question.base, question.ours, question.theirs)
        wanted = await asyncio.to_thread(merge, *sides, choices)
        now = self._document.source.text
        found = await asyncio.to_thread(merge, question.text, now, wanted.text)
        if self._document.source.text != now:
            found = merge(question.text, self._document.source.text, wanted.text)
        self._document.take_text(label, found.text)
        question.choices, question.text = choices, wanted.text

    def same_shot(self, doubt: Doubt, *, same: bool) -> None:
        """Say whether two shots are one; then the new one gets the old one's takes.

        Raises:
            DocumentError: the shot cannot be given its key.
        """
        if same:
            key = SetField(ShotTarget(doubt.appeared), "key", doubt.vanished)
            self._document.apply("Keep takes", [key])
        self.doubts = tuple(other for other in self.doubts if other != doubt)
        self.asked.emit(None)

    async def _take(self, data: bytes) -> None:
        document, base = self._document, self._saver.on_disk
        theirs = decode(data).text
        parse(theirs)
        if self._read_only or not document.is_readable or document.to_bytes() == data:
            self._accept(document.take_outside(data), data, merged=False)
            return
        has_edits = document.to_bytes() != base
        await self._keeping.backup(base)
        if has_edits:
            await self._keeping.backup(document.to_bytes())
        await self._keeping.backup(data)
        try:
            question = await self._merged(decode(base).text, theirs)
        except DocumentError:
            ours = document.source.text
            change = document.take_outside(data)
            if has_edits:
                whole = Conflict(FilmTarget(), _WHOLE, None, ours, theirs, "theirs")
                self._questions.append(_Question("", ours, theirs, theirs, {}, (whole,)))
            self._accept(change, data, merged=has_edits, unmerged=has_edits)
            return
        change = document.take_outside(data, question.text)
        if question.conflicts:
            self._questions.append(question)
        self._accept(change, data, merged=has_edits)

    async def _merged(self, base: str, theirs: str) -> _Question:
        """Their text put together with ours as it is when the merge is done."""
        ours = self._document.source.text
        found = await asyncio.to_thread(merge, base, ours, theirs)
        if self._document.source.text != ours:
            ours = self._document.source.text
            found = merge(base, ours, theirs)
        self._add_doubts(found)
        return _Question(base, ours, theirs, found.text, {}, found.conflicts)

    def _add_doubts(self, found: Merged) -> None:
        known = {doubt.vanished for doubt in self.doubts}
        self._new_doubts = tuple(d for d in found.doubts if d.vanished not in known)
        self.doubts = (*self.doubts, *self._new_doubts)

    def _drop_settled(self, film: Scenario) -> None:
        """A shot that is back, or a new one that is gone again, is no question any more."""
        self.doubts = tuple(
            d for d in self.doubts if not film.has_shot(d.vanished) and film.has_shot(d.appeared)
        )

    def _accept(
        self,
        change: DocumentChange | None,
        data: bytes,
        *,
        merged: bool,
        unmerged: bool = False,
    ) -> None:
        self._saver.on_disk = data
        if not self._read_only:
            self._keeping.outside(data)
            self._saver.schedule()
        if change is None:
            return
        self._drop_settled(change.after)
        self.changed.emit(_outside_change(change, merged=merged))
        self._tell_change(change, merged=merged, unmerged=unmerged)
        if self._questions or self.doubts:
            self.asked.emit(None)

    def _tell_change(self, change: DocumentChange, *, merged: bool, unmerged: bool) -> None:
        path, folder = self._document.path.name, str(self._keeping.places.backups)
        if unmerged:
            params = {"path": path, "folder": folder}
            self.told.emit(Notice("warning", "project.outside-unmerged", params))
            return
        code = "project.outside-merged" if merged else "project.outside-change"
        self.told.emit(Notice("info", code, {"what": what_changed(change), "path": path}))
        clashes = self._questions[-1].conflicts if self._questions and merged else ()
        if clashes:
            kept = "Your version" if clashes[0].kept == "ours" else "The other version"
            what = what_clashed(clashes)
            params = {"what": what, "kept": kept, "folder": folder}
            self.told.emit(Notice("warning", "project.outside-conflict", params))
        for doubt in self._new_doubts:
            params = {"vanished": doubt.vanished, "appeared": doubt.appeared, "path": path}
            self.told.emit(Notice("warning", "project.outside-doubt", params))
        self._new_doubts = ()

    def _hold(self, data: bytes, error: DocumentError) -> bool:
        """The last good film stays, and nothing is saved over the broken file."""
        path = self._document.path.name
        line, reason = error.params.get("line", 1), say(error.code, error.params)
        params: dict[str, object] = {"path": path, "line": line, "reason": reason}
        self._saver.hold(Trouble("project.outside-broken", params))
        if data != self._suspect:
            self._suspect = data
            return True
        self._broken = data
        self.told.emit(Notice("warning", "project.outside-broken", params))
        return False

    def _good_again(self) -> None:
        self._suspect = self._broken = None
        self._saver.release()

    def _tell_gone(self) -> None:
        if not self._is_gone:
            self._is_gone = True
            params = {"path": self._document.path.name}
            self.told.emit(Notice("warning", "project.file-gone", params))


def _outside_change(change: DocumentChange, *, merged: bool) -> OutsideChange:
    shots, scenes, elements = change.shots, change.scenes, change.elements
    count = len(shots) or len(scenes) or len(elements)
    return OutsideChange(shots, scenes, elements, count, change.film, merged)


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
