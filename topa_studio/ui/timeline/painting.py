"""Paints the visible part of the strip: scenes, cards, playhead, and what a drag shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QPainter, QRegion

from topa_studio.ui.film.heading import (
    paint_empty_card,
    paint_frame,
    paint_heading,
    paint_playhead,
)
from topa_studio.ui.film.painting import CardPainter
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.timeline.gaps import sign_rect
from topa_studio.ui.timeline.ground import Ground

if TYPE_CHECKING:
    from topa_studio.ui.timeline.far import FarPainter


class StripPainter(CardPainter):
    """Works for one strip."""

    def __init__(
        self,
        view: Ground,
        thumbnails: Thumbnails,
        faces: Callable[[str], tuple[str, ...]],
    ) -> None:
        super().__init__(view, thumbnails, faces)
        self._strip = view

    def paint(self, region: QRegion, over: Callable[[QPainter], None]) -> None:
        """Paint the part of the viewport that Qt asks for; `over` paints on top of it."""
        view = self._strip
        rect = region.boundingRect()
        with QPainter(view.viewport()) as painter:
            painter.setClipRegion(region)
            painter.fillRect(rect, view.look.colours.bg)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            offset = view.horizontalOffset()
            scenes = view.strip().scenes_between(rect.left() + offset, rect.right() + offset + 1)
            wide: Iterable[int] = scenes
            rows: Iterable[int]
            if view.strip().is_far:
                wide = self._far.heads(painter, scenes)
                rows = self._far.paint(painter, rect)
            else:
                rows = view.rows_in(rect)
            for scene in wide:
                self._scene(painter, scene)
            self.cards(painter, region, rows)
            self._playhead(painter)
            if view.touch.seam is not None and view.touch.seam < view.strip().rows:
                from topa_studio.ui.film.seam_sign import paint_sign

                paint_sign(painter, sign_rect(view, view.touch.seam), view.look)
            self.around(painter)
            over(painter)

    @cached_property
    def _far(self) -> FarPainter:
        """What paints the strip from far away."""
        from topa_studio.ui.timeline.far import FarPainter

        return FarPainter(self._strip)

    def _scene(self, painter: QPainter, scene: int) -> None:
        view = self._strip
        heading = view.heading(scene)
        paint_frame(painter, view.frame_rect(scene), heading, view.look)
        paint_heading(painter, view.head_rect(scene), heading, view.look)
        if heading.hint:
            inside = view.frame_rect(scene).adjusted(8, 8, -8, -8)
            rect = view.empty_card_rect(scene)
            paint_empty_card(painter, rect if rect.isValid() else inside, heading, view.look)

    def _playhead(self, painter: QPainter) -> None:
        view = self._strip
        area = view.frame_area()
        if view.playhead is not None and view.strip().rows:
            x = view.playhead_x(view.playhead)
            height = area.height() - view.metrics.pad - view.look.foot
            if x is not None:
                paint_playhead(painter, x, area.top(), height, view.look)
