from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.ui.player.clips import make_clip
from tests.ui.timeline.desk import Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.document.edits import MoveScene, MoveShot, SetField, ShotTarget
from topa_studio.model.status import Stage, Trouble
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.heading import offer_rect
from topa_studio.ui.look.theme import DARK, apply_theme, tokens
from topa_studio.ui.views import film_asking

# Without a screen, Qt tells of each window function it lacks.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5, 6, 4], [5, 5], [3]])))
    yield made
    made.thumbnails.close()


# Reorder by mouse.


def test_a_drag_within_a_scene_moves_the_shot(desk: Desk) -> None:
    desk.drag(desk.card(0), desk.card(1, 0.9))
    assert desk.film.edits == [("Move shot 1.1", [MoveShot(desk.keys[0], "s1", 1)])]
    assert desk.film.order()[0] == ["Shot 1.2", "Shot 1.1", "Shot 1.3"]
    assert desk.view.selected_keys() == [desk.keys[0]]


def test_a_drag_into_another_scene_is_one_undo_step(desk: Desk) -> None:
    before = desk.film.document.text
    desk.drag(desk.card(0), desk.card(4, 0.9))
    assert desk.film.order() == [
        ["Shot 1.2", "Shot 1.3"],
        ["Shot 2.1", "Shot 2.2", "Shot 1.1"],
        ["Shot 3.1"],
    ]
    desk.film.document.undo()
    assert desk.film.document.text == before


def test_a_drag_before_the_first_and_behind_the_last_shot(desk: Desk) -> None:
    desk.drag(desk.card(3), QPoint(2, desk.card(0).y()))
    assert desk.film.order()[0][0] == "Shot 2.1"
    end = QPoint(desk.view.strip().width - 2, desk.card(0).y())
    desk.drag(desk.card(1), end)
    assert desk.film.order()[2] == ["Shot 3.1", "Shot 1.1"]


def test_several_selected_shots_are_dragged_together(desk: Desk) -> None:
    desk.click(desk.card(0))
    desk.click(desk.card(3), Qt.KeyboardModifier.ControlModifier)
    desk.drag(desk.card(3), desk.card(5, 0.9))
    assert desk.film.order()[2] == ["Shot 3.1", "Shot 1.1", "Shot 2.1"]
    assert len(desk.film.edits) == 1


def test_a_caret_shows_where_the_shot_would_land_and_escape_cancels(desk: Desk) -> None:
    desk.drag(desk.card(0), desk.card(4, 0.9), drop=False)
    place = desk.view.pointer.drag.place
    assert place is not None
    area = desk.view.frame_area()
    caret = QPoint(place.caret - desk.view.horizontalOffset(), area.center().y())
    assert desk.colour(caret) == tokens().accent
    desk.press(Qt.Key.Key_Escape)
    QTest.mouseMove(desk.view.viewport(), desk.card(3, 0.9))
    QTest.mouseRelease(
        desk.view.viewport(), LEFT, Qt.KeyboardModifier.NoModifier, desk.card(4, 0.9)
    )
    assert desk.film.edits == []
    assert desk.colour(caret) != tokens().accent


def test_a_scene_is_dragged_by_its_heading(desk: Desk) -> None:
    heading = desk.view.head_rect(0).topLeft() + QPoint(30, 10)
    desk.drag(heading, desk.view.head_rect(2).topLeft() + QPoint(60, 10))
    assert desk.film.edits == [("Move scene Scene 1", [MoveScene("s1", 2)])]


def test_a_drag_to_the_edge_scrolls(desk: Desk, qtbot: QtBot) -> None:
    desk.pane.resize(500, 330)
    bar = desk.view.horizontalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 300)
    desk.drag(desk.card(0), QPoint(desk.view.viewport().width() - 3, 120), drop=False)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum())
    assert desk.view.pointer.drag.place is not None
    assert desk.view.pointer.drag.place.scene == 2


def test_a_film_that_is_read_only_is_not_reordered(desk: Desk) -> None:
    desk.view.editable = False
    desk.film.read_only = True
    desk.drag(desk.card(0), desk.card(4, 0.9))
    desk.press(Qt.Key.Key_Right, ALT)
    assert desk.film.edits == []


# Keys.


