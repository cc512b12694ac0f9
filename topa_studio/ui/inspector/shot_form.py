"""The inspector of one shot: its words, its settings, and its button."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.edits import ShotTarget
from topa_studio.model.mentions import effective_length, mentioned_names
from topa_studio.model.scenario import Scenario, Shot
from topa_studio.model.status import EMPTY, RUNNING, Stage
from topa_studio.ui.binding import Merged
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.inspector.act import GenerateButton
from topa_studio.ui.writing.mistakes import MAKE, Mending, edits_of, told_problems
from topa_studio.ui.inspector.panel_fields import PanelFields
from topa_studio.ui.inspector.shot_plays import ShotPlays
from topa_studio.ui.inspector.shot_settings import ShotSettings
from topa_studio.ui.needs_you.answers import Answers
from topa_studio.ui.parts import text_label
from topa_studio.ui.theme import scaled, set_role
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.told import Told, ToldLines, told_trouble
from topa_studio.ui.words import is_own, number, out_of_date_words, trouble_words
from topa_studio.ui.writing.fields import TextLine
from topa_studio.ui.writing.prompt import Known, PromptEditor


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
        self._selection = desk.selection
        self._was_told: frozenset[str] = frozenset()
        self._thumbnails = thumbnails
        self._looks = looks
        self.key = ""
        self.title = TextLine(self.tr("Title"), self.tr("Untitled shot"), "heading")
        self.prompt = PromptEditor(
            self.tr("Prompt"), self.tr("What happens in this shot? Type @ to mention an element.")
        )
        self._characters = text_label("", "small")
        self._elements = text_label("", "small")
        self.settings = ShotSettings(desk)
        self.panel = PanelFields(desk, thumbnails)
        self.plays = ShotPlays(desk)
        self.generate = GenerateButton()
        self.answers = Answers(desk.session)
        self.told = ToldLines()
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
        whole.addWidget(self.panel)
        whole.addWidget(self.plays)
        whole.addStretch(1)

    def _connect(self) -> None:
        self.title.committed.connect(self._set_title)
        self.prompt.committed.connect(self._set_prompt)
        self._counted = Merged(self, lambda _names: self._count())
        self.prompt.textChanged.connect(self._typed)
        self.prompt.installEventFilter(self)
        self.prompt.element_opened.connect(self._selection.select_element)
        self._selection.typing_changed.connect(lambda _key: self.refresh_status())
        self._thumbnails.ready.connect(self._picture_came)
        self.generate.words_wanted.connect(self.edit_words)
        self.generate.requested.connect(self._generate)
        self.answers.answered.connect(self.answered)
        self.told.pressed.connect(self._mend)

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
            self.panel.flush()
            self.plays.flush()

    def refresh(self) -> None:
        """Show the shot as the document says it now."""
        scenario = self._desk.film
        if not scenario.has_shot(self.key):
            return
        shot = scenario.shot(self.key)
        self.prompt.set_known(self._known())
        self.title.show_value(shot.title)
        self.prompt.show_value(shot.prompt)
        self.settings.show_shot(scenario, self.key)
        self.panel.show_shot(scenario, self.key, self._known())
        self.plays.show_shot(scenario, self.key)
        for field in (self.title, self.prompt):
            field.setReadOnly(not self._desk.editable)
        for group in (self.settings, self.panel, self.plays):
            group.setEnabled(self._desk.editable)
        self._count()
        self.refresh_status()

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
        self.told.tell([*lines, *self._problems()])
        self.panel.refresh_status()
        self.plays.refresh_status()

    def _problems(self) -> list[Told]:
        """What is wrong or worth knowing; what came up while the words are typed waits."""
        problems = (p for p in self._session.problems if p.shot == self.key)
        told = told_problems(self._desk.film, problems)
        if self._selection.typing != self.key:
            self._was_told = frozenset(line.text for line in told)
        shown = [line for line in told if line.text in self._was_told]
        mistake = self._session.shot(self.key).mistake
        if not is_own(mistake) or mistake == EMPTY or any(line.level == "bad" for line in told):
            return shown
        # What is wrong is not the shot's own: an element that it needs, its scene, the film.
        return [Told("bad", trouble_words(mistake)), *shown] if mistake is not None else shown

    def _mend(self, mending: object) -> None:
        """Do the fix of a line; without one the words are to be written."""
        scenario = self._desk.film
        if not isinstance(mending, Mending) or not scenario.has_shot(self.key):
            self.edit_words()
        elif mending.kind == MAKE:
            self.prompt.element_wanted.emit(mending.name)
        else:
            self.flush()
            edits = edits_of(scenario.shot(self.key), mending)
            if edits:
                self._desk.apply(self.tr("Fix a mistake"), *edits)

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
        size, looks = QSize(scaled(32), scaled(24)), self._looks
        names = [element.name for element in self._desk.film.elements]
        return [Known(name, looks.colour(name), looks.picture(name, size)) for name in names]

    def _count(self) -> None:
        scenario = self._desk.film
        if not scenario.has_shot(self.key):
            return
        shot = scenario.shot(self.key)
        text = self.prompt.words()
        settings = self._session.settings(self.key)
        limits = Catalogue.bundled().clip_model(settings.model).limits
        used = effective_length(text, limits.mention_chars, scenario.names)
        allowed = limits.prompt_chars
        self._characters.setText(
            self.tr("{used} / {allowed} characters").format(
                used=number(used), allowed=number(allowed)
            )
        )
        set_role(self._characters, "bad" if used > allowed else "small")
        elements = _used_elements(scenario, shot, text)
        self._elements.setText(
            self.tr("{used} of %n elements", "", limits.elements).format(used=elements)
        )
        over = elements > limits.elements > 0
        set_role(self._elements, "bad" if over else "small")

    def _set_title(self, title: str) -> None:
        self._desk.set(self.tr("Change title"), ShotTarget(self.key), "title", title)

    def _set_prompt(self, prompt: str) -> None:
        self._desk.set(self.tr("Change prompt"), ShotTarget(self.key), "prompt", prompt)

    def _generate(self, keys: list[str], shown: float | None) -> None:
        self.flush()
        self.generate_requested.emit(keys, shown)


def _used_elements(scenario: Scenario, shot: Shot, prompt: str) -> int:
    """How many elements of the film a shot uses: listed or mentioned in `prompt`, each once."""
    names = dict.fromkeys((*shot.elements, *mentioned_names(prompt, scenario.names)))
    return sum(scenario.element(name) is not None for name in names)
