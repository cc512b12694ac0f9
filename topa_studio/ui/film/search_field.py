"""The field in which words and elements are looked for in the film, as they are typed."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy

from topa_studio.ui.look.icons import icon, icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, theme_signals, tokens
from topa_studio.ui.widgets.parts import icon_button, text_label

_WIDE, _LEAST, _SIGN, _GAP = 232, 140, 13, 6
_AHEAD = 9
_ON = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down)


class SearchField(QLineEdit):
    """Esc empties it, a second Esc leaves it; Enter and Down go to what was found.

    Signals:
        entered: the keyboard is in the field. rested: it has gone from it.
        left: it goes back to the cards.
    """

    entered = Signal()
    left = Signal()
    rested = Signal()

    def __init__(self) -> None:
        super().__init__()
        set_role(self, "search")
        self.setPlaceholderText(self.tr("Search words, @elements"))
        self.setAccessibleName(self.tr("Search the film"))
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._sign = QLabel(self)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._count = text_label("", "dim")
        self._count.setParent(self)
        self._count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._empty = icon_button("close", self.tr("Empty the search"), role="quiet", px=_SIGN)
        self._empty.setParent(self)
        self._empty.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._empty.setCursor(Qt.CursorShape.ArrowCursor)
        self._empty.clicked.connect(self.clear)
        self.textChanged.connect(self._place)
        theme_signals().changed.connect(self._colour)
        self._colour()
        self._place()

    def show_found(self, words: str) -> None:
        """Say at the right end how many shots were found, "12 of 23"; "" says nothing."""
        self._count.setText(words)
        self.setAccessibleDescription(words)
        self._place()

    def sizeHint(self) -> QSize:
        """Room for the placeholder."""
        return QSize(scaled(_WIDE), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Room for a word, where something is looked for and there is hardly any."""
        return QSize(scaled(_LEAST), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sign and count stay at the right end."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc and the ways to the cards; all else is typing."""
        if event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        elif event.key() in _ON:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Somebody is about to type."""
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The field may give way where room is short."""
        super().focusOutEvent(event)
        self.rested.emit()

    def _place(self) -> None:
        has = bool(self.text())
        self._empty.setVisible(has)
        self._count.setVisible(has)
        side, right = scaled(_SIGN) + 8, self.width() - 4
        self._empty.setGeometry(right - side, (self.height() - side) // 2, side, side)
        wide = self._count.sizeHint().width() if has else 0
        left = right - side - _GAP - wide
        self._count.setGeometry(left, 0, wide, self.height())
        sign = scaled(_SIGN)
        self._sign.setGeometry(_AHEAD, (self.height() - sign) // 2, sign, sign)
        self.setTextMargins(_AHEAD + sign, 0, self.width() - left if has else 0, 0)

    def _colour(self) -> None:
        ratio = self.devicePixelRatioF()
        self._sign.setPixmap(icon_pixmap("search", scaled(_SIGN), tokens().dim, ratio))
        self._empty.setIcon(icon("close", tokens().dim))
