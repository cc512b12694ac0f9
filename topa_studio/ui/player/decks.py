"""Two video players that take turns; made when first asked for, since QtMultimedia loads slowly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLoggingCategory, QObject

from topa_studio.media.stamp import stamp_of

if TYPE_CHECKING:
    from topa_studio.ui.player.deck import Deck

# A clip that cannot be opened is told in the window; what a machine's video lacks, by its player.
_QUIET = """\
qt.multimedia.symbolsresolver.warning=false
qt.multimedia.ffmpeg.*.warning=false
qt.multimedia.*.info=false
"""
DeckMaker = Callable[[QObject], "Deck | None"]


def make_deck(parent: QObject) -> Deck | None:
    """A video player, or None where the system lacks what it needs."""
    QLoggingCategory.setFilterRules(_QUIET)
    try:
        from topa_studio.ui.player.deck import Deck
    except ImportError:
        return None
    return Deck(parent)


class Decks:
    """One deck is on screen, the other has the next clip's first frame ready."""

    def __init__(self, make: DeckMaker, parent: QObject, listen: Callable[[Deck], None]) -> None:
        self._make = make
        self._parent = parent
        self._listen = listen
        self._made: list[Deck] | None = None
        self._turn = 0
        self._volume = 1.0

    def there(self) -> bool:
        """Whether this system can play clips; makes both decks at the first call."""
        if self._made is None:
            pair = [self._make(self._parent), self._make(self._parent)]
            self._made = [deck for deck in pair if deck is not None]
            for deck in self._made:
                deck.set_volume(self._volume)
                self._listen(deck)
        return bool(self._made)

    @property
    def on_screen(self) -> Deck | None:
        """The deck whose frames are shown; None before the first clip, or without players."""
        return self._made[self._turn] if self._made else None

    def holds(self, path: Path) -> bool:
        """Whether the deck on screen has this very version of a file."""
        deck = self.on_screen
        return deck is not None and deck.stamp is not None and deck.stamp == stamp_of(path)

    def show(self, path: Path, seconds: float) -> bool:
        """Have a moment of a file come on screen; False: not yet, one before it is on its way."""
        on_screen, resting = self.on_screen, self._resting
        if on_screen is None or resting is None:
            return True
        ready, holds = resting.is_at(stamp_of(path), seconds), self.holds(path)
        if not ready and on_screen.waits and holds:
            return False
        if ready or not holds:
            on_screen.pause()
            self._turn = 1 - self._turn
            on_screen = resting
        on_screen.show(path, seconds)
        return True

    def prepare(self, path: Path, seconds: float) -> None:
        """Have a moment of a file ready on the deck that rests."""
        if self._resting is not None:
            self._resting.show(path, seconds)

    @property
    def _resting(self) -> Deck | None:
        return self._made[1 - self._turn] if self._made else None

    def set_volume(self, volume: float) -> None:
        """0 to 1, for both."""
        self._volume = volume
        for deck in self._made or ():
            deck.set_volume(volume)

    def pause(self) -> None:
        """Pause both."""
        for deck in self._made or ():
            deck.pause()

    def close(self) -> None:
        """Let go of all files."""
        for deck in self._made or ():
            deck.close()
