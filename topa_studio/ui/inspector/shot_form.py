"""The inspector of one shot: its words, its settings, and its button."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.model.problem import Severity
from topa_studio.model.scenario import Shot
from topa_studio.model.status import EMPTY, RUNNING, Stage
from topa_studio.ui.binding import Merged
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.inspector.act import GenerateButton
from topa_studio.ui.inspector.dialogue import Dialogue
from topa_studio.ui.inspector.panel_fields import PanelFields
from topa_studio.ui.inspector.shot_plays import ShotPlays
from topa_studio.ui.inspector.shot_settings import ShotSettings
from topa_studio.ui.needs_you.answers import Answers
from topa_studio.ui.parts import icon_button
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.told import Told, ToldLines, told_trouble
from topa_studio.ui.words import is_own, out_of_date_words, trouble_words
from topa_studio.ui.writing.counters import Counters
from topa_studio.ui.writing.fields import TextLine
from topa_studio.ui.writing.known import Known, known_elements
from topa_studio.ui.writing.mistakes import ProblemsOfShots, told_problems
from topa_studio.ui.writing.prompt import PromptEditor
from topa_studio.ui.writing.shot_words import set_prompt, set_title
from topa_studio.ui.writing.word_notes import WordNotes, is_about_words

if TYPE_CHECKING:
    from topa_studio.ui.inspector.comments import Comments


class ShotForm(QWidget):
    """Shows the shot whose key `show_shot` was given.

    Signals:
        generate_requested: a list with the shot's key, and the credits on the button.
        answered: see `Answers`.
    """

    generate_requested = Signal(list, object)
    answered = Signal(str, str)

    def __init__(
        self,
        desk: Desk,
        thumbnails: Thumbnails,
        looks: ElementLooks,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._by_shot = ProblemsOfShots()
        self._selection = desk.selection
        self._thumbnails = thumbnails
        self._looks = looks
        self.key = ""
        self.title = TextLine(self.tr("Title"), self.tr("Untitled shot"), "heading")
        self.prompt = PromptEditor(
            self.tr("Prompt"), self.tr("What happens in this shot? Type @ to mention an element.")
        )
        self.counters = Counters(desk)
        self._room = icon_button("fullscreen", COMMANDS["write"].with_key(), role="quiet", px=14)
        self.counters.row.addWidget(self._room)
        self.notes = WordNotes(desk)
        self.dialogue = Dialogue(desk)
        self.settings = ShotSettings(desk)
        self.panel = PanelFields(desk, thumbnails)
        self.plays = ShotPlays(desk)
        self.generate = GenerateButton()
        self.answers = Answers(desk.session)
        self.told = ToldLines()
        self.comments: Comments | None = None
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(6)
        words.addWidget(self.prompt)
        words.addWidget(self.counters)
        words.addWidget(self.notes)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(14, 0, 14, 14)
        whole.setSpacing(14)
        whole.addWidget(self.title)
        whole.addWidget(self.answers)
        whole.addLayout(words)
        whole.addWidget(self.dialogue)
        whole.addWidget(self.settings)
        whole.addWidget(self.generate)
        whole.addWidget(self.told)
        whole.addWidget(self.panel)
        whole.addWidget(self.plays)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.title.committed.connect(self._set_title)
        self.prompt.committed.connect(self._set_prompt)
        actions = self._desk.commands.actions
        for words in (self.prompt, self.panel.words):
            words.add_acts(actions["write"], actions["spell_out"])
        self._room.clicked.connect(actions["write"].trigger)
        self._counted = Merged(self, lambda _names: self._count())
        self.prompt.textChanged.connect(self._typed)
        self.prompt.installEventFilter(self)
        self.prompt.element_opened.connect(self._selection.select_element)
        self._selection.typing_changed.connect(lambda _key: self.refresh_status())
        self._thumbnails.ready.connect(self._picture_came)
        self.generate.words_wanted.connect(self.edit_words)
        self.generate.requested.connect(self._generate)
        self.answers.answered.connect(self.answered)
        self.told.pressed.connect(self.notes.mend)
        self.notes.words_wanted.connect(self.edit_words)
        self.notes.element_wanted.connect(self.prompt.element_wanted)

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
            self.dialogue.flush()
            self.settings.flush()
            self.panel.flush()
            self.plays.flush()
            if self.comments is not None:
                self.comments.flush()

    def refresh(self) -> None:
        """Show the shot as the document says it now."""
        scenario = self._desk.film
        if not scenario.has_shot(self.key):
            return
        shot = scenario.shot(self.key)
        self.prompt.set_known(self._known())
        self.title.show_value(shot.title)
        self.prompt.show_value(shot.prompt)
        self._show_dialogue(shot)
        self.settings.show_shot(scenario, self.key)
        self.panel.show_shot(scenario, self.key, self._known())
        self.plays.show_shot(scenario, self.key)
        for field in (self.title, self.prompt):
            field.setReadOnly(not self._desk.editable)
        for group in (self.settings, self.panel, self.plays):
            group.setEnabled(self._desk.editable)
        self._show_comments(shot)
        self._count()
        self.refresh_status()

    def _show_dialogue(self, shot: Shot) -> None:
        """What is no list in the file is told, and stays as it is: no line is put in its place."""
        problems = self._by_shot.of(self._session.problems, self.key)
        is_list = not any(p.params.get("field") == "lines" for p in problems)
        names = [element.name for element in self._desk.film.elements]
        self.dialogue.show_shot(shot, names, is_list=is_list)

    def _show_comments(self, shot: Shot) -> None:
        """Most films have none: what shows them is made for the first."""
        if self.comments is None:
            if not shot.comments:
                return
            from topa_studio.ui.inspector.comments import Comments

            self.comments = Comments(self._desk)
            self._whole.insertWidget(self._whole.indexOf(self.settings), self.comments)
        self.comments.show_shot(shot)

    def refresh_status(self) -> None:
        """Show how far the shot is."""
        if not self._desk.film.has_shot(self.key):
            return
        status = self._session.shot(self.key)
        lines: list[Told] = []
        asking = self.answers.ask(self.key)
        self.generate.setVisible(not asking)
        if not asking:
            if status.trouble is not None and status.stage not in RUNNING:
                told = told_trouble(status.trouble)
                lines.append(replace(told, level="warn") if status.stage is Stage.MISSING else told)
            lines += self.generate.offer_shot(self._session, self.key)
        if status.out_of_date:
            lines.append(Told("warn", out_of_date_words(status.changed)))
        self.notes.show_shot(self.key)
        self.told.tell([*lines, *self._problems()])
        self.settings.refresh_status()
        self.panel.refresh_status()
        self.plays.refresh_status()

    def _problems(self) -> list[Told]:
        """What is wrong or worth knowing beside the words."""
        problems = self._by_shot.of(self._session.problems, self.key)
        shown = told_problems(self._desk.film, (p for p in problems if not is_about_words(p)))
        mistake = self._session.shot(self.key).mistake
        is_told = any(p.severity is Severity.ERROR for p in problems)
        if mistake is None or not is_own(mistake) or mistake == EMPTY or is_told:
            return shown
        # What is wrong is not the shot's own: an element that it needs, its scene, the film.
        return [Told("bad", trouble_words(mistake)), *shown]

    def _typed(self) -> None:
        self._counted.poke()
        if self.prompt.hasFocus():
            self._selection.type_in(self.key)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who leaves the words has finished typing them."""
        if watched is self.prompt and event.type() is QEvent.Type.FocusOut:
            self._selection.type_in(None)
        return super().eventFilter(watched, event)

    def _picture_came(self, path: str) -> None:
        """An element's picture has come: the list of mentions shows it."""
        elements = self._desk.film.elements
        if any(self._looks.is_of(path, element.name) for element in elements):
            self.prompt.set_known(self._known())
            self.panel.words.set_known(self._known())

    def edit_words(self) -> None:
        """Put the keyboard behind the last word of the prompt."""
        self.prompt.setFocus(Qt.FocusReason.OtherFocusReason)
        self.prompt.moveCursor(QTextCursor.MoveOperation.End)

    def _known(self) -> list[Known]:
        return known_elements(self._desk.film, self._looks)

    def _count(self) -> None:
        self.counters.count(self.key, self.prompt.words())

    def _set_title(self, title: str) -> None:
        set_title(self._desk, self.key, title)

    def _set_prompt(self, prompt: str) -> None:
        set_prompt(self._desk, self.key, prompt)

    def _generate(self, keys: list[str], shown: float | None) -> None:
        self.flush()
        self.generate_requested.emit(keys, shown)
