"""Which scene a point of the viewport is on, and which of its buttons."""

from __future__ import annotations

from PySide6.QtCore import QPoint

from topa_studio.ui.timeline.ground import Ground
from topa_studio.ui.timeline.heading import offer_rect


def scene_under(view: Ground, at: QPoint) -> int | None:
    """The scene of which the heading or the frame is there."""
    scene = view.strip().scene_at(at.x() + view.horizontalOffset())
    if scene is None:
        return None
    inside = at.y() <= view.frame_area().bottom()
    return scene if inside else None


def offer_under(view: Ground, at: QPoint) -> int | None:
    """The scene whose button that makes what is missing is there."""
    scene = scene_under(view, at)
    if scene is None:
        return None
    rect = offer_rect(view.head_rect(scene), view.heading(scene), view.look)
    return scene if rect.contains(at) else None


def empty_under(view: Ground, at: QPoint) -> int | None:
    """The scene whose + card is there."""
    scene = scene_under(view, at)
    if scene is None:
        return None
    return scene if view.empty_card_rect(scene).contains(at) else None


def buttons_under(view: Ground, at: QPoint | None) -> tuple[int | None, int | None]:
    """What `offer_under` and `empty_under` say; nothing where there is no pointer."""
    return (None, None) if at is None else (offer_under(view, at), empty_under(view, at))
