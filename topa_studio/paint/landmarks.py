"""What stands in a land: pond, fir, oak, house."""

from __future__ import annotations

from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter

from topa_studio.paint.brush import (
    capsule,
    darker,
    ellipse,
    mixed,
    rounded,
    shaded,
    shape,
    soft_ellipse,
)
from topa_studio.paint.setting import Palette


def pond(painter: QPainter, palette: Palette, width: float, height: float) -> None:
    """A round pond with lily pads and reeds, across the middle."""
    x, y, rx, ry = width * 0.5, height * 0.72, width * 0.36, height * 0.075
    ellipse(painter, x, y + ry * 0.1, rx * 1.03, ry * 1.12, darker(palette.hills[1], 0.12))
    water = QLinearGradient(0, y - ry, 0, y + ry)
    water.setColorAt(0, mixed("#7fd8d6", palette.sky[1], 0.35))
    water.setColorAt(1, mixed("#46b3bd", palette.sky[0], 0.2))
    ellipse(painter, x, y, rx, ry, QBrush(water))
    for dx, dy in ((-0.6, 0.1), (-0.35, -0.4), (0.42, -0.3), (0.68, 0.15)):
        ellipse(
            painter, x + dx * rx, y + dy * ry, height * 0.035, height * 0.011, QColor("#5fae6b")
        )
    for dx in (-0.92, -0.87, 0.9):
        capsule(
            painter,
            (x + dx * rx, y),
            (x + dx * rx, y - height * 0.12),
            height * 0.006,
            QColor("#5d9a58"),
        )
        ellipse(
            painter,
            x + dx * rx,
            y - height * 0.125,
            height * 0.008,
            height * 0.025,
            QColor("#8a6246"),
        )


def fir(painter: QPainter, x: float, y: float, size: float, palette: Palette) -> None:
    """One fir; its foot stands at (x, y), `size` is its height in pixels."""
    capsule(painter, (x, y), (x, y - size * 0.3), size * 0.08, QColor("#7a5a48"))
    for number in range(3):
        low = y - size * (0.16 + number * 0.25)
        half = size * (0.32 - number * 0.075)
        colour = mixed(palette.hills[2], "#1f5a4a", 0.25 - number * 0.08).name()
        shape(
            painter,
            [(x - half, low), (x, low - size * 0.42), (x + half, low)],
            shaded(colour, low - size * 0.42, low),
        )


def oak(painter: QPainter, x: float, y: float, size: float, palette: Palette) -> None:
    """A big old oak; its foot stands at (x, y), `size` is its height in pixels."""
    trunk = [
        (x - size * 0.11, y),
        (x - size * 0.055, y - size * 0.45),
        (x + size * 0.055, y - size * 0.45),
        (x + size * 0.12, y),
    ]
    shape(painter, trunk, shaded("#94704f", y - size * 0.5, y))
    leaf = mixed(palette.hills[2], "#3b8a4e", 0.35).name()
    for dx, dy, r in (
        (-0.24, -0.55, 0.2),
        (0.24, -0.55, 0.2),
        (0, -0.5, 0.22),
        (-0.13, -0.74, 0.21),
        (0.14, -0.74, 0.2),
        (0, -0.66, 0.22),
    ):
        soft_ellipse(painter, x + dx * size, y + dy * size, r * size, r * size * 0.9, leaf)


def house(painter: QPainter, x: float, y: float, size: float, night: bool) -> None:
    """A tiny stone house with a round door; its foot stands at (x, y), `size` pixels high."""
    white, glass = QColor("#fffaf0"), QColor("#ffd97a" if night else "#bfe4f7")
    painter.save()
    painter.translate(x, y)
    painter.scale(size, size)
    ellipse(painter, 0, 0, 0.52, 0.06, QColor(30, 50, 40, 60))
    rounded(painter, -0.36, -0.5, 0.72, 0.5, 0.06, shaded("#eadbc4", -0.5, 0))
    roof = [(-0.46, -0.44), (0, -0.92), (0.46, -0.44)]
    shape(painter, roof, shaded("#7f9a62", -0.92, -0.44))
    rounded(painter, -0.27, -0.34, 0.24, 0.34, 0.12, shaded("#5f9bd8", -0.34, 0))
    ellipse(painter, -0.08, -0.15, 0.016, 0.016, QColor("#ffd062"))
    ellipse(painter, 0.17, -0.25, 0.12, 0.12, white)
    ellipse(painter, 0.17, -0.25, 0.09, 0.09, glass)
    capsule(painter, (0.17, -0.34), (0.17, -0.16), 0.018, white)
    capsule(painter, (0.08, -0.25), (0.26, -0.25), 0.018, white)
    rounded(painter, -0.33, -0.03, 0.36, 0.05, 0.02, QColor("#a9825c"))
    painter.restore()
