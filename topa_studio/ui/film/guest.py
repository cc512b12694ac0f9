"""What comes from elsewhere and is held over a card: a ring, and what would become of it."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from topa_studio.ui.film.look import RADIUS, Look

_EDGE, _PAD, _DOT = 6, 7, 8


@dataclass(frozen=True, slots=True)
class Guest:
    """The card it is held over by its key, its colour, and what letting it go there means."""

    key: str
    colour: QColor
    words: str


def paint_guest(painter: QPainter, card: QRect, picture: QRect, guest: Guest, look: Look) -> None:
    """The ring around the card, and the words in the lower left corner of its picture."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(guest.colour, 3))
    painter.drawRoundedRect(QRectF(card).adjusted(-2.5, -2.5, 2.5, 2.5), RADIUS + 2, RADIUS + 2)
    room = picture.width() - 2 * _EDGE - 2 * _PAD - _DOT - 5
    words = look.badge_metrics.elidedText(guest.words, Qt.TextElideMode.ElideRight, room)
    wide = look.badge_metrics.horizontalAdvance(words) + 2 * _PAD + _DOT + 5
    high = look.badge_metrics.height() + 7
    chip = QRectF(picture.x() + _EDGE, picture.bottom() + 1 - _EDGE - high, wide, high)
    look.paint_chip(painter, chip)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(guest.colour)
    painter.drawEllipse(QPointF(chip.x() + _PAD + _DOT / 2, chip.center().y()), _DOT / 2, _DOT / 2)
    painter.setFont(look.badge)
    painter.setPen(look.colours.text)
    box = chip.adjusted(_PAD + _DOT + 5, 0, 0, 0)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
