"""What every view of cards in scene frames is, wherever its cards lie: a Qt item view."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QRegion
from PySide6.QtWidgets import QAbstractItemView, QWidget

from topa_studio.model.scenario import Scene
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.foot import title_rect
from topa_studio.ui.film.guest import Guest
from topa_studio.ui.film.heading import Heading
from topa_studio.ui.film.heading import title_rect as heading_title_rect
from topa_studio.ui.film.look import Look
from topa_studio.ui.film.model import Index, ShotsModel
from topa_studio.ui.film.offers import Offers
from topa_studio.ui.film.placed import Placed
from topa_studio.ui.film.touch import Touch
from topa_studio.ui.in_place import Spot
from topa_studio.ui.look.theme import scaled, theme_signals
from topa_studio.ui.words import seconds_word

_AROUND = 7
_ASKED = 30


class CardView(Placed):
    """Cards in scene frames: what the pointer, the painter and the film's pane ask of a view.

    Where everything lies is for each view to say, as `Placed` asks it.

    Signals:
        play_requested, scene_generate_requested: a shot's key, a scene's id.
        generate_requested: a list of keys.
        shots_dropped: a list of keys, the scene's number and the place in it, counted from 0.
        scene_dropped: a scene's id and its new place. scene_chosen: a scene's id.
        shot_wanted: the id of a scene whose + card was pressed.
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
    # How near to an edge a drag scrolls, and after how many pixels a press is one; 0: as usual.
    drag_edge, drag_after = 56, 0

    def __init__(self, shots: ShotsModel, offers: Offers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shots = shots
        self.offers = offers
        self.touch = Touch()
        # Rows that are shown as chosen and that Qt is told of later; None: it knows.
        self.untold: frozenset[int] | None = None
        self.editable = True
        self.nothing = ""
        self.chosen_scene: str | None = None
        self.playhead: float | None = None
        self.look = Look(self.devicePixelRatioF())
        self.setFrameShape(QAbstractItemView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def join_model(self) -> None:
        """Follow the film, once a view knows where everything lies."""
        shots = self.shots
        self.setModel(shots)
        for changed in (shots.rowsMoved, shots.rowsRemoved, shots.scenes_changed):
            changed.connect(self.lay_out)
        theme_signals().changed.connect(self.take_theme)

    def tips_from(self, card: QRect) -> int:
        """Over which line a tooltip stands that has no room under its card."""
        return card.top()

    def repaint_headings(self) -> None:
        """What headings say is another."""
        self.viewport().update()

    # What follows from that.

    def around(self, row: int) -> QRect:
        """What is painted for the card of a row, its frame included."""
        return self.card_rect(row).adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND)

    def is_marked(self, row: int) -> bool:
        """Whether a card has a padlock or a tick in its upper right corner."""
        several = self.has_several() and self.is_chosen(row)
        return several or self.offers.marks(self.shots.shot(row))

    def is_chosen(self, row: int) -> bool:
        """Whether a card is shown as chosen."""
        if self.untold is not None:
            return row in self.untold
        return self.selectionModel().isSelected(self.shots.index(row))

    def has_several(self) -> bool:
        """Whether more than one card is shown as chosen."""
        if self.untold is not None:
            return len(self.untold) > 1
        runs = self.selectionModel().selection()
        return runs.count() > 1 or (runs.count() == 1 and runs.at(0).height() > 1)

    def repaint_card(self, key: str) -> None:
        """Paint one card again."""
        row = None if self.isHidden() else self.shots.row(key)
        if row is not None and row < self.plan().rows:
            self.viewport().update(self.around(row))

    def show_guest(
        self, at: QPoint | None, colour: QColor | None = None, words: str = ""
    ) -> str | None:
        """Something from elsewhere is held there; the key of the card it is over, which says so."""
        row = None if at is None else self.row_under(at)
        before, self.touch.guest = self.touch.guest, None
        if row is not None:
            made = Guest(self.shots.shot(row).key, colour or self.look.colours.accent, words)
            self.touch.guest = made
        now = self.touch.guest
        if before != now:
            for guest in filter(None, (before, now)):
                self.repaint_card(guest.key)
        return None if now is None else now.key

    def heading(self, scene: int) -> Heading:
        """The words over scene number `scene`."""
        owner, number = self.shots.scenes[scene], self.shots.scene_number(scene)
        return Heading(
            number=str(number),
            title=owner.title or ("" if owner.id.isdecimal() else owner.id),
            seconds=seconds_word(owner.seconds),
            offer=self.offer_of(owner),
            offer_hovered=self.touch.offer == scene,
            selected=self.chosen_scene == owner.id,
            focused=self.chosen_scene == owner.id and self.hasFocus(),
            hint="" if owner.shots else self.empty_words(),
            hint_hovered=self.touch.empty == scene,
        )

    def offer_of(self, scene: Scene) -> str:
        """What the small button of a scene says; "" without one."""
        return self.offers.scene(scene.id)

    def empty_words(self) -> str:
        """What stands on the + card of a scene."""
        return self.tr("New shot") if self.editable else self.tr("No shots yet")

    def scene_of_id(self, scene_id: str | None) -> int | None:
        """The number of the scene with this id, counted from 0; None where it is not shown."""
        return next((at for at, each in enumerate(self.shots.scenes) if each.id == scene_id), None)

    def choose_scene(self, scene_id: str | None) -> None:
        """Show a scene as chosen, None for none; one of which hardly anything is seen comes up."""
        if self.chosen_scene == scene_id:
            return
        self.chosen_scene = scene_id
        if scene_id is not None:
            # The keyboard is at the scene now, and no card has its ring.
            self.selectionModel().clearCurrentIndex()
            scene = self.scene_of_id(scene_id)
            if scene is not None:
                self.reveal_scene(scene)
        self.viewport().update()

    def spot_of(self, key: str) -> Spot | None:
        """The lower edge of a card's picture, where a press that pays is asked about."""
        row = self.shots.row(key)
        if row is None or row >= self.plan().rows or not self.isVisible():
            return None
        card = self.card_rect(row)
        if not card.intersects(self.viewport().rect()):
            return None
        picture = picture_rect(card, self.look)
        edge = picture.adjusted(0, max(0, picture.height() - scaled(_ASKED)), 0, 0)
        return Spot(self.viewport(), edge, card, points=True)

    def title_rect(self, key: str) -> QRect:
        """Where the title of a shot stands in the viewport, which comes into sight; or nowhere."""
        row = self.shots.row(key)
        if row is None:
            return QRect()
        self.scrollTo(self.shots.index(row))
        card = self.card_rect(row)
        foot = card.adjusted(0, picture_rect(card, self.look).height(), 0, 0)
        return title_rect(foot, self.shots.number(row), self.look)

    def scene_title_rect(self, scene_id: str) -> QRect:
        """Where the title of a scene stands in the viewport; nowhere where it is not shown."""
        scene = self.scene_of_id(scene_id)
        if scene is None:
            return QRect()
        self.reveal_scene(scene)
        return heading_title_rect(self.head_rect(scene), self.heading(scene), self.look)

    def selected_keys(self) -> list[str]:
        """Permanent keys of the selected shots, in the film's order."""
        rows = [index.row() for index in self.selectionModel().selectedIndexes()]
        return list(self.shots.keys(rows))

    # What Qt asks an item view.

    def visualRect(self, index: Index) -> QRect:
        """Where a row's card is in the viewport."""
        if not index.isValid() or index.row() >= self.plan().rows:
            return QRect()
        return self.card_rect(index.row())

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The row under a point of the viewport."""
        row = self.row_under(point)
        return QModelIndex() if row is None else self.shots.index(row)

    def dataChanged(self, first: Index, last: Index, _roles: object = ()) -> None:
        """Paint these cards anew; a list view would lay out all rows."""
        if self.isHidden():
            return
        seen = self.rows_in(self.viewport().rect())
        for row in range(max(first.row(), seen.start), min(last.row() + 1, seen.stop)):
            self.viewport().update(self.around(row))

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The cards of a selection that are in sight."""
        region = QRegion()
        for row in self.rows_in(self.viewport().rect()):
            if selection.contains(self.shots.index(row)):
                region += self.around(row)
        return region

    def currentChanged(self, now: Index, before: Index) -> None:
        """The keyboard's ring is around another card, or not around all of the view any more."""
        super().currentChanged(now, before)
        if self.isHidden():
            return
        if now.isValid() != before.isValid():
            self.viewport().update()
        for index in (now, before):
            if index.isValid() and index.row() < self.plan().rows:
                self.viewport().update(self.around(index.row()))

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Paint the frames of chosen cards."""
        super().selectionChanged(selected, deselected)
        self.viewport().update()
