"""One lane under the cards: boxes that are chosen, dragged and worked by keys; each has its own."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from topa_studio.film.composition import Composition
from topa_studio.film.rate import frame_of
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.desk import Desk
from topa_studio.ui.timeline.ground import Ground
from topa_studio.ui.timeline.lanes.boxes import Box, Kind
from topa_studio.ui.timeline.lanes.label import LaneLabel
from topa_studio.ui.timeline.lanes.scale import Scale
from topa_studio.ui.timeline.lanes.snap import Hold, hold_at

_EDGE = 5
_PAD = 3
_STEPS = {"box_back": (-1, False), "box_on": (1, False), "box_second_back": (-1, True),
          "box_second_on": (1, True)}  # fmt: skip


class Part(Enum):
    """What of a box the pointer is on."""

    BODY = auto()
    LEFT = auto()
    RIGHT = auto()
    FADE_IN = auto()
    FADE_OUT = auto()


@dataclass(frozen=True, slots=True)
class Grip:
    """What a drag has hold of; `off` is how far right of its edge it was pressed."""

    box: Box
    part: Part
    off: int
    pressed: QPoint


class Lane(QWidget):
    """Shows boxes; what a drag or a key makes of them is its own lane's.

    Signals:
        held: what a drag holds on to now (a `Hold`), or None.
        box_chosen: a box of this lane is chosen.
        muted: whether the lane is silent from now on.
    """

    held = Signal(object)
    box_chosen = Signal()
    muted = Signal(bool)

    def __init__(self, kind: Kind, desk: Desk, view: Ground, words: str, sign: str) -> None:
        super().__init__(view)
        self.kind, self.words = kind, words
        self._desk, self._view = desk, view
        self._film: Composition | None = None
        self.boxes: tuple[Box, ...] = ()
        self.chosen: tuple[str, int] | None = None
        self._expected: tuple[int, str] | None = None
        self._grip: Grip | None = None
        self._pulled: Box | None = None
        self.painted = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.label = LaneLabel(words, sign, self)
        self.label.muted.connect(self.muted)
        self.setAccessibleName(words)

    # What is shown.

    @property
    def scale(self) -> Scale | None:
        """Where frames lie now; None while the strip does not show this film."""
        if self._film is None:
            return None
        found = Scale(self._view.strip(), self._film, self._view.horizontalOffset())
        return found if found.fits else None

    def show_boxes(self, boxes: tuple[Box, ...], film: Composition) -> None:
        """Show these boxes of this film."""
        self._film, self.boxes = film, boxes
        if self._grip is None:
            self._pulled = None
        names = {box.name: box for box in boxes}
        if self._expected is not None:
            found = (box.name for box in boxes if (box.first, box.words) == self._expected)
            self.chosen = next(found, self.chosen)
            self._expected = None
        if self.chosen not in names:
            self.chosen = None
        self._say()
        self.update()

    def box(self, name: tuple[str, int] | None) -> Box | None:
        """The box of this name, as a drag shows it where one is on."""
        if self._pulled is not None and self._pulled.name == name:
            return self._pulled
        return next((box for box in self.boxes if box.name == name), None)

    def box_rect(self, box: Box) -> QRect:
        """Where a box lies in the lane; nowhere while the film is not shown."""
        scale = self.scale
        if scale is None:
            return QRect()
        left, right = scale.x_of(box.first), scale.x_of(box.last)
        # A gap between two cards is no part of what ends with the first of them.
        row = scale.film.index_at(box.last - 1)
        cut = scale.film.cuts[row]
        if box.last == cut.last:
            right = scale.strip.card(row).right - scale.left
        return QRect(left, _PAD, max(3, right - left), self.height() - 2 * _PAD)

    def choose(self, name: tuple[str, int] | None) -> None:
        """Choose a box, or none, and say it."""
        if name == self.chosen:
            return
        self.chosen = name
        self._say()
        self.update()
        if name is not None:
            self.box_chosen.emit()
            words = self.accessibleDescription()
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, words))

    def _say(self) -> None:
        box = self.box(self.chosen)
        self.setAccessibleDescription(self.sentence(box) if box is not None else "")

    def sizeHint(self) -> QSize:
        """As high as it is told to be."""
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The boxes that are in sight, the playhead, and what a drag holds on to."""
        painter, look = QPainter(self), self._view.look
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = event.rect()
        painter.fillRect(seen, look.colours.bg)
        painter.setPen(QPen(look.colours.line, 1))
        painter.drawLine(seen.left(), 0, seen.right(), 0)
        scale = self.scale
        for each in sorted(self.boxes, key=lambda box: box.name == self.chosen):
            box = self.box(each.name) or each
            rect = self.box_rect(box)
            if scale is not None and rect.adjusted(-2, 0, 2, 0).intersects(seen):
                self.painted += 1
                self.paint_box(painter, rect, box, scale, seen)
        self._paint_lines(painter)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(look.colours.run, 1.5))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -1))

    def _paint_lines(self, painter: QPainter) -> None:
        look, view = self._view.look, self._view
        if view.playhead is not None and (x := view.playhead_x(view.playhead)) is not None:
            painter.setPen(QPen(look.colours.text, 1))
            painter.drawLine(x, 0, x, self.height())
        if view.guide is not None:
            painter.setPen(QPen(look.colours.accent, 2))
            painter.drawLine(view.guide, 0, view.guide, self.height())

    def resizeEvent(self, _event: object) -> None:
        """The label stays at the left edge."""
        self.label.adjustSize()
        height = min(self.label.sizeHint().height(), self.height() - 4)
        self.label.setGeometry(
            self._view.metrics.margin, (self.height() - height) // 2,
            self.label.sizeHint().width(), height,
        )  # fmt: skip

    # The mouse.

    def hit(self, at: QPoint) -> tuple[Box, Part] | None:
        """The box under a point and what of it; the one that lies on top."""
        chosen = [box for box in self.boxes if box.name == self.chosen]
        for box in (*chosen, *reversed(self.boxes)):
            rect = self.box_rect(box)
            if rect.adjusted(-2, 0, 2, 0).contains(at):
                return box, self.part_at(box, rect, at)
        return None

    def part_at(self, _box: Box, rect: QRect, at: QPoint) -> Part:
        """What of a box is at a point in it: an edge is some pixels wide."""
        edge = min(_EDGE, rect.width() // 4)
        if at.x() < rect.left() + edge:
            return Part.LEFT
        return Part.RIGHT if at.x() > rect.right() - edge else Part.BODY

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
            self._grip = Grip(box, part, at.x() - edge, at)

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
        x, hold = at.x() - grip.off, None
        fades = grip.part in (Part.FADE_IN, Part.FADE_OUT)
        if not fades and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            playhead = frame_of(self._desk.selection.playhead, scale.film.rate)
            hold = hold_at(x, scale, playhead)
        frame = hold.frame if hold is not None else scale.frame_at(x)
        self._pulled = self.pulled(grip.box, grip.part, frame, hold)
        self.held.emit(hold)
        self._say()
        self.update()

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

    def _let_go(self) -> None:
        self._grip = self._pulled = None
        self.held.emit(None)
        self.update()

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
        if name == "box_cancel" and self._grip is not None:
            self._let_go()
        elif name in ("box_before", "box_after"):
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
        """The keyboard has come: one box is what it works."""
        super().focusInEvent(event)
        if self.chosen is None and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self._step(1)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()

    # What each lane does in its own way.

    def paint_box(
        self, painter: QPainter, rect: QRect, box: Box, scale: Scale, seen: QRect
    ) -> None:
        """Paint a box."""
        raise NotImplementedError

    def sentence(self, box: Box) -> str:
        """A box as it is read aloud."""
        raise NotImplementedError

    def pulled(self, box: Box, part: Part, frame: int, hold: Hold | None) -> Box:
        """The box with one of its parts at a frame."""
        raise NotImplementedError

    def commit(self, before: Box, after: Box) -> None:
        """Have the film say what a drag has made of a box."""
        raise NotImplementedError

    def nudge(self, box: Box, frames: int) -> None:
        """A box so many frames later."""
        raise NotImplementedError

    def remove(self, box: Box) -> None:
        """A box goes."""
        raise NotImplementedError

    def open(self, box: Box) -> None:
        """A box is to be changed in fields or words."""
        raise NotImplementedError

    def act(self, name: str, box: Box) -> None:
        """What only one kind of box can do."""


def _shape(part: Part | None) -> Qt.CursorShape:
    if part in (Part.LEFT, Part.RIGHT):
        return Qt.CursorShape.SizeHorCursor
    hand = part in (Part.FADE_IN, Part.FADE_OUT)
    return Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor
