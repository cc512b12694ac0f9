"""The open scenario: its text is the truth, the typed film is a read of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from topa_studio.base.errors import DocumentError
from topa_studio.base.signal import Signal
from topa_studio.base.yaml_reader import Source, decode, film_bytes
from topa_studio.catalogue.catalogue import USUAL, Catalogue
from topa_studio.document.edits import Edit, SceneTarget, ShotTarget, Target
from topa_studio.document.history.history import Deed, Form, History
from topa_studio.document.prepared import Basis, DocumentChange, Prepared, State
from topa_studio.document.preparing import Preparing, readable
from topa_studio.document.reading.checks import Checked
from topa_studio.document.reading.findings import problem_of
from topa_studio.document.reading.read import Reading
from topa_studio.document.text.draft import Draft
from topa_studio.document.text.ground import Ground, Memory
from topa_studio.model.marks import Aside
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Settings, Shot
from topa_studio.model.settings import in_force, inherited

__all__ = ["Document", "DocumentChange"]


class Document:
    """Text, film, problems and history of one scenario file.

    Signals:
        changed: a transaction, undo or redo took place.
    """

    def __init__(
        self,
        path: Path,
        data: bytes,
        catalogue: Catalogue | None = None,
        ratio: str = "16:9",
        defaults: Settings = USUAL,
        known: str | None = None,
    ) -> None:
        self.changed: Signal[DocumentChange] = Signal()
        self.path = path
        self.preparing = Preparing(catalogue, path.stem, ratio, defaults)
        self._history = History()
        self._gone: dict[str, Shot] = {}
        self._reserved: frozenset[str] = frozenset()
        self._data: bytes | None = None
        self._source = Source("")
        self._draft: Draft | None = None
        self._reading = Reading(Scenario(FilmConfig(title=path.stem)))
        self._checked = Checked()
        self.problems: tuple[Problem, ...] = ()
        try:
            self._source = decode(data)
            found = None if known is None else self.preparing.recalled(self._source.text, known)
            self._show(found or self.preparing.read(self._source.text))
        except DocumentError as error:
            self._data = data
            self.problems = (problem_of(error),)
        self._text = self._saved = self._source.text

    @classmethod
    def open(
        cls,
        path: Path,
        catalogue: Catalogue | None = None,
        ratio: str = "16:9",
        defaults: Settings = USUAL,
    ) -> Document:
        """Read a scenario file; one with mistakes still opens (see `problems`).

        Without a catalogue the limits of the default model hold; `ratio` and `defaults` hold where
        the film sets nothing.

        Raises:
            OSError: the file cannot be read.
        """
        return cls(path, film_bytes(path), catalogue, ratio, defaults)

    @property
    def scenario(self) -> Scenario:
        """The film as the text says it."""
        return self._reading.scenario

    @property
    def text(self) -> str:
        """The text with \\n line ends and without a BOM."""
        return self._text.replace("\r\n", "\n")

    def settings(self, key: str) -> Settings:
        """Model, quality and sound in force for a shot. Raises KeyError."""
        return self._whole(in_force(self.scenario, key, self.preparing.defaults))

    def inherited(self, scene: Scene | None = None) -> Settings:
        """What holds in a scene (None: in the film) where a shot says nothing itself."""
        return self._whole(inherited(self.scenario, scene, self.preparing.defaults))

    def _whole(self, settings: Settings) -> Settings:
        catalogue = self.preparing.catalogue
        return catalogue.whole(settings) if catalogue is not None else settings

    def place_of(self, target: Target, key: str) -> int | None:
        """Where a field stands in the text, or else what it would belong to; None: nowhere."""
        node = self._reading.node(target)
        value = node.get(key) if node is not None else None
        found = value if value is not None else node
        return None if found is None else found.start

    def to_bytes(self) -> bytes:
        """The text as the file holds it: its own line ends and BOM."""
        return self._source.to_bytes(self._text) if self._data is None else self._data

    @property
    def is_readable(self) -> bool:
        """Whether the text is YAML, so that it can be edited."""
        return self._draft is not None

    @property
    def unsaved(self) -> bool:
        """Whether the text differs from what was last read or saved."""
        return self._text != self._saved

    def mark_saved(self) -> None:
        """The bytes of `to_bytes` are in the file now."""
        self._saved = self._text

    def apply(
        self, label: str, edits: Sequence[Edit], *, coalesce: str | None = None
    ) -> DocumentChange | None:
        """One transaction: all edits or none; None where nothing changed.

        Transactions in a row with the same `coalesce` word are one undo step.

        Raises:
            DocumentError: refused; nothing has changed.
        """
        return self.commit(self.prepare(label, edits, coalesce=coalesce))

    def basis(self) -> Basis:
        """The document as it is now, for steps that are prepared in a thread."""
        return Basis(
            text=self._text,
            draft=self._draft,
            reading=self._reading,
            checked=self._checked,
            problems=self.problems,
            memory=Memory(self.scenario, dict(self._gone), self._reserved),
            form=Form.of(self._source),
            next_undo=self._history.next_undo,
            next_redo=self._history.next_redo,
        )

    def prepare(
        self,
        label: str,
        edits: Sequence[Edit],
        *,
        coalesce: str | None = None,
        basis: Basis | None = None,
        markings: tuple[Aside, ...] = (),
    ) -> Prepared | None:
        """`apply` without its effect; in a thread only on a `basis` that was taken on the loop.

        `markings`: what the step changes beside the text; whoever commits it sees to that.

        Raises:
            DocumentError: refused.
        """
        return self.preparing.edit(basis or self.basis(), label, edits, coalesce, markings)

    def prepare_undo(self, basis: Basis | None = None) -> Prepared | None:
        """`undo` without its effect, as `prepare`."""
        return self.preparing.undo(basis or self.basis())

    def prepare_redo(self, basis: Basis | None = None) -> Prepared | None:
        """`redo` without its effect, as `prepare`."""
        return self.preparing.redo(basis or self.basis())

    def fits(self, prepared: Prepared) -> bool:
        """Whether the document is still what this was prepared on."""
        now, then = self.basis(), prepared.basis
        origin = prepared.change.origin if prepared.change else "outside"
        return (
            (now.text, now.form) == (then.text, then.form)
            and (now.draft is None) == (then.draft is None)
            and (origin != "undo" or now.next_undo == then.next_undo)
            and (origin != "redo" or now.next_redo == then.next_redo)
        )

    def commit(self, prepared: Prepared | None) -> DocumentChange | None:
        """Make a prepared step so; it must still fit."""
        if prepared is None:
            return None
        if prepared.file is not None:
            self._saved, self._source, self._data = prepared.file.text, prepared.file, None
        history, deed, change = self._history, prepared.deed, prepared.change
        if change is None:
            return None
        if deed is not None and change.origin in ("undo", "redo"):
            is_redo = change.origin == "redo"
            step = history.was_redone if is_redo else history.was_undone
            step()
            history.close()
            self._reform(deed.forms[int(is_redo)] if deed.forms else None)
        elif deed is not None:
            history.add(deed, self._text, prepared.state.draft.text)
        return self._announce(change, prepared.state)

    def copy_text(self, targets: Sequence[ShotTarget | SceneTarget]) -> str:
        """Shots or scenes as YAML text with their comments, for `Paste` into any film.

        Raises:
            DocumentError: shots and scenes at once, or one that is gone.
        """
        from topa_studio.document.plans.copies import copied

        return copied(Ground(readable(self.basis()), self._reading), targets)

    @property
    def state(self) -> State | None:
        """The text with all that was read from it; None where it is no YAML."""
        draft = self._draft
        return None if draft is None else State(draft, self._reading, self._checked)

    def reserve(self, keys: Iterable[str]) -> None:
        """Keys under which takes lie: no new shot is ever given one of them."""
        self._reserved |= frozenset(keys)

    @property
    def undo_label(self) -> str | None:
        """What `undo` would take back, or None."""
        deed = self._history.next_undo
        return deed.label if deed else None

    @property
    def redo_label(self) -> str | None:
        """What `redo` would do again, or None."""
        deed = self._history.next_redo
        return deed.label if deed else None

    def undo(self) -> DocumentChange | None:
        """Take back the last transaction."""
        return self.commit(self.prepare_undo())

    def redo(self) -> DocumentChange | None:
        """Do the last undone transaction again."""
        return self.commit(self.prepare_redo())

    def take_outside(self, data: bytes, text: str | None = None) -> DocumentChange | None:
        """The file as another program left it, as one undoable step; None where nothing differs.

        `text`: what the film says from now on where that is not just the file, as after a merge.

        Raises:
            DocumentError: it cannot be read; nothing has changed.
        """
        return self.commit(self.preparing.outside(self.basis(), data, text))

    def take_text(self, label: str, text: str) -> DocumentChange | None:
        """Another whole text, as one undoable step; None where nothing differs.

        Raises:
            DocumentError: it cannot be read; nothing has changed.
        """
        return self.commit(self.preparing.text(self.basis(), label, text))

    def recall(self, source: Source, done: Sequence[Deed], undone: Sequence[Deed]) -> None:
        """Go on where an earlier run left off: its text, and what can be undone and redone.

        What counts as saved stays the file that was read; nobody is told.

        Raises:
            DocumentError: the text cannot be read; nothing has changed.
        """
        # Mostly it is the very text that was just read from the file.
        is_known = source.text == self._text and self.is_readable
        state = None if is_known else self.preparing.read(source.text, self.basis())
        self._source, self._data = source, None
        self._history = History(done, undone)
        if state is not None:
            self._show(state)

    @property
    def history(self) -> History:
        """What can be undone and redone; only the document changes it."""
        return self._history

    @property
    def source(self) -> Source:
        """The text with what is needed to give its bytes."""
        return Source(self._text, self._source.newline, self._source.bom)

    def _reform(self, form: Form | None) -> None:
        if form is not None:
            self._source = Source("", form.newline, form.bom)

    def _show(self, state: State) -> None:
        self._draft = state.draft
        self._reading = state.reading
        self._text = state.draft.text
        self._checked, self.problems = state.checked, state.problems

    def _announce(self, change: DocumentChange, state: State) -> DocumentChange:
        self._show(state)
        if change.origin != "undo":
            # A key that was a shot's never becomes another's; one that undo takes away was none.
            self._gone.update((key, change.before.shot(key)) for key in change.removed)
        self.changed.emit(change)
        return change
