"""Paints a scene's heading and frame; its offer is the small button that makes what is missing."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from topa_studio.ui.film.look import Look

_RADIUS = 11.0
_SPACE = 9
_BROKEN = Qt.PenStyle.DashLine
_WRAPPED = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Heading:
    """The words over a scene; `offer` is "" where nothing is missing, `hint` where it has shots."""

    number: str
    title: str
    seconds: str
    offer: str = ""
    offer_hovered: bool = False
    selected: bool = False
    focused: bool = False
    hint: str = ""
    hint_hovered: bool = False


def offer_rect(head: QRect, heading: Heading, look: Look) -> QRect:
    """Where the small button lies: at the right end, empty where it has no room."""
    metrics = look.badge_metrics
    width = metrics.horizontalAdvance(heading.offer) + 18
    height = metrics.height() + 7
    needed = width + look.heading_metrics.horizontalAdvance(f"{heading.number}  Mmmm") + 2 * _SPACE
    if not heading.offer or needed > head.width():
        return QRect()
    top = head.y() + (head.height() - height) // 2
    return QRect(head.right() - width + 1, top, width, height)


def paint_heading(painter: QPainter, head: QRect, heading: Heading, look: Look) -> None:
    """Number, title, seconds and the offer in one line."""
    offer = offer_rect(head, heading, look)
    end = offer.left() - _SPACE if offer.isValid() else head.right()
    base = head.y() + (head.height() + look.heading_metrics.ascent()) // 2 - 1
    painter.setFont(look.heading)
    painter.setPen(look.colours.dim)
    painter.drawText(head.x(), base, heading.number)
    left = head.x() + look.heading_metrics.horizontalAdvance(heading.number) + _SPACE
    length = look.meta_metrics.horizontalAdvance(heading.seconds)
    title = look.heading_metrics.elidedText(
        heading.title, Qt.TextElideMode.ElideRight, max(0, end - left - length - _SPACE)
    )
    painter.setPen(look.colours.text)
    painter.drawText(left, base, title)
    left += look.heading_metrics.horizontalAdvance(title) + (_SPACE if title else 0)
    painter.setFont(look.meta)
    painter.setPen(look.colours.dim)
    if left + length <= end:
        painter.drawText(left, base, heading.seconds)
    if offer.isValid():
        _offer(painter, offer, heading, look)


def title_rect(head: QRect, heading: Heading, look: Look) -> QRect:
    """Where the title stands, as far as the seconds or the button."""
    offer = offer_rect(head, heading, look)
    left = head.x() + look.heading_metrics.horizontalAdvance(heading.number) + _SPACE
    end = offer.left() - _SPACE if offer.isValid() else head.right()
    length = look.heading_metrics.horizontalAdvance(heading.title or "Mmmm Mmmm") + 16
    return QRect(left - 5, head.y(), max(1, min(length, end - left)), head.height())


def _offer(painter: QPainter, rect: QRect, heading: Heading, look: Look) -> None:
    hovered = heading.offer_hovered
    painter.setBrush(look.colours.accent if hovered else look.colours.raised)
    painter.setPen(QPen(look.colours.accent if hovered else look.colours.line, 1))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setFont(look.badge)
    painter.setPen(look.colours.on_accent if hovered else look.colours.dim)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, heading.offer)


def paint_frame(painter: QPainter, frame: QRect, heading: Heading, look: Look) -> None:
    """The rounded frame that holds a scene's cards."""
    painter.setBrush(look.colours.panel)
    colour = look.colours.accent if heading.selected else look.colours.line
    painter.setPen(QPen(colour, 2 if heading.selected else 1))
    painter.drawRoundedRect(QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
    if heading.focused:
        paint_focus(painter, frame.adjusted(1, 1, -1, -1), look)


def paint_empty_card(painter: QPainter, rect: QRect, heading: Heading, look: Look) -> None:
    """The card of a scene without shots: a plus over its words, framed by a broken line."""
    colour = look.colours.accent if heading.hint_hovered else look.colours.dim
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour if heading.hint_hovered else look.colours.line, 1.5, _BROKEN))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.setPen(colour)
    painter.setFont(look.meta)
    words = look.meta_metrics.boundingRect(rect.adjusted(8, 0, -8, 0), int(_WRAPPED), heading.hint)
    arm = look.meta_metrics.height() // 2
    middle = QPointF(rect.center().x(), rect.center().y() - words.height() / 2 - 4)
    painter.drawText(words.translated(0, arm), int(_WRAPPED), heading.hint)
    painter.setPen(QPen(colour, 2))
    painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
    painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))


def paint_focus(painter: QPainter, rect: QRect, look: Look) -> None:
    """What the keyboard is at."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colours.run, 2))
    painter.drawRoundedRect(QRectF(rect).adjusted(2, 2, -2, -2), _RADIUS, _RADIUS)


def paint_caret(painter: QPainter, x: int, top: int, height: int, look: Look) -> None:
    """The mark where a drop would land: a bar with a knob on each end."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.accent)
    painter.drawRoundedRect(QRectF(x - 1.5, top, 3, height), 1.5, 1.5)
    for y in (top, top + height):
        painter.drawEllipse(QPointF(x, y), 4.5, 4.5)


def paint_caret_across(painter: QPainter, y: int, left: int, width: int, look: Look) -> None:
    """The same between rows: the bar lies, with a knob on each end."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.accent)
    painter.drawRoundedRect(QRectF(left, y - 1.5, width, 3), 1.5, 1.5)
    for x in (left, left + width):
        painter.drawEllipse(QPointF(x, y), 4.5, 4.5)


def paint_playhead(painter: QPainter, x: int, top: int, height: int, look: Look) -> None:
    """The playhead: a thin line with a small head."""
    painter.setPen(QPen(look.colours.text, 1))
    painter.drawLine(QPointF(x + 0.5, top), QPointF(x + 0.5, top + height))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.text)
    painter.drawPolygon(
        [QPointF(x - 4.5, top - 5), QPointF(x + 5.5, top - 5), QPointF(x + 0.5, top + 2)]
    )
