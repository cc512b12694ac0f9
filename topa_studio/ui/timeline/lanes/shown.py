"""One lane as it is seen: its boxes, the chosen one, the playhead and what a drag holds on to."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from topa_studio.film.composition import Composition
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.timeline.lane_pills import Kind
from topa_studio.ui.timeline.lanes.boxes import Box, rows_of
from topa_studio.ui.timeline.lanes.label import LaneLabel
from topa_studio.ui.timeline.lanes.scale import Scale
from topa_studio.ui.timeline.view import TimelineView

_EDGE = 5
_PAD, _APART, _LEAST = 3, 2, 18
_ROWS = 3


class Part(Enum):
    """What of a box the pointer is on."""

    BODY = auto()
    LEFT = auto()
    RIGHT = auto()
    FADE_IN = auto()
    FADE_OUT = auto()


class ShownLane(QWidget):
    """Shows boxes, one of which may be chosen; a drag shows its own as it would be.

    Signals:
        box_chosen: a box of this lane is chosen.
        muted: whether the lane is silent from now on.
    """

    box_chosen = Signal()
    muted = Signal(bool)

    def __init__(self, kind: Kind, desk: Desk, view: TimelineView, words: str, sign: str) -> None:
        super().__init__(view)
        self.kind, self.words = kind, words
        self._desk, self._view = desk, view
        self._film: Composition | None = None
        self.boxes: tuple[Box, ...] = ()
        self._rows: dict[tuple[str, int], tuple[int, int]] = {}
        self.chosen: tuple[str, int] | None = None
        self._expected: tuple[int, str] | None = None
        self._pulled: Box | None = None
        self._received: Box | None = None
        self._dragging = False
        self.painted = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.label = LaneLabel(words, sign, self, read=kind is Kind.CAPTIONS)
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

    def show_boxes(self, boxes: tuple[Box, ...], film: Composition | None) -> None:
        """Show these boxes of this film; of none where it has none of any lane."""
        self._film, self.boxes, self._rows = film, boxes, rows_of(boxes)
        chosen = self.chosen
        if not self._dragging:
            self._pulled = None
        names = {box.name: box for box in boxes}
        if self._expected is not None:
            found = (box.name for box in boxes if (box.first, box.words) == self._expected)
            self.chosen = next(found, self.chosen)
            self._expected = None
        if self.chosen not in names:
            self.chosen = None
        self._say()
        self.show_anew()
        if self.chosen not in (None, chosen):
            self.box_chosen.emit()

    def expect(self, box: Box) -> None:
        """A box that is to come is chosen once it is there."""
        self._expected = box.first, box.words

    def receive(self, box: Box | None) -> None:
        """Show a box of another lane that is dragged over this one; None: it is no more."""
        if box != self._received:
            self._received = box
            self.update()

    @property
    def least_height(self) -> int:
        """What its rows of boxes need; very many of them are thinner."""
        most = min(_ROWS, max((rows for _row, rows in self._rows.values()), default=1))
        return 2 * _PAD + most * (scaled(_LEAST) + _APART) - _APART if most > 1 else 0

    def show_anew(self) -> None:
        """Boxes lie elsewhere: paint them, and give way to those under the label."""
        self._place_label()
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
        place, rows = self._rows.get(box.name, (0, 1))
        high = self.height() - 2 * _PAD + _APART
        top, bottom = place * high // rows, (place + 1) * high // rows - _APART
        return QRect(left, _PAD + top, max(3, right - left), max(1, bottom - top))

    def choose(self, name: tuple[str, int] | None) -> None:
        """Choose a box, or none, and say it."""
        self._expected = None
        if name == self.chosen:
            return
        self.chosen = name
        self._say()
        self.update()
        if name is not None:
            self.box_chosen.emit()
            words = self.accessibleDescription()
            announce(self, words)

    def _say(self) -> None:
        box = self.box(self.chosen)
        self.setAccessibleDescription(self.sentence(box) if box is not None else "")

    def sizeHint(self) -> QSize:
        """As high as it is told to be."""
        return QSize(200, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The boxes that are in sight, the playhead, and what a drag holds on to."""
        look = self._view.look
        with QPainter(self) as painter:
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
            if scale is not None and self._received is not None:
                self.paint_box(painter, self.box_rect(self._received), self._received, scale, seen)
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

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """The label stays at the left edge."""
        self._place_label()

    def _place_label(self) -> None:
        """At the left edge, as its sign only where a box lies under its words."""
        label, margin, scale = self.label, self._view.metrics.margin, self.scale
        short = False
        if scale is not None:
            first, last = scale.frame_at(0), scale.frame_at(margin + label.wide)
            boxes = (self.box(box.name) or box for box in self.boxes)
            short = any(box.first < last and first < box.last for box in boxes)
        label.shorten(short=short)
        size = label.sizeHint()
        height = min(size.height(), self.height() - 4)
        # The sign lies beside the first card, and over nothing of it.
        left = 1 if short else margin
        label.setGeometry(left, (self.height() - height) // 2, size.width(), height)

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

    # What each lane does in its own way.

    def paint_box(
        self, painter: QPainter, rect: QRect, box: Box, scale: Scale, seen: QRect
    ) -> None:
        """Paint a box."""

    def sentence(self, _box: Box) -> str:
        """A box as it is read aloud."""
        return ""
