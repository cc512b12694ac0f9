"""Where the film is: its cuts, the one that is on screen, the moment, and how far it is played."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from topa_studio.film.timing import Cut
from topa_studio.ui.player.spans import Span, index_at
from topa_studio.ui.player.stretch import Stretch


class Playhead(QObject):
    """A place in a cut list.

    Signals:
        moved: the position in seconds of the film.
    """

    moved = Signal(float)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stretch = Stretch()
        self.cuts: tuple[Cut, ...] = ()
        self.index = 0
        self.position = 0.0
        self.fps = 24.0

    @property
    def cut(self) -> Cut | None:
        """The cut on screen."""
        return self.cuts[self.index] if self.cuts else None

    @property
    def seconds(self) -> float:
        """The length of the film."""
        return self.cuts[-1].end if self.cuts else 0.0

    def limit(self) -> Span:
        """From where to where it is played."""
        return self.stretch.limit(self.cuts, self.index)

    def take(self, cuts: tuple[Cut, ...]) -> Cut | None:
        """The film changed: stay in the shot on screen, at the same place in it.

        The shot's cut as it is now, or None: it is gone.
        """
        before = self.cut
        self.cuts = cuts
        keys = [cut.key for cut in cuts]
        if before is None or before.key not in keys:
            return None
        inside = self.position - before.start
        self.index = keys.index(before.key)
        now = cuts[self.index]
        self.stretch.move_along(before, now, self.seconds)
        self.position = now.start + min(inside, now.seconds)
        return now

    def find(self, seconds: float) -> None:
        """Be in the cut of a moment, or of the nearest there is."""
        seconds = min(max(seconds, 0.0), self.seconds)
        self.index = index_at(self.cuts, seconds) if self.cuts else self.index
        self.stand(seconds)

    def stand(self, seconds: float) -> None:
        """Be at a moment of the cut on screen."""
        self.position = seconds
        self.moved.emit(seconds)
