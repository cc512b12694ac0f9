"""The real window as such: its names, keys, docks, films and looks."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QAction, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDockWidget,
    QFileDialog,
    QLineEdit,
    QMainWindow,
    QMenu,
    QSlider,
    QTextEdit,
    QWidget,
)

from tests.support.small_film import small_film
from tests.support.window import open_window, studio, until
from topa_studio.app.opening import Opening, open_film
from topa_studio.model.wish import Wish, clips
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.shortcuts.page import ShortcutsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

Run = Callable[[Coroutine[Any, Any, Any]], Any]
_COPY, _NO_KEY = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
CONTROLS = (QAbstractButton, QSlider, QAbstractSpinBox, QComboBox, QLineEdit, QTextEdit)


def nameless(root: QWidget) -> list[str]:
    """Controls, and widgets that take the focus, without a name for a screen reader."""
    found = []
    for widget in root.findChildren(QWidget):
        takes_focus = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        inside = isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        qts_own = widget.objectName().startswith("qt_")
        if inside or qts_own or not (takes_focus or isinstance(widget, CONTROLS)):
            continue
        named = widget.accessibleName() or (isinstance(widget, QAbstractButton) and widget.text())
        if not named:
            parents = type(widget.parent()).__name__
            found.append(f"{type(widget).__name__} {widget.objectName()} in {parents}")
    return found


def test_every_control_has_a_name_in_every_form(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            for choose in (
                window.selection.clear,
                lambda: window.selection.select_shot("1__1"),
                lambda: window.selection.select_scene("1"),
                lambda: window.selection.select_element("Topa"),
            ):
                choose()
                await asyncio.sleep(0.05)
                assert "\n".join(nameless(window)) == ""
            page = ShortcutsPage(window)
            assert nameless(page) == []

    qrun(main())


def test_every_dock_can_be_hidden_and_comes_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            docks = window.findChildren(QDockWidget)
            assert {dock.objectName() for dock in docks} == {
                "elements", "queue", "player", "inspector", "timeline",
            }  # fmt: skip
            queue = next(dock for dock in docks if dock.objectName() == "queue")
            queue.toggleViewAction().trigger()
            assert not queue.isVisible()
            place = window.state()
            queue.toggleViewAction().trigger()
            assert queue.isVisible()
            fresh = QMainWindow.restoreState
            assert fresh is not None
            assert place.docks != window.state().docks

    qrun(main())


def test_language_look_and_size_change_while_it_runs(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            made.window.selection.select_shot("1__2")
            await made.change_look("language", "ru")
            assert made.window.inspector.shot.key == "1__2"
            assert "недостающих" in made.window.top.primary.text()
            assert _menu_titles(made.window)[0] == "&Файл"
            await made.change_look("theme", "light")
            await made.change_look("text_percent", 200)
            assert nameless(made.window) == []
            await made.change_look("language", "en")
            await made.change_look("text_percent", 100)
            await made.change_look("theme", "dark")
            assert _menu_titles(made.window)[0] == "&File"
            assert made.store.now.language == "en"

    qrun(main())


def _menu_titles(window: MainWindow) -> list[str]:
    actions: list[QAction] = window.menuBar().actions()
    return [action.text() for action in actions]


def test_another_film_opens_in_the_same_window_and_a_missing_one_is_told(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    other = small_film(tmp_path / "other", shots=2)

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            first = made.window
            assert first is not None
            first.menus.recent_chosen.emit(str(tmp_path / "nowhere.yaml"))
            await until(lambda: first.notice_bar.text)
            assert "nowhere.yaml" in first.notice_bar.text
            assert made.window is first
            await made.open(other, practice=True)
            assert made.window is not None
            assert made.window is not first
            assert len(made.window.session.document.scenario.shots()) == 2
            assert made.store.now.recent[0] == str(other)
            assert recent_films(made.window) == [str(first.session.file)]
            await made.open(first.session.file, practice=True)
            assert recent_films(made.window) == [str(other)]

    qrun(main())


def recent_films(window: MainWindow) -> list[str]:
    """What File > Open recent offers: their tips say the files."""
    menus = window.menuBar().findChildren(QMenu) + window.findChildren(QMenu)
    recent = next(menu for menu in menus if menu.title() == "Open &recent")
    return [action.toolTip() for action in recent.actions()]


def test_a_second_film_of_the_same_folder_can_be_worked_on_too(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            first = made.window.session.document.path
            second = first.with_name("second.yaml")
            second.write_bytes(first.read_bytes())
            for film in (second, first):
                await made.open(film, practice=True)
                assert made.window.session.document.path == film
                assert not made.window.session.read_only
                assert made.window.notice_bar.text == ""

    qrun(main())


def test_a_film_that_was_asked_for_and_is_not_there_leaves_a_page_with_a_way_out(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    from topa_studio.ui.running.preferences import PreferenceStore
    from topa_studio.ui.studio import Studio, Wish

    async def main() -> None:
        store = PreferenceStore(tmp_path / "window.json")
        made = Studio(qapp, Wish(tmp_path / "nowhere.yaml", practice=True), store)
        running = asyncio.create_task(made.run())
        await until(lambda: made._page is not None and made._page._open.isVisible())
        assert made._page is not None
        assert "nowhere.yaml" in made._page._words.text()
        made._page.close()
        await asyncio.wait_for(running, 60)

    qrun(main())


def test_closing_the_window_remembers_its_place_and_ends(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            made.window.player.transport.volume.setValue(35)
            made.window.close()
        assert made.store.now.volume == 0.35
        assert made.store.now.geometry
        assert made.store.now.docks

    qrun(main())


def test_space_plays_unless_a_field_has_the_focus(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            window.selection.select_shot("1__1")
            prompt = window.inspector.shot.prompt
            before = prompt.toPlainText()
            QTest.keyClick(prompt, Qt.Key.Key_Space)
            assert prompt.toPlainText() != before
            assert not window.player.playback.playing
            window.timeline.setFocus()
            QTest.keyClick(window.timeline.view, Qt.Key.Key_Space)
            assert window.player.playback.playing
            QTest.keyClick(window.timeline.view, Qt.Key.Key_Space)
            assert not window.player.playback.playing

    qrun(main())


def test_keys_that_no_field_takes_work_from_anywhere(
    qrun: Run, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[Wish, ...]] = []

    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            monkeypatch.setattr(
                window.session, "press", lambda wishes, consent: asked.append(wishes)
            )
            window.selection.select_shot("1__3")
            card = window.elements.card("Topa")
            card.setFocus()
            QTest.keyClick(card, Qt.Key.Key_G)
            await until(lambda: asked)
            QTest.keyClick(card, Qt.Key.Key_Escape)
            assert window.selection.shot is None
            QTest.keyClick(card, Qt.Key.Key_Return)
            assert window.selection.element == "Topa"
            places = []
            for _ in range(6):
                window.keyPressEvent(key(Qt.Key.Key_F6))
                focused = window.focusWidget()
                places += [p for p in window.furnish().panes if focused and in_pane(p, focused)]
            assert {type(pane).__name__ for pane in places} >= {
                "FilmPane", "ElementsPane", "ElementPage", "InspectorPane",
            }  # fmt: skip

    qrun(main())
    assert asked == [clips("1__3")]


def key(which: Qt.Key) -> QKeyEvent:
    return QKeyEvent(QKeyEvent.Type.KeyPress, which, Qt.KeyboardModifier.NoModifier)


def in_pane(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def test_a_film_open_to_look_at_cannot_be_changed_or_made(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    scenario = small_film(tmp_path / "film")

    async def main() -> None:
        session = await open_film(scenario, Opening(practice=True, look_only=True))
        failed: list[BaseException] = []
        scope = TaskScope(failed.append)
        window = MainWindow(session, scope, Preferences(), "en")
        window.furnish()
        window.show()
        window.selection.select_shot("1__1")
        form = window.inspector.shot
        assert form.prompt.isReadOnly()
        assert form.title.isReadOnly()
        assert not form.settings.isEnabled()
        assert not form.generate.isEnabled()
        assert not window.top.primary.isEnabled()
        assert not window.menus.actions["generate"].isEnabled()
        assert form.told.lines[0].level == "warn"
        window.put_away()
        await scope.aclose()
        await session.aclose()
        assert failed == []

    qrun(main())


def test_open_and_save_a_copy_by_the_menu(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    copy = tmp_path / "copy.yaml"
    folder = small_film(tmp_path / "folder", shots=2).parent

    async def answer(window: MainWindow, path: Path) -> None:
        await until(lambda: _file_question(window) is not None)
        dialog = _file_question(window)
        assert dialog is not None
        name = dialog.findChild(QLineEdit)
        assert name is not None
        name.setText(str(path))
        QTest.keyClick(name, Qt.Key.Key_Return)
        await until(lambda: _file_question(window) is None)

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            first = made.window
            assert first is not None
            first.menus.actions["save_copy"].trigger()
            await answer(first, copy)
            await until(copy.is_file)
            assert copy.read_bytes() == first.session.document.to_bytes()
            first.menus.actions["open"].trigger()
            await answer(first, copy)
            await until(lambda: made.window and made.window.session.document.path == copy)
            second = made.window
            assert second is not None
            second.menus.actions["open_folder"].trigger()
            await answer(second, folder)
            await until(lambda: made.window is not second)
            assert made.window is not None
            assert made.window.session.document.path == folder / "film.yaml"
            assert list(made.store.now.recent[:2]) == [str(folder / "film.yaml"), str(copy)]

    qrun(main())


def test_a_folder_that_is_dropped_or_asked_for_opens_the_film_in_it(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    asked, dropped = (small_film(tmp_path / name).parent for name in ("asked", "dropped"))

    async def main() -> None:
        async with studio(qapp, tmp_path, asked) as made:
            window = made.window
            assert window is not None
            assert window.session.document.path == asked / "film.yaml"
            data = QMimeData()
            data.setUrls([QUrl.fromLocalFile(str(dropped))])
            for kind in (QDragEnterEvent, QDropEvent):
                at = QPoint(9, 9) if kind is QDragEnterEvent else QPointF(9, 9)
                drag = kind(at, _COPY, data, Qt.MouseButton.LeftButton, _NO_KEY)
                QApplication.sendEvent(window, drag)
                assert drag.isAccepted()
            await until(lambda: made.window is not window)
            assert made.window is not None
            assert made.window.session.document.path == dropped / "film.yaml"

    qrun(main())


def test_recent_films_are_told_by_their_titles(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    other = small_film(tmp_path / "other")
    third = small_film(tmp_path / "third")
    fourth = small_film(tmp_path / "fourth")
    other.write_text(other.read_text().replace("Four shots", "Salt & pepper"))

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            for film in (other, third, other, fourth):
                await made.open(film, practice=True)
            assert made.window is not None
            words = [action.text() for action in made.window.menus._recent.actions()]
            assert words == ["Salt && pepper", "Four shots (third/film.yaml)",
                             "Four shots (film/film.yaml)"]  # fmt: skip

    qrun(main())


def test_what_must_be_answered_stays_with_its_film(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    other = small_film(tmp_path / "other")

    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            assert made.window is not None
            first = made.window.session.document.path
            made.window.notice_bar.keep_notice("error", lambda: ("An answer was lost", ()))
            await made.change_look("theme", "light")
            assert made.window.notice_bar.text == "An answer was lost"
            await made.open(other, practice=True)
            assert made.window.session.document.path == other
            assert made.window.notice_bar.text == ""
            await made.open(first, practice=True)
            assert made.window.session.document.undo_label is None

    qrun(main())


def _file_question(window: MainWindow) -> QFileDialog | None:
    return next((d for d in window.findChildren(QFileDialog) if d.isVisible()), None)
