"""What is seen of the board, and that it stays where it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.board.desk import ALT, CTRL, Desk
from tests.ui.player.clips import make_clip
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.document.edits import AddShot, MoveShot
from topa_studio.model.status import Stage
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.look.theme import DARK, LIGHT, apply_theme, tokens

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


# Painting.


def test_only_what_is_in_sight_is_painted_however_long_the_film(long_desk: Desk) -> None:
    view = long_desk.view
    bar, most = view.verticalScrollBar(), len(view.rows_in(view.viewport().rect()))
    assert most <= 24
    for place in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(place)
        QApplication.processEvents()
        before = view.painter.painted
        view.viewport().repaint()
        assert 4 <= view.painter.painted - before <= 24
    before = view.painter.painted
    for key in long_desk.keys[:500]:
        long_desk.film.set_shot(key, progress=0.5)
    QApplication.processEvents()
    assert view.painter.painted - before == 0


def test_a_scroll_paints_what_came_into_sight(long_desk: Desk) -> None:
    view, bar = long_desk.view, long_desk.view.verticalScrollBar()
    QApplication.processEvents()
    before = view.painter.painted
    view.viewport().repaint()
    whole = view.painter.painted - before
    bar.setValue(bar.value() + 24)
    QApplication.processEvents()
    # Two lines at most, and the two cards that the pointer may leave and meet.
    assert view.painter.painted - before - whole <= 10 < whole


def test_a_change_of_one_shot_paints_one_card(desk: Desk) -> None:
    QApplication.processEvents()
    before = desk.view.painter.painted
    desk.film.set_shot(desk.keys[1], stage=Stage.DRAWING, progress=0.4)
    QApplication.processEvents()
    assert desk.view.painter.painted - before <= 2
    picture = picture_rect(desk.view.card_rect(1), desk.view.look)
    assert desk.colour(QPoint(picture.left() + 20, picture.bottom() - 1)) == tokens().run


def test_the_playhead_stands_in_its_card(desk: Desk) -> None:
    desk.selection.move_playhead(8.0)  # half way through 1.2
    picture = picture_rect(desk.view.card_rect(1), desk.view.look)
    assert desk.colour(picture.center()) == tokens().text


def test_a_playhead_that_runs_on_is_kept_in_sight_but_pulls_nobody_back(long_desk: Desk) -> None:
    view, bar = long_desk.view, long_desk.view.verticalScrollBar()
    long_desk.selection.move_playhead(1.0)
    long_desk.selection.move_playhead(5 * 30.0)
    assert view.viewport().rect().contains(view.card_rect(30))
    bar.setValue(bar.maximum())
    long_desk.selection.move_playhead(5 * 60.0)
    assert bar.value() == bar.maximum()


def test_a_card_plays_its_clip_small_under_the_pointer(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    from PySide6.QtTest import QTest

    make_clip(tmp_path / "red.mp4", 5.0, (200, 20, 20))
    desk.film.made(desk.keys[0], "red.mp4")
    middle = picture_rect(desk.view.card_rect(0), desk.view.look).center()
    qtbot.waitUntil(lambda: desk.colour(middle).red() > 150)
    assert desk.colour(middle).green() < 80
    QTest.mouseMove(desk.view.viewport(), middle)
    # The clip's white bar grows over the middle of the picture.
    qtbot.waitUntil(lambda: desk.colour(middle).green() > 200)


def test_words_on_a_card_change_colour_with_the_look(desk: Desk, qapp: QApplication) -> None:
    foot = desk.view.card_rect(0).bottomLeft() + QPoint(100, -12)
    assert desk.colour(foot) == DARK.raised
    apply_theme(qapp, LIGHT)
    assert desk.colour(foot) == LIGHT.raised


def test_text_twice_as_large_has_room(desk: Desk, qapp: QApplication) -> None:
    before, width = desk.view.card_rect(0).height(), desk.view.card_rect(0).width()
    apply_theme(qapp, DARK, 200)
    card = desk.view.card_rect(0)
    assert card.width() == width
    assert card.height() - before >= 25
    assert card.height() >= picture_rect(card, desk.view.look).height() + desk.view.look.foot
    assert desk.view.head_rect(0).height() >= desk.view.look.heading_metrics.height()


def test_an_upright_film_has_upright_cards(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    apply_theme(qapp, DARK)
    text = scenario_text([[5, 5]]).replace(
        "scenes:", "global_config:\n  aspect_ratio: '9:16'\nscenes:", 1
    )
    desk = Desk(qtbot, FilmOnTable(tmp_path, text))
    picture = picture_rect(desk.view.card_rect(0), desk.view.look)
    assert picture.height() == round(picture.width() * 16 / 9)
    desk.thumbnails.close()


def test_a_film_without_scenes_says_what_to_do(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    apply_theme(qapp, DARK)
    desk = Desk(qtbot, FilmOnTable(tmp_path, 'title: "A film"\nscenes: []\n'))
    assert "N" in desk.view.nothing
    first = desk.view.first_rect()
    below = desk.view.viewport().grab(first.adjusted(-200, first.height(), 200, 80)).toImage()
    points = ((x, y) for x in range(below.width()) for y in range(below.height()))
    assert any(below.pixelColor(x, y) == tokens().dim for x, y in points)
    desk.press(Qt.Key.Key_Right)
    desk.press(Qt.Key.Key_Down)
    wanted: list[str] = []
    desk.view.shot_wanted.connect(wanted.append)
    desk.click(QPoint(30, 30))
    assert wanted == []
    desk.click(first.center())
    assert wanted == [""]
    desk.view.editable = False
    assert not desk.view.first_rect().isValid()
    desk.thumbnails.close()


# Filtered.


def test_filtered_frames_shrink_and_stand_side_by_side(desk: Desk) -> None:
    view, keys = desk.view, desk.keys
    desk.table.narrow(frozenset({keys[1], keys[4], keys[8], keys[9]}))
    one, two, three = (view.frame_rect(scene) for scene in range(3))
    assert one.top() == two.top() == three.top()
    assert one.right() < two.left()
    assert two.right() < three.left()
    assert view.card_rect(2).right() < two.right()
    assert view.shots.number(2) == "2.6"
    assert view.heading(1).seconds == "2 of 6 shots"
    assert not view.empty_card_rect(1).isValid()
    desk.table.narrow(None)
    assert view.frame_rect(1).top() > view.frame_rect(0).bottom()


def test_a_drop_while_filtered_lands_behind_the_shown_one_on_its_left(desk: Desk) -> None:
    keys = desk.keys
    desk.table.narrow(frozenset({keys[0], keys[4], keys[8]}))
    desk.drag(desk.card(0), desk.card(1, 0.9))
    assert desk.film.order()[1][:3] == ["Shot 2.1", "Shot 2.2", "Shot 1.1"]


def test_arrows_go_through_the_flow(desk: Desk) -> None:
    keys = desk.keys
    desk.table.narrow(frozenset({keys[0], keys[4], keys[5], keys[8], keys[9]}))
    desk.click(desk.card(0))
    desk.press(Qt.Key.Key_Right)
    assert desk.selection.shots == (keys[4],)
    desk.press(Qt.Key.Key_Down)
    assert desk.selection.shots == (keys[9],)


# It stays where it is.


def test_it_does_not_jump_while_shots_are_made(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    view, bar = desk.view, desk.view.verticalScrollBar()
    bar.setValue(120)
    desk.click(desk.card(4))
    before = bar.value(), [view.card_rect(row) for row in range(10)]
    make_clip(tmp_path / "red.mp4", 5.0, (200, 20, 20))
    for row in range(10):
        desk.film.set_shot(desk.keys[row], stage=Stage.DRAWING, progress=0.5)
        desk.film.made(desk.keys[row], "red.mp4")
    middle = picture_rect(view.card_rect(4), view.look).center()
    qtbot.waitUntil(lambda: desk.colour(middle).red() > 150)
    assert (bar.value(), [view.card_rect(row) for row in range(10)]) == before


def test_what_is_in_sight_stays_when_shots_come_above(long_desk: Desk) -> None:
    desk, view = long_desk, long_desk.view
    view.scrollTo(view.shots.index(1000))
    desk.click(desk.card(1000))
    before = view.card_rect(1000).top()
    for count in range(4):  # a line more above
        desk.film.document.apply("New shot", [AddShot("s1", 0, {"prompt": "x"})])
        row = view.shots.row(desk.keys[1000])
        assert row == 1001 + count
        assert abs(view.card_rect(row).top() - before) <= 1
    assert view.grid().lines_of(0) != view.grid().lines_of(99)


def test_what_is_in_sight_stays_when_a_shot_above_goes_elsewhere(long_desk: Desk) -> None:
    desk, view = long_desk, long_desk.view
    view.scrollTo(view.shots.index(1000))
    desk.click(desk.card(1000))
    before = view.card_rect(1000).top()
    moves = [MoveShot(desk.keys[row], "s90", 0) for row in range(5)]
    desk.film.document.apply("Move", moves)
    row = view.shots.row(desk.keys[1000])
    assert row == 995
    assert abs(view.card_rect(row).top() - before) <= 1


def test_a_place_is_come_back_to(long_desk: Desk) -> None:
    view = long_desk.view
    view.verticalScrollBar().setValue(4321)
    key, pixels = view.first_in_sight()
    view.verticalScrollBar().setValue(0)
    view.show_from(key, pixels)
    assert view.verticalScrollBar().value() == 4321


def test_a_press_that_pays_is_asked_on_its_card(long_desk: Desk) -> None:
    desk, view = long_desk, long_desk.view
    spot = view.spot_of(desk.keys[1])
    assert spot is not None
    assert spot.inside is view.viewport()
    assert picture_rect(view.card_rect(1), view.look).contains(spot.rect)
    assert view.spot_of(desk.keys[2000]) is None


# Boxes.


def test_a_box_is_ticked_by_mouse_and_by_key(desk: Desk) -> None:
    from topa_studio.ui.film.corner import box_rect

    key = desk.keys[1]
    desk.desk.undecided.ask("a page", [key])
    desk.desk.undecided.choose("a page")
    box = box_rect(picture_rect(desk.view.card_rect(1), desk.view.look), desk.view.look)
    before = desk.desk.undecided.box(key)
    desk.click(box.center())
    assert desk.desk.undecided.box(key) is (not before)
    assert desk.selection.shots == ()
    desk.click(desk.card(1))
    desk.press(Qt.Key.Key_T)
    assert desk.desk.undecided.box(key) is before


def test_moving_is_one_step_of_undo(desk: Desk) -> None:
    before = desk.film.document.text
    desk.click(desk.card(0))
    desk.click(desk.card(1), CTRL)
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.film.order()[1][:2] == ["Shot 1.1", "Shot 1.2"]
    desk.film.document.undo()
    assert desk.film.document.text == before
