"""The shot list as a file by a press in its tools, and what is said in its column of dialogue."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.support.on_screen import on_screen
from tests.support.scripts import FOLDER
from tests.support.window import open_window, until
from tests.support.work import Run
from tests.ui.out.pages import opened
from tests.ui.shot_list.table import Listed, ListFilm
from tests.ui.test_sound_acts import drop
from topa_studio.app.scripts.making import Making, make_at
from topa_studio.app.scripts.sources import pasted
from topa_studio.ui.film.kinds import SHOT_LIST
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.script_acts import ScriptActs
from topa_studio.ui.shot_list.columns import Column, Columns
from topa_studio.ui.shot_list.view import ShotListView

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")

SAID = """\
title: "Piers: the film"
scenes:
  - id: 1
    title: Morning
    shots:
      - {id: 1, title: Pier, prompt: "Wide shot. A pier.", duration: 3}
      - id: 2
        title: Boat
        prompt: "Wide shot. A boat."
        lines: [{who: Topa, tone: softly, text: "A kite!"}, {who: Pusha, text: "=Where?"}]
      - {id: 3, title: Lamp, prompt: "Wide shot. A boat's lamp.", duration: 3}
"""


async def listed(window: MainWindow) -> ShotListView:
    window.commands.do("view_shot_list")
    await until(lambda: window.timeline.views.of(SHOT_LIST) is not None)
    view = window.timeline.views.of(SHOT_LIST)
    assert isinstance(view, ShotListView)
    return view


async def written(window: MainWindow, view: ShotListView, ending: str) -> Path:
    exports = window.session.exports
    before = {one.id for one in exports.all}
    QTest.mouseClick(view.corner.files[ending], Qt.MouseButton.LeftButton)
    await until(lambda: {one.id for one in exports.all} > before and not exports.under_way)
    return exports.all[0].target


def rows_of(path: Path) -> list[list[str]]:
    words = path.read_text(encoding="utf-8-sig")
    return list(csv.reader(io.StringIO(words, newline="")))


def test_a_press_writes_the_list_as_it_is_shown_and_replaces_no_file(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path, film=SAID) as (_, window):
            view = await listed(window)
            for column in set(Column) - {Column.LINES, Column.NUMBER, Column.TITLE}:
                view.show_columns(view.columns.show(column, shown=False))
            view.show_columns(view.columns.show(Column.LINES, shown=True))
            window.timeline.header.search.setText("boat")
            path = await written(window, view, ".csv")
            assert path == window.session.exports.folder / "Piers - the film.csv"
            assert rows_of(path) == [
                ["#", "Title", "Dialogue"],
                ["1.2", "Boat", "Topa (softly): A kite!\nPusha: =Where?"],
                ["1.3", "Lamp", ""],
            ]
            notices = window.desk.notices
            await until(lambda: [one.text() for one in notices.buttons] == ["Show in folder"])
            window.timeline.header.search.clear()
            again = await written(window, view, ".csv")
            assert again.name == "Piers - the film (2).csv"
            assert [row[0] for row in rows_of(again)] == ["#", "1.1", "1.2", "1.3"]
            with zipfile.ZipFile(await written(window, view, ".xlsx")) as book:
                assert "Pusha: =Where?" in book.read("xl/sharedStrings.xml").decode()

    qrun(main())


def test_a_word_that_is_still_typed_in_a_cell_is_in_the_file(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with opened(qapp, tmp_path, film=SAID) as (_, window):
            view = await listed(window)
            view.editing.open(0, Column.TITLE)
            field = view.editing.field
            assert field is not None
            QTest.keyClicks(field.typed(), " at dawn")
            view.corner.file_wanted.emit(".csv")
            exports = window.session.exports
            await until(lambda: exports.all and not exports.under_way)
            assert "Pier at dawn" in rows_of(exports.all[0].target)[1]

    qrun(main())


def test_a_script_over_the_list_is_for_the_window(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    words = (FOLDER / "cat.fountain").read_text(encoding="utf-8")
    film = make_at(tmp_path / "cat", "Cat", "16:9", Making(pasted(words, "cat.fountain")))
    script = tmp_path / "cat.fountain"
    script.write_text(words.replace("wet boards", "dry boards"), encoding="utf-8")

    async def main() -> None:
        async with open_window(qapp, tmp_path, film) as window:
            view = await listed(window)
            assert drop(view.viewport(), QPoint(60, 60), script)
            acts = window.findChild(ScriptActs)
            assert acts is not None
            await until(lambda: acts.page is not None)

    qrun(main())


def test_what_is_said_has_a_column_that_is_chosen_searched_and_read(
    qtbot: QtBot, tmp_path: Path
) -> None:
    made = Listed(qtbot, ListFilm(tmp_path, SAID))
    view = made.view
    assert Column.LINES not in view.columns.shown
    assert Column.LINES not in Columns.of("number picture title words -notes").shown
    view.show_columns(view.columns.show(Column.LINES, shown=True))
    text = view.values.text
    assert text(1, Column.LINES, view.look) == "Topa (softly): A kite!\nPusha: =Where?"
    spoken = view.values.spoken(0, Column.LINES, view.look)
    assert spoken == "Dialogue, empty, shot 1.1"
    plain = on_screen(view)
    made.table.search("kite")
    assert made.table.shots.rowCount() == 1
    cell = view.cell_rect(0, Column.LINES)
    marked = on_screen(view).copy(cell)
    assert marked != plain.copy(cell)
    made.table.search("")
    wanted: list[str] = []
    view.lines_wanted.connect(wanted.append)
    made.click(made.at(1, Column.LINES))
    made.press(Qt.Key.Key_Return)
    assert wanted == [made.keys[1]]
    assert view.editing.field is None
    made.thumbnails.close()


def test_where_room_is_short_the_buttons_stay(qtbot: QtBot, tmp_path: Path) -> None:
    made = Listed(qtbot, ListFilm(tmp_path))
    corner = made.view.corner
    corner.show()
    corner.resize(corner.sizeHint())
    assert corner.order.isHidden()
    corner.resize(corner.sizeHint().width() + 300, corner.sizeHint().height())
    assert not corner.order.isHidden()
    assert all(button.isVisible() for button in (*corner.files.values(), corner.button))
    made.thumbnails.close()
