"""What other programs do to the film's file: taken in, put together with ours, or waited out."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.app.file.keeping import Keeping
from topa_studio.app.file.outside_words import what_changed, what_clashed
from topa_studio.app.file.questions import (
    Question,
    joined,
    put_together,
    read_questions,
    whole,
    write_questions,
)
from topa_studio.app.file.saving import Saver
from topa_studio.app.notice import Notice
from topa_studio.base.closing import to_the_end
from topa_studio.base.errors import DocumentError
from topa_studio.base.signal import Signal
from topa_studio.base.yaml_reader import decode, film_bytes
from topa_studio.document.document import Document, DocumentChange
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.document.prepared import Basis, Prepared
from topa_studio.document.preparing import Preparing
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Trouble

if TYPE_CHECKING:
    from topa_studio.document.merging.identity import Doubt
    from topa_studio.document.merging.merge import Conflict, Side

_REST, _LOOKS = 0.1, 20


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


@dataclass(frozen=True, slots=True)
class _Found:
    """What another program's text comes to on one state of the document.

    Attributes:
        question: what both sides changed, where that has to be asked.
        merged: whether there were changes of our own that were not saved yet.
        unmerged: whether they could not be put together with theirs.
    """

    step: Prepared
    question: Question | None = None
    doubts: tuple[Doubt, ...] = ()
    merged: bool = False
    unmerged: bool = False


class Outside:
    """Takes in what others write; the last of it is `taken`, also before anybody listened.

    Signals:
        changed: a change was taken in.
        asked: the open conflicts and doubts are others now.
        told: sentences for the user.
    """

    def __init__(
        self,
        document: Document,
        saver: Saver,
        keeping: Keeping,
        editing: asyncio.Lock,
        *,
        read_only: bool,
    ) -> None:
        self.changed: Signal[OutsideChange] = Signal()
        self.asked: Signal[None] = Signal()
        self.told: Signal[Notice] = Signal()
        self.doubts: tuple[Doubt, ...] = ()
        self.taken: OutsideChange | None = None
        self._document = document
        self._saver = saver
        self._keeping = keeping
        self._backups = str(keeping.places.backups)
        self._editing = editing
        self._read_only = read_only
        self._questions: list[Question] = []
        self._storing = asyncio.Lock()
        self._suspect: bytes | None = None
        self._broken: bytes | None = None
        self._is_gone = self._has_told = False

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        """Fields that both sides changed; each stands as its `kept` says until it is resolved."""
        return tuple(c for question in self._questions for c in question.conflicts)

    async def recall(self) -> None:
        """Ask again what was still open when the film was last closed."""
        path = self._keeping.places.questions
        with suppress(OSError):
            self._questions, self.doubts = await asyncio.to_thread(read_questions, path)
        self._drop_settled(self._document.scenario)
        for question in self._questions:
            self._tell_clashes(question, is_new=False)
        self._tell_doubts(self.doubts)

    async def look(self) -> bool:
        """Look at the file now; whether to look again soon, as it may be half written."""
        async with self._saver.writing:
            return await self.look_locked()

    async def _settled(self, path: Path) -> bytes | None:
        """What the file holds; one that is being written may be empty or half for a moment."""
        data = await asyncio.to_thread(_bytes, path)
        for _look in range(_LOOKS):
            if data is None or data in (self._broken, self._saver.on_disk):
                break
            await asyncio.sleep(_REST)
            before, data = data, await asyncio.to_thread(_bytes, path)
            if data == before:
                break
        return data

    async def look_locked(self) -> bool:
        """`look`, for who holds the saver's lock already."""
        path = self._document.path
        data = await self._settled(path)
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
        question.conflicts = tuple(c for c in question.conflicts if c != conflict)
        if not question.conflicts:
            self._questions.remove(question)
        await self._asked()

    async def _choose(self, question: Question, conflict: Conflict, side: Side) -> None:
        label = "The other version" if side == "theirs" else "My version"
        choices, wanted = await asyncio.to_thread(question.chosen, conflict, side)
        text = self._document.preparing.text
        await self._make(lambda basis: text(basis, label, question.put_in(basis.text, wanted)))
        question.choices, question.text = choices, wanted

    async def same_shot(self, doubt: Doubt, *, same: bool) -> None:
        """Say whether two shots are one; then the new one gets the old one's takes.

        Raises:
            DocumentError: the shot cannot be given its key.
        """
        if same:
            key = SetField(ShotTarget(doubt.appeared), "key", doubt.vanished)
            edit = self._document.preparing.edit
            await self._make(lambda basis: edit(basis, "Keep takes", [key], None))
        self.doubts = tuple(other for other in self.doubts if other != doubt)
        await self._asked()

    async def bring_in(self, base: str, text: str) -> bool:
        """Edits of another run that never came into the file, as one step; whether they could."""
        before = self._document.source.text
        try:
            found, question = await asyncio.to_thread(put_together, base, before, text)
            prepare = self._document.preparing.text
            await self._make(
                lambda basis: prepare(basis, "Brought back", joined(before, basis.text, found.text))
            )
        except DocumentError:
            return False
        if found.text != before:
            self._saver.schedule()
            self.told.emit(Notice("info", "project.recovered", {"path": str(self._document.path)}))
        if question.conflicts:
            self._questions.append(question)
            self._tell_clashes(question, is_new=False)
            await self._asked()
        return True

    async def _make(self, prepare: Callable[[Basis], Prepared | None]) -> None:
        """One step, worked out off the loop; again where the film changed meanwhile."""
        async with self._editing:
            while True:
                step = await asyncio.to_thread(prepare, self._document.basis())
                if step is None or self._document.fits(step):
                    self._document.commit(step)
                    return

    async def _asked(self) -> None:
        """What is open is other now; a restart asks it again."""
        self.asked.emit(None)
        await self.keep_open()

    async def keep_open(self) -> None:
        """Have what is open on the disk, for the next start."""
        if self._read_only:
            return
        places = self._keeping.places
        async with self._storing:
            open_now, doubts = tuple(replace(one) for one in self._questions), self.doubts
            try:
                path = await asyncio.to_thread(places.own, places.questions)
                # A cancel must not let an older answer be written after a newer one.
                await to_the_end(asyncio.to_thread(write_questions, path, open_now, doubts))
            except OSError as error:
                self._tell_not_kept(error)

    def _tell_not_kept(self, error: OSError) -> None:
        """Once: a restart asks what was answered, or does not ask what is open."""
        places = self._keeping.places
        if not self._has_told and places.root.is_dir():
            self._has_told = True
            params = {"path": str(places.questions), "reason": error.strerror or str(error)}
            self.told.emit(Notice("warning", "project.questions-not-kept", params))

    async def _take(self, data: bytes) -> None:
        """Put their text together with ours as it is when that is done. Raises DocumentError."""
        document, base = self._document, self._saver.on_disk
        async with self._editing:
            while True:
                ours, preparing = document.to_bytes(), document.preparing
                mine = None if self._read_only else ours
                basis = document.basis()
                found = await asyncio.to_thread(_worked_out, preparing, basis, mine, base, data)
                if basis.draft is not None and mine not in (None, data):
                    await self._keep_copies(base, ours, data)
                if document.fits(found.step):
                    break
            change = document.commit(found.step)
        await self._accept(found, change, data)

    async def _keep_copies(self, base: bytes, ours: bytes, theirs: bytes) -> None:
        for version in dict.fromkeys((base, ours, theirs)):
            await self._keeping.backup(version)

    def _drop_settled(self, film: Scenario) -> None:
        """A shot that is back, or a new one that is gone again, is no question any more."""
        self.doubts = tuple(
            d for d in self.doubts if not film.has_shot(d.vanished) and film.has_shot(d.appeared)
        )

    async def _accept(self, found: _Found, change: DocumentChange | None, data: bytes) -> None:
        self._saver.on_disk = data
        if not self._read_only:
            self._keeping.outside(data)
            self._saver.schedule()
        question, known = found.question, {doubt.vanished for doubt in self.doubts}
        doubts = tuple(doubt for doubt in found.doubts if doubt.vanished not in known)
        self.doubts = (*self.doubts, *doubts)
        if question is not None:
            self._questions.append(question)
        if change is not None:
            self._drop_settled(change.after)
            parts = (change.shots, change.scenes, change.elements)
            count = next((len(part) for part in parts if part), 0)
            self.taken = OutsideChange(*parts, count, change.film, found.merged)
            self.changed.emit(self.taken)
            self._tell_change(change, found)
        if question is not None and not found.unmerged:
            self._tell_clashes(question, is_new=change is not None)
        self._tell_doubts(doubts)
        if question is not None or self.doubts or (change is not None and self._questions):
            await self._asked()

    def _tell_change(self, change: DocumentChange, found: _Found) -> None:
        path = self._document.path.name
        if found.unmerged:
            params = {"path": path, "folder": self._backups}
            self.told.emit(Notice("warning", "project.outside-unmerged", params))
            return
        code = "project.outside-merged" if found.merged else "project.outside-change"
        self.told.emit(Notice("info", code, {"what": what_changed(change), "path": path}))

    def _tell_clashes(self, question: Question, *, is_new: bool) -> None:
        """`is_new`: the film was changed with it, so that Undo takes something back."""
        clashes = question.conflicts
        kept = "Your version" if clashes[0].kept == "ours" else "The other version"
        params = {"what": what_clashed(clashes), "kept": kept, "folder": self._backups}
        code = "project.outside-conflict" if is_new else "project.outside-open"
        self.told.emit(Notice("warning", code, params))

    def _tell_doubts(self, doubts: Sequence[Doubt]) -> None:
        for doubt in doubts:
            path = self._document.path.name
            params = {"vanished": doubt.vanished, "appeared": doubt.appeared, "path": path}
            self.told.emit(Notice("warning", "project.outside-doubt", params))

    def _hold(self, data: bytes, error: DocumentError) -> bool:
        """The last good film stays, and nothing is saved over the broken file."""
        path = self._document.path.name
        line = error.params.get("line", 1)
        params: dict[str, object] = {"path": path, "line": line, "reason": Trouble.of(error)}
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
        if self._is_gone:
            return
        self._is_gone = True
        path = self._document.path
        if path.parent.is_dir():
            self.told.emit(Notice("warning", "project.file-gone", {"path": path.name}))
        elif self._keeping.places.root.is_dir():
            # Where the folder of results is away too, that is told by who looks after it.
            params = {"path": str(path.parent)}
            self.told.emit(Notice("error", "project.folder-away", params))


def _worked_out(
    preparing: Preparing, basis: Basis, ours: bytes | None, base: bytes, data: bytes
) -> _Found:
    """`ours`: the film as it would be saved; None where it never will be. Raises DocumentError."""
    theirs = decode(data).text
    known = preparing.texts(basis)
    step = preparing.outside(basis, data, known=known)
    if ours is None or basis.draft is None or ours == data:
        return _Found(step)
    has_edits = ours != base
    # A shot that went may be one that came, with other names: only then is there a doubt.
    if not has_edits and (step.change is None or not step.change.removed):
        return _Found(step)
    try:
        found, question = put_together(decode(base).text, basis.text, theirs, known)
    except DocumentError:
        asked = whole(basis.text, theirs) if has_edits else None
        return _Found(step, asked, merged=has_edits, unmerged=has_edits)
    step = preparing.outside(basis, data, found.text, known)
    asked = question if question.conflicts else None
    return _Found(step, asked, found.doubts, has_edits)


def _bytes(path: Path) -> bytes | None:
    with suppress(OSError):
        return film_bytes(path)
    return None
