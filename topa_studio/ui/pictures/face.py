"""The picture of a tile: what it shows, what is said over it, and how far a new one is."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFont,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from topa_studio.ui.chips import chip_size, paint_chip, veil
from topa_studio.ui.icons import icon_pixmap
from topa_studio.ui.parts import covering
from topa_studio.ui.theme import scaled, tokens, ui_font

_EDGE, _ROUND, _WAS = 6, 5, 62


@dataclass(frozen=True, slots=True)
class Said:
    """Words over a picture.

    Attributes:
        frontal, new: whether it is the first one; whether it is not kept yet.
        beyond: whether it is kept and not sent, since there are enough before it.
        veil: words over the whole of it: how far it is, or that there is none.
        progress: 0 to 1 while one is drawn; None else.
        bad: whether the words tell of a failure.
    """

    frontal: bool = False
    new: bool = False
    beyond: bool = False
    veil: str = ""
    progress: float | None = None
    bad: bool = False


class Face(QWidget):
    """Signals.

    pressed: a click on it. opened: a double click. was_pressed: a click on the old picture.
    pointed: whether the pointer is over it.
    """

    pressed = Signal()
    opened = Signal()
    was_pressed = Signal()
    pointed = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.said = Said()
        self._pixmap: QPixmap | None = None
        self._was: QPixmap | None = None
        self._has_was = False
        self.setMouseTracking(True)

    def show_pictures(
        self, pixmap: QPixmap | None, was: QPixmap | None, *, has_was: bool = False
    ) -> None:
        """The picture, and the one it stands in for; None: it has not come yet."""
        self._pixmap, self._was, self._has_was = pixmap, was, has_was
        self.update()

    def tell(self, said: Said) -> None:
        """Say this over it."""
        if said != self.said:
            self.said = said
            self.update()

    @property
    def pixmap(self) -> QPixmap | None:
        """The picture itself, whole."""
        return self._pixmap

    def was_rect(self) -> QRectF:
        """Where the old picture lies; empty where there is none."""
        if not self._has_was:
            return QRectF()
        side = min(scaled(_WAS), self.height() // 3)
        return QRectF(self.width() - side - _EDGE, self.height() - side - _EDGE, side, side)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the tile, or look at the old picture."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.pressed.emit()
        if self.was_rect().contains(event.position()):
            self.was_pressed.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """See it large."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The old picture can be pressed."""
        hand = self.was_rect().contains(event.position())
        shape = Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        why = self.tr("There are enough before it. Put it further to the front to have it sent.")
        why = why if self.said.beyond else ""
        self.setToolTip(self.tr("Compare with the picture before") if hand else why)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The tools come."""
        super().enterEvent(event)
        self.pointed.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """The tools go."""
        super().leaveEvent(event)
        self.pointed.emit(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture, and what is said over it."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            painter.setClipPath(self._shape())
            box = QRectF(self.rect())
            painter.fillRect(box, tokens().well)
            if self._pixmap is not None and not self._pixmap.isNull():
                painter.drawPixmap(box, self._pixmap, covering(self._pixmap, self.size()))
            else:
                self._sign(painter, box)
            if self.said.veil:
                self._veil(painter, box)
            self._chips(painter)
            if self._has_was:
                self._paint_was(painter)

    def _shape(self) -> QPainterPath:
        """Round where the frame of the tile is, square where the foot begins."""
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, 8), 7, 7)
        return shape

    def _sign(self, painter: QPainter, box: QRectF) -> None:
        px = scaled(28)
        sign = icon_pixmap("picture", px, tokens().faint, self.devicePixelRatioF())
        painter.drawPixmap(box.center() - QPointF(px / 2, px / 2), sign)

    def _veil(self, painter: QPainter, box: QRectF) -> None:
        now = tokens()
        painter.fillRect(box, veil(0.70 if now.is_dark else 0.78))
        painter.setFont(ui_font(12, QFont.Weight.DemiBold))
        painter.setPen(now.bad if self.said.bad else now.text)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(box.adjusted(12, scaled(28), -12, -scaled(28)), int(flags), self.said.veil)
        if self.said.progress is not None:
            bar = QRectF(12, box.bottom() - 16, box.width() - 24, 4)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(now.line)
            painter.drawRoundedRect(bar, 2, 2)
            bar.setWidth(bar.width() * min(1.0, max(0.02, self.said.progress)))
            painter.setBrush(now.run)
            painter.drawRoundedRect(bar, 2, 2)

    def _chips(self, painter: QPainter) -> None:
        now = tokens()
        if self.said.frontal:
            place = QPointF(_EDGE, _EDGE)
            paint_chip(painter, place, self.tr("Frontal"), now.text, "star", self._ratio)
        words = self.tr("Not sent") if self.said.beyond else ""
        words = self.tr("New") if self.said.new else words
        if words:
            left = self.width() - _EDGE - chip_size(words).width()
            ink = now.run if self.said.new else now.warn
            paint_chip(painter, QPointF(left, _EDGE), words, ink)

    def _paint_was(self, painter: QPainter) -> None:
        now, rect = tokens(), self.was_rect()
        shape = QPainterPath()
        shape.addRoundedRect(rect, _ROUND, _ROUND)
        painter.save()
        painter.setClipPath(shape)
        painter.fillRect(rect, now.panel)
        if self._was is not None and not self._was.isNull():
            painter.drawPixmap(rect, self._was, covering(self._was, rect.size().toSize()))
        words = self.tr("Was")
        low = rect.bottomLeft() - QPointF(-3, chip_size(words, small=True).height() + 3)
        paint_chip(painter, low, words, now.text, small=True)
        painter.restore()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(now.text, 2))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)

    @property
    def _ratio(self) -> float:
        return self.devicePixelRatioF()
