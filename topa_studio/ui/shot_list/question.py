"""A question over the rows: words and two or three buttons; the careful one has the keyboard."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.parts import text_label

_WIDE = 340
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Answer(Enum):
    """What was answered; `ALONE`: all of it into the one cell."""

    NO = auto()
    YES = auto()
    ALONE = auto()


class Question(QFrame):
    """Hidden until something is asked; a press elsewhere is no answer, so nothing is done.

    Signals:
        answered: an `Answer`.
    """

    answered = Signal(object)

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._inside = inside
        set_role(self, "pop-up")
        self.words = text_label("", "", wrap=True)
        self.yes, self.alone = QPushButton(), QPushButton()
        self.no = QPushButton(self.tr("No"))
        answers = {self.no: Answer.NO, self.alone: Answer.ALONE, self.yes: Answer.YES}
        row = QHBoxLayout()
        row.addStretch(1)
        for button, answer in answers.items():
            button.clicked.connect(lambda _on=False, answer=answer: self._end(answer))
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self.words)
        column.addLayout(row)
        self.hide()

    def ask(self, words: str, *, yes: str, alone: str, beside: QRect) -> None:
        """Ask under a cell, or over it; `alone` "" leaves that answer out."""
        self.words.setText(words)
        self.setAccessibleName(words)
        self.yes.setText(yes)
        self.alone.setText(alone)
        self.alone.setVisible(bool(alone))
        for button in (self.yes, self.alone, self.no):
            button.setAccessibleDescription(words)
        room = self._inside.rect()
        wide = min(max(scaled(_WIDE), self.sizeHint().width()), room.width())
        high = self.heightForWidth(wide) if self.hasHeightForWidth() else self.sizeHint().height()
        left = max(0, min(beside.x(), room.right() + 1 - wide))
        top = beside.bottom() + 6
        if top + high > room.bottom():
            top = max(0, beside.y() - 6 - high)
        self.setGeometry(left, top, wide, high)
        self.show()
        self.raise_()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end(self, answer: Answer) -> None:
        self.hide()
        self.answered.emit(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button the keyboard is on; Esc is the careful answer."""
        focused = self.focusWidget()
        if event.key() in _ENTER and isinstance(focused, QPushButton):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self._end(Answer.NO)
        else:
            super().keyPressEvent(event)
