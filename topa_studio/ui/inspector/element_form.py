"""The inspector of one element: its name, kind, words, voice, where it is used, its prompts."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from topa_studio.document.edits import ElementTarget, RenameElement, RetypeElement
from topa_studio.model.scenario import Element, ElementKind
from topa_studio.model.status import RUNNING
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_names import name_trouble
from topa_studio.ui.inspector.choice_box import ChoiceBox
from topa_studio.ui.inspector.views import ViewPrompts
from topa_studio.ui.inspector.voice_sample import VoiceSample
from topa_studio.ui.inspector.where_used import WhereUsed
from topa_studio.ui.needs_you.answers import Answers
from topa_studio.ui.offers import images_offer
from topa_studio.ui.parts import captioned, text_label
from topa_studio.ui.picture_acts import PictureActs
from topa_studio.ui.plain import plain_tip
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.theme import set_role
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.told import ToldLines, told_of, told_trouble
from topa_studio.ui.waves import Waves
from topa_studio.ui.words import credits_word, kind_word, stage_word, trouble_words
from topa_studio.ui.writing.fields import NameLine, TextBox

_NAME, _DESCRIPTION, _SOON = 20, 100, 90


class ElementForm(QWidget):
    """Shows the element whose name `show_element` was given.

    Signals:
        generate_requested: a list with the element's name, and the credits on the button.
        delete_requested: the element's name.
        shots_wanted: its name: the film shall show only where it is used.
        answered: see `Answers`.
    """

    generate_requested = Signal(list, object)
    delete_requested = Signal(str)
    answered = Signal(str, str)
    shots_wanted = Signal(str)

    def __init__(self, desk: Desk, thumbnails: Thumbnails, speaker: Speaker, waves: Waves) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.name = ""
        self.title = NameLine(self.tr("Name"))
        self.kind = ChoiceBox()
        for kind in ElementKind:
            word = kind_word(kind)
            self.kind.addItem(f"{word[:1].upper()}{word[1:]}", kind.value)
        self._name_count, self._count = text_label("", "dim"), text_label("", "dim")
        self.description = TextBox(
            self.tr("Description"), self.tr("How it looks, in a sentence or two."), 3
        )
        self.views = ViewPrompts()
        self._cost: float | None = None
        self.generate = QPushButton(self.tr("Generate"))
        set_role(self.generate, "second")
        self.generate.clicked.connect(self._generate)
        self.answers = Answers(desk.session)
        self.answers.answered.connect(self.answered)
        self.told = ToldLines()
        self.told.pressed.connect(self.edit_words)
        self.delete = QPushButton(self.tr("Delete element…"))
        self.delete.clicked.connect(lambda: self.delete_requested.emit(self.name))
        self.name_told = text_label("", "bad", wrap=True)
        self.name_told.hide()
        self.used = WhereUsed(desk, thumbnails)
        self.voice = VoiceSample(desk, speaker, waves)
        self._acts = PictureActs(self, desk)
        self._lay_out()
        self.title.committed.connect(lambda _name: self._rename())
        self.title.textEdited.connect(lambda _text: self._check_name())
        self.title.textChanged.connect(lambda _text: self._show_counts())
        self.description.textChanged.connect(self._show_counts)
        self.kind.activated.connect(lambda _place: self._retype(self.kind.currentData()))
        self.used.all_wanted.connect(lambda: self.shots_wanted.emit(self.name))
        self.voice.chosen.connect(lambda path: self._acts.set_voice(self.name, Path(path)))
        self.voice.dropped_out.connect(lambda: self._acts.drop_voice(self.name))
        self.description.committed.connect(lambda text: self._set("description", text))
        self.views.committed.connect(lambda texts: self._set("reference_prompts", texts))

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.setSpacing(14)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addLayout(counted(self.tr("Name"), self.title, self._name_count), 1)
        first.addLayout(captioned(self.tr("Kind"), self.kind), 1)
        whole.addLayout(first)
        whole.addWidget(self.name_told)
        whole.addWidget(self.answers)
        words = self.tr("Description, sent with every shot")
        whole.addLayout(counted(words, self.description, self._count))
        whole.addWidget(self.voice)
        whole.addWidget(self.used)
        whole.addWidget(self.generate)
        whole.addWidget(self.told)
        whole.addWidget(text_label(self.tr("REFERENCE IMAGES"), "section"))
        whole.addWidget(self.views)
        whole.addWidget(self.delete)
        whole.addStretch(1)

    def show_element(self, name: str) -> None:
        """Show another element; what was typed for the one before is told first."""
        if name != self.name:
            self.flush()
            self.name = name
        self.refresh()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        if self.name:
            self.title.flush()
            self.description.flush()
            self.views.flush()

    def refresh(self) -> None:
        """Show the element as the document says it now."""
        element = self._element()
        if element is None:
            return
        editable = self._desk.editable
        self.title.show_value(element.name)
        self.kind.setCurrentIndex(self.kind.findData(element.kind.value))
        self.description.show_value(element.description)
        self.views.show_values(list(element.reference_prompts), editable=editable)
        self.title.setReadOnly(not editable)
        self.description.setReadOnly(not editable)
        self.kind.setEnabled(editable)
        self.delete.setEnabled(editable)
        self.voice.show_voice(element.voice, editable=editable)
        self._check_name()
        self._show_counts()
        self.refresh_status()

    def refresh_status(self) -> None:
        """Show how far the images are."""
        if self._element() is None:
            return
        elements = self._session.elements
        spent = credits_word(elements.spent(self.name))
        told = self.tr("Element costs so far {cost}").format(cost=spent)
        self.used.show_used(elements.used_in(self.name), told)
        status = self._session.element(self.name)
        missing, cost = images_offer(self._session, [self.name])
        self._cost = cost
        why = elements.why_waits(self.name)
        if why is not None:
            words = self.tr("Pictures on the way…")
        elif status.stage in RUNNING:
            words = stage_word(status.stage) + "…"
        elif missing:
            words = self.tr("Generate %n images · {cost}", "", missing).format(
                cost=credits_word(cost)
            )
        elif status.wanted:
            words = self.tr("All images are made")
        else:
            words = self.tr("Say how it looks first")
        self.generate.setText(words)
        self.generate.setAccessibleName(words)
        self.generate.setToolTip("" if why is None else plain_tip(trouble_words(why)))
        can = missing > 0 and not self._session.read_only
        self.generate.setEnabled(can)
        asking = self.answers.ask(self._session.jobs.key_of(self.name))
        self.generate.setVisible(not asking)
        lines = []
        if status.trouble is not None and status.stage not in RUNNING and not asking:
            lines.append(told_trouble(status.trouble))
        problems = (p for p in self._session.problems if p.element == self.name)
        self.told.tell([*lines, *(told_of(problem) for problem in problems)])

    def _show_counts(self) -> None:
        """How many letters there are of how many; yellow shortly before the last ones."""
        for label, count, most, soon in (
            (self._name_count, len(self._wanted()), _NAME, _NAME),
            (self._count, len(self.description.words()), _DESCRIPTION, _SOON),
        ):
            label.setText(f"{count} / {most}")
            set_role(label, "bad" if count > most else "warn" if count >= soon else "dim")

    def edit_words(self) -> None:
        """Put the keyboard into the description."""
        self.description.setFocus(Qt.FocusReason.OtherFocusReason)

    def _element(self) -> Element | None:
        return self._desk.film.element(self.name)

    def _wanted(self) -> str:
        return self.title.words().strip().removeprefix("@")

    def _check_name(self) -> None:
        trouble = name_trouble(self._desk.film, self._wanted(), self.name)
        self.name_told.setText(trouble)
        self.name_told.setVisible(bool(trouble))
        self.title.setAccessibleDescription(trouble)

    def _rename(self) -> None:
        if self._element() is None:
            return
        new = self._wanted()
        self._check_name()
        if new == self.name or not self.name_told.isHidden() or not self._desk.editable:
            return
        label = self.tr("Rename {old} to {new}").format(old=self.name, new=new)
        self._desk.apply(label, RenameElement(self.name, new))

    def _retype(self, kind: str) -> None:
        label = self.tr("Change kind of {name}").format(name=self.name)
        self._desk.apply(label, RetypeElement(self.name, ElementKind(kind)))

    def _set(self, field: str, value: str | list[str]) -> None:
        self._desk.set(self.tr("Change element"), ElementTarget(self.name), field, value)

    def _generate(self) -> None:
        shown = self._cost
        self.flush()
        self.generate_requested.emit([self.name], shown)


def counted(caption: str, field: QWidget, count: QLabel) -> QVBoxLayout:
    """A field under its caption, with how much stands in it at the right."""
    column = captioned(caption, field)
    head = QHBoxLayout()
    words = column.takeAt(0)
    label = None if words is None else words.widget()
    if label is not None:
        head.addWidget(label, 1)
    head.addWidget(count)
    column.insertLayout(0, head)
    return column
