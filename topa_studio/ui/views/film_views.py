"""What makes each view of the film, at its first use, and which one is shown."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QAbstractItemView, QVBoxLayout, QWidget

from topa_studio.ui.desk import Desk
from topa_studio.ui.film.film_view import FilmView, HasColumns, HasCorner
from topa_studio.ui.film.kinds import BOARD, SHOT_LIST, TIMELINE, VIEWS, Kind
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.timeline.view import TimelineView


@dataclass(frozen=True, slots=True)
class Parts:
    """What a view is made of."""

    table: FilmTable
    desk: Desk
    thumbnails: Thumbnails
    parent: QWidget


def _timeline(parts: Parts) -> TimelineView:
    table = parts.table
    return TimelineView(table.shots, parts.thumbnails, table.offers, table.faces, parts.parent)


def _board(parts: Parts) -> FilmView:
    from topa_studio.ui.board.view import BoardView

    table = parts.table
    return BoardView(table.shots, parts.thumbnails, table.offers, table.faces, parts.parent)


def _shot_list(parts: Parts) -> FilmView:
    from topa_studio.ui.shot_list.view import ShotListView

    return ShotListView(parts.table, parts.desk, parts.thumbnails, parts.parent)


# What makes each of `VIEWS`, at its first use.
_MAKES: Mapping[str, Callable[[Parts], FilmView]] = {
    TIMELINE: _timeline,
    BOARD: _board,
    SHOT_LIST: _shot_list,
}


class FilmViews(QObject):
    """Those of one film pane, in `place`, of which one is seen.

    Attributes:
        kind: which is shown. timeline: the one that is there from the start.
    Signals:
        made: a view that is there for the first time. turned: another view is shown.
    """

    made = Signal(object)
    turned = Signal()

    def __init__(self, parts: Parts) -> None:
        super().__init__(parts.parent)
        self._parts = parts
        self.kind = VIEWS[TIMELINE]
        self.timeline = _timeline(parts)
        self._made: dict[str, FilmView] = {}
        self.place = QVBoxLayout()
        self.place.setContentsMargins(0, 0, 0, 0)
        self.place.setSpacing(0)
        self._take(self.kind, self.timeline)

    @property
    def shown(self) -> FilmView:
        """The view that is shown."""
        return self._made[self.kind.name]

    @property
    def widget(self) -> QAbstractItemView:
        """The same as a widget."""
        return widget_of(self.shown)

    def show(self, name: str) -> None:
        """Show another view of the film, which is made for that if it is not there yet."""
        kind = VIEWS[name]
        if kind is self.kind:
            return
        self.widget.hide()
        self.kind = kind
        if name not in self._made:
            self._take(kind, _MAKES[name](self._parts))
            self.made.emit(self.shown)
        self.widget.show()
        self.turned.emit()

    def of(self, name: str) -> FilmView | None:
        """The view of this name, if it is there."""
        return self._made.get(name)

    def all(self) -> tuple[FilmView, ...]:
        """Those that are there."""
        return tuple(self._made.values())

    def _take(self, kind: Kind, view: FilmView) -> None:
        last = None if not self._made else widget_of(list(self._made.values())[-1])
        self._made[kind.name] = view
        view.editable = self._parts.desk.editable
        widget = widget_of(view)
        widget.setAccessibleName(kind.says)
        self.place.addWidget(widget, 1)
        if last is not None:
            QWidget.setTabOrder(last, widget)


def widget_of(view: FilmView) -> QAbstractItemView:
    """A view as what Qt knows it as."""
    return cast(QAbstractItemView, view)


def corner_of(view: FilmView) -> QWidget | None:
    """What a view has at the end of the tools, if it has something."""
    if isinstance(view, HasCorner):
        return view.corner
    if isinstance(view, HasColumns):
        from topa_studio.ui.card_size import CardSize

        return CardSize(view)
    return None
