"""Words that are burnt into the picture: captions, the shot's name, the time, what happens."""

from __future__ import annotations

from typing import Literal, NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QTextLayout, QTextOption

from topa_studio.paint.letters import font

Place = Literal["caption", "name", "time", "words"]

_PLATE, _WHITE = QColor(0, 0, 0, 184), QColor("#ffffff")
_MOST_LINES = 3
_WIDEST = {"caption": 0.84, "name": 0.6, "time": 0.3, "words": 0.94}
# The height of letters, as a share of the picture's shorter side.
_LETTERS = {"caption": 0.05, "name": 0.034, "time": 0.034, "words": 0.032}
_LINES = {"caption": _MOST_LINES, "name": 1, "time": 1, "words": 2}
_BROAD = 1.6
"""A wider picture counts as this wide: lines stay short enough to read."""


class Plate(NamedTuple):
    """A picture with transparency, and where its upper left corner lies, in even pixels."""

    image: QImage
    left: int
    top: int


def draw_plate(text: str, place: Place, size: tuple[int, int], above: int = 0) -> Plate:
    """Words on a dark plate for a picture of `size`; needs a QGuiApplication.

    Captions stand at the bottom in the middle, in up to three lines, what happens below them at
    the very edge; the name and the time stand in the upper corners. A plate at the bottom leaves
    `above` pixels free below itself.
    """
    short = min(size)
    face = font(max(9.0, short * _LETTERS[place]), QFont.Weight.DemiBold)
    if place in ("caption", "words"):
        face.setWeight(QFont.Weight.Medium)
    widest = min(size[0], short * _BROAD * 1.2) * _WIDEST[place]
    lines = lines_of(text, face, widest, _LINES[place])
    metrics = QFontMetricsF(face)
    step = metrics.height() * 1.08
    pad = metrics.height() * (0.32 if place in ("caption", "words") else 0.26)
    wide = max((metrics.horizontalAdvance(line) for line in lines), default=0.0) + pad * 3
    tall = step * len(lines) + pad * 1.6
    image = QImage(_even(wide), _even(tall), QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    _paint(image, lines, face, step, pad)
    return Plate(image, *_corner(place, size, (image.width(), image.height()), above))


def lines_of(text: str, face: QFont, width: float, most: int) -> list[str]:
    """`text` in at most `most` lines, broken as its script allows; the rest is an ellipsis."""
    lines: list[str] = []
    for part in text.splitlines():
        lines += _wrapped(part.strip(), face, width)
    if len(lines) > most:
        lines = [*lines[: most - 1], " ".join(lines[most - 1 :])]
    metrics = QFontMetricsF(face)
    return [metrics.elidedText(line, Qt.TextElideMode.ElideRight, width) for line in lines if line]


def _wrapped(text: str, face: QFont, width: float) -> list[str]:
    layout = QTextLayout(text, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    found = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        found.append((line.textStart(), line.textLength()))
    layout.endLayout()
    # Qt counts in UTF-16: a letter beyond its first plane counts twice.
    units = text.encode("utf-16-le", "surrogatepass")
    return [
        units[start * 2 : (start + length) * 2].decode("utf-16-le", "replace").strip()
        for start, length in found
    ]


def _paint(image: QImage, lines: list[str], face: QFont, step: float, pad: float) -> None:
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_PLATE)
    painter.drawRoundedRect(QRectF(0, 0, image.width(), image.height()), pad, pad)
    painter.setFont(face)
    painter.setPen(_WHITE)
    top = (image.height() - step * len(lines)) / 2
    for number, line in enumerate(lines):
        box = QRectF(0, top + number * step, image.width(), step)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, line)
    painter.end()


def _corner(
    place: Place, size: tuple[int, int], plate: tuple[int, int], above: int
) -> tuple[int, int]:
    edge = min(size) * (0.05 if place == "caption" else 0.025)
    left = (size[0] - plate[0]) / 2
    top = size[1] - plate[1] - edge - above
    if place in ("name", "time"):
        left = edge if place == "name" else size[0] - plate[0] - edge
        top = edge
    return max(0, int(left) // 2 * 2), max(0, int(top) // 2 * 2)


def _even(length: float) -> int:
    return max(2, -(-int(length + 0.999) // 2) * 2)
