"""The gap between two cards: under the pointer it has the round sign of their seam."""

from __future__ import annotations

from bisect import bisect_right

from PySide6.QtCore import QPoint, QRect

from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.timeline.ground import Ground


def sign_rect(view: Ground, row: int) -> QRect:
    """Where the sign of the seam before the card of a row is: over the gap, at the picture."""
    from topa_studio.ui.film.seam_sign import round_at

    before, after = view.card_rect(row - 1), view.card_rect(row)
    x = (before.right() + 1 + after.left()) // 2
    return round_at(x, picture_rect(after, view.look).center().y())


def gap_under(view: Ground, at: QPoint, shown: int | None) -> int | None:
    """The row behind the gap that is there; the sign that is shown already counts as its gap.

    None where there is no gap, or where cards that are filtered away would lie in it.
    """
    strip = view.strip()
    if strip.is_far:
        return None
    if shown is not None and 0 < shown < strip.rows and sign_rect(view, shown).contains(at):
        return shown
    x = at.x() + view.horizontalOffset()
    after = bisect_right(range(strip.rows), x, key=lambda row: strip.card(row).left)
    if not 0 < after < strip.rows or x < strip.card(after - 1).right:
        return None
    card = view.card_rect(after)
    inside = card.top() <= at.y() <= card.bottom()
    return after if inside and view.shots.follows(after) else None


def on_sign(view: Ground, at: QPoint) -> bool:
    """Whether a press there means the sign that is shown."""
    shown = view.touch.seam
    return shown is not None and sign_rect(view, shown).contains(at)
