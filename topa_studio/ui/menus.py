"""The window's actions and menus; what an action does is connected by the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from topa_studio.app.project import home_of
from topa_studio.ui.plain import plain_act, plain_tip
from topa_studio.ui.preferences import Preferences
from topa_studio.ui.words import language_name

LANGUAGES = ("", "en", "ru")
THEMES = ("", "dark", "light")
SIZES = (100, 125, 150, 175, 200)
_KEY = QKeySequence.StandardKey
CLIPBOARD_ACTS = ("cut", "copy", "paste", "duplicate", "delete")
SHOT_ACTS = ("new_shot", "split", "merge")
SCENE_ACTS = (
    "new_scene", "retitle_scene", "duplicate_scene", "delete_scene", "scene_left", "scene_right",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    text: str
    keys: QKeySequence | None = None
    more_keys: QKeySequence | None = None


class Menus(QObject):
    """The menu bar.

    Attributes:
        shot: the menu of shots, which shows costs when it opens.
        actions: by name; those of shots, scenes and the clipboard are `SHOT_ACTS`, `SCENE_ACTS`
            and `CLIPBOARD_ACTS`.
    Signals:
        recent_chosen: a scenario's path.
        look_chosen: a field of the preferences and its new value.
    """

    recent_chosen = Signal(str)
    look_chosen = Signal(str, object)

    def __init__(self, window: QMainWindow, preferences: Preferences) -> None:
        super().__init__(window)
        self._window = window
        self.actions: dict[str, QAction] = {}
        bar = window.menuBar()
        bar.setAccessibleName(self.tr("Menu"))
        file = bar.addMenu(self.tr("&File"))
        self._fill(file, self._file_rows())
        self._recent = QMenu(self.tr("Open &recent"), window)
        file.insertMenu(self.actions["save_copy"], self._recent)
        self._show_recent(preferences)
        self._fill(bar.addMenu(self.tr("&Edit")), self._edit_rows())
        self.shot = bar.addMenu(self.tr("&Shot"))
        self._fill(self.shot, self._shot_rows())
        self._fill(bar.addMenu(self.tr("S&cene")), self._scene_rows())
        self.view = bar.addMenu(self.tr("&View"))
        self._add_choices(preferences)
        self._fill(bar.addMenu(self.tr("&Help")), self._help_rows())
        self.actions["about"].setMenuRole(QAction.MenuRole.AboutRole)
        self.actions["quit"].setMenuRole(QAction.MenuRole.QuitRole)
        self.actions["preferences"].setMenuRole(QAction.MenuRole.PreferencesRole)

    def _file_rows(self) -> list[_Row | None]:
        return [
            _Row("new", self.tr("&New film…"), QKeySequence(_KEY.New)),
            _Row("open", self.tr("&Open…"), QKeySequence(_KEY.Open)),
            _Row("open_folder", self.tr("Open a &folder…"), QKeySequence("Ctrl+Shift+O")),
            _Row("save_copy", self.tr("&Save a copy…"), QKeySequence("Ctrl+Shift+S")),
            None,
            _Row("costs", self.tr("&Costs…"), QKeySequence("Ctrl+Shift+C")),
            _Row("real", self.tr("&Go real…")),
            _Row("practise", self.tr("Practise &again, without money")),
            _Row("preferences", self.tr("&Preferences…"), QKeySequence("Ctrl+,")),
            None,
            _Row("quit", self.tr("&Quit"), QKeySequence("Ctrl+Q")),
        ]

    def _edit_rows(self) -> list[_Row | None]:
        return [
            _Row("undo", self.tr("&Undo"), QKeySequence(_KEY.Undo)),
            _Row("redo", self.tr("&Redo"), QKeySequence("Ctrl+Shift+Z")),
            None,
            _Row("cut", self.tr("Cu&t"), QKeySequence(_KEY.Cut)),
            _Row("copy", self.tr("&Copy"), QKeySequence(_KEY.Copy)),
            _Row("paste", self.tr("&Paste"), QKeySequence(_KEY.Paste)),
            _Row("duplicate", self.tr("D&uplicate"), QKeySequence("Ctrl+D")),
            _Row("delete", self.tr("&Delete"), QKeySequence("Del"), QKeySequence("Backspace")),
            _Row("rename", self.tr("Re&name"), QKeySequence("F2")),
            None,
            _Row("past", self.tr("T&rash and earlier versions…"), QKeySequence("Ctrl+Shift+T")),
        ]

    def _shot_rows(self) -> list[_Row | None]:
        return [
            _Row("new_shot", self.tr("&New shot"), QKeySequence("N")),
            _Row("split", self.tr("&Split at the playhead"), QKeySequence("S")),
            _Row("merge", self.tr("&Merge with the next shot"), QKeySequence("Shift+S")),
            None,
            _Row("generate", self.tr("&Generate"), QKeySequence("Ctrl+G")),
            _Row(
                "generate_missing", self.tr("Generate all &missing"), QKeySequence("Ctrl+Shift+G")
            ),
            _Row("refresh", self.tr("Refresh what is out of &date")),
            _Row("pause", self.tr("&Pause sending")),
            _Row("needs_you", self.tr("Next that needs &you"), QKeySequence("Ctrl+Shift+U")),
            None,
            _Row("move_left", self.tr("Move &left")),
            _Row("move_right", self.tr("Move &right")),
            None,
            _Row(
                "play",
                self.tr("Play the &film"),
                QKeySequence(Qt.Key.Key_Space),
                QKeySequence("Ctrl+Space"),
            ),
        ]

    def _scene_rows(self) -> list[_Row | None]:
        return [
            _Row("new_scene", self.tr("&New scene"), QKeySequence("Shift+N")),
            _Row("retitle_scene", self.tr("Change the &title")),
            _Row("duplicate_scene", self.tr("D&uplicate scene")),
            _Row("delete_scene", self.tr("&Delete scene")),
            None,
            _Row("refresh_scene", self.tr("Refresh what is out of &date")),
            None,
            _Row("scene_left", self.tr("Move scene &left"), QKeySequence("Alt+Shift+PgUp")),
            _Row("scene_right", self.tr("Move scene &right"), QKeySequence("Alt+Shift+PgDown")),
        ]

    def _help_rows(self) -> list[_Row | None]:
        return [
            _Row("shortcuts", self.tr("&Keys"), QKeySequence(Qt.Key.Key_F1)),
            _Row("guide", self.tr("&Guide: words for Kling 3.0")),
            _Row("first_notes", self.tr("Show the first &notes again")),
            None,
            _Row("licences", self.tr("&Licences")),
            _Row("about", self.tr("&About Topa Studio")),
        ]

    def _fill(self, menu: QMenu, rows: Sequence[_Row | None]) -> None:
        for row in rows:
            if row is None:
                menu.addSeparator()
                continue
            action = QAction(row.text, self._window)
            action.setObjectName(row.name)
            if row.keys is not None:
                more = [row.more_keys] if row.more_keys is not None else []
                action.setShortcuts([row.keys, *more])
            menu.addAction(action)
            self.actions[row.name] = action

    def _show_recent(self, preferences: Preferences) -> None:
        """By title; two of one title say their folders, too."""
        self._recent.setEnabled(bool(preferences.recent))
        for name in preferences.recent:
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
                (code, language_name(code) if code else self.tr("Of the system"))
                for code in LANGUAGES
            ],
            preferences.language,
        )
        themes = {"": self.tr("Of the system"), "dark": self.tr("Dark"), "light": self.tr("Light")}
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
        menu = self.view.addMenu(title)
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