def test_alt_arrows_move_the_shot_over_scenes_and_the_selection_goes_along(desk: Desk) -> None:
    desk.click(desk.card(2))
    desk.press(Qt.Key.Key_Right, ALT)
    assert desk.film.order()[:2] == [
        ["Shot 1.1", "Shot 1.2"],
        ["Shot 1.3", "Shot 2.1", "Shot 2.2"],
    ]
    desk.press(Qt.Key.Key_Right, ALT)
    assert desk.film.order()[1] == ["Shot 2.1", "Shot 1.3", "Shot 2.2"]
    assert desk.selection.shots == (desk.keys[2],)
    desk.press(Qt.Key.Key_Home, ALT)
    assert desk.film.order()[0][0] == "Shot 1.3"
    desk.press(Qt.Key.Key_End, ALT)
    assert desk.film.order()[2][-1] == "Shot 1.3"
    assert [label for label, _ in desk.film.edits][-1] == "Move shot 1.1"


def test_arrows_go_from_card_to_card_and_shift_extends(desk: Desk) -> None:
    desk.press(Qt.Key.Key_Home)
    desk.press(Qt.Key.Key_Right)
    assert desk.selection.shots == (desk.keys[1],)
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert set(desk.selection.shots) == set(desk.keys[1:4])
    assert desk.selection.shot == desk.keys[3]
    desk.press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert set(desk.selection.shots) == set(desk.keys[1:3])
    desk.press(Qt.Key.Key_End)
    assert desk.selection.shots == (desk.keys[5],)
    desk.press(Qt.Key.Key_Up)
    assert desk.selection.shots == (desk.keys[3],)


def test_enter_plays_and_g_generates_what_is_selected(desk: Desk, qtbot: QtBot) -> None:
    desk.press(Qt.Key.Key_Home)
    with qtbot.waitSignal(desk.pane.play_requested) as played:
        desk.press(Qt.Key.Key_Return)
    assert played.args == [desk.keys[0]]
    desk.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(desk.pane.generate_requested) as asked:
        desk.pane.asking.generate_chosen()
    assert asked.args == [desk.keys[:2], None]


# The mouse.


def test_a_click_selects_the_card_and_plays_it(desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.pane.play_requested) as played:
        desk.click(desk.card(4))
    assert played.args == [desk.keys[4]]
    assert desk.selection.shots == (desk.keys[4],)


def test_a_click_on_a_heading_selects_the_scene(desk: Desk) -> None:
    desk.click(desk.view.head_rect(1).topLeft() + QPoint(30, 10))
    assert desk.selection.scene == "s2"
    assert desk.view.selected_keys() == []


