"""Fields that tell what was typed after a short rest or when left, and never lose a word of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, QTimer, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QLineEdit, QTextEdit

from topa_studio.ui.theme import set_role
from topa_studio.ui.undo_keys import leaves_undo_to_the_film

REST_MS = 300
LINE_PERCENT = 140


class Pending(QObject):
    """Knows the words last agreed on, so that only what the user changed since is told."""

    def __init__(
        self, parent: QObject, read: Callable[[], str], tell: Callable[[str], None]
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._tell = tell
        self._source = ""  # the document's words
        self._display = ""  # the same as the field gives them back: Qt changes some spaces
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self.flush)

    @property
    def dirty(self) -> bool:
        """Whether something was typed that was not told yet."""
        return self._read() != self._display

    def touch(self) -> None:
        """Something was typed: tell it after a rest."""
        if self.dirty:
            self._rest.start()

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._rest.stop()
        if self.dirty:
            self._source = self._display = self._read()
            self._tell(self._source)

    def accept(self, value: str) -> bool:
        """Take the document's words; whether the field should be rewritten to them."""
        if value == self._source:
            return False
        self._source = value
        return not self.dirty

    def written(self) -> None:
        """The field was rewritten to the document's words."""
        self._rest.stop()
        self._display = self._read()


class TextLine(QLineEdit):
    """One line of text.

    Signals:
        committed: what the user typed.
    """

    committed = Signal(str)

    def __init__(self, says: str, placeholder: str = "", role: str = "") -> None:
        super().__init__()
        self.setAccessibleName(says)
        self.setPlaceholderText(placeholder)
        if role:
            set_role(self, role)
        self._pending = Pending(self, self.text, self.committed.emit)
        self.textEdited.connect(self._pending.touch)
        self.editingFinished.connect(self._pending.flush)

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's."""
        return leaves_undo_to_the_film(event) or super().event(event)

    def show_value(self, value: str) -> None:
        """Show what the document says, unless the user is typing something else."""
        if self._pending.accept(value):
            self.setText(value)
            self.setCursorPosition(0)
            self._pending.written()

    def flush(self) -> None:
        """Tell what was typed so far."""
        self._pending.flush()


class TextBox(QTextEdit):
    """Several lines of plain text, set wide; Tab leaves it, as every field.

    Signals:
        committed: what the user typed.
    """

    committed = Signal(str)

    def __init__(self, says: str, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self.setAccessibleName(says)
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(6)
        self._lines = lines
        self._pending = Pending(self, self.toPlainText, self.committed.emit)
        self.textChanged.connect(self._pending.touch)
        self._set_wide()

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
            self.setPlainText(value)
            self._set_wide()
            if self.hasFocus():
                cursor = self.textCursor()
                cursor.setPosition(min(place, self.document().characterCount() - 1))
                self.setTextCursor(cursor)
            self._pending.written()

    def _set_wide(self) -> None:
        wide = QTextBlockFormat()
        wide.setLineHeight(LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        whole = QTextCursor(self.document())
        whole.select(QTextCursor.SelectionType.Document)
        whole.mergeBlockFormat(wide)

    def flush(self) -> None:
        """Tell what was typed so far."""
        self._pending.flush()

    def event(self, event: QEvent) -> bool:
        """Undo and redo are the film's."""
        return leaves_undo_to_the_film(event) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field tells what was typed."""
        super().focusOutEvent(event)
        self._pending.flush()
