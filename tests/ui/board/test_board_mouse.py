"""The board by mouse: choose, draw a band, drag shots and scenes, press what is painted."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.support.on_screen import on_screen, painted_anew
from tests.ui.board.desk import ALT, CTRL, LEFT, NONE, SHIFT, Desk
from topa_studio.document.edits import MoveScene, MoveShot
from topa_studio.ui.board.ghost import ghost_words
from topa_studio.ui.board.landing import caret_of
from topa_studio.ui.board.view import BoardView
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.corner import corner_rect
from topa_studio.ui.film.heading import offer_rect
from topa_studio.ui.look.theme import tokens

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def gap(desk: Desk, row: int) -> QPoint:
    """A point between a card and the one to the left of it."""
    rect = desk.view.card_rect(row)
    return QPoint(rect.left() - 5, rect.center().y())


def words(desk: Desk) -> str:
    drag = desk.view.pointer.drag
    assert drag.load is not None
    return ghost_words(desk.view, drag.load, drag.place)


# Choosing.


def test_a_click_chooses_and_plays(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.view.play_requested) as played:
        desk.click(desk.card(4))
    assert played.args == [desk.keys[4]]
    assert desk.selection.shots == (desk.keys[4],)


def test_ctrl_adds_one_and_shift_all_between(desk: Desk) -> None:
    desk.click(desk.card(0))
    desk.click(desk.card(4), CTRL)
    assert set(desk.selection.shots) == {desk.keys[0], desk.keys[4]}
    desk.click(desk.card(4), CTRL)
    assert desk.selection.shots == (desk.keys[0],)
    desk.click(desk.card(5), SHIFT)
    assert set(desk.selection.shots) == set(desk.keys[:6])


def test_a_click_in_a_gap_chooses_nothing(desk: Desk) -> None:
    desk.click(desk.card(1))
    desk.click(gap(desk, 2))
    assert desk.selection.shots == ()
    desk.click(desk.head(1))
    assert desk.selection.scene == "s2"
    desk.click(gap(desk, 2))
    assert desk.selection.scene is None


def test_a_band_from_a_gap_chooses_what_it_touches(desk: Desk) -> None:
    # From the gap before 1.2 to the middle of 2.3: columns two and three of three lines.
    desk.drag(gap(desk, 1), desk.view.card_rect(5).center(), drop=False)
    touched = [1, 2, 4, 5]
    assert set(desk.selection.shots) == {desk.keys[row] for row in touched}
    middle = desk.view.pointer.band.rect().bottomRight() - QPoint(3, 3)
    assert desk.colour(middle) != tokens().raised
    desk.release(desk.view.card_rect(5).center())
    assert set(desk.selection.shots) == {desk.keys[row] for row in touched}
    assert desk.film.edits == []


def test_a_band_with_ctrl_adds_and_escape_gives_it_up(desk: Desk) -> None:
    desk.click(desk.card(7))
    desk.drag(gap(desk, 1), desk.card(1), CTRL)
    assert set(desk.selection.shots) == {desk.keys[1], desk.keys[7]}
    desk.drag(gap(desk, 2), desk.card(2), drop=False)
    assert desk.selection.shots == (desk.keys[2],)
    desk.press(Qt.Key.Key_Escape)
    assert set(desk.selection.shots) == {desk.keys[1], desk.keys[7]}
    desk.release(desk.card(2))
    assert set(desk.selection.shots) == {desk.keys[1], desk.keys[7]}


def test_a_band_starts_between_scenes_too(desk: Desk) -> None:
    frame = desk.view.frame_rect(0)
    desk.drag(QPoint(frame.right() + 6, frame.top() - 4), desk.card(2))
    assert desk.selection.shots == (desk.keys[2],)


def test_a_band_held_at_the_edge_scrolls_on(long_desk: Desk, qtbot: QtBot) -> None:
    desk, bar = long_desk, long_desk.view.verticalScrollBar()
    start = gap(desk, 1)
    desk.drag(start, QPoint(start.x() + 90, desk.view.viewport().height() - 2), drop=False)
    qtbot.waitUntil(lambda: bar.value() > 500)
    chosen = len(desk.selection.shots)
    assert chosen > 4
    # It began on the board, not on the screen: what is out of sight now is chosen still.
    assert desk.keys[1] in desk.selection.shots
    desk.release(QPoint(start.x() + 90, desk.view.viewport().height() - 2))


def seen_rows(view: BoardView) -> range:
    return view.rows_in(view.viewport().rect())


def test_a_band_over_many_tells_the_window_when_the_hand_rests(
    long_desk: Desk, qtbot: QtBot
) -> None:
    desk, view, told = long_desk, long_desk.view, []
    desk.selection.changed.connect(lambda: told.append(len(desk.selection.shots)))
    start = gap(desk, 1)
    desk.drag(start, start + QPoint(90, 90), drop=False)
    view.verticalScrollBar().setValue(12_000)
    told.clear()
    model, taken = view.selectionModel(), []
    model.selectionChanged.connect(lambda *_runs: taken.append(len(desk.selecting.keys)))
    for step in range(40):
        QTest.mouseMove(view.viewport(), QPoint(200 + 9 * step, 100 + 11 * step))
    # Qt compares each run of many with each: it is told once, and the cards show it at once.
    shown = [view.is_chosen(row) for row in seen_rows(view)]
    assert any(shown)
    assert on_screen(view) == painted_anew(view.viewport())
    assert len(taken) <= 3
    assert len(told) <= 1
    qtbot.waitUntil(lambda: len(desk.selecting.keys) > 50)
    drawn = len(desk.selecting.keys)
    assert shown == [model.isSelected(view.shots.index(row)) for row in seen_rows(view)]
    # Held still, and let go of.
    qtbot.waitUntil(lambda: len(desk.selection.shots) == drawn)
    at = QPoint(view.viewport().width() - 9, 560)
    QTest.mouseMove(view.viewport(), at)
    desk.release(at)
    assert list(desk.selection.shots) == desk.selecting.keys


# Dragging shots.


def test_a_drag_within_a_scene_moves_the_shot(desk: Desk) -> None:
    desk.drag(desk.card(0), desk.card(1, 0.9))
    assert desk.film.edits == [("Move shot 1.1", [MoveShot(desk.keys[0], "s1", 1)])]
    assert desk.film.order()[0] == ["Shot 1.2", "Shot 1.1", "Shot 1.3"]
    assert desk.view.selected_keys() == [desk.keys[0]]


def test_a_press_that_shakes_is_no_drag(desk: Desk) -> None:
    at = desk.card(0)
    desk.drag(at, at + QPoint(3, 2))
    assert desk.film.edits == []
    assert desk.selection.shots == (desk.keys[0],)
    desk.drag(at, at + QPoint(6, 0), drop=False)
    assert desk.view.pointer.drag.active


def test_several_are_dragged_across_scenes_as_one_step(desk: Desk) -> None:
    before = desk.film.document.text
    desk.click(desk.card(0))
    desk.click(desk.card(4), CTRL)
    desk.drag(desk.card(4), desk.card(2, 0.1), drop=False)
    assert words(desk) == "To scene 1, after 1.2 · Esc: back"
    desk.release(desk.card(2, 0.1))
    assert desk.film.order()[0] == ["Shot 1.2", "Shot 1.1", "Shot 2.2", "Shot 1.3"]
    assert len(desk.film.edits) == 1
    desk.film.document.undo()
    assert desk.film.document.text == before


def test_first_and_last_place_of_a_scene(desk: Desk) -> None:
    desk.drag(desk.card(1), desk.card(3, 0.1), drop=False)
    assert words(desk) == "To scene 2, first · Esc: back"
    desk.release(desk.card(3, 0.1))
    assert desk.film.order()[1][0] == "Shot 1.2"
    # Behind the last card of the scene lies its + card.
    desk.drag(desk.card(0), desk.add(1))
    assert desk.film.order()[:2] == [
        ["Shot 1.3"],
        ["Shot 1.2", *(f"Shot 2.{n}" for n in range(1, 7)), "Shot 1.1"],
    ]


def test_the_place_is_told_by_a_shot_that_stays(desk: Desk) -> None:
    desk.drag(desk.card(1), desk.card(1, 0.9), drop=False)
    assert words(desk) == "To scene 1, after 1.1 · Esc: back"
    desk.release(desk.card(1, 0.9))
    assert desk.film.edits == []


def test_a_drop_into_a_scene_without_shots(desk: Desk) -> None:
    bar = desk.view.verticalScrollBar()
    bar.setValue(bar.maximum())
    desk.drag(desk.card(9), desk.add(3))
    assert desk.film.order()[2:] == [[], ["Shot 3.1"]]


def test_a_drop_on_a_heading_is_the_end_of_its_scene(desk: Desk) -> None:
    desk.drag(desk.card(3), desk.head(0), drop=False)
    assert words(desk) == "To scene 1, after 1.3 · Esc: back"
    desk.release(desk.head(0))
    assert desk.film.order()[0] == ["Shot 1.1", "Shot 1.2", "Shot 1.3", "Shot 2.1"]


def test_at_a_rows_end_the_mark_stands_at_the_end_of_that_row(desk: Desk) -> None:
    desk.drag(desk.card(0), desk.card(6, 0.9), drop=False)
    place = desk.view.pointer.drag.place
    assert place is not None
    assert (place.scene, place.index) == (1, 4)
    mark = desk.view.rect_of(caret_of(desk.view.grid(), place))
    assert mark.left() > desk.view.card_rect(6).right()
    assert desk.colour(mark.center()) == tokens().accent


def test_escape_gives_a_drag_up(desk: Desk) -> None:
    desk.drag(desk.card(0), desk.card(4, 0.9), drop=False)
    desk.press(Qt.Key.Key_Escape)
    QTest.mouseMove(desk.view.viewport(), desk.card(3, 0.9))
    desk.release(desk.card(4, 0.9))
    assert desk.film.edits == []
    assert not desk.view.touch.dragged


def test_a_drag_to_the_edge_scrolls(desk: Desk, qtbot: QtBot) -> None:
    desk.view.resize(977, 420)
    bar, view = desk.view.verticalScrollBar(), desk.view
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    desk.drag(desk.card(0), QPoint(120, view.viewport().height() - 3), drop=False)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert view.pointer.drag.place is not None
    assert view.pointer.drag.place.scene == 3
    desk.press(Qt.Key.Key_Escape)


def test_a_film_that_is_read_only_is_not_reordered(desk: Desk) -> None:
    desk.view.editable = False
    desk.film.read_only = True
    desk.drag(desk.card(0), desk.card(4, 0.9))
    desk.press(Qt.Key.Key_Right, ALT)
    assert desk.film.edits == []


def test_what_is_dragged_fades_and_keeps_its_ring(desk: Desk) -> None:
    desk.click(desk.card(0))
    ring = desk.view.card_rect(0).topLeft() + QPoint(40, -2)
    whole = desk.colour(ring)
    assert whole == tokens().accent
    desk.drag(desk.card(0), desk.card(5), drop=False)
    assert desk.colour(ring) not in (whole, tokens().panel)


# Scenes.


def test_a_heading_chooses_its_scene(desk: Desk) -> None:
    desk.click(desk.head(1))
    assert desk.selection.scene == "s2"
    assert desk.view.selected_keys() == []


def test_a_scene_is_dragged_by_its_heading(desk: Desk) -> None:
    bottom = desk.view.frame_rect(1).bottomLeft() + QPoint(80, -10)
    desk.drag(desk.head(0), bottom, drop=False)
    assert words(desk) == "Before scene 3 · Esc: back"
    desk.release(bottom)
    assert desk.film.edits == [("Move scene Scene 1", [MoveScene("s1", 1)])]


def test_a_double_click_on_a_title_changes_it(desk: Desk, qtbot: QtBot) -> None:
    viewport = desk.view.viewport()
    for at, wanted in ((desk.head(1), ["scene", "s2"]), (desk.card(2), ["shot", desk.keys[2]])):
        with qtbot.waitSignal(desk.view.title_wanted) as asked:
            QTest.mouseDClick(viewport, LEFT, NONE, at)
        assert asked.args == wanted
    place = desk.view.scene_title_rect("s1")
    assert desk.view.head_rect(0).contains(place.center())
    assert desk.view.card_rect(2).contains(desk.view.title_rect(desk.keys[2]).center())


def test_a_press_on_the_plus_card_wants_a_shot_there(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.view.shot_wanted) as asked:
        desk.click(desk.add(1))
    assert asked.args == ["s2"]
    assert desk.selection.scene is None


def test_a_press_on_an_offer_makes_the_scene(desk: Desk, qtbot: QtBot) -> None:
    head, heading = desk.view.head_rect(0), desk.view.heading(0)
    assert heading.offer == "Generate 3 · 270\N{NO-BREAK SPACE}cr"
    with qtbot.waitSignal(desk.view.scene_generate_requested) as asked:
        desk.click(offer_rect(head, heading, desk.view.look).center())
    assert asked.args == ["s1"]


# The corner button and menus.


def test_the_corner_button_comes_late_and_pays(desk: Desk, qtbot: QtBot) -> None:
    view, key = desk.view, desk.keys[1]
    picture = picture_rect(view.card_rect(1), view.look)
    corner = corner_rect(picture, view.look, view.offers.price(key)).center()
    asked: list[list[str]] = []
    view.generate_requested.connect(asked.append)
    QTest.mouseMove(view.viewport(), corner - QPoint(0, 1))
    QTest.mouseMove(view.viewport(), corner)
    desk.click(corner)
    assert asked == []
    calm = picture.topLeft() + QPoint(14, 44)
    QTest.mouseMove(view.viewport(), calm - QPoint(0, 1))
    QTest.mouseMove(view.viewport(), calm)
    qtbot.waitUntil(lambda: view.pointer.rest.armed)
    QTest.mouseMove(view.viewport(), corner)
    desk.click(corner)
    assert asked == [[key]]


def test_a_menu_is_of_what_is_chosen_or_of_the_scene_under_the_pointer(desk: Desk) -> None:
    menus: list[tuple[QMenu, list[str]]] = []
    desk.menus.menu_opened.connect(lambda menu, keys: menus.append((menu, keys)))
    viewport = desk.view.viewport()

    def open_at(at: QPoint) -> None:
        reason = QContextMenuEvent.Reason.Mouse
        QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()

    desk.click(desk.card(0))
    desk.click(desk.card(2), CTRL)
    open_at(desk.card(2))
    open_at(desk.card(4))
    assert [keys for _, keys in menus] == [[desk.keys[0], desk.keys[2]], [desk.keys[4]]]
    open_at(desk.head(2))
    assert desk.selection.scene == "s3"
