"""The box with the three answers to a lost answer; it asks, and does nothing by itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from topa_studio.app.session import ProjectSession
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.needs_you.words import (
    again_words,
    asked_words,
    look_words,
    may_take,
    take_words,
)
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.widgets.plain import plain_act

LOOK, TAKE = "look", "take"
CHECK, AGAIN, LEAVE, LEAVE_CHARGED, LEAVE_FREE = "check", "again", "leave", "charged", "free"
_BACK = "back"


class Answers(QFrame):
    """What was asked of the service, and three buttons; Leave it asks one thing more.

    Signals:
        answered: CHECK, LOOK, TAKE, AGAIN, LEAVE_CHARGED or LEAVE_FREE, and the shot's key or
            element's name.
    """

    answered = Signal(str, str)

    def __init__(self, session: ProjectSession, *, checks: bool = True) -> None:
        super().__init__()
        self._session = session
        self._checks = checks
        self._key = ""
        self._leaving = False
        self._shown: tuple[object, ...] = ()
        set_role(self, "bar-warning" if checks else "")
        self.text = text_label("", wrap=True)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons: dict[str, QPushButton] = {}
        self._column = QVBoxLayout(self)
        if checks:
            self._column.setContentsMargins(12, 10, 12, 12)
        else:
            self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.text)
        self.hide()

    def ask(self, key: str) -> bool:
        """Ask about this shot or element; hidden, and False, where nothing is unknown there."""
        jobs = self._session.jobs.unknown(key)
        if key != self._key or not jobs:
            self._leaving = False
        self._key = key
        self.setVisible(bool(jobs))
        if jobs:
            self._show()
        return bool(jobs)

    def ask_leave(self) -> None:
        """Ask whether it was charged, as Leave it does."""
        self._leaving = True
        self._show()
        self.buttons[LEAVE_CHARGED].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self) -> None:
        if self._leaving:
            text = self.tr(
                "Did KIE charge for it? Its list of tasks tells. What you leave is not asked about"
                " again; if it may have been charged, it counts as spent. Should its task turn up"
                " later, it can still be brought home."
            )
            rows = [
                (LEAVE_CHARGED, self.tr("Yes, or I do not know")),
                (LEAVE_FREE, self.tr("No, it was not charged")),
                (_BACK, self.tr("Back")),
            ]
        else:
            text = asked_words(self._session, self._key)
            rows = [
                *(self._questions() if self._checks else []),
                *([(TAKE, take_words())] if may_take(self._session, self._key) else []),
                *([(AGAIN, again_words(self._session, self._key))] if self._is_in_film() else []),
                (LEAVE, self.tr("Leave it…")),
            ]
        shown = (self._key, text, tuple(rows))
        if shown == self._shown:
            return
        self._shown = shown
        self.text.setText(text)
        self.text.setVisible(self._checks or self._leaving)
        self.text.setAccessibleName(text)
        self.setAccessibleName(text)
        self._put_buttons(rows)

    def _is_in_film(self) -> bool:
        return self._session.jobs.is_in_film(self._key)

    def _questions(self) -> list[tuple[str, str]]:
        """What costs nothing: to look at what is held, to check what came of a lost answer."""
        jobs = self._session.jobs
        return [
            *([(LOOK, look_words())] if jobs.held(self._key) else []),
            *([(CHECK, self.tr("Check now"))] if jobs.lost(self._key) else []),
        ]

    def _put_buttons(self, rows: Sequence[tuple[str, str]]) -> None:
        for old in self.buttons.values():
            self._column.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = {name: self._button(name, words) for name, words in rows}
        editable = not self._session.read_only
        for name, button in self.buttons.items():
            button.setEnabled(editable or name in (CHECK, _BACK))
            self._column.addWidget(button)
            # Shown now and not by the layout's next turn: the keyboard may be put on it at once.
            button.show()
        if self._checks and not self._leaving:
            set_role(next(iter(self.buttons.values())), "second")

    def _button(self, name: str, words: str) -> QPushButton:
        made = QPushButton(plain_act(words))
        made.setAutoDefault(False)
        made.setAccessibleName(words)
        made.setAccessibleDescription(self.text.text())
        made.clicked.connect(lambda: self._press(name))
        return made

    def _press(self, name: str) -> None:
        if name == LEAVE:
            self.ask_leave()
        elif name == _BACK:
            self._leaving = False
            self._show()
            self.buttons[LEAVE].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            if name != CHECK:
                # A second press while the first is on its way would be another wish.
                for button in self.buttons.values():
                    button.setEnabled(False)
                self._shown, self._leaving = (), False
            self.answered.emit(name, self._key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button the keyboard is on; Esc goes back from a question."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QPushButton
        ):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape and self._leaving:
            self._press(_BACK)
        else:
            super().keyPressEvent(event)
