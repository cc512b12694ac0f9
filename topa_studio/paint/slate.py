"""A slate: the timed stand-in picture for a shot that has no picture yet."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from topa_studio.base.regular import ONE_PICTURE
from topa_studio.paint.letters import font, wrapped

_TOP, _BOTTOM, _STRIPE = QColor("#20242d"), QColor("#15181e"), QColor(255, 255, 255, 9)
_TEXT, _DIM = QColor("#e9ecf2"), QColor("#98a2b3")
_MOST_PICTURES = 4


def draw_slate(
    size: tuple[int, int],
    number: str,
    title: str,
    words: Sequence[str] = (),
    pictures: Sequence[Path | QImage] = (),
) -> QImage:
    """Draw a slate of `size` pixels; needs a QGuiApplication.

    `number` is the shot's "2.3"; `words` are lines that tell what happens; `pictures` are those of
    the shot's elements, shown in circles (ones that cannot be read are left out).
    """
    width, height = size
    image = QImage(_ground(width, height))
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
    )
    shown = [found for entry in pictures if not (found := _loaded(entry)).isNull()]
    short = min(width, height)
    top = height * (0.22 if shown else 0.34)
    if shown:
        _circles(painter, shown[:_MOST_PICTURES], width, top + short * 0.11, short * 0.11)
        top += short * 0.3
    _text(painter, f"{number}  {title}".strip(), words, (width, height), top)
    painter.end()
    return image


@lru_cache(maxsize=1)
def _ground(width: int, height: int) -> QImage:
    """The striped ground, on which every slate of a film stands."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    gradient = QLinearGradient(0, 0, 0, height)
    gradient.setColorAt(0, _TOP)
    gradient.setColorAt(1, _BOTTOM)
    painter.fillRect(0, 0, width, height, gradient)
    step = max(6.0, min(width, height) * 0.06)
    painter.setPen(QPen(_STRIPE, step * 0.5))
    x = -float(height)
    while x < width:
        painter.drawLine(QPointF(x, height), QPointF(x + height, 0))
        x += step * 1.6
    painter.end()
    return image


def _circles(
    painter: QPainter, pictures: Sequence[QImage], width: int, y: float, radius: float
) -> None:
    gap = radius * 2.35
    left = width / 2 - gap * (len(pictures) - 1) / 2
    for place, picture in enumerate(pictures):
        x = left + place * gap
        around = QRectF(x - radius, y - radius, radius * 2, radius * 2)
        path = QPainterPath()
        path.addEllipse(around)
        painter.save()
        painter.setClipPath(path)
        side = min(picture.width(), picture.height())
        middle = QRectF((picture.width() - side) / 2, (picture.height() - side) / 2, side, side)
        painter.drawImage(around, picture, middle)
        painter.restore()
        painter.setPen(QPen(QColor(255, 255, 255, 40), max(1.0, radius * 0.04)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(around)


def _text(
    painter: QPainter, title: str, words: Sequence[str], size: tuple[int, int], top: float
) -> None:
    width, height = size
    short = min(size)
    face = font(max(10.0, short * 0.062), QFont.Weight.DemiBold)
    small = font(max(8.0, short * 0.038))
    lines = [(line, face, _TEXT) for line in wrapped(title, face, width * 0.86, 2)]
    told = " ".join(line.strip() for line in words if line.strip())
    lines += [(line, small, _DIM) for line in wrapped(told, small, width * 0.76, 3)]
    for line, one, colour in lines:
        step = one.pixelSize() * 1.45
        if top + step > height:
            return
        painter.setFont(one)
        painter.setPen(colour)
        painter.drawText(QRectF(0, top, width, step), Qt.AlignmentFlag.AlignCenter, line)
        top += step


def _loaded(entry: Path | QImage) -> QImage:
    if isinstance(entry, QImage):
        return entry
    with ONE_PICTURE:
        return QImage(str(entry)) if entry.is_file() else QImage()
