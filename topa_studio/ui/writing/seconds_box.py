"""A field of whole seconds: digits are taken as they come, and what cannot be is told in words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QValidator, QWheelEvent
from PySide6.QtWidgets import QLabel, QSpinBox

from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.widgets.parts import text_label
from topa_studio.ui.widgets.undo_keys import leaves_space_to_the_film, leaves_undo_to_the_film

_MOST_DIGITS = 6


class SecondsBox(QSpinBox):
    """What cannot be is never taken: the value stays, and `note` says what could be.

    Where it is `narrow`, only the note says so.

    Attributes:
        note: the words about what was typed; hidden where there is nothing to say.
    Signals:
        typed: something was typed that can be.
        refused: what is typed now cannot be.
    """

    typed = Signal()
    refused = Signal()
    _low, _high = 0, 0

    def __init__(self, says: str, *, narrow: bool = False) -> None:
        super().__init__()
        self._narrow = narrow
        self._wrong = False
        self.note: QLabel = text_label("", "bad", wrap=True)
        self.note.hide()
        self.setAccessibleName(says)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Else the first digit of a number that cannot be would count as a number of its own.
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(6, 0, 6, 0)
        self.lineEdit().textEdited.connect(lambda _text: self._edited())
        self.lineEdit().inputRejected.connect(self._tell_range)
        self.editingFinished.connect(self._finished)

    def show_seconds(self, seconds: int, low: int, high: int, *, anew: bool) -> None:
        """Show a length that may be chosen from `low` to `high`; one of another shot is `anew`."""
        if anew or (seconds, low, high) != (self.value(), self._low, self._high):
            self._say("")
        self._low, self._high = low, high
        with QSignalBlocker(self):
            # A length outside the model's range is shown as it is; the problem tells of it.
            self.setRange(min(low, seconds), max(high, seconds))
            whole = self.tr(" s ({low}–{high})").format(low=low, high=high)
            self.setSuffix(self.tr(" s") if self._narrow else whole)
            self.setValue(seconds)

    def finish(self) -> None:
        """Take what was typed, if it can be; else show the value that holds."""
        self.interpretText()
        self._finished()

    @property
    def is_wrong(self) -> bool:
        """Whether what stands there now cannot be, or not yet."""
        return self._wrong

    # Typing.

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        """Any digits may stand there while they are typed."""
        return self._state(text.removesuffix(self.suffix()).strip()), text, at

    def _state(self, typed: str) -> QValidator.State:
        if not typed:
            return QValidator.State.Intermediate
        if not (typed.isascii() and typed.isdecimal()) or len(typed) > _MOST_DIGITS:
            return QValidator.State.Invalid
        can_be = self._low <= int(typed) <= self._high or int(typed) == self.value()
        return QValidator.State.Acceptable if can_be else QValidator.State.Intermediate

    def _edited(self) -> None:
        typed = self.cleanText()
        self._wrong = self._state(typed) is not QValidator.State.Acceptable
        if not self._wrong:
            self._say("")
            self.typed.emit()
            return
        self.refused.emit()
        may_become = any(str(n).startswith(typed) for n in range(self._low, self._high + 1))
        if may_become:
            self._say("")
        else:
            self._tell_range()

    def _finished(self) -> None:
        if self._wrong:
            self._wrong = False
            self._tell_range()

    def _tell_range(self) -> None:
        self._say(self.tr("{low} to {high} seconds").format(low=self._low, high=self._high))

    def _say(self, words: str) -> None:
        if words == self.note.text():
            return
        self.note.setText(words)
        self.note.setVisible(bool(words))
        self.setAccessibleDescription(words)
        if words:
            announce(self, words)

    # Steps.

    def stepBy(self, steps: int) -> None:
        """Go up or down, from a length that cannot be to the nearest that can."""
        self.interpretText()
        self._wrong = False
        self._say("")
        wanted = min(max(self.value() + steps, self._low), self._high)
        super().stepBy(wanted - self.value())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Who scrolls past it changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's, and Space plays it."""
        left = leaves_undo_to_the_film(event) or leaves_space_to_the_film(event)
        return left or super().event(event)
