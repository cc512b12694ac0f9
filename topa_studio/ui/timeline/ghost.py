"""What is seen of a drag: where it would land, and what it is."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter

from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.words import count_word
from topa_studio.ui.timeline.drag import Drag, Load
from topa_studio.ui.timeline.ground import Ground
from topa_studio.ui.timeline.heading import paint_caret

_GHOST = QPoint(14, 12)


def paint_drag(painter: QPainter, view: Ground, drag: Drag) -> None:
    """The caret, and a label at the pointer that says what is dragged."""
    if not drag.active or drag.load is None:
        return
    if drag.place is not None:
        area = view.frame_area()
        left = drag.place.caret - view.horizontalOffset()
        paint_caret(painter, left, area.top() + 5, area.height() - 10, view.look)
    look = view.look
    words = _load_words(view.shots, drag.load)
    size = look.badge_metrics.size(0, words)
    box = QRect(drag.at + _GHOST, size).adjusted(0, 0, 20, 12)
    painter.setPen(look.colours.accent)
    painter.setBrush(look.colours.raised)
    painter.drawRoundedRect(box, 6, 6)
    painter.setFont(look.badge)
    painter.setPen(look.colours.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def _load_words(shots: ShotsModel, load: Load) -> str:
    """What is dragged."""
    if load.scene is not None:
        place = next(i for i, scene in enumerate(shots.scenes) if scene.id == load.scene)
        return f"{shots.scene_number(place)}  {shots.scenes[place].title or load.scene}"
    row = shots.row(load.keys[0]) if load.keys else None
    if len(load.keys) > 1 or row is None:
        return count_word("shots", len(load.keys))
    return f"{shots.number(row)}  {shots.shot(row).title or shots.shot(row).id}"
