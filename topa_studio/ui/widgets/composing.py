"""Words that an input method still composes in a field: seen while they last, and never lost."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget


class Composing:
    """What is composed in one field; the field hands on each of its input method's events.

    Attributes:
        words: what is composed and not yet part of the field's text.
    """

    def __init__(self, field: QWidget) -> None:
        self.words = ""
        self._field = field

    def note(self, event: QInputMethodEvent) -> None:
        """The field has taken `event`."""
        self.words = event.preeditString()

    def finish(self) -> None:
        """Make what is composed so far part of the text, as its keyboard would."""
        if not self.words:
            return
        method = QGuiApplication.inputMethod()
        if self._field.hasFocus():
            method.commit()
        if self.words:
            # The input method has nothing to say to it: it is asked to forget what we take.
            done = QInputMethodEvent("", [])
            done.setCommitString(self.words)
            QApplication.sendEvent(self._field, done)
            method.reset()
