"""Paints the rows that are in sight: each cell by what its column shows."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPen, QPixmap, QRegion

from topa_studio.film.ladder import Source, shown_of
from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, ShotStatus, Stage
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.film.drag import Drag
from topa_studio.ui.film.faces import paint_faces
from topa_studio.ui.film.look import faded
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.shot_list.cell_words import CellWords, Row
from topa_studio.ui.shot_list.columns import Column, Span
from topa_studio.ui.shot_list.dragging import paint_drag
from topa_studio.ui.shot_list.ground import Ground
from topa_studio.ui.shot_list.lines import AtShot
from topa_studio.ui.shot_list.scene_row import paint_scene_row, scene_row_of
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

_SECOND_MS = 1000
_FRAME_AT = 0.5
_CHOSEN_BAR = 3
_PAST = 3
_AWAY = 0.3


class RowPainter(QObject):
    """Works for one view; `painted` counts rows since the view was made, `cells` their cells."""

    def __init__(
        self,
        view: Ground,
        thumbnails: Thumbnails,
        looks: ElementLooks,
        faces: Callable[[str], tuple[str, ...]],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails
        self._faces = faces
        self.words = CellWords(view, looks)
        self._shown: dict[str, set[str]] = {}
        self._look = view.look
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._tick)
        self.painted = self.cells = 0
        self.drag: Drag | None = None  # comes with the pointer
        thumbnails.ready.connect(self.picture_came)

    def paint(self, region: QRegion) -> None:
        """Put on the screen what Qt asks for, of which only what is not kept is painted."""
        view = self._view
        if self._look is not view.look:
            self._look = view.look
            view.sheet.forget()
        ground, due = view.sheet.ground(region)
        if not due.isEmpty():
            with QPainter(ground) as painter:
                self._paint(painter, due)
        view.sheet.show_kept(region)

    def _paint(self, painter: QPainter, region: QRegion) -> None:
        view, rect = self._view, region.boundingRect()
        painter.setClipRegion(region)
        painter.fillRect(rect, view.look.ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        now, running = time.time(), False
        self.words.begin()
        for line in view.lines_in(rect):
            place = view.line_rect(line)
            if not region.intersects(place):
                continue
            if isinstance(line, AtShot):
                shot, status = view.shots.shot(line.row), view.shots.status(line.row)
                self._row(painter, Row(line.row, shot, status, now), place, region)
                running = running or status.stage in RUNNING
            else:
                paint_scene_row(painter, place, scene_row_of(view, line.scene), view.look)
        if running and not self._timer.isActive():
            self._timer.start()
        if not view.lines().rows:
            self._nothing(painter)
        self._drag(painter)

    def _row(self, painter: QPainter, row: Row, line: QRect, region: QRegion) -> None:
        view, look = self._view, self._view.look
        chosen = view.selectionModel().isSelected(view.shots.index(row.at))
        places, scrolled = view.places(), view.horizontalOffset()
        # The ground of all rows is there already.
        if chosen:
            painter.fillRect(line, look.chosen)
        is_away = row.shot.key in view.dragged
        if is_away:
            painter.setOpacity(_AWAY)
        free = line.adjusted(places.pinned_width, 0, 0, 0)
        part = None if (region & line) == QRegion(line) else region
        if scrolled:  # only then do cells lie where pinned ones are
            painter.save()
            painter.setClipRect(free, Qt.ClipOperation.IntersectClip)
        for at in range(places.pinned, len(places.spans)):
            self._cell(painter, row, places.spans[at], places.left(at, scrolled), line, part)
        if scrolled:
            painter.restore()
        for span in places.spans[: places.pinned]:
            self._cell(painter, row, span, span.left, line, part)
        if is_away:
            painter.setOpacity(1.0)
        # A filled one: a line drawn smoothly takes as long as four cells.
        painter.fillRect(line.left(), line.bottom(), line.width(), 1, look.colours.line)
        if scrolled and places.pinned:
            edge = places.pinned_width - 1
            painter.fillRect(edge, line.top(), 1, line.height(), look.colours.line)
        if chosen:
            bar = QRect(line.left(), line.top(), _CHOSEN_BAR, line.height() - 1)
            painter.fillRect(bar, look.colours.accent)
        self._ring(painter, row.at, free)
        self.painted += 1

    def _cell(
        self, painter: QPainter, row: Row, span: Span, left: int, line: QRect, part: QRegion | None
    ) -> None:
        """Paint a cell, where only a `part` of the row is painted only if it lies in that."""
        cell = QRect(left, line.y(), span.width, line.height() - 1)
        if part is not None and not part.intersects(cell):
            return
        self.cells += 1
        if span.column is Column.PICTURE:
            self._picture(painter, self._view.picture_rect(cell), row)
        else:
            self.words.paint(painter, cell, span.column, row)

    def _ring(self, painter: QPainter, at: int, free: QRect) -> None:
        """The ring around the cell that has the keyboard."""
        view = self._view
        if at != view.currentIndex().row() or view.chosen_scene is not None or not view.has_keys():
            return
        cell = view.cell_rect(at, view.column)
        place = view.places().place_of(view.column)
        painter.save()
        if place is not None and place >= view.places().pinned:
            painter.setClipRect(free, Qt.ClipOperation.IntersectClip)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(view.look.colours.run, 2))
        inset = view.ring + 1
        box = QRectF(cell).adjusted(inset, inset, -inset, -inset - 1)
        painter.drawRoundedRect(box, 4, 4)
        painter.restore()

    def _drag(self, painter: QPainter) -> None:
        """What is dragged, over all rows."""
        drag, view = self.drag, self._view
        if drag is None or not drag.active or drag.load is None:
            return
        row = view.shots.row(drag.load.pressed) if drag.load.pressed is not None else None
        picture = None
        if row is not None:
            shot, status = view.shots.shot(row), view.shots.status(row)
            picture = self._asked_picture(shot, status, view.look.picture)
        paint_drag(painter, view, drag, picture)

    # Pictures.

    def _picture(self, painter: QPainter, rect: QRect, row: Row) -> None:
        view, look = self._view, self._view.look
        picture = self._asked_picture(row.shot, row.status, rect.size())
        if picture is not None:
            painter.drawPixmap(rect.topLeft(), look.rounded(picture, rect.size()))
            if row.status.chosen is None:
                self._veil(painter, rect)  # a panel never looks like a clip
        else:
            painter.drawPixmap(rect.topLeft(), look.blank)
            if row.status.stage is Stage.EMPTY:
                painter.setPen(QPen(look.colours.faint, 1, Qt.PenStyle.DashLine))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            else:
                paint_faces(painter, rect, self._portraits(row.shot), look, rect.top())
        playhead = view.playhead
        if playhead is not None and playhead[0] == row.shot.key:
            ground = QRect(rect.x(), rect.bottom() - _PAST + 1, rect.width(), _PAST)
            painter.fillRect(ground, faded(look.colours.stage, 0.75))
            ground.setWidth(max(_PAST, round(rect.width() * playhead[1])))
            painter.fillRect(ground, look.colours.text)

    def _veil(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(faded(self._view.look.colours.stage, 0.34))
        painter.drawRoundedRect(QRectF(rect), 4, 4)

    def _asked_picture(self, shot: Shot, status: ShotStatus, size: QSize) -> QPixmap | None:
        wide = QSize(round(max(size.width(), size.height() * 1.78) * self._view.look.ratio), 0)
        now = shown_of(shot, status)
        if now.source is Source.SLATE:
            return None
        inside = min(_FRAME_AT, shot.seconds / 2) if now.source is Source.CLIP else 0.0
        return self._asked(shot.key, now.path, now.offset + inside, wide)

    def _asked(self, key: str, path: str, at: float, size: QSize) -> QPixmap | None:
        self._shown.setdefault(path, set()).add(key)
        pixmap = self._thumbnails.pixmap(path, at, size)
        return None if pixmap is None or pixmap.isNull() else pixmap

    def _portraits(self, shot: Shot) -> tuple[QPixmap, ...]:
        size = QSize(round(scaled(20) * 1.78 * self._view.look.ratio), 0)
        found = (self._asked(shot.key, path, 0.0, size) for path in self._faces(shot.key))
        return tuple(pixmap for pixmap in found if pixmap is not None)

    def picture_came(self, path: str) -> None:
        """A picture has come: paint the rows that wait for it."""
        for key in self._shown.pop(path, ()):
            self._view.repaint_card(key)
        if self.words.waits_for(path):
            self._view.viewport().update()

    def _tick(self) -> None:
        view = self._view
        for line in view.lines_in(view.viewport().rect()):
            if isinstance(line, AtShot) and view.shots.status(line.row).stage in RUNNING:
                view.repaint_card(view.shots.shot(line.row).key)

    def _nothing(self, painter: QPainter) -> None:
        """In the first row, what makes one."""
        view, look = self._view, self._view.look
        top = view.lines().height - view.verticalOffset()
        row = QRect(0, top, view.viewport().width(), look.heights.shot)
        words = view.nothing
        if "\n" in words:
            row.setHeight(max(row.height(), view.viewport().height() - top))
        painter.setFont(look.title)
        painter.setPen(look.colours.dim)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(row.adjusted(16, 0, -16, 0), int(flags), words)
