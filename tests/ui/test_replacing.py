"""Ctrl+H: words are replaced over the film, one undo step, told before with what it costs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.window import open_window, studio, until
from tests.support.work import Run
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.replacing.page import ReplacePage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
LEFT, CTRL = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier


async def opened(window: MainWindow) -> ReplacePage:
    window.activateWindow()
    await until(window.isActiveWindow)
    window.timeline.view.setFocus()
    QTest.keyClick(window, Qt.Key.Key_H, CTRL)
    page = window.pages.replace
    assert page.isVisible()
    return page


def prompts(window: MainWindow) -> list[str]:
    return [shot.prompt for shot in window.desk.film.shots()]


def steps(window: MainWindow) -> int:
    return window.session.impact.steps_done


def test_all_places_are_replaced_as_one_step_that_undo_takes_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            before, depth = prompts(window), steps(window)
            page = await opened(window)
            QTest.keyClicks(page.find_field, "Stone")
            QTest.keyClicks(page.with_field, "tree")
            assert page.all.text() == "Replace all 4"
            assert page.list.rows.rowCount() == 4
            assert "shot" in page.told.text()
            QTest.mouseClick(page.all, LEFT)
            await until(lambda: all("stops at tree" in words for words in prompts(window)))
            assert steps(window) == depth + 1
            await until(lambda: page.list.rows.rowCount() == 0)
            assert page.told.text() == "Nothing says that."
            assert not page.all.isEnabled()
            window.commands.do("undo")
            await until(lambda: prompts(window) == before)

    qrun(main())


def test_one_place_is_replaced_and_the_next_is_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            page = await opened(window)
            QTest.keyClicks(page.find_field, "stone")
            QTest.keyClicks(page.with_field, "tree")
            QTest.keyClick(page.with_field, Qt.Key.Key_Return)
            assert page.list.currentIndex().row() == 1
            QTest.mouseClick(page.one, LEFT)
            await until(lambda: "tree 2" in prompts(window)[1])
            assert "stone 1" in prompts(window)[0]
            await until(lambda: page.list.rows.rowCount() == 3)
            assert page.list.currentIndex().row() == 1
            assert page.list.rows.rows[1].number == "1.3"
            page.list.setCurrentIndex(page.list.rows.index(2))
            rect = page.list.visualRect(page.list.rows.index(2))
            QTest.mouseClick(page.list.viewport(), LEFT, pos=rect.center())
            assert window.selection.shots == ("1__4",)

    qrun(main())


def test_names_with_an_at_stay_and_accepted_shots_are_told(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            await window.desk.edit("x", SetField(ShotTarget("1__2"), "locked", True))
            page = await opened(window)
            QTest.keyClicks(page.find_field, "Topa")
            assert page.all.text() == "Replace all 0"
            assert not page.all.isEnabled()
            assert not page.one.isEnabled()
            assert page.list.rows.rows[0].aside == "part of a name with @: stays"
            page.find_field.clear()
            QTest.keyClicks(page.find_field, "birds")
            assert page.all.text() == "Replace all 4"
            assert "accepted" in page.told.text()
            assert [row.is_accepted for row in page.list.rows.rows] == [False, True, False, False]
            page.with_accepted.click()
            assert page.all.text() == "Replace all 3"
            assert "accepted" not in page.told.text()

    qrun(main())


def test_what_it_makes_out_of_date_is_told_before(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            page = await opened(window)
            QTest.keyClicks(page.find_field, "birds")
            await until(lambda: page.impact.text())
            assert page.impact.text() == "Replacing all makes no made shot out of date."
            page.close()
            window.selection.select_shot("1__1")
            window.commands.do("generate")
            await until(lambda: window.session.shot("1__1").chosen is not None)
            page = await opened(window)
            await until(lambda: "made shot" in page.impact.text() and "1" in page.impact.text())
            assert "to refresh it: 60" in page.impact.text()

    qrun(main())


def test_another_look_keeps_what_is_in_its_fields(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = made.window
            assert window is not None
            page = await opened(window)
            page.find_field.setText("stone")
            page.with_field.setText("pebble")
            page.whole.setChecked(True)
            page.with_accepted.setChecked(False)
            page.list.setCurrentIndex(page.list.rows.index(1))
            page.with_field.setFocus()
            await made.change_look("theme", "light")
            again = made.window
            assert again is not None
            await until(lambda: again.findChildren(ReplacePage), 60)
            (anew,) = again.findChildren(ReplacePage)
            await until(anew.isVisible, 60)
            assert (anew.find_field.text(), anew.with_field.text()) == ("stone", "pebble")
            assert (anew.whole.isChecked(), anew.exact.isChecked()) == (True, False)
            assert not anew.with_accepted.isChecked()
            assert anew.list.currentIndex().row() == 1
            assert anew.focusWidget() is anew.with_field
            made.store.change(theme="dark")
            made._take_look()

    qrun(main())
