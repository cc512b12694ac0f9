"""A caption that is written where it stands: Enter takes it, Shift+Enter begins a line."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from topa_studio.ui.look.theme import scaled
from topa_studio.ui.widgets.undo_keys import leaves_undo_to_the_film

_LEAST, _LINES = 220, 2
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CaptionEditor(QPlainTextEdit):
    """Lies near `rect` of `inside` until Enter, Esc or a press elsewhere; it goes for good then.

    Signals:
        done: the words (a str), where they are others than before.
    """

    done = Signal(object)

    def __init__(self, inside: QWidget, rect: QRect, words: str, says: str, home: QWidget) -> None:
        super().__init__(inside)
        self._home, self._before, self._over = home, words, False
        self.setAccessibleName(says)
        self.setPlaceholderText(says)
        self.setTabChangesFocus(True)
        self.setPlainText(words)
        self.selectAll()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        around = self.contentsMargins().top() + self.contentsMargins().bottom()
        margin = round(self.document().documentMargin()) * 2
        height = self.fontMetrics().lineSpacing() * _LINES + margin + around + scaled(14)
        width = min(max(rect.width(), scaled(_LEAST)), inside.width())
        left = max(0, min(rect.left(), inside.width() - width))
        top = max(0, min(rect.center().y() - height // 2, inside.height() - height))
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self, *, keep: bool = True) -> None:
        """Take the words, or leave all as it was; the editor goes."""
        if self._over:
            return
        self._over = True
        had_keys = self.hasFocus()
        self.hide()
        if had_keys:
            self._home.setFocus(Qt.FocusReason.OtherFocusReason)
        words = "\n".join(line.strip() for line in self.toPlainText().split("\n") if line.strip())
        if keep and words != self._before:
            self.done.emit(words)
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's; every other key is the editor's own."""
        if leaves_undo_to_the_film(event):
            return True
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Esc end it."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.finish(keep=False)
        elif event.key() in _ENTER and not shift:
            self.finish()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A press elsewhere takes the words."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.finish()
