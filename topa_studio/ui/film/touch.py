"""What the pointer does to a view of cards: written by the pointer, read by the painter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QPixmap

from topa_studio.ui.film.guest import Guest


@dataclass(slots=True)
class Touch:
    """What is under the pointer and what is dragged.

    Attributes:
        hovered: the key of the card under the pointer; `on_verb`, `on_more`: it is over a button.
        shown: how far the buttons of a card have faded in, 0..1.
        offer: the number of the scene whose button is under the pointer.
        empty: the number of the scene whose + card is under the pointer.
        seam: the row of the card behind the gap under the pointer.
        dragged: keys of the shots that are being dragged.
        guest: what comes from elsewhere and is held over a card.
        frame: what a card shows instead of its picture while it is played, or None.
    """

    hovered: str | None = None
    on_verb: bool = False
    on_more: bool = False
    shown: Callable[[str], float] = lambda _key: 0.0
    offer: int | None = None
    empty: int | None = None
    seam: int | None = None
    dragged: frozenset[str] = frozenset()
    guest: Guest | None = None
    frame: Callable[[str], QPixmap | None] = lambda _key: None
