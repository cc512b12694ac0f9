"""The strip as a Qt item view: geometry by arithmetic, at the same cost for any film."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPixmap, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QWidget

from topa_studio.ui.film.look import Look
from topa_studio.ui.film.model import Index, ShotsModel
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.theme import scaled, theme_signals
from topa_studio.ui.timeline.bare_list import BareList
from topa_studio.ui.timeline.heading import Heading
from topa_studio.ui.timeline.layout import Metrics, Ruler, Strip
from topa_studio.ui.words import seconds_word

if TYPE_CHECKING:
    from topa_studio.ui.film.mention_ring import Mention

_TOP = 6
_BOTTOM = 10
_TALLEST = 250
_LEAST, _LOW_LEAST, _FLAT_LEAST = 72, 60, 46
_AROUND = 7


@dataclass(slots=True)
class Touch:
    """What the pointer does to the strip; written by the pointer, read by the painter.

    Attributes:
        hovered: the key of the card under the pointer; `on_verb`, `on_more`: it is over a button.
        shown: how far the buttons of a card have faded in, 0..1.
        offer: the number of the scene whose button is under the pointer.
        empty: the number of the empty scene whose + card is under the pointer.
        seam: the row of the card behind the gap under the pointer.
        dragged: keys of the shots that are being dragged.
        mention: an element that is held over a card.
        frame: what a card shows instead of its picture while it is played, or None.
    """

    hovered: str | None = None
    on_verb: bool = False
    on_more: bool = False
    shown: Callable[[str], float] = lambda _key: 0.0
    offer: int | None = None
    empty: int | None = None
    seam: int | None = None
    dragged: frozenset[str] = frozenset()
    mention: Mention | None = None
    frame: Callable[[str], QPixmap | None] = lambda _key: None


class Ground(BareList):
    """Cards in scene frames, side by side: where they are, and what Qt asks of an item view.

    Signals:
        play_requested, scene_generate_requested: a shot's key, a scene's id.
        generate_requested: a list of keys.
        shots_dropped: a list of keys, the scene's number and the place in it, counted from 0.
        scene_dropped: a scene's id and its new place. scene_chosen: a scene's id.
        shot_wanted: the id of an empty scene whose + card was pressed.
        shots_pushed: an `Act` of `MOVES` for the selected shots.
        menu_requested: where on the screen; scene's id or "" (then the selected shots are meant).
        title_wanted: "shot" or "scene", and its key or id: its title shall be changed in place.
        zoom_requested: steps, positive for closer. laid_out: cards lie elsewhere than before.
        seam_requested: the key of the shot behind a seam.
    """

    play_requested = Signal(str)
    generate_requested = Signal(list)
    scene_generate_requested = Signal(str)
    shots_dropped = Signal(list, int, int)
    scene_dropped = Signal(str, int)
    scene_chosen = Signal(str)
    shot_wanted = Signal(str)
    shots_pushed = Signal(object)
    menu_requested = Signal(QPoint, str)
    title_wanted = Signal(str, str)
    zoom_requested = Signal(int)
    seam_requested = Signal(str)
    laid_out = Signal()

    def __init__(self, shots: ShotsModel, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shots = shots
        self.offers = offers
        self.touch = Touch()
        self.editable = True
        self.nothing = ""
        self.chosen_scene: str | None = None
        self.playhead: float | None = None
        self.below = 0
        self._least = _LEAST
        self.metrics = Metrics(narrowest=scaled(Metrics().narrowest))
        self.look = Look(self.devicePixelRatioF())
        self._strip: Strip | None = None
        self._ruler = Ruler()
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setModel(shots)
        for changed in (shots.rowsMoved, shots.rowsRemoved, shots.scenes_changed):
            changed.connect(self.lay_out)
        theme_signals().changed.connect(self.take_theme)

    # Geometry.

    def strip(self) -> Strip:
        """Where everything lies along the strip; built anew after the film changed."""
        if self._strip is None:
            self._strip = self._ruler.strip(self.shots.scenes, self.metrics)
        return self._strip

    def lay_out(self, *_signal: object) -> None:
        """The film, the zoom or the text size changed: measure again."""
        self._strip = None
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

    def around(self, row: int) -> QRect:
        """What is painted for the card of a row, its frame included."""
        return self.card_rect(row).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

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

    def is_marked(self, row: int) -> bool:
        """Whether a card has a padlock or a tick in its upper right corner."""
        chosen = self.selectionModel().selectedIndexes()
        several = len(chosen) > 1 and self.shots.index(row) in chosen
        return several or self.offers.marks(self.shots.shot(row))

    def repaint_card(self, key: str) -> None:
        """Paint one card again."""
        row = self.shots.row(key)
        if row is not None and row < self.strip().rows:
            self.viewport().update(self.around(row))

    def heading(self, scene: int) -> Heading:
        """The words over scene number `scene`."""
        owner, number = self.shots.scenes[scene], self.shots.scene_number(scene)
        return Heading(
            number=str(number),
            title=owner.title or ("" if owner.id.isdecimal() else owner.id),
            seconds=seconds_word(owner.seconds),
            offer=self.offers.scene(owner.id),
            offer_hovered=self.touch.offer == scene,
            selected=self.chosen_scene == owner.id,
            focused=self.chosen_scene == owner.id and self.hasFocus(),
            hint="" if owner.shots else self._empty_words(),
            hint_hovered=self.touch.empty == scene,
        )

    def _empty_words(self) -> str:
        return self.tr("New shot") if self.editable else self.tr("No shots yet")

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

    def dataChanged(self, first: Index, last: Index, _roles: object = ()) -> None:
        """Paint these cards anew; a list view would lay out all rows."""
        seen = self.rows_in(self.viewport().rect())
        for row in range(max(first.row(), seen.start), min(last.row() + 1, seen.stop)):
            self.viewport().update(self.around(row))

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

    # What Qt asks an item view.

    def visualRect(self, index: Index) -> QRect:
        """Where a row's card is in the viewport."""
        if not index.isValid() or index.row() >= self.strip().rows:
            return QRect()
        return self.card_rect(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row under a point of the viewport."""
        row = self.strip().row_at(point.x() + self.horizontalOffset())
        inside = row is not None and self.card_rect(row).contains(point)
        return self.shots.index(row) if row is not None and inside else QModelIndex()

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

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The cards of a selection that are in sight."""
        region = QRegion()
        for row in self.rows_in(self.viewport().rect()):
            if selection.contains(self.shots.index(row)):
                region += self.around(row)
        return region

    def scrollContentsBy(self, dx: int, _dy: int) -> None:
        """Move what is painted, and paint only what came into sight."""
        self.viewport().scroll(dx, 0)
        # Headings stay in sight, so they do not move with their scenes.
        self.viewport().update(0, 0, self.viewport().width(), self.frame_area().top() + 1)

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint the frames of chosen cards."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def selected_keys(self) -> list[str]:
        """Permanent keys of the selected shots, in the film's order."""
        rows = [index.row() for index in self.selectionModel().selectedIndexes()]
        return list(self.shots.keys(rows))
