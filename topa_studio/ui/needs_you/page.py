"""The page "Check now": what can be known of a lost answer for nothing, and a place for its id."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from topa_studio.app.making.jobs import Check
from topa_studio.app.session import ProjectSession
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.needs_you.answers import Answers
from topa_studio.ui.needs_you.words import asked_words, days_words, hint_words, subject_word
from topa_studio.ui.widgets.parts import ScrollColumn, icon_button, text_label, thin_rule


class CheckPage(QDialog):
    """A window of its own beside the work; it shows one lost answer and steps through all.

    Signals:
        looked: the key to ask the balance for.
        pasted: what stands in the field, the key, and whether the user is sure.
        answered: see `Answers`.
    """

    looked = Signal(str)
    pasted = Signal(str, str, bool)
    answered = Signal(str, str)

    def __init__(self, parent: QWidget, session: ProjectSession) -> None:
        super().__init__(parent)
        self._session = session
        self.key = ""
        self.setWindowTitle(self.tr("Check what came of it"))
        self.setAccessibleName(self.windowTitle())
        self.heading = text_label("", "title", wrap=True)
        self._count = text_label("", "dim")
        self.back = icon_button("back", self.tr("The one before"), px=14)
        self.next = icon_button("forward", self.tr("The next one"), px=14)
        self.asked = text_label("", wrap=True)
        self.hint = text_label("", wrap=True)
        self.days = text_label("", "dim", wrap=True)
        self.look = _plain_button(self.tr("Look again"))
        self.tasks = _plain_button(self.tr("Open the list of tasks"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(self.tr("Paste the task id here"))
        self.field.setAccessibleName(self.tr("Task id"))
        self.take = _plain_button(self.tr("It is this one"))
        set_role(self.take, "primary")
        self.outcome = text_label("", wrap=True)
        self.sure = _plain_button(self.tr("Yes, I am sure"))
        self.answers = Answers(session, checks=False)
        self._lay_out()
        self._connect()
        room = parent.window().size()
        self.resize(min(scaled(560), room.width() - 40), min(scaled(600), room.height() - 40))

    # Arranging.

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        head = QHBoxLayout()
        head.addWidget(self.heading, 1)
        for widget in (self._count, self.back, self.next):
            head.addWidget(widget)
        column.addLayout(head)
        column.addWidget(self.asked)
        self._balance = self._add(column, "", [self.hint, self.days], [self.look])
        steps = text_label(
            self.tr(
                "Open the list of tasks at KIE and look for one of this time with these words. If"
                " it is there, copy its task id and paste it: its result is brought home, and"
                " nothing is charged again. If it is not there, making it again is safe."
            ),
            wrap=True,
        )
        caption = self._add(column, self.tr("Look for it at KIE"), [steps], [self.tasks])
        self._for_lost = (caption, steps, self.tasks, self.field, self.take)
        row = QHBoxLayout()
        row.addWidget(self.field, 1)
        row.addWidget(self.take)
        column.addLayout(row)
        column.addWidget(self.outcome)
        column.addWidget(self.sure, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(thin_rule())
        column.addWidget(self.answers)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(ScrollColumn(body, self.windowTitle(), margin=20), 1)
        whole.addWidget(thin_rule())
        close = _plain_button(self.tr("Close"))
        close.clicked.connect(self.close)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 12, 20, 16)
        foot.addStretch(1)
        foot.addWidget(close)
        whole.addLayout(foot)

    def _add(
        self,
        column: QVBoxLayout,
        caption: str,
        lines: Sequence[QLabel],
        buttons: Sequence[QPushButton],
    ) -> QLabel:
        column.addSpacing(6)
        heading = text_label(caption, "strong")
        column.addWidget(heading)
        for line in lines:
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            column.addWidget(line)
        for button in buttons:
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return heading

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._step(-1))
        self.next.clicked.connect(lambda: self._step(1))
        self.look.clicked.connect(lambda: self._look())
        logs = self._session.jobs.logs_page
        self.tasks.clicked.connect(lambda: QDesktopServices.openUrl(QUrl(logs(self.key))))
        self.field.returnPressed.connect(lambda: self._paste(sure=False))
        self.field.textChanged.connect(self._retype)
        self.take.clicked.connect(lambda: self._paste(sure=False))
        self.sure.clicked.connect(lambda: self._paste(sure=True))
        self.answers.answered.connect(self.answered)

    # Showing.

    def open_for(self, key: str) -> None:
        """Show the page for this shot or element, and look what the balance says."""
        self.show_key(key)
        self.show()
        self.raise_()
        self.activateWindow()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_key(self, key: str) -> None:
        """Show this lost answer instead."""
        if key != self.key:
            self.field.clear()
        self.key = key
        self.heading.setText(subject_word(self._session, key))
        self.asked.setText(asked_words(self._session, key))
        self._retype()
        self.refresh()
        self._look()

    def refresh(self) -> None:
        """Show what still waits for the user."""
        keys = self._session.jobs.needs_you()
        is_open = self.key in keys
        place = keys.index(self.key) + 1 if is_open else 0
        several = len(keys) > 1 or (bool(keys) and not is_open)
        for widget in (self._count, self.back, self.next):
            widget.setVisible(several)
        self._count.setText(
            self.tr("{place} of {all}").format(place=place, all=len(keys))
            if is_open
            else self.tr("%n more", "", len(keys))
        )
        self.answers.ask(self.key)
        jobs = self._session.jobs
        held = bool(jobs.held(self.key))
        adoptable = bool(jobs.lost(self.key) or jobs.left(self.key))
        self.field.setEnabled(adoptable and not self._session.read_only)
        for part in self._for_lost:
            part.setVisible(adoptable or not held)
        self._balance.setText(
            self.tr("What KIE says of it") if held else self.tr("What the balance says")
        )
        self.look.setEnabled(adoptable or (held and not self._session.read_only))
        self._show_take()

    def show_check(self, key: str, check: Check) -> None:
        """What was found of `key`."""
        if key == self.key:
            self.hint.setText(hint_words(check))
            self.days.setText(days_words(check))

    def show_trouble(self, key: str, words: str) -> None:
        """Why it could not be looked at."""
        if key == self.key:
            self.hint.setText(words)

    def tell(self, level: str, words: str, *, ask: bool = False) -> None:
        """What came of the pasted id: `level` is ok, warn or bad; `ask`: the user may insist."""
        set_role(self.outcome, level)
        self.outcome.setText(words)
        self.outcome.setAccessibleName(words)
        self.outcome.setVisible(bool(words))
        self.sure.setVisible(ask)
        if ask:
            self.sure.setFocus(Qt.FocusReason.OtherFocusReason)

    # Inside.

    def _look(self) -> None:
        held = self._session.jobs.held(self.key)
        asking = self.tr("Asking for that task…") if held else self.tr("Asking for the balance…")
        self.hint.setText(asking)
        self.days.setText("")
        self.looked.emit(self.key)

    def _paste(self, *, sure: bool) -> None:
        text = self.field.text().strip()
        if text and self.field.isEnabled():
            self.take.setEnabled(False)
            self.tell("dim", self.tr("Asking for that task…"))
            self.pasted.emit(text, self.key, sure)

    def _retype(self, _text: str = "") -> None:
        self.tell("", "")
        self._show_take()

    def _show_take(self) -> None:
        self.take.setEnabled(self.field.isEnabled() and bool(self.field.text().strip()))

    def _step(self, step: int) -> None:
        keys = self._session.jobs.needs_you()
        if keys:
            at = keys.index(self.key) + step if self.key in keys else 0
            self.show_key(keys[at % len(keys)])


def _plain_button(words: str) -> QPushButton:
    made = QPushButton(words)
    made.setAutoDefault(False)
    made.setAccessibleName(words)
    return made
