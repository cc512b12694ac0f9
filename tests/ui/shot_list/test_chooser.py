"""Which columns are shown, and in which order: by mouse, by keys, and as at the start."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.shot_list.table import Listed
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.shot_list.chooser import grip_rect
from topa_studio.ui.shot_list.columns import Column, Columns
from topa_studio.ui.shot_list.corner import Corner
from topa_studio.ui.shot_list.remembered import columns_of, keep_columns

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, LEFT, ALT = Qt.Key, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def corner(listed: Listed) -> Corner:
    made = listed.view.corner
    made.setParent(listed.window)
    made.show()
    QTest.mouseClick(made.button, LEFT)
    return made


def middle(corner: Corner, column: Column) -> QPoint:
    rows = corner.chooser.list
    return rows.visualItemRect(rows.item(rows.columns.order.index(column))).center()


def test_a_press_on_a_column_hides_it_and_another_shows_it(listed: Listed, corner: Corner) -> None:
    rows = corner.chooser.list
    assert corner.chooser.isVisible()
    QTest.mouseClick(rows.viewport(), LEFT, pos=middle(corner, Column.COST))
    assert Column.COST not in listed.view.cells.columns
    QTest.mouseClick(rows.viewport(), LEFT, pos=middle(corner, Column.NOTES))
    assert listed.view.cells.columns[-1] is Column.NOTES
    assert listed.view.values.text(2, Column.NOTES, listed.view.look) == "Slowly."
    QTest.mouseClick(rows.viewport(), LEFT, pos=middle(corner, Column.TITLE))
    assert Column.TITLE in listed.view.cells.columns


def test_the_grip_drags_a_column_to_another_place(listed: Listed, corner: Corner) -> None:
    rows = corner.chooser.list
    start = grip_rect(rows.visualItemRect(rows.item(9))).center()
    end = QPoint(start.x(), rows.visualItemRect(rows.item(3)).center().y())
    QTest.mousePress(rows.viewport(), LEFT, pos=start)
    QTest.mouseMove(rows.viewport(), end)
    QTest.mouseRelease(rows.viewport(), LEFT, pos=end)
    assert listed.view.cells.columns[3] is Column.COST
    assert listed.view.cells.columns[4] is Column.WORDS


def test_the_same_by_keys(listed: Listed, corner: Corner) -> None:
    rows = corner.chooser.list
    rows.setCurrentRow(0)
    for _ in range(3):
        QTest.keyClick(rows, KEY.Key_Down)
    QTest.keyClick(rows, KEY.Key_Down, ALT)
    assert listed.view.cells.columns[3:5] == (Column.ELEMENTS, Column.WORDS)
    QTest.keyClick(rows, KEY.Key_Up, ALT)
    QTest.keyClick(rows, KEY.Key_Space)
    assert Column.WORDS not in listed.view.cells.columns
    said = rows.item(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Words, hidden"
    QTest.mouseClick(corner.chooser.reset, LEFT)
    assert listed.view.columns == Columns()


def test_the_keyboard_leaves_a_column_that_goes(listed: Listed, corner: Corner) -> None:
    listed.click(listed.at(1, Column.COST))
    listed.view.show_columns(listed.view.columns.show(Column.COST, shown=False))
    assert listed.here == (1, Column.NUMBER)
    assert listed.chosen == [1]


def test_the_columns_of_a_film_are_there_the_next_time(listed: Listed, tmp_path: Path) -> None:
    store = PreferenceStore(tmp_path / "window.json")
    keep_columns(listed.view, store, listed.film.file, listed.film.film)
    listed.view.show_columns(listed.view.columns.show(Column.TAKES, shown=False))
    kept = columns_of(store.now.columns, listed.film.file, Columns())
    assert Column.TAKES in kept.hidden
    listed.view.show_columns(Columns())
    assert store.now.columns == ()
