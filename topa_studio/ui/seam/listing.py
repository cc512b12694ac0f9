"""All seams of the film below each other: a click goes to one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.film.seams import SOFT, Seam, Start
from topa_studio.ui.look.theme import mix, scaled, theme_signals, tokens, ui_font
from topa_studio.ui.seam.words import seam_words, state_word
from topa_studio.ui.widgets.parts import covering

_PICTURE = QSize(57, 40)
Picture = Callable[[str], QPixmap | None]


class SeamList(QWidget):
    """Paints only what is in sight, so that a long film costs nothing.

    Signals:
        picked: the place of a seam.
    """

    picked = Signal(int)

    def __init__(self, picture: Picture, missing: Callable[[str], str]) -> None:
        """`picture` is that of a shot; `missing` says of a shot what is not made of it, or ""."""
        super().__init__()
        self._picture, self._missing = picture, missing
        self._seams: tuple[Seam, ...] = ()
        self.current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Seams of the film"))
        theme_signals().changed.connect(self.updateGeometry)

    def show_seams(self, seams: Sequence[Seam], current: int) -> None:
        """These, with the one that is looked at."""
        self._seams, self.current = tuple(seams), current
        if seams:
            self.setAccessibleDescription(seam_words(seams[current]))
        self.updateGeometry()
        self.update()

    @property
    def _row(self) -> int:
        return max(_PICTURE.height() + 14, scaled(48))

    def row_rect(self, place: int) -> QRect:
        """Where a seam lies."""
        return QRect(0, place * self._row, self.width(), self._row)

    def sizeHint(self) -> QSize:
        """All of them."""
        return QSize(220, self._row * len(self._seams))

    def minimumSizeHint(self) -> QSize:
        """All of them."""
        return QSize(120, self._row * len(self._seams))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to a seam."""
        place = int(event.position().y()) // self._row
        if 0 <= place < len(self._seams):
            self.picked.emit(place)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows in sight."""
        with QPainter(self) as painter:
            painter.setRenderHints(
                QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
            )
            first = max(0, event.rect().top() // self._row)
            last = min(len(self._seams), event.rect().bottom() // self._row + 1)
            for place in range(first, last):
                self._paint(painter, place)

    def _paint(self, painter: QPainter, place: int) -> None:
        seam, row, colours = self._seams[place], self.row_rect(place), tokens()
        if place == self.current:
            painter.setPen(QPen(colours.accent, 1))
            painter.setBrush(mix(colours.panel, colours.accent, 0.08))
            painter.drawRoundedRect(QRectF(row).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        left = 8
        for key in (seam.before.key, seam.after.key):
            box = QRect(QPointF(left, row.y() + (row.height() - 40) / 2).toPoint(), _PICTURE)
            pixmap = self._picture(key)
            if pixmap is None or pixmap.isNull():
                painter.fillRect(box, colours.line)
            else:
                painter.drawPixmap(QRectF(box), pixmap, covering(pixmap, box.size()))
            left += _PICTURE.width() + 1
        self._paint_words(painter, seam, QRectF(row).adjusted(left + 8, 0, -6, 0))

    def _paint_words(self, painter: QPainter, seam: Seam, room: QRectF) -> None:
        colours = tokens()
        half = room.height() / 2
        painter.setFont(ui_font(13, ui_font().Weight.DemiBold))
        painter.setPen(colours.text)
        name = f"{seam.before.number} → {seam.after.number}"
        high = QRectF(room.x(), room.y() + 4, room.width(), half - 4)
        painter.drawText(high, int(Qt.AlignmentFlag.AlignVCenter), name)
        dot = QRectF(room.x(), room.y() + half + (half - 4) / 2 - 4, 8, 8)
        self._paint_dot(painter, seam, dot)
        painter.setFont(ui_font(12))
        painter.setPen(colours.dim)
        words = state_word(seam, missing=self._missing(seam.after.key))
        low = QRectF(room.x() + 14, room.y() + half, room.width() - 14, half - 4)
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, int(low.width())
        )
        painter.drawText(low, int(Qt.AlignmentFlag.AlignVCenter), shown)

    @staticmethod
    def _paint_dot(painter: QPainter, seam: Seam, dot: QRectF) -> None:
        """A disc continues, a half one is soft, a ring begins anew."""
        colours = tokens()
        if seam.start is not Start.CONTINUES:
            painter.setPen(QPen(colours.dim, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
            return
        ink = colours.warn if seam.copies >= SOFT else colours.ok
        painter.setPen(QPen(ink, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush if seam.copies >= SOFT else ink)
        painter.drawEllipse(dot.adjusted(1, 1, -1, -1))
        if seam.copies >= SOFT:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            painter.drawPie(dot.adjusted(1, 1, -1, -1), 90 * 16, 180 * 16)
