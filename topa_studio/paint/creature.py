"""Friendly round animals: one body for all, with the ears, tail and face of each.

Drawn in a space of its own: the feet stand at (0, 0), the head's top is near (0, -1).
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QPainter

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

_HEAD = (0.0, -0.70)


@dataclass(frozen=True, slots=True)
class Pose:
    """One moment of a creature.

    Attributes:
        turn: 0 looks at us, 1 looks to the right, -1 to the left.
        step: -1..1, how far the legs are apart.
        left, right: arm angles in degrees; 0 hangs down, 150 is up.
        blink: 0 open eyes, 1 closed; happy: closed eyes laugh, and the mouth is open.
        sway: -1..1, ears and tail.
    """

    turn: float = 0.0
    step: float = 0.0
    left: float = 18.0
    right: float = 18.0
    blink: float = 0.0
    happy: bool = False
    sway: float = 0.0


def draw_creature(painter: QPainter, look: Look, pose: Pose) -> None:
    """Draw `look` with its feet at the origin, about one unit high."""
    wears = dict(look.wears)
    coat = wears.get("coat")
    _tail(painter, look, pose)
    for side in (-1, 1):
        lift = max(0.0, pose.step * side) * 0.06
        soft_ellipse(
            painter, side * 0.12 + pose.step * side * 0.05, -0.05 - lift, 0.105, 0.065, look.body
        )
    soft_ellipse(painter, 0, -0.30, 0.235, 0.27, coat or look.body)
    if coat is None:
        ellipse(painter, pose.turn * 0.07, -0.26, 0.15, 0.18, lighter(look.body, 0.42))
    _arms(painter, look, pose, coat)
    _ears(painter, look, pose)
    soft_ellipse(painter, *_HEAD, 0.275, 0.25, _head_colour(look))
    _face(painter, look, pose)
    _garments(painter, wears)


def _head_colour(look: Look) -> str:
    return lighter(look.body, 0.0 if look.noun in ("person", "frog") else 0.16).name()


def _arms(painter: QPainter, look: Look, pose: Pose, coat: str | None) -> None:
    from math import cos, radians, sin

    colour = darker(coat or look.body, 0.05)
    for side, angle in ((-1, pose.left), (1, pose.right)):
        shoulder = (side * 0.185, -0.43)
        reach = radians(angle)
        hand = (shoulder[0] + side * sin(reach) * 0.19, shoulder[1] + cos(reach) * 0.19)
        capsule(painter, shoulder, hand, 0.105, colour)
        if coat:
            ellipse(painter, *hand, 0.055, 0.055, QColor(look.body))


def _ears(painter: QPainter, look: Look, pose: Pose) -> None:
    """Ears stand behind the head, so they come first."""
    inner = lighter("#f7a6c0", 0.25)
    for side in (-1, 1):
        x = side * 0.2 + pose.turn * -0.03
        match look.noun:
            case "bunny":
                painter.save()
                painter.translate(side * 0.1 - pose.turn * 0.03, -0.88)
                painter.rotate(side * 9 + pose.sway * 7 - pose.turn * 6)
                soft_ellipse(painter, 0, -0.2, 0.068, 0.25, look.body)
                ellipse(painter, 0, -0.19, 0.036, 0.19, inner)
                painter.restore()
            case "fox" | "cat" | "dog":
                _pointed_ear(painter, look, side, x, inner)
            case "mouse":
                soft_ellipse(painter, side * 0.24, -0.9, 0.145, 0.145, look.body)
                ellipse(painter, side * 0.24, -0.9, 0.095, 0.095, inner)
            case "pig":
                shape(
                    painter,
                    [(x - 0.07, -0.86), (x + side * 0.06, -1.02), (x + 0.07, -0.84)],
                    darker(look.body, 0.08),
                )
            case "bird":
                curve(
                    painter,
                    [(0, -0.92), (0.02, -1.03), (0.08, -1.04)],
                    0.035,
                    darker(look.body, 0.1),
                )
            case "frog":
                soft_ellipse(painter, side * 0.15, -0.9, 0.1, 0.1, look.body)
            case "person":
                ellipse(painter, 0, -0.74, 0.3, 0.27, darker(look.accent, 0.2))
            case _:
                soft_ellipse(painter, side * 0.2, -0.88, 0.105, 0.105, look.body)
                ellipse(painter, side * 0.2, -0.875, 0.058, 0.058, lighter(look.body, 0.42))


def _pointed_ear(painter: QPainter, look: Look, side: int, x: float, inner: QColor) -> None:
    if look.noun == "dog":
        soft_ellipse(painter, side * 0.265, -0.72, 0.075, 0.17, darker(look.body, 0.2).name())
        return
    tip = (x + side * 0.05, -1.06)
    shape(painter, [(x - 0.1, -0.84), tip, (x + 0.1, -0.8)], shaded(look.body, -1.06, -0.8))
    near = (x + side * 0.03, -0.98)
    shape(painter, [(x - 0.045, -0.86), near, (x + 0.05, -0.83)], inner)


def _tail(painter: QPainter, look: Look, pose: Pose) -> None:
    end = 0.34 + pose.sway * 0.05
    match look.noun:
        case "fox":
            capsule(painter, (0.12, -0.12), (end + 0.04, -0.3), 0.17, QColor(look.body))
            capsule(painter, (end + 0.04, -0.3), (end + 0.07, -0.36), 0.14, lighter(look.body, 0.8))
        case "cat" | "dog" | "mouse":
            thick = 0.035 if look.noun == "mouse" else 0.07
            points = [(0.12, -0.1), (end + 0.1, -0.06), (end + 0.08, -0.36)]
            curve(painter, points, thick, darker(look.body, 0.08))
        case "bunny" | "bear" | "pig":
            ellipse(painter, 0.225, -0.15, 0.075, 0.075, lighter(look.body, 0.35))
        case "bird":
            shape(painter, [(0.1, -0.2), (end + 0.04, -0.3), (end, -0.12)], darker(look.body, 0.1))


def _face(painter: QPainter, look: Look, pose: Pose) -> None:
    dx, y = pose.turn * 0.085, -0.70
    squeeze = 1 - abs(pose.turn) * 0.25
    _muzzle(painter, look, dx, y)
    for side in (-1, 1):
        ellipse(
            painter, side * 0.175 * squeeze + dx, y + 0.075, 0.052, 0.036, QColor(255, 120, 130, 95)
        )
        if abs(pose.turn) > 0.9 and side * pose.turn < 0:
            continue
        _eye(painter, side * 0.105 * squeeze + dx, y - 0.025, pose)
    _mouth(painter, look, pose, dx, y)


def _muzzle(painter: QPainter, look: Look, dx: float, y: float) -> None:
    cream = lighter(look.body, 0.62)
    match look.noun:
        case "bear" | "dog" | "friend":
            ellipse(painter, dx * 1.25, y + 0.085, 0.115, 0.085, cream)
        case "fox":
            ellipse(painter, dx * 1.25, y + 0.1, 0.15, 0.09, QColor("#fff7ec"))
        case "cat" | "mouse" | "bunny":
            ellipse(painter, dx * 1.25, y + 0.09, 0.085, 0.06, cream)
        case "pig":
            ellipse(painter, dx * 1.3, y + 0.07, 0.085, 0.06, darker(look.body, 0.12))
        case "person":
            ellipse(painter, 0, y - 0.19, 0.2, 0.07, darker(look.accent, 0.2))


def _eye(painter: QPainter, x: float, y: float, pose: Pose) -> None:
    ink = QColor(INK)
    if pose.happy or pose.blink > 0.6:
        bend = -0.04 if pose.happy else 0.035
        curve(painter, [(x - 0.045, y), (x, y + bend), (x + 0.045, y)], 0.022, ink)
        return
    open_share = 1 - pose.blink
    ellipse(painter, x, y, 0.043, 0.055 * open_share, ink)
    if open_share > 0.5:
        ellipse(painter, x + 0.014, y - 0.019, 0.016, 0.018, QColor("#ffffff"))
        ellipse(painter, x - 0.014, y + 0.018, 0.008, 0.008, QColor(255, 255, 255, 150))


def _mouth(painter: QPainter, look: Look, pose: Pose, dx: float, y: float) -> None:
    x = dx * 1.3
    if look.noun == "bird":
        beak = [(x - 0.055, y + 0.03), (x + pose.turn * 0.09, y + 0.115), (x + 0.055, y + 0.03)]
        shape(painter, beak, QColor("#f5a03c"))
        return
    if look.noun not in ("person", "frog", "pig"):
        nose = "#7a4a32" if look.noun in ("bear", "dog", "friend") else "#e8748f"
        nose = INK if look.noun == "fox" else nose
        ellipse(painter, x, y + 0.05, 0.038, 0.027, QColor(nose))
    if pose.happy:
        ellipse(painter, x, y + 0.128, 0.045, 0.042, QColor("#8c3b46"))
        ellipse(painter, x, y + 0.148, 0.028, 0.018, QColor("#f58a94"))
        return
    curve(
        painter,
        [(x - 0.05, y + 0.105), (x, y + 0.15), (x + 0.05, y + 0.105)],
        0.016,
        darker(look.body, 0.62),
    )


def _garments(painter: QPainter, wears: dict[str, str]) -> None:
    if scarf := wears.get("scarf"):
        rounded(painter, -0.19, -0.53, 0.38, 0.085, 0.042, shaded(scarf, -0.53, -0.44))
        rounded(painter, 0.07, -0.5, 0.085, 0.2, 0.04, shaded(scarf, -0.5, -0.3))
    if hat := wears.get("hat"):
        soft_ellipse(painter, 0, -0.93, 0.2, 0.12, hat)
        rounded(painter, -0.25, -0.91, 0.5, 0.06, 0.03, darker(hat, 0.12))
    if bow := wears.get("bow"):
        for side in (-1, 1):
            shape(
                painter,
                [(0.12, -0.92), (0.12 + side * 0.11, -0.99), (0.12 + side * 0.11, -0.85)],
                QColor(bow),
            )
        ellipse(painter, 0.12, -0.92, 0.03, 0.03, darker(bow, 0.15))
