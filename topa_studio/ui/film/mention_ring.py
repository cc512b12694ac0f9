"""What is seen of a card while an element is held over it: a ring in its colour, and words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.look import RADIUS, Look

_PAD = 8


@dataclass(frozen=True, slots=True)
class Mention:
    """An element over the card of a shot.

    Attributes:
        key: the shot's.
        words: what letting it go does, or why it does nothing.
        colour: the element's.
        can: whether letting it go does something.
    """

    key: str
    words: str
    colour: QColor
    can: bool = True

    def paint(self, painter: QPainter, card: QRect, look: Look) -> None:
        """Paint it on the card, over all else."""
        paint_mention(painter, card, self, look)


def words_rect(card: QRect, words: str, look: Look) -> QRect:
    """Where the words stand: in the middle of the picture, as wide as they may be."""
    picture, metrics = picture_rect(card, look), look.badge_metrics
    wide = min(metrics.horizontalAdvance(words) + 2 * _PAD, card.width() - 8)
    high = metrics.height() + 8
    centre = picture.center()
    return QRect(centre.x() - wide // 2, centre.y() - high // 2, wide, high)


def paint_mention(painter: QPainter, card: QRect, mention: Mention, look: Look) -> None:
    """The ring and the words; dashed and dim where nothing would come of it."""
    style = Qt.PenStyle.SolidLine if mention.can else Qt.PenStyle.DashLine
    painter.save()
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(mention.colour if mention.can else look.colours.dim, 3, style))
    painter.drawRoundedRect(QRectF(card).adjusted(-1.5, -1.5, 1.5, 1.5), RADIUS + 1, RADIUS + 1)
    box = words_rect(card, mention.words, look)
    look.paint_chip(painter, QRectF(box))
    painter.setFont(look.badge)
    painter.setPen(look.colours.text if mention.can else look.colours.dim)
    shown = look.badge_metrics.elidedText(
        mention.words, Qt.TextElideMode.ElideRight, box.width() - _PAD
    )
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
    painter.restore()
