"""A few words, each in a small box of its own, in as many lines as they need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.ui.look.theme import mix, scaled, tokens, ui_font

_GAP = 4
_INSET = 6
_PX = 11


class Chips(QWidget):
    """Paints them; nothing at all where there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._words: tuple[str, ...] = ()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        """What is shown."""
        return self._words

    def show_words(self, words: Sequence[str]) -> None:
        """Show these."""
        if tuple(words) != self._words:
            self._words = tuple(words)
            self.updateGeometry()
            self.update()
        self.setVisible(bool(words))

    def heightForWidth(self, width: int) -> int:
        """As high as its lines."""
        return self._lay(width)[1]

    def minimumSizeHint(self) -> QSize:
        """No width is too small."""
        return QSize(0, self._lay(1_000_000)[1])

    def sizeHint(self) -> QSize:
        """One line, as wide as all."""
        metrics = QFontMetrics(ui_font(_PX))
        wide = sum(metrics.horizontalAdvance(word) + 2 * _INSET + _GAP for word in self._words)
        return QSize(wide, self._lay(max(wide, 1))[1])

    def _lay(self, width: int) -> tuple[list[tuple[QRect, str]], int]:
        """Where each lies, with the words that fit; how high all are."""
        metrics = QFontMetrics(ui_font(_PX))
        high = metrics.height() + scaled(4)
        left = top = 0
        laid = []
        for word in self._words:
            wide = metrics.horizontalAdvance(word) + 2 * _INSET
            if left and left + wide > width:
                left, top = 0, top + high + _GAP
            room = min(wide, max(width, 1))
            shown = metrics.elidedText(word, Qt.TextElideMode.ElideRight, room - 2 * _INSET + 1)
            laid.append((QRect(left, top, room, high), shown))
            left += room + _GAP
        return laid, top + high

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint them."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setFont(ui_font(_PX))
            now = tokens()
            ground = mix(now.raised, now.text, 0.08)
            for rect, word in self._lay(self.width())[0]:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(ground)
                painter.drawRoundedRect(QRectF(rect), 4, 4)
                painter.setPen(now.text)
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, word)
