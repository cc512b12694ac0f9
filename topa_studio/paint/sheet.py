"""Reference pictures of one element: alone on a plain ground, each view another picture."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QRadialGradient

from topa_studio.paint import words
from topa_studio.paint.brush import ellipse, mixed
from topa_studio.paint.creature import Pose, draw_creature
from topa_studio.paint.land import draw_land
from topa_studio.paint.letters import draw_chip
from topa_studio.paint.look import Look
from topa_studio.paint.props import FLYING, draw_prop
from topa_studio.paint.setting import setting_of

View = Literal["front", "side", "three-quarter", "action", "back", "wide", "medium", "detail"]

_VIEWS = {
    "three-quarter": r"three[- ]quarter|3/4|три четверти|три-четверти",
    "side": r"side|profile|from above|сбоку|профиль",
    "back": r"back view|from behind|сзади|со спины",
    "action": r"action|mid-jump|jump|hopping|in flight|в движении|прыжок|open,",
    "wide": r"wide|общ\w+ план",
    "medium": r"medium|средн\w+ план",
    "detail": r"detail|close-?up|крупн|детал",
    "front": r"front|frontal|спереди|анфас",
}
_POSES = {
    "front": Pose(),
    "side": Pose(turn=1.0, step=0.3, left=24, right=8),
    "three-quarter": Pose(turn=0.55, left=20, right=26),
    "action": Pose(turn=0.25, step=0.8, left=118, right=132, happy=True, sway=-0.9),
    "back": Pose(turn=-1.0, left=14, right=14),
}

_LIGHTS, _USUAL_LIGHT = 5, 3


def view_of(prompt: str) -> str:
    """Which view a prompt asks for."""
    return words.first_of(_VIEWS, prompt) or "front"


def draw_sheet(
    look: Look, view: str, size: tuple[int, int], seed: int, light: int = _USUAL_LIGHT
) -> QImage:
    """A picture of `look` alone; `light`: another one of the same. Needs a QGuiApplication."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    if look.kind == "place":
        _place(painter, look, view, size, seed)
    else:
        _alone(painter, look, view, size, light)
    if look.name:
        short = min(size)
        draw_chip(
            painter, look.name, size[0] / 2, size[1] - short * 0.055, short * 0.026, look.body
        )
    painter.end()
    return image


def _alone(painter: QPainter, look: Look, view: str, size: tuple[int, int], light: int) -> None:
    width, height = size
    ground = QRadialGradient(QPointF(width / 2, height * 0.45), max(size) * 0.62)
    ground.setColorAt(0, QColor("#ffffff"))
    ground.setColorAt(1, mixed(look.body, "#f4efe8", 0.48 + light % _LIGHTS * 0.1))
    painter.fillRect(QRectF(0, 0, width, height), QBrush(ground))
    creature = look.kind == "creature"
    unit = min(height * (0.56 if look.noun == "bunny" else 0.7), width * 0.72) * (
        1 if creature else 1.15
    )
    flying = look.noun in FLYING
    y = height * (0.86 if creature else 0.8)
    lift = unit * 0.12 if view == "action" and creature else 0.0
    if not flying:
        ellipse(
            painter, width / 2, y + unit * 0.01, unit * 0.28, unit * 0.04, QColor(60, 40, 60, 55)
        )
    painter.translate(width / 2, (height * 0.7 if flying else y) - lift)
    if creature:
        painter.rotate(-5 if view == "action" else 0)
        painter.scale(unit, unit)
        draw_creature(painter, look, _POSES.get(view, _POSES["front"]))
    else:
        turned = view not in ("front", "three-quarter", "wide")
        painter.rotate(14 if turned and flying else 0)
        painter.scale(unit * (0.78 if view == "side" else 1.0), unit)
        draw_prop(painter, look, 0.9 if turned else 0.2)
    painter.resetTransform()


def _place(painter: QPainter, look: Look, view: str, size: tuple[int, int], seed: int) -> None:
    """One land; nearer views look at a part of the same land."""
    width, height = size
    zoom = {"medium": 1.45, "detail": 2.3}.get(view, 1.0)
    focus = {"house": (0.83, 0.66), "tree": (0.2, 0.5), "room": (0.66, 0.42)}.get(
        look.noun, (0.5, 0.72)
    )
    painter.save()
    painter.translate(width / 2, height / 2)
    painter.scale(zoom, zoom)
    x = min(1 - 0.5 / zoom, max(0.5 / zoom, focus[0]))
    y = min(1 - 0.5 / zoom, max(0.5 / zoom, focus[1]))
    painter.translate(-width * x, -height * y)
    setting = setting_of("", look.words, look.noun)
    draw_land(painter, replace(setting, places=frozenset({look.noun})), width, height, seed)
    painter.restore()
