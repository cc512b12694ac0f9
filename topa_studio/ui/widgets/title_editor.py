"""A line over a title that is being changed where it stands."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QToolTip, QWidget

from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.plain import plain_tip
from topa_studio.ui.widgets.undo_keys import leaves_undo_to_the_film

_LEAST = 120
_NO_LIMIT = 2**31 - 1
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TitleEditor(QLineEdit):
    """Lies over `rect` of `inside` until Enter, Esc or a press elsewhere; it goes for good then.

    Words that `trouble` finds wrong are not taken: Enter says why, a press elsewhere leaves all as
    it was.

    Signals:
        done: the new words (a str; as an object, so that Qt changes no letter of it).
    """

    done = Signal(object)

    def __init__(
        self,
        inside: QWidget,
        rect: QRect,
        words: str,
        says: str,
        trouble: Callable[[str], str] = lambda _words: "",
    ) -> None:
        super().__init__(inside)
        self._inside = inside
        self._before = words
        self._trouble = trouble
        self._over = False
        set_role(self, "in-place")
        self.setMaxLength(_NO_LIMIT)
        self.setAccessibleName(says)
        self.setText(words)
        self.selectAll()
        width = min(max(rect.width(), scaled(_LEAST)), inside.width())
        height = max(rect.height(), self.sizeHint().height())
        left = max(0, min(rect.left(), inside.width() - width))
        top = max(0, min(rect.center().y() - height // 2, inside.height() - height))
        self.setGeometry(left, top, width, height)
        self.textEdited.connect(lambda _text: set_role(self, "in-place"))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def finish(self) -> None:
        """Take the words as they are, unless something is wrong with them."""
        self._end(keep=not self._trouble(self.text()))

    def _end(self, *, keep: bool) -> None:
        if self._over:
            return
        self._over = True
        had_keys = self.hasFocus()
        self.hide()
        if had_keys:
            self._inside.setFocus(Qt.FocusReason.OtherFocusReason)
        if keep and self.text() != self._before:
            self.done.emit(self.text())
        self.deleteLater()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's; every other key is the line's own."""
        if leaves_undo_to_the_film(event):
            return True
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
            if not plain or plain == Qt.KeyboardModifier.KeypadModifier:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the words, Esc leaves them."""
        if event.key() == Qt.Key.Key_Escape:
            self._end(keep=False)
        elif event.key() in _ENTER:
            why = self._trouble(self.text())
            if not why:
                self._end(keep=True)
                return
            set_role(self, "in-place-bad")
            self.setAccessibleDescription(why)
            QToolTip.showText(self.mapToGlobal(QPoint(0, self.height() // 2)), plain_tip(why), self)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A press elsewhere takes the words; a menu or another window does not."""
        super().focusOutEvent(event)
        if event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        ):
            self.finish()
