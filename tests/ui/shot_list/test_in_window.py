"""The shot list in the real window, on a real session: words of a cell, undo, and the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.small_film import small_film
from tests.support.window import studio, until
from tests.support.work import Run
from tests.ui.shot_list.test_as_file import listed as joined
from topa_studio.base.yaml_reader import load
from topa_studio.ui.film.selecting import Selecting
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.shot_list.columns import Column, Columns
from topa_studio.ui.shot_list.view import ShotListView
from topa_studio.ui.studio import Studio

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def listed(window: MainWindow) -> ShotListView:
    """A shot list over the window's film, on its model and selection."""
    table = window.timeline.table
    view = ShotListView(table, window.desk, window.thumbnails, window.ground)
    view.selecting = Selecting(table, window.selection, lambda: None, view)  # type: ignore[attr-defined]
    view.selecting.follow(view)  # type: ignore[attr-defined]
    view.setGeometry(0, 0, window.ground.width(), window.ground.height())
    view.show()
    view.raise_()
    view.setFocus()
    return view


def cell(view: ShotListView, row: int, column: Column) -> None:
    at = view.cell_rect(row, column).center()
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)


def typed(view: ShotListView, words: str) -> None:
    for letter in words:
        found = view.editing.field
        QTest.keyClicks(found.typed() if found is not None else view, letter)


def title(film: Path) -> object:
    return load(film.read_text(encoding="utf-8"))["scenes"][0]["shots"][0]["title"]


async def close(made: Studio, _folder: Path) -> None:
    assert made.window is not None
    made.window.close()


async def another(made: Studio, folder: Path) -> None:
    await made.open(small_film(folder / "other"), practice=True)


async def another_look(made: Studio, _folder: Path) -> None:
    await made.change_look("theme", "light")


@pytest.mark.parametrize("way", [close, another, another_look])
def test_a_word_typed_in_a_cell_right_before_the_end_is_in_the_file(
    qrun: Run, qapp: QApplication, tmp_path: Path, way: Callable[..., Any]
) -> None:
    film = small_film(tmp_path / "film")

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            assert made.window is not None
            view = listed(made.window)
            cell(view, 0, Column.TITLE)
            typed(view, "Last")
            await way(made, tmp_path)

    qrun(main())
    assert title(film) == "Last"


def test_undo_in_an_open_cell_takes_the_typed_words_back_and_redo_brings_them(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = made.window
            assert window is not None
            view = listed(window)
            key = view.shots.shot(0).key
            cell(view, 0, Column.WORDS)
            QTest.keyClick(view, KEY.Key_Return)
            before = window.session.film.shot(key).prompt
            typed(view, " Fog.")
            window.desk.undo()
            await window.desk.settled()
            await until(lambda: window.session.steps[1] is not None, 20)
            assert window.session.film.shot(key).prompt == before
            field = view.editing.field
            assert field is not None
            assert field.value() == before
            window.desk.redo()
            await until(lambda: window.session.film.shot(key).prompt == f"{before} Fog.", 20)
            assert field.value() == f"{before} Fog."

    qrun(main())


def test_letters_of_a_cell_are_none_of_the_windows_keys(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with studio(qapp, tmp_path) as made:
            window = made.window
            assert window is not None
            view = listed(window)
            count = view.shots.rowCount()
            cell(view, 0, Column.TITLE)
            typed(view, "nsN")
            QTest.keyClick(view.focusWidget() or view, KEY.Key_Return)
            await window.desk.settled()
            assert view.shots.shot(0).title == "nsN"
            assert view.shots.rowCount() == count
            assert view.currentIndex().row() == 1
            view.column = Column.NUMBER
            QTest.keyClick(view, KEY.Key_N)
            await until(lambda: view.shots.rowCount() == count + 1, 20)
            cell(view, 0, Column.TITLE)
            QTest.keyClick(view, KEY.Key_Delete)
            await until(lambda: view.shots.rowCount() == count, 20)

    qrun(main())


def test_words_reach_the_file_while_their_cell_is_still_open(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film")

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            window = made.window
            assert window is not None
            window.commands.do("view_shot_list")
            view = window.timeline.shown
            assert isinstance(view, ShotListView)
            cell(view, 0, Column.TITLE)
            typed(view, "Dusk")
            await until(lambda: title(film) == "Dusk", 60)
            assert view.editing.field is not None
            QTest.keyClick(view.editing.field.typed(), KEY.Key_Escape)
            await until(lambda: title(film) == "Shot 1", 60)
            await window.session.undo()
            await until(lambda: title(film) == "Dusk", 60)

    qrun(main())


def test_a_row_that_is_dragged_moves_in_the_file_and_undo_brings_it_back(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film")

    def order() -> list[str]:
        shots = load(film.read_text(encoding="utf-8"))["scenes"][0]["shots"]
        return [str(shot["title"]) for shot in shots]

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            window = made.window
            assert window is not None
            window.commands.do("view_shot_list")
            view = window.timeline.shown
            assert isinstance(view, ShotListView)
            window.selection.select_shots(["1__1", "1__2"])
            start = view.cell_rect(1, Column.TITLE).center()
            end = view.cell_rect(2, Column.TITLE).bottomLeft() + QPoint(60, -6)
            viewport, left = view.viewport(), Qt.MouseButton.LeftButton
            QTest.mousePress(viewport, left, pos=start)
            for place in (start + QPoint(0, 9), end):
                QTest.mouseMove(viewport, place)
            QTest.mouseRelease(viewport, left, pos=end)
            await until(lambda: order() == ["Shot 3", "Shot 1", "Shot 2", "Shot 4"], 60)
            assert window.selection.shots == ("1__1", "1__2")
            await window.session.undo()
            await until(lambda: order() == ["Shot 1", "Shot 2", "Shot 3", "Shot 4"], 60)

    qrun(main())


def test_what_is_said_is_a_column_at_first_where_a_film_has_lines_until_the_user_chooses(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    film = small_film(tmp_path / "film")
    text = film.read_text(encoding="utf-8")

    async def main() -> None:
        async with studio(qapp, tmp_path, film) as made:
            assert made.window is not None
            assert (await joined(made.window)).columns == Columns()
        assert "        duration: 3\n" in text
        said = text.replace(
            "        duration: 3\n", "        duration: 3\n        lines: [{text: Hi}]\n", 1
        )
        film.write_text(said, encoding="utf-8")
        async with studio(qapp, tmp_path, film) as made:
            assert made.window is not None
            view = await joined(made.window)
            shown = view.columns.shown
            assert shown.index(Column.LINES) == shown.index(Column.WORDS) + 1
            assert made.store.now.columns == ()
            view.show_columns(view.columns.show(Column.LINES, shown=False))
        async with studio(qapp, tmp_path, film) as made:
            assert made.window is not None
            view = await joined(made.window)
            assert Column.LINES not in view.columns.shown
            view.corner.open()
            QTest.mouseClick(view.corner.chooser.reset, Qt.MouseButton.LeftButton)
            assert view.columns.shown == shown
            assert made.store.now.columns == ()

    qrun(main())
