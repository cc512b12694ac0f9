"""Rows and cells by mouse and keys: what is chosen, where the keyboard is, where a press leads."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.support.long_film import long_film
from tests.support.on_screen import on_screen
from tests.ui.shot_list.table import Listed, ListFilm
from topa_studio.document.edits import DeleteShot, SetField, ShotTarget
from topa_studio.model.status import Stage, Trouble
from topa_studio.model.take import Take
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.look.theme import DARK, apply_theme, tokens
from topa_studio.ui.shot_list.columns import Column, Columns
from topa_studio.ui.shot_list.lines import AtScene, AtShot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, CTRL, SHIFT, ALT = (
    Qt.Key,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


def test_a_press_chooses_the_row_and_the_cell_under_it(listed: Listed) -> None:
    listed.click(listed.at(1, Column.TITLE))
    assert listed.selection.shots == (listed.keys[1],)
    assert listed.here == (1, Column.TITLE)
    listed.click(listed.at(3, Column.COST), CTRL)
    assert listed.chosen == [1, 3]
    listed.click(listed.at(0, Column.COST))
    listed.click(listed.at(2, Column.STATE), SHIFT)
    assert listed.chosen == [0, 1, 2]
    assert listed.here == (2, Column.STATE)


def test_arrows_go_from_cell_to_cell_and_from_row_to_row(listed: Listed) -> None:
    listed.click(listed.at(0, Column.NUMBER))
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Down):
        listed.press(key)
    assert listed.here == (1, Column.TITLE)
    assert listed.chosen == [1]
    listed.press(KEY.Key_End)
    assert listed.here == (1, Column.COST)
    listed.press(KEY.Key_Home)
    listed.press(KEY.Key_Left)
    assert listed.here == (1, Column.NUMBER)
    listed.press(KEY.Key_End, CTRL)
    assert listed.here[0] == 4
    listed.press(KEY.Key_Home, CTRL)
    assert listed.here[0] == 0


def test_shift_and_arrows_choose_rows_over_scenes(listed: Listed) -> None:
    listed.click(listed.at(1, Column.NUMBER))
    for _ in range(2):
        listed.press(KEY.Key_Down, SHIFT)
    assert listed.chosen == [1, 2, 3]
    listed.press(KEY.Key_Up, SHIFT)
    assert listed.chosen == [1, 2]
    listed.press(KEY.Key_A, CTRL)
    assert listed.chosen == [0, 1, 2, 3, 4]


def test_the_row_of_a_scene_is_chosen_and_folds(listed: Listed) -> None:
    listed.click(listed.at(2, Column.NUMBER))
    listed.press(KEY.Key_Down)
    assert listed.selection.scene == "s2"
    assert listed.selection.shots == ()
    listed.press(KEY.Key_Left)
    assert listed.view.cell_rect(3, Column.TITLE).isEmpty()
    listed.press(KEY.Key_Right)
    assert not listed.view.cell_rect(3, Column.TITLE).isEmpty()
    listed.press(KEY.Key_Up)
    assert listed.chosen == [2]
    assert listed.selection.scene is None
    assert listed.view.chosen_scene is None


def test_a_key_that_leads_to_a_scene_chooses_it_at_once(listed: Listed) -> None:
    listed.click(listed.at(2, Column.TITLE))
    chosen: list[tuple[tuple[str, ...], str | None]] = []
    listed.selection.changed.connect(
        lambda: chosen.append((listed.selection.shots, listed.selection.scene))
    )
    listed.press(KEY.Key_Down)
    assert chosen == [((), "s2")]
    assert listed.view.selected_keys() == []


def test_the_sign_of_a_scene_folds_it_and_what_is_chosen_elsewhere_unfolds_it(
    listed: Listed,
) -> None:
    line = listed.view.line_rect(AtScene(0))
    listed.click(line.topLeft() + QPoint(14, line.height() // 2))
    assert listed.view.line_rect(AtShot(1)).isEmpty()
    assert listed.selection.scene is None
    listed.selection.select_shot(listed.keys[1])
    assert not listed.view.line_rect(AtShot(1)).isEmpty()


def test_tab_goes_through_the_row_and_then_leaves_the_list(listed: Listed) -> None:
    listed.click(listed.at(0, Column.STATE))
    listed.press(KEY.Key_Tab)
    assert listed.here == (0, Column.COST)
    listed.press(KEY.Key_Backtab, SHIFT)
    assert listed.here == (0, Column.STATE)


def test_enter_leads_where_nothing_is_edited(listed: Listed) -> None:
    told: list[tuple[str, str]] = []
    view = listed.view
    view.play_requested.connect(lambda key: told.append(("play", key)))
    view.takes_wanted.connect(lambda key: told.append(("takes", key)))
    view.trouble_wanted.connect(lambda key: told.append(("trouble", key)))
    view.cost_wanted.connect(lambda key: told.append(("cost", key)))
    for column in (Column.PICTURE, Column.TAKES, Column.STATE, Column.COST):
        listed.click(listed.at(3, column))
        listed.press(KEY.Key_Return)
    listed.twice(listed.at(3, Column.NUMBER))
    said = ["play", "takes", "trouble", "cost", "play"]
    assert told == [(word, listed.keys[3]) for word in said]
    assert listed.film.edits == []


def test_alt_and_arrows_move_the_shot_and_the_keyboard_goes_along(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    listed.press(KEY.Key_Down, ALT)
    assert listed.film.order()[0] == ["Topa wakes", "Sunrise", "Pusha waves"]
    assert listed.here == (1, Column.TITLE)
    listed.press(KEY.Key_End, ALT)
    assert listed.film.order()[1] == ["A box", "Open it", "Sunrise"]
    assert listed.here[0] == 4
    assert len(listed.film.edits) == 2


def test_keys_of_the_film_are_left_to_the_window_where_nothing_is_typed(listed: Listed) -> None:
    listed.click(listed.at(0, Column.PICTURE))
    for key in (KEY.Key_G, KEY.Key_Space, KEY.Key_N, KEY.Key_Delete):
        listed.press(key)
    listed.click(listed.at(0, Column.TITLE))
    listed.press(KEY.Key_Space)
    assert listed.view.editing.field is None
    assert listed.film.edits == []


def test_what_is_filtered_away_is_hidden_with_scenes_that_have_none(
    listed: Listed, qtbot: QtBot
) -> None:
    listed.film.set_shot(listed.keys[4], stage=Stage.FAILED, trouble=Trouble("pipeline.x"))
    qtbot.waitUntil(lambda: listed.table.tally.count(Filter.FAILED) == 1, timeout=2000)
    listed.table.show_only(frozenset({Filter.FAILED}))
    assert listed.view.lines().rows == 1
    assert listed.view.lines().scenes == 1
    assert listed.view.cells.index(0, 0).data() == "2.2"
    listed.table.show_only(frozenset())
    assert listed.view.lines().rows == 5


def test_a_reader_hears_cells_as_cells(listed: Listed) -> None:
    cells = listed.view.cells

    def said(row: int, column: Column) -> object:
        index = cells.index(row, cells.columns.index(column))
        return index.data(Qt.ItemDataRole.AccessibleTextRole)

    assert said(1, Column.SECONDS) == "Seconds, 6, shot 1.2"
    assert said(3, Column.STATE) == "State, Not made, shot 2.1"
    assert said(4, Column.WORDS) == "Words, empty, shot 2.2"


def test_the_row_is_marked_and_so_is_the_cell(listed: Listed) -> None:
    def colour(at: QPoint) -> object:
        return listed.view.viewport().grab().toImage().pixelColor(at)

    listed.view.activateWindow()
    listed.click(listed.at(1, Column.SECONDS))
    row = listed.view.line_rect(AtShot(1))
    assert colour(QPoint(1, row.center().y())) == tokens().accent
    cell = listed.view.cell_rect(1, Column.SECONDS)
    if listed.view.hasFocus():
        assert colour(QPoint(cell.left() + 3, cell.center().y())) == tokens().run
    other = listed.view.line_rect(AtShot(0))
    assert colour(QPoint(1, other.center().y())) == listed.view.look.ground


def test_an_edit_of_one_shot_paints_one_row(listed: Listed, qtbot: QtBot) -> None:
    listed.view.grab()
    seen = listed.view.values
    qtbot.waitUntil(lambda: all(map(seen.price, listed.keys[:4])), timeout=5000)
    qtbot.waitUntil(lambda: seen.scene_price("s1") != "" and not on_screen(listed.view).isNull())
    listed.view.painter.painted = 0
    edit = SetField(ShotTarget(listed.keys[1]), "title", "Topa yawns")
    listed.film.document.apply("Title", [edit])
    QApplication.processEvents()
    assert listed.view.painter.painted == 1


def test_takes_state_and_price_stand_in_their_cells(listed: Listed, qtbot: QtBot) -> None:
    take = Take(1, "shots/x.mp4")
    listed.film.set_shot(listed.keys[0], stage=Stage.MADE, takes=(take,), chosen=take)
    text = listed.view.values.text
    look = listed.view.look
    qtbot.waitUntil(lambda: text(0, Column.COST, look) == "90", timeout=2000)
    assert text(0, Column.TAKES, look) == "T1"
    assert text(0, Column.STATE, look) == "Made"
    assert text(1, Column.STATE, look) == "Not made"
    assert text(1, Column.QUALITY, look) == "3.0 · Pro"
    assert text(0, Column.ELEMENTS, look) == "@Hill"
    assert text(2, Column.ELEMENTS, look) == "@Pusha"
    assert text(3, Column.STARTS_AT, look) == "0:15"


def test_the_totals_say_how_much_there_is(listed: Listed, qtbot: QtBot) -> None:
    foot = listed.view.foot

    def said() -> str:
        return foot.accessibleDescription().replace("\N{NO-BREAK SPACE}", " ").replace(",", "")

    whole = "5 shots Length 0:25 Made 0 To make each once 450 cr Spent 2738 cr"
    qtbot.waitUntil(lambda: said() == whole, timeout=2000)


def test_a_film_without_shots_says_the_next_act(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    made = Listed(qtbot, ListFilm(tmp_path, "title: Empty\nscenes: []\n"))
    assert made.view.nothing == "No shots yet: press N"
    made.view.grab()
    for key in (KEY.Key_Down, KEY.Key_Return, KEY.Key_End):
        made.press(key)
    assert made.view.here() is None
    made.thumbnails.close()


def test_another_window_state_is_taken_up(listed: Listed) -> None:
    listed.view.setGeometry(0, 0, 1230, 200)
    listed.view.show_from(listed.keys[3], 40)
    assert listed.view.line_rect(AtShot(3)).top() == 40
    assert listed.view.first_in_sight()[0] in listed.keys
    listed.view.show_playhead(7.0)
    assert listed.view.playhead is not None
    assert listed.view.playhead[0] == listed.keys[1]


def test_menus_open_for_rows_and_scenes_by_mouse_and_by_keyboard(listed: Listed) -> None:
    asked: list[tuple[str, list[int]]] = []
    listed.view.menu_requested.connect(lambda _at, scene: asked.append((scene, listed.chosen)))

    def menu(at: QPoint, reason: QContextMenuEvent.Reason, where: QWidget) -> None:
        event = QContextMenuEvent(reason, at, where.mapToGlobal(at))
        QApplication.sendEvent(where, event)

    mouse, keys = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard
    viewport = listed.view.viewport()
    menu(listed.at(2, Column.TITLE), mouse, viewport)
    menu(listed.scene(1), mouse, viewport)
    listed.click(listed.at(1, Column.TITLE))
    menu(QPoint(5, 5), keys, listed.view)
    listed.click(listed.scene(0))
    menu(QPoint(5, 5), keys, listed.view)
    assert asked == [("", [2]), ("s2", [2]), ("", [1]), ("s1", [])]


def test_rows_grow_with_the_text(listed: Listed, qapp: QApplication) -> None:
    before = listed.view.lines().height
    apply_theme(qapp, DARK, 200)
    assert listed.view.lines().height >= 2 * before - 10
    assert listed.view.head.height() >= 60
    QApplication.processEvents()
    listed.view.grab()
    apply_theme(qapp, DARK)
    assert listed.view.lines().height == before


def test_the_title_of_a_scene_is_wanted_by_f2_and_a_double_press(listed: Listed) -> None:
    asked: list[tuple[str, str]] = []
    listed.view.title_wanted.connect(lambda kind, name: asked.append((kind, name)))
    listed.twice(listed.scene(1))
    listed.press(KEY.Key_F2)
    assert asked == [("scene", "s2"), ("scene", "s2")]
    rect = listed.view.scene_title_rect("s2")
    assert listed.view.line_rect(AtScene(1)).contains(rect)
    assert listed.view.title_rect(listed.keys[0]).isValid()


def test_a_list_that_nobody_sees_costs_nothing_and_is_right_when_it_is_seen(
    listed: Listed,
) -> None:
    listed.view.hide()
    laid_out: list[bool] = []
    listed.view.laid_out.connect(lambda: laid_out.append(True))
    edits = [DeleteShot(listed.keys[0]), SetField(ShotTarget(listed.keys[1]), "title", "First")]
    listed.film.document.apply("Elsewhere", edits)
    assert laid_out == []
    listed.view.show()
    assert laid_out
    assert listed.view.lines().rows == 4
    assert listed.view.verticalScrollBar().maximum() >= 0
    assert listed.view.values.text(0, Column.TITLE, listed.view.look) == "First"


def test_a_row_is_brought_to_the_middle_where_that_is_asked(listed: Listed) -> None:
    listed.view.setGeometry(0, 0, 1230, 230)
    hint = QAbstractItemView.ScrollHint.PositionAtCenter
    listed.view.scrollTo(listed.view.shots.index(2), hint)
    middle = listed.view.visualRect(listed.view.shots.index(2)).center().y()
    assert abs(middle - listed.view.viewport().rect().center().y()) <= 1
    listed.view.fold("s1", folded=True)
    tops = [listed.view.visualRect(listed.view.model().index(row)).top() for row in range(5)]
    assert tops == sorted(tops)


def test_a_press_that_pays_is_asked_about_on_its_row(listed: Listed) -> None:
    spot = listed.view.spot_of(listed.keys[1])
    assert spot is not None
    assert spot.inside is listed.view.viewport()
    assert spot.rect == listed.view.cell_rect(1, Column.COST)
    listed.view.hide()
    assert listed.view.spot_of(listed.keys[1]) is None


def test_the_head_offers_to_hide_its_column(listed: Listed) -> None:
    place = listed.view.places().place_of(Column.TAKES)
    assert place is not None
    at = listed.view.head.cell(place).center()
    listed.view.show_columns(listed.view.columns.show(Column.TAKES, shown=False))
    assert Column.TAKES not in listed.view.cells.columns
    assert listed.view.column_at(at.x()) is not None
    listed.view.show_columns(Columns())
    assert listed.view.cells.columns == Columns().shown


def test_a_long_film_paints_what_is_seen_only(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    made = Listed(qtbot, ListFilm(tmp_path, long_film(2000)))
    made.view.painter.painted = 0
    made.view.grab()
    assert 0 < made.view.painter.painted < 20
    made.view.painter.painted = 0
    made.view.verticalScrollBar().setValue(40_000)
    QApplication.processEvents()
    assert made.view.painter.painted < 20
    QTest.keyClick(made.view, KEY.Key_End, CTRL)
    assert made.here[0] == 1999
    made.thumbnails.close()
