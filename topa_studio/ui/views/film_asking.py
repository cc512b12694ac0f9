"""What is asked of the film in a view of it: to make, to play, to move; menus, and their words."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from topa_studio.ui.desk import Desk
from topa_studio.ui.film.film_view import FilmView, HasBoxes, HasCards, HasGaps, HasMenus
from topa_studio.ui.film.keys import Act
from topa_studio.ui.film.selecting import Selecting
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.film.tick_boxes import press_box
from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.views.film_views import FilmViews, widget_of

if TYPE_CHECKING:
    from topa_studio.ui.film.menus import StripMenus
    from topa_studio.ui.film.moving import Moving

translate = QCoreApplication.translate


class FilmAsking(QObject):
    """For all views of one film pane; what is needed for menus and moves is loaded with the first.

    The signals are those of the pane.
    """

    generate_requested = Signal(list, object)
    scene_generate_requested = Signal(str, object)
    play_requested = Signal(str)
    shot_wanted = Signal(str)
    seam_requested = Signal(str)
    menu_opened = Signal(QMenu, list)

    def __init__(
        self, desk: Desk, table: FilmTable, views: FilmViews, selecting: Selecting
    ) -> None:
        super().__init__(views)
        self._desk, self._table = desk, table
        self._views, self._selecting = views, selecting
        self._menus: dict[FilmView, StripMenus] = {}
        desk.commands.join(
            {act: partial(self.push, act) for act in (Act.MOVE_BACK, Act.MOVE_FORWARD)}
        )

    def join(self, view: FilmView) -> None:
        """Do what a view asks for that has just been made."""
        self._join(view)
        view.shots_pushed.connect(self.push)
        view.scene_chosen.connect(
            lambda scene: self._desk.selection.select_scene(scene, in_view=True)
        )
        view.shot_wanted.connect(self.shot_wanted)
        if isinstance(view, HasGaps):
            view.words_wanted.connect(self._desk.write)
            view.nothing_chosen.connect(self._desk.selection.clear)
        if isinstance(view, HasCards):
            view.shots_dropped.connect(lambda keys, *place: self._moving.drop_shots(keys, *place))
            view.scene_dropped.connect(lambda scene, place: self._moving.drop_scene(scene, place))
            view.seam_requested.connect(self.seam_requested)
        if isinstance(view, HasMenus):
            view.menu_requested.connect(partial(self._open_menu, view))
        if isinstance(view, HasBoxes):
            pressed = partial(press_box, widget_of(view), self._desk.undecided)
            view.boxes.pressed.connect(pressed)

    def _join(self, asks: FilmView | StripMenus) -> None:
        asks.play_requested.connect(self.play_requested)
        asks.generate_requested.connect(self._generate)
        asks.scene_generate_requested.connect(self._generate_scene)

    def _open_menu(self, view: FilmView, at: QPoint, scene_id: str) -> None:
        menus = self._menus.get(view)
        if menus is None and isinstance(view, HasMenus):
            from topa_studio.ui.film.menus import StripMenus

            menus = self._menus[view] = StripMenus(view, self._desk, self._table.costs)
            self._join(menus)
            menus.menu_opened.connect(self.menu_opened)
        if menus is not None:
            menus.open(at, scene_id)

    # Making.

    def generate_chosen(self) -> None:
        """Ask for what is chosen to be made, at the price that is shown for it."""
        chosen = self._desk.selection
        if chosen.shots:
            self._generate(list(chosen.shots))
        elif chosen.scene is not None:
            self._generate_scene(chosen.scene)

    def _generate(self, keys: list[str]) -> None:
        self.generate_requested.emit(keys, self._table.costs.shown_for(keys))

    def _generate_scene(self, scene_id: str) -> None:
        shown = self._table.costs.shown_for_scene(scene_id)
        self.scene_generate_requested.emit(scene_id, shown)

    # Moving.

    @cached_property
    def _moving(self) -> Moving:
        from topa_studio.ui.film.moving import Moving

        return Moving(self._desk, self._table.shots, self._arrived)

    def push(self, act: str) -> None:
        """Move what is chosen by one place, or to an end of the film."""
        self._moving.push(self._selecting.keys, act)

    def _arrived(self, key: str) -> None:
        """A shot is at its new place: show it, and say where."""
        row = self._selecting.reveal(key)
        if row is None:
            return
        scene, _, place = self._table.shots.number(row).partition(".")
        words = translate("TimelinePane", "Moved to scene {scene}, shot {shot}")
        said = words.format(scene=scene, shot=place)
        announce(self._views.widget, said, "moved")
