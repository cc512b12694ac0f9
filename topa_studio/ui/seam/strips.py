"""Eight frames of the last second of A and of the first of B, the sound below, and what loops."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.ui.look.theme import scaled, theme_signals, tokens, ui_font

TILES = 8
PEAKS = 96
_GAP = 12
_BETWEEN = 2


class Strips(QWidget):
    """Paints both sides of a seam.

    Signals:
        pressed: tile 0 to 15 was clicked.
    """

    pressed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Frames and sound at both sides of the cut"))
        self._tiles: dict[int, QImage] = {}
        self._peaks: dict[str, tuple[float, ...]] = {}
        self.chosen = TILES - 1
        self.loop = 0.5
        self.loop_words = ""
        self.place: float | None = None
        self.waves = True
        theme_signals().changed.connect(self.updateGeometry)

    def clear(self) -> None:
        """Another seam."""
        self._tiles.clear()
        self._peaks.clear()
        self.update()

    def tile(self, place: int) -> QImage:
        """The picture of a tile; a null one where it has not come."""
        return self._tiles.get(place, QImage())

    def show_tile(self, place: int, picture: QImage) -> None:
        """A frame: 0 to 7 of A, 8 to 15 of B."""
        self._tiles[place] = picture
        self.update()

    def show_peaks(self, side: str, peaks: tuple[float, ...]) -> None:
        """The sound of "left" or "right"."""
        self._peaks[side] = peaks
        self.update()

    def show_loop(self, seconds: float, words: str) -> None:
        """So much on each side is played again and again."""
        self.loop, self.loop_words = min(1.0, seconds), words
        self.update()

    def choose(self, tile: int) -> None:
        """The tile of A with the frame that would be taken over, or the nearest."""
        self.chosen = min(max(tile, 0), TILES - 1)
        self.update()

    def show_waves(self, *, shown: bool) -> None:
        """Whether there is room for the sound."""
        self.waves = shown
        self.updateGeometry()

    def peaks(self, side: str) -> tuple[float, ...]:
        """The sound that is shown."""
        return self._peaks.get(side, ())

    def show_place(self, seconds: float | None) -> None:
        """Where the playhead is: seconds from the cut, below 0 in A; None: nowhere."""
        if seconds != self.place:
            self.place = seconds
            self.update()

    def tile_rect(self, place: int) -> QRectF:
        """Where a tile is."""
        half = self._half(place >= TILES)
        wide = half.width() / TILES
        left = half.x() + place % TILES * wide
        return QRectF(left + _BETWEEN / 2, 4, wide - _BETWEEN, self._high)

    def _half(self, second: bool) -> QRectF:
        wide = (self.width() - 2 * 16 - _GAP) / 2
        left = 16 + (wide + _GAP if second else 0)
        return QRectF(left, 0, wide, self.height())

    @property
    def _high(self) -> float:
        wide = (self.width() - 2 * 16 - _GAP) / 2 / TILES - _BETWEEN
        return max(18.0, min(wide * 9 / 16, scaled(46)))

    def sizeHint(self) -> QSize:
        """Pictures, a line of words, waves."""
        waves = scaled(34) if self.waves else 0
        return QSize(400, round(self._high) + 8 + scaled(16) + waves)

    def minimumSizeHint(self) -> QSize:
        """No width is too small."""
        return QSize(120, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow pictures are low."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a frame."""
        for place in range(2 * TILES):
            if self.tile_rect(place).contains(event.position()):
                self.pressed.emit(place)
                return

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Tiles, frames, waves, playhead."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            colours = tokens()
            for place in range(2 * TILES):
                self._paint_tile(painter, place)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(self.tile_rect(self.chosen), 3, 3)
            painter.setPen(QPen(colours.text, 2))
            painter.drawRoundedRect(self.tile_rect(TILES), 3, 3)
            loop = QRectF(
                QPointF(self._x(-self.loop), 1), QPointF(self._x(self.loop), 7 + self._high)
            )
            painter.setPen(QPen(colours.run, 2))
            painter.drawRoundedRect(loop, 5, 5)
            painter.setFont(ui_font(11))
            line = QRectF(0, loop.bottom(), self.width(), scaled(16))
            painter.drawText(line, int(Qt.AlignmentFlag.AlignCenter), self.loop_words)
            if self.waves:
                self._paint_waves(painter, line.bottom())
            if self.place is not None:
                x = self._x(self.place)
                painter.fillRect(QRectF(x - 1, 0, 2, self.height()), colours.text)

    def _paint_tile(self, painter: QPainter, place: int) -> None:
        rect, picture = self.tile_rect(place), self._tiles.get(place)
        shape = QPainterPath()
        shape.addRoundedRect(rect, 3, 3)
        if picture is None:
            painter.fillPath(shape, tokens().panel)
            return
        wanted = rect.width() / rect.height()
        wide, high = picture.width(), picture.height()
        part = QRectF(0, 0, wide, wide / wanted)
        if part.height() > high:
            part = QRectF(0, 0, high * wanted, high)
        part.moveCenter(QPointF(wide / 2, high / 2))
        painter.save()
        painter.setClipPath(shape)
        painter.drawImage(rect, picture, part)
        painter.restore()

    def _x(self, seconds: float) -> float:
        """Where a moment lies, from the cut on; each side shows one second."""
        half = self._half(seconds >= 0)
        share = min(1.0, abs(seconds))
        return (
            half.x() + half.width() * share
            if seconds >= 0
            else half.right() - (half.width() * share)
        )

    def _paint_waves(self, painter: QPainter, top: float) -> None:
        colours, high = tokens(), self.height() - top - 2
        for side in ("left", "right"):
            half = self._half(side == "right")
            box = QRectF(half.x(), top, half.width(), high)
            painter.setPen(QPen(colours.line, 1))
            painter.setBrush(colours.well)
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
            found = self._peaks.get(side, ())
            painter.setPen(QPen(colours.faint, 1.5))
            for at, peak in enumerate(found):
                x = box.x() + (at + 0.5) * box.width() / len(found)
                tall = max(1.0, peak**0.5 * (high - 6) / 2)
                painter.drawLine(
                    QPointF(x, box.center().y() - tall), QPointF(x, box.center().y() + tall)
                )
