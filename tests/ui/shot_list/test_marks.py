"""What is looked for stands out in the cells, and boxes are ticked while the user chooses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor

from tests.ui.shot_list.table import Listed
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.ui.film.marked import mark_colour
from topa_studio.ui.look.theme import tokens
from topa_studio.ui.shot_list.cell_words import tick_rect
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.lines import AtScene
from topa_studio.ui.shot_list.look import around, one_line

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def shows(listed: Listed, rect: QRect, colour: QColor) -> int:
    """How many pixels of a colour are painted in a part of the list."""
    image, wanted = listed.view.viewport().grab().toImage(), colour.rgb()
    inside = rect.intersected(image.rect())
    return sum(
        image.pixel(x, y) == wanted
        for x in range(inside.left(), inside.right())
        for y in range(inside.top(), inside.bottom())
    )


def marked(listed: Listed, row: int, column: Column) -> bool:
    cell = listed.view.cell_rect(row, column)
    return shows(listed, cell, mark_colour(listed.view.look.colours.raised)) > 30


def test_the_words_that_are_looked_for_stand_out_in_title_words_and_scene(listed: Listed) -> None:
    assert not marked(listed, 0, Column.TITLE)
    listed.table.search("sun")
    assert marked(listed, 0, Column.TITLE)
    assert marked(listed, 0, Column.WORDS)
    assert not marked(listed, 0, Column.STATE)
    listed.table.search("morning")
    scene = listed.view.line_rect(AtScene(0))
    assert shows(listed, scene, mark_colour(listed.view.look.colours.raised)) > 30
    assert not marked(listed, 0, Column.TITLE)
    listed.table.search("")
    assert not marked(listed, 0, Column.TITLE)
    assert not marked(listed, 0, Column.WORDS)


def test_an_element_that_is_looked_for_has_a_frame_around_its_chip(listed: Listed) -> None:
    cell = listed.view.cell_rect(1, Column.ELEMENTS)
    accent = tokens().accent
    before = shows(listed, cell, accent)
    listed.table.search("@hill")
    row = listed.table.shots.row(listed.keys[1])
    assert row is not None
    assert shows(listed, listed.view.cell_rect(row, Column.ELEMENTS), accent) > before + 20


def test_a_hit_far_behind_the_second_line_is_brought_into_the_cell(listed: Listed) -> None:
    far = "The road goes on and on over the hills. " * 40 + "Then a zebra comes."
    target = ShotTarget(listed.keys[3])
    listed.film.document.apply("Outside", [SetField(target, "prompt", far)])
    listed.table.search("zebra")
    assert listed.table.shots.rowCount() == 1
    assert marked(listed, 0, Column.WORDS)


def test_words_around_a_mark_begin_with_a_whole_word() -> None:
    text = one_line("One two  three four five six seven eight nine")
    start = text.index("eight")
    words, marks = around(text, ((start, start + 5),))
    assert words == "… four five six seven eight nine"
    assert words[slice(*marks[0])] == "eight"


def test_boxes_are_ticked_by_mouse_and_by_key_while_one_chooses(listed: Listed) -> None:
    keys, undecided, who = listed.keys[:3], listed.desk.undecided, object()
    for key in keys:
        listed.film.set_shot(key, stage=Stage.MADE)
    undecided.ask(who, keys)
    listed.click(listed.at(0, Column.TITLE))
    before = shows(listed, listed.view.cell_rect(1, Column.TITLE), tokens().accent)
    undecided.choose(who)
    after = shows(listed, listed.view.cell_rect(1, Column.TITLE), tokens().accent)
    assert after > before + 50
    assert undecided.ticked() == tuple(keys)
    box = tick_rect(listed.view.cell_rect(1, Column.TITLE), listed.view.look)
    listed.click(box.center())
    assert undecided.ticked() == (keys[0], keys[2])
    assert listed.chosen == [0]
    listed.press(Qt.Key.Key_T)
    assert undecided.ticked() == (keys[2],)
    assert listed.view.editing.field is None
    said = listed.view.values.spoken(0, Column.TITLE, listed.view.look)
    assert "not ticked" in said
    undecided.choose(None)
    listed.press(Qt.Key.Key_T)
    assert listed.view.editing.field is not None
    assert undecided.ticked() == ()


def test_the_state_asks_whether_a_shot_is_out_of_date(listed: Listed) -> None:
    listed.film.set_shot(listed.keys[0], stage=Stage.MADE)
    listed.desk.undecided.ask(object(), listed.keys[:1])
    said = listed.view.values.text(0, Column.STATE, listed.view.look)
    assert said == "Out of date?"
