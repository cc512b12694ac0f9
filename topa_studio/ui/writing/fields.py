"""Fields that tell what was typed after a short rest or when left, and never lose a word of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QInputMethodEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QTextEdit

from topa_studio.ui.composing import Composing
from topa_studio.ui.stand_ins import chosen_words, words_of
from topa_studio.ui.theme import set_role, tokens
from topa_studio.ui.undo_keys import leaves_undo_to_the_film
from topa_studio.ui.writing.pending import Pending

LINE_PERCENT = 140
_NO_LIMIT = 2**31 - 1
_ENTER_KEYS = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TextLine(QLineEdit):
    """One line of text; one that is not `rests` is told only with Enter or when it is left.

    Signals:
        committed: what the user typed (a str; as an object, so that Qt changes no letter of it).
    """

    committed = Signal(object)

    def __init__(
        self, says: str, placeholder: str = "", role: str = "", *, rests: bool = True
    ) -> None:
        super().__init__()
        self.setMaxLength(_NO_LIMIT)  # Qt cuts a longer text at 32767 letters
        self.setAccessibleName(says)
        self.setPlaceholderText(placeholder)
        if role:
            set_role(self, role)
        self._composing = Composing(self)
        self._pending = Pending(self, self.text, self.committed.emit, self._is_composing)
        if rests:
            self.textEdited.connect(self._pending.touch)
        self.editingFinished.connect(self._pending.flush)

    def words(self) -> str:
        """What stands in the line, letter by letter."""
        return self._pending.words

    def _is_composing(self) -> bool:
        return bool(self._composing.words)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        super().inputMethodEvent(event)
        self._composing.note(event)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's."""
        return leaves_undo_to_the_film(event) or super().event(event)

    def show_value(self, value: str) -> None:
        """Show what the document says, unless the user is typing something else."""
        if self._pending.accept(value):
            self._pending.write(value, self.setText)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Tell what was typed so far, also what is only half composed."""
        self._composing.finish()
        self._pending.flush()

    def take_back(self) -> None:
        """Show again what the document says; what was typed and not told is let go."""
        self._pending.write(self._pending.known, self.setText)


class NameLine(TextLine):
    """A name, told with Enter or when the line is left; Esc leaves the name as it was."""

    def __init__(self, says: str) -> None:
        super().__init__(says, says, rests=False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let go of what was typed before Esc leads out of the line."""
        if event.key() == Qt.Key.Key_Escape:
            self.take_back()
        super().keyPressEvent(event)


class TextBox(QTextEdit):
    """Several lines of plain text, set wide; Tab leaves it, as every field.

    One that is not `rests` is told only when it is left.

    Signals:
        committed: what the user typed (a str; as an object, so that Qt changes no letter of it).
    """

    committed = Signal(object)

    def __init__(
        self, says: str, placeholder: str = "", lines: int = 3, *, rests: bool = True
    ) -> None:
        super().__init__()
        self._placeholder = placeholder
        self.setAccessibleName(says)
        self.setAccessibleDescription(placeholder)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(6)
        self._lines = lines
        self._composing = Composing(self)
        self._pending = Pending(self, self._raw_words, self.committed.emit, self._is_composing)
        if rests:
            self.textChanged.connect(self._pending.touch)
        self._set_wide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """An empty field says what belongs there: Qt would cut all but the first line of it."""
        super().paintEvent(event)
        if self._placeholder and self.document().isEmpty() and not self._is_composing():
            with QPainter(self.viewport()) as painter:
                painter.setPen(tokens().dim)
                margin = round(self.document().documentMargin())
                inside = self.viewport().rect().adjusted(margin, margin, -margin, -margin)
                painter.drawText(inside, int(Qt.TextFlag.TextWordWrap), self._placeholder)

    def sizeHint(self) -> QSize:
        """As high as the asked number of lines."""
        height = QFontMetricsF(self.font()).lineSpacing() * self._lines * LINE_PERCENT / 100 + 30
        return QSize(200, round(height))

    def minimumSizeHint(self) -> QSize:
        """Never smaller than it should be."""
        return self.sizeHint()

    def show_value(self, value: str) -> None:
        """Show what the document says, unless the user is typing something else."""
        if self._pending.accept(value):
            place = self.textCursor().position()
            self._pending.write(value, self.setPlainText)
            self._set_wide()
            if self.hasFocus():
                cursor = self.textCursor()
                cursor.setPosition(min(place, self.document().characterCount() - 1))
                self.setTextCursor(cursor)

    def show_hint(self, words: str) -> None:
        """What an empty field says."""
        if words != self._placeholder:
            self._placeholder = words
            self.setAccessibleDescription(words)
            self.viewport().update()

    def words(self) -> str:
        """What stands in the field, letter by letter."""
        return self._pending.words

    def _raw_words(self) -> str:
        return words_of(self.document())

    def _is_composing(self) -> bool:
        return bool(self._composing.words)

    def _set_wide(self) -> None:
        wide = QTextBlockFormat()
        wide.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(wide)

    def flush(self) -> None:
        """Tell what was typed so far, also what is only half composed."""
        self._composing.finish()
        self._pending.flush()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's."""
        return leaves_undo_to_the_film(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Shift makes no other sign of Enter: Qt would put in one that no file should hold."""
        if event.key() in _ENTER_KEYS and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.textCursor().insertBlock()
            self.ensureCursorVisible()
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Remember what is being composed."""
        super().inputMethodEvent(event)
        self._composing.note(event)

    def createMimeDataFromSelection(self) -> QMimeData:
        """What is cut, copied or dragged, letter by letter."""
        made = QMimeData()
        made.setText(self._pending.meant(chosen_words(self.textCursor())))
        return made

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field tells what was typed."""
        super().focusOutEvent(event)
        self._pending.flush()
