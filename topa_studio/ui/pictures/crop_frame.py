"""The frame of a crop over a picture: moved by hand or arrow keys, sized at its corners."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from topa_studio.ui.look.theme import scaled, tokens

_REACH, _LEAST = 10, 0.1
_STEP, _SCALE = 0.02, 1.08
Box = tuple[float, float, float, float]


class CropFrame(QWidget):
    """Shows the whole picture; what is outside of the frame is dark.

    Attributes:
        box: left, top, width and height of the frame, each a share (0..1) of the picture.
    """

    def __init__(self, parent: QWidget, pixmap: QPixmap, ratio: float) -> None:
        """`ratio`: width by height that the frame keeps, in pixels of the picture."""
        super().__init__(parent)
        self._pixmap = pixmap
        # Shares of the width and of the height are not of one length.
        self._ratio = ratio * pixmap.height() / max(1, pixmap.width())
        self.box: Box = _widest(self._ratio)
        self._grip: tuple[int, int] | None = None
        self._from = QPointF()
        self._begun: Box = self.box
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Frame of the crop"))
        self.setGeometry(parent.rect())

    @property
    def is_whole(self) -> bool:
        """Whether the frame holds all of the picture: then there is nothing to cut."""
        return self.box[2] > 0.995 and self.box[3] > 0.995

    def push(self, right: int, down: int) -> None:
        """A step of the arrow keys."""
        left, top, wide, high = self.box
        self._take((left + right * _STEP, top + down * _STEP, wide, high))

    def grow(self, larger: int) -> None:
        """A step larger (1) or smaller (-1), around its middle."""
        left, top, wide, high = self.box
        scale = _SCALE if larger > 0 else 1 / _SCALE
        more = min(wide * scale, 1.0, self._ratio)
        more = max(more, _LEAST)
        new = more / self._ratio
        self._take((left + (wide - more) / 2, top + (high - new) / 2, more, new))

    def _take(self, box: Box) -> None:
        left, top, wide, high = box
        left, top = min(max(0.0, left), 1 - wide), min(max(0.0, top), 1 - high)
        self.box = left, top, wide, high
        self.update()

    # The hand.

    def _picture(self) -> QRectF:
        size = QSizeF(self._pixmap.size()).scaled(
            QSizeF(self.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        middle = QRectF(self.rect()).center()
        return QRectF(middle - QPointF(size.width() / 2, size.height() / 2), size)

    def _frame(self) -> QRectF:
        whole, (left, top, wide, high) = self._picture(), self.box
        return QRectF(
            whole.x() + left * whole.width(),
            whole.y() + top * whole.height(),
            wide * whole.width(),
            high * whole.height(),
        )

    def _grip_at(self, place: QPointF) -> tuple[int, int] | None:
        """The corner there as (-1 or 1, -1 or 1), (0, 0) for the inside; None: outside."""
        frame = self._frame()
        for across, x in ((-1, frame.left()), (1, frame.right())):
            for down, y in ((-1, frame.top()), (1, frame.bottom())):
                near = abs(place.x() - x) <= _REACH and abs(place.y() - y) <= _REACH
                if near:
                    return across, down
        return (0, 0) if frame.contains(place) else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of it."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._grip, self._from = self._grip_at(event.position()), event.position()
            self._begun = self.box

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let it go."""
        self._grip = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or size it."""
        if self._grip is None:
            self._show_hand(event.position())
            return
        whole, begun = self._picture(), self._begun
        right = (event.position().x() - self._from.x()) / max(1.0, whole.width())
        down = (event.position().y() - self._from.y()) / max(1.0, whole.height())
        if self._grip == (0, 0):
            self._take((begun[0] + right, begun[1] + down, begun[2], begun[3]))
            return
        across, below = self._grip
        wide = max(begun[2] + across * right, (begun[3] + below * down) * self._ratio)
        left, top, old_wide, old_high = begun
        room_wide = 1 - left if across > 0 else left + old_wide
        room_high = 1 - top if below > 0 else top + old_high
        wide = max(_LEAST, min(wide, room_wide, room_high * self._ratio))
        high = wide / self._ratio
        self._take(
            (
                left if across > 0 else left + old_wide - wide,
                top if below > 0 else top + old_high - high,
                wide,
                high,
            )
        )

    def _show_hand(self, place: QPointF) -> None:
        shapes = Qt.CursorShape
        match self._grip_at(place):
            case None:
                self.setCursor(shapes.ArrowCursor)
            case (0, 0):
                self.setCursor(shapes.SizeAllCursor)
            case (across, down):
                same = across == down
                self.setCursor(shapes.SizeFDiagCursor if same else shapes.SizeBDiagCursor)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picture whole, dark around the frame."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            shape = QPainterPath()
            shape.addRoundedRect(QRectF(self.rect()).adjusted(0, 0, 0, 8), 7, 7)
            painter.setClipPath(shape)
            painter.fillRect(self.rect(), tokens().stage)
            whole, frame = self._picture(), self._frame()
            painter.drawPixmap(whole, self._pixmap, QRectF(self._pixmap.rect()))
            around = QPainterPath()
            around.addRect(whole)
            inside = QPainterPath()
            inside.addRect(frame)
            painter.fillPath(around.subtracted(inside), QColor(0, 0, 0, 150))
            painter.setPen(QPen(QColor(Qt.GlobalColor.white), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(frame)
            side = scaled(7)
            painter.setBrush(QColor(Qt.GlobalColor.white))
            painter.setPen(QPen(QColor(0, 0, 0, 120), 1))
            for corner in (
                frame.topLeft(), frame.topRight(), frame.bottomLeft(), frame.bottomRight(),
            ):  # fmt: skip
                painter.drawRect(QRectF(corner - QPointF(side / 2, side / 2), QSizeF(side, side)))


def _widest(ratio: float) -> Box:
    """The largest frame of a ratio (of shares), in the middle; a little less where it is whole."""
    wide = min(1.0, ratio)
    high = wide / ratio
    if wide > 0.999 and high > 0.999:
        wide = high = 0.9
    return (1 - wide) / 2, (1 - high) / 2, wide, high
