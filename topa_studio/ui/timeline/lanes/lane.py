"""A lane under the hand: boxes are dragged and worked by keys; what comes of it is each lane's."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QMenu

from topa_studio.model.rate import frame_of
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import COMMANDS, named
from topa_studio.ui.desk import Desk
from topa_studio.ui.timeline.lane_pills import Kind
from topa_studio.ui.timeline.lanes.boxes import Box
from topa_studio.ui.timeline.lanes.shown import Part, ShownLane
from topa_studio.ui.timeline.lanes.snap import Hold, hold_at
from topa_studio.ui.timeline.view import TimelineView
from topa_studio.ui.widgets.giving_up import GivesUp

_EDGE = 5
_NEAR_END, _SCROLLS = 24, 16
_BY_TAB = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
_STEPS = {"box_back": (-1, False), "box_on": (1, False), "box_second_back": (-1, True),
          "box_second_on": (1, True)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Grip:
    """What a drag has hold of; `off` is how far right of its edge it was pressed."""

    box: Box
    part: Part
    off: int
    pressed: QPoint


@dataclass(frozen=True, slots=True)
class Pull:
    """Where a drag would have a part of a box.

    Attributes:
        frame, hold: where its edge would be, and what that holds on to.
        at: the pointer in the lane; None where no hand pulls.
    """

    part: Part
    frame: int
    hold: Hold | None = None
    at: QPoint | None = None


class Lane(ShownLane):
    """What a drag or a key makes of a box is its own lane's.

    Signals:
        held: what a drag holds on to now (a `Hold`), or None.
        pulls: the box as a drag would have it (a `Box`), or None where that is over.
        keyed: whether the keyboard is here from now on.
    """

    held = Signal(object)
    pulls = Signal(object)
    keyed = Signal(bool)

    def __init__(self, kind: Kind, desk: Desk, view: TimelineView, words: str, sign: str) -> None:
        super().__init__(kind, desk, view, words, sign)
        GivesUp(self, lambda key: named(Place.LANE, key) == "box_cancel", self._give_up)
        self._grip: Grip | None = None

    # The mouse.

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose a box, and take hold of it."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        found = self.hit(at)
        self.choose(found[0].name if found is not None else None)
        if found is not None and self._desk.editable:
            box, part = found
            rect = self.box_rect(box)
            edge = rect.right() + 1 if part in (Part.RIGHT, Part.FADE_OUT) else rect.left()
            if part in (Part.FADE_IN, Part.FADE_OUT):
                edge = at.x()
            self._grip, self._dragging = Grip(box, part, at.x() - edge, at), True

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where what is dragged would be."""
        at = event.position().toPoint()
        grip = self._grip
        if grip is None:
            found = self.hit(at)
            self.setCursor(_shape(found[1] if found is not None else None))
            return
        far = (at - grip.pressed).manhattanLength() >= QApplication.startDragDistance()
        scale = self.scale
        if scale is None or (self._pulled is None and not far):
            return
        self._scroll_at(at.x())
        x, hold = at.x() - grip.off, None
        fades = grip.part in (Part.FADE_IN, Part.FADE_OUT)
        if not fades and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            playhead = frame_of(self._desk.selection.playhead, scale.film.rate)
            hold = hold_at(x, scale, playhead)
        frame = hold.frame if hold is not None else scale.frame_at(x)
        self._pulled = self.pulled(grip.box, Pull(grip.part, frame, hold, at))
        self.held.emit(hold)
        self.pulls.emit(self._pulled)
        self._say()
        self.show_anew()

    def _scroll_at(self, x: int) -> None:
        """A drag near an end of the lane brings more of the film into sight."""
        bar, far = self._view.horizontalScrollBar(), self.width() - _NEAR_END
        if x < _NEAR_END or x > far:
            bar.setValue(bar.value() + (_SCROLLS if x > far else -_SCROLLS))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """What was dragged becomes one step of the film."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        grip, now = self._grip, self._pulled
        self._let_go()
        if grip is not None and now is not None and now != grip.box:
            self._pulled = now
            self._expected = now.first, now.words
            self.commit(grip.box, now)

    def _give_up(self) -> bool:
        had = self._grip is not None
        if had:
            self._let_go()
        return had

    def _let_go(self) -> None:
        self._grip, self._pulled, self._dragging = None, None, False
        self.held.emit(None)
        self.pulls.emit(None)
        self.show_anew()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll the strip."""
        self._view.wheelEvent(event)

    # Keys.

    def event(self, event: QEvent) -> bool:
        """A key that means a box here means nothing elsewhere."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        if claims and isinstance(event, QKeyEvent) and named(Place.LANE, event) and self.boxes:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what a key means for the chosen box; all others are the window's."""
        name, box = named(Place.LANE, event), self.box(self.chosen)
        if name in ("box_before", "box_after"):
            self._step(1 if name == "box_after" else -1)
        elif box is None or not name or name == "box_cancel":
            event.ignore()
        elif self._desk.editable:
            self._do(name, box)

    def _do(self, name: str, box: Box) -> None:
        if name in _STEPS and self._film is not None:
            steps, seconds = _STEPS[name]
            frames = steps * (frame_of(1, self._film.rate) if seconds else 1)
            self.nudge(box, frames)
        elif name == "box_remove":
            self.remove(box)
        elif name == "box_open":
            self.open(box)
        else:
            self.act(name, box)

    def _step(self, step: int) -> None:
        """The box before or after the chosen one, brought into sight."""
        order = sorted(self.boxes, key=lambda box: (box.first, box.last))
        names = [box.name for box in order]
        at = names.index(self.chosen) + step if self.chosen in names else 0
        if not 0 <= at < len(order):
            return
        self.choose(names[at])
        rect, bar = self.box_rect(order[at]), self._view.horizontalScrollBar()
        if rect.right() < self.label.width() or rect.left() > self.width() - _EDGE:
            bar.setValue(bar.value() + rect.left() - self.width() // 4)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard has come: where Tab brought it, one box is what it works."""
        super().focusInEvent(event)
        if self.chosen is None and event.reason() in _BY_TAB:
            self._step(1)
        self.keyed.emit(True)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.keyed.emit(False)
        self.update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the box under the pointer, or by the keyboard with the chosen."""
        at, box = event.pos(), self.box(self.chosen)
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            at = self.box_rect(box).center() if box is not None else at
        else:
            found = self.hit(at)
            box = None if found is None else found[0]
        if box is None or not self._desk.editable:
            return
        self.choose(box.name)
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(COMMANDS["box_open"].in_menu(), lambda: self.open(box))
        self.fill(menu, box)
        menu.addSeparator()
        menu.addAction(COMMANDS["box_remove"].in_menu(), lambda: self.remove(box))
        menu.popup(self.mapToGlobal(at))

    # What each lane does in its own way.

    def pulled(self, box: Box, _pull: Pull) -> Box:
        """The box with one of its parts at a frame."""
        return box

    def commit(self, before: Box, after: Box) -> None:
        """Have the film say what a drag has made of a box."""

    def nudge(self, box: Box, frames: int) -> None:
        """A box so many frames later."""

    def remove(self, box: Box) -> None:
        """A box goes."""

    def open(self, box: Box) -> None:
        """A box is to be changed in fields or words."""

    def fill(self, menu: QMenu, box: Box) -> None:
        """Offer in a menu what only one kind of box can do."""

    def act(self, name: str, box: Box) -> None:
        """What only one kind of box can do."""


def _shape(part: Part | None) -> Qt.CursorShape:
    if part in (Part.LEFT, Part.RIGHT):
        return Qt.CursorShape.SizeHorCursor
    hand = part in (Part.FADE_IN, Part.FADE_OUT)
    return Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
