"""The board's view: what keys and the wheel do; painting and the mouse are parts of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QScroller, QWidget

from topa_studio.ui.board.ghost import paint_ghost
from topa_studio.ui.board.glide import Glide
from topa_studio.ui.board.ground import BoardGround
from topa_studio.ui.board.keys import ALONG, MOVED, RINGS, BoardAct, board_act_of
from topa_studio.ui.board.painting import BoardPainter
from topa_studio.ui.board.pointer import BoardPointer
from topa_studio.ui.board.steps import line_step, scene_end
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.keys import Ring
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.film.steps import AtRow, AtScene, Stop, target_of
from topa_studio.ui.film.tick_boxes import TickBoxes
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.giving_up import GivesUp
from topa_studio.ui.widgets.scrolled import Scrolled

_NOTCH, _LINE = 120, 32
_UPRIGHT = {BoardAct.UP, BoardAct.DOWN, BoardAct.PAGE_UP, BoardAct.PAGE_DOWN}
_DOWN = {BoardAct.DOWN, BoardAct.PAGE_DOWN}
_GOES = {*ALONG, *_UPRIGHT, BoardAct.HOME, BoardAct.END}


class BoardView(BoardGround):
    """The board with its painter, its pointer and its keys.

    Signals:
        band_ended: a rubber band was let go of, and what it touches is chosen.
    """

    band_ended = Signal()

    def __init__(
        self,
        shots: ShotsModel,
        thumbnails: Thumbnails,
        offers: Offers,
        faces: Callable[[str], tuple[str, ...]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(shots, offers, parent)
        self.painter = BoardPainter(self, thumbnails, faces)
        self.pointer = BoardPointer(self, thumbnails)
        self.pointer.band.ended.connect(self.band_ended)
        self.boxes = TickBoxes(self)
        self.ring = Ring(self, lambda key: board_act_of(key) is BoardAct.RING_CHOOSE)
        GivesUp(self, lambda key: board_act_of(key) is BoardAct.CANCEL, self.pointer.cancel)
        self._glide = Glide(self)
        self._turned = 0
        # Where up and down keep to: the row one is at by them, and the pixel from the left.
        self._column: tuple[int, int] | None = None
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for, and the drag on top."""
        self.painter.paint(event.region(), self._paint_over)

    def _paint_over(self, painter: QPainter) -> None:
        self.pointer.band.paint(painter)
        drag = self.pointer.drag
        if drag.active and drag.load is not None:
            row, picture = self.shots.row(drag.load.pressed or ""), None
            if row is not None and row < self.grid().rows:
                # As large as on its card: that one is there already.
                size = picture_rect(self.card_rect(row), self.look).size()
                picture = self.painter.picture_of(row, size)
            paint_ghost(painter, self, drag, picture)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Another card may be under the pointer afterwards."""
        super().scrollContentsBy(dx, dy)
        self.pointer.scrolled()

    @property
    def is_banded(self) -> bool:
        """Whether a rubber band is drawn: what is chosen is another with every move."""
        return self.pointer.band.active

    # The playhead.

    def show_playhead(self, seconds: float) -> None:
        """Draw the playhead at this moment of the film, and keep its card in sight."""
        before, self.playhead = self.playhead, seconds
        was = None if before is None else self.playhead_at(before)
        now = self.playhead_at(seconds)
        for found in (was, now):
            if found is not None:
                self.viewport().update(self.around(found[0]))
        # Who has scrolled away to look elsewhere is not pulled back.
        if now is None or self._in_sight(now[0]) or not (was is None or self._in_sight(was[0])):
            return
        self.scrollTo(self.shots.index(now[0]))

    def _in_sight(self, row: int) -> bool:
        return self.card_rect(row).intersects(self.viewport().rect())

    # What was in sight.

    def first_in_sight(self) -> tuple[str, int]:
        """The key of the first card in sight, and how far its edge is from ours; "" without one."""
        rows = self.rows_in(self.viewport().rect())
        if not rows:
            return "", 0
        return self.shots.shot(rows[0]).key, self.card_rect(rows[0]).top()

    def show_from(self, key: str, pixels: int) -> None:
        """Have the card of a shot so far from our edge, at once or when there is room for it."""
        row = self.shots.row(key)
        if row is not None:
            Scrolled(self.verticalScrollBar(), lambda: self.grid().card(row).top - pixels)

    # Keys.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks; what is none of ours goes on to the window."""
        act = board_act_of(event)
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if act is None or not self._do(act, extends):
            event.ignore()

    def _do(self, act: BoardAct, extends: bool) -> bool:
        if act in _GOES:
            self._glide.stop()
            self._go(act, extends)
            return True
        if act in RINGS:
            self._glide.stop()
            self._go(RINGS[act], rings=True)
            return True
        if act in MOVED:
            self.shots_pushed.emit(MOVED[act])
            return True
        row = self.currentIndex().row()
        match act:
            case BoardAct.WORDS if row >= 0:
                self.words_wanted.emit(self.shots.shot(row).key)
            case BoardAct.BOX if row >= 0:
                key = self.shots.shot(row).key
                self.boxes.pressed.emit(key)
                return self.offers.box(key) is not None
            case BoardAct.RING_CHOOSE:
                return self.ring.toggle()
            case BoardAct.ALL:
                self.selectAll()
            case BoardAct.CANCEL:
                return False
        return True

    def _go(self, act: BoardAct, extends: bool = False, *, rings: bool = False) -> None:
        here, x = self._here(), self._keeps_to()
        target = self._target(act, here, x, rows_only=extends or rings)
        if isinstance(target, AtRow):
            if rings and isinstance(here, AtRow):
                self.ring.stand_on(target.row)
            else:
                self.pointer.select(target.row, extends=extends)
            self.scrollTo(self.shots.index(target.row))
            self._column = (target.row, x) if act in _UPRIGHT else None
        elif target is not None:
            self.reveal_scene(target.scene)
            self.scene_chosen.emit(self.shots.scenes[target.scene].id)

    def _target(self, act: BoardAct, here: Stop | None, x: int, *, rows_only: bool) -> Stop | None:
        grid = self.grid()
        if here is None or act in ALONG:
            along = ALONG.get(act, ALONG[BoardAct.FIRST])
            return target_of(grid, along, here, rows_only=rows_only)
        if act in (BoardAct.HOME, BoardAct.END):
            return scene_end(grid, here, last=act is BoardAct.END)
        lines = 1
        if act in (BoardAct.PAGE_UP, BoardAct.PAGE_DOWN):
            lines = max(1, self.viewport().height() // grid.sizes.step_y)
        for _ in range(lines):
            here = line_step(grid, here, x, down=act in _DOWN, rows_only=rows_only)
        return here

    def _here(self) -> Stop | None:
        """Where the keyboard is: at the chosen scene, else at the current card."""
        scene = self.scene_of_id(self.chosen_scene)
        if scene is not None:
            return AtScene(scene)
        row = self.currentIndex().row()
        return AtRow(row) if 0 <= row < self.grid().rows else None

    def _keeps_to(self) -> int:
        """The pixel from the left that up and down keep to."""
        row = self.currentIndex().row()
        if not 0 <= row < self.grid().rows:
            return self._column[1] if self._column is not None else 0
        if self._column is not None and self._column[0] == row:
            return self._column[1]
        return self.grid().card(row).middle

    # The wheel.

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, more or fewer cards side by side, around the pointer."""
        turn, exact = event.angleDelta().y(), event.pixelDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._turned += turn
            steps = int(self._turned / _NOTCH)
            self._turned -= steps * _NOTCH
            self.set_columns(self.columns - steps, event.position().toPoint())
        elif exact:
            self._glide.stop()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - exact)
        else:
            lines = max(1, QApplication.wheelScrollLines())
            self._glide.by(-round(turn / _NOTCH * lines * scaled(_LINE)))
        event.accept()
