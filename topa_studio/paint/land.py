"""Where a picture plays: sky, hills, water, houses and rooms, drawn once for a whole clip."""

from __future__ import annotations

import math
import random

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QRadialGradient

from topa_studio.paint.brush import (
    capsule,
    curve,
    darker,
    ellipse,
    lighter,
    mixed,
    rounded,
)
from topa_studio.paint.indoors import draw_room
from topa_studio.paint.landmarks import fir, house, oak, pond
from topa_studio.paint.setting import Palette, Setting, palette_of


def draw_land(painter: QPainter, setting: Setting, width: float, height: float, seed: int) -> None:
    """Everything that does not move."""
    dice = random.Random(seed)
    palette = palette_of(setting)
    if setting.indoors:
        draw_room(painter, palette.sky, palette.sun, setting.time == "night", width, height)
        return
    _sky(painter, setting, palette, width, height, dice)
    _hills(painter, setting, palette, width, height, dice)
    if "pond" in setting.places:
        pond(painter, palette, width, height)
    if "forest" in setting.places:
        for number in range(9):
            x = width * (number + dice.uniform(0.1, 0.9)) / 9
            fir(
                painter,
                x,
                height * dice.uniform(0.62, 0.68),
                height * dice.uniform(0.2, 0.32),
                palette,
            )
    if "tree" in setting.places:
        oak(painter, width * 0.16, height * 0.8, height * 0.62, palette)
    if "house" in setting.places:
        house(painter, width * 0.83, height * 0.78, height * 0.44, setting.time == "night")
    _front(painter, setting, palette, width, height, dice)


def cloud(painter: QPainter, palette: Palette, size: float) -> None:
    """One cloud around the origin, `size` wide."""
    for x, y, r in ((-0.3, 0, 0.14), (-0.1, -0.06, 0.2), (0.12, -0.03, 0.17), (0.31, 0.01, 0.12)):
        ellipse(painter, x * size, y * size, r * size, r * size * 0.82, QColor(palette.cloud[0]))
    rounded(
        painter,
        -0.44 * size,
        -0.01 * size,
        0.88 * size,
        0.13 * size,
        0.065 * size,
        QColor(palette.cloud[0]),
    )


def _sky(
    painter: QPainter,
    setting: Setting,
    palette: Palette,
    width: float,
    height: float,
    dice: random.Random,
) -> None:
    gradient = QLinearGradient(0, 0, 0, height * 0.75)
    gradient.setColorAt(0, QColor(palette.sky[0]))
    gradient.setColorAt(1, QColor(palette.sky[1]))
    painter.fillRect(0, 0, math.ceil(width), math.ceil(height), QBrush(gradient))
    if setting.time == "night":
        for _ in range(60):
            x, y = dice.uniform(0, width), dice.uniform(0, height * 0.5)
            r = dice.uniform(0.0012, 0.0035) * height
            ellipse(painter, x, y, r, r, QColor(255, 250, 225, dice.randint(120, 240)))
    if setting.weather == "rain":
        return
    x, y, r = width * palette.sun_at[0], height * palette.sun_at[1], min(width * 0.8, height) * 0.1
    glow = QRadialGradient(QPointF(x, y), r * 2.6)
    sun = QColor(palette.sun)
    glow.setColorAt(0, QColor(sun.red(), sun.green(), sun.blue(), 150))
    glow.setColorAt(1, QColor(sun.red(), sun.green(), sun.blue(), 0))
    ellipse(painter, x, y, r * 2.6, r * 2.6, QBrush(glow))
    ellipse(painter, x, y, r, r, lighter(palette.sun, 0.1))
    if setting.time == "night":
        for dx, dy, size in ((-0.3, -0.2, 0.2), (0.25, 0.15, 0.26), (-0.1, 0.45, 0.13)):
            ellipse(painter, x + dx * r, y + dy * r, size * r, size * r, QColor(240, 222, 170, 120))


def _hills(
    painter: QPainter,
    setting: Setting,
    palette: Palette,
    width: float,
    height: float,
    dice: random.Random,
) -> None:
    tall = 0.16 if "hill" in setting.places else 0.0
    if "sea" in setting.places:
        water = QLinearGradient(0, height * 0.52, 0, height * 0.8)
        water.setColorAt(0, mixed("#6fc3dd", palette.sky[1], 0.45))
        water.setColorAt(1, mixed("#3f98c4", palette.sky[0], 0.3))
        painter.fillRect(
            0, round(height * 0.54), math.ceil(width), math.ceil(height), QBrush(water)
        )
        _hill(painter, "#f3dcae", width, height, (0.86, 0.8, 0.79, 0.83))
        return
    a = dice.uniform(-0.03, 0.03)
    _hill(painter, palette.hills[0], width, height, (0.6 + a, 0.46, 0.62, 0.5 - a))
    _hill(painter, palette.hills[1], width, height, (0.56 - a, 0.64, 0.7 - tall * 2.4, 0.58 + a))
    if tall:
        turns = ((0.55, 0.73), (0.72, 0.68), (0.63, 0.61), (0.54, 0.54), (0.63, 0.49))
        path = [(width * x, height * y) for x, y in turns]
        curve(painter, path, height * 0.013, mixed(palette.hills[1], "#f3dcae", 0.5))


def _hill(
    painter: QPainter,
    colour: str,
    width: float,
    height: float,
    ys: tuple[float, float, float, float],
) -> None:
    path = QPainterPath(QPointF(0, height))
    path.lineTo(0, ys[0] * height)
    path.cubicTo(
        QPointF(width * 0.3, ys[1] * height),
        QPointF(width * 0.6, ys[2] * height),
        QPointF(width, ys[3] * height),
    )
    path.lineTo(width, height)
    path.closeSubpath()
    gradient = QLinearGradient(0, min(ys) * height, 0, height)
    gradient.setColorAt(0, lighter(colour, 0.14))
    gradient.setColorAt(1, darker(colour, 0.08))
    painter.fillPath(path, QBrush(gradient))


def _front(
    painter: QPainter,
    setting: Setting,
    palette: Palette,
    width: float,
    height: float,
    dice: random.Random,
) -> None:
    colour = "#f6e3b8" if "sea" in setting.places else palette.hills[2]
    _hill(painter, colour, width, height, (0.78, 0.7, 0.82, 0.74))
    if "sea" in setting.places:
        return
    for _ in range(46):
        x, y = dice.uniform(0, width), height * dice.uniform(0.82, 0.98)
        blade = height * dice.uniform(0.012, 0.026)
        capsule(
            painter,
            (x, y),
            (x + dice.uniform(-0.4, 0.4) * blade, y - blade),
            height * 0.004,
            lighter(colour, 0.16),
        )
    if setting.weather == "snow" or setting.time == "night":
        return
    for _ in range(13):
        x, y, r = dice.uniform(0, width), height * dice.uniform(0.83, 0.97), height * 0.0065
        petals = QColor(dice.choice(("#ffffff", "#fff0f4", "#ffe9a8")))
        for number in range(5):
            angle = number * math.tau / 5
            ellipse(
                painter,
                x + math.cos(angle) * r,
                y + math.sin(angle) * r,
                r * 0.75,
                r * 0.75,
                petals,
            )
        ellipse(painter, x, y, r * 0.6, r * 0.6, QColor("#ffc54d"))
