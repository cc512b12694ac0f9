"""A bubble that points at a thing: where it lies in its window, and what shape it has."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainterPath

TIP, ROUND = 9, 8


class Side(Enum):
    """On which side of a thing a bubble lies."""

    ABOVE = auto()
    BELOW = auto()
    RIGHT = auto()


@dataclass(frozen=True, slots=True)
class Pointing:
    """Where a bubble lies, its tip's margins above and below included, and where its tip is in it.

    One at the right has a margin for its tip at its left, too.
    """

    rect: QRect
    tip: QPointF
    side: Side

    def path(self) -> QPainterPath:
        """Its shape, in its own pixels."""
        shape = QPainterPath()
        shape.setFillRule(Qt.FillRule.WindingFill)
        left = TIP if self.side is Side.RIGHT else 0
        body = QRectF(left, TIP, self.rect.width() - left, self.rect.height() - 2 * TIP)
        shape.addRoundedRect(body.adjusted(0.5, 0.5, -0.5, -0.5), ROUND, ROUND)
        along, edge = QPointF(TIP, 0), QPointF(self.tip.x(), body.bottom() - 1)
        if self.side is Side.BELOW:
            edge.setY(body.top() + 1)
        elif self.side is Side.RIGHT:
            along, edge = QPointF(0, TIP), QPointF(body.left() + 1, self.tip.y())
        tip = QPainterPath(edge - along)
        tip.lineTo(self.tip)
        tip.lineTo(edge + along)
        tip.closeSubpath()
        return shape.united(tip)


def bubble_at(thing: QRect, size: QSize, room: QRect, *, lean: int, apart: int) -> Pointing:
    """A bubble within `room`, `apart` from `thing`: above it where there is room, never over it.

    Its tip is `lean` from its left side where the room's sides do not push it.
    """
    below = thing.top() - size.height() - apart < room.top()
    return _upright(thing, size, room, Side.BELOW if below else Side.ABOVE, lean, apart)


def bubble_beside(
    things: Iterable[QRect], size: QSize, room: QRect, *, lean: int, apart: int
) -> Pointing | None:
    """A bubble below the first of these that has room there or at its right; None: none has."""
    for thing in things:
        below = _upright(thing, size, room, Side.BELOW, lean, apart)
        for lies in (below, _at_right(thing, size, room, apart)):
            if room.contains(lies.rect):
                return lies
    return None


def _upright(thing: QRect, size: QSize, room: QRect, side: Side, lean: int, apart: int) -> Pointing:
    wide, high = size.width(), size.height()
    is_below = side is Side.BELOW
    top = thing.bottom() + 1 + apart if is_below else thing.top() - high - apart
    middle = thing.center().x()
    left = max(room.left(), min(middle - lean, room.right() + 1 - wide))
    tip = max(ROUND + TIP, min(middle - left, wide - ROUND - TIP))
    return Pointing(QRect(left, top, wide, high), QPointF(tip, 0.0 if is_below else high), side)


def _at_right(thing: QRect, size: QSize, room: QRect, apart: int) -> Pointing:
    high = size.height()
    middle = thing.center().y()
    top = max(room.top(), min(middle - high // 2, room.bottom() + 1 - high))
    tip = max(ROUND + 2 * TIP, min(middle - top, high - ROUND - 2 * TIP))
    rect = QRect(thing.right() + 1 + apart, top, size.width(), high)
    return Pointing(rect, QPointF(0.0, tip), Side.RIGHT)
