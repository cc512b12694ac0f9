"""The fields of a line of dialogue: who says it, and the words, as high as they are long."""

from __future__ import annotations

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QListView, QSizePolicy

from topa_studio.ui.theme import set_role
from topa_studio.ui.writing.fields import TextBox, TextLine

_MOST_LINES, _AROUND = 6, 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class WhoLine(TextLine):
    """Who speaks: any name; those of the film's elements are offered while it is typed."""

    def __init__(self, names: QStringListModel) -> None:
        super().__init__(self.tr("Who says it"), self.tr("Who"))
        # What is taken from the list is not told as typed.
        self.textChanged.connect(self._pending.touch)
        offered = QCompleter(names, self)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        offered.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setAccessibleName(self.tr("Elements who may say it"))
        set_role(popup, "popup")
        offered.setPopup(popup)
        self.setCompleter(offered)


class SaidBox(TextBox):
    """The words; Shift+Enter begins a line in them.

    Signals:
        entered: Enter was pressed. backed: Backspace was pressed where nothing stands.
    """

    entered = Signal()
    backed = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("What is said"), self.tr("What is said"), 1)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        layout = self.document().documentLayout()
        layout.documentSizeChanged.connect(lambda _size: self.updateGeometry())

    def sizeHint(self) -> QSize:
        """As high as its words, up to some lines."""
        frame = 2 * self.frameWidth() + _AROUND
        margins = self.contentsMargins()
        around = max(frame, margins.top() + margins.bottom())
        most = self.fontMetrics().lineSpacing() * _MOST_LINES * 1.4
        high = min(self.document().size().height(), most)
        return QSize(200, round(high) + around)

    def minimumSizeHint(self) -> QSize:
        """As narrow as the neighbours leave it."""
        return QSize(0, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on; Backspace in an empty line takes it out, unless it is held down."""
        plain = not event.modifiers() & ~_KEYPAD
        nothing = self.document().isEmpty() and not self._is_composing()
        if plain and event.key() in _ENTER:
            self.entered.emit()
        elif plain and nothing and event.key() == Qt.Key.Key_Backspace:
            if not event.isAutoRepeat():
                self.backed.emit()
        else:
            super().keyPressEvent(event)
