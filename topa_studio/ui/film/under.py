"""Which of the buttons of a scene a point of the viewport is on."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.heading import offer_rect


def offer_under(view: CardView, at: QPoint) -> int | None:
    """The scene whose button that makes what is missing is there."""
    scene = view.scene_under(at)
    if scene is None:
        return None
    rect = offer_rect(view.head_rect(scene), view.heading(scene), view.look)
    return scene if rect.contains(at) else None


def empty_under(view: CardView, at: QPoint) -> int | None:
    """The scene whose + card is there."""
    scene = view.scene_under(at)
    if scene is None:
        return None
    return scene if view.empty_card_rect(scene).contains(at) else None


def buttons_under(view: CardView, at: QPoint | None) -> tuple[int | None, int | None]:
    """What `offer_under` and `empty_under` say; nothing where there is no pointer."""
    return (None, None) if at is None else (offer_under(view, at), empty_under(view, at))
