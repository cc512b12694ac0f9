"""The column in which one writes: title, words, what the panel shows, notes, between neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from topa_studio.model.scenario import Scenario
from topa_studio.model.still_words import still_words
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.parts import captioned
from topa_studio.ui.writing import shot_words
from topa_studio.ui.writing.counters import Counters
from topa_studio.ui.writing.fields import TextBox, TextLine
from topa_studio.ui.writing.known import Known
from topa_studio.ui.writing.prompt import PromptEditor
from topa_studio.ui.writing.word_notes import WordNotes
from topa_studio.ui.writing_room.neighbour import Neighbour
from topa_studio.ui.writing_room.sent import WhatIsSent

_MOST_LINES = 22


class GrowingPrompt(PromptEditor):
    """As high as its words, up to a number of lines; beyond that it scrolls."""

    def __init__(self, says: str, placeholder: str = "", lines: int = 6) -> None:
        super().__init__(says, placeholder, lines)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(
            lambda _size: self.updateGeometry()
        )

    def sizeHint(self) -> QSize:
        """Room for all words."""
        least = super().sizeHint()
        around = self.height() - self.viewport().height()
        wanted = round(self.document().size().height()) + max(0, around)
        most = least.height() * _MOST_LINES // max(1, self._lines)
        return QSize(least.width(), max(least.height(), min(wanted, most)))

    def minimumSizeHint(self) -> QSize:
        """As high, however narrow."""
        return QSize(160, self.sizeHint().height())


class WritingColumn(QWidget):
    """The fields of one shot.

    Signals:
        typed: other words stand in the prompt, which the film may not have yet.
    """

    typed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk, self._selection, self.key = desk, desk.selection, ""
        self.title = TextLine(self.tr("Title"), self.tr("Untitled shot"), "title-large")
        self.prompt = GrowingPrompt(
            self.tr("Prompt"), self.tr("What happens in this shot? Type @ to mention an element.")
        )
        set_role(self.prompt, "large")
        self.panel = GrowingPrompt(self.tr("What the panel shows"), lines=2)
        self.remarks = TextBox(self.tr("Notes"), self.tr("For yourself: never sent."), lines=2)
        self.before = Neighbour("chevron-left", self.tr("The shot before"))
        self.after = Neighbour("chevron-right", self.tr("The next shot"))
        self.counters, self.notes, self.sent = Counters(desk), WordNotes(desk), WhatIsSent(desk)
        self._writes: PromptEditor = self.prompt
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(6)
        for widget in (self.prompt, self.counters, self.notes):
            words.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.before)
        column.addWidget(self.title)
        column.addLayout(words)
        column.addLayout(captioned(self.tr("What the panel shows"), self.panel))
        column.addLayout(captioned(self.tr("Notes"), self.remarks))
        column.addWidget(self.sent)
        column.addWidget(self.after)
        column.addStretch(1)

    def _connect(self) -> None:
        desk = self._desk
        self.title.committed.connect(lambda words: shot_words.set_title(desk, self.key, words))
        self.prompt.committed.connect(lambda words: shot_words.set_prompt(desk, self.key, words))
        self.panel.committed.connect(
            lambda words: shot_words.set_panel_words(desk, self.key, words)
        )
        self.remarks.committed.connect(lambda words: shot_words.set_notes(desk, self.key, words))
        self.prompt.textChanged.connect(self._typed)
        self.notes.words_wanted.connect(self.write)
        for editor in (self.prompt, self.panel):
            editor.installEventFilter(self)

    def show_shot(self, film: Scenario, key: str, known: Sequence[Known]) -> None:
        """Show a shot; what was typed for the one before is told first."""
        if key != self.key:
            self.flush()
            self.key = key
            self._writes = self.prompt
        shot, editable = film.shot(key), self._desk.editable
        for editor in (self.prompt, self.panel):
            editor.set_known(known)
        self.title.show_value(shot.title)
        self.prompt.show_value(shot.prompt)
        self.panel.show_value(shot.panel_prompt)
        self.panel.show_hint(still_words(" ".join(shot.prompt.split())))
        self.panel.setEnabled(not shot.still)
        self.remarks.show_value(shot.notes)
        for field in (self.title, self.prompt, self.panel, self.remarks):
            field.setReadOnly(not editable)
        before, after = film.shot_before(key), film.shot_after(key)
        self.before.show_shot(film, None if before is None else before.key)
        self.after.show_shot(film, None if after is None else after.key)
        self.counters.count(key, self.prompt.words())
        self.notes.show_shot(key)
        self.sent.show_shot(key)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        if self.key:
            for field in (self.title, self.prompt, self.panel, self.remarks):
                field.flush()

    def write(self) -> None:
        """Put the keyboard behind the last word."""
        self.prompt.setFocus(Qt.FocusReason.OtherFocusReason)
        self.prompt.moveCursor(QTextCursor.MoveOperation.End)

    def mention(self, name: str) -> None:
        """Put a mention where one writes, or wrote last."""
        if self._desk.editable:
            self._writes.setFocus(Qt.FocusReason.OtherFocusReason)
            self._writes.mention(name)

    def _typed(self) -> None:
        self.counters.count(self.key, self.prompt.words())
        if self.prompt.hasFocus():
            self._selection.type_in(self.key)
        self.typed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who leaves the words has finished typing them; where one writes is kept in mind."""
        if event.type() is QEvent.Type.FocusIn and isinstance(watched, PromptEditor):
            self._writes = watched
        elif event.type() is QEvent.Type.FocusOut and watched is self.prompt:
            self._selection.type_in(None)
        return super().eventFilter(watched, event)
