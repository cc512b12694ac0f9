"""What is under the pointer of a view: the card that plays, and the buttons that are met late."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, Qt

from topa_studio.film.ladder import shown_of
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.corner import corner_rect, corner_words, more_rect
from topa_studio.ui.film.rest import Rest
from topa_studio.ui.film.sliver import is_sliver
from topa_studio.ui.film.under import buttons_under
from topa_studio.ui.small_pictures.hover_play import HoverPlay
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

# What pays never appears so near to where the pointer came to rest.
_AWAY = 12


class CardHover(QObject):
    """Follows the pointer over one view, and writes what it finds into the view's `touch`."""

    def __init__(self, view: CardView, thumbnails: Thumbnails) -> None:
        super().__init__(view)
        self._view = view
        self.play = HoverPlay(thumbnails, view.repaint_card, self)
        self.rest = Rest(view.repaint_card, self)
        self._touch = view.touch
        self._touch.frame = self.play.frame
        self._touch.shown = self.rest.shown

    def seam_under(self, _at: QPoint) -> int | None:
        """The row behind the gap whose seam is there."""
        return None

    def _hover(self, at: QPoint | None) -> None:
        view = self._view
        index = view.indexAt(at) if at is not None else None
        if at is not None and index is not None and index.isValid():
            shot = view.shots.shot(index.row())
            self._touch.hovered = shot.key
            status = view.shots.status(index.row())
            self.play.enter(shot.key, shown_of(shot, status), shot.seconds)
            on_verb, on_more = self._buttons_under(at, index.row())
        else:
            self._touch.hovered = None
            self.play.enter(None, None, 0)
            self.rest.point(None, QPoint(), ())
            on_verb = on_more = False
        touch, (offer, empty) = self._touch, buttons_under(view, at)
        seam = None if at is None or offer is not None else self.seam_under(at)
        now = (on_verb, on_more, offer, empty, seam)
        if now != (touch.on_verb, touch.on_more, touch.offer, touch.empty, touch.seam):
            touch.on_verb, touch.on_more, touch.offer, touch.empty, touch.seam = now
            view.viewport().update()
        button = on_verb or on_more or any(each is not None for each in (offer, empty, seam))
        shape = Qt.CursorShape.ArrowCursor if at is None else self.shape_at(at)
        view.viewport().setCursor(Qt.CursorShape.PointingHandCursor if button else shape)

    def shape_at(self, _at: QPoint) -> Qt.CursorShape:
        """How the pointer looks where it is on no button."""
        return Qt.CursorShape.ArrowCursor

    def _buttons_under(self, at: QPoint, row: int) -> tuple[bool, bool]:
        """Whether the pointer is on the button that makes a card, or on that of its menu."""
        view, shot = self._view, self._view.shots.shot(row)
        if is_sliver(view.card_rect(row)):
            self.rest.point(None, QPoint(), ())
            return False, False
        picture = picture_rect(view.card_rect(row), view.look)
        price = view.offers.price(shot.key)
        small = corner_rect(picture, view.look, price) if price else QRect()
        more = more_rect(picture, marked=view.is_marked(row))
        around = small.adjusted(-_AWAY, -_AWAY, _AWAY, _AWAY)
        places = (around, more) if price else (more,)
        was_on = self._touch.on_verb and self.rest.shown(shot.key) > 0
        self.rest.point(shot.key, at, places)
        if not self.rest.shown(shot.key):
            return False, False
        if was_on:
            words = corner_words(picture, view.look, view.offers.shot(shot.key), price)
            small = corner_rect(picture, view.look, words)
        return bool(price) and small.contains(at), more.contains(at)
