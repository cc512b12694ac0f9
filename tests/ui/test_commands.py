"""Commands are declared once: whatever has a key is on the page of keys, and means one thing."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QToolButton, QWidget

from tests.support.window import open_window, until
from tests.support.work import Run
from topa_studio import ui
from topa_studio.ui.commands.command import Place, spelled
from topa_studio.ui.commands.table import COMMANDS, HINTS, MENUS, hint_of, key_rows
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.plain import without_key
from topa_studio.ui.shortcuts.editor import KeyButton
from topa_studio.ui.shortcuts.page import ShortcutsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

WINDOW = Path(ui.__file__).parent
# Keys of the film; Enter, Esc, Tab and arrows are also used in fields, lists and questions.
OWN_KEY = re.compile(
    r"Key_(?:[A-Z]|[0-9]|F[0-9]+|Space|Home|End|PageUp|PageDown|Delete)\b|QKeySequence\(\""
)
LEFT_TO_THE_FILM = {"undo_keys.py": "Space is left alone", "in_place.py": "Space presses no button"}


def on_the_page(page: ShortcutsPage) -> set[str]:
    caps = (label.text() for label in page.findChildren(QLabel) if label.property("role") == "key")
    buttons = (button.text() for button in page.findChildren(KeyButton))
    told = {key.replace("&&", "&") for text in buttons for key in text.split("  ")}
    return told | {key for cap in caps for key in cap.split(" … ")}


def shown_menu(window: MainWindow) -> QMenu:
    (menu,) = [m for m in window.timeline.view.findChildren(QMenu) if m.isVisible()]
    return menu


@pytest.mark.parametrize("place", Place)
def test_one_key_has_one_meaning_in_one_place(place: Place) -> None:
    keys = Counter(
        QKeySequence(key).toString()
        for command in COMMANDS.values()
        if command.place is place
        for key in command.all_keys
    )
    assert [key for key, count in keys.items() if count > 1] == []
    assert all(keys)


def test_whatever_has_a_key_is_on_the_page_of_keys(qtbot: object, qapp: QApplication) -> None:
    window = QWidget()
    window.resize(1600, 1000)
    page = ShortcutsPage(window)
    told = on_the_page(page)
    for command in COMMANDS.values():
        if not command.name.startswith(("take_", "compare_put_")):
            assert set(command.caps) <= told, command.name
        elif command.name in ("take_1", "take_9"):
            assert command.key in told
    for _, rows in key_rows():
        said = [words for _, words in rows]
        assert len(said) == len(set(said))
    window.deleteLater()


def test_keys_are_written_in_the_table_and_nowhere_else() -> None:
    found = [
        f"{path.relative_to(WINDOW)}: {line.strip()}"
        for path in WINDOW.rglob("*.py")
        if path.parent.name != "commands" and path.name not in LEFT_TO_THE_FILM
        for line in path.read_text(encoding="utf-8").splitlines()
        if OWN_KEY.search(line)
    ]
    assert found == []


def test_every_shortcut_of_the_window_is_a_command_that_does_something(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            assert window.commands.idle == set()
            with_keys = [a for a in window.findChildren(QAction) if a.shortcuts()]
            assert len(with_keys) > 20
            for action in with_keys:
                keys = {keys.toString() for keys in action.shortcuts()}
                command = COMMANDS[action.objectName()]
                assert keys == {QKeySequence(key).toString() for key in command.keys}

    qrun(main())


def test_every_menu_is_one_column_on_a_small_screen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            for menu in window.menuBar().findChildren(QMenu):
                # What Qt would put beside each other makes no menu lower than its entries.
                rows = sum(menu.actionGeometry(act).height() for act in menu.actions())
                assert rows <= 720, menu.title()

    qrun(main())


def test_menus_hints_and_buttons_say_the_same_words_and_keys(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            for _, _, names in MENUS:
                for name in filter(None, names):
                    words, _, key = window.commands.actions[name].text().partition("\t")
                    assert without_key(words).startswith(COMMANDS[name].says)
                    assert key in ("", COMMANDS[name].key)
            told = window.timeline.hints.accessibleDescription()
            for names in HINTS:
                keys, words = hint_of(names)
                assert f"{' '.join(keys)}: {words}" in told
            window.selection.select_shot("1__2")
            window.timeline.view.setFocus()
            window.timeline.view.menu_requested.emit(window.pos(), "")
            await until(
                lambda: any(m.isVisible() for m in window.timeline.view.findChildren(QMenu))
            )
            menu = shown_menu(window)
            entries = dict(a.text().partition("\t")[::2] for a in menu.actions() if a.text())
            assert entries[COMMANDS["play_shot"].words] == "Enter"
            assert entries[COMMANDS["move_left"].says] == spelled("Alt+Left")
            assert COMMANDS["generate"].key in entries.values()
            menu.close()
            assert window.timeline.header.add_shot.toolTip() == "New shot (N)"
            tips = [button.toolTip() for button in window.player.findChildren(QToolButton)]
            assert "To the start (Home)" in tips
            assert "One frame back (←)" in tips

    qrun(main())
