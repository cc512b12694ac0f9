"""The note on a take: one line, changed where it stands."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.ui.look.theme import scaled
from topa_studio.ui.widgets.parts import ElidedLabel
from topa_studio.ui.widgets.title_editor import TitleEditor

_HIGH = 28


class NoteLine(QWidget):
    """There only while there is a note, or one is being written; a click on it changes it.

    Signals:
        noted: the new words (a str; as an object, so that Qt changes no letter of it).
    """

    noted = Signal(object)

    def __init__(self, row: QWidget) -> None:
        """`row` has the keyboard when the line is done."""
        super().__init__()
        self.setFocusProxy(row)
        self._note = ""
        self._editable = True
        self.editor: TitleEditor | None = None
        self.label = ElidedLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.label)
        self.setFixedHeight(scaled(_HIGH))
        self.hide()

    def show_note(self, note: str, *, editable: bool) -> None:
        """Show what is noted."""
        self._note, self._editable = note, editable
        self.label.setText(self.tr("“{note}”").format(note=note) if note else "")
        self.setCursor(Qt.CursorShape.IBeamCursor if editable else Qt.CursorShape.ArrowCursor)
        self.setVisible(bool(note) or self.editor is not None)

    def edit(self) -> None:
        """Put the keyboard into it."""
        if self.editor is not None or not self._editable:
            return
        self.show()
        self.label.hide()
        says = self.tr("Note on the take")
        self.editor = TitleEditor(self, self.rect(), self._note, says)
        self.editor.setPlaceholderText(self.tr("One line about it"))
        self.editor.done.connect(self.noted)
        self.editor.installEventFilter(self)
        self._fit()

    def flush(self) -> None:
        """Take what was typed so far."""
        if self.editor is not None:
            self.editor.finish()

    def _fit(self) -> None:
        if self.editor is not None:
            self.editor.setGeometry(self.rect())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The line has gone: what is noted stands there again."""
        if watched is self.editor and event.type() is QEvent.Type.Hide:
            self.editor = None
            self.label.show()
            self.setVisible(bool(self._note))
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line is as wide as its place."""
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Change it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.edit()
