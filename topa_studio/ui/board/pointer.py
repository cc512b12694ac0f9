"""The mouse on the board: what it does beside the cards, on headings, + cards, seams and gaps."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QRegion

from topa_studio.ui.board.band import Band
from topa_studio.ui.board.ghost import ghost_marks
from topa_studio.ui.board.ground import BoardGround
from topa_studio.ui.board.seams import seam_under, sign_rect
from topa_studio.ui.film.drag import Load
from topa_studio.ui.film.pointer import CardPointer
from topa_studio.ui.small_pictures.thumbnails import Thumbnails


class BoardPointer(CardPointer):
    """Works for one board."""

    def __init__(self, view: BoardGround, thumbnails: Thumbnails) -> None:
        super().__init__(view, thumbnails)
        self._board = view
        self.band = Band(view)
        self._adds: str | None = None
        self._on_seam = False

    def presses_sign(self, at: QPoint) -> bool:
        """Whether a press there means a seam."""
        self._on_seam, self._adds = self._is_on_sign(at), None
        return self._on_seam

    def _is_on_sign(self, at: QPoint) -> bool:
        seam = self._touch.seam
        return seam is not None and sign_rect(self._board, seam).contains(at)

    def seam_under(self, at: QPoint) -> int | None:
        """The row behind the gap whose seam is there."""
        return None if self.band.begun else seam_under(self._board, at, self._touch.seam)

    def press_beside(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """A heading is the scene, a + card a new shot; from anywhere else a band is drawn."""
        view, scene = self._board, self._board.scene_under(at)
        self._adds = "" if view.first_rect().contains(at) else None
        if self._adds is not None:
            return
        if scene is not None and self._touch.empty == scene:
            self._adds = view.shots.scenes[scene].id
        elif scene is not None and view.head_rect(scene).contains(at):
            self.drag.begin(Load(scene=view.shots.scenes[scene].id), at)
        else:
            self.band.begin(at, adds=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
            self._plain = not modifiers

    def moved(self, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        """The band, or else what is dragged, goes along."""
        if self.band.begun:
            self.band.move(at)
        elif not self._on_seam:
            super().moved(at, modifiers)

    def released(self, at: QPoint) -> bool:
        """The end of a band, a press on a + card or a seam; a click in a gap chooses nothing."""
        was_on_seam, self._on_seam = self._on_seam, False
        if was_on_seam and self._touch.seam is not None and self._is_on_sign(at):
            self._board.seam_requested.emit(self._board.shots.shot(self._touch.seam).key)
            return True
        if self.band.begun:
            was_drawn = self.band.active
            self.band.end()
            if not was_drawn and self._plain:
                self._board.selectionModel().clear()
                self._board.nothing_chosen.emit()
            return True
        adds, self._adds = self._adds, None
        if adds is not None:
            view, scene = self._board, self._board.scene_under(at)
            place = view.first_rect() if scene is None else view.empty_card_rect(scene)
            if place.contains(at):
                view.shot_wanted.emit(adds)
        return adds is not None

    def cancel(self) -> bool:
        """Give up a drag or a band; whether there was one."""
        return self.band.cancel() or super().cancel()

    def scrolled(self) -> None:
        """The board moved under the pointer."""
        if self.band.active:
            self.band.scrolled()
        else:
            super().scrolled()

    def drag_marks(self) -> QRegion:
        """The caret, and what goes with the pointer."""
        return ghost_marks(self._board, self.drag)
