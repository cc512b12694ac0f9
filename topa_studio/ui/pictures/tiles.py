"""The pictures of an element side by side: as many in a row as there is room, carried by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from topa_studio.ui.look.theme import scaled, text_percent, tokens
from topa_studio.ui.pictures.dashed import DashedTile
from topa_studio.ui.pictures.tile import PictureTile
from topa_studio.ui.pictures.tile_foot import FOOT

UPRIGHT, LYING = (220, 236), (302, 170)
_GAP, _MOST_GAP = 12, 24
_LEAST, _WIDER = 0.68, 1.25


class PictureTiles(QWidget):
    """Signals.

    moved: which tile was carried, and to which place, both from 0.
    stepped: the tile that the keyboard shall go to.
    """

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.tiles: list[PictureTile] = []
        self.dashed: list[DashedTile] = []
        self._size = UPRIGHT
        self._room = 0
        self._caret: int | None = None
        self.setAccessibleName(self.tr("Pictures"))

    def set_shape(self, *, lying: bool) -> None:
        """Pictures of places lie, all others stand."""
        self._size = LYING if lying else UPRIGHT
        self.arrange()

    def set_room(self, high: int) -> None:
        """How high one row may be, so that it is seen whole where that is possible."""
        self._room = high
        self.arrange()

    def set_tiles(self, tiles: Sequence[PictureTile], dashed: Sequence[DashedTile]) -> None:
        """Show these, one after another."""
        for each in (*tiles, *dashed):
            if each.parentWidget() is not self:
                each.setParent(self)
                each.show()
        for tile in tiles:
            if tile not in self.tiles:
                tile.carried.connect(lambda at, tile=tile: self._carry(tile, at))
                tile.let_go.connect(lambda tile=tile: self._let_go(tile))
        self.tiles, self.dashed = list(tiles), list(dashed)
        before: QWidget | None = None
        for tile in self.tiles:
            if before is not None:
                QWidget.setTabOrder(before, tile)
            before = tile
        self.arrange()

    def step(self, tile: PictureTile, by: int) -> None:
        """Put the keyboard on a neighbour."""
        at = self.tiles.index(tile) + by
        if 0 <= at < len(self.tiles):
            self.tiles[at].setFocus(Qt.FocusReason.TabFocusReason)

    # Places.

    def arrange(self) -> None:
        """Give each its place; this widget is as high as all of them."""
        every = [*self.tiles, *self.dashed]
        if not every or self.width() < 1:
            return
        foot = scaled(FOOT)
        # Larger text needs a wider foot; the picture grows half as much.
        grown = 1 + (text_percent() - 100) / 200
        wide, high = (round(side * grown) for side in self._size)
        count = self._columns(len(every), wide)
        fits = (self.width() - (count - 1) * _GAP) / count / wide
        low = (self._room - foot) / high if self._room else 1.0
        # Where height is short, a picture may lose a little above and below, and keeps its width.
        share = min(1.0, fits, max(low, _LEAST))
        wide, high = int(wide * min(1.0, fits, share * _WIDER)), int(high * share) + foot
        spare = (self.width() - count * wide) // max(1, count - 1)
        gap = max(_GAP, min(_MOST_GAP, spare))
        for place, each in enumerate(every):
            row, column = divmod(place, count)
            each.setGeometry(QRect(column * (wide + gap), row * (high + gap), wide, high))
        rows = -(-len(every) // count)
        self.setFixedHeight(rows * high + (rows - 1) * gap)
        self.update()

    def _columns(self, most: int, wide: int) -> int:
        """How many stand in a row: one more where they need to be only a little smaller."""
        for count in range(most, 1, -1):
            if count * wide * 0.8 + (count - 1) * _GAP <= self.width():
                return count
        return 1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width holds other rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.arrange()

    # Carrying.

    def _carry(self, tile: PictureTile, at: QPoint) -> None:
        tile.raise_()
        caret = self._place_at(self.mapFromGlobal(at))
        if caret != self._caret:
            self._caret = caret
            self.update()

    def _let_go(self, tile: PictureTile) -> None:
        caret, self._caret = self._caret, None
        self.update()
        if caret is None or tile not in self.tiles:
            return
        here = self.tiles.index(tile)
        to = caret - 1 if caret > here else caret
        if to != here:
            self.moved.emit(here, to)

    def _place_at(self, at: QPoint) -> int:
        """Before which tile a line would stand; their number: behind the last."""
        for place, tile in enumerate(self.tiles):
            box = tile.geometry()
            if at.y() < box.top():
                return place
            if at.y() <= box.bottom() and at.x() < box.center().x():
                return place
        return len(self.tiles)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Where a carried picture would go."""
        if self._caret is None or not self.tiles:
            return
        behind = self._caret == len(self.tiles)
        box = self.tiles[-1 if behind else self._caret].geometry()
        x = box.right() + 4 if behind else max(0, box.left() - 8)
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(tokens().accent)
            painter.drawRoundedRect(x, box.top(), 3, box.height(), 1.5, 1.5)
