"""Cards, rows, cells and scenes as a screen reader finds them, in each view of the film."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.accessible.heard import NAME, Heard, settle
from tests.ui.board.desk import Desk as Board
from tests.ui.shot_list.table import Listed, ListFilm
from tests.ui.timeline.desk import Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.document.edits import MoveScene, MoveShot
from topa_studio.model.status import Stage
from topa_studio.model.take import Take
from topa_studio.ui.accessible.reading import Reading
from topa_studio.ui.look.theme import DARK, apply_theme
from topa_studio.ui.shot_list.columns import Column

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
SCENES = [[5, 6, 4], [5, 5], [3]]


@pytest.fixture(params=["timeline", "board"])
def desk(
    request: pytest.FixtureRequest, heard: Heard, qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> Iterator[Desk | Board]:
    apply_theme(qapp, DARK)
    kind = Desk if request.param == "timeline" else Board
    made = kind(qtbot, FilmOnTable(tmp_path, scenario_text(SCENES)))
    Reading(made.view)
    settle()
    heard.take()
    yield made
    made.thumbnails.close()


@pytest.fixture
def listed(heard: Heard, qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Listed]:
    apply_theme(qapp, DARK)
    made = Listed(qtbot, ListFilm(tmp_path))
    Reading(made.view)
    settle()
    heard.take()
    yield made
    made.thumbnails.close()


def tree(thing: object) -> QAccessibleInterface:
    assert isinstance(thing, QWidget)
    return QAccessible.queryAccessibleInterface(thing)


def inside(thing: QAccessibleInterface) -> list[QAccessibleInterface]:
    return [thing.child(at) for at in range(thing.childCount())]


def names(thing: QAccessibleInterface) -> list[str]:
    return [each.text(NAME) for each in inside(thing)]


def on_screen(view: QWidget, area: QRect) -> QRect:
    return area.translated(view.mapToGlobal(QPoint()))


def act(thing: QAccessibleInterface, name: str) -> None:
    assert name in thing.actionInterface().actionNames()
    thing.actionInterface().doAction(name)
    settle()


# Cards.


def test_scenes_are_groups_of_cards(desk: Desk | Board) -> None:
    film = tree(desk.view)
    assert film.role() == QAccessible.Role.List
    assert names(film) == [
        "Scene 1, Scene 1, 3 shots, 15 seconds",
        "Scene 2, Scene 2, 2 shots, 10 seconds",
        "Scene 3, Scene 3, 1 shot, 3 seconds",
    ]
    second = film.child(1)
    assert second.role() == QAccessible.Role.Grouping
    assert names(second) == [
        "Scene 2, shot 1, Shot 2.1, 5 seconds, not made yet",
        "Scene 2, shot 2, Shot 2.2, 5 seconds, not made yet",
    ]
    for scene in inside(film):
        assert scene.parent() is film
        for place, card in enumerate(inside(scene)):
            assert card.role() == QAccessible.Role.ListItem
            assert card.parent() is scene
            assert scene.indexOfChild(card) == place


def test_things_are_where_they_are_painted(desk: Desk | Board) -> None:
    film, view = tree(desk.view), desk.view
    row = 0
    for number, scene in enumerate(inside(film)):
        area = view.head_rect(number).united(view.frame_rect(number))
        assert scene.rect() == on_screen(view.viewport(), area)
        for card in inside(scene):
            assert card.rect() == on_screen(view.viewport(), view.card_rect(row))
            assert not card.state().offscreen
            at = card.rect().center()
            assert film.childAt(at.x(), at.y()) is card
            row += 1


def test_a_card_says_all_that_its_picture_says(desk: Desk | Board) -> None:
    key = desk.keys[3]
    takes = (Take(1, "a.mp4"), Take(2, "b.mp4"))
    desk.film.set_shot(key, stage=Stage.MADE, takes=takes, chosen=takes[1], out_of_date=True)
    settle()
    desk.click(desk.card(3))
    desk.click(desk.card(4), CTRL)
    card = tree(desk.view).child(1).child(0)
    said = card.text(NAME)
    assert said.startswith("Scene 2, shot 1, Shot 2.1, 5 seconds, take 2 of 2 chosen, out of date")
    assert said.endswith(", chosen 1 of 2")
    assert card.state().selected
    assert not tree(desk.view).child(0).child(0).state().selected


def test_the_keyboard_is_told_as_at_the_card(desk: Desk | Board, heard: Heard) -> None:
    desk.click(desk.card(0))
    settle()
    heard.take()
    desk.press(Qt.Key.Key_Right)
    assert heard.take() == ["at Scene 1, shot 2, Shot 1.2, 6 seconds, not made yet"]
    here = tree(desk.view).focusChild()
    assert here.text(NAME).startswith("Scene 1, shot 2")
    assert here.state().focused
    assert here.state().selected
    desk.press(Qt.Key.Key_Right, SHIFT)
    assert heard.take()[-1].endswith("Shot 1.3, 4 seconds, not made yet, chosen 2 of 2")


def test_the_keyboard_is_told_as_at_the_scene(desk: Desk | Board, heard: Heard) -> None:
    view = desk.view
    scene = tree(view).child(1)
    act(scene, "Press")
    assert desk.selection.scene == "s2"
    assert scene.state().selected
    assert scene.state().focused
    assert tree(view).focusChild() is scene
    assert heard.take()[-1].startswith("at Scene 2, Scene 2, 2 shots")


def test_what_becomes_of_a_card_is_told(desk: Desk | Board, heard: Heard, qtbot: QtBot) -> None:
    card = tree(desk.view).child(0).child(1)
    assert card.text(NAME).endswith("not made yet")
    desk.film.set_shot(desk.keys[1], stage=Stage.DRAWING, progress=0.2)
    qtbot.waitUntil(lambda: bool(heard.events), timeout=5000)
    assert heard.take() == ["is Scene 1, shot 2, Shot 1.2, 6 seconds, drawing"]
    desk.film.set_shot(desk.keys[1], stage=Stage.DRAWING, progress=0.4)
    desk.film.set_shot(desk.keys[2], stage=Stage.DRAWING, progress=0.4)
    desk.view.shots.status_changed(desk.keys)
    assert heard.take() == []  # it says the same, and of the other nobody has asked


def test_a_card_is_the_same_one_wherever_it_goes(desk: Desk | Board) -> None:
    film = tree(desk.view)
    card = film.child(0).child(0)
    desk.film.document.apply("Move", [MoveShot(desk.keys[0], "s3", 0)])
    settle()
    assert film.child(2).child(0) is card
    assert card.text(NAME).startswith("Scene 3, shot 1, Shot 1.1")
    desk.film.document.apply("Move", [MoveScene("s3", 0)])
    settle()
    assert film.child(0).child(0) is card
    assert card.parent().text(NAME).startswith("Scene 1, Scene 3")


def test_what_is_gone_is_no_thing_any_more(desk: Desk | Board) -> None:
    film = tree(desk.view)
    last = film.child(2)
    assert last.childCount() == 1
    assert last.isValid()
    desk.view.shots.show_only(lambda shots: [shot for shot in shots if shot.key != desk.keys[5]])
    settle()
    assert film.childCount() == 2
    assert film.child(7) is None
    desk.view.shots.show_only(None)
    settle()
    assert names(film)[2].startswith("Scene 3")


def test_what_can_be_done_with_a_card(desk: Desk | Board) -> None:
    played: list[str] = []
    desk.view.play_requested.connect(played.append)
    first, second = inside(tree(desk.view).child(0))[:2]
    act(second, "Play")
    assert played == [desk.keys[1]]
    act(first, "Press")
    assert desk.view.selected_keys() == desk.keys[:1]
    act(second, "Toggle")
    assert desk.view.selected_keys() == desk.keys[:2]
    menus: list[str] = []
    if isinstance(desk, Desk):
        desk.view.menu_requested.disconnect()
    desk.view.menu_requested.connect(lambda _at, scene: menus.append(scene))
    act(second, "ShowMenu")
    act(tree(desk.view).child(2), "ShowMenu")
    assert menus == ["", "s3"]


# The shot list.


def test_rows_are_in_their_scenes_and_cells_in_their_rows(listed: Listed) -> None:
    film, view = tree(listed.view), listed.view
    assert film.role() == QAccessible.Role.Table
    scene = film.child(0)
    assert scene.text(NAME) == "Scene 1, Morning, 3 shots, 15 seconds"
    row = scene.child(1)
    assert row.role() == QAccessible.Role.Row
    assert row.text(NAME).startswith("Scene 1, shot 2, Topa wakes, 6 seconds")
    for cell, column in zip(inside(row), view.columns.shown, strict=True):
        assert cell.role() == QAccessible.Role.Cell
        assert cell.rect() == on_screen(view.viewport(), view.cell_rect(1, column))
        assert cell.text(NAME).endswith("shot 1.2")
        assert cell.parent() is row
    assert "Seconds, 6, shot 1.2" in names(row)


def test_the_keyboard_is_told_as_at_the_cell(listed: Listed, heard: Heard) -> None:
    listed.click(listed.at(1, Column.SECONDS))
    assert heard.take()[-1] == "at Seconds, 6, shot 1.2"
    listed.press(Qt.Key.Key_Down)
    assert heard.take() == ["at Seconds, 4, shot 1.3"]
    here = tree(listed.view).focusChild()
    assert here.state().focused
    listed.press(Qt.Key.Key_Down)
    assert heard.take() == ["at Scene 2, The box, 2 shots, 10 seconds"]
    scene = tree(listed.view).child(1)
    assert scene.state().expanded
    act(scene, "Toggle")
    assert scene.state().collapsed
    assert listed.view.is_folded("s2")


def test_a_cell_is_edited_by_its_press(listed: Listed) -> None:
    row = tree(listed.view).child(0).child(2)
    cell = next(each for each in inside(row) if each.text(NAME).startswith("Title"))
    assert cell.state().editable
    act(cell, "Press")
    assert listed.view.editing.field is not None
    assert listed.here == (2, Column.TITLE)
    field = tree(listed.view).focusChild()
    assert field.state().editable
    assert field.text(NAME)
