"""The inspector of several chosen shots: what is written here is written for all, as one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QColor
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.several import edits
from topa_studio.ui.inspector.several.acts import SharedActs
from topa_studio.ui.inspector.several.chips import SharedElements
from topa_studio.ui.inspector.several.edits import Batch, Values
from topa_studio.ui.inspector.several.faces import Faces
from topa_studio.ui.inspector.several.settings import SharedSettings, Write
from topa_studio.ui.inspector.several.summary import Summary, summary_of
from topa_studio.ui.inspector.several.words import SharedWords
from topa_studio.ui.notices.told import ToldLines
from topa_studio.ui.places import in_order
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.words import number, numbers_word, seconds_word

_MANY, _RECOUNT_MS = 60, 200


class SeveralForm(QWidget):
    """Edits the shots whose keys `show_shots` was given.

    Signals:
        generate_requested: keys of the shots to make, and the credits on the button.
        variants_requested: see `SharedActs`. panels_requested: see `PanelButton`.
    """

    generate_requested = Signal(list, object)
    variants_requested = Signal(object, object)
    panels_requested = Signal(list, object, object)

    def __init__(self, desk: Desk, thumbnails: Thumbnails, colour: Callable[[str], QColor]) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.keys: tuple[str, ...] = ()
        self.summary = Summary()
        self.faces = Faces(desk, thumbnails)
        self.settings = SharedSettings()
        self.left = text_label("", "warn", wrap=True)
        self.left.hide()
        self.elements = SharedElements(colour)
        self.words = SharedWords(self._count)
        self.accepted = AcceptedBox()
        self.acts = SharedActs(desk)
        self.generate = self.acts.generate
        self.told = ToldLines()
        self._lay_out()
        self._recount = QTimer(self)
        self._recount.setSingleShot(True)
        self._recount.setInterval(_RECOUNT_MS)
        self._recount.timeout.connect(self._offer)
        self._connect()

    def _lay_out(self) -> None:
        self.hint = text_label("", "small", wrap=True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.setSpacing(14)
        for part in (
            self.faces, self.settings, self.left, self.elements, self.words, self.accepted,
            self.acts, self.told, self.hint,
        ):  # fmt: skip
            whole.addWidget(part)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.settings.written.connect(self._write)
        self.elements.mentioned.connect(self._mention)
        self.elements.removed.connect(self._take_out)
        self.words.added.connect(self._add)
        self.words.replaced.connect(self._replace)
        self.accepted.wanted.connect(self._accept)
        self.acts.requested.connect(self.generate_requested)
        self.acts.variants_requested.connect(self.variants_requested)
        self.acts.panels_requested.connect(self.panels_requested)

    @property
    def together(self) -> str:
        """How long they are together, for the heading."""
        return self.tr("{seconds} together").format(seconds=seconds_word(self.summary.seconds))

    def show_shots(self, keys: tuple[str, ...]) -> None:
        """Show other shots; what was typed for those before is told first."""
        if frozenset(keys) != frozenset(self.keys):
            self.flush()
            self._tell_left(())
        self.keys = keys
        self.refresh()

    def flush(self) -> None:
        """Tell what was typed and not told yet, for the shots that are shown."""
        if self.keys:
            self.settings.flush()
            self.words.flush()

    def refresh(self) -> None:
        """Show the shots as the document says them now."""
        film = self._desk.film
        before, keys = self.summary.keys, in_order(film, self.keys)
        self.summary = found = summary_of(film, keys, self._session.settings)
        self.faces.show_shots(keys)
        self.settings.show_summary(found, same=before == keys)
        self.elements.show_summary(found, film.names)
        self.words.show_summary(found)
        for part in (self.settings, self.elements, self.words):
            part.setEnabled(self._desk.editable)
        words = self.tr("What you change here changes all %n, as one step of Undo.", "", len(keys))
        self.hint.setText(words)
        self._offer()

    def refresh_status(self) -> None:
        """How far they are, or what they cost, may be another; many are asked once in a while."""
        if len(self.keys) <= _MANY:
            self._offer()
        elif not self._recount.isActive():
            self._recount.start()

    def _offer(self) -> None:
        self._recount.stop()
        keys = in_order(self._desk.film, self.keys)
        self.told.tell(self.acts.offer(keys))
        can = bool(self.acts.acceptable()) and self._desk.editable
        self.accepted.show_count(self.summary.accepted, len(keys), can=can)
        self.faces.update()

    # Writing.

    def _write(self, label: str, write: Write) -> None:
        self._apply(label, write(Values(self._session, self.keys)))

    def _apply(self, label: str, batch: Batch) -> None:
        self._tell_left(batch.left)
        if batch.edits:
            self._desk.apply(label, *batch.edits)
        else:
            self.refresh()  # a field that shows what was not taken shows again what holds

    def _tell_left(self, keys: tuple[str, ...]) -> None:
        words = ""
        if keys:
            numbers = numbers_word(self._desk.film, keys)
            words = self.tr("Left as they were, as their model does not take it: {numbers}")
            words = words.format(numbers=numbers)
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))
        self.left.setText(words)
        self.left.setVisible(bool(words))

    def _mention(self, name: str) -> None:
        label = self.tr("Mention @{name}").format(name=name)
        self._apply(label, Values(self._session, self.keys).mention(name))

    def _take_out(self, name: str) -> None:
        label, keys = self.tr("Take @{name} out").format(name=name), self.keys
        self._desk.rework(label, lambda: edits.taken_out(self._desk.film, keys, name))

    def _add(self, words: str) -> None:
        label, keys = self.tr("Add words"), self.keys
        self._desk.rework(label, lambda: edits.added_words(self._desk.film, keys, words))

    def _replace(self, find: str, instead: str) -> None:
        label, keys = self.tr("Replace words"), self.keys
        self._desk.rework(label, lambda: edits.replaced_words(self._desk.film, keys, find, instead))

    def _count(self, find: str, instead: str) -> tuple[int, int]:
        return edits.count_hits(self._desk.film, self.keys, find, instead)

    def _accept(self, on: bool) -> None:
        can = frozenset(self.acts.acceptable())
        self.acts.accept(on=on)
        without = tuple(key for key in self.summary.keys if on and key not in can)
        if without:
            words = self.tr("Not accepted, as they have no clip yet: {numbers}")
            self.left.setText(words.format(numbers=numbers_word(self._desk.film, without)))
            self.left.show()
        self._offer()


class AcceptedBox(QWidget):
    """A box with three states: of all, of none, and of some of them.

    Signals:
        wanted: whether all shall be accepted.
    """

    wanted = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.box = _ThreeWay(self.tr("Accepted"))
        self._count = text_label("", "dim")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.box)
        row.addWidget(self._count, 1)
        self.box.clicked.connect(lambda: self.wanted.emit(self.box.isChecked()))

    def show_count(self, accepted: int, of: int, *, can: bool) -> None:
        """So many of them are accepted; `can`: something can be changed about it."""
        told = self.tr("{count} of %n · left out of batches", "", of).format(count=number(accepted))
        if not accepted:
            told = self.tr("left out of batches")
        self._count.setText(told)
        self.box.show_count(accepted, of)
        self.box.setEnabled(can)
        self.box.setAccessibleDescription(told)


class _ThreeWay(QCheckBox):
    """A press on "some" means all."""

    def show_count(self, accepted: int, of: int) -> None:
        """Tick it where all are, and put a dash where some are."""
        self.setTristate(0 < accepted < of)
        state = Qt.CheckState
        some = state.PartiallyChecked if accepted else state.Unchecked
        self.setCheckState(state.Checked if accepted == of else some)

    def nextCheckState(self) -> None:
        """From some to all, from all to none."""
        on = self.checkState() is not Qt.CheckState.Checked
        self.setTristate(False)
        self.setChecked(on)
