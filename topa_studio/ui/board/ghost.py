"""What is seen of a drag on the board: a picture at the pointer, and where it would land."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion

from topa_studio.ui.board.ground import BoardGround
from topa_studio.ui.board.landing import caret_of, scene_caret_of
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.film.drag import Drag, Load
from topa_studio.ui.film.look import Look, faded
from topa_studio.ui.film.place import Place
from topa_studio.ui.theme import scaled

translate = QCoreApplication.translate
_WIDE, _SHEET, _SHEETS = 154, 5, 2
_HELD = QPoint(23, 65)
_KNOB = 5
_DISC = 20
_BELOW = 20
_PAD = 8


def ghost_words(view: BoardGround, load: Load, place: Place | None) -> str:
    """The place, in words."""
    if place is None:
        return ""
    if load.scene is not None:
        words = translate("Board", "To the end of the film")
        if place.index < len(view.shots.scenes):
            words = translate("Board", "Before scene {number}")
            words = words.format(number=view.shots.scene_number(place.index))
    else:
        scene = view.shots.scene_number(place.scene)
        words = translate("Board", "To scene {scene}, first").format(scene=scene)
        rows = view.grid().rows_of(place.scene)
        before = (row for row in reversed(rows[: place.index]) if not _goes(view, load, row))
        after = next(before, None)
        if after is not None:
            words = translate("Board", "To scene {scene}, after {number}")
            words = words.format(scene=scene, number=view.shots.number(after))
    back = translate("Board", "{key}: back").format(key=COMMANDS["board_cancel"].key)
    return f"{words} · {back}"


def paint_ghost(painter: QPainter, view: BoardGround, drag: Drag, picture: QPixmap | None) -> None:
    """The mark where it would land, sheets, the picture that was pressed, its count, the words."""
    load, look = drag.load, view.look
    if not drag.active or load is None:
        return
    if drag.place is not None:
        _caret(painter, _mark(view, load, drag.place), look)
    if load.keys:
        thumb = _thumb(view, drag.at)
        for back in range(min(_SHEETS, len(load.keys) - 1), 0, -1):
            _sheet(painter, thumb.translated(back * _SHEET, back * _SHEET), look)
        row = view.shots.row(load.pressed or load.keys[0])
        _picture(painter, thumb, picture, "" if row is None else view.shots.number(row), look)
        if len(load.keys) > 1:
            _count(painter, _disc(thumb), len(load.keys), look)
    _words(painter, _label(view, drag, load), ghost_words(view, load, drag.place), look)


def ghost_marks(view: BoardGround, drag: Drag) -> QRegion:
    """Where all that is; only that is painted anew as the pointer goes."""
    load = drag.load
    if not drag.active or load is None:
        return QRegion()
    marks = QRegion(_label(view, drag, load).adjusted(-2, -2, 2, 2))
    if load.keys:
        thumb, far = _thumb(view, drag.at), _SHEETS * _SHEET
        marks += thumb.adjusted(-2, -2, far + 2, far + 2)
        marks += _disc(thumb).adjusted(-1, -1, 1, 1)
    if drag.place is not None:
        marks += _mark(view, load, drag.place).adjusted(-_KNOB, -_KNOB, _KNOB, _KNOB)
    return marks


def _thumb_size(view: BoardGround) -> QSize:
    """How large the picture at the pointer is."""
    sizes = view.grid().sizes
    wide = min(scaled(_WIDE), sizes.card_width)
    return QSize(wide, min(round(wide * sizes.picture), scaled(_WIDE)))


def _goes(view: BoardGround, load: Load, row: int) -> bool:
    return view.shots.shot(row).key in load.keys


def _mark(view: BoardGround, load: Load, place: Place) -> QRect:
    find = scene_caret_of if load.scene is not None else caret_of
    return view.rect_of(find(view.grid(), place))


def _thumb(view: BoardGround, at: QPoint) -> QRect:
    size = _thumb_size(view)
    return QRect(at - QPoint(_HELD.x(), min(_HELD.y(), size.height() - 8)), size)


def _disc(thumb: QRect) -> QRect:
    size = scaled(_DISC)
    return QRect(thumb.right() + 1 - size // 2 - 4, thumb.top() - size // 2 + 2, size, size)


def _label(view: BoardGround, drag: Drag, load: Load) -> QRect:
    """Under the picture, and whole in the viewport."""
    size = view.look.meta_metrics.size(0, ghost_words(view, load, drag.place))
    left, top = drag.at.x() + 14, drag.at.y() + 12
    if load.keys:
        thumb = _thumb(view, drag.at)
        left, top = thumb.left(), thumb.bottom() + _BELOW
    box = QRect(left, top, size.width() + 2 * _PAD, size.height() + _PAD)
    room = view.viewport().rect()
    box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
    box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height())))
    return box


def _caret(painter: QPainter, mark: QRect, look: Look) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look.colours.accent)
    bar = QRectF(mark)
    painter.drawRoundedRect(bar, 1.5, 1.5)
    upright = mark.height() > mark.width()
    ends = (
        (QRectF(bar.x() - 3, bar.top() - 4.5, 9, 9), QRectF(bar.x() - 3, bar.bottom() - 4.5, 9, 9))
        if upright
        else (
            QRectF(bar.left() - 4.5, bar.y() - 3, 9, 9),
            QRectF(bar.right() - 4.5, bar.y() - 3, 9, 9),
        )
    )
    for knob in ends:
        painter.drawEllipse(knob)


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


def _words(painter: QPainter, box: QRect, words: str, look: Look) -> None:
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
