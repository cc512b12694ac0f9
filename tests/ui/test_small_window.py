"""The smallest window with text of twice the size: it stays that small, and all can be reached."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.window import studio, until
from tests.support.work import Run
from tests.ui.test_views import at_rest, turn_by_action
from topa_studio.ui.film.kinds import BOARD, SHOT_LIST, TIMELINE
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.shot_list.view import ShotListView
from topa_studio.ui.studio import Studio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

SMALL = QSize(1280, 720)


def window_of(made: Studio) -> MainWindow:
    assert made.window is not None
    return made.window


def sizes(window: MainWindow) -> str:
    """What is wrong with them; "" for nothing."""
    least = window.minimumSizeHint()
    fits = window.size() == SMALL and least.width() <= SMALL.width()
    return "" if fits else f"{window.size().toTuple()}, at least {least.toTuple()}"


def laid_out(window: MainWindow) -> bool:
    return window.folding._sized == window.folding.room


async def choose_much(window: MainWindow) -> None:
    """Several shots, then an element: their headings and pages are wider than those of a shot."""
    window.selection.select_shots([shot.key for shot in window.session.film.shots()])
    await asyncio.sleep(0)
    window.selection.select_element(window.session.film.elements[0].name)
    await until(lambda: not window.folding._settle.isActive(), 60)


@pytest.mark.parametrize("language", ["en", "ru"])
def test_a_window_that_takes_another_look_is_as_small_as_before(
    qrun: Run, qapp: QApplication, tmp_path: Path, language: str
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("language", language)
            await made.change_look("text_percent", 200)
            await at_rest(made, wide=SMALL.width(), high=SMALL.height())
            wrong = {}
            for view in (TIMELINE, BOARD, SHOT_LIST):
                await turn_by_action(window_of(made), view)
                for theme in ("light", "dark"):
                    await choose_much(window_of(made))
                    wrong[view, theme, "chosen"] = sizes(window_of(made))
                    await made.change_look("theme", theme)
                    await until(lambda: laid_out(window_of(made)), 60)
                    wrong[view, theme, "rebuilt"] = sizes(window_of(made))
            await made.change_look("text_percent", 100)
            await made.change_look("language", "en")
            assert not {at: size for at, size in wrong.items() if size}

    qrun(main())


def acts_of(window: MainWindow) -> dict[str, QAction]:
    """What the menu of the tools that have no room offers, once it is open."""
    more = window.timeline.header.more.button
    assert more.isVisible()
    QTest.mouseClick(more, Qt.MouseButton.LeftButton)
    menu = window.timeline.header.more.menu
    assert menu.isVisible()
    return {action.text(): action for action in menu.actions() if not action.isSeparator()}


def press(window: MainWindow, words: str) -> None:
    act = acts_of(window)[words]
    menu = window.timeline.header.more.menu
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(act).center())


def test_tools_without_room_are_in_a_menu(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            await made.change_look("text_percent", 200)
            window = await at_rest(made, wide=SMALL.width(), high=SMALL.height())
            await turn_by_action(window, SHOT_LIST)
            view = window.timeline.shown
            assert isinstance(view, ShotListView)
            assert not view.corner.isVisible()
            press(window, "Missing 4")
            await until(lambda: window.timeline.header.pills.values == {Filter.MISSING}, 30)
            assert acts_of(window)["Missing 4"].isChecked()
            window.timeline.header.more.menu.close()
            press(window, "Save the list as it is shown here as CSV")
            exports = window.session.exports
            await until(lambda: exports.all and not exports.under_way, 30)
            assert exports.all[0].target.suffix == ".csv"
            press(window, "Choose columns…")
            await until(view.corner.chooser.isVisible, 30)
            more = window.timeline.header.more.button
            assert view.corner.chooser.y() >= more.mapToGlobal(more.rect().topLeft()).y()
            view.corner.chooser.close()
            columns = await board_columns(window)
            press(window, "Larger (Ctrl+wheel)")
            assert window.timeline.shown.columns == columns - 1  # type: ignore[attr-defined]
            await made.change_look("text_percent", 100)
            window = await at_rest(made)
            assert not window.timeline.header.more.button.isVisible()

    qrun(main())


async def board_columns(window: MainWindow) -> int:
    await turn_by_action(window, BOARD)
    found: int = window.timeline.shown.columns  # type: ignore[attr-defined]
    return found
