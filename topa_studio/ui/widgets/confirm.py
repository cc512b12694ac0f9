"""A question inside a pane: words and two buttons, of which the careful one has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from topa_studio.ui.look.calm import set_about, set_name, set_words
from topa_studio.ui.widgets.parts import text_label


class Confirm(QWidget):
    """Hidden until something is asked.

    Signals:
        answered: whether yes; the question is closed then.
    """

    answered = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.text = text_label("", "small", wrap=True)
        self.yes = QPushButton(self.tr("Yes"))
        self.no = QPushButton(self.tr("No"))
        self.yes.clicked.connect(lambda: self.answer(yes=True))
        self.no.clicked.connect(lambda: self.answer(yes=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 2, 0, 0)
        column.setSpacing(4)
        for widget in (self.text, self.no, self.yes):
            column.addWidget(widget)
        self.hide()

    def ask(self, question: str, *, yes: str, no: str) -> None:
        """Ask; the keyboard is on `no`."""
        for button, words in ((self.yes, yes), (self.no, no)):
            set_words(button, words)
            set_name(button, words)
        self.say(question)
        self.show()
        self.no.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, question: str) -> None:
        """What is asked about is other now."""
        if self.text.text() != question:
            set_words(self.text, question)
            for button in (self.yes, self.no):
                set_about(button, question)

    def close_question(self) -> None:
        """Nothing is asked any more."""
        self.hide()

    def answer(self, *, yes: bool) -> None:
        """Close the question with this answer."""
        self.hide()
        self.answered.emit(yes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button the keyboard is on; Esc is the careful answer."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            focused, QPushButton
        ):
            focused.click()
        elif event.key() == Qt.Key.Key_Escape:
            self.answer(yes=False)
        else:
            super().keyPressEvent(event)
