"""The board by keys alone, in two dimensions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.board.desk import ALT, CTRL, NONE, SHIFT, Desk
from topa_studio.ui.commands.table import COMMANDS, SECTIONS

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY = Qt.Key


def at(desk: Desk) -> int:
    """The row of the shot that is chosen alone."""
    assert len(desk.selection.shots) == 1
    return desk.keys.index(desk.selection.shots[0])


def test_arrows_go_in_two_dimensions(desk: Desk) -> None:
    desk.press(KEY.Key_Right)
    assert at(desk) == 0
    desk.press(KEY.Key_Right)
    assert at(desk) == 1
    desk.press(KEY.Key_Down)  # 2.2, right below
    assert at(desk) == 4
    desk.press(KEY.Key_Down)  # the second line of scene 2
    assert at(desk) == 8
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Up)
    assert at(desk) == 1
    desk.press(KEY.Key_Left)
    assert at(desk) == 0


def test_up_and_down_keep_to_their_column_over_shorter_lines(desk: Desk) -> None:
    desk.click(desk.card(6))  # 2.4, the fourth column
    desk.press(KEY.Key_Down)
    assert at(desk) == 8  # 2.6 is the last of its line
    desk.press(KEY.Key_Up)
    assert at(desk) == 6
    desk.press(KEY.Key_Down)
    desk.press(KEY.Key_Left)
    desk.press(KEY.Key_Up)
    assert at(desk) == 3


def test_a_scene_without_shots_is_reached_by_keys(desk: Desk) -> None:
    desk.click(desk.card(8))
    desk.press(KEY.Key_Down)
    assert at(desk) == 9
    desk.press(KEY.Key_Down)
    assert desk.selection.scene == "s4"
    desk.press(KEY.Key_Down)
    assert desk.selection.scene == "s4"
    desk.press(KEY.Key_Up)
    assert at(desk) == 9


def test_home_and_end_are_of_the_scene_with_ctrl_of_the_film(desk: Desk) -> None:
    desk.click(desk.card(5))
    desk.press(KEY.Key_Home)
    assert at(desk) == 3
    desk.press(KEY.Key_End)
    assert at(desk) == 8
    desk.press(KEY.Key_Home, CTRL)
    assert at(desk) == 0
    desk.press(KEY.Key_End, CTRL | SHIFT)
    assert set(desk.selection.shots) == set(desk.keys)


def test_shift_extends_up_and_down(desk: Desk) -> None:
    desk.click(desk.card(1))
    desk.press(KEY.Key_Down, SHIFT)
    assert set(desk.selection.shots) == set(desk.keys[1:5])
    desk.press(KEY.Key_Left, SHIFT)
    assert set(desk.selection.shots) == set(desk.keys[1:4])
    desk.press(KEY.Key_Up, SHIFT)
    desk.press(KEY.Key_Up, SHIFT)
    assert set(desk.selection.shots) == set(desk.keys[:2])


def test_ctrl_a_chooses_all(desk: Desk) -> None:
    desk.press(KEY.Key_A, CTRL)
    assert set(desk.selection.shots) == set(desk.keys)


def test_alt_arrows_move_by_one_and_by_a_scene(desk: Desk) -> None:
    desk.click(desk.card(1))
    desk.press(KEY.Key_Right, ALT)
    assert desk.film.order()[0] == ["Shot 1.1", "Shot 1.3", "Shot 1.2"]
    desk.press(KEY.Key_Down, ALT)
    assert desk.film.order()[1][:2] == ["Shot 1.2", "Shot 2.1"]
    desk.press(KEY.Key_Down, ALT)
    assert desk.film.order()[2] == ["Shot 1.2", "Shot 3.1"]
    desk.press(KEY.Key_Up, ALT)
    assert desk.film.order()[1][-1] == "Shot 1.2"
    assert desk.selection.shots == (desk.keys[1],)
    assert len(desk.film.edits) == 4
    desk.press(KEY.Key_Up, ALT)
    desk.press(KEY.Key_Up, ALT)
    assert len(desk.film.edits) == 5


def test_what_is_moved_by_keys_stays_in_sight(desk: Desk) -> None:
    desk.view.resize(977, 420)
    desk.click(desk.card(0))
    desk.press(KEY.Key_End, ALT)
    row = desk.table.shots.row(desk.keys[0])
    assert row == 9
    assert desk.view.viewport().rect().contains(desk.view.card_rect(row))


def test_enter_wants_the_words(desk: Desk, qtbot: QtBot) -> None:
    desk.click(desk.card(2))
    with qtbot.waitSignal(desk.view.words_wanted) as asked:
        desk.press(KEY.Key_Return)
    assert asked.args == [desk.keys[2]]


def test_letters_and_space_go_on_to_the_window(desk: Desk) -> None:
    desk.click(desk.card(2))
    for key in (KEY.Key_G, KEY.Key_Space, KEY.Key_F2, KEY.Key_Delete):
        desk.press(key)
    assert at(desk) == 2
    assert desk.film.edits == []


def test_a_page_is_what_is_in_sight(long_desk: Desk) -> None:
    desk = long_desk
    desk.click(desk.card(0))
    desk.press(KEY.Key_PageDown)
    lines = desk.view.viewport().height() // desk.view.grid().sizes.step_y
    assert desk.view.grid().line_of(at(desk)) == lines
    desk.press(KEY.Key_PageUp)
    assert at(desk) == 0


def test_the_page_of_keys_tells_the_boards() -> None:
    names = {command.name for _, commands in SECTIONS for command in commands}
    assert {"board_left", "board_words", "move_up"} <= names
    assert COMMANDS["move_up"].key == "Alt+↑"


# The size of cards.


def wheel(desk: Desk, at: QPoint, turn: int, held: Qt.KeyboardModifier = CTRL) -> None:
    viewport = desk.view.viewport()
    event = QWheelEvent(
        QPointF(at), QPointF(viewport.mapToGlobal(at)), QPoint(), QPoint(0, turn),
        Qt.MouseButton.NoButton, held, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(viewport, event)


def test_ctrl_and_the_wheel_snap_around_the_pointer(long_desk: Desk, qtbot: QtBot) -> None:
    desk, view = long_desk, long_desk.view
    view.verticalScrollBar().setValue(view.verticalScrollBar().maximum() // 2)
    row = view.row_under(QPoint(320, 380))
    rows = view.rows_in(view.viewport().rect())
    row = row if row is not None else rows[len(rows) // 2]
    point = view.card_rect(row).center() - QPoint(10, 0)
    told: list[int] = []
    view.columns_changed.connect(told.append)
    for turn, columns in ((120, 3), (120, 3), (-120, 4), (-60, 4), (-60, 5), (-120 * 9, 8)):
        before = view.card_rect(row).top()
        wheel(desk, point, turn)
        assert view.columns == columns
        if columns == 3:
            assert abs(view.card_rect(row).top() - before) <= 1
    assert told == [3, 4, 5, 8]
    box = view.grid().card(0)
    assert box.width == (view.viewport().width() - 28 - 22 - 70) // 8


def test_the_current_card_stays_where_it_is_under_the_slider(long_desk: Desk) -> None:
    desk, view = long_desk, long_desk.view
    view.scrollTo(view.shots.index(1200))
    desk.click(desk.card(1200))
    before = view.card_rect(1200).top()
    for columns in (6, 3, 8, 4):
        view.set_columns(columns)
        assert abs(view.card_rect(1200).top() - before) <= 1


def test_the_wheel_scrolls(long_desk: Desk, qtbot: QtBot) -> None:
    bar = long_desk.view.verticalScrollBar()
    wheel(long_desk, QPoint(300, 300), -120, NONE)
    qtbot.waitUntil(lambda: bar.value() >= 90)
    wheel(long_desk, QPoint(300, 300), 120, NONE)
    qtbot.waitUntil(lambda: bar.value() == 0)
