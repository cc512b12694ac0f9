"""Steps worked out beside the document: from what it was at one moment, so that a thread may."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from topa_studio.base.errors import DocumentError
from topa_studio.base.yaml_reader import decode
from topa_studio.catalogue.catalogue import USUAL, Catalogue
from topa_studio.catalogue.models import Limits
from topa_studio.document.edits import Edit
from topa_studio.document.folding import folded
from topa_studio.document.history.history import Deed, Form
from topa_studio.document.merging.texts import Texts
from topa_studio.document.prepared import Basis, DocumentChange, Origin, Prepared, State
from topa_studio.document.reading.checks import Checked, check
from topa_studio.document.reading.findings import placed
from topa_studio.document.reading.read import Head, Reading, read
from topa_studio.document.reading.rulings import Rulings
from topa_studio.document.stored import recalled
from topa_studio.document.text.draft import Draft, perform
from topa_studio.document.text.ground import Ground
from topa_studio.document.text.splice import Splices, apply, between
from topa_studio.model.marks import Aside, taken_back
from topa_studio.model.scenario import Scenario, Settings
from topa_studio.model.settings import in_force

OUTSIDE = "Changed outside"


class Preparing:
    """Reads texts and works out steps; it knows nothing of the document but what it is given.

    What the rules told of a shot is kept, for texts in which it stands unchanged.

    `name`, `ratio` and `defaults` hold where the film gives no title, ratio or settings of its own.
    """

    def __init__(
        self, catalogue: Catalogue | None, name: str, ratio: str, defaults: Settings = USUAL
    ) -> None:
        self.name = name
        self.ratio = ratio
        self.catalogue = catalogue
        self.defaults = defaults
        self._rulings = Rulings()

    def read(self, text: str, basis: Basis | None = None, known: Texts | None = None) -> State:
        """A whole text with its film and its problems.

        `basis`: a text that may have much in common with it. `known`: what was read of it already,
        by `texts`.

        Raises:
            DocumentError: it cannot be read, or nothing stands in it.
        """
        texts = self.texts(basis) if known is None else known
        if texts.draft(text).tree.root is None:
            raise DocumentError("document.empty", line=1, column=1)
        return folded(self._check(texts.draft(text), texts.reading(text), basis))

    def recalled(self, text: str, words: str) -> State | None:
        """`read` of a text whose scenes were `stored`; None where that is not of this text."""
        try:
            draft, spelling, scenes, checked = recalled(text, words)
        except (ValueError, TypeError, KeyError, IndexError):
            return None
        before = Reading(Scenario(), (), None, Head(spelling=spelling), scenes)
        reading = self._read(draft, before)
        if tuple(map(id, reading.scenes)) != tuple(map(id, scenes)):
            return None
        known = Checked((), reading.head, checked)
        by = self.catalogue, self._rulings, self.defaults
        return State(draft, reading, check(text, reading, *by, known))

    def texts(self, basis: Basis | None = None) -> Texts:
        """What is known of texts while a step is worked out: of the basis all is."""
        texts = Texts(self.name, self.ratio)
        if basis is not None and basis.draft is not None:
            texts.know(basis.draft, basis.reading)
        return texts

    def edit(
        self,
        basis: Basis,
        label: str,
        edits: Sequence[Edit],
        coalesce: str | None,
        markings: tuple[Aside, ...] = (),
    ) -> Prepared | None:
        """One transaction: all edits or none; None where nothing changed.

        `markings`: what it changes beside the text: marks of takes, pictures.

        Raises:
            DocumentError: refused.
        """
        from topa_studio.document.plans.plan import Plan, storable

        draft, reading = readable(basis), basis.reading
        forward: list[Splices] = []
        backward: list[Splices] = []
        seconds = partial(self._seconds, basis.scenario)
        for number, edit in enumerate(edits):
            if number and forward:
                reading = self._read(draft, reading)
            ground = Ground(draft, reading, basis.memory, seconds)
            for step in tuple(Plan(ground).steps(storable(edit))):
                draft, there, back = perform(draft, step)
                forward.append(there)
                backward.insert(0, back)
        deed = Deed(label, coalesce, tuple(forward), tuple(backward), markings=markings)
        if draft.text == basis.text:
            same = State(draft, basis.reading, basis.checked)
            return _step(basis, deed, "edit", same) if markings else None
        state = self._check(draft, self._read(draft, basis.reading), basis)
        return _step(basis, deed, "edit", state)

    def undo(self, basis: Basis) -> Prepared | None:
        """The newest step taken back; None where there is none."""
        deed = basis.next_undo
        if deed is None:
            return None
        return _step(basis, deed, "undo", self._after(basis, deed.backward))

    def redo(self, basis: Basis) -> Prepared | None:
        """The newest undone step made again; None where there is none."""
        deed = basis.next_redo
        if deed is None:
            return None
        return _step(basis, deed, "redo", self._after(basis, deed.forward))

    def outside(
        self, basis: Basis, data: bytes, text: str | None = None, known: Texts | None = None
    ) -> Prepared:
        """The file as another program left it.

        `text`: what the film says from now on where that is not just the file, as after a merge.
        `known`: what was read already, by `texts`.

        Raises:
            DocumentError: it cannot be read.
        """
        source = decode(data)
        wanted = source.text if text is None else text
        forms = (basis.form, Form.of(source))
        differs = forms[0] != forms[1]
        draft = basis.draft
        if draft is not None and wanted == basis.text and not differs:
            same = State(draft, basis.reading, basis.checked)
            return Prepared(basis, None, same, None, source)
        state, deed = self.read(wanted, basis, known), None
        if draft is not None:
            deed = _whole(basis, OUTSIDE, wanted, forms if differs else None)
        before, after = basis.scenario, state.reading.scenario
        change = DocumentChange.between(OUTSIDE, "outside", before, after)
        return Prepared(basis, deed, state, change, source)

    def text(self, basis: Basis, label: str, text: str) -> Prepared | None:
        """Another whole text; None where nothing differs. Raises DocumentError."""
        readable(basis)
        if text == basis.text:
            return None
        state = self.read(text, basis)
        return _step(basis, _whole(basis, label, text, None), "edit", state)

    def _after(self, basis: Basis, groups: tuple[Splices, ...]) -> State:
        """The basis with splices made, if any: where only marks of takes change there are none."""
        draft = readable(basis)
        for splices in groups:
            draft = draft.spliced(splices)
        if draft.text == basis.text:
            return State(draft, basis.reading, basis.checked)
        return self._check(draft, self._read(draft, basis.reading), basis)

    def _read(self, draft: Draft, before: Reading) -> Reading:
        return read(draft.text, draft.tree, self.name, self.ratio, before)

    def _check(self, draft: Draft, reading: Reading, basis: Basis | None) -> State:
        before = Checked() if basis is None else basis.checked
        by = self.catalogue, self._rulings, self.defaults
        return State(draft, reading, check(draft.text, reading, *by, before))

    def _seconds(self, film: Scenario, key: str) -> tuple[int, int]:
        """Fewest and most seconds of a shot, by its model."""
        model_id = in_force(film, key, self.defaults).model
        model = self.catalogue.get(model_id or "") if self.catalogue else None
        limits = model.limits if model is not None else Limits()
        return limits.min_seconds, limits.max_seconds


def readable(basis: Basis) -> Draft:
    """The text with its nodes. Raises DocumentError where it is no YAML."""
    if basis.draft is None:
        raise DocumentError("document.edit-broken", reason=placed(basis.problems[0]))
    return basis.draft


def _whole(basis: Basis, label: str, text: str, forms: tuple[Form, Form] | None) -> Deed:
    forward = between(basis.text, text)
    _after, backward = apply(basis.text, (forward,))
    return Deed(label, None, ((forward,),), (backward,), forms)


def _step(basis: Basis, deed: Deed, origin: Origin, state: State) -> Prepared:
    after = state.reading.scenario
    markings = taken_back(deed.markings) if origin == "undo" else deed.markings
    change = DocumentChange.between(deed.label, origin, basis.scenario, after, markings)
    return Prepared(basis, deed, state, change)
