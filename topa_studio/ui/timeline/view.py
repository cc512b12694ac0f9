"""The timeline's view: what keys and the wheel do; painting and the mouse are parts of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.ground import Ground, Offers
from topa_studio.ui.timeline.keys import GOES, MOVES, Act, act_of
from topa_studio.ui.timeline.model import ShotsModel
from topa_studio.ui.timeline.painting import StripPainter
from topa_studio.ui.timeline.pointer import Pointer


class TimelineView(Ground):
    """The strip with its painter, its pointer and its keys."""

    def __init__(
        self,
        shots: ShotsModel,
        thumbnails: Thumbnails,
        offers: Offers,
        faces: Callable[[str], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shots, offers, parent)
        self.painter = StripPainter(self, thumbnails, faces)
        self.pointer = Pointer(self, thumbnails)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for, and the drag on top."""
        self.painter.paint(event.region(), self.pointer.paint_drag)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Another card may be under the pointer afterwards."""
        super().scrollContentsBy(dx, dy)
        self.pointer.scrolled()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks; what is none of ours goes on to the window."""
        act = act_of(event)
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if act is None or not self._do(act, extends):
            event.ignore()

    def _do(self, act: Act, extends: bool) -> bool:
        if act in GOES:
            self._go(act, extends)
            return True
        if act in MOVES:
            self.shots_pushed.emit(act)
            return True
        keys = self.selected_keys()
        match act:
            case Act.PLAY if self.currentIndex().isValid():
                self.play_requested.emit(self.shots.shot(self.currentIndex().row()).key)
            case Act.GENERATE if keys:
                self.generate_requested.emit(keys)
            case Act.ALL:
                self.selectAll()
            case Act.CANCEL:
                return self.pointer.cancel()
        return True

    def _go(self, act: Act, extends: bool) -> None:
        last = self.shots.rowCount() - 1
        if last < 0:
            return
        row = self.currentIndex().row()
        target = 0 if row < 0 else min(max(self._target(act, row), 0), last)
        self.pointer.select(target, extends=extends)

    def _target(self, act: Act, row: int) -> int:
        strip = self.strip()
        here = strip.rows_of(strip.scene_of(row))
        match act:
            case Act.BACK:
                return row - 1
            case Act.FORWARD:
                return row + 1
            case Act.SCENE_BACK if row > here.start:
                return here.start
            case Act.SCENE_BACK:
                return strip.rows_of(strip.scene_of(max(0, row - 1))).start
            case Act.SCENE_FORWARD:
                return here.stop
            case Act.FIRST:
                return 0
        return strip.rows - 1

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways; with Ctrl, zoom."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_requested.emit(1 if turn.y() > 0 else -1)
        else:
            exact = event.pixelDelta()
            pixels = exact.x() or exact.y() or (turn.x() or turn.y())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - pixels)
        event.accept()
