"""Words in pictures: the bundled Inter, wrapped captions and small name chips."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetricsF, QPainter

from topa_studio.base.resources import resource

FAMILY = "Inter"


@cache
def load_fonts() -> str:
    """Make the bundled fonts known once; needs a QGuiApplication. Returns the family's name."""
    for path in sorted(resource("fonts").glob("*.otf")):
        QFontDatabase.addApplicationFont(str(path))
    return FAMILY


def font(pixels: float, weight: QFont.Weight = QFont.Weight.Medium) -> QFont:
    """Inter in a size of pixels."""
    found = QFont(load_fonts())
    found.setPixelSize(max(1, round(pixels)))
    found.setWeight(weight)
    return found


def wrapped(text: str, face: QFont, width: float, most: int) -> list[str]:
    """`text` in at most `most` lines no wider than `width`; the rest is an ellipsis."""
    metrics = QFontMetricsF(face)
    lines, line = [], ""
    for word in text.split():
        longer = f"{line} {word}".strip()
        if line and metrics.horizontalAdvance(longer) > width:
            lines.append(line)
            line = word
        else:
            line = longer
    lines.append(line)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line]


def draw_caption(painter: QPainter, text: str, width: float, height: float) -> None:
    """The caption at the bottom, on a soft dark strip, two lines at most."""
    short = min(width, height)
    face = font(max(11.0, short * 0.036))
    lines = wrapped(text, face, width * 0.84, 2 if width >= height else 3)
    if not lines:
        return
    metrics = QFontMetricsF(face)
    step = metrics.height() * 1.12
    wide = max(metrics.horizontalAdvance(line) for line in lines) + short * 0.06
    tall = step * len(lines) + short * 0.028
    top = height - tall - short * 0.028
    strip = QRectF((width - wide) / 2, top, wide, tall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(22, 20, 30, 165))
    painter.drawRoundedRect(strip, short * 0.026, short * 0.026)
    painter.setFont(face)
    painter.setPen(QColor("#ffffff"))
    for number, line in enumerate(lines):
        box = QRectF(strip.left(), top + short * 0.014 + number * step, wide, step)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line)


def draw_chip(painter: QPainter, text: str, x: float, y: float, size: float, colour: str) -> None:
    """A name in a dark pill with a dot of its colour; (x, y) is its middle, size in pixels."""
    face = font(size, QFont.Weight.DemiBold)
    wide = QFontMetricsF(face).horizontalAdvance(text)
    pill = QRectF(x - wide / 2 - size * 1.05, y - size * 0.85, wide + size * 1.7, size * 1.7)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(22, 20, 30, 130))
    painter.drawRoundedRect(pill, size * 0.85, size * 0.85)
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(pill.left() + size * 0.45, y - size * 0.25, size * 0.5, size * 0.5))
    painter.setFont(face)
    painter.setPen(QColor("#ffffff"))
    box = QRectF(pill.left() + size * 1.1, pill.top(), wide + size * 0.3, pill.height())
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
