"""One picture large, or the new one beside the old one."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.look.theme import scaled, tokens
from topa_studio.ui.widgets.chips import chip_size, paint_chip

_GAP, _EDGE = 16, 8


class LargePicture(QWidget):
    """Enter, Esc or a click give the tiles back.

    Signals:
        left: the user has seen enough. stepped: the picture before (-1) or the next one (1).
    """

    left = Signal()
    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._shown: list[tuple[str, QPixmap | None]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("A picture, large"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_pictures(self, says: str, shown: list[tuple[str, QPixmap | None]]) -> None:
        """One with its words, or two side by side."""
        self._shown = shown
        self.setAccessibleName(says)
        self.update()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """Back to the tiles."""
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Back to the tiles, or on to the next one."""
        match named(Place.PICTURE, event):
            case "picture_big" | "picture_leave":
                self.left.emit()
            case "picture_before":
                self.stepped.emit(-1)
            case "picture_after":
                self.stepped.emit(1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Each as large as its share of the room lets it be."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            count = max(1, len(self._shown))
            wide = (self.width() - (count + 1) * _GAP) / count
            for place, (words, pixmap) in enumerate(self._shown):
                left = _GAP + place * (wide + _GAP)
                room = QRectF(left, _GAP, wide, self.height() - 2 * _GAP)
                size = QSizeF(pixmap.size() if pixmap is not None else QSizeF(1, 1).toSize())
                size = size.scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
                box = QRectF(room.center() - QPointF(size.width() / 2, size.height() / 2), size)
                shape = QPainterPath()
                shape.addRoundedRect(box, 8, 8)
                painter.save()
                painter.setClipPath(shape)
                painter.fillRect(box, tokens().well)
                if pixmap is not None:
                    painter.drawPixmap(box, pixmap, QRectF(pixmap.rect()))
                painter.restore()
                if words:
                    ink = tokens().run if place == 0 and count > 1 else tokens().text
                    high = chip_size(words).height()
                    at = box.topLeft() + QPointF(scaled(_EDGE), scaled(_EDGE))
                    if box.height() > 2 * high:
                        paint_chip(painter, at, words, ink)
