"""A filter hides what does not match; numbers and places stay the film's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.timeline.desk import Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.model.status import Stage, Trouble
from topa_studio.ui.look.theme import DARK, apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5, 6, 4], [5, 5], [3]])))
    yield made
    made.thumbnails.close()


def test_the_header_counts_and_a_filter_hides_the_others(desk: Desk, qtbot: QtBot) -> None:
    assert desk.pane.header.summary.accessibleName() == "3 scenes · 6 shots · 0:28"
    desk.film.made(desk.keys[0], "none.mp4")
    desk.film.set_shot(desk.keys[1], stage=Stage.FAILED, trouble=Trouble("x"))
    desk.film.set_shot(desk.keys[2], stage=Stage.IN_LINE)
    desk.film.set_shot(desk.keys[3], stage=Stage.NEEDS_YOU)
    filters, view = desk.pane.header.pills, desk.view
    qtbot.waitUntil(lambda: filters.button("missing").text() == "Missing 3")
    assert filters.button("running").text() == "Running 1"
    assert filters.button("failed").text() == "Failed 1"
    assert filters.button("needs you").text() == "Needs you 1"
    filters.button("failed").click()
    assert [view.shots.shot(row).key for row in range(view.shots.rowCount())] == [desk.keys[1]]
    assert view.shots.number(0) == "1.2"
    assert view.strip().scenes == 1
    assert desk.pane.header.summary.accessibleName() == "3 scenes · 6 shots · 0:28"
    filters.button("failed").click()
    assert view.shots.rowCount() == 6


def shown(desk: Desk) -> list[str]:
    shots = desk.view.shots
    return [shots.number(row) for row in range(shots.rowCount())]


def only_missing(desk: Desk, qtbot: QtBot) -> None:
    """Shots 1.1, 1.3 and 2.2 are missing, and they alone are shown."""
    for row in (1, 3, 5):
        desk.film.made(desk.keys[row], "none.mp4")
    pill = desk.pane.header.pills.button("missing")
    qtbot.waitUntil(lambda: pill.text() == "Missing 3")
    pill.click()
    assert shown(desk) == ["1.1", "1.3", "2.2"]


def test_what_is_worked_on_stays_though_it_leaves_the_filter(desk: Desk, qtbot: QtBot) -> None:
    only_missing(desk, qtbot)
    desk.selection.select_shot(desk.keys[2])
    desk.film.made(desk.keys[2], "none.mp4")
    qtbot.waitUntil(lambda: desk.pane.header.pills.button("missing").text() == "Missing 2")
    assert shown(desk) == ["1.1", "1.3", "2.2"]
    assert desk.view.selected_keys() == [desk.keys[2]]
    desk.selection.select_shot(desk.keys[0])
    desk.film.made(desk.keys[0], "none.mp4")
    qtbot.waitUntil(lambda: shown(desk) == ["1.1", "2.2"])


def test_what_is_chosen_elsewhere_is_never_hidden(desk: Desk, qtbot: QtBot) -> None:
    only_missing(desk, qtbot)
    desk.selection.select_shot(desk.keys[3])
    assert shown(desk) == ["1.1", "1.2", "1.3", "2.1", "2.2", "3.1"]
    assert desk.view.selected_keys() == [desk.keys[3]]
    assert desk.pane.header.pills.button("all").isChecked()


def test_a_hidden_shot_is_not_chosen_any_more(desk: Desk, qtbot: QtBot) -> None:
    desk.selection.select_shots([desk.keys[0], desk.keys[1]])
    only_missing(desk, qtbot)
    assert desk.selection.shots == (desk.keys[0],)


def test_a_drop_among_filtered_cards_lands_right_behind_the_one_on_its_left(
    desk: Desk, qtbot: QtBot
) -> None:
    only_missing(desk, qtbot)
    desk.drag(desk.card(2), desk.card(1, 0.1))
    assert desk.film.order()[0] == ["Shot 1.1", "Shot 2.2", "Shot 1.2", "Shot 1.3"]


def test_the_playhead_is_where_its_shot_is_or_nowhere(desk: Desk, qtbot: QtBot) -> None:
    only_missing(desk, qtbot)
    third = desk.view.card_rect(1)
    assert desk.view.playhead_x(11.0) == third.left()
    assert desk.view.playhead_x(8.0) is None
    assert desk.view.playhead_x(22.5) == desk.view.card_rect(2).left() + third.width() * 2.5 / 4


def test_tab_meets_the_pills_before_the_cards(desk: Desk, qtbot: QtBot) -> None:
    only_missing(desk, qtbot)
    pills = desk.pane.header.pills
    met, widget = [], desk.pane.nextInFocusChain()
    while widget is not desk.view:
        met.append(widget)
        widget = widget.nextInFocusChain()
    assert pills.button("missing") in met
    assert met.index(pills.button("all")) < met.index(pills.button("missing"))
    assert met.index(pills.button("missing")) < met.index(desk.pane.header.add_shot)
    pills.button("all").setFocus()
    QTest.keyClick(pills.button("all"), Qt.Key.Key_Right)
    assert pills.button("missing").hasFocus()
