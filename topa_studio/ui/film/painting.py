"""Paints the cards of a view that are in sight, and keeps those that wait or run up to date."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPixmap, QRegion

from topa_studio.film.ladder import Source, shown_of
from topa_studio.model.scenario import Shot
from topa_studio.model.status import RUNNING, ShotStatus, Stage
from topa_studio.ui.film.card import Card, paint_card, picture_rect
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.guest import paint_guest
from topa_studio.ui.film.heading import paint_focus
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

_SECOND_MS = 1000
_FRAME_AT = 0.5


class CardPainter(QObject):
    """Works for one view; `painted` counts cards since the view was made."""

    def __init__(
        self,
        view: CardView,
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

    def cards(self, painter: QPainter, region: QRegion, rows: Iterable[int]) -> None:
        """Paint the cards of these rows that lie in `region`."""
        running, now = False, time.time()
        for row in rows:
            if region.intersects(self._view.around(row)):
                status = self._card(painter, row, now)
                running = running or status.stage in RUNNING
        if running and not self._timer.isActive():
            self._timer.start()

    def around(self, painter: QPainter) -> None:
        """Paint what lies over all cards: a guest, an empty film's words, the keyboard's ring."""
        view, guest = self._view, self._view.touch.guest
        row = None if guest is None else view.shots.row(guest.key)
        if guest is not None and row is not None and row < view.plan().rows:
            card = view.card_rect(row)
            paint_guest(painter, card, picture_rect(card, view.look), guest, view.look)
        if not view.plan().scenes:
            self.nothing(painter, view.viewport().rect())
        if view.hasFocus() and not view.currentIndex().isValid() and view.chosen_scene is None:
            paint_focus(painter, view.viewport().rect(), view.look)

    def _card(self, painter: QPainter, row: int, now: float) -> ShotStatus:
        view = self._view
        rect = view.card_rect(row)
        shot = view.shots.shot(row)
        status = view.shots.status(row)
        size = picture_rect(rect, view.look).size()
        picture = self._picture(shot, status, size)
        index = view.shots.index(row)
        current = view.hasFocus() and index == view.currentIndex()
        selected = view.is_chosen(row)
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

    def picture_of(self, row: int, size: QSize) -> QPixmap | None:
        """What the card of a row shows, about so large; None: nothing, or not yet."""
        shots = self._view.shots
        return self._picture(shots.shot(row), shots.status(row), size)

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

    def nothing(self, painter: QPainter, rect: QRect) -> None:
        """The words of a view without any scene, in the middle of `rect`."""
        painter.setFont(self._view.look.title)
        painter.setPen(self._view.look.colours.dim)
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(rect.adjusted(40, 0, -40, 0), int(flags), self._view.nothing)
