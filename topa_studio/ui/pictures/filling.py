"""Tiles for the pictures that an element has, draws or lacks, each with what can be done to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QPixmap

from topa_studio.model.element_picture import ElementPicture
from topa_studio.model.scenario import Element
from topa_studio.model.status import RUNNING
from topa_studio.ui.desk import Desk
from topa_studio.ui.pictures.dashed import DashedTile
from topa_studio.ui.pictures.offering import Offering
from topa_studio.ui.pictures.tile import PictureTile
from topa_studio.ui.pictures.tiles import PictureTiles
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.words import trouble_words

_MOST = 4
_OF_NEW = frozenset({"picture_keep", "picture_put_back"})
_OF_PICTURE = frozenset({"picture_crop", "picture_replace", "picture_trash", "picture_frontal"})


class Filling(QObject):
    """Signals.

    asked: a tile, and the name of a command of pictures. enlarged: a tile whose old picture shall
    be seen beside the new one. cropped: a path and a box. mended: a path.
    keyed: whether the keyboard is on a tile. pressed: a place without a picture was pressed.
    """

    asked = Signal(object, str)
    enlarged = Signal(object)
    cropped = Signal(str, tuple)
    mended = Signal(str)
    keyed = Signal(bool)
    pressed = Signal()

    def __init__(
        self, desk: Desk, thumbnails: Thumbnails, tiles: PictureTiles, offering: Offering
    ) -> None:
        super().__init__(tiles)
        self._desk, self._thumbnails = desk, thumbnails
        self._tiles, self._offering = tiles, offering

    def show_element(self, element: Element) -> None:
        """The pictures of this element, and what is said where one could be."""
        elements, name = self._desk.session.elements, element.name
        waits = elements.why_waits(name) is not None
        there = elements.pictures(name)
        missing = elements.missing(name)
        drawn = [p for p in missing if p.stage in RUNNING or p.failed is not None]
        shown = (*there, *elements.new_angles(name), *drawn)
        free = [p for p in missing if p not in drawn]
        self._fill(shown, self._dashed(element, shown, free))
        for place, (tile, picture) in enumerate(zip(self._tiles.tiles, shown, strict=True), 1):
            can = frozenset[str]() if waits else self._can(picture, len(there))
            price = self._offering.price(name, picture)
            tile.show_picture(
                picture, place, price, can, beyond=bool(picture.path) and not picture.is_sent
            )
            self._show_pixmaps(tile)

    def _can(self, picture: ElementPicture, count: int) -> frozenset[str]:
        if not self._desk.editable or picture.stage in RUNNING:
            return frozenset()
        # What is seen is the new one, which belongs to nothing until it is kept.
        can = _OF_NEW if picture.candidate is not None else frozenset[str]()
        if not picture.path:
            return can
        can |= {"picture_redraw"}
        can |= {"picture_frontal"} if picture.candidate is not None else _OF_PICTURE
        return can | {"picture_sooner"} if count > 1 else can

    def _fill(self, shown: Sequence[ElementPicture], dashed: list[tuple[str, str]]) -> None:
        """As many tiles as there are pictures; those that stay keep the keyboard."""
        known = {tile.picture.path or tile.picture.file: tile for tile in self._tiles.tiles}
        names = [picture.path or picture.file for picture in shown]
        tiles = [known.pop(name) if name in known else self._tile() for name in names]
        places = self._tiles.dashed[: len(dashed)]
        places += [self._place() for _ in range(len(dashed) - len(places))]
        had = any(tile.hasFocus() for tile in known.values())
        for old in (*known.values(), *self._tiles.dashed[len(dashed) :]):
            old.hide()
            old.deleteLater()
        self._tiles.set_tiles(tiles, places)
        for place, words in zip(places, dashed, strict=True):
            place.say(*words)
        if had:
            (tiles[0] if tiles else self._tiles.window()).setFocus(Qt.FocusReason.OtherFocusReason)

    def _tile(self) -> PictureTile:
        made = PictureTile()
        made.keyed.connect(self.keyed)
        made.asked.connect(lambda name: self.asked.emit(made, name))
        made.cropped.connect(lambda box: self.cropped.emit(made.picture.path, box))
        made.mended.connect(lambda: self.mended.emit(made.picture.path))
        made.was_wanted.connect(lambda: self.enlarged.emit(made))
        return made

    def _place(self) -> DashedTile:
        made = DashedTile()
        made.pressed.connect(self.pressed)
        return made

    def _dashed(
        self, element: Element, shown: Sequence[ElementPicture], free: Sequence[ElementPicture]
    ) -> list[tuple[str, str]]:
        """What is said where a picture could be."""
        if not self._desk.editable:
            return []
        if not shown:
            price = self._offering.missing_words
            draw = self.tr("Describe it, then press Generate")
            why = self._desk.session.elements.why_waits(element.name)
            if why is not None:
                return [(trouble_words(why), "")]
            if element.description or element.reference_prompts:
                draw = self.tr("Press {button}").format(button=price) if price else ""
            names = [p.words for p in free][:_MOST] or [""] * _MOST
            drop = self.tr("Drop a picture")
            first = draw if element.description or element.reference_prompts else ""
            return [
                (name or (draw if place == 0 else ""), first if place == 0 and name else drop)
                for place, name in enumerate(names)
            ]
        if free:
            return [(p.words, self.tr("not made yet")) for p in free]
        if len(shown) == 1:
            return [(self.tr("One more angle is needed"), self.tr("Drop a picture"))]
        return []

    def _show_pixmaps(self, tile: PictureTile) -> None:
        picture = tile.picture
        old = self.pixmap(picture.path, tile.face.size())
        if picture.candidate is None:
            tile.show_pixmaps(old, None)
        else:
            tile.show_pixmaps(self.pixmap(picture.candidate.path, tile.face.size()), old)

    def pixmap(self, path: str, size: QSize) -> QPixmap | None:
        """A picture of the film's home at least so large; None until it has come."""
        if not path:
            return None
        wide = round(max(size.width(), size.height(), 220) * self._tiles.devicePixelRatioF())
        found = self._thumbnails.pixmap(path, 0, QSize(wide, wide))
        return None if found is None or found.isNull() else found

    def came(self, path: str) -> PictureTile | None:
        """A picture has come; the tile that shows it."""
        for tile in self._tiles.tiles:
            candidate = tile.picture.candidate
            if path in (tile.picture.path, None if candidate is None else candidate.path):
                self._show_pixmaps(tile)
                return tile
        return None
