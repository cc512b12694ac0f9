"""Tells a screen reader where the keyboard is in a view of the film, and what becomes another."""

from __future__ import annotations

import atexit
from functools import cache

import shiboken6
from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView

from topa_studio.ui.accessible.film import FilmNode, film_node
from topa_studio.ui.accessible.node import NONE, Node, drop_node
from topa_studio.ui.accessible.shot import ShotNode
from topa_studio.ui.notices.announcing import announcing
from topa_studio.ui.shot_list.ground import Ground as ListGround
from topa_studio.ui.views.film_views import FilmViews, widget_of

_Index = QModelIndex | QPersistentModelIndex
# What stands for each view as long as there is one: Qt asks by the object.
_FILMS: dict[QObject, FilmNode] = {}


class Reading(QObject):
    """Of one view: what stands for it in Qt's tree, and what is told of it.

    Attributes:
        film: what stands for it.
    """

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self.film = film = film_node(view)
        self._view = film.view
        self._last: Node | None = None
        self._names: dict[ShotNode, str] = {}
        _stand_for(view, film)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._tell_place)
        view.installEventFilter(self)
        choice = film.view.selectionModel()
        choice.currentChanged.connect(self._moved)
        choice.selectionChanged.connect(self._moved)
        film.view.scene_chosen.connect(self._moved)
        if isinstance(film.view, ListGround):
            film.view.cell_changed.connect(self._moved)
        shots = film.view.shots
        shots.dataChanged.connect(self._changed)
        for gone in (shots.rowsRemoved, shots.modelReset, shots.scenes_changed):
            gone.connect(self._forget_gone)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The keyboard came: say to which card."""
        if event.type() is QEvent.Type.FocusIn:
            self._last = None
            self._moved()
        return False

    def _forget_gone(self) -> None:
        self.film.forget_gone()
        self._names = {thing: said for thing, said in self._names.items() if thing.isValid()}

    def _moved(self, *_signal: object) -> None:
        if QAccessible.isActive():
            self._soon.start()

    def _tell_place(self) -> None:
        here = self.film.at_keyboard() if self._view.hasFocus() else None
        if here is not None and here is not self._last:
            announcing().at(here)
        elif isinstance(here, ShotNode):
            # Chosen beside others, or not any more: it says so in its name, too.
            announcing().chosen(here)
            self._rename([here])
        self._last = here
        if isinstance(here, ShotNode):
            self._names[here] = here.name()

    def _changed(self, first: _Index, last: _Index) -> None:
        if not QAccessible.isActive():
            return
        shots = self._view.shots
        keys = [shots.shot(row).key for row in range(first.row(), last.row() + 1)]
        self._rename(self.film.known_shots(keys))

    def _rename(self, things: list[ShotNode]) -> None:
        """Tell of those that say something else than was told, or that were never told of."""
        for thing in things:
            name = thing.name()
            if self._names.get(thing) != name:
                self._names[thing] = name
                announcing().renamed(thing)


def read_aloud(views: FilmViews) -> None:
    """Have a screen reader find what is painted in these views, and in those made later."""
    views.made.connect(lambda view: Reading(widget_of(view)))
    for view in views.all():
        Reading(widget_of(view))


def _stand_for(view: QAbstractItemView, film: FilmNode) -> None:
    """Have Qt know `film` for a view, also where it has made something of its own already."""
    _install()
    drop_node(QAccessible.queryAccessibleInterface(view))
    _FILMS[view] = film
    view.destroyed.connect(lambda: _forget(view))


@cache
def _install() -> None:
    QAccessible.installFactory(_make)
    atexit.register(_forget_all)


def _make(_kind: str, thing: QObject) -> QAccessibleInterface:
    return _FILMS.get(thing, NONE)


def _forget(view: QObject) -> None:
    film = _FILMS.pop(view, None)
    if film is not None:
        film.drop_all()


def _forget_all() -> None:
    """At the end Python lets go of everything in any order, and Qt must not look at it then."""
    for view in list(_FILMS):
        film = _FILMS[view]
        if shiboken6.isValid(film):
            film.drop_all()
            drop_node(film)
        _forget(view)
