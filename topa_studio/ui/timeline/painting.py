"""Paints the visible part of the strip: scenes, cards, playhead, and what a drag shows."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap, QRegion

from topa_studio.film.ladder import Source, shown_of
from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, ShotStatus, Stage
from topa_studio.ui.film.card import Card, paint_card, picture_rect
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.gaps import paint_sign, sign_rect
from topa_studio.ui.timeline.ground import Ground
from topa_studio.ui.timeline.heading import (
    paint_empty_card,
    paint_focus,
    paint_frame,
    paint_heading,
    paint_playhead,
)

_SECOND_MS = 1000
_FRAME_AT = 0.5


class StripPainter(QObject):
    """Works for one view; `painted` counts cards since the view was made."""

    def __init__(
        self,
        view: Ground,
        thumbnails: Thumbnails,
        faces: Callable[[str], tuple[str, ...]],
    ) -> None:
        super().__init__(view)
        self._view = view
        self._thumbnails = thumbnails
        self._faces = faces
        self._shown: dict[str, set[str]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SECOND_MS)
        self._timer.timeout.connect(self._tick)
        self.painted = 0
        thumbnails.ready.connect(self.picture_came)

    def paint(self, region: QRegion, over: Callable[[QPainter], None]) -> None:
        """Paint the part of the viewport that Qt asks for; `over` paints on top of it."""
        view = self._view
        rect = region.boundingRect()
        painter = QPainter(view.viewport())
        painter.setClipRegion(region)
        painter.fillRect(rect, view.look.colours.bg)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        offset = view.horizontalOffset()
        scenes = view.strip().scenes_between(rect.left() + offset, rect.right() + offset + 1)
        for scene in scenes:
            self._scene(painter, scene)
        running = False
        now = time.time()
        for row in view.rows_in(rect):
            if not region.intersects(view.around(row)):
                continue
            status = self._card(painter, row, now)
            running = running or status.stage in RUNNING
        if running and not self._timer.isActive():
            self._timer.start()
        if not view.strip().scenes:
            self._nothing(painter)
        self._playhead(painter)
        if view.touch.seam is not None and view.touch.seam < view.strip().rows:
            paint_sign(painter, sign_rect(view, view.touch.seam), view)
        if view.hasFocus() and not view.currentIndex().isValid() and view.chosen_scene is None:
            paint_focus(painter, view.viewport().rect(), view.look)
        over(painter)
        painter.end()

    def _scene(self, painter: QPainter, scene: int) -> None:
        view = self._view
        heading = view.heading(scene)
        paint_frame(painter, view.frame_rect(scene), heading, view.look)
        paint_heading(painter, view.head_rect(scene), heading, view.look)
        if heading.hint:
            inside = view.frame_rect(scene).adjusted(8, 8, -8, -8)
            rect = view.empty_card_rect(scene)
            paint_empty_card(painter, rect if rect.isValid() else inside, heading, view.look)

    def _card(self, painter: QPainter, row: int, now: float) -> ShotStatus:
        view = self._view
        rect = view.card_rect(row)
        shot = view.shots.shot(row)
        status = view.shots.status(row)
        size = picture_rect(rect, view.look).size()
        picture = self._picture(shot, status, size)
        index = view.shots.index(row)
        current = view.hasFocus() and index == view.currentIndex()
        selected = view.selectionModel().isSelected(index)
        hovered = view.touch.hovered == shot.key
        shown = view.touch.shown(shot.key) if hovered else 0.0
        card = Card(
            number=view.shots.number(row),
            shot=shot,
            status=status,
            picture=picture,
            faces=self._portraits(shot) if picture is None else (),
            selected=selected,
            several=selected and view.is_marked(row) and not shot.locked,
            focused=current,
            hovered=hovered,
            dragged=shot.key in view.touch.dragged,
            price=view.offers.price(shot.key) if shown else "",
            verb=view.offers.shot(shot.key) if shown else "",
            on_verb=hovered and view.touch.on_verb,
            on_more=hovered and view.touch.on_more,
            shown=shown,
            place=view.offers.place(shot.key) if status.stage is Stage.IN_LINE else 0,
            hit=view.shots.hit(shot.key),
            box=view.offers.box(shot.key),
            now=now,
        )
        paint_card(painter, rect, card, view.look)
        self.painted += 1
        return status

    def _picture(self, shot: Shot, status: ShotStatus, size: QSize) -> QPixmap | None:
        played = self._view.touch.frame(shot.key)
        if played is not None and not played.isNull():
            return played
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
        size = QSize(round(self._view.look.face * 1.78 * self._view.look.ratio), 0)
        found = (self._asked(shot.key, path, 0.0, size) for path in self._faces(shot.key))
        return tuple(pixmap for pixmap in found if pixmap is not None)

    def picture_came(self, path: str) -> None:
        """A picture has come: paint the cards that wait for it."""
        for key in self._shown.pop(path, ()):
            self._view.repaint_card(key)

    def _tick(self) -> None:
        for row in self._view.rows_in(self._view.viewport().rect()):
            if self._view.shots.status(row).stage in RUNNING:
                self._view.repaint_card(self._view.shots.shot(row).key)

    def _nothing(self, painter: QPainter) -> None:
        painter.setFont(self._view.look.title)
        painter.setPen(self._view.look.colours.dim)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(
            self._view.viewport().rect().adjusted(40, 0, -40, 0), int(flags), self._view.nothing
        )

    def _playhead(self, painter: QPainter) -> None:
        view = self._view
        area = view.frame_area()
        if view.playhead is not None and view.strip().rows:
            x = view.playhead_x(view.playhead)
            height = area.height() - view.metrics.pad - view.look.foot
            if x is not None:
                paint_playhead(painter, x, area.top(), height, view.look)
