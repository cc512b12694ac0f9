"""The seams of the board: each in the gap before a card, also before the first of a row."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect

from topa_studio.ui.board.ground import BoardGround
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.seam_sign import round_at


def sign_rect(view: BoardGround, row: int) -> QRect:
    """Where the sign of the seam before the card of a row is: over the gap, at the picture."""
    card = view.card_rect(row)
    x = card.left() - view.grid().sizes.gap // 2
    return round_at(x, picture_rect(card, view.look).center().y())


def seam_under(view: BoardGround, at: QPoint, shown: int | None) -> int | None:
    """The row behind the gap that is there; the sign that is shown already counts as its gap.

    None where there is no gap, or where cards that are filtered away would lie in it.
    """
    if shown is not None and 0 < shown < view.grid().rows and sign_rect(view, shown).contains(at):
        return shown
    if view.row_under(at) is not None:
        return None
    row = view.row_under(at + QPoint(view.grid().sizes.gap, 0))
    return row if row and view.shots.follows(row) else None
