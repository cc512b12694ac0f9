"""The screen of the player: a frame, a panel or a slate, never black between two of them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPointF, QRectF, QSize, QSizeF, Qt, Signal
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
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.paint.burnt import Plate, draw_plate
from topa_studio.ui.look.theme import mix, scaled, theme_signals, tokens, ui_font

_ROUND = 7.0
_AROUND = 16


class Surface(QWidget):
    """Shows one picture, letterboxed, with a chip in each upper corner and captions at the bottom.

    Attributes:
        frames: how many pictures were shown so far. around: pixels that are free around them.
    Signals:
        clicked, double_clicked: with the main button.
        resized: the size of the picture in pixels of the screen.
    """

    clicked = Signal()
    double_clicked = Signal()
    resized = Signal(QSize)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Picture of the film"))
        self._words = ""
        self._plate: tuple[tuple[str, int, int], Plate] | None = None
        self._picture: QImage | None = None
        self._chips = ("", "")
        self._message = ""
        self._ratio = 16 / 9
        self.around = _AROUND
        self._focused = False
        if parent is not None:
            parent.installEventFilter(self)
        self.frames = 0
        theme_signals().changed.connect(self.update)

    @property
    def picture(self) -> QImage | None:
        """What is shown now."""
        return self._picture

    def show_picture(self, picture: QImage) -> None:
        """Show a frame of the film."""
        self._picture, self._message = picture, ""
        self.frames += 1
        self.update()

    @property
    def words(self) -> str:
        """The captions over the picture."""
        return self._words

    def show_words(self, words: str) -> None:
        """Show captions over the picture, a line each."""
        if words != self._words:
            self._words = words
            self.update()

    def show_message(self, words: str) -> None:
        """Show words instead of a picture."""
        self._picture, self._message = None, words
        self.update()

    def set_chips(self, left: str, right: str) -> None:
        """Number and title of the shot; which take is shown."""
        if (left, right) == self._chips:
            return
        self._chips = (left, right)
        self.setAccessibleDescription(", ".join(part for part in self._chips if part))
        self.update()

    def set_ratio(self, ratio: float) -> None:
        """Width to height of the film."""
        if ratio != self._ratio:
            self._ratio = ratio
            self._tell_size()
            self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Show that the keyboard is at the player, whose picture this is."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self._focused = event.type() is QEvent.Type.FocusIn
            self.update()
        return super().eventFilter(watched, event)

    def set_around(self, around: int) -> None:
        """Leave so many pixels free around the picture."""
        self.around = around
        self._tell_size()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture has another size."""
        super().resizeEvent(event)
        self._tell_size()

    def _tell_size(self) -> None:
        dots = self.picture_rect().size() * self.devicePixelRatioF()
        self.resized.emit(dots.toSize())

    def picture_rect(self) -> QRectF:
        """Where the picture is: as large as fits, its proportions kept."""
        around = 0 if self.isFullScreen() else self.around
        area = QRectF(self.rect()).adjusted(around, around, -around, -around)
        size = QSizeF(self._ratio, 1).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
        size = QSizeF(max(1, round(size.width())), max(1, round(size.height())))
        left = round(area.center().x() - size.width() / 2)
        top = round(area.center().y() - size.height() / 2)
        return QRectF(left, top, size.width(), size.height())

    def sizeHint(self) -> QSize:
        """A small screen."""
        return QSize(640, 380)

    def minimumSizeHint(self) -> QSize:
        """Still something to see."""
        return QSize(240, 135)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click plays or pauses."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.clicked.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click fills the screen."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.double_clicked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, picture, round corners, chips."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            ground = QColor("black") if self.isFullScreen() else tokens().stage
            painter.fillRect(self.rect(), ground)
            rect, picture = self.picture_rect(), self.picture
            if picture is not None and not picture.isNull():
                painter.drawImage(rect, picture)
                if not self.isFullScreen():
                    _round_off(painter, rect)
            else:
                self._paint_message(painter, rect)
            self._paint_chips(painter, rect)
            if self._words and picture is not None:
                self._paint_words(painter, rect)
            if self._focused and not self.isFullScreen():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(tokens().run, 2))
                painter.drawRoundedRect(rect.adjusted(-3, -3, 3, 3), _ROUND + 3, _ROUND + 3)

    def _paint_message(self, painter: QPainter, rect: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(mix(tokens().stage, tokens().panel, 0.6))
        painter.drawRoundedRect(rect, _ROUND, _ROUND)
        painter.setFont(ui_font(14))
        painter.setPen(tokens().dim)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(32, 16, -32, -16), int(flags), self._message)

    def _paint_words(self, painter: QPainter, rect: QRectF) -> None:
        """The captions just as an export burns them in."""
        dots = self.devicePixelRatioF()
        size = (rect.size() * dots).toSize()
        made_of = self._words, size.width(), size.height()
        if self._plate is None or self._plate[0] != made_of:
            self._plate = made_of, draw_plate(self._words, "caption", made_of[1:])
        plate = self._plate[1]
        place = rect.topLeft() + QPointF(plate.left, plate.top) / dots
        area = QRectF(place, QSizeF(plate.image.size()) / dots)
        painter.drawImage(area, plate.image)

    def _paint_chips(self, painter: QPainter, rect: QRectF) -> None:
        font = ui_font(12, QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        painter.setFont(font)
        height = metrics.height() + 6
        edge = scaled(12)
        left, right = self._chips
        right_width = min(metrics.horizontalAdvance(right) + 16, rect.width() / 2)
        room = rect.width() - 2 * edge - (right_width + 8 if right else 0)
        left_width = min(metrics.horizontalAdvance(left) + 16, room)
        top = rect.y() + edge
        boxes = (
            (left, QRectF(rect.x() + edge, top, left_width, height)),
            (right, QRectF(rect.right() - edge - right_width, top, right_width, height)),
        )
        for words, box in boxes:
            if not words or box.width() < 24:
                continue
            ground = QColor(tokens().stage)
            ground.setAlphaF(0.72 if tokens().is_dark else 0.88)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(box, 5, 5)
            painter.setPen(tokens().text)
            shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()) - 14)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)


def _round_off(painter: QPainter, rect: QRectF) -> None:
    """Paint the ground over the picture's corners: cheaper than a clip for each frame."""
    corners = QPainterPath()
    corners.addRect(rect.adjusted(-1, -1, 1, 1))
    inner = QPainterPath()
    inner.addRoundedRect(rect, _ROUND, _ROUND)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().stage)
    painter.drawPath(corners.subtracted(inner))
