"""The faces of a card without a picture: who is in the shot, below its badge."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QPixmap

from topa_studio.ui.film.look import Look

_GAP = 4
_LEAST = 16
_OPACITY = 0.75


def face_places(rect: QRect, count: int, look: Look, top: int) -> list[QRect]:
    """Where as many of `count` faces as fit lie in the middle of a picture, below `top`."""
    size = min(look.face, rect.height() // 2)
    middle = rect.center().y() - size // 2
    if middle < top:
        room = rect.bottom() - _GAP - top
        size = min(size, room)
        middle = top + (room - size) // 2
    if size < _LEAST:
        return []
    step = size + _GAP
    shown = min(count, max(1, (rect.width() - 4 * _GAP) // step))
    left = rect.center().x() - (shown * step - _GAP) // 2
    return [QRect(left + place * step, middle, size, size) for place in range(shown)]


def paint_faces(
    painter: QPainter, rect: QRect, faces: Sequence[QPixmap], look: Look, top: int
) -> None:
    """Paint the faces, quieter than a picture."""
    before = painter.opacity()
    painter.setOpacity(before * _OPACITY)
    for place, face in zip(face_places(rect, len(faces), look, top), faces, strict=False):
        painter.drawPixmap(place.topLeft(), look.circle(face, place.width()))
    painter.setOpacity(before)
