"""The round sign of the seam between two cards: the gap between them has it under the pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from topa_studio.ui.film.look import Look
from topa_studio.ui.look.icons import icon_pixmap
from topa_studio.ui.look.theme import scaled

_ROUND = 24
_SIGN = 14


def round_at(x: int, y: int) -> QRect:
    """Where a sign is whose middle is there."""
    size = scaled(_ROUND)
    return QRect(QPoint(x - size // 2, y - size // 2), QRect(0, 0, size, size).size())


def paint_sign(painter: QPainter, rect: QRect, look: Look) -> None:
    """A dark disc with two edges that meet."""
    painter.setPen(QPen(look.colours.run, 1.5))
    painter.setBrush(look.colours.raised)
    painter.drawEllipse(QRectF(rect).adjusted(1, 1, -1, -1))
    size = scaled(_SIGN)
    sign = icon_pixmap("seam", size, look.colours.text, look.ratio)
    inset = (rect.width() - size) / 2
    painter.drawPixmap(QPointF(rect.x() + inset, rect.y() + inset), sign)
