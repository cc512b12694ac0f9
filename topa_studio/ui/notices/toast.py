"""The answer to a press: a few words on the player's lower edge that go by themselves."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QSize, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.notices.notices import Offer, Withdraw
from topa_studio.ui.widgets.parts import text_label

_SHOWN_MS = 2_500


class Toast(QFrame):
    """One at a time, the newest; it stays as long as the pointer or the keyboard is on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, "toast")
        self._mark = QLabel()
        self._text = text_label()
        self.button = QPushButton(self.tr("Undo"))
        set_role(self.button, "toast")
        self.button.clicked.connect(self._take)
        self._offer: Offer | None = None
        self._said = 0
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 5, 12, 5)
        row.setSpacing(8)
        row.addWidget(self._mark)
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        self._timer.timeout.connect(self._go)
        self.hide()

    @property
    def text(self) -> str:
        """What is shown now; "" where nothing is."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, words: str, offer: Offer | None = None) -> Withdraw:
        """Say what was done; `offer` becomes a button. What is given back puts it away again."""
        self._offer = offer
        pixmap = icon_pixmap("check", scaled(14), tokens().ok, self.devicePixelRatioF())
        self._mark.setPixmap(pixmap)
        self._text.setText(words)
        self.setAccessibleName(words)
        self.button.setVisible(offer is not None)
        if offer is not None:
            self.button.setText(offer.words)
            self.button.setAccessibleName(f"{offer.words}: {words}")
        self.show()
        self.updateGeometry()
        self._timer.start()
        announce(self, words)
        self._said += 1
        return partial(self._withdraw, self._said)

    def size_in(self, most: int) -> QSize:
        """How large it is where it is `most` wide at most: its words go to more lines there.

        They are laid out only where that has not been done: who asks anew each time never rests.
        """
        layout = self.layout()
        if layout is None:
            return self.sizeHint()
        one_line = self._text.fontMetrics().horizontalAdvance(self._text.text())
        layout.activate()
        around = layout.totalSizeHint().width() - self._text.sizeHint().width()
        wraps = around + one_line > most
        if wraps != self._text.wordWrap():
            self._text.setWordWrap(wraps)
            layout.activate()
        return QSize(most, layout.totalHeightForWidth(most)) if wraps else layout.totalSizeHint()

    def _withdraw(self, said: int) -> None:
        if self._said == said:
            self.put_away()

    def put_away(self) -> None:
        """Say nothing any more."""
        self._timer.stop()
        self._offer = None
        self.hide()

    def _take(self) -> None:
        offer = self._offer
        self.put_away()
        if offer is not None:
            offer.act()

    def _go(self) -> None:
        if self.underMouse() or (self.button.isVisible() and self.button.hasFocus()):
            self._timer.start()
        else:
            self.put_away()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Whoever reaches for it has time."""
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        """It goes a while after the pointer."""
        super().leaveEvent(event)
        if self.isVisible():
            self._timer.start()
