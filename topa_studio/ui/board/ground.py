"""The board as a Qt item view: geometry by arithmetic, at the same cost for any film."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelection, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QScrollBar, QWidget

from topa_studio.model.scenario import Scene
from topa_studio.ui.board.chosen import ChosenCards
from topa_studio.ui.board.grid import Grid
from topa_studio.ui.board.landing import place_at, scene_place_at
from topa_studio.ui.board.moments import Moments
from topa_studio.ui.board.sizes import FEWEST, MOST, Box, Sizes
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.heading import Heading
from topa_studio.ui.film.look import Look
from topa_studio.ui.film.model import Index, ShotsModel
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.film.place import Place
from topa_studio.ui.look.theme import scaled

_HEAD_GAP = 4
_AROUND = 7
_NEAR = 24
_COLUMNS = 4
_LETTERS = 8


class BoardGround(CardView):
    """Cards in scene frames, one scene below the other, so many cards side by side.

    Signals, besides those of every such view:
        columns_changed: how many cards stand side by side now.
        words_wanted: the key of a shot whose words shall be written.
        nothing_chosen: a click in a gap: neither shots nor a scene are chosen.
    """

    columns_changed = Signal(int)
    words_wanted = Signal(str)
    nothing_chosen = Signal()
    drag_edge, drag_after = 48, 6

    def __init__(self, shots: ShotsModel, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(shots, offers, parent)
        self.columns = _COLUMNS
        # Whether a film without scenes offers a + card: not one whose text cannot be read.
        self.begins = True
        self._grid: Grid | None = None
        self._moments = Moments(shots)
        # The card that stays where it is in the viewport, whatever comes or goes above it.
        self._held: tuple[str, int] = ("", 0)
        self._laying, self._chosen = False, ChosenCards(self)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # A bar that comes and goes would change how wide cards are.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.join_model()

    # Geometry.

    def grid(self) -> Grid:
        """Where everything lies on the board; built anew after the film or a size changed."""
        if self._grid is None:
            counts = [len(scene.shots) for scene in self.shots.scenes]
            self._grid = Grid(counts, self._sizes())
        return self._grid

    def _sizes(self) -> Sizes:
        wide, _, high = self.shots.film.film.aspect_ratio.partition(":")
        made = Sizes(
            self.viewport().width(), self.columns, foot=self.look.foot,
            head=self.look.head + _HEAD_GAP, flows=self.shots.narrowed, adds=self.editable,
        )  # fmt: skip
        if wide.isdecimal() and high.isdecimal() and int(wide):
            made = replace(made, picture=int(high) / int(wide))
        return made

    def lay_out(self, *_signal: object) -> None:
        """The film, the size of cards or the text changed: measure again, once it is seen."""
        self._grid = None
        if self.isHidden():
            return
        key, top = self._held
        row, bar = self.shots.row(key), self.verticalScrollBar()
        self._laying = True
        self.updateGeometries()
        if row is not None and row < self.grid().rows and bar.value() > 0:
            bar.setValue(self.grid().card(row).top - top)
        self._laying = False
        if row is None:
            self.hold_place()
        self.viewport().update()
        self.laid_out.emit()

    def hold_place(self) -> None:
        """Remember which card shall stay where it is: the current one, else the first in sight."""
        grid, rows = self.grid(), self.rows_in(self.viewport().rect())
        if self._laying or not rows or rows.stop > grid.rows or rows.stop > self.shots.rowCount():
            return
        current = self.currentIndex().row()
        whole = [row for row in rows if self.card_rect(row).top() >= 0]
        row = current if current in rows else next(iter(whole), rows[0])
        self._held = self.shots.shot(row).key, self.card_rect(row).top()

    def set_columns(self, columns: int, at: QPoint | None = None) -> None:
        """Show so many cards side by side, 3 to 8; what is at a point of the viewport stays there.

        Without a point that is the current card, if it is in sight.
        """
        columns = min(max(columns, FEWEST), MOST)
        if columns == self.columns:
            return
        self.hold_place()
        grid = self.grid()
        if at is not None and grid.rows:
            place = place_at(grid, at.x(), at.y() + self.verticalOffset())
            rows = grid.rows_of(place.scene) if place is not None else range(0)
            if place is not None and rows:
                row = rows[min(place.index, len(rows) - 1)]
                self._held = self.shots.shot(row).key, self.card_rect(row).top()
        self.columns = columns
        self.lay_out()
        self.hold_place()
        self.columns_changed.emit(columns)

    def take_theme(self) -> None:
        """Colours or text size changed."""
        self.look = Look(self.devicePixelRatioF(), short=self.look.short)
        self.lay_out()

    def plan(self) -> Grid:
        """The grid."""
        return self.grid()

    def rect_of(self, box: Box) -> QRect:
        """Where in the viewport something on the board is."""
        return QRect(box.left, box.top - self.verticalOffset(), box.width, box.height)

    def card_rect(self, row: int) -> QRect:
        """Where the card of a row is in the viewport."""
        return self.rect_of(self.grid().card(row))

    def frame_rect(self, scene: int) -> QRect:
        """Where the frame of a scene is in the viewport."""
        return self.rect_of(self.grid().frame(scene))

    def head_rect(self, scene: int) -> QRect:
        """Where a scene's heading is in the viewport."""
        return self.rect_of(self.grid().head(scene)).adjusted(0, 0, 0, -_HEAD_GAP)

    def empty_card_rect(self, scene: int) -> QRect:
        """Where the + card of a scene is; empty where it has none."""
        box = self.grid().add(scene) if self.editable else None
        return QRect() if box is None else self.rect_of(box)

    def first_rect(self) -> QRect:
        """Where the + card of a film without scenes is; empty where there is none."""
        if self.shots.scenes or self.shots.narrowed or not (self.editable and self.begins):
            return QRect()
        sizes, room = self.grid().sizes, self.viewport().rect()
        made = QRect(0, 0, sizes.card_width, min(sizes.card_height, room.height() // 2))
        made.moveCenter(room.center() - QPoint(0, scaled(_NEAR)))
        return made

    def rows_in(self, rect: QRect) -> range:
        """Rows of which at least a pixel may be in `rect` of the viewport."""
        top = rect.top() + self.verticalOffset() - _AROUND
        return self.grid().rows_between(top, top + rect.height() + 2 * _AROUND)

    def playhead_at(self, seconds: float) -> tuple[int, float] | None:
        """The row in which a moment of the film is, and how far in; None: it is not shown."""
        found = self._moments.at(seconds)
        return found if found is not None and found[0] < self.grid().rows else None

    def heading(self, scene: int) -> Heading:
        """The words over scene number `scene`; of part of one, how many of its shots are shown."""
        made, owner = super().heading(scene), self.shots.scenes[scene]
        if not self.shots.narrowed:
            return replace(made, hint=self.empty_words())
        count = len(self.shots.film.scene(owner.id).shots)
        words = self.tr("{shown} of %n shots", "", count)
        if count == 1:
            words = self.tr("{shown} of 1 shot")
        told, begins = words.format(shown=len(owner.shots)), made.title[:_LETTERS]
        needed = self.look.heading_metrics.horizontalAdvance(f"{made.number} {begins}")
        needed += self.look.meta_metrics.horizontalAdvance(told) + 3 * _NEAR
        # In a narrow frame the title comes first.
        return replace(made, seconds=told if needed <= self.head_rect(scene).width() else "")

    def offer_of(self, scene: Scene) -> str:
        """As a press makes what is missing in the whole scene: "" where some is not seen."""
        return "" if self.shots.narrowed else super().offer_of(scene)

    # What the pointer asks.

    def row_under(self, at: QPoint) -> int | None:
        """The row whose card is under a point of the viewport."""
        return self.grid().row_at(at.x(), at.y() + self.verticalOffset())

    def scene_under(self, at: QPoint) -> int | None:
        """The scene of which the heading or the frame is there."""
        return self.grid().scene_at(at.x(), at.y() + self.verticalOffset())

    def place_under(self, at: QPoint, *, scene: bool) -> Place | None:
        """Where shots, or a `scene`, would land there."""
        find = scene_place_at if scene else place_at
        return find(self.grid(), at.x(), at.y() + self.verticalOffset())

    def drag_bar(self) -> QScrollBar:
        """The bar that a drag to the edge scrolls."""
        return self.verticalScrollBar()

    # What Qt asks an item view.

    def reveal(self, box: Box) -> None:
        """Bring something on the board into sight, with a bit around it."""
        bar, height, near = self.verticalScrollBar(), self.viewport().height(), scaled(_NEAR)
        if box.top - near < bar.value() or box.height + 2 * near > height:
            bar.setValue(box.top - near)
        elif box.bottom + near > bar.value() + height:
            bar.setValue(box.bottom + near - height)

    def reveal_scene(self, scene: int) -> None:
        """Bring a scene's heading into sight."""
        head = self.grid().head(scene)
        if self.rect_of(head).top() < 0 or self.rect_of(head).bottom() >= self.viewport().height():
            frame = self.grid().frame(scene)
            self.reveal(Box(head.left, head.top, head.width, frame.bottom - head.top))

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a row's card into sight, the first ones of a scene with its heading."""
        if not index.isValid() or index.row() >= self.grid().rows:
            return
        grid, row = self.grid(), index.row()
        box, height = grid.card(row), self.viewport().height()
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            self.verticalScrollBar().setValue(box.top + box.height // 2 - height // 2)
            return
        scene = grid.scene_of(row)
        head = grid.head(scene)
        first = grid.line_of(row) == grid.lines_of(scene).start
        if first and box.bottom - head.top + 2 * scaled(_NEAR) <= height:
            box = Box(box.left, head.top, box.width, box.bottom - head.top)
        self.reveal(box)

    def updateGeometries(self) -> None:
        """Give the scroll bar its range."""
        bar, height = self.verticalScrollBar(), self.viewport().height()
        bar.setRange(0, max(0, self.grid().height - height))
        bar.setPageStep(height)
        bar.setSingleStep(scaled(48))
        QAbstractItemView.updateGeometries(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Measure again: cards fill the width."""
        QAbstractItemView.resizeEvent(self, event)
        self.lay_out()

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Move what is painted, and paint only what came into sight."""
        self.viewport().scroll(0, dy)
        self.hold_place()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint these cards; what is chosen stays where it is, too."""
        self._chosen.changed(selected, deselected)
        self.hold_place()

    def minimumSizeHint(self) -> QSize:
        """Room for the fewest columns, and a row of them."""
        return QSize(scaled(280), scaled(180))

    def sizeHint(self) -> QSize:
        """Room for some rows."""
        return QSize(960, 640)
