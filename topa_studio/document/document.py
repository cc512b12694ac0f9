"""The open scenario: its text is the truth, the typed film is a read of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path

from topa_studio.base.errors import DocumentError
from topa_studio.base.signal import Signal
from topa_studio.base.yaml_reader import Source, decode, parse
from topa_studio.base.yaml_tree import Tree
from topa_studio.catalogue.catalogue import DEFAULT_CLIP_MODEL, Catalogue
from topa_studio.catalogue.models import Limits
from topa_studio.document.checks import check
from topa_studio.document.copies import copied
from topa_studio.document.draft import Draft, perform
from topa_studio.document.edits import Edit, SceneTarget, ShotTarget
from topa_studio.document.findings import Findings, describe, problem_of
from topa_studio.document.ground import Ground, Memory
from topa_studio.document.history import Deed, Form, History
from topa_studio.document.plan import Plan, storable
from topa_studio.document.prepared import DocumentChange, Origin, Prepared, State
from topa_studio.document.read import Reading, read
from topa_studio.document.splice import Splices, apply, between
from topa_studio.model.problem import Problem
from topa_studio.model.scenario import FilmConfig, Scenario, Settings, Shot, resolve

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
    ) -> None:
        self.changed: Signal[DocumentChange] = Signal()
        self.path = path
        self._catalogue = catalogue
        self._ratio = ratio
        self._history = History()
        self._gone: dict[str, Shot] = {}
        self._reserved: frozenset[str] = frozenset()
        self._data: bytes | None = None
        self._source = Source("")
        self._draft: Draft | None = None
        self._reading = Reading(Scenario(FilmConfig(title=path.stem)), (), {}, {})
        self.problems: tuple[Problem, ...] = ()
        try:
            self._source = decode(data)
            self._show(self._read(self._source.text))
        except DocumentError as error:
            self._data = data
            self.problems = (problem_of(error),)
        self._text = self._saved = self._source.text

    @classmethod
    def open(cls, path: Path, catalogue: Catalogue | None = None, ratio: str = "16:9") -> Document:
        """Read a scenario file; one with mistakes still opens (see `problems`).

        Without a catalogue the limits of the default model hold; `ratio` holds where the film
        sets none.

        Raises:
            OSError: the file cannot be read.
        """
        return cls(path, path.read_bytes(), catalogue, ratio)

    @property
    def scenario(self) -> Scenario:
        """The film as the text says it."""
        return self._reading.scenario

    @property
    def text(self) -> str:
        """The text with \\n line ends and without a BOM."""
        return self._text.replace("\r\n", "\n")

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

    def prepare(
        self, label: str, edits: Sequence[Edit], *, coalesce: str | None = None
    ) -> Prepared | None:
        """`apply` without its effect; may run in a thread, where another text would be long work.

        Raises:
            DocumentError: refused.
        """
        if self._draft is None:
            raise self._unreadable()
        draft = basis = self._draft
        reading = before = self._reading
        forward: list[Splices] = []
        backward: list[Splices] = []
        for number, edit in enumerate(edits):
            if number and forward:
                reading = self._read_tree(draft.text, draft.tree)
            seconds = partial(_seconds, self.scenario, self._catalogue)
            ground = Ground(draft, reading, self._memory(), seconds)
            for step in tuple(Plan(ground).steps(storable(edit))):
                draft, there, back = perform(draft, step)
                forward.append(there)
                backward.insert(0, back)
        if draft.text == basis.text:
            return None
        deed = Deed(label, coalesce, tuple(forward), tuple(backward))
        state = self._check(draft, self._read_tree(draft.text, draft.tree))
        return self._prepared(basis.text, deed, "edit", before.scenario, state)

    def prepare_undo(self) -> Prepared | None:
        """`undo` without its effect, as `prepare`."""
        basis, before, deed = self._text, self.scenario, self._history.next_undo
        if deed is None:
            return None
        return self._prepared(basis, deed, "undo", before, self._read(deed.undo(basis)))

    def prepare_redo(self) -> Prepared | None:
        """`redo` without its effect, as `prepare`."""
        basis, before, deed = self._text, self.scenario, self._history.next_redo
        if deed is None:
            return None
        return self._prepared(basis, deed, "redo", before, self._read(deed.redo(basis)))

    def fits(self, prepared: Prepared) -> bool:
        """Whether the text is still the one that this was prepared on."""
        history, deed = self._history, prepared.deed
        due = {"undo": history.next_undo, "redo": history.next_redo}
        return prepared.basis == self._text and due.get(prepared.change.origin, deed) == deed

    def commit(self, prepared: Prepared | None) -> DocumentChange | None:
        """Make a prepared step so; it must still fit."""
        if prepared is None:
            return None
        history, deed, change = self._history, prepared.deed, prepared.change
        if change.origin == "edit":
            history.add(deed, self._text, prepared.state.draft.text)
        elif change.origin == "undo":
            history.was_undone()
        else:
            history.was_redone()
        if change.origin != "edit":
            history.close()
            self._reform(deed.forms[int(change.origin == "redo")] if deed.forms else None)
        return self._announce(change, prepared.state)

    def copy_text(self, targets: Sequence[ShotTarget | SceneTarget]) -> str:
        """Shots or scenes as YAML text with their comments, for `Paste` into any film.

        Raises:
            DocumentError: shots and scenes at once, or one that is gone.
        """
        if self._draft is None:
            raise self._unreadable()
        return copied(Ground(self._draft, self._reading), targets)

    def reserve(self, keys: Iterable[str]) -> None:
        """Keys under which takes lie: no new shot is ever given one of them."""
        self._reserved |= frozenset(keys)

    def _unreadable(self) -> DocumentError:
        return DocumentError("document.edit-broken", reason=describe(self.problems[0]))

    def _memory(self) -> Memory:
        return Memory(self.scenario, self._gone, self._reserved)

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
        source = decode(data)
        wanted = source.text if text is None else text
        state = self._read(wanted)
        was_readable = self._draft is not None
        forms = (Form.of(self._source), Form.of(source))
        differs = forms[0] != forms[1] and was_readable
        self._saved, self._source, self._data = source.text, source, None
        if wanted == self._text and was_readable and not differs:
            return None
        if was_readable:
            self._remember("Changed outside", wanted, forms if differs else None)
        return self._accept("Changed outside", "outside", state)

    def take_text(self, label: str, text: str) -> DocumentChange | None:
        """Another whole text, as one undoable step; None where nothing differs.

        Raises:
            DocumentError: it cannot be read; nothing has changed.
        """
        if self._draft is None:
            raise self._unreadable()
        if text == self._text:
            return None
        state = self._read(text)
        self._remember(label, text, None)
        return self._accept(label, "edit", state)

    def recall(self, source: Source, done: Sequence[Deed], undone: Sequence[Deed]) -> None:
        """Go on where an earlier run left off: its text, and what can be undone and redone.

        What counts as saved stays the file that was read; nobody is told.

        Raises:
            DocumentError: the text cannot be read; nothing has changed.
        """
        state = self._read(source.text)
        self._source, self._data = source, None
        self._history = History(done, undone)
        self._show(state)

    @property
    def history(self) -> History:
        """What can be undone and redone; only the document changes it."""
        return self._history

    @property
    def source(self) -> Source:
        """The text with what is needed to give its bytes."""
        return Source(self._text, self._source.newline, self._source.bom)

    def _remember(self, label: str, text: str, forms: tuple[Form, Form] | None) -> None:
        forward = between(self._text, text)
        _after, backward = apply(self._text, (forward,))
        deed = Deed(label, None, ((forward,),), (backward,), forms)
        self._history.add(deed, self._text, text)

    def _reform(self, form: Form | None) -> None:
        if form is not None:
            self._source = Source("", form.newline, form.bom)

    def _read(self, text: str) -> State:
        tree = parse(text)
        return self._check(Draft(text, tree), self._read_tree(text, tree))

    def _read_tree(self, text: str, tree: Tree) -> Reading:
        return read(tree, Findings(text), self.path.stem, self._ratio)

    def _check(self, draft: Draft, reading: Reading) -> State:
        problems = check(draft.text, reading, self._catalogue)
        return State(draft, reading, problems)

    def _show(self, state: State) -> None:
        self._draft = state.draft
        self._reading = state.reading
        self._text = state.draft.text
        self.problems = state.problems

    def _prepared(
        self, basis: str, deed: Deed, origin: Origin, before: Scenario, state: State
    ) -> Prepared:
        change = DocumentChange.between(deed.label, origin, before, state.reading.scenario)
        return Prepared(basis, deed, state, change)

    def _accept(self, label: str, origin: Origin, state: State) -> DocumentChange:
        before, after = self.scenario, state.reading.scenario
        return self._announce(DocumentChange.between(label, origin, before, after), state)

    def _announce(self, change: DocumentChange, state: State) -> DocumentChange:
        self._show(state)
        if change.origin != "undo":
            self._note_gone(change.before, change.after)
        self.changed.emit(change)
        return change

    def _note_gone(self, before: Scenario, after: Scenario) -> None:
        """A key that was a shot's never becomes another's; one that undo takes away was none."""
        gone = (shot for shot in before.shots() if not after.has_shot(shot.key))
        self._gone.update((shot.key, shot) for shot in gone)


def _seconds(film: Scenario, catalogue: Catalogue | None, key: str) -> tuple[int, int]:
    """Fewest and most seconds of a shot, by its model."""
    settings = resolve(film, key, Settings(model=DEFAULT_CLIP_MODEL))
    model = catalogue.get(settings.model or "") if catalogue else None
    limits = model.limits if model is not None else Limits()
    return limits.min_seconds, limits.max_seconds
