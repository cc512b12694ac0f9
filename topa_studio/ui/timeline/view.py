"""The timeline's view: what keys and the wheel do; painting and the mouse are parts of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from topa_studio.ui.film.keys import GOES, MOVES, RINGS, Act, Ring, act_of
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.film.steps import AtRow, AtScene, target_of
from topa_studio.ui.film.tick_boxes import TickBoxes
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.timeline.ghost import paint_drag
from topa_studio.ui.timeline.ground import Ground
from topa_studio.ui.timeline.painting import StripPainter
from topa_studio.ui.timeline.pointer import Pointer
from topa_studio.ui.timeline.zooming import Zooming
from topa_studio.ui.widgets.giving_up import GivesUp
from topa_studio.ui.widgets.scrolled import Scrolled

_TURN = 120


class TimelineView(Ground):
    """The strip with its painter, its pointer and its keys.

    Signals:
        zoom_turned: by how many turns of the wheel, positive for closer.
    """

    zoom_turned = Signal(float)

    def __init__(
        self,
        shots: ShotsModel,
        thumbnails: Thumbnails,
        offers: Offers,
        faces: Callable[[str], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shots, offers, parent)
        self.guide: int | None = None
        self._about: int | None = None
        self.zooming = Zooming(self)
        self.painter = StripPainter(self, thumbnails, faces)
        self.pointer = Pointer(self, thumbnails)
        self.boxes = TickBoxes(self)
        self.ring = Ring(self, lambda key: act_of(key) is Act.RING_CHOOSE)
        GivesUp(self, lambda key: act_of(key) is Act.CANCEL, self.pointer.cancel)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for, and the drag on top."""
        self.painter.paint(event.region(), self._paint_over)

    def _paint_over(self, painter: QPainter) -> None:
        if self.guide is not None:
            height = self.viewport().height()
            painter.fillRect(self.guide - 1, 0, 2, height, self.look.colours.accent)
        paint_drag(painter, self, self.pointer.drag)
        if self.pointer.edges is not None:
            self.pointer.edges.paint(painter)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Another card may be under the pointer afterwards."""
        super().scrollContentsBy(dx, dy)
        self.pointer.scrolled()

    def keep_below(self, height: int) -> None:
        """Leave so many pixels free under the cards, for what lies on the same line of time."""
        if height != self.below:
            self.below = height
            self.setViewportMargins(0, 0, 0, height)
            self.updateGeometry()

    def show_guide(self, x: int | None) -> None:
        """Draw a line through the cards at this pixel of the viewport; None: none."""
        before, self.guide = self.guide, x
        for line in (before, x):
            if line is not None:
                self.viewport().update(line - 2, 0, 5, self.viewport().height())

    def zoom(self, per_second: float) -> None:
        """Show a second as `per_second` pixels; the current card, or the pointer, stays."""
        if self._about is not None:
            self.zooming.to(per_second, self._about)
        elif per_second != self.metrics.per_second:
            self.zooming.at_once(per_second)

    def show_playhead(self, seconds: float) -> None:
        """Draw the playhead at this moment of the film, and keep it in sight."""
        before, self.playhead = self.playhead, seconds
        was_in_sight = before is None or self._in_sight(before)
        for moment in (before, seconds):
            if moment is not None and (x := self.playhead_x(moment)) is not None:
                self.viewport().update(x - 6, 0, 13, self.frame_area().bottom() + 1)
        # Who has scrolled away to look elsewhere is not pulled back.
        if was_in_sight and not self._in_sight(seconds):
            x = self.playhead_x(seconds)
            if x is not None:
                left = x + self.horizontalOffset() - self.viewport().width() // 4
                self.horizontalScrollBar().setValue(left)

    def _in_sight(self, seconds: float) -> bool:
        x = self.playhead_x(seconds)
        return x is not None and 0 <= x < self.viewport().width()

    def first_in_sight(self) -> tuple[str, int]:
        """The key of the first card in sight, and how far its edge is from ours; "" without one."""
        rows = self.rows_in(self.viewport().rect())
        if not rows or not self.strip().rows:
            return "", 0
        return self.shots.shot(rows[0]).key, self.card_rect(rows[0]).left()

    def show_from(self, key: str, pixels: int) -> None:
        """Have the card of a shot so far from our edge, at once or when there is room for it."""
        bar = self.horizontalScrollBar()
        row = self.shots.row(key)
        if row is not None:
            Scrolled(bar, lambda: self.strip().card(row).left - pixels)

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
        if act in RINGS:
            self._go(RINGS[act], rings=True)
            return True
        if act in MOVES:
            self.shots_pushed.emit(act)
            return True
        match act:
            case Act.PLAY if self.currentIndex().isValid():
                self.play_requested.emit(self.shots.shot(self.currentIndex().row()).key)
            case Act.BOX if self.currentIndex().isValid():
                key = self.shots.shot(self.currentIndex().row()).key
                self.boxes.pressed.emit(key)
                return self.offers.box(key) is not None
            case Act.RING_CHOOSE:
                return self.ring.toggle()
            case Act.ALL:
                self.selectAll()
            case Act.CANCEL:
                return False
        return True

    def _go(self, act: Act, extends: bool = False, *, rings: bool = False) -> None:
        here = self._here()
        target = target_of(self.strip(), act, here, rows_only=extends or rings)
        if isinstance(target, AtRow) and rings and isinstance(here, AtRow):
            self.ring.stand_on(target.row)
        elif isinstance(target, AtRow):
            self.pointer.select(target.row, extends=extends)
        elif target is not None:
            self.show_scene(target.scene)
            self.scene_chosen.emit(self.shots.scenes[target.scene].id)

    def _here(self) -> AtRow | AtScene | None:
        """Where the keyboard is: at the chosen scene, else at the current card."""
        ids = [scene.id for scene in self.shots.scenes]
        if self.chosen_scene in ids:
            return AtScene(ids.index(self.chosen_scene))
        row = self.currentIndex().row()
        return AtRow(row) if row >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll sideways; with Ctrl, zoom."""
        turn = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._about = round(event.position().x())
            self.zoom_turned.emit((turn.y() or turn.x()) / _TURN)
            self._about = None
        else:
            exact = event.pixelDelta()
            pixels = exact.x() or exact.y() or (turn.x() or turn.y())
            self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - pixels)
        event.accept()
