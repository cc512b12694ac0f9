"""What a command of pictures does on the page, whether a key or a tool over a tile asked for it."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtWidgets import QWidget

from topa_studio.model.status import RUNNING
from topa_studio.ui.picture_acts import PictureActs
from topa_studio.ui.pictures.keeping import Keeping
from topa_studio.ui.pictures.offering import Drawn, Offering
from topa_studio.ui.pictures.tile import PictureTile
from topa_studio.ui.pictures.tiles import PictureTiles


class Pictured(Protocol):
    """What a command needs of the page: the element's name, its tiles, and who does what."""

    name: str
    tiles: PictureTiles
    acts: PictureActs
    keeping: Keeping
    offering: Offering

    @property
    def crop_ratio(self) -> float:
        """Width by height of the frame of a crop."""

    def leave(self) -> None:
        """Give the film back."""

    def enlarge(self, tile: PictureTile) -> None:
        """One picture large."""

    def put(self, here: int, to: int) -> None:
        """Put a picture to another place in the order."""

    def pay(self, drawn: Drawn, button: QWidget) -> None:
        """Have it drawn, after what has to be asked before."""


def do(page: Pictured, tile: PictureTile, name: str) -> None:
    """Do it for the picture of this tile; what cannot be done with it does nothing."""
    at = page.tiles.tiles.index(tile)
    match name:
        case "picture_before" | "picture_after":
            page.tiles.step(tile, -1 if name == "picture_before" else 1)
        case "picture_big":
            page.enlarge(tile)
        case "picture_leave":
            page.leave()
        case "picture_upload":
            page.acts.ask_upload(page.name)
        case "picture_keep" | "picture_put_back":
            _decide(page, tile, name)
        case _ if tile.picture.path and tile.picture.stage not in RUNNING:
            _change(page, tile, name, at)


def _decide(page: Pictured, tile: PictureTile, name: str) -> None:
    """What becomes of one new picture, whatever becomes of the others."""
    picture = tile.picture
    if picture.candidate is None or picture.stage in RUNNING:
        return
    if name == "picture_keep":
        page.keeping.keep_one(picture.file)
    else:
        page.acts.put_back(page.name, [picture.file])


def _change(page: Pictured, tile: PictureTile, name: str, at: int) -> None:
    acts, path = page.acts, tile.picture.path
    match name:
        case "picture_sooner" if at > 0:
            page.put(at, at - 1)
        case "picture_later":
            page.put(at, at + 1)
        case "picture_frontal" if at > 0:
            acts.make_frontal(page.name, path)
        case "picture_crop":
            tile.begin_crop(page.crop_ratio)
        case "picture_redraw":
            page.pay(page.offering.redraw(page.name, [path]), tile.redraw)
        case "picture_replace":
            acts.ask_replacement(page.name, path)
        case "picture_trash":
            acts.remove(page.name, path)
