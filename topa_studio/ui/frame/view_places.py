"""Where the film and its player lie in each view, with a split of its own for each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QDockWidget, QHBoxLayout, QMainWindow, QWidget

from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.film.kinds import TIMELINE, VIEWS, Kind
from topa_studio.ui.frame.folding import Folding
from topa_studio.ui.look.theme import text_percent
from topa_studio.ui.views.film_pane import FilmPane


class ViewPlaces(QObject):
    """The timeline lies under the player; any other view takes the middle, the player beside it.

    What lies in the middle is the last of `stage`.

    Signals:
        leaving: a view was asked for, so that no page lies over it any more.
        turned: another view is shown, and all lies where it belongs.
        moved: the player is shown, or not any more.
    """

    leaving = Signal()
    turned = Signal()
    moved = Signal()

    def __init__(
        self, window: QMainWindow, stage: QHBoxLayout, film: FilmPane, folding: Folding
    ) -> None:
        super().__init__(window)
        self._window, self._stage, self._film, self._folding = window, stage, film, folding
        self._player: QWidget | None = None
        self._kept: dict[str, str] = {}
        self._percents: dict[str, int] = {}
        self._docks = {name: _dock(window, name) for name in ("timeline", "player")}
        self._docks["player"].visibilityChanged.connect(lambda _shown: self.moved.emit())
        film.view_wanted.connect(self.show)
        self._tidy()

    def follow(self, commands: Commands) -> None:
        """Show a view by its command, and tick that of the one that is shown."""
        commands.join({kind.command: partial(self.show, kind.name) for kind in VIEWS.values()})
        group = QActionGroup(self)
        for kind in VIEWS.values():
            action = commands.actions[kind.command]
            action.setCheckable(True)
            action.setChecked(kind is self.kind)
            group.addAction(action)
            self.turned.connect(
                lambda action=action, kind=kind: action.setChecked(kind is self.kind)
            )

    @property
    def kind(self) -> Kind:
        """The view that is shown."""
        return self._film.views.kind

    @property
    def middle(self) -> QWidget:
        """What lies in the middle of the window: the player, or the film."""
        return self._film if self.kind.beside or self._player is None else self._player

    @property
    def shows_player(self) -> bool:
        """Whether the user has not hidden the player, where that can be done."""
        return not (self.kind.beside and self._docks["player"].isHidden())

    def take_player(self, player: QWidget) -> None:
        """The player has come."""
        self._player = player
        if self.kind.beside:
            self._docks["player"].setWidget(player)
        else:
            self._put_in_middle(player)

    # Views.

    def show(self, name: str) -> None:
        """Show the film in this view; what plays goes on."""
        self.leaving.emit()
        kind = VIEWS[name]
        if kind is self.kind:
            if not kind.beside:
                self._docks["timeline"].show()
        else:
            self._kept[self.kind.name] = self._folding.place()
            self._percents.pop(self.kind.name, None)
            self._window.setUpdatesEnabled(False)
            self._folding.lay_anew(partial(self._turn, kind))
            self._window.setUpdatesEnabled(True)
            self.turned.emit()
        self._film.setFocus()

    def _turn(self, kind: Kind) -> str:
        self._film.views.show(kind.name)
        self._move_film()
        kept = self._restore(kind)
        self._tidy()
        return kept

    def _move_film(self) -> None:
        film, player = self._film, self._player
        if self.kind.beside:
            if player is not None:
                self._docks["player"].setWidget(player)
                player.show()
            self._put_in_middle(film)
        else:
            self._docks["timeline"].setWidget(film)
            film.show()
            if player is not None:
                self._put_in_middle(player)

    def _put_in_middle(self, widget: QWidget) -> None:
        last = self._stage.itemAt(self._stage.count() - 1)
        if last is not None and last.widget() is None:
            self._stage.removeItem(last)
        self._stage.addWidget(widget, 1)
        widget.show()

    def _restore(self, kind: Kind) -> str:
        kept = self._kept.get(kind.name, "")
        percent = self._percents.pop(kind.name, text_percent())
        if self._folding.restore(kept, percent) or not kind.beside:
            return kept
        self._folding.restore(self._kept.get(TIMELINE, ""), text_percent())
        self._folding.size_player()
        self._docks["player"].show()
        if not kind.sides:
            for name in ("elements", "queue"):
                _dock(self._window, name).hide()
        return ""

    def _tidy(self) -> None:
        """Show the dock of what lies beside, and offer only that one in the menu."""
        beside = self.kind.beside
        self._docks["timeline" if beside else "player"].hide()
        for name, offered in (("timeline", not beside), ("player", beside)):
            self._docks[name].toggleViewAction().setVisible(offered)
        self._folding.set_sides(wanted=self.kind.sides)

    # What a window hands on.

    def begin(self, view: str, docks: str, layouts: Iterable[str], percent: int) -> None:
        """Stand as another window stood when text had this size; see `WindowState`."""
        pairs = (layout.partition(" ") for layout in layouts)
        self._kept = {TIMELINE: docks, **{name: place for name, _, place in pairs}}
        self._percents = dict.fromkeys(self._kept, percent)
        kind = VIEWS.get(view, VIEWS[TIMELINE])
        if kind is not self.kind:
            self._turn(kind)
            self.turned.emit()
        else:
            self._restore(kind)
            self._tidy()

    def docks(self) -> tuple[str, tuple[str, ...]]:
        """The docks of the timeline, and those of other views, each behind its name."""
        places = {**self._kept, self.kind.name: self._folding.place()}
        docks = places.pop(TIMELINE, "")
        return docks, tuple(f"{name} {place}" for name, place in places.items() if place)


def _dock(window: QMainWindow, name: str) -> QDockWidget:
    found = window.findChild(QDockWidget, name, Qt.FindChildOption.FindDirectChildrenOnly)
    if not isinstance(found, QDockWidget):
        raise TypeError(name)
    return found
