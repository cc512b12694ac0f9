"""The menu bar: the commands in their order, recent films, and choices of language and look."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from topa_studio.app.project import home_of
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.commands.table import MENUS
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.widgets.plain import plain_act, plain_tip
from topa_studio.ui.words import language_name

LANGUAGES = ("", "en", "ru")
THEMES = ("", "dark", "light")
SIZES = (100, 125, 150, 175, 200)


class Menus(QObject):
    """The menu bar.

    Attributes:
        shot: the menu of shots, which shows costs when it opens.
        actions: the commands' actions, by name.
    Signals:
        recent_chosen: a scenario's path.
        look_chosen: a field of the preferences and its new value.
    """

    recent_chosen = Signal(str)
    look_chosen = Signal(str, object)

    def __init__(
        self, window: QMainWindow, commands: Commands, preferences: Preferences, film: Path
    ) -> None:
        """`film`: the file that is open."""
        super().__init__(window)
        self.actions = commands.actions
        bar = window.menuBar()
        bar.setAccessibleName(self.tr("Menu"))
        made = {}
        for name, title, names in MENUS:
            made[name] = _menu(QCoreApplication.translate("Commands", title), bar)
            commands.fill(made[name], names)
        self.shot, self.view = made["shot"], made["view"]
        self._recent = QMenu(self.tr("Open &recent"), window)
        made["file"].insertMenu(self.actions["save_copy"], self._recent)
        self._show_recent(preferences, film)
        self._add_choices(preferences)
        self.actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self.actions["preferences"].setMenuRole(QAction.MenuRole.PreferencesRole)

    def _show_recent(self, preferences: Preferences, film: Path) -> None:
        """All but the open one, by title; two of one title say their folders, too."""
        others = [name for name in preferences.recent if name != str(film)]
        self._recent.setEnabled(bool(others))
        for name in others:
            path, title = Path(name), preferences.title_of(name)
            place = home_of(path).name
            words = title or f"{place}/{path.name}"
            if title and preferences.titles.count(title) > 1:
                words = f"{title} ({place}/{path.name})"
            action = self._recent.addAction(plain_act(words))
            action.setToolTip(plain_tip(name))
            action.triggered.connect(lambda _on=False, name=name: self.recent_chosen.emit(name))

    def _add_choices(self, preferences: Preferences) -> None:
        self.language = self._choice(
            self.tr("&Language"),
            "language",
            [
                (code, language_name(code) if code else self.tr("As the system"))
                for code in LANGUAGES
            ],
            preferences.language,
        )
        themes = {"": self.tr("As the system"), "dark": self.tr("Dark"), "light": self.tr("Light")}
        self._choice(
            self.tr("L&ook"), "theme", [(name, themes[name]) for name in THEMES], preferences.theme
        )
        self._choice(
            self.tr("Size of &text"),
            "text_percent",
            [(size, f"{size} %") for size in SIZES],
            preferences.text_percent,
        )

    def _choice(
        self, title: str, field: str, choices: Sequence[tuple[object, str]], now: object
    ) -> QMenu:
        menu = _menu(title, self.view)
        group = QActionGroup(menu)
        for value, words in choices:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(value == now)
            group.addAction(action)
            action.triggered.connect(
                lambda _on=False, value=value: self.look_chosen.emit(field, value)
            )
        return menu


def _menu(title: str, inside: QMenuBar | QMenu) -> QMenu:
    """A menu inside another.

    One that Qt made would be taken for one of a window that is gone, where it lies in its place.
    """
    made = QMenu(title, inside)
    inside.addMenu(made)
    return made
