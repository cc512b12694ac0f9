"""Where a picture plays: sky, hills, water, houses and rooms, drawn once for a whole clip."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPainterPath, QRadialGradient

from topa_studio.paint import words
from topa_studio.paint.brush import (
    capsule,
    curve,
    darker,
    ellipse,
    lighter,
    mixed,
    rounded,
    shaded,
    shape,
    soft_ellipse,
)
from topa_studio.paint.indoors import draw_room

GROUND = 0.86
"""Where feet stand, as a share of the picture's height."""


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours of one time of day."""

    sky: tuple[str, str]
    sun: str
    hills: tuple[str, str, str]
    cloud: QColor
    sun_at: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Setting:
    """A time of day, a weather ("" for fair) and the places that are seen."""

    time: str
    weather: str
    places: frozenset[str]

    @property
    def indoors(self) -> bool:
        """Whether the picture plays in a room."""
        return "room" in self.places


_PALETTES = {
    "morning": Palette(
        ("#ffae9e", "#ffe6c6"),
        "#fff2bf",
        ("#9bcf8f", "#5daa6c", "#43895c"),
        QColor(255, 246, 236, 190),
        (0.78, 0.27),
    ),
    "day": Palette(
        ("#86c8f6", "#e2f4fd"),
        "#fff4c2",
        ("#abdc8c", "#7cc66d", "#57a862"),
        QColor(255, 255, 255, 225),
        (0.8, 0.2),
    ),
    "sunset": Palette(
        ("#ee7f87", "#ffd59a"),
        "#ffe7a8",
        ("#c19a70", "#7d9a66", "#4d7a5b"),
        QColor(255, 214, 190, 190),
        (0.7, 0.42),
    ),
    "night": Palette(
        ("#232e5e", "#5b6aa6"),
        "#fff6d2",
        ("#4d7f78", "#37685f", "#264f4b"),
        QColor(150, 165, 215, 90),
        (0.79, 0.2),
    ),
}


def setting_of(lighting: str, text: str, places: str) -> Setting:
    """Read from the lighting's words first, then the whole text; `places` says where it plays."""
    time = words.first_of(words.TIMES, lighting) or words.first_of(words.TIMES, text) or "day"
    weather = words.first_of(words.WEATHER, f"{lighting} {places}") or words.first_of(
        words.WEATHER, text
    )
    found = words.all_of(words.PLACES, places) or words.all_of(words.PLACES, text)
    return Setting(time, weather or "", found)


def palette_of(setting: Setting) -> Palette:
    """The colours of the setting's time, greyed by rain and whitened by snow."""
    own = _PALETTES[setting.time]
    if setting.weather == "rain":
        sky = (mixed(own.sky[0], "#7f93a8", 0.7).name(), mixed(own.sky[1], "#c3d0da", 0.6).name())
        hills = tuple(mixed(hill, "#6f8a8c", 0.3).name() for hill in own.hills)
        return Palette(
            sky, own.sun, (hills[0], hills[1], hills[2]), QColor(235, 240, 246, 200), own.sun_at
        )
    if setting.weather == "snow":
        white = tuple(
            mixed(hill, "#f3f7ff", share).name()
            for hill, share in zip(own.hills, (0.7, 0.8, 0.88), strict=True)
        )
        return Palette(own.sky, own.sun, (white[0], white[1], white[2]), own.cloud, own.sun_at)
    return own


