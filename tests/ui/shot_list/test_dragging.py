"""Rows dragged to another place: one or many, over scenes, given up, and by keys the same."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.shot_list.table import Listed, ListFilm
from topa_studio.document.edits import DeleteShot
from topa_studio.ui.look.theme import DARK, apply_theme, tokens
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.dragging import words_of
from topa_studio.ui.shot_list.lines import AtScene, AtShot

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
KEY, LEFT = Qt.Key, Qt.MouseButton.LeftButton
NONE, CTRL, SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def move(listed: Listed, at: QPoint) -> None:
    place = QPointF(at)
    event = QMouseEvent(QEvent.Type.MouseMove, place, place, Qt.MouseButton.NoButton, LEFT, NONE)
    QApplication.sendEvent(listed.view.viewport(), event)


def hold(listed: Listed, start: QPoint, *places: QPoint) -> None:
    """Press, and go with the button held."""
    QTest.mousePress(listed.view.viewport(), LEFT, NONE, start)
    move(listed, start + QPoint(0, 8))
    for place in places:
        move(listed, place)


def drop(listed: Listed, at: QPoint) -> None:
    QTest.mouseRelease(listed.view.viewport(), LEFT, NONE, at)


def above(listed: Listed, row: int) -> QPoint:
    """A point in the upper part of a row."""
    return listed.view.line_rect(AtShot(row)).topLeft() + QPoint(200, 8)


def below(listed: Listed, row: int) -> QPoint:
    line = listed.view.line_rect(AtShot(row))
    return line.bottomLeft() + QPoint(200, -8)


def test_a_row_is_dragged_between_two_others_as_one_step(listed: Listed) -> None:
    start = listed.at(0, Column.TITLE)
    hold(listed, start, below(listed, 1))
    assert listed.film.edits == []
    drop(listed, below(listed, 1))
    assert listed.film.order()[0] == ["Topa wakes", "Sunrise", "Pusha waves"]
    assert [label for label, _ in listed.film.edits] == ["Move shot 1.1"]
    assert [listed.film.film.shot(key).title for key in listed.view.selected_keys()] == ["Sunrise"]
    listed.film.document.undo()
    assert listed.film.order()[0] == ["Sunrise", "Topa wakes", "Pusha waves"]


def test_several_go_together_into_another_scene_as_one_step(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    listed.click(listed.at(2, Column.TITLE), CTRL)
    hold(listed, listed.at(2, Column.TITLE), below(listed, 3))
    assert listed.view.dragged == {listed.keys[0], listed.keys[2]}
    assert words_of(listed.view, listed.view.pointer.drag) == "To scene 2, after 2.1 · Esc: back"
    drop(listed, below(listed, 3))
    assert listed.film.order() == [
        ["Topa wakes"],
        ["A box", "Sunrise", "Pusha waves", "Open it"],
    ]
    assert [label for label, _ in listed.film.edits] == ["Move 2 shots"]
    assert listed.view.dragged == frozenset()


def test_a_click_on_one_of_several_leaves_that_one_chosen(listed: Listed) -> None:
    listed.click(listed.at(0, Column.TITLE))
    listed.click(listed.at(2, Column.TITLE), SHIFT)
    assert listed.chosen == [0, 1, 2]
    QTest.mousePress(listed.view.viewport(), LEFT, NONE, listed.at(1, Column.WORDS))
    assert listed.chosen == [0, 1, 2]
    drop(listed, listed.at(1, Column.WORDS))
    assert listed.chosen == [1]
    assert listed.here == (1, Column.WORDS)
    assert listed.film.edits == []


def test_escape_gives_a_drag_up(listed: Listed) -> None:
    hold(listed, listed.at(0, Column.TITLE), below(listed, 3))
    listed.press(KEY.Key_Escape)
    drop(listed, below(listed, 3))
    assert listed.film.edits == []
    assert listed.view.dragged == frozenset()
    assert listed.chosen == [0]


def test_the_head_of_a_scene_takes_shots_before_and_behind_it(listed: Listed) -> None:
    head = listed.view.line_rect(AtScene(1))
    hold(listed, listed.at(0, Column.TITLE), head.bottomLeft() + QPoint(200, -4))
    drop(listed, head.bottomLeft() + QPoint(200, -4))
    assert listed.film.order()[1] == ["Sunrise", "A box", "Open it"]
    head = listed.view.line_rect(AtScene(1))
    hold(listed, listed.at(4, Column.TITLE), head.topLeft() + QPoint(200, 4))
    drop(listed, head.topLeft() + QPoint(200, 4))
    assert listed.film.order()[0] == ["Topa wakes", "Pusha waves", "Open it"]


def test_a_folded_scene_takes_shots_at_its_end(listed: Listed) -> None:
    listed.view.fold("s2", folded=True)
    head = listed.view.line_rect(AtScene(1)).center()
    hold(listed, listed.at(1, Column.TITLE), head)
    drop(listed, head)
    assert listed.film.order()[1] == ["A box", "Open it", "Topa wakes"]


def test_a_scene_is_dragged_by_its_row(listed: Listed) -> None:
    hold(listed, listed.scene(1), listed.scene(0))
    drop(listed, listed.scene(0))
    assert [scene.id for scene in listed.film.film.scenes] == ["s2", "s1"]
    assert len(listed.film.edits) == 1


def test_a_line_shows_where_it_lands_and_the_dragged_row_pales(listed: Listed) -> None:
    place = listed.at(0, Column.TITLE)
    accent = tokens().accent.rgb()
    hold(listed, place, below(listed, 1))
    image = listed.view.viewport().grab().toImage()
    line = listed.view.line_rect(AtShot(1)).bottom() + 1
    seen = [image.pixel(x, line) == accent for x in (20, 600, 1100)]
    assert seen == [True, True, True]
    drop(listed, below(listed, 1))
    image = listed.view.viewport().grab().toImage()
    line = listed.view.line_rect(AtShot(1)).bottom() + 1
    assert image.pixel(1100, line) != accent


def test_the_list_scrolls_while_a_row_is_held_at_its_edge(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    apply_theme(qapp, DARK)
    listed = Listed(qtbot, ListFilm(tmp_path, _long()))
    bar = listed.view.verticalScrollBar()
    edge = QPoint(300, listed.view.viewport().height() - 4)
    hold(listed, listed.at(0, Column.TITLE), edge)
    qtbot.waitUntil(lambda: bar.value() == bar.maximum(), timeout=20_000)
    drop(listed, edge)
    assert listed.film.order()[-1][-1] == "Shot 1"
    assert len(listed.film.edits) == 1
    listed.thumbnails.close()


def test_a_double_click_edits_and_drags_nothing(listed: Listed) -> None:
    listed.twice(listed.at(0, Column.TITLE))
    assert listed.view.editing.field is not None
    move(listed, below(listed, 3))
    assert not listed.view.pointer.drag.active


def test_nothing_is_dragged_where_the_film_is_only_shown(listed: Listed) -> None:
    listed.view.editable = False
    hold(listed, listed.at(0, Column.TITLE), below(listed, 1))
    drop(listed, below(listed, 1))
    assert listed.film.edits == []


def _long() -> str:
    shots = "".join(
        f'      - {{id: "1.{n}", title: "Shot {n}", prompt: "A walk.", duration: 5}}\n'
        for n in range(1, 41)
    )
    return f"title: Long\nscenes:\n  - id: s1\n    title: One\n    shots:\n{shots}"


def test_a_drag_of_a_row_that_went_ends(listed: Listed) -> None:
    hold(listed, listed.at(0, Column.TITLE), below(listed, 3))
    asyncio.run(listed.film.edit("Gone", [DeleteShot(listed.keys[0])]))
    assert not listed.view.grab().isNull()
    drop(listed, below(listed, 2))
    assert [label for label, _ in listed.film.edits] == ["Gone"]
    assert listed.view.dragged == frozenset()
