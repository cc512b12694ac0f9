"""Small strokes every drawing shares: soft ellipses, capsules, lighter and darker colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QPen

INK = "#2b2430"


def lighter(colour: str, share: float) -> QColor:
    """`colour` mixed with white; share 0..1."""
    return mixed(colour, "#ffffff", share)


def darker(colour: str, share: float) -> QColor:
    """`colour` mixed with a warm dark; share 0..1."""
    return mixed(colour, "#3a2140", share)


def mixed(colour: str, other: str, share: float) -> QColor:
    """`share` of `other` in `colour`."""
    one, two = QColor(colour), QColor(other)
    return QColor.fromRgbF(
        one.redF() + (two.redF() - one.redF()) * share,
        one.greenF() + (two.greenF() - one.greenF()) * share,
        one.blueF() + (two.blueF() - one.blueF()) * share,
    )


def shaded(colour: str, top: float, bottom: float) -> QBrush:
    """A soft light from above for a part that reaches from `top` to `bottom`."""
    gradient = QLinearGradient(0, top, 0, bottom)
    gradient.setColorAt(0.0, lighter(colour, 0.22))
    gradient.setColorAt(0.55, QColor(colour))
    gradient.setColorAt(1.0, darker(colour, 0.14))
    return QBrush(gradient)


def ellipse(
    painter: QPainter, x: float, y: float, rx: float, ry: float, fill: QBrush | QColor
) -> None:
    """An ellipse around (x, y) with a colour or brush and no edge."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(QRectF(x - rx, y - ry, rx * 2, ry * 2))


def soft_ellipse(painter: QPainter, x: float, y: float, rx: float, ry: float, colour: str) -> None:
    """A creature's part: an ellipse with light from above."""
    ellipse(painter, x, y, rx, ry, shaded(colour, y - ry, y + ry))


def capsule(
    painter: QPainter,
    start: tuple[float, float],
    end: tuple[float, float],
    width: float,
    fill: QColor,
) -> None:
    """A thick line with round ends: an arm, a stem, a tail."""
    pen = QPen(fill, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.drawLine(QPointF(*start), QPointF(*end))
    painter.setPen(Qt.PenStyle.NoPen)


def curve(painter: QPainter, points: list[tuple[float, float]], width: float, fill: QColor) -> None:
    """A thin smooth line through a start, one control point and an end, over and over."""
    path = QPainterPath(QPointF(*points[0]))
    for control, end in zip(points[1::2], points[2::2], strict=False):
        path.quadTo(QPointF(*control), QPointF(*end))
    pen = QPen(fill, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)


def shape(painter: QPainter, points: list[tuple[float, float]], fill: QBrush | QColor) -> None:
    """A filled shape with straight edges."""
    path = QPainterPath(QPointF(*points[0]))
    for point in points[1:]:
        path.lineTo(QPointF(*point))
    path.closeSubpath()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.fillPath(path, fill)


def rounded(
    painter: QPainter, x: float, y: float, w: float, h: float, radius: float, fill: QBrush | QColor
) -> None:
    """A rectangle with round corners; (x, y) is its upper left corner."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(QRectF(x, y, w, h), radius, radius)
