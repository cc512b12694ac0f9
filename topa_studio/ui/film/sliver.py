"""What a card says that is too narrow for words: the shape of its state, its number if it fits."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from topa_studio.ui.film.badge import Badge, paint_shape
from topa_studio.ui.film.look import Look
from topa_studio.ui.look.theme import scaled

_SLIVER = 60
_EDGE = 2


def is_sliver(card: QRect) -> bool:
    """Whether a card is so narrow that it has neither words nor buttons."""
    return card.width() < scaled(_SLIVER)


def paint_sliver(
    painter: QPainter, picture: QRect, foot: QRect, number: str, badge: Badge | None, look: Look
) -> None:
    """Paint it over the picture and into the foot."""
    mark = max(7, look.badge_metrics.height() // 2)
    side = min(mark + 6, picture.width() - 2 * _EDGE)
    if badge is not None and side > 3:
        chip = QRectF(picture.center().x() - side / 2 + 0.5, picture.y() + 6, side, side)
        look.paint_chip(painter, chip)
        size = min(mark, side - 2)
        box = QRectF(0, 0, size, size)
        box.moveCenter(chip.center())
        paint_shape(painter, box, badge.shape, badge.colour)
    if look.number_metrics.horizontalAdvance(number) <= foot.width() - 2 * _EDGE:
        painter.setFont(look.number)
        painter.setPen(look.colours.text)
        line = QRect(foot.x(), foot.y() + 8, foot.width(), look.number_metrics.height())
        painter.drawText(line, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, number)
