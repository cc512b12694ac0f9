"""Plays a story: what stands still is drawn once, creatures and clouds move with time."""

from __future__ import annotations

import math
import random

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QTransform

from topa_studio.paint.brush import capsule, ellipse
from topa_studio.paint.creature import Pose, draw_creature
from topa_studio.paint.land import cloud, draw_land
from topa_studio.paint.letters import draw_caption, draw_chip
from topa_studio.paint.props import draw_prop
from topa_studio.paint.setting import GROUND, palette_of
from topa_studio.paint.story import Role, Story

_MARGIN = 1.14
_SIZES = {"close": 0.8, "medium": 0.53, "wide": 0.38}
_HINTS = (
    QPainter.RenderHint.Antialiasing
    | QPainter.RenderHint.SmoothPixmapTransform
    | QPainter.RenderHint.TextAntialiasing
)


class Stage:
    """One story in one size; `frame` may be asked for any moment, in any order.

    Needs a QGuiApplication. `size` in pixels, `seconds` is how long the movement lasts.
    """

    def __init__(self, story: Story, size: tuple[int, int], seconds: float, seed: int) -> None:
        self._story = story
        self._size = size
        self._seconds = max(0.1, seconds)
        self._seed = seed
        self._land = self._draw_land()
        self._cloud = self._draw_cloud()
        self._words = self._draw_words()
        self._canvas = QImage(*size, QImage.Format.Format_RGB32)

    def frame(self, at: float) -> QImage:
        """The picture at `at` seconds; the same image object is drawn over each time."""
        width, height = self._size
        painter = QPainter(self._canvas)
        painter.setRenderHints(_HINTS)
        painter.setTransform(self._camera(at))
        painter.drawImage(
            QPointF(-width * (_MARGIN - 1) / 2, -height * (_MARGIN - 1) / 2), self._land
        )
        self._clouds(painter, at)
        for role in self._story.roles:
            self._role(painter, role, at)
        self._weather(painter, at)
        painter.resetTransform()
        if self._story.setting.time == "night" and not self._story.setting.indoors:
            painter.fillRect(0, 0, width, height, QColor(28, 36, 92, 38))
        painter.drawImage(0, 0, self._words)
        painter.end()
        return self._canvas

    def _draw_land(self) -> QImage:
        width, height = self._size
        image = QImage(
            math.ceil(width * _MARGIN), math.ceil(height * _MARGIN), QImage.Format.Format_RGB32
        )
        painter = QPainter(image)
        painter.setRenderHints(_HINTS)
        draw_land(painter, self._story.setting, image.width(), image.height(), self._seed)
        painter.end()
        return image

    def _draw_cloud(self) -> QImage:
        size = max(8, round(min(self._size) * 0.3))
        image = QImage(size, size // 2, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.setRenderHints(_HINTS)
        painter.translate(size / 2, size * 0.3)
        cloud(painter, palette_of(self._story.setting), size)
        painter.end()
        return image

    def _draw_words(self) -> QImage:
        image = QImage(*self._size, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        if self._story.caption:
            painter = QPainter(image)
            painter.setRenderHints(_HINTS)
            draw_caption(painter, self._story.caption, *self._size)
            painter.end()
        return image

    def _camera(self, at: float) -> QTransform:
        """A slow move over the whole clip, eased at both ends."""
        width, height = self._size
        share = _eased(at / self._seconds)
        zoom, dx, dy = 1.0, 0.0, 0.0
        match self._story.camera:
            case "in":
                zoom = 1 + 0.1 * share
            case "out":
                zoom = 1.1 - 0.1 * share
            case "left":
                dx = width * 0.05 * (share * 2 - 1)
            case "right":
                dx = -width * 0.05 * (share * 2 - 1)
            case "up":
                dy = height * 0.05 * (share * 2 - 1)
        camera = QTransform()
        camera.translate(width / 2 + dx, height * 0.55 + dy)
        camera.scale(zoom, zoom)
        camera.translate(-width / 2, -height * 0.55)
        return camera

    def _clouds(self, painter: QPainter, at: float) -> None:
        if self._story.setting.indoors:
            return
        width, height = self._size
        painter.setOpacity(palette_of(self._story.setting).cloud[1])
        dice = random.Random(self._seed)
        for number in range(3):
            start, y, speed = (
                dice.uniform(0, 1),
                dice.uniform(-0.02, 0.13),
                dice.uniform(0.006, 0.014),
            )
            span = width + self._cloud.width()
            x = (start * span + number * span / 3 + at * speed * width) % span - self._cloud.width()
            painter.drawImage(QPointF(x, y * height), self._cloud)
        painter.setOpacity(1.0)

    def _role(self, painter: QPainter, role: Role, at: float) -> None:
        width, height = self._size
        unit = min(height, width * 0.92) * _SIZES[self._story.framing]
        phase = role.x * 5
        x, y, lift = role.x * width, height * GROUND, 0.0
        if width < height and not role.flying:
            x = width / 2 + (x - width / 2) * 1.4
        if self._story.framing == "close":
            y = height * 0.93
        if role.flying:
            unit = min(unit, height * 0.56) * 0.8
            x += math.sin(at * 0.8 + phase) * width * 0.03
            y = height * 0.4 + math.sin(at * 1.3 + phase) * height * 0.03
        elif role.look.kind == "prop":
            unit *= 0.95
        else:
            x += self._walk(role, at) * width
            lift = _lift(role.action, at, phase)
        if not role.flying:
            ellipse(
                painter,
                x,
                y + unit * 0.01,
                unit * (0.27 - lift * 0.3),
                unit * 0.045,
                QColor(25, 35, 40, 70),
            )
        painter.save()
        painter.translate(x, y - lift * unit)
        self._pose(painter, role, at, phase, unit)
        painter.restore()
        self._chip(painter, role, x, y, unit)

    def _pose(self, painter: QPainter, role: Role, at: float, phase: float, unit: float) -> None:
        squash = _squash(role.action, at, phase)
        if role.flying or role.look.kind == "prop":
            sway = math.sin(at * 2.2 + phase)
            painter.rotate(sway * (5 if role.flying else 0.8))
            painter.scale(unit, unit)
            draw_prop(painter, role.look, sway)
            return
        painter.rotate(_lean(role.action, at, phase))
        painter.scale(unit * (1 + squash * 0.6), unit * (1 - squash))
        towards = 0.5 if role.x < 0.45 else -0.5 if role.x > 0.55 else 0.15
        draw_creature(painter, role.look, pose_of(role.action, at, phase, towards))

    def _chip(self, painter: QPainter, role: Role, x: float, y: float, unit: float) -> None:
        if not role.look.name:
            return
        size = max(9.0, min(self._size) * 0.021)
        below = y + size * 1.4
        if role.flying:
            below = y + unit * (0.5 if role.look.noun == "kite" else 0.2)
        elif self._story.framing == "close":
            below = y - unit * 0.08
        draw_chip(painter, role.look.name, x, below, size, role.look.body)

    def _walk(self, role: Role, at: float) -> float:
        if role.action != "walk":
            return 0.0
        return 0.13 * (_eased(at / self._seconds) - 0.5)

    def _weather(self, painter: QPainter, at: float) -> None:
        kind = self._story.setting.weather
        if not kind or self._story.setting.indoors:
            return
        width, height = self._size
        dice = random.Random(self._seed + 1)
        for _ in range(70 if kind == "rain" else 55):
            x, y, speed = dice.uniform(0, width), dice.uniform(0, height), dice.uniform(0.7, 1.2)
            if kind == "rain":
                y = (y + at * speed * height * 0.9) % height
                capsule(
                    painter,
                    (x, y),
                    (x - height * 0.006, y + height * 0.03),
                    height * 0.0035,
                    QColor(235, 244, 255, 150),
                )
                continue
            y = (y + at * speed * height * 0.09) % height
            r = height * 0.005 * speed
            ellipse(
                painter,
                x + math.sin(at + y * 0.02) * height * 0.012,
                y,
                r,
                r,
                QColor(255, 255, 255, 220),
            )


def pose_of(action: str, at: float, phase: float, turn: float) -> Pose:
    """How a creature holds itself at a moment of its action."""
    beat = math.sin(at * math.tau * 0.42 + phase)
    fast = math.sin(at * math.tau * 1.5 + phase)
    blink = 1.0 if (at + phase) % 3.1 > 2.96 else 0.0
    rest = 16 + beat * 4
    match action:
        case "sleep":
            return Pose(turn * 0.5, 0, 10, 10, 1.0, False, beat * 0.3)
        case "walk":
            swing = math.sin(at * math.tau * 1.6 + phase)
            return Pose(0.75, swing, 22 + swing * 26, 22 - swing * 26, blink, False, swing)
        case "hop":
            up = abs(math.sin(at * math.pi * 1.25 + phase))
            return Pose(turn, 0, 25 + up * 95, 25 + up * 95, 0, up > 0.4, -up)
        case "wave":
            return Pose(turn, 0, rest, 138 + fast * 20, blink, True, beat)
        case "dance":
            return Pose(turn * beat, fast * 0.7, 80 + fast * 45, 80 - fast * 45, 0, True, fast)
        case "laugh":
            return Pose(turn, 0, 45 + fast * 8, 45 - fast * 8, 0, True, fast)
        case "reach":
            return Pose(turn, 0, rest, 105 + beat * 16, blink, False, beat)
    return Pose(turn + beat * 0.08, 0, rest, rest, blink, False, beat)


def _lift(action: str, at: float, phase: float) -> float:
    match action:
        case "hop":
            return abs(math.sin(at * math.pi * 1.25 + phase)) * 0.26
        case "walk":
            return abs(math.sin(at * math.tau * 1.6 + phase)) * 0.035
        case "laugh" | "dance":
            return abs(math.sin(at * math.tau * 1.5 + phase)) * 0.03
    return 0.0


def _squash(action: str, at: float, phase: float) -> float:
    if action == "hop":
        up = abs(math.sin(at * math.pi * 1.25 + phase))
        return 0.12 * max(0.0, 0.25 - up) * 4 - 0.03 * up
    slow = 0.3 if action == "sleep" else 0.42
    return 0.014 * math.sin(at * math.tau * slow + phase)


def _lean(action: str, at: float, phase: float) -> float:
    match action:
        case "dance":
            return 7 * math.sin(at * math.tau * 0.75 + phase)
        case "sleep":
            return 9 + math.sin(at * math.tau * 0.3 + phase)
        case "walk":
            return 3 + 1.5 * math.sin(at * math.tau * 1.6 + phase)
    return 1.6 * math.sin(at * math.tau * 0.25 + phase)


def _eased(share: float) -> float:
    share = min(1.0, max(0.0, share))
    return share * share * (3 - 2 * share)
