"""A cosy room: warm wall, wooden floor, a round window with the weather of the day in it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QRadialGradient

from topa_studio.paint.brush import capsule, ellipse, rounded, shaded


def draw_room(
    painter: QPainter, sky: tuple[str, str], sun: str, night: bool, width: float, height: float
) -> None:
    """Draw it over the whole picture; `sky` and `sun` are seen through the window."""
    short = min(height, width * 0.9)
    wall = QLinearGradient(0, 0, 0, height * 0.72)
    wall.setColorAt(0, QColor("#6f6392" if night else "#ffe7cd"))
    wall.setColorAt(1, QColor("#96809f" if night else "#ffd4b0"))
    painter.fillRect(0, 0, math.ceil(width), math.ceil(height), QBrush(wall))
    floor = shaded("#a5785f" if night else "#dfae80", height * 0.72, height)
    painter.fillRect(0, round(height * 0.72), math.ceil(width), math.ceil(height), floor)
    for number in range(1, 4):
        y = height * (0.72 + number * 0.075)
        capsule(painter, (0, y), (width, y), height * 0.003, QColor(120, 70, 40, 60))
    rounded(painter, 0, height * 0.7, width, height * 0.03, 0, QColor("#fff6ea"))
    _window(painter, sky, sun, width * 0.68, height * 0.33, short * 0.2)
    _shelf(painter, width * 0.14, height * 0.36, short)
    if night:
        glow = QRadialGradient(QPointF(width * 0.25, height * 0.4), height * 0.6)
        glow.setColorAt(0, QColor(255, 214, 130, 130))
        glow.setColorAt(1, QColor(255, 214, 130, 0))
        painter.fillRect(0, 0, math.ceil(width), math.ceil(height), QBrush(glow))
    ellipse(painter, width * 0.5, height * 0.88, width * 0.34, height * 0.085, QColor("#f2a6a0"))
    ellipse(painter, width * 0.5, height * 0.88, width * 0.29, height * 0.068, QColor("#ffd9c2"))


def _window(
    painter: QPainter, sky: tuple[str, str], sun: str, x: float, y: float, r: float
) -> None:
    ellipse(painter, x, y, r * 1.13, r * 1.13, QColor("#fffaf2"))
    view = QLinearGradient(0, y - r, 0, y + r)
    view.setColorAt(0, QColor(sky[0]))
    view.setColorAt(1, QColor(sky[1]))
    ellipse(painter, x, y, r, r, QBrush(view))
    ellipse(painter, x + r * 0.35, y - r * 0.3, r * 0.24, r * 0.24, QColor(sun))
    for step in ((-1, 0), (0, -1)):
        start, end = (x + step[0] * r, y + step[1] * r), (x - step[0] * r, y - step[1] * r)
        capsule(painter, start, end, r * 0.07, QColor("#fffaf2"))
    rounded(painter, x - r * 1.3, y + r * 1.08, r * 2.6, r * 0.16, r * 0.06, QColor("#fffaf2"))


def _shelf(painter: QPainter, x: float, y: float, height: float) -> None:
    rounded(
        painter,
        x - height * 0.13,
        y,
        height * 0.36,
        height * 0.022,
        height * 0.01,
        QColor("#b98150"),
    )
    for number, colour in enumerate(("#ea8a72", "#7fb8a4", "#f2c062", "#8fa6dd")):
        left, tall = (
            x - height * 0.1 + number * height * 0.04,
            height * (0.1 + 0.015 * (number % 3)),
        )
        rounded(painter, left, y - tall, height * 0.034, tall, height * 0.006, QColor(colour))
    ellipse(
        painter,
        x + height * 0.15,
        y - height * 0.035,
        height * 0.04,
        height * 0.037,
        QColor("#f7a6c0"),
    )
