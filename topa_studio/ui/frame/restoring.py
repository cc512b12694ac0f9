"""Reads how a window stands from its parts, and has another window's parts stand like that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, get_args, runtime_checkable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from topa_studio.film.span import Span
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.frame.folding import Folding
from topa_studio.ui.frame.view_places import ViewPlaces
from topa_studio.ui.inspector.tabs import SHOT, Tab, Tabs
from topa_studio.ui.look.theme import text_percent
from topa_studio.ui.needs_you.answers import CHECK
from topa_studio.ui.needs_you.desk import NeedsYou
from topa_studio.ui.player.pane import PlayerPane
from topa_studio.ui.views.film_pane import FilmPane
from topa_studio.ui.widgets.cover import Cover
from topa_studio.ui.widgets.parts import ScrollColumn
from topa_studio.ui.widgets.scrolled import Scrolled
from topa_studio.ui.window_state import WindowState

_TIMELINE = "timeline"


@runtime_checkable
class Stands(Protocol):
    """A page that stands somehow: what is in its fields, and where in it the keyboard is."""

    def standing(self) -> dict[str, object]:
        """How it stands."""

    def stand(self, how: Mapping[str, object]) -> None:
        """Stand as another one of its kind did."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The parts of a window that stand somehow; `columns` are panes with one that scrolls."""

    timeline: FilmPane
    player: PlayerPane
    columns: Mapping[str, QWidget]
    commands: Commands
    needs_you: NeedsYou
    folding: Folding
    places: ViewPlaces
    tabs: Tabs


class Restoring(QObject):
    """For one window: `begin` with its panes, `go_on` when it has its film and is shown."""

    def __init__(self, window: QMainWindow, parts: Standing) -> None:
        super().__init__(window)
        self._window = window
        self._parts = parts
        self._wanted: WindowState | None = None
        parts.folding.settled.connect(self._scroll_and_open)

    def begin(self, state: WindowState) -> None:
        """Have the player stand like that."""
        player = self._parts.player
        transport = player.transport
        transport.volume.setValue(round(state.volume * 100))
        transport.take_reach(state.reach)
        transport.speed_button.take(state.speed)
        player.take_marks(Span(*state.marks) if state.marks else None)
        transport.loop_button.take(state.loop)

    def go_on(self, state: WindowState) -> None:
        """Show the same part of the film, now and as soon as all has its size."""
        self._parts.timeline.filters.show(state.filters, state.search)
        self._parts.tabs.turn_to(next((tab for tab in get_args(Tab) if tab == state.tab), SHOT))
        for lane in state.lanes_off:
            self._parts.timeline.hide_lane(lane)
        self._wanted = state

    def _scroll_and_open(self) -> None:
        state, self._wanted = self._wanted, None
        if state is None:
            return
        if state.first:
            self._parts.timeline.shown.show_from(state.first, state.scroll.get(_TIMELINE, 0))
        for name, column in self._columns().items():
            place = round(state.scroll.get(name, 0) * text_percent() / state.text_percent)
            Scrolled(column.verticalScrollBar(), partial(int, place))
        for name in state.pages:
            self._parts.commands.do(name)
            page: object = next(
                (page for page in self._open_pages() if page.objectName() == name), None
            )
            if isinstance(page, Stands):
                page.stand(state.inside.get(name, {}))
        if state.checked:
            self._parts.needs_you.answer(CHECK, state.checked)

    def state(self) -> WindowState:
        """How the window stands, or is about to."""
        parts, transport = self._parts, self._parts.player.transport
        here = self._place_in_film() if self._wanted is None else self._wanted
        marks, (docks, layouts) = parts.player.marks, parts.places.docks()
        return replace(
            here,
            geometry=bytes(self._window.saveGeometry().toBase64().data()).decode(),
            docks=docks,
            view=parts.places.kind.name,
            layouts=layouts,
            text_percent=text_percent(),
            volume=transport.volume.value() / 100,
            zoom=parts.timeline.header.zoom,
            reach=transport.reach.value or WindowState().reach,
            loop=transport.loop_button.reach.value,
            speed=transport.speed_button.speed,
            marks=None if marks is None else (marks.first, marks.last),
            filters=tuple(sorted(parts.timeline.header.pills.values)),
            search=parts.timeline.header.search.text(),
            tab=parts.tabs.tab,
            lanes_off=parts.timeline.lanes.off,
        )

    def _place_in_film(self) -> WindowState:
        first, pixels = self._parts.timeline.shown.first_in_sight()
        columns = self._columns().items()
        return WindowState(
            first=first,
            scroll={_TIMELINE: pixels, **{n: c.verticalScrollBar().value() for n, c in columns}},
            pages=tuple(page.objectName() for page in self._open_pages()),
            inside={
                page.objectName(): page.standing()
                for page in self._open_pages()
                if isinstance(page, Stands)
            },
            checked=self._parts.needs_you.checked,
        )

    def _columns(self) -> dict[str, ScrollColumn]:
        """What scrolls in each pane now: of the inspector, its form."""
        return {
            name: column
            for name, pane in self._parts.columns.items()
            for column in pane.findChildren(ScrollColumn)
            if column.isVisibleTo(pane)
        }

    def _open_pages(self) -> list[QWidget]:
        """Each page is called by the name of its command."""
        window, names = self._window, self._parts.commands.actions
        found: tuple[QWidget, ...] = (
            *window.findChildren(QDialog), *window.findChildren(Cover),
        )  # fmt: skip
        return [page for page in found if page.isVisible() and page.objectName() in names]
