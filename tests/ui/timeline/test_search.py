"""Looking for words in the film: what does not say them is hidden, beside the pills."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.timeline.desk import LEFT, Desk
from tests.ui.timeline.film import FilmOnTable
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.scenario import Settings
from topa_studio.model.status import Stage, Trouble
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.look.theme import DARK, LIGHT, apply_theme, contrast, tokens

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

TEXT = """title: "A film"
elements:
  characters:
    Topa: {description: "A bear."}
scenes:
  - id: s1
    title: "Morning"
    shots:
      - {id: "1.1", title: "A red kite", prompt: "A hill.", duration: 5}
      - {id: "1.2", title: "The hill", prompt: "High over the green hill the red kite flies.", duration: 5}
      - {id: "1.3", title: "A box", prompt: "@Topa opens a box.", duration: 5}
  - id: s2
    title: "Evening"
    shots:
      - {id: "2.1", title: "Home", prompt: "They go home.", duration: 5, notes: "the kite stays"}
      - {id: "2.2", title: "Sleep", prompt: "They sleep.", duration: 5, locked: true}
"""  # noqa: E501


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, TEXT))
    made.pane.window().activateWindow()
    yield made
    made.thumbnails.close()


def shown(desk: Desk) -> list[str]:
    shots = desk.view.shots
    return [shots.number(row) for row in range(shots.rowCount())]


def type_in(desk: Desk, words: str) -> None:
    desk.desk.commands.do("find")
    QTest.keyClicks(desk.pane.header.search, words)


def counts(desk: Desk, *kinds: str) -> list[str]:
    return [
        desk.pane.header.pills.button(kind).accessibleName().removeprefix("Show: ")
        for kind in kinds
    ]


def test_as_it_is_typed_what_does_not_say_it_is_hidden(desk: Desk) -> None:
    type_in(desk, "k")
    assert desk.pane.header.search.hasFocus()
    QTest.keyClicks(desk.pane.header.search, "ite")
    assert shown(desk) == ["1.1", "1.2", "2.1"]
    assert desk.pane.header.search.accessibleDescription() == "3 of 5"
    assert desk.pane.filters.line.showing.text() == "Showing 3 of 5 shots with “kite”"
    QTest.keyClicks(desk.pane.header.search, " red")
    assert shown(desk) == ["1.1", "1.2"]
    assert desk.pane.header.summary.accessibleName() == "2 scenes · 5 shots · 0:25"


def test_esc_empties_and_a_second_esc_goes_to_the_cards(desk: Desk) -> None:
    type_in(desk, "@topa")
    assert shown(desk) == ["1.3"]
    QTest.keyClick(desk.pane.header.search, Qt.Key.Key_Escape)
    assert len(shown(desk)) == 5
    assert desk.pane.header.search.hasFocus()
    assert desk.pane.filters.line.isHidden()
    QTest.keyClick(desk.pane.header.search, Qt.Key.Key_Escape)
    assert desk.view.hasFocus()


def test_pills_count_what_the_search_leaves_and_both_hide(desk: Desk, qtbot: QtBot) -> None:
    for key in desk.keys[:2]:
        desk.film.set_shot(key, stage=Stage.FAILED, trouble=Trouble("x"))
    desk.film.made(desk.keys[2], "none.mp4")
    qtbot.waitUntil(lambda: counts(desk, "failed") == ["Failed 2"])
    assert counts(desk, "all", "accepted") == ["All 5", "Accepted 1"]
    type_in(desk, "hill")
    assert counts(desk, "all", "failed", "accepted") == ["All 2", "Failed 2", "Accepted 0"]
    QTest.keyClicks(desk.pane.header.search, " high")
    desk.pane.header.pills.button("failed").click()
    assert shown(desk) == ["1.2"]
    desk.pane.header.search.clear()
    assert shown(desk) == ["1.1", "1.2"]


def test_several_pills_show_their_union_and_all_empties_them(desk: Desk, qtbot: QtBot) -> None:
    desk.film.set_shot(desk.keys[0], stage=Stage.FAILED, trouble=Trouble("x"))
    pills = desk.pane.header.pills
    qtbot.waitUntil(lambda: counts(desk, "failed") == ["Failed 1"])
    QTest.mouseClick(pills.button("failed"), LEFT)
    assert shown(desk) == ["1.1"]
    QTest.mouseClick(pills.button("accepted"), LEFT)
    assert shown(desk) == ["1.1", "2.2"]
    assert desk.pane.filters.line.showing.text() == "Showing 2 of 5 shots: Failed, Accepted"
    assert pills.button("failed").isChecked()
    assert not pills.button("all").isChecked()
    QTest.mouseClick(pills.button("failed"), LEFT)
    assert shown(desk) == ["2.2"]
    QTest.mouseClick(pills.button("all"), LEFT)
    assert len(shown(desk)) == 5
    assert pills.button("all").isChecked()
    assert not pills.button("accepted").isChecked()


def test_a_pill_of_nothing_stays_and_says_so_with_the_way_back(desk: Desk) -> None:
    pill = desk.pane.header.pills.button("out of date")
    assert pill.isVisible()
    assert pill.accessibleName() == "Show: Out of date 0"
    assert pill.property("role") == "pill-empty"
    type_in(desk, "kite")
    QTest.mouseClick(pill, LEFT)
    assert shown(desk) == []
    assert desk.view.nothing == "No shot with “kite” is out of date."
    assert desk.pane.filters.line.choose.isHidden()
    QTest.mouseClick(desk.pane.filters.line.whole, LEFT)
    assert len(shown(desk)) == 5
    assert desk.pane.header.search.text() == ""
    assert desk.view.hasFocus()


def test_choose_all_chooses_what_is_shown(desk: Desk) -> None:
    type_in(desk, "kite")
    QTest.mouseClick(desk.pane.filters.line.choose, LEFT)
    assert desk.pane.filters.line.choose.text() == "Choose all 3"
    assert set(desk.selection.shots) == {desk.keys[0], desk.keys[1], desk.keys[3]}


def test_what_is_edited_stays_though_it_says_it_no_more(desk: Desk) -> None:
    type_in(desk, "kite")
    desk.selection.select_shot(desk.keys[1])
    desk.film.document.apply("Edit", [SetField(ShotTarget(desk.keys[1]), "prompt", "Nothing")])
    assert shown(desk) == ["1.1", "1.2", "2.1"]
    desk.selection.select_shot(desk.keys[0])
    desk.film.document.apply("Edit", [SetField(ShotTarget(desk.keys[4]), "notes", "a kite")])
    assert shown(desk) == ["1.1", "2.1", "2.2"]
    assert counts(desk, "all") == ["All 3"]


def test_what_is_chosen_elsewhere_ends_the_search(desk: Desk) -> None:
    type_in(desk, "kite")
    desk.selection.select_shot(desk.keys[4])
    assert len(shown(desk)) == 5
    assert desk.pane.header.search.text() == ""


def marked(desk: Desk, row: int) -> bool:
    from topa_studio.ui.film.marked import mark_colour

    card = desk.view.card_rect(row)
    foot = card.adjusted(0, picture_rect(card, desk.view.look).height(), 0, 0)
    image = desk.view.viewport().grab(foot).toImage()
    colour = mark_colour(tokens().raised).rgb()
    return any(
        image.pixel(x, y) == colour for x in range(image.width()) for y in range(image.height())
    )


def test_a_card_shows_where_it_says_it(desk: Desk) -> None:
    assert not marked(desk, 0)
    type_in(desk, "kite")
    hit = desk.view.shots.hit(desk.keys[1])
    assert hit is not None
    assert hit.words.startswith("… ")
    assert "kite" in hit.words
    assert all(marked(desk, row) for row in range(3))
    desk.pane.header.search.clear()
    assert not marked(desk, 0)


@pytest.mark.parametrize("look", [DARK, LIGHT])
def test_words_are_readable_on_their_mark(qapp: QApplication, look: object) -> None:
    from topa_studio.ui.film.marked import mark_colour

    assert look in (DARK, LIGHT)
    apply_theme(qapp, DARK if look is DARK else LIGHT)
    assert contrast(tokens().text, mark_colour(tokens().raised)) >= 4.5
    apply_theme(qapp, DARK)


def test_where_room_is_short_a_sign_stands_for_field_and_words(desk: Desk) -> None:
    header = desk.pane.header
    desk.pane.resize(760, 330)
    QApplication.processEvents()
    assert header.find_sign.isVisible()
    assert not header.search.isVisible()
    assert header.pills.button("missing").text() == "4"
    assert header.pills.button("missing").toolTip() == "Missing"
    QTest.mouseClick(header.find_sign, LEFT)
    QApplication.processEvents()
    assert header.search.isVisible()
    assert header.search.hasFocus()
    assert header.search.geometry().right() <= header.width()
    QTest.keyClick(header.search, Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not header.search.isVisible()
    assert header.find_sign.isVisible()
    desk.pane.resize(1900, 330)
    QApplication.processEvents()
    assert header.pills.button("missing").text() == "Missing 4"


def test_the_first_letter_finds_the_words_read_already(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "line" not in vars(desk.pane.filters)
    desk.desk.commands.do("find")
    qtbot.waitUntil(lambda: "line" in vars(desk.pane.filters))
    assert desk.pane.filters.line.isHidden()
    monkeypatch.delattr("topa_studio.ui.film.search.SearchIndex.read")
    QTest.keyClicks(desk.pane.header.search, "k")
    assert desk.pane.header.search.accessibleDescription() == "3 of 5"


def test_part_of_a_scene_is_the_same_in_all_but_its_shots(desk: Desk) -> None:
    scene = replace(
        desk.desk.film.scenes[0],
        time="dawn", background="b", lighting="l", notes="n", multi_shot=True,
        settings=Settings(model="kling-3.0"),
    )  # fmt: skip
    shots = scene.shots[1:]
    assert scene.with_shots(shots) == replace(scene, shots=shots)
    told = {field.name for field in fields(scene) if getattr(scene, field.name)}
    assert told == {field.name for field in fields(scene)}, "the scene above has each field"
