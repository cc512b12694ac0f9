"""An element's card that is let go over the card of a shot is mentioned there."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QCoreApplication, QModelIndex, QObject, QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.elements.pane import ElementsPane
from topa_studio.ui.film.mention_ring import Mention
from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.inspector.several.edits import Values
from topa_studio.ui.parts import PictureBox, text_label
from topa_studio.ui.theme import scaled, set_role

translate = QCoreApplication.translate
_OFF = QPoint(14, 12)
_PICTURE = QSize(32, 24)


class CardsView(Protocol):
    """A view of the film with cards: the timeline, the board."""

    shots: ShotsModel

    def viewport(self) -> QWidget:
        """What the cards are painted on."""

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The card under a point of the viewport."""

    def show_mention(self, mention: Mention | None) -> None:
        """Show on a card what letting go there does; None: on none."""


class MentionDrops(QObject):
    """Follows an element that is carried over one window, and the views of cards in it."""

    def __init__(
        self, window: QWidget, desk: Desk, elements: ElementsPane, looks: ElementLooks
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._looks = window, desk, looks
        self._views: list[CardsView] = []
        self._ghost: _Ghost | None = None
        elements.carried.connect(self._carry)
        elements.let_go.connect(self._let_go)
        elements.carry_ended.connect(self._end)

    def add(self, view: CardsView) -> None:
        """Elements may be let go over the cards of this view, too."""
        self._views.append(view)

    def _carry(self, name: str, at: QPoint) -> None:
        if self._ghost is None:
            self._ghost = _Ghost(self._window, name, self._looks)
        self._ghost.move_to(self._window.mapFromGlobal(at))
        over = self._over(at)
        for view in self._views:
            found = over is not None and over[0] is view
            view.show_mention(self._mention(over[1], name) if over and found else None)

    def _let_go(self, name: str, at: QPoint) -> None:
        over = self._over(at)
        self._end()
        if over is not None:
            self._desk.start(lambda: self._mention_now(over[1], name))

    def _end(self) -> None:
        for view in self._views:
            view.show_mention(None)
        if self._ghost is not None:
            self._ghost.hide()
            self._ghost.deleteLater()
            self._ghost = None

    def _over(self, at: QPoint) -> tuple[CardsView, str] | None:
        """The view and the shot under a point of the screen, where nothing lies over it."""
        under = self._window.childAt(self._window.mapFromGlobal(at))
        for view in self._views:
            if under is view.viewport():
                index = view.indexAt(under.mapFromGlobal(at))
                return (view, view.shots.shot(index.row()).key) if index.isValid() else None
        return None

    def _mention(self, key: str, name: str) -> Mention:
        """What letting go does there."""
        batch, colour = Values(self._desk.session, (key,)).mention(name), self._looks.colour(name)
        if not self._desk.editable:
            words = translate("MentionDrops", "cannot be changed here")
        elif batch.left:
            words = translate("MentionDrops", "takes no more")
        elif not batch.edits:
            words = translate("MentionDrops", "has @{name} already").format(name=name)
        else:
            words = translate("MentionDrops", "mention @{name}").format(name=name)
        can = self._desk.editable and bool(batch.edits)
        return Mention(key, words, colour, can)

    async def _mention_now(self, key: str, name: str) -> None:
        film = self._desk.film
        if not film.has_shot(key) or film.element(name) is None:
            return
        batch = Values(self._desk.session, (key,)).mention(name)
        if batch.edits:
            number = film.number_of(key)
            await self._desk.edit(
                translate("MentionDrops", "Mention @{name}").format(name=name), *batch.edits
            )
            told = translate("MentionDrops", "{number} mentions @{name} now")
            self._desk.tell_undoable(told.format(number=number, name=name))


class _Ghost(QFrame):
    """What is carried, beside the pointer."""

    def __init__(self, window: QWidget, name: str, looks: ElementLooks) -> None:
        super().__init__(window)
        self._window = window
        set_role(self, "pop-up")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        size = QSize(scaled(_PICTURE.width()), scaled(_PICTURE.height()))
        picture = PictureBox(size)
        picture.tint = looks.colour(name)
        picture.set_pixmap(looks.picture(name, size))
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 6, 10, 6)
        row.setSpacing(8)
        row.addWidget(picture)
        row.addWidget(text_label(f"@{name}", "strong"))
        self.adjustSize()
        self.show()
        self.raise_()

    def move_to(self, at: QPoint) -> None:
        """Beside this point of the window, and inside of it."""
        room = self._window.rect()
        x = min(at.x() + _OFF.x(), room.right() - self.width())
        y = min(at.y() + _OFF.y(), room.bottom() - self.height())
        self.move(x, y)
