"""The picture of a take: it plays small while the pointer is on it; grey where it was rejected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QImage, QPainter, QPainterPath, QPaintEvent, QPixmap

from topa_studio.ui.film.look import faded
from topa_studio.ui.look.theme import tokens
from topa_studio.ui.widgets.parts import PictureBox

SIZE, SMALLER = QSize(120, 68), QSize(88, 50)
_DARK = 0.42
_STRIPE = 8


class TakePicture(PictureBox):
    """Stripes stand for a file that is gone.

    Signals:
        hovered: the pointer came, or went.
    """

    hovered = Signal(bool)

    def __init__(self) -> None:
        super().__init__(SIZE, "film")
        self._grey = self._gone = False

    def show_state(self, *, grey: bool, gone: bool) -> None:
        """How the picture is shown from now on."""
        if (grey, gone) != (self._grey, self._gone):
            self._grey, self._gone = grey, gone
            self.update()

    def set_pixmap(self, pixmap: QPixmap | None) -> None:
        """Show `pixmap`, without its colours where the take was rejected."""
        if pixmap is not None and self._grey and not pixmap.isNull():
            image = pixmap.toImage().convertToFormat(QImage.Format.Format_Grayscale8)
            pixmap = QPixmap.fromImage(image)
        super().set_pixmap(pixmap)

    def enterEvent(self, event: QEnterEvent) -> None:
        """It may play."""
        super().enterEvent(event)
        self.hovered.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """It stands still again."""
        super().leaveEvent(event)
        self.hovered.emit(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture, darker, or stripes."""
        if not self._gone:
            super().paintEvent(event)
        if not (self._gone or self._grey):
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()), 5, 5)
            painter.setClipPath(shape)
            if self._grey and not self._gone:
                painter.fillRect(self.rect(), faded(tokens().stage, _DARK))
                return
            painter.fillRect(self.rect(), tokens().well)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(faded(tokens().line, 0.7))
            high = self.height()
            for left in range(-high, self.width(), 2 * _STRIPE):
                stripe = QPainterPath()
                stripe.moveTo(left, high)
                stripe.lineTo(left + high, 0)
                stripe.lineTo(left + high + _STRIPE, 0)
                stripe.lineTo(left + _STRIPE, high)
                painter.drawPath(stripe)
