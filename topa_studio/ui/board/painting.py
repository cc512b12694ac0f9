"""Paints the visible part of the board: scenes, cards, + cards, playhead, what a drag shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter, QRegion

from topa_studio.ui.board.ground import BoardGround
from topa_studio.ui.board.seams import sign_rect
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.heading import (
    Heading,
    paint_empty_card,
    paint_frame,
    paint_heading,
    paint_playhead,
)
from topa_studio.ui.film.painting import CardPainter
from topa_studio.ui.film.seam_sign import paint_sign
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

_APART, _LINES = 12, 3


class BoardPainter(CardPainter):
    """Works for one board."""

    def __init__(
        self, view: BoardGround, thumbnails: Thumbnails, faces: Callable[[str], tuple[str, ...]]
    ) -> None:
        super().__init__(view, thumbnails, faces)
        self._board = view

    def paint(self, region: QRegion, over: Callable[[QPainter], None]) -> None:
        """Paint the part of the viewport that Qt asks for; `over` paints on top of it."""
        view = self._board
        rect = region.boundingRect()
        with QPainter(view.viewport()) as painter:
            painter.setClipRegion(region)
            painter.fillRect(rect, view.look.colours.bg)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            offset = view.verticalOffset()
            for scene in view.grid().scenes_between(
                rect.top() + offset, rect.bottom() + offset + 1
            ):
                self._scene(painter, region, scene)
            self.cards(painter, region, view.rows_in(rect))
            self._playhead(painter)
            seam = view.touch.seam
            if seam is not None and seam < view.grid().rows:
                paint_sign(painter, sign_rect(view, seam), view.look)
            self.around(painter)
            over(painter)

    def nothing(self, painter: QPainter, rect: QRect) -> None:
        """The + card of a film without scenes, over its words."""
        view, first = self._board, self._board.first_rect()
        if not first.isValid():
            super().nothing(painter, rect)
            return
        words = Heading("", "", "", hint=view.empty_words(), hint_hovered=view.touch.empty == 0)
        paint_empty_card(painter, first, words, view.look)
        high = view.look.title_metrics.lineSpacing() * _LINES
        super().nothing(painter, QRect(rect.left(), first.bottom() + _APART, rect.width(), high))

    def _scene(self, painter: QPainter, region: QRegion, scene: int) -> None:
        view, heading = self._board, self._board.heading(scene)
        paint_frame(painter, view.frame_rect(scene), heading, view.look)
        head, add = view.head_rect(scene), view.empty_card_rect(scene)
        if region.intersects(head):
            paint_heading(painter, head, heading, view.look)
        if add.isValid():
            if region.intersects(add):
                paint_empty_card(painter, add, heading, view.look)
        elif not view.shots.scenes[scene].shots:
            paint_empty_card(
                painter, view.frame_rect(scene).adjusted(8, 8, -8, -8), heading, view.look
            )

    def _playhead(self, painter: QPainter) -> None:
        view = self._board
        found = None if view.playhead is None else view.playhead_at(view.playhead)
        if found is None:
            return
        picture = picture_rect(view.card_rect(found[0]), view.look)
        x = picture.left() + round(found[1] * picture.width())
        paint_playhead(painter, x, picture.top(), picture.height(), view.look)
