"""The pictures of one element in place of the player: judged, ordered, redrawn, kept."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import shiboken6
from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from topa_studio.film.still import shape
from topa_studio.model.scenario import ElementKind
from topa_studio.model.wish import Wish
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.parts import thin_rule
from topa_studio.ui.picture_acts import PictureActs
from topa_studio.ui.pictures.below import Below
from topa_studio.ui.pictures.drops import PictureDrops
from topa_studio.ui.pictures.filling import Filling
from topa_studio.ui.pictures.head import PageHead
from topa_studio.ui.pictures.keeping import Keeping
from topa_studio.ui.pictures.keys import do
from topa_studio.ui.pictures.large import LargePicture
from topa_studio.ui.pictures.offering import Drawn, Offering
from topa_studio.ui.pictures.tile import PictureTile
from topa_studio.ui.pictures.tiles import PictureTiles
from topa_studio.ui.pictures.trash_row import TrashRow
from topa_studio.ui.theme import set_role
from topa_studio.ui.thumbnails import Thumbnails

Make = Callable[[Sequence[Wish], float | None, QWidget], None]
_EDGE, _MOST = 16, 4
_OF_PICTURE = frozenset({"picture_crop", "picture_replace", "picture_trash", "picture_frontal"})


class ElementPage(QWidget):
    """Shows the element that `show_element` was given; it follows the film while it is seen.

    Signals:
        left: the user wants the film back. keyed: whether the keyboard is on a picture.
        decided: whether it has an orange button of its own.
    """

    left = Signal()
    keyed = Signal(bool)
    decided = Signal(bool)

    def __init__(self, desk: Desk, thumbnails: Thumbnails, looks: ElementLooks, make: Make) -> None:
        super().__init__()
        self._desk, self._session, self._looks = desk, desk.session, looks
        self._thumbnails, self._make = thumbnails, make
        self.name = ""
        self._enlarged: PictureTile | None = None
        self.acts = PictureActs(self, desk)
        self.head = PageHead()
        self.tiles = PictureTiles()
        self.keeping = Keeping(desk)
        self.trash = TrashRow(thumbnails)
        self.large = LargePicture()
        self.offering = Offering(desk.session, self.head)
        self.filling = Filling(desk, thumbnails, self.tiles, self.offering)
        set_role(self, "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Pictures of the element"))
        self.drops = PictureDrops(self, desk, lambda data: self.acts.take(self.name, data))
        self._lay_out()
        self._connect()
        self.hide()

    def _lay_out(self) -> None:
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        column.setSpacing(_EDGE)
        for part in (self.tiles, self.keeping, self.trash):
            column.addWidget(part)
        column.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setAccessibleName(self.tr("Pictures of the element"))
        self._area.verticalScrollBar().setAccessibleName(self._area.accessibleName())
        self._area.setWidget(body)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._area)
        self._stack.addWidget(self.large)
        # Notices lie over the pictures, never over the buttons of the head.
        self.face: QWidget = self._stack
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(thin_rule())
        self.below = Below(self, self._area, self.keeping)
        whole.addWidget(self.below)
        whole.addWidget(self._stack, 1)

    def _connect(self) -> None:
        head, again = self.head, Merged(self, self._elements_changed)
        head.left.connect(self.left)
        head.upload_wanted.connect(lambda: self.acts.ask_upload(self.name))
        head.angle_wanted.connect(lambda: self.pay(self.offering.angle, head.angle))
        head.redraw_wanted.connect(lambda: self.pay(self.offering.all, head.redraw))
        head.missing_wanted.connect(lambda: self.pay(self.offering.missing, head.missing))
        self.tiles.moved.connect(self.put)
        filling, acts = self.filling, self.acts
        filling.asked.connect(lambda tile, name: do(self, tile, name))
        filling.cropped.connect(lambda path, box: acts.crop(self.name, path, box))
        filling.mended.connect(lambda path: acts.mend(self.name, path))
        filling.enlarged.connect(self.enlarge)
        filling.keyed.connect(self.keyed)
        filling.pressed.connect(lambda: acts.ask_upload(self.name))
        self.large.left.connect(self._show_tiles)
        self.large.stepped.connect(self._step_large)
        self.keeping.decided.connect(self.decided)
        self.keeping.decided.connect(lambda _on: self._give_room())
        self.keeping.one_asked.connect(self.below.bring)
        self.keeping.put_back.connect(lambda files: acts.put_back(self.name, files))
        self.keeping.kept.connect(lambda spared, files: acts.keep(self.name, spared, files))
        for decided in (self.keeping.put_back, self.keeping.kept):
            decided.connect(lambda *told: self._give_keys_back(told[-1]))
        self.trash.wanted.connect(lambda path: self.acts.restore(self.name, path))
        bind(self, self._session.elements_changed, again.add)
        bind(self, self._session.changed, lambda _change: self._changed(again))
        bind(self, self._session.shots_changed, lambda _keys: self._changed(again))
        self._thumbnails.ready.connect(self._picture_came)

    # What is shown.

    def show_element(self, name: str) -> None:
        """The pictures of this element."""
        if name != self.name:
            self.name = name
            self._show_tiles()
            self._area.verticalScrollBar().setValue(0)
        self.refresh()

    def put_away(self) -> None:
        """It is not seen any more."""
        self.keeping.put_away()
        for tile in self.tiles.tiles:
            tile.end_crop()
        self.hide()

    def _give_keys_back(self, files: list[str]) -> None:
        """Who asked about one picture goes on from it."""
        asked = (tile for tile in self.tiles.tiles if tile.picture.file in files)
        if (tile := next(asked, None)) is not None:
            tile.setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self, again: Merged) -> None:
        """What keeping would mean is asked anew, too."""
        self.keeping.forget()
        again.add(frozenset({self.name}))

    def _elements_changed(self, names: frozenset[str]) -> None:
        if self.name in names and self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Show them as they are now."""
        element = self._desk.film.element(self.name)
        if element is None:
            return
        colour = self._looks.colour(self.name)
        self.head.show_element(self.name, self.offering.about(element), colour)
        self.offering.show(element, editable=self._desk.editable)
        self.tiles.set_shape(lying=element.kind is ElementKind.BACKGROUND)
        self.filling.show_element(element)
        self.keeping.follow(self.name)
        self._give_room()
        self._desk.look(self._show_trash)

    def _picture_came(self, path: str) -> None:
        if self.isVisible():
            tile = self.filling.came(path)
            if tile is not None and tile is self._enlarged:
                self.enlarge(tile)

    @property
    def has_primary(self) -> bool:
        """Whether it has the orange button of the window."""
        return not self.keeping.isHidden()

    async def _show_trash(self) -> None:
        name = self.name
        found = await self._session.elements.trashed(name)
        # The window may have made room for another one meanwhile.
        if shiboken6.isValid(self) and name == self.name:
            self.trash.show_trash(found, editable=self._desk.editable)

    # What is asked.

    def pay(self, drawn: Drawn, button: QWidget) -> None:
        """Have it drawn, after what has to be asked before."""
        if drawn.wishes and self._desk.editable:
            self._make(drawn.wishes, drawn.credits, button)

    def put(self, here: int, to: int) -> None:
        """Put a picture to another place in the order."""
        paths = [p.path for p in self._session.elements.pictures(self.name)]
        if here < len(paths) and self._desk.editable:
            path = paths.pop(here)
            paths.insert(max(0, min(len(paths), to)), path)
            self.acts.order(self.name, paths)

    def leave(self) -> None:
        """Give the film back."""
        self.left.emit()

    def enlarge(self, tile: PictureTile) -> None:
        """One picture large; a new one beside the old one."""
        picture, size = tile.picture, QSize(1600, 1600)
        self._enlarged = tile
        shown = [("", self.filling.pixmap(picture.path, size))]
        if picture.candidate is not None:
            new = (self.tr("New"), self.filling.pixmap(picture.candidate.path, size))
            shown = [new, (self.tr("Was"), shown[0][1])] if picture.path else [new]
        self.large.show_pictures(tile.accessibleName(), shown)
        self._stack.setCurrentWidget(self.large)
        self.large.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_tiles(self) -> None:
        tile, self._enlarged = self._enlarged, None
        if self._stack.currentWidget() is self.large:
            self._stack.setCurrentWidget(self._area)
            (tile or self).setFocus(Qt.FocusReason.OtherFocusReason)

    def _step_large(self, by: int) -> None:
        tiles = self.tiles.tiles
        if self._enlarged in tiles:
            at = tiles.index(self._enlarged) + by
            if 0 <= at < len(tiles):
                self.enlarge(tiles[at])

    def focus_first(self) -> None:
        """Put the keyboard on the frontal picture."""
        first = self.tiles.tiles[0] if self.tiles.tiles else self
        first.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def crop_ratio(self) -> float:
        """Width by height of the pictures of this element, as they are drawn, too."""
        element = self._desk.film.element(self.name)
        if element is None or element.kind is not ElementKind.BACKGROUND:
            return 1.0
        return shape(self._desk.film)

    def event(self, event: QEvent) -> bool:
        """The way back is no shortcut of the film."""
        claims = event.type() is QEvent.Type.ShortcutOverride
        ours = "picture_leave", "picture_upload"
        if claims and isinstance(event, QKeyEvent) and named(Place.PICTURE, event) in ours:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What a key means where no picture has the keyboard."""
        match named(Place.PICTURE, event):
            case "picture_leave":
                self.left.emit()
            case "picture_upload":
                self.acts.ask_upload(self.name)
            case "picture_after" | "picture_before" if self.tiles.tiles:
                self.focus_first()
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Who comes by a key sees which picture the next one means."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.TabFocusReason and self.tiles.tiles:
            self.focus_first()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A row of tiles is seen whole where that is possible."""
        super().resizeEvent(event)
        self._give_room()

    def _give_room(self) -> None:
        """The card below the tiles is seen, too, where they can be a little lower."""
        below = 0 if self.keeping.isHidden() else self.keeping.sizeHint().height() + _EDGE
        self.tiles.set_room(self._stack.height() - 2 * _EDGE - below)
