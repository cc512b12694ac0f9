"""The strip as a Qt item view: geometry by arithmetic, at the same cost for any film."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollBar, QWidget

from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.look import Look
from topa_studio.ui.film.model import Index, ShotsModel
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.film.place import Place
from topa_studio.ui.look.theme import scaled
from topa_studio.ui.timeline.layout import Metrics, Ruler, Strip

_TOP = 6
_BOTTOM = 10
_TALLEST = 250
_LEAST, _LOW_LEAST, _FLAT_LEAST = 72, 60, 46
_AROUND = 7
_SEEN = 200


class Ground(CardView):
    """Cards in scene frames, side by side: where they are, and what Qt asks of an item view."""

    def __init__(self, shots: ShotsModel, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(shots, offers, parent)
        self._strip: Strip | None = None
        self._ruler = Ruler()
        self._least = _LEAST
        self.below = 0
        self.metrics = Metrics(narrowest=scaled(Metrics().narrowest))
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.join_model()

    # Geometry.

    def strip(self) -> Strip:
        """Where everything lies along the strip; built anew after the film changed."""
        if self._strip is None:
            self._strip = self._ruler.strip(self.shots.scenes, self.metrics)
        return self._strip

    def lay_out(self, *_signal: object) -> None:
        """The film, the zoom or the text size changed: measure again, once it is seen."""
        self._strip = None
        if not self.isHidden():
            self.updateGeometries()
            self.viewport().update()
            self.laid_out.emit()

    def playhead_x(self, seconds: float) -> int | None:
        """Where a moment of the film is in the viewport; None: its shot is not shown."""
        moment = self.shots.moment(seconds)
        return None if moment is None else self.strip().x_of(moment) - self.horizontalOffset()

    def take_theme(self) -> None:
        """Colours or text size changed."""
        self.metrics = Metrics(self.metrics.per_second, narrowest=scaled(Metrics().narrowest))
        self.look = Look(self.devicePixelRatioF(), short=self.look.short)
        self.lay_out()
        self.updateGeometry()

    def set_low(self, *, low: bool) -> None:
        """Let the pictures be flatter than usual, or not."""
        self._least = _LOW_LEAST if low else _LEAST
        self.updateGeometry()

    def set_short(self, *, short: bool) -> None:
        """Show one line of words under a picture instead of two."""
        if short != self.look.short:
            self.look = Look(self.devicePixelRatioF(), short=short)
            self.lay_out()
            self.updateGeometry()

    def frame_area(self) -> QRect:
        """Top and height of the scene frames; as wide as the viewport."""
        top = _TOP + self.look.head
        pad = 2 * self.metrics.pad
        room = self.viewport().height() - top - _BOTTOM
        height = min(room, pad + self.look.foot + scaled(_TALLEST))
        return QRect(0, top, self.viewport().width(), max(height, pad + self.look.foot + 16))

    def card_rect(self, row: int) -> QRect:
        """Where the card of a row is in the viewport."""
        span, area = self.strip().card(row), self.frame_area()
        pad = self.metrics.pad
        left = span.left - self.horizontalOffset()
        return QRect(left, area.y() + pad, span.width, area.height() - 2 * pad)

    def frame_rect(self, scene: int) -> QRect:
        """Where the frame of a scene is in the viewport."""
        span, area = self.strip().scene(scene), self.frame_area()
        return QRect(span.left - self.horizontalOffset(), area.y(), span.width, area.height())

    def head_rect(self, scene: int) -> QRect:
        """Where a scene's heading is; it stays in sight while its scene is."""
        frame = self.frame_rect(scene)
        left = min(max(frame.left(), self.metrics.margin), max(frame.left(), frame.right() - 120))
        return QRect(left, _TOP, frame.right() - left + 1, self.look.head - 4)

    def rows_in(self, rect: QRect) -> range:
        """Rows of which at least a pixel is in `rect` of the viewport."""
        left = rect.left() + self.horizontalOffset() - _AROUND
        return self.strip().rows_between(left, left + rect.width() + 2 * _AROUND)

    def empty_card_rect(self, scene: int) -> QRect:
        """Where the + card of a scene without shots is; empty where it has shots."""
        if self.shots.scenes[scene].shots or not self.editable:
            return QRect()
        pad = self.metrics.pad
        return self.frame_rect(scene).adjusted(pad, pad, -pad, -pad)

    def minimumSizeHint(self) -> QSize:
        """Room for headings, a flat picture and the words of a card."""
        least = _FLAT_LEAST if self.below and self._least == _LOW_LEAST else self._least
        height = _TOP + self.look.head + 2 * self.metrics.pad + self.look.foot + least + _BOTTOM
        return QSize(320, height + self.horizontalScrollBar().sizeHint().height() + self.below)

    def sizeHint(self) -> QSize:
        """Room for pictures of a usual height."""
        return self.minimumSizeHint() + QSize(480, scaled(58))

    def updateGeometries(self) -> None:
        """Give the scroll bar its range."""
        bar = self.horizontalScrollBar()
        width = self.viewport().width()
        bar.setRange(0, max(0, self.strip().width - width))
        bar.setPageStep(width)
        bar.setSingleStep(48)
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure the scroll bar again."""
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()

    # What the pointer asks.

    def plan(self) -> Strip:
        """The strip."""
        return self.strip()

    def row_under(self, at: QPoint) -> int | None:
        """The row whose card is under a point of the viewport."""
        strip = self.strip()
        row = strip.row_at(at.x() + self.horizontalOffset())
        if row is None:
            return None
        card = self.card_rect(row)
        if strip.is_far:
            return row if card.top() <= at.y() <= card.bottom() else None
        return row if card.contains(at) else None

    def scene_under(self, at: QPoint) -> int | None:
        """The scene of which the heading or the frame is there."""
        scene = self.strip().scene_at(at.x() + self.horizontalOffset())
        return scene if at.y() <= self.frame_area().bottom() else None

    def place_under(self, at: QPoint, *, scene: bool) -> Place | None:
        """Where shots, or a `scene`, would land there."""
        x = at.x() + self.horizontalOffset()
        return self.strip().scene_place_at(x) if scene else self.strip().place_at(x)

    def drag_bar(self) -> QScrollBar:
        """The bar that a drag to the edge scrolls."""
        return self.horizontalScrollBar()

    def show_scene(self, scene: int) -> None:
        """Bring a scene's frame into sight."""
        span, bar = self.strip().scene(scene), self.horizontalScrollBar()
        if span.left < bar.value() or span.right > bar.value() + self.viewport().width():
            bar.setValue(span.left - scaled(40))

    def reveal_scene(self, scene: int) -> None:
        """Bring a scene's frame into sight where hardly anything of it is."""
        span, left = self.strip().scene(scene), self.horizontalOffset()
        seen = min(span.right, left + self.viewport().width()) - max(span.left, left)
        if seen < min(span.width, scaled(_SEEN)):
            self.show_scene(scene)

    def tips_from(self, _card: QRect) -> int:
        """Over all cards: a tooltip covers neither this one nor another."""
        return 0

    def repaint_headings(self) -> None:
        """Paint what is above the frames."""
        self.viewport().update(0, 0, self.width(), self.frame_area().top())

    # What Qt asks an item view.

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row's card into sight, with a bit of its neighbours."""
        if not index.isValid() or index.row() >= self.strip().rows:
            return
        span, bar = self.strip().card(index.row()), self.horizontalScrollBar()
        width, around = self.viewport().width(), scaled(40)
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            bar.setValue(span.centre - width // 2)
        elif span.left - around < bar.value():
            bar.setValue(span.left - around)
        elif span.right + around > bar.value() + width:
            bar.setValue(min(span.right + around - width, span.left - around))

    def scrollContentsBy(self, dx: int, _dy: int) -> None:
        """Move what is painted, and paint only what came into sight."""
        self.viewport().scroll(dx, 0)
        # Headings stay in sight, so they do not move with their scenes.
        self.viewport().update(0, 0, self.viewport().width(), self.frame_area().top() + 1)
