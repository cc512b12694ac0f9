"""Which frame is on screen: a player sends the one it stood on again as it begins to play."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from topa_studio.film.timing import Cut

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QVideoFrame

    from topa_studio.ui.player.deck import Deck


class LastFrame:
    """Remembers what was told last, so that each frame is told once."""

    def __init__(self, tell: Callable[[QVideoFrame], None]) -> None:
        self._tell = tell
        self._shown: tuple[object, ...] | None = None

    def show(self, cut: Cut | None, deck: Deck) -> None:
        """Tell the deck's frame, where it is not the one on screen."""
        if cut is None or deck.frame is None:
            return
        now = (cut.key, deck.stamp, deck.frame.startTime())
        was, self._shown = self._shown, now
        if now != was:
            self._tell(deck.frame)

    def forget(self, _cut: Cut | None = None) -> None:
        """Something else is on screen."""
        self._shown = None
