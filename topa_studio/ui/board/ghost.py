"""What is seen of a drag on the board: a picture at the pointer, and where it would land."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap, QRegion

from topa_studio.ui.board.ground import BoardGround
from topa_studio.ui.board.landing import caret_of, scene_caret_of
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.film.drag import Drag, Load
from topa_studio.ui.film.ghost import (
    FAR,
    disc_rect,
    paint_place_words,
    paint_stack,
    place_words,
)
from topa_studio.ui.film.look import Look
from topa_studio.ui.film.place import Place
from topa_studio.ui.look.theme import scaled

_WIDE = 154
_HELD = QPoint(23, 65)
_KNOB = 5
_BELOW = 20
_PAD = 8


def ghost_words(view: BoardGround, load: Load, place: Place | None) -> str:
    """The place, in words."""
    rows = range(0) if place is None else _rows(view, load, place)
    return place_words(view.shots, rows, load, place, COMMANDS["board_cancel"].key)


def paint_ghost(painter: QPainter, view: BoardGround, drag: Drag, picture: QPixmap | None) -> None:
    """The mark where it would land, sheets, the picture that was pressed, its count, the words."""
    load, look = drag.load, view.look
    if not drag.active or load is None:
        return
    if drag.place is not None:
        _caret(painter, _mark(view, load, drag.place), look)
    if load.keys:
        row = view.shots.row(load.pressed or load.keys[0])
        number = "" if row is None else view.shots.number(row)
        paint_stack(painter, _thumb(view, drag.at), picture, number, len(load.keys), look)
    words = ghost_words(view, load, drag.place)
    paint_place_words(painter, _label(view, drag, load), words, look)


def ghost_marks(view: BoardGround, drag: Drag) -> QRegion:
    """Where all that is; only that is painted anew as the pointer goes."""
    load = drag.load
    if not drag.active or load is None:
        return QRegion()
    marks = QRegion(_label(view, drag, load).adjusted(-2, -2, 2, 2))
    if load.keys:
        thumb = _thumb(view, drag.at)
        marks += thumb.adjusted(-2, -2, FAR + 2, FAR + 2)
        marks += disc_rect(thumb).adjusted(-1, -1, 1, 1)
    if drag.place is not None:
        marks += _mark(view, load, drag.place).adjusted(-_KNOB, -_KNOB, _KNOB, _KNOB)
    return marks


def _thumb_size(view: BoardGround) -> QSize:
    """How large the picture at the pointer is."""
    sizes = view.grid().sizes
    wide = min(scaled(_WIDE), sizes.card_width)
    return QSize(wide, min(round(wide * sizes.picture), scaled(_WIDE)))


def _rows(view: BoardGround, load: Load, place: Place) -> range:
    return range(0) if load.scene is not None else view.grid().rows_of(place.scene)


def _mark(view: BoardGround, load: Load, place: Place) -> QRect:
    find = scene_caret_of if load.scene is not None else caret_of
    return view.rect_of(find(view.grid(), place))


def _thumb(view: BoardGround, at: QPoint) -> QRect:
    size = _thumb_size(view)
    return QRect(at - QPoint(_HELD.x(), min(_HELD.y(), size.height() - 8)), size)


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