def draw_land(painter: QPainter, setting: Setting, width: float, height: float, seed: int) -> None:
    """Everything that does not move."""
    dice = random.Random(seed)  # noqa: S311 - a drawing, not a secret
    palette = palette_of(setting)
    if setting.indoors:
        draw_room(painter, palette.sky, palette.sun, setting.time == "night", width, height)
        return
    _sky(painter, setting, palette, width, height, dice)
    _hills(painter, setting, palette, width, height, dice)
    if "pond" in setting.places:
        _pond(painter, palette, width, height)
    if "forest" in setting.places:
        for number in range(9):
            x = width * (number + dice.uniform(0.1, 0.9)) / 9
            _fir(
                painter,
                x,
                height * dice.uniform(0.62, 0.68),
                height * dice.uniform(0.2, 0.32),
                palette,
            )
    if "tree" in setting.places:
        _oak(painter, width * 0.16, height * 0.8, height * 0.62, palette)
    if "house" in setting.places:
        _house(painter, width * 0.83, height * 0.78, height * 0.44, setting.time == "night")
    _front(painter, setting, palette, width, height, dice)


def cloud(painter: QPainter, palette: Palette, size: float) -> None:
    """One cloud around the origin, `size` wide."""
    for x, y, r in ((-0.3, 0, 0.14), (-0.1, -0.06, 0.2), (0.12, -0.03, 0.17), (0.31, 0.01, 0.12)):
        ellipse(painter, x * size, y * size, r * size, r * size * 0.82, palette.cloud)
    rounded(
        painter, -0.44 * size, -0.01 * size, 0.88 * size, 0.13 * size, 0.065 * size, palette.cloud
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
    x, y, r = width * palette.sun_at[0], height * palette.sun_at[1], height * 0.1
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
        path = [
            (width * 0.57, height * 0.72),
            (width * 0.66, height * 0.62),
            (width * 0.6, height * 0.55),
            (width * 0.63, height * 0.5),
            (width * 0.64, height * 0.47),
        ]
        curve(painter, path, height * 0.014, mixed(palette.hills[1], "#f3dcae", 0.6))


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


def _pond(painter: QPainter, palette: Palette, width: float, height: float) -> None:
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


def _fir(painter: QPainter, x: float, y: float, size: float, palette: Palette) -> None:
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


def _oak(painter: QPainter, x: float, y: float, size: float, palette: Palette) -> None:
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


def _house(painter: QPainter, x: float, y: float, size: float, night: bool) -> None:
    ellipse(painter, x, y, size * 0.52, size * 0.06, QColor(30, 50, 40, 60))
    rounded(
        painter,
        x - size * 0.36,
        y - size * 0.5,
        size * 0.72,
        size * 0.5,
        size * 0.06,
        shaded("#eadbc4", y - size * 0.5, y),
    )
    shape(
        painter,
        [
            (x - size * 0.46, y - size * 0.44),
            (x, y - size * 0.92),
            (x + size * 0.46, y - size * 0.44),
        ],
        shaded("#7f9a62", y - size * 0.92, y - size * 0.44),
    )
    rounded(
        painter,
        x - size * 0.27,
        y - size * 0.34,
        size * 0.24,
        size * 0.34,
        size * 0.12,
        shaded("#5f9bd8", y - size * 0.34, y),
    )
    ellipse(
        painter, x - size * 0.08, y - size * 0.15, size * 0.016, size * 0.016, QColor("#ffd062")
    )
    ellipse(painter, x + size * 0.17, y - size * 0.25, size * 0.12, size * 0.12, QColor("#fffaf0"))
    ellipse(
        painter,
        x + size * 0.17,
        y - size * 0.25,
        size * 0.09,
        size * 0.09,
        QColor("#ffd97a" if night else "#bfe4f7"),
    )
    capsule(
        painter,
        (x + size * 0.17, y - size * 0.34),
        (x + size * 0.17, y - size * 0.16),
        size * 0.018,
        QColor("#fffaf0"),
    )
    capsule(
        painter,
        (x + size * 0.08, y - size * 0.25),
        (x + size * 0.26, y - size * 0.25),
        size * 0.018,
        QColor("#fffaf0"),
    )
    rounded(
        painter,
        x - size * 0.33,
        y - size * 0.03,
        size * 0.36,
        size * 0.05,
        size * 0.02,
        QColor("#a9825c"),
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
