"""The mouse on the strip: what it does beside the cards, on the signs of seams and on edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QRegion

from topa_studio.ui.film.pointer import CardPointer
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.timeline.gaps import gap_under, on_sign
from topa_studio.ui.timeline.ghost import drag_marks
from topa_studio.ui.timeline.ground import Ground

if TYPE_CHECKING:
    from topa_studio.ui.timeline.edges import EdgeDrag


class Pointer(CardPointer):
    """Works for one strip."""

    def __init__(self, view: Ground, thumbnails: Thumbnails) -> None:
        super().__init__(view, thumbnails)
        self._strip = view
        self._on_seam = False
        self.edges: EdgeDrag | None = None  # comes with who knows how long shots may be

    def cancel(self) -> bool:
        """Give up a drag, be it of cards or of an edge; whether there was one."""
        was_edge = self.edges is not None and self.edges.cancel()
        return super().cancel() or was_edge

    def presses_sign(self, at: QPoint) -> bool:
        """Whether a press there means a seam."""
        self._on_seam = on_sign(self._strip, at)
        return self._on_seam

    def holds(self, at: QPoint) -> bool:
        """Whether a press on a card takes hold of its edge."""
        return self.edges is not None and self.edges.press(at)

    def moved(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """Drag the edge that is held, else the cards."""
        if self.edges is not None and self.edges.held:
            self.edges.move(at, anew=bool(modifiers & Qt.KeyboardModifier.AltModifier))
        else:
            super().moved(at, modifiers)

    def released(self, at: QPoint) -> bool:
        """An edge is where it shall be; a seam is opened where the press was on its sign, too."""
        if self.edges is not None and self.edges.drop():
            self._pressed = None
            return True
        touch = self._touch
        if not self._on_seam or touch.seam is None or not on_sign(self._strip, at):
            return False
        self._on_seam = False
        self._strip.seam_requested.emit(self._strip.shots.shot(touch.seam).key)
        return True

    def seam_under(self, at: QPoint) -> int | None:
        """The row behind the gap whose seam is there."""
        return gap_under(self._strip, at, self._touch.seam)

    def shape_at(self, at: QPoint) -> Qt.CursorShape:
        """An edge that can be dragged looks so."""
        if self.edges is not None and self.edges.under(at):
            return Qt.CursorShape.SizeHorCursor
        return super().shape_at(at)

    def drag_marks(self) -> QRegion:
        """The caret and the label at the pointer."""
        return drag_marks(self._strip, self.drag)
