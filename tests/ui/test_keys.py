"""Keys of the user's own: presets, conflicts in words, one back, all back; in force everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.window import studio, until
from tests.support.work import Run
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.keymap import KeyMap, can_change, is_key
from topa_studio.ui.commands.presets import PRESETS
from topa_studio.ui.commands.table import BUILT_IN, COMMANDS, keys_in_force, use_keys
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.shortcuts.page import ShortcutsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
LEFT = Qt.MouseButton.LeftButton
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture(autouse=True)
def usual_keys() -> Iterator[None]:
    yield
    use_keys(KeyMap())


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ShortcutsPage]:
    window = QWidget()
    window.resize(1600, 1000)
    qtbot.addWidget(window)
    made = ShortcutsPage(window)
    made.changed.connect(use_keys)
    made.show()
    qtbot.waitExposed(made)
    yield made
    assert window is not None


def ask(page: ShortcutsPage, name: str) -> None:
    QTest.mouseClick(page._buttons[name], LEFT)


@pytest.mark.parametrize("preset", PRESETS)
def test_a_preset_gives_each_key_one_meaning_and_only_to_what_there_is(preset: str) -> None:
    assert all(can_change(BUILT_IN[name]) for name in PRESETS[preset])
    assert all(is_key(key) for keys in PRESETS[preset].values() for key in keys)
    use_keys(KeyMap(preset))
    for place in Place:
        alike = Counter(
            key for one in COMMANDS.values() if one.place is place for key in one.all_keys
        )
        assert [key for key, count in alike.items() if count > 1] == []


def test_keys_are_kept_and_what_is_not_understood_counts_as_not_changed() -> None:
    keys = KeyMap("Premiere").changed("play_back", ("Ctrl+1",)).changed("split", ())
    assert KeyMap.of(keys.told(), BUILT_IN) == keys
    bad = ("preset=Avid", "no_such= Ctrl+1", "split= Hyper+9", "mention= Ctrl+2", "", "split")
    assert KeyMap.of(bad[:-1], BUILT_IN) == KeyMap()


def test_a_new_key_is_pressed_and_in_force(page: ShortcutsPage) -> None:
    ask(page, "new_shot")
    assert "New keys for “New shot”" in page.editor.words.text()
    QTest.keyClick(page.editor, Qt.Key.Key_J, CTRL | SHIFT)
    assert not page.editor.isVisible()
    assert COMMANDS["new_shot"].all_keys == ("Ctrl+Shift+J",)
    assert page._buttons["new_shot"].text() == "Ctrl+Shift+J"
    assert page._buttons["new_shot"].hasFocus()
    assert page._buttons["new_shot"].property("role") == "key-own"


def test_a_conflict_is_told_at_once_and_given_up_only_when_asked(page: ShortcutsPage) -> None:
    ask(page, "new_shot")
    QTest.keyClick(page.editor, Qt.Key.Key_D, CTRL)
    assert page.editor.words.text() == "Ctrl+D is also: “Duplicate”. Give it up there?"
    assert COMMANDS["new_shot"].key == "N"
    QTest.keyClick(page.editor, Qt.Key.Key_Escape)
    assert keys_in_force() == KeyMap()
    ask(page, "new_shot")
    QTest.keyClick(page.editor, Qt.Key.Key_D, CTRL)
    QTest.mouseClick(page.editor.give_up, LEFT)
    assert COMMANDS["new_shot"].key == "Ctrl+D"
    assert COMMANDS["duplicate"].all_keys == ()
    assert page._buttons["duplicate"].text() == "No key"


def test_the_same_key_may_mean_something_else_in_another_place(page: ShortcutsPage) -> None:
    ask(page, "track_mute")
    QTest.keyClick(page.editor, Qt.Key.Key_N)
    assert COMMANDS["track_mute"].keys == ("N",)
    ask(page, "move_left")
    QTest.keyClick(page.editor, Qt.Key.Key_B, SHIFT)
    assert page.editor.isVisible()
    assert COMMANDS["move_left"].keys == ("Alt+Left",)


def test_one_goes_back_and_all_go_back(page: ShortcutsPage) -> None:
    QTest.mouseClick(page.preset.button("Premiere"), LEFT)
    assert COMMANDS["trim_in"].key == "Q"
    assert COMMANDS["palette"].caps == ("Ctrl+Shift+P",)
    for name, key in (("trim_in", Qt.Key.Key_Y), ("undo", Qt.Key.Key_U)):
        ask(page, name)
        QTest.keyClick(page.editor, key)
    assert (COMMANDS["trim_in"].key, COMMANDS["undo"].key) == ("Y", "U")
    ask(page, "trim_in")
    QTest.mouseClick(page.editor.as_before, LEFT)
    assert (COMMANDS["trim_in"].key, COMMANDS["undo"].key) == ("Q", "U")
    QTest.mouseClick(page.all_back, LEFT)
    assert keys_in_force() == KeyMap("Premiere")
    QTest.mouseClick(page.preset.button(""), LEFT)
    assert COMMANDS == BUILT_IN


def test_a_command_may_have_no_key_and_rows_are_found_by_key(page: ShortcutsPage) -> None:
    ask(page, "undo")
    QTest.mouseClick(page.editor.none, LEFT)
    assert COMMANDS["undo"].all_keys == ()
    QTest.keyClicks(page.finder, "f11")
    assert not page._buttons["undo"].isVisible()
    page.finder.clear()
    QTest.keyClicks(page.finder, "ctrl+shift+g")
    shown = [name for name, button in page._buttons.items() if button.isVisible()]
    assert shown == ["generate_missing"]


def menu_key(window: MainWindow, name: str) -> list[str]:
    return [keys.toString() for keys in window.commands.actions[name].shortcuts()]


def test_menus_hints_tooltips_and_the_palette_tell_the_keys_in_force_and_a_restart_keeps_them(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def first() -> None:
        async with studio(qapp, tmp_path) as made:
            window = made.window
            assert window is not None
            window.commands.do("shortcuts")
            (page,) = window.findChildren(ShortcutsPage)
            ask(page, "new_shot")
            QTest.keyClick(page.editor, Qt.Key.Key_J, CTRL)
            assert menu_key(window, "new_shot") == ["Ctrl+J"]
            assert "Ctrl J: new shot" in window.timeline.hints.accessibleDescription()
            QTest.mouseClick(page.close_button, LEFT)
            await until(lambda: made.window is not window)
            again = made.window
            assert again is not None
            await until(lambda: again.is_furnished and again.isVisible())
            assert again.timeline.header.add_shot.toolTip() == "New shot (Ctrl+J)"
            again.activateWindow()
            await until(again.isActiveWindow)
            again.timeline.view.setFocus()
            QTest.keyClick(again, Qt.Key.Key_J, CTRL)
            await until(lambda: again.desk.film.count() == 5)
            again.commands.do("palette")
            card = again.command_palette.card
            assert card is not None
            QTest.keyClicks(card.field, "new shot")
            found = card.entry()
            assert found is not None
            assert found.key == "Ctrl+J"
            card.leave()

    async def second() -> None:
        async with studio(qapp, tmp_path, tmp_path / "film" / "film.yaml") as made:
            assert made.window is not None
            assert menu_key(made.window, "new_shot") == ["Ctrl+J"]

    qrun(first())
    assert PreferenceStore(tmp_path / "window.json").now.keys == ("preset=", "new_shot= Ctrl+J")
    use_keys(KeyMap())
    qrun(second())
