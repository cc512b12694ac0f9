"""The elements of a shot as chips: a small picture and a name, in the element's colour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from topa_studio.ui.look.theme import scaled
from topa_studio.ui.shot_list.look import ListLook

_GAP, _INSET, _FACE = 6, 3, 14
_ALPHA, _KEPT = 36, 200


@dataclass(frozen=True, slots=True)
class Chip:
    """One element; `lasts`: it cannot be taken away, since the words mention it.

    `marked`: it is looked for.
    """

    name: str
    colour: QColor
    picture: QPixmap | None = None
    lasts: bool = False
    marked: bool = False


def chip_width(name: str, look: ListLook) -> int:
    """How wide the chip of a name is."""
    return scaled(_FACE) + 4 * _INSET + look.badge_metrics.horizontalAdvance(name)


def chip_places(rect: QRect, names: Sequence[str], look: ListLook) -> list[QRect]:
    """Where as many chips as fit lie in a cell, in one line; one that is too wide is cut."""
    high = look.badge_metrics.height() + 6
    top, left, places = rect.y() + (rect.height() - high + 1) // 2, rect.x(), []
    for at, name in enumerate(names):
        more = more_width(len(names) - at - 1, look)
        wide = chip_width(name, look)
        if left + wide + more > rect.right() + 1:
            if at:
                break
            wide = max(scaled(_FACE) + 2 * _INSET, rect.right() + 1 - left - more)
        places.append(QRect(left, top, wide, high))
        left += wide + _GAP
    return places


def more_width(count: int, look: ListLook) -> int:
    """Room for the words that say how many more there are."""
    return look.badge_metrics.horizontalAdvance(f"+{count}") + _GAP if count else 0


def paint_chips(painter: QPainter, rect: QRect, chips: Sequence[Chip], look: ListLook) -> None:
    """Those that fit, and how many more there are."""
    places = chip_places(rect, [chip.name for chip in chips], look)
    for place, chip in zip(places, chips, strict=False):
        painter.drawPixmap(place.topLeft(), _ready(chip, place.size(), look))
    more = len(chips) - len(places)
    if more and places:
        painter.setFont(look.badge)
        painter.setPen(look.colours.dim)
        left = places[-1].right() + _GAP
        base = QPointF(left, places[-1].center().y() + look.badge_metrics.ascent() / 2 - 1)
        painter.drawText(base, f"+{more}")


def _ready(chip: Chip, size: QSize, look: ListLook) -> QPixmap:
    """A chip as it was painted: the same one stands in many rows."""
    picture = 0 if chip.picture is None else chip.picture.cacheKey()
    key = chip.name, chip.colour.rgba(), picture, chip.marked, size.width(), size.height()
    found = look.chips.get(key)
    if found is None:
        found = QPixmap(size * look.ratio)
        found.setDevicePixelRatio(look.ratio)
        found.fill(Qt.GlobalColor.transparent)
        with QPainter(found) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_chip(painter, QRect(QPoint(0, 0), size), chip, look)
        look.chips[key] = found
        while len(look.chips) > _KEPT:
            look.chips.popitem(last=False)
    return found


def paint_chip(painter: QPainter, place: QRect, chip: Chip, look: ListLook) -> None:
    """Its ground, its picture and its name."""
    ground = QColor(chip.colour)
    ground.setAlpha(_ALPHA)
    painter.setPen(QPen(look.colours.accent, 1) if chip.marked else Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    inset = 0.5 if chip.marked else 0
    painter.drawRoundedRect(QRectF(place).adjusted(inset, inset, -inset, -inset), 5, 5)
    painter.setPen(Qt.PenStyle.NoPen)
    face = scaled(_FACE)
    box = QRect(place.x() + _INSET, place.center().y() - face // 2 + 1, face, face)
    if chip.picture is not None and not chip.picture.isNull():
        painter.drawPixmap(box.topLeft(), look.rounded(chip.picture, QSize(face, face), 3))
    else:
        painter.setBrush(chip.colour)
        inner = face // 4
        painter.drawEllipse(QRectF(box).adjusted(inner, inner, -inner, -inner))
    painter.setFont(look.badge)
    painter.setPen(chip.colour)
    words = place.adjusted(face + 2 * _INSET, 0, -_INSET, 0)
    shown = look.badge_metrics.elidedText(chip.name, Qt.TextElideMode.ElideRight, words.width())
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter), shown)
