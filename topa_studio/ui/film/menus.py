"""The menus of cards and of scenes: what can be done with what is chosen, and what it costs."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from topa_studio.ui.commands.table import COMMANDS, ON_SCENE, ON_SHOTS
from topa_studio.ui.desk import Desk
from topa_studio.ui.film.costs import Costs
from topa_studio.ui.film.film_view import HasMenus
from topa_studio.ui.film.keys import Act


class StripMenus(QObject):
    """Opens them over one view.

    Signals:
        generate_requested, play_requested, scene_generate_requested: keys, a key, a scene's id.
        menu_opened: the menu of these shots (their keys), to be added to.
    """

    generate_requested = Signal(list)
    play_requested = Signal(str)
    scene_generate_requested = Signal(str)
    menu_opened = Signal(QMenu, list)

    def __init__(self, view: HasMenus, desk: Desk, costs: Costs) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._desk = desk
        self._costs = costs

    def open(self, at: QPoint, scene_id: str) -> None:
        """Open the menu of a scene, else that of the selected shots."""
        menu = QMenu(self._view.viewport())
        menu.aboutToHide.connect(menu.deleteLater)
        if scene_id:
            self._desk.selection.select_scene(scene_id)
            self._fill_for_scene(menu, scene_id)
        else:
            self._fill_for_shots(menu, self._view.selected_keys())
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(at)

    def _fill_for_scene(self, menu: QMenu, scene_id: str) -> None:
        offer = self._costs.of_scene(scene_id)
        if offer:
            menu.addAction(offer, lambda: self.scene_generate_requested.emit(scene_id))
        if self._desk.editable:
            self._desk.commands.fill(menu, ON_SCENE)

    def _fill_for_shots(self, menu: QMenu, keys: list[str]) -> None:
        push = self._view.shots_pushed.emit
        if not keys:
            if self._desk.editable:
                self._desk.commands.fill(menu, ("new_shot",))
            return
        if len(keys) == 1:
            play = COMMANDS["play_shot"].in_menu()
            menu.addAction(play, lambda: self.play_requested.emit(keys[0]))
        self.menu_opened.emit(menu, keys)
        offer = self._costs.of_shots(keys)
        if offer:
            words = COMMANDS["generate"].in_menu(offer)
            menu.addAction(words, lambda: self.generate_requested.emit(keys))
        if not self._desk.editable:
            return
        menu.addSeparator()
        for act in (Act.MOVE_BACK, Act.MOVE_FORWARD):
            menu.addAction(COMMANDS[act].in_menu(COMMANDS[act].says), partial(push, act))
        menu.addSeparator()
        self._desk.commands.fill(menu, ON_SHOTS)
