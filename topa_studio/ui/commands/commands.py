"""The commands of one window: an action for each, joined to what it does by whoever does it."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from topa_studio.ui.commands.command import Able, Command, Place
from topa_studio.ui.commands.letters import Letters
from topa_studio.ui.commands.table import COMMANDS, MENUS, named


class Commands:
    """Made first, with nothing to do yet.

    Attributes:
        actions: by name, of all commands of the window and of its menus.
    """

    def __init__(self, window: QWidget) -> None:
        in_menus = {name for _, _, names in MENUS for name in names}
        wanted = (c for c in COMMANDS.values() if c.place is Place.WINDOW or c.name in in_menus)
        self.actions = {command.name: _action(command, window) for command in wanted}
        self._joined: set[str] = set()

    def join(self, acts: Mapping[str, Callable[[], object]]) -> None:
        """What these commands do."""
        for name, act in acts.items():
            self.actions[name].triggered.connect(lambda _on=False, act=act: act())
            self._joined.add(name)

    @property
    def idle(self) -> set[str]:
        """Names of commands that do nothing yet."""
        return self.actions.keys() - self._joined

    def do(self, name: str) -> None:
        """What a press on its entry in a menu does, where it can be done now."""
        self.actions[name].trigger()

    def takes(self, event: QKeyEvent) -> bool:
        """Do what a key means that nothing else has taken; whether it means something."""
        name = named(Place.WINDOW, event, loose=True)
        if name:
            self.do(name)
        return bool(name)

    def take_keys(self) -> None:
        """The table has other keys in force."""
        for name, action in self.actions.items():
            command = COMMANDS[name]
            if command.place is Place.WINDOW:
                action.setShortcuts([QKeySequence(key) for key in command.keys])
            else:
                action.setText(command.in_menu())

    def offer(self, able: Container[Able]) -> None:
        """Offer what can be done now."""
        for name, action in self.actions.items():
            if COMMANDS[name].able is not Able.OWN:
                action.setEnabled(COMMANDS[name].able in able)

    def fill(self, menu: QMenu, names: tuple[str | None, ...]) -> None:
        """Put these into a menu; None is a line between."""
        Letters(menu)
        for name in names:
            if name is None:
                menu.addSeparator()
            else:
                menu.addAction(self.actions[name])


def _action(command: Command, window: QWidget) -> QAction:
    made = QAction(command.words, window)
    made.setObjectName(command.name)
    if command.place is Place.WINDOW:
        made.setShortcuts([QKeySequence(key) for key in command.keys])
    else:
        made.setText(command.in_menu())
    return made
