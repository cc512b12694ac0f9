"""Space plays wherever the keyboard is, and what does its work or goes hands the keyboard on."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QTextEdit, QWidget

from tests.support.small_film import small_film
from tests.support.window import open_window, until
from tests.support.work import CTRL, Run
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.widgets.focus_home import has_keys

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Key = Qt.Key


def click(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))


def press_where_the_keyboard_is(window: MainWindow, key: Key) -> None:
    focused = window.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)


def test_after_a_press_on_generate_space_plays_and_writes_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film")
    before = film.read_bytes()

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            window.selection.select_shot("1__1")
            form = window.inspector.shot
            click(form.generate)
            await until(lambda: not form.generate.isEnabled())
            await until(window.timeline.view.hasFocus)
            press_where_the_keyboard_is(window, Key.Key_Space)
            assert window.player.playback.playing
            press_where_the_keyboard_is(window, Key.Key_Space)
            assert not window.player.playback.playing

    qrun(main())
    assert film.read_bytes() == before


def test_after_a_new_shot_is_undone_space_plays_and_types_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film")
    before = film.read_bytes()

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            window.selection.select_shot("1__2")
            QTest.keyClick(window.timeline.view, Key.Key_N)
            await until(window.inspector.shot.prompt.hasFocus)
            QTest.keyClick(window.inspector.shot.prompt, Key.Key_Z, CTRL)
            await until(lambda: not window.session.document.scenario.has_shot("1__5"))
            await until(window.timeline.view.hasFocus)
            press_where_the_keyboard_is(window, Key.Key_Space)
            assert window.player.playback.playing

    qrun(main())
    assert film.read_bytes() == before


def test_escape_leaves_a_field_first_and_the_choice_after_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.selection.select_shot("1__2")
            window.inspector.edit_words()
            press_where_the_keyboard_is(window, Key.Key_Escape)
            assert window.timeline.view.hasFocus()
            assert window.selection.shot == "1__2"
            press_where_the_keyboard_is(window, Key.Key_Escape)
            assert window.selection.shot is None

    qrun(main())


def test_undo_leaves_the_keyboard_in_a_field_that_is_still_there(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.selection.select_shot("1__2")
            title = window.inspector.shot.title
            title.setFocus()
            QTest.keyClicks(title, "x")
            QTest.keyClick(title, Key.Key_Z, CTRL)
            await until(lambda: title.text() == "Shot 2")
            assert title.hasFocus()

    qrun(main())


def test_space_changes_nothing_on_any_control_of_the_window(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film")
    before = film.read_bytes()

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            tried = 0
            for choose in (
                lambda: window.selection.select_shot("1__1"),
                lambda: window.selection.select_scene("1"),
                lambda: window.selection.select_element("Topa"),
                window.selection.clear,
            ):
                choose()
                for control in window.findChildren(QWidget):
                    if not control.isVisible() or not control.isEnabled():
                        continue
                    if not control.focusPolicy() & Qt.FocusPolicy.TabFocus:
                        continue
                    if isinstance(control, QTextEdit) or type(control).__name__ == "TextLine":
                        continue
                    control.setFocus()
                    if window.focusWidget() is not control:
                        continue
                    playing = window.player.playback.playing
                    QTest.keyClick(control, Key.Key_Space)
                    assert window.player.playback.playing is not playing, control
                    tried += 1
            assert tried > 40
            assert window.session.document.to_bytes() == before
            assert window.session.queue() == ()

    qrun(main())
    assert film.read_bytes() == before


def test_enter_presses_the_button_that_has_the_keyboard(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.selection.select_shot("1__1")
            pro: QAbstractButton = window.inspector.shot.settings.quality.button("pro")
            pro.setFocus()
            QTest.keyClick(pro, Key.Key_Return)
            await window.desk.settled()
            assert window.session.document.scenario.shot("1__1").settings.mode == "pro"

    qrun(main())


def test_a_click_on_the_choice_that_is_on_writes_nothing(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film")
    before = film.read_bytes()

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            click(window.inspector.film.sound.button(window.inspector.film.sound.value or ""))
            click(window.inspector.film.ratio.button(window.inspector.film.ratio.value or ""))
            await window.desk.settled()
            assert window.session.document.to_bytes() == before

    qrun(main())


def test_a_field_keeps_its_spaces(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.selection.select_shot("1__1")
            title = window.inspector.shot.title
            assert isinstance(title, QLineEdit)
            title.setFocus()
            QTest.keyClick(title, Key.Key_Space)
            assert title.text().count(" ") == 2
            assert not window.player.playback.playing

    qrun(main())


def test_the_keyboard_is_where_it_is_now_and_not_where_it_was(qapp: QApplication) -> None:
    window = QWidget()
    pane, elsewhere = QWidget(window), QLineEdit(window)
    inside = QLineEdit(pane)
    window.show()
    window.activateWindow()
    inside.setFocus()
    assert has_keys(inside)
    assert has_keys(pane)
    elsewhere.setFocus()
    # The pane itself still tells of the field that had it last.
    assert pane.focusWidget() is inside
    assert not has_keys(inside)
    assert not has_keys(pane)
    window.close()
