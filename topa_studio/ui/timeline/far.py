"""The strip from far away: cards of a few pixels, and one mark for all that share a pixel."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect
from PySide6.QtGui import QColor, QPainter

from topa_studio.model.status import Stage
from topa_studio.ui.film.badge import badge_of
from topa_studio.ui.look.theme import mix
from topa_studio.ui.timeline.ground import Ground
from topa_studio.ui.timeline.layout import Strip

CELL, CARD = 3, 12
_LINE, _APART, _FRAME = 4, 4, 60
_STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
_Index = QModelIndex | QPersistentModelIndex
# What asks for the user comes before what only is; of shots in one pixel that is told.
_FIRST = (
    (Stage.FAILED, Stage.NEEDS_YOU, Stage.MISSING),
    (Stage.SENDING, Stage.DRAWING, Stage.DOWNLOADING, Stage.IN_LINE),
    (Stage.NOT_MADE, Stage.EMPTY),
)


@dataclass(frozen=True, slots=True)
class Run:
    """Rows that are painted as one, and from where to where on the strip."""

    rows: range
    left: int
    right: int


def runs_between(strip: Strip, left: int, right: int) -> Iterator[Run]:
    """What is painted from `left` to `right`: a card by itself, or all that a few pixels hold.

    Cells lie at the same pixels whatever part is asked for.
    """
    told = -1
    for cell in range(left // CELL, -(-right // CELL)):
        begin = cell * CELL
        rows = strip.rows_between(begin, begin + CELL)
        if not rows:
            continue
        last = strip.card(rows[-1])
        if last.width >= CELL:
            # It is painted from where it begins on, and what is before it in this cell alone.
            if rows[-1] != told:
                told = rows[-1]
                yield Run(range(told, told + 1), last.left, last.right)
            rows, end = rows[:-1], last.left
        else:
            end = begin + CELL
        if rows and rows[-1] != told and end > begin:
            yield Run(rows, begin, end)


class FarPainter:
    """Works for one strip; what shots are is looked up once, until they are something else."""

    def __init__(self, view: Ground) -> None:
        self._view = view
        self._known: dict[int, tuple[int, QColor | None]] = {}
        view.shots.dataChanged.connect(self._forget)
        view.laid_out.connect(self._known.clear)

    def _forget(self, first: _Index, last: _Index, _roles: object = ()) -> None:
        for row in range(first.row(), last.row() + 1):
            self._known.pop(row, None)

    def heads(self, painter: QPainter, scenes: range) -> list[int]:
        """Paint the numbers of these scenes, every second or tenth where there is no more room.

        Those that are wide enough for a frame and a heading are left, and given back.
        """
        view, look = self._view, self._view.look
        strip, count = view.strip(), max(1, len(view.shots.scenes))
        room = look.heading_metrics.horizontalAdvance("0000") + 8
        each = next((step for step in _STEPS if strip.width * step >= room * count), _STEPS[-1])
        chosen = view.scene_of_id(view.chosen_scene)
        wide = [scene for scene in scenes if strip.scene(scene).width >= _FRAME]
        painter.setFont(look.heading)
        painter.setPen(look.colours.dim)
        for scene in scenes:
            number = view.shots.scene_number(scene)
            if scene not in wide and (number == 1 or number % each == (each == 2)):
                head = view.head_rect(scene)
                base = head.y() + (head.height() + look.heading_metrics.ascent()) // 2 - 1
                painter.drawText(view.frame_rect(scene).x(), base, str(number))
        if chosen is not None and chosen in scenes and chosen not in wide:
            painter.fillRect(view.frame_rect(chosen), look.colours.accent)
        return wide

    def paint(self, painter: QPainter, rect: QRect) -> list[int]:
        """Paint what lies in a part of the viewport; rows of cards with room for more are left."""
        view, offset, left = self._view, self._view.horizontalOffset(), []
        colours, area, pad = view.look.colours, view.frame_area(), view.metrics.pad
        ground = mix(colours.panel, colours.text, 0.16)
        veil = mix(ground, colours.accent, 0.4)
        chosen = self._chosen()
        current = view.currentIndex().row() if view.hasFocus() else -1
        for run in runs_between(view.strip(), rect.left() + offset, rect.right() + offset + 1):
            wide = run.right - run.left
            if len(run.rows) == 1 and wide >= CARD:
                left.append(run.rows[0])
                continue
            apart = 1 if len(run.rows) == 1 and wide >= _APART else 0
            box = QRect(run.left - offset, area.y() + pad, wide - apart, area.height() - 2 * pad)
            is_chosen = any(first < run.rows.stop and run.rows[0] <= last for first, last in chosen)
            painter.fillRect(box, veil if is_chosen else ground)
            if (colour := self._colour(run.rows)) is not None:
                bottom = box.bottom() - _LINE + 1
                painter.fillRect(QRect(box.x(), bottom, box.width(), _LINE), colour)
            if is_chosen:
                painter.fillRect(box.x(), box.y(), box.width(), _LINE, colours.accent)
            if current in run.rows:
                painter.fillRect(box.x(), box.y() - 4, max(2, box.width()), 3, colours.run)
        return left

    def _chosen(self) -> list[tuple[int, int]]:
        found = self._view.selectionModel().selection()
        ranges = (found.at(place) for place in range(found.count()))
        return [(each.top(), each.bottom()) for each in ranges]

    def _colour(self, rows: range) -> QColor | None:
        """The colour of the state that is told of these: the one that asks for the user most."""
        known, state = self._known, self._state
        return min((known.get(row) or state(row) for row in rows), key=_rank)[1]

    def _state(self, row: int) -> tuple[int, QColor | None]:
        status = self._view.shots.status(row)
        ranks = (at for at, stages in enumerate(_FIRST) if status.stage in stages)
        badge = badge_of(status, time.time(), self._view.look)
        rank = 0 if badge is not None and status.stage is Stage.MADE else next(ranks, len(_FIRST))
        found = self._known[row] = rank, None if badge is None else badge.colour
        return found


def _rank(state: tuple[int, QColor | None]) -> int:
    return state[0]
