"""A pane that shows one picture, or two in the same place, with words in its corners."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import mix, scaled, theme_signals, tokens, ui_font

_ROUND = 7.0
_STRIPE = 14


class Glass(QWidget):
    """Letterboxed in the film's shape.

    Attributes:
        left, right: words in the upper corners. sounds: whether this is what is heard.
        lit: whether keys speak to it. missing: why there is no picture; "" where there is one.
        split: the share of the width from which on `over` is seen; None: all over, `mixed` of it.
    Signals:
        pressed: a click. pointed: where the pointer is, as a share of the picture's width.
    """

    pressed = Signal()
    pointed = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.ratio = 16 / 9
        self.left = self.right = self.missing = ""
        self.sounds = self.lit = False
        self.picture = QImage()
        self.over = QImage()
        self.split: float | None = None
        self.mixed = 1.0
        theme_signals().changed.connect(self.update)

    def show_picture(self, picture: QImage) -> None:
        """What is seen, or what lies below."""
        self.picture = picture
        self.update()

    def show_over(self, picture: QImage) -> None:
        """What lies over it; a null picture for nothing."""
        self.over = picture
        self.update()

    def tell(
        self, left: str, right: str, *, lit: bool = False, sounds: bool = False, missing: str = ""
    ) -> None:
        """Words and signs over the picture."""
        self.left, self.right, self.missing = left, right, missing
        self.lit, self.sounds = lit, sounds
        self.setAccessibleName(", ".join(part for part in (left, right, missing) if part))
        self.update()

    def picture_rect(self) -> QRectF:
        """Where the picture is: as large as fits."""
        area = QRectF(self.rect()).adjusted(3, 3, -3, -3)
        size = QSizeF(self.ratio, 1).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        wide, high = max(1, round(size.width())), max(1, round(size.height()))
        left = round(area.center().x() - wide / 2)
        return QRectF(left, round(area.center().y() - high / 2), wide, high)

    def wanted_size(self) -> tuple[int, int]:
        """Pixels of a picture that fills it; even numbers."""
        rect, ratio = self.picture_rect(), self.devicePixelRatioF()
        return (
            max(16, round(rect.width() * ratio / 2) * 2),
            max(16, round(rect.height() * ratio / 2) * 2),
        )

    def sizeHint(self) -> QSize:
        """A small screen."""
        return QSize(480, 270)

    def minimumSizeHint(self) -> QSize:
        """Still something to see."""
        return QSize(120, 68)

    def heightForWidth(self, width: int) -> int:
        """As high as its picture."""
        return round((width - 6) / self.ratio) + 6

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click means this pane."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.pressed.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell where the pointer is."""
        rect = self.picture_rect()
        share = (event.position().x() - rect.x()) / rect.width()
        self.pointed.emit(min(1.0, max(0.0, share)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, line, words, frame."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            rect = self.picture_rect()
            shape = QPainterPath()
            shape.addRoundedRect(rect, _ROUND, _ROUND)
            painter.save()
            painter.setClipPath(shape)
            if self.missing:
                _stripes(painter, rect, self.missing)
            else:
                painter.fillRect(rect, QColor(0, 0, 0))
                self._pictures(painter, rect)
            painter.restore()
            self._chips(painter, rect)
            if self.lit:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(tokens().run, 2))
                painter.drawRoundedRect(rect.adjusted(-1, -1, 1, 1), _ROUND + 1, _ROUND + 1)

    def _pictures(self, painter: QPainter, rect: QRectF) -> None:
        if not self.picture.isNull():
            painter.drawImage(rect, self.picture)
        if self.over.isNull():
            return
        if self.split is None:
            painter.setOpacity(self.mixed)
            painter.drawImage(rect, self.over)
            painter.setOpacity(1.0)
            return
        line = rect.x() + round(rect.width() * self.split)
        painter.save()
        right = QRectF(QPointF(line, rect.y()), rect.bottomRight())
        painter.setClipRect(right, Qt.ClipOperation.IntersectClip)
        painter.drawImage(rect, self.over)
        painter.restore()
        painter.fillRect(QRectF(line - 1, rect.y(), 2, rect.height()), tokens().run)

    def _chips(self, painter: QPainter, rect: QRectF) -> None:
        font = ui_font(12, QFont.Weight.DemiBold)
        metrics, edge = QFontMetrics(font), scaled(8)
        painter.setFont(font)
        high = metrics.height() + 6
        wanted = metrics.horizontalAdvance(self.right) + 16
        wide = min(wanted, round(rect.width() / 2))
        below = None
        if wanted > wide and not self.sounds and rect.height() > 3 * (high + edge):
            # It has the lower edge to itself where half the upper one is too short.
            wide = 0
            line = QRectF(rect.x() + edge, rect.bottom() - edge - high, rect.width(), high)
            below = line.adjusted(0, 0, -2 * edge, 0)
        room = rect.width() - 3 * edge - (wide if self.right else 0)
        top = rect.y() + edge
        self._chip(painter, QRectF(rect.x() + edge, top, room, high), self.left)
        if self.right:
            place = QRectF(rect.right() - edge - wide, top, wide, high)
            self._chip(painter, below or place, self.right)
        if self.sounds:
            self._chip(
                painter,
                QRectF(rect.x() + edge, rect.bottom() - edge - high, rect.width() / 2, high),
                self.tr("Sound"),
                sign="volume",
            )

    def _chip(self, painter: QPainter, room: QRectF, words: str, sign: str = "") -> None:
        metrics = painter.fontMetrics()
        px = scaled(14) if sign else 0
        wide = metrics.horizontalAdvance(words) + 16 + (px + 6 if sign else 0)
        place = QRectF(room.x(), room.y(), min(room.width(), wide), room.height())
        if not words or place.width() < 16:
            return
        ground = QColor(tokens().stage)
        ground.setAlphaF(0.72 if tokens().is_dark else 0.88)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground)
        painter.drawRoundedRect(place, 5, 5)
        inner = place.adjusted(8, 0, -8, 0)
        if sign:
            pixmap = icon_pixmap(sign, px, tokens().text, self.devicePixelRatioF())
            painter.drawPixmap(QPointF(inner.x(), place.center().y() - px / 2), pixmap)
            inner.setLeft(inner.x() + px + 6)
        painter.setPen(tokens().text)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(inner.width()) + 1)
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter), shown)


def _stripes(painter: QPainter, rect: QRectF, words: str) -> None:
    """What stands where there is no picture."""
    colours = tokens()
    painter.fillRect(rect, mix(colours.stage, colours.panel, 0.6))
    painter.setPen(QPen(mix(colours.panel, colours.line, 0.5), _STRIPE / 2))
    left = rect.x() - rect.height()
    while left < rect.right():
        painter.drawLine(QPointF(left, rect.bottom()), QPointF(left + rect.height(), rect.y()))
        left += _STRIPE * 2
    painter.setFont(ui_font(13))
    painter.setPen(colours.text)
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    inset = min(32.0, rect.width() / 10)
    painter.drawText(rect.adjusted(inset, 16, -inset, -16), int(flags), words)
