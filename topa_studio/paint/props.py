"""Things: each drawn as itself where its word is known, else as a wrapped bundle.

Drawn in a space of its own, standing on (0, 0) and about half a unit high.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QPainter, QRadialGradient

from topa_studio.paint.brush import (
    INK,
    capsule,
    curve,
    darker,
    ellipse,
    lighter,
    rounded,
    shaded,
    shape,
    soft_ellipse,
)
from topa_studio.paint.look import Look

FLYING = frozenset({"kite", "seed", "balloon", "star"})
"""Props that are in the air rather than on the ground."""


def draw_prop(painter: QPainter, look: Look, sway: float) -> None:
    """Draw `look`; `sway` -1..1 moves what hangs loose."""
    _DRAWINGS.get(look.noun, _bundle)(painter, look, sway)


def _kite(painter: QPainter, look: Look, sway: float) -> None:
    waves = [(0.05 * (-1) ** n * (1 + sway), -0.02 + n * 0.05) for n in range(1, 9)]
    points = [(0.0, -0.02), *waves]
    curve(painter, points, 0.016, darker(look.body, 0.05))
    for y in (0.12, 0.26, 0.38):
        for side in (-1, 1):
            x = 0.03 * sway
            shape(
                painter,
                [(x, y), (x + side * 0.055, y - 0.03), (x + side * 0.055, y + 0.03)],
                lighter(look.body, 0.25),
            )
    top, left, right, low = (0, -0.56), (-0.2, -0.34), (0.2, -0.34), (0, 0)
    shape(painter, [top, right, low, left], shaded(look.body, -0.56, 0))
    shape(painter, [top, right, (0, -0.34)], lighter(look.body, 0.25))
    shape(painter, [left, (0, -0.34), low], darker(look.body, 0.1))
    ellipse(painter, 0, -0.33, 0.085, 0.085, QColor("#ffd864"))
    for side in (-1, 1):
        ellipse(painter, side * 0.03, -0.345, 0.011, 0.014, QColor(INK))
    curve(painter, [(-0.03, -0.31), (0, -0.28), (0.03, -0.31)], 0.01, QColor(INK))


def _seed(painter: QPainter, look: Look, sway: float) -> None:
    glow = QRadialGradient(QPointF(0, -0.34), 0.34)
    glow.setColorAt(0, QColor(255, 226, 130, 150))
    glow.setColorAt(1, QColor(255, 226, 130, 0))
    ellipse(painter, 0, -0.34, 0.34, 0.34, QBrush(glow))
    curve(
        painter, [(0, -0.34), (0.03 * sway, -0.15), (0.05 * sway, -0.03)], 0.014, QColor("#e9d9b8")
    )
    ellipse(painter, 0.05 * sway, -0.02, 0.02, 0.035, QColor("#c99f6a"))
    for number in range(13):
        angle = math.radians(-168 + number * 13)
        end = (math.cos(angle) * 0.2, -0.34 + math.sin(angle) * 0.2)
        capsule(painter, (0, -0.34), end, 0.011, QColor(255, 255, 255, 230))
        ellipse(painter, *end, 0.026, 0.026, QColor(255, 255, 255, 235))


def _box(painter: QPainter, look: Look, sway: float) -> None:
    ribbon = look.accent
    rounded(painter, -0.24, -0.38, 0.48, 0.38, 0.03, shaded(look.body, -0.38, 0))
    rounded(painter, -0.055, -0.38, 0.11, 0.38, 0.0, shaded(ribbon, -0.38, 0))
    rounded(
        painter, -0.265, -0.45, 0.53, 0.1, 0.03, shaded(lighter(look.body, 0.2).name(), -0.45, -0.3)
    )
    rounded(painter, -0.055, -0.45, 0.11, 0.1, 0.0, lighter(ribbon, 0.15))
    for side in (-1, 1):
        painter.save()
        painter.translate(side * 0.02, -0.46)
        painter.rotate(side * (28 + sway * 4))
        soft_ellipse(painter, side * 0.085, -0.035, 0.095, 0.052, ribbon)
        painter.restore()
    ellipse(painter, 0, -0.47, 0.038, 0.034, darker(ribbon, 0.12))


def _boat(painter: QPainter, look: Look, sway: float) -> None:
    capsule(painter, (0, -0.1), (0, -0.6), 0.025, QColor("#8a6246"))
    shape(painter, [(0.03, -0.58), (0.28, -0.2), (0.03, -0.2)], QColor("#fff7ec"))
    shape(painter, [(-0.03, -0.5), (-0.2, -0.2), (-0.03, -0.2)], lighter(look.accent, 0.3))
    shape(
        painter, [(-0.32, -0.16), (0.32, -0.16), (0.22, 0), (-0.22, 0)], shaded(look.body, -0.16, 0)
    )


def _lantern(painter: QPainter, look: Look, sway: float) -> None:
    glow = QRadialGradient(QPointF(0, -0.24), 0.45)
    glow.setColorAt(0, QColor(255, 214, 110, 190))
    glow.setColorAt(1, QColor(255, 214, 110, 0))
    ellipse(painter, 0, -0.24, 0.45, 0.45, QBrush(glow))
    rounded(painter, -0.12, -0.38, 0.24, 0.32, 0.06, QColor("#fff0bd"))
    ellipse(painter, 0, -0.2, 0.04, 0.075, QColor("#ff9f43"))
    for x in (-0.12, 0.12):
        capsule(painter, (x, -0.36), (x, -0.08), 0.025, QColor("#6b5148"))
    rounded(painter, -0.16, -0.07, 0.32, 0.07, 0.03, QColor("#6b5148"))
    shape(painter, [(-0.17, -0.37), (0.17, -0.37), (0, -0.5)], QColor("#6b5148"))
    curve(painter, [(-0.06, -0.5), (0, -0.62), (0.06, -0.5)], 0.02, QColor("#6b5148"))


def _balloon(painter: QPainter, look: Look, sway: float) -> None:
    curve(painter, [(0, -0.12), (0.08 * sway, 0.06), (0, 0.22)], 0.01, QColor("#ffffff"))
    shape(painter, [(-0.03, -0.1), (0.03, -0.1), (0, -0.15)], darker(look.body, 0.15))
    soft_ellipse(painter, 0, -0.37, 0.2, 0.24, look.body)
    ellipse(painter, -0.075, -0.46, 0.04, 0.065, QColor(255, 255, 255, 120))


def _ball(painter: QPainter, look: Look, sway: float) -> None:
    soft_ellipse(painter, 0, -0.2, 0.2, 0.2, look.body)
    curve(painter, [(-0.19, -0.23), (0, -0.1), (0.19, -0.23)], 0.05, QColor(255, 255, 255, 200))
    ellipse(painter, -0.07, -0.29, 0.05, 0.035, QColor(255, 255, 255, 130))


def _basket(painter: QPainter, look: Look, sway: float) -> None:
    curve(painter, [(-0.2, -0.24), (0, -0.68), (0.2, -0.24)], 0.03, darker(look.body, 0.15))
    for x, colour in ((-0.1, "#ea5a52"), (0.02, "#ffd062"), (0.12, "#74bf74")):
        soft_ellipse(painter, x, -0.27, 0.075, 0.075, colour)
    shape(
        painter, [(-0.24, -0.26), (0.24, -0.26), (0.18, 0), (-0.18, 0)], shaded(look.body, -0.26, 0)
    )
    for y in (-0.19, -0.11, -0.04):
        curve(painter, [(-0.2, y), (0, y + 0.025), (0.2, y)], 0.014, darker(look.body, 0.22))


def _umbrella(painter: QPainter, look: Look, sway: float) -> None:
    capsule(painter, (0, -0.55), (0, -0.04), 0.02, QColor("#7a5a48"))
    curve(painter, [(0, -0.04), (0.04, 0.03), (0.08, -0.03)], 0.02, QColor("#7a5a48"))
    dome = [(-0.32, -0.36)]
    dome += [
        (math.cos(a) * 0.32, -0.36 - math.sin(a) * 0.28)
        for a in (math.pi - n * math.pi / 24 for n in range(25))
    ]
    shape(painter, dome, shaded(look.body, -0.66, -0.34))
    for x in (-0.213, 0.0, 0.213):
        ellipse(painter, x, -0.35, 0.107, 0.032, lighter(look.body, 0.3))


def _cake(painter: QPainter, look: Look, sway: float) -> None:
    rounded(painter, -0.26, -0.2, 0.52, 0.2, 0.04, shaded(look.body, -0.2, 0))
    rounded(painter, -0.18, -0.36, 0.36, 0.18, 0.04, shaded(look.accent, -0.36, -0.18))
    for x in (-0.2, -0.1, 0.0, 0.1, 0.2):
        ellipse(painter, x, -0.19, 0.055, 0.045, QColor("#fffaf2"))
    for x in (-0.09, 0.0, 0.09):
        capsule(painter, (x, -0.36), (x, -0.46), 0.022, QColor("#78aef0"))
        ellipse(painter, x + sway * 0.006, -0.505, 0.02, 0.034, QColor("#ffb347"))


def _star(painter: QPainter, look: Look, sway: float) -> None:
    glow = QRadialGradient(QPointF(0, -0.28), 0.42)
    glow.setColorAt(0, QColor(255, 232, 150, 170))
    glow.setColorAt(1, QColor(255, 232, 150, 0))
    ellipse(painter, 0, -0.28, 0.42, 0.42, QBrush(glow))
    points = []
    for number in range(10):
        reach = 0.25 if number % 2 == 0 else 0.125
        angle = math.radians(-90 + number * 36 + sway * 5)
        points.append((math.cos(angle) * reach, -0.28 + math.sin(angle) * reach))
    shape(painter, points, shaded(look.body, -0.5, -0.05))


def _flower(painter: QPainter, look: Look, sway: float) -> None:
    top = (sway * 0.03, -0.4)
    curve(painter, [(0, 0), (0.02, -0.2), top], 0.026, QColor("#5aa66b"))
    ellipse(painter, 0.07, -0.14, 0.07, 0.03, QColor("#74bf74"))
    for number in range(7):
        angle = math.radians(number * 360 / 7)
        soft_ellipse(
            painter,
            top[0] + math.cos(angle) * 0.1,
            top[1] + math.sin(angle) * 0.1,
            0.065,
            0.065,
            look.body,
        )
    ellipse(painter, *top, 0.06, 0.06, QColor("#ffd062"))


def _book(painter: QPainter, look: Look, sway: float) -> None:
    rounded(painter, -0.26, -0.34, 0.52, 0.34, 0.03, shaded(look.body, -0.34, 0))
    rounded(painter, -0.22, -0.36, 0.215, 0.32, 0.02, QColor("#fffaf0"))
    rounded(painter, 0.005, -0.36, 0.215, 0.32, 0.02, QColor("#fff4e0"))
    soft_ellipse(painter, -0.11, -0.22, 0.06, 0.06, look.accent)


def _bundle(painter: QPainter, look: Look, sway: float) -> None:
    soft_ellipse(painter, 0, -0.19, 0.24, 0.19, look.body)
    ellipse(painter, -0.08, -0.26, 0.06, 0.045, QColor(255, 255, 255, 90))
    for side in (-1, 1):
        tip = (side * 0.11, -0.5)
        shape(
            painter, [(0, -0.35), tip, (side * 0.02 + side * 0.14, -0.4)], lighter(look.body, 0.2)
        )
    ellipse(painter, 0, -0.36, 0.05, 0.035, QColor(look.accent))


_DRAWINGS: Mapping[str, Callable[[QPainter, Look, float], None]] = {
    "kite": _kite, "seed": _seed, "box": _box, "boat": _boat, "lantern": _lantern,
    "balloon": _balloon, "ball": _ball, "basket": _basket, "umbrella": _umbrella, "cake": _cake,
    "star": _star, "flower": _flower, "book": _book, "bundle": _bundle,
}  # fmt: skip
