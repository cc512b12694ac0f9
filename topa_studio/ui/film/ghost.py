"""What goes with the pointer while shots are dragged: a picture on sheets, a count, the place."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from topa_studio.ui.film.drag import Load
from topa_studio.ui.film.look import Look, faded
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.place import Place
from topa_studio.ui.look.theme import scaled

translate = QCoreApplication.translate
_SHEET, _SHEETS = 5, 2
_DISC = 20
FAR = _SHEETS * _SHEET
"""How far the sheets look out behind the picture."""


def place_words(shots: ShotsModel, rows: range, load: Load, place: Place | None, key: str) -> str:
    """The place, in words; `rows` are those of its scene, `key` gives the drag up."""
    if place is None:
        return ""
    if load.scene is not None:
        words = translate("Board", "To the end of the film")
        if place.index < len(shots.scenes):
            words = translate("Board", "Before scene {number}")
            words = words.format(number=shots.scene_number(place.index))
    else:
        scene = shots.scene_number(place.scene)
        words = translate("Board", "To scene {scene}, first").format(scene=scene)
        stay = (r for r in reversed(rows[: place.index]) if shots.shot(r).key not in load.keys)
        after = next(stay, None)
        if after is not None:
            words = translate("Board", "To scene {scene}, after {number}")
            words = words.format(scene=scene, number=shots.number(after))
    back = translate("Board", "{key}: back").format(key=key)
    return f"{words} · {back}"


def disc_rect(thumb: QRect) -> QRect:
    """Where the count is: over the upper right corner of the picture."""
    size = scaled(_DISC)
    return QRect(thumb.right() + 1 - size // 2 - 4, thumb.top() - size // 2 + 2, size, size)


def paint_stack(
    painter: QPainter, thumb: QRect, picture: QPixmap | None, number: str, count: int, look: Look
) -> None:
    """The picture of the one that was pressed, sheets behind it, and how many there are."""
    for back in range(min(_SHEETS, count - 1), 0, -1):
        _sheet(painter, thumb.translated(back * _SHEET, back * _SHEET), look)
    _picture(painter, thumb, picture, number, look)
    if count > 1:
        _count(painter, disc_rect(thumb), count, look)


def _sheet(painter: QPainter, rect: QRect, look: Look) -> None:
    painter.setBrush(look.colours.raised)
    painter.setPen(QPen(look.colours.faint, 1))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _picture(
    painter: QPainter, rect: QRect, picture: QPixmap | None, number: str, look: Look
) -> None:
    painter.save()
    painter.setBrushOrigin(rect.topLeft())
    painter.setBrush(look.stripes)
    painter.setPen(QPen(look.colours.accent, 2))
    painter.drawRoundedRect(QRectF(rect), 6, 6)
    if picture is not None:
        painter.drawPixmap(rect.topLeft(), look.cover(picture, rect.size()))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect), 6, 6)
    else:
        painter.setFont(look.title)
        painter.setPen(look.colours.text)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, number)
    painter.restore()


def _count(painter: QPainter, disc: QRect, count: int, look: Look) -> None:
    wide = max(disc.width(), look.badge_metrics.horizontalAdvance(str(count)) + 12)
    box = QRect(disc.right() + 1 - wide, disc.y(), wide, disc.height())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.accent)
    painter.drawRoundedRect(QRectF(box), disc.height() / 2, disc.height() / 2)
    painter.setFont(look.badge)
    painter.setPen(look.colours.on_accent)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(count))


def paint_place_words(painter: QPainter, box: QRect, words: str, look: Look) -> None:
    """The place, in its box."""
    if not words:
        return
    colours = look.colours
    # As dark in the light look: it lies on pictures.
    ground, ink = (colours.stage if colours.is_dark else colours.text), colours.text
    painter.setPen(QPen(colours.line, 1) if colours.is_dark else Qt.PenStyle.NoPen)
    painter.setBrush(faded(ground, 0.96))
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5)
    painter.setFont(look.meta)
    painter.setPen(ink if colours.is_dark else colours.bg)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
