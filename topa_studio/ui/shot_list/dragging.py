"""What is seen while rows of the shot list are dragged: what they are, where they would land."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QPainter, QPixmap, QRegion

from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.film.drag import Drag, Load
from topa_studio.ui.film.ghost import (
    FAR,
    disc_rect,
    paint_place_words,
    paint_stack,
    place_words,
)
from topa_studio.ui.film.heading import paint_caret_across
from topa_studio.ui.shot_list.ground import Ground

_KNOB, _PAD, _BELOW = 5, 8, 14
_HELD = QPoint(18, 22)


def words_of(view: Ground, drag: Drag) -> str:
    """Where it would land, in words."""
    load, place = drag.load, drag.place
    if load is None:
        return ""
    is_shots = place is not None and load.scene is None
    rows = view.lines().rows_of(place.scene) if is_shots and place is not None else range(0)
    return place_words(view.shots, rows, load, place, COMMANDS["cell_leave"].key)


def paint_drag(painter: QPainter, view: Ground, drag: Drag, picture: QPixmap | None) -> None:
    """A line between the rows, the picture of the one that was pressed, and the words."""
    load = drag.load
    if not drag.active or load is None:
        return
    if drag.place is not None:
        mark = _mark(view, drag.place.caret)
        width = mark.width() - 2 * _KNOB
        paint_caret_across(painter, mark.center().y(), mark.left() + _KNOB, width, view.look)
    if load.keys:
        row = view.shots.row(load.pressed or load.keys[0])
        number = "" if row is None else view.shots.number(row)
        thumb = _thumb(view, drag.at)
        paint_stack(painter, thumb, picture, number, len(load.keys), view.look)
    paint_place_words(painter, _label(view, drag, load), words_of(view, drag), view.look)


def drag_marks(view: Ground, drag: Drag) -> QRegion:
    """Where all that is; only that is painted anew as the pointer goes."""
    load = drag.load
    if not drag.active or load is None:
        return QRegion()
    marks = QRegion(_label(view, drag, load).adjusted(-2, -2, 2, 2))
    if load.keys:
        thumb = _thumb(view, drag.at)
        marks += thumb.adjusted(-2, -2, FAR + 2, FAR + 2)
        marks += disc_rect(thumb).adjusted(-20, -2, 20, 2)
    if drag.place is not None:
        marks += _mark(view, drag.place.caret)
    return marks


def _mark(view: Ground, caret: int) -> QRect:
    """Whole in sight, also at the very start and end."""
    high = view.viewport().height()
    y = min(max(caret - view.verticalOffset(), _KNOB), high - _KNOB - 1)
    return QRect(0, y - _KNOB, view.viewport().width(), 2 * _KNOB + 1).adjusted(2, 0, -2, 0)


def _thumb(view: Ground, at: QPoint) -> QRect:
    return QRect(at - _HELD, QSize(view.look.picture))


def _label(view: Ground, drag: Drag, load: Load) -> QRect:
    size = view.look.meta_metrics.size(0, words_of(view, drag))
    left, top = drag.at.x() + 14, drag.at.y() + 12
    if load.keys:
        thumb = _thumb(view, drag.at)
        left, top = thumb.left(), thumb.bottom() + _BELOW
    box = QRect(left, top, size.width() + 2 * _PAD, size.height() + _PAD)
    room = view.viewport().rect()
    box.moveLeft(max(room.left(), min(box.left(), room.right() - box.width())))
    box.moveTop(max(room.top(), min(box.top(), room.bottom() - box.height())))
    return box