def test_a_card_under_the_pointer_plays_its_clip_small(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    make_clip(tmp_path / "red.mp4", 5.0, (200, 20, 20))
    desk.film.made(desk.keys[0], "red.mp4")
    middle = picture_rect(desk.view.card_rect(0), desk.view.look).center()
    qtbot.waitUntil(lambda: desk.colour(middle).red() > 150)
    assert desk.colour(middle).green() < 80
    QTest.mouseMove(desk.view.viewport(), middle)
    # The clip's white bar grows over the middle of the picture.
    qtbot.waitUntil(lambda: desk.colour(middle).green() > 200)
    QTest.mouseMove(desk.view.viewport(), desk.card(3))
    qtbot.waitUntil(lambda: desk.colour(middle).green() < 80)


def test_a_cards_picture_is_of_the_part_that_the_film_uses(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    make_clip(tmp_path / "red.mp4", 5.0, (200, 20, 20))
    trim = SetField(ShotTarget(desk.keys[0]), "trim", {"in": 4.0})
    desk.film.document.apply("Trim", [trim])
    desk.film.made(desk.keys[0], "red.mp4")
    middle = picture_rect(desk.view.card_rect(0), desk.view.look).center()
    # By then the clip's white bar has grown over the middle of the picture.
    qtbot.waitUntil(lambda: desk.colour(middle).green() > 200)


def test_the_scenes_button_asks_for_what_is_missing_in_it(desk: Desk, qtbot: QtBot) -> None:
    desk.film.made(desk.keys[0], "none.mp4")
    qtbot.waitUntil(lambda: desk.view.offers.scene("s1").startswith("Generate 2 · 180"))
    heading = desk.view.heading(0)
    rect = offer_rect(desk.view.head_rect(0), heading, desk.view.look)
    with qtbot.waitSignal(desk.pane.scene_generate_requested) as asked:
        desk.click(rect.center())
    assert asked.args == ["s1", 180]


def test_a_running_shot_offers_no_second_press(desk: Desk, qtbot: QtBot) -> None:
    desk.film.set_shot(desk.keys[0], stage=Stage.DRAWING)
    qtbot.waitUntil(lambda: desk.view.offers.shot(desk.keys[0]) == "")


def test_the_menu_has_the_same_verbs_and_does_not_block(desk: Desk) -> None:
    desk.click(desk.card(1))
    desk.view.menu_requested.emit(QPoint(10, 10), "")
    menu = next(child for child in desk.pane.findChildren(QMenu) if child.isVisible())
    words = [action.text().partition("\t")[0] for action in menu.actions() if action.text()]
    assert words[:4] == ["Play", "Generate · 108\N{NO-BREAK SPACE}cr", "Move left", "Move right"]
    next(a for a in menu.actions() if a.text().startswith("Move right")).trigger()
    assert desk.film.order()[0] == ["Shot 1.1", "Shot 1.3", "Shot 1.2"]
    menu.close()


# What it shows.


def test_the_selected_card_has_an_orange_frame_also_when_chosen_elsewhere(desk: Desk) -> None:
    rect = desk.view.card_rect(3)
    edge = QPoint(rect.left() - 2, rect.center().y())
    assert desk.colour(edge) != tokens().accent
    desk.selection.select_shot(desk.keys[3])
    assert desk.colour(edge) == tokens().accent


def test_a_progress_bar_grows(desk: Desk, qtbot: QtBot) -> None:
    picture = picture_rect(desk.view.card_rect(1), desk.view.look)
    middle = QPoint(picture.center().x(), picture.bottom() - 1)
    for progress, filled in ((0.3, False), (0.6, True)):
        desk.film.set_shot(desk.keys[1], stage=Stage.DRAWING, progress=progress, since=time.time())
        qtbot.waitUntil(lambda filled=filled: (desk.colour(middle) == tokens().run) is filled)


def test_a_failure_is_told_on_the_card(desk: Desk, qtbot: QtBot) -> None:
    picture = picture_rect(desk.view.card_rect(1), desk.view.look)
    words = picture.adjusted(6, 40, -6, -10)

    def ink() -> int:
        image = desk.view.viewport().grab(words).toImage()
        pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(40))
        return sum(pixel == tokens().text for pixel in pixels)

    assert ink() == 0
    trouble = Trouble("made-up.code", {"why": "the words were refused"})
    desk.film.set_shot(desk.keys[1], stage=Stage.FAILED, trouble=trouble)
    qtbot.waitUntil(lambda: ink() > 20)


def test_the_playhead_stands_in_its_card(desk: Desk) -> None:
    desk.selection.move_playhead(8.0)
    x = desk.view.strip().x_of(8.0)
    card = desk.view.strip().card(1)
    assert card.left < x < card.right
    assert desk.colour(QPoint(x, desk.view.frame_area().top() + 4)) == tokens().text


def test_zoom_makes_cards_wider(desk: Desk) -> None:
    before = desk.view.card_rect(0).width()
    desk.pane.header.step(2)
    assert desk.view.card_rect(0).width() > before


def test_every_control_has_a_name(desk: Desk) -> None:
    header = desk.pane.header
    for widget in (header.slider, header.pills, desk.view, desk.pane.hints):
        assert widget.accessibleName()


# Many.


@pytest.fixture
def long_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5] * 25] * 100)))
    yield made
    made.thumbnails.close()


def test_only_what_is_visible_is_painted_however_long_the_film(long_desk: Desk) -> None:
    view = long_desk.view
    before = view.painter.painted
    view.viewport().repaint()
    assert 8 <= view.painter.painted - before <= 14
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum() // 2)
    before = view.painter.painted
    view.viewport().repaint()
    assert 8 <= view.painter.painted - before <= 14
    before = view.painter.painted
    for key in long_desk.keys[:500]:
        long_desk.film.set_shot(key, progress=0.5)
    QApplication.processEvents()
    assert view.painter.painted - before <= 14


def test_more_than_ten_thousand_cards_are_painted_without_a_fault(long_desk: Desk) -> None:
    view, bar = long_desk.view, long_desk.view.horizontalScrollBar()
    before = view.painter.painted
    step = view.viewport().width()
    while view.painter.painted - before < 10_500:
        bar.setValue((bar.value() + step) % bar.maximum())
        view.viewport().repaint()
    assert view.painter.painted - before >= 10_500


# A screen reader.


def test_a_move_is_announced(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(film_asking, "announce", lambda _view, words, _matter: said.append(words))
    desk.click(desk.card(2))
    desk.press(Qt.Key.Key_Right, ALT)
    assert said == ["Moved to scene 2, shot 1"]
