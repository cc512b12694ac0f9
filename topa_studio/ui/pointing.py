"""A bubble that points at a thing: where it lies in its window, and what shape it has."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath

TIP, ROUND = 9, 8


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where a bubble lies, its tip's margins above and below included, and where its tip is in it.

    Attributes:
        below: it lies below the thing, as there was no room above it.
    """

    rect: QRect
    tip: QPointF
    below: bool

    def path(self) -> QPainterPath:
        """Its shape, in its own pixels."""
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        body = QRectF(0, TIP, self.rect.width(), self.rect.height() - 2 * TIP)
        shape.addRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        edge = body.top() + 1 if self.below else body.bottom() - 1
        tip = QPainterPath(QPointF(self.tip.x() - TIP, edge))
        tip.lineTo(self.tip)
        tip.lineTo(self.tip.x() + TIP, edge)
        tip.closeSubpath()
        return shape.united(tip)


def bubble_at(thing: QRect, size: QSize, room: QRect, *, lean: int, apart: int) -> Pointing:
    """A bubble within `room`, `apart` from `thing`: above it where there is room, never over it.

    Its tip is `lean` from its left side where the room's sides do not push it.
    """
    wide, high = size.width(), size.height()
    below = thing.top() - high - apart < room.top()
    top = thing.bottom() + 1 + apart if below else thing.top() - high - apart
    middle = thing.center().x()
    left = max(room.left(), min(middle - lean, room.right() + 1 - wide))
    tip = max(ROUND + TIP, min(middle - left, wide - ROUND - TIP))
    return Pointing(QRect(left, top, wide, high), QPointF(tip, 0.0 if below else high), below)
