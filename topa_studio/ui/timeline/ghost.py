"""What is seen of a drag: where it would land, and what it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QRegion

from topa_studio.ui.film.drag import Drag, Load
from topa_studio.ui.film.heading import paint_caret
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.place import Place
from topa_studio.ui.film.words import count_word
from topa_studio.ui.timeline.ground import Ground

_GHOST = QPoint(14, 12)
_KNOB = 5


def paint_drag(painter: QPainter, view: Ground, drag: Drag) -> None:
    """The caret, and a label at the pointer that says what is dragged."""
    if not drag.active or drag.load is None:
        return
    look = view.look
    if drag.place is not None:
        caret = _caret(view, drag.place)
        middle = caret.center().x()
        paint_caret(painter, middle, caret.top() + _KNOB, caret.height() - 2 * _KNOB, look)
    box = _label(view, drag, drag.load)
    painter.setPen(look.colours.accent)
    painter.setBrush(look.colours.raised)
    painter.drawRoundedRect(box, 6, 6)
    painter.setFont(look.badge)
    painter.setPen(look.colours.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _load_words(view.shots, drag.load))


def drag_marks(view: Ground, drag: Drag) -> QRegion:
    """Where the drag's own picture is; only that is painted anew as the pointer goes."""
    if not drag.active or drag.load is None:
        return QRegion()
    marks = QRegion(_label(view, drag, drag.load).adjusted(-2, -2, 2, 2))
    return marks if drag.place is None else marks + _caret(view, drag.place)


def _label(view: Ground, drag: Drag, load: Load) -> QRect:
    size = view.look.badge_metrics.size(0, _load_words(view.shots, load))
    return QRect(drag.at + _GHOST, size).adjusted(0, 0, 20, 12)


def _caret(view: Ground, place: Place) -> QRect:
    area, left = view.frame_area(), place.caret - view.horizontalOffset()
    return QRect(left - _KNOB, area.top(), 2 * _KNOB + 1, area.height())


def _load_words(shots: ShotsModel, load: Load) -> str:
    """What is dragged."""
    if load.scene is not None:
        place = next(i for i, scene in enumerate(shots.scenes) if scene.id == load.scene)
        return f"{shots.scene_number(place)}  {shots.scenes[place].title or load.scene}"
    row = shots.row(load.keys[0]) if load.keys else None
    if len(load.keys) > 1 or row is None:
        return count_word("shots", len(load.keys))
    return f"{shots.number(row)}  {shots.shot(row).title or shots.shot(row).id}"
