"""The inspector of one shot: its words, its settings, its button and its takes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.mentions import effective_length
from topa_studio.model.status import RUNNING
from topa_studio.ui.editing import Editing
from topa_studio.ui.inspector.act import GenerateButton
from topa_studio.ui.inspector.fields import TextLine
from topa_studio.ui.inspector.limits import clip_model, in_force, inherited, used_elements
from topa_studio.ui.inspector.prompt import Known, PromptEditor
from topa_studio.ui.inspector.shot_settings import ShotSettings
from topa_studio.ui.inspector.takes import TakeStrip
from topa_studio.ui.inspector.told import Told, ToldLines, told_of, told_trouble
from topa_studio.ui.needs_you.answers import Answers
from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import element_colour, scaled, set_role
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.words import number


class ShotForm(QWidget):
    """Shows the shot whose key `show_shot` was given.

    Signals:
        generate_requested: a list with the shot's key, and the credits on the button.
        take_chosen: the shot's key and the take's number; also asks to play it.
        file_wanted: the shot's key: the user wants a picture to start from.
        answered: see `Answers`.
    """

    generate_requested = Signal(list, object)
    take_chosen = Signal(str, int)
    file_wanted = Signal(str)
    answered = Signal(str, str)

    def __init__(self, session: ProjectSession, editing: Editing, thumbnails: Thumbnails) -> None:
        super().__init__()
        self._session = session
        self._editing = editing
        self._thumbnails = thumbnails
        self.key = ""
        self.title = TextLine(self.tr("Title"), self.tr("Untitled shot"), "heading")
        self.prompt = PromptEditor(
            self.tr("Prompt"), self.tr("What happens in this shot? Type @ to mention an element.")
        )
        self._characters = text_label("", "small")
        self._elements = text_label("", "small")
        self.settings = ShotSettings(editing)
        self.generate = GenerateButton()
        self.answers = Answers(session)
        self.told = ToldLines()
        self.takes = TakeStrip(thumbnails)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        counters = QHBoxLayout()
        counters.addWidget(self._characters)
        counters.addStretch(1)
        counters.addWidget(self._elements)
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.prompt)
        words.addLayout(counters)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.setSpacing(14)
        whole.addWidget(self.title)
        whole.addWidget(self.answers)
        whole.addLayout(words)
        whole.addWidget(self.settings)
        whole.addWidget(self.generate)
        whole.addWidget(self.told)
        whole.addWidget(self.takes)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.title.committed.connect(self._set_title)
        self.prompt.committed.connect(self._set_prompt)
        self.prompt.textChanged.connect(self._count)
        self.settings.file_wanted.connect(self.file_wanted)
        self.generate.requested.connect(self._generate)
        self.answers.answered.connect(self.answered)
        self.told.pressed.connect(self.edit_words)
        self.takes.chosen.connect(lambda take: self.take_chosen.emit(self.key, take))

    def show_shot(self, key: str) -> None:
        """Show another shot; what was typed for the one before is told first."""
        if key != self.key:
            self.flush()
            self.key = key
        self.refresh()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        if self.key:
            self.title.flush()
            self.prompt.flush()
            self.settings.flush()

    def refresh(self) -> None:
        """Show the shot as the document says it now."""
        scenario = self._session.document.scenario
        if not scenario.has_shot(self.key):
            return
        shot = scenario.shot(self.key)
        self.prompt.set_known(self._known())
        self.title.show_value(shot.title)
        self.prompt.show_value(shot.prompt)
        self.settings.show_shot(scenario, self.key)
        for field in (self.title, self.prompt):
            field.setReadOnly(not self._editing.allowed)
        self.settings.setEnabled(self._editing.allowed)
        self._count()
        self.refresh_status()

    def refresh_status(self) -> None:
        """Show how far the shot is."""
        if not self._session.document.scenario.has_shot(self.key):
            return
        status = self._session.shot(self.key)
        lines: list[Told] = []
        asking = self.answers.ask(self.key)
        self.generate.setVisible(not asking)
        if not asking:
            if status.trouble is not None and status.stage not in RUNNING:
                lines.append(told_trouble(status.trouble))
            lines += self.generate.offer_shot(self._session, self.key)
        if status.out_of_date:
            lines.append(
                Told("warn", self.tr("Out of date: the words changed after this take was made."))
            )
        problems = (p for p in self._session.document.problems if p.shot == self.key)
        lines += [told_of(problem) for problem in problems]
        self.told.tell(lines)
        chosen = status.chosen.number if status.chosen is not None else None
        self.takes.show_takes(status.takes, chosen)

    def edit_words(self) -> None:
        """Put the keyboard behind the last word of the prompt."""
        self.prompt.setFocus(Qt.FocusReason.OtherFocusReason)
        self.prompt.moveCursor(QTextCursor.MoveOperation.End)

    def _known(self) -> list[Known]:
        size = QSize(scaled(32), scaled(24))
        known = []
        for place, element in enumerate(self._session.document.scenario.elements):
            pictures = self._session.element(element.name).pictures
            picture = self._thumbnails.pixmap(pictures[0], 0, size) if pictures else None
            known.append(Known(element.name, element_colour(place), picture))
        return known

    def _count(self) -> None:
        scenario = self._session.document.scenario
        if not scenario.has_shot(self.key):
            return
        shot = scenario.shot(self.key)
        text = self.prompt.toPlainText()
        limits = clip_model(in_force(shot, inherited(scenario, scenario.scene_of(self.key))).model)
        used = effective_length(text, limits.limits.mention_chars, scenario.names)
        allowed = limits.limits.prompt_chars
        self._characters.setText(
            self.tr("{used} / {allowed} characters").format(
                used=number(used), allowed=number(allowed)
            )
        )
        set_role(self._characters, "bad" if used > allowed else "small")
        elements = used_elements(scenario, shot, text)
        self._elements.setText(
            self.tr("{used} of %n elements", "", limits.limits.elements).format(used=elements)
        )
        over = elements > limits.limits.elements > 0
        set_role(self._elements, "bad" if over else "small")

    def _set_title(self, title: str) -> None:
        self._editing.set(self.tr("Change title"), ShotTarget(self.key), "title", title)

    def _set_prompt(self, prompt: str) -> None:
        self._editing.set(self.tr("Change prompt"), ShotTarget(self.key), "prompt", prompt)

    def _generate(self, keys: list[str], shown: float | None) -> None:
        self.flush()
        self.generate_requested.emit(keys, shown)

    def choose_take(self, take: int) -> None:
        """Make `take` the chosen one, where the shot has it."""
        if any(known.number == take for known in self._session.shot(self.key).takes):
            label = self.tr("Choose take {number}").format(number=take)
            self._editing.apply(label, SetField(ShotTarget(self.key), "take", take))
