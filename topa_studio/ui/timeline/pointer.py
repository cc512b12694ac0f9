"""The mouse on the strip: what it does beside the cards, on the signs of seams."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QRegion

from topa_studio.ui.film.pointer import CardPointer
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.gaps import gap_under, on_sign
from topa_studio.ui.timeline.ghost import drag_marks
from topa_studio.ui.timeline.ground import Ground


class Pointer(CardPointer):
    """Works for one strip."""

    def __init__(self, view: Ground, thumbnails: Thumbnails) -> None:
        super().__init__(view, thumbnails)
        self._strip = view
        self._on_seam = False

    def presses_sign(self, at: QPoint) -> bool:
        """Whether a press there means a seam."""
        self._on_seam = on_sign(self._strip, at)
        return self._on_seam

    def released(self, at: QPoint) -> bool:
        """A seam is opened where the press was on its sign, too."""
        touch = self._touch
        if not self._on_seam or touch.seam is None or not on_sign(self._strip, at):
            return False
        self._on_seam = False
        self._strip.seam_requested.emit(self._strip.shots.shot(touch.seam).key)
        return True

    def seam_under(self, at: QPoint) -> int | None:
        """The row behind the gap whose seam is there."""
        return gap_under(self._strip, at, self._touch.seam)

    def drag_marks(self) -> QRegion:
        """The caret and the label at the pointer."""
        return drag_marks(self._strip, self.drag)
