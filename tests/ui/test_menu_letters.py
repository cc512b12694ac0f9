"""Every entry of a menu can be chosen by its letter: no two of one menu have the same."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.support.window import studio
from tests.support.work import Run
from topa_studio.ui.commands.letters import Letters, letter_of, told_apart
from topa_studio.ui.commands.table import ON_SCENE, ON_SHOTS
from topa_studio.ui.main_window import MainWindow

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


def twice(menu: QMenu) -> list[str]:
    """Entries of an open menu that share their letter with another."""
    entries = [act for act in menu.actions() if act.isVisible() and not act.isSeparator()]
    count = Counter(letter_of(act.text()) for act in entries)
    return [
        act.text() for act in entries if letter_of(act.text()) and count[letter_of(act.text())] > 1
    ]


def wrong_menus(window: MainWindow) -> dict[str, list[str]]:
    menus = {act.text(): act.menu() for act in window.menuBar().actions()}
    for name, names in (("shots", ON_SHOTS), ("scene", ON_SCENE)):
        menus[name] = made = QMenu(window)
        window.commands.fill(made, names)
    wrong = {}
    for name, menu in menus.items():
        assert isinstance(menu, QMenu)
        menu.popup(QPoint(0, 0))
        wrong[name] = twice(menu)
        menu.close()
    return {name: words for name, words in wrong.items() if words}


@pytest.mark.parametrize("language", ["en", "ru"])
def test_no_two_entries_of_a_menu_have_the_same_letter(
    qrun: Run, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("language", language)
            assert made.window is not None
            made.window.selection.select_shot("1__2")
            bar = [letter_of(act.text()) for act in made.window.menuBar().actions()]
            assert len({*bar}) == len(bar)
            assert wrong_menus(made.window) == {}
            await made.change_look("language", "en")

    qrun(main())


def test_the_first_keeps_its_letter_and_the_other_takes_a_free_one() -> None:
    entries = ["&Undo", "D&uplicate\tCtrl+D", "&Delete", "Salt && &up", "No letter", "U&u"]
    assert told_apart(entries) == [
        "&Undo", "Du&plicate\tCtrl+D", "&Delete", "&Salt && up", "No letter", "Uu",
    ]  # fmt: skip


def test_an_entry_that_changes_while_its_menu_is_open_is_told_apart_too(qtbot: QtBot) -> None:
    menu = QMenu()
    qtbot.addWidget(menu)
    Letters(menu)
    menu.addAction("&Generate")
    other = menu.addAction("&Pause")
    menu.popup(QPoint(0, 0))
    other.setText("&Go on sending")
    assert other.text() == "Go &on sending"
    menu.close()
