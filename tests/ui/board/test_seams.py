"""Seams on the board: the gap before a card has its sign under the pointer, which opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.board.desk import LEFT, Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.model.status import Stage
from topa_studio.ui.board.seams import sign_rect
from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.look.theme import DARK, apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5, 5, 5, 5, 5], [5, 5]])))
    yield made
    made.thumbnails.close()


def gap(desk: Desk, row: int) -> QPoint:
    """A point in the gap before a card, beside its foot."""
    card = desk.view.card_rect(row)
    return QPoint(card.left() - 4, card.bottom() - 12)


def point(desk: Desk, at: QPoint) -> None:
    QTest.mouseMove(desk.view.viewport(), at + QPoint(0, 1))
    QTest.mouseMove(desk.view.viewport(), at)


@pytest.mark.parametrize("row", [1, 4, 5, 6])
def test_the_gap_before_a_card_has_a_sign_that_opens_its_seam(desk: Desk, row: int) -> None:
    asked: list[str] = []
    desk.view.seam_requested.connect(asked.append)
    point(desk, gap(desk, row))
    sign = sign_rect(desk.view, row)
    picture = picture_rect(desk.view.card_rect(row), desk.view.look)
    assert abs(sign.center().y() - picture.center().y()) <= 1
    edge = QPoint(sign.center().x(), sign.top() + 4)
    assert desk.colour(edge) == DARK.raised
    point(desk, sign.center())
    assert desk.view.viewport().cursor().shape() is Qt.CursorShape.PointingHandCursor
    desk.click(sign.center())
    assert asked == [desk.keys[row]]
    assert desk.selection.shots == ()
    point(desk, desk.card(row))
    assert desk.view.touch.seam is None


def test_before_the_first_shot_and_where_shots_are_hidden_there_is_no_seam(
    desk: Desk, qtbot: QtBot
) -> None:
    point(desk, gap(desk, 0))
    assert desk.view.touch.seam is None
    desk.film.made(desk.keys[1], "b.mp4")
    desk.film.made(desk.keys[2], "c.mp4")
    desk.table.show_only(frozenset({Filter.MISSING}))
    qtbot.waitUntil(lambda: desk.table.shots.rowCount() == 5)
    point(desk, gap(desk, 1))
    assert desk.view.touch.seam is None
    point(desk, gap(desk, 2))
    assert desk.view.touch.seam == 2
    assert desk.film.shot(desk.keys[1]).stage is Stage.MADE


def test_a_gap_beside_the_sign_still_begins_a_band(desk: Desk) -> None:
    asked: list[str] = []
    desk.view.seam_requested.connect(asked.append)
    start = gap(desk, 1)
    desk.drag(start, desk.card(2, 0.8))
    assert desk.selection.shots == (desk.keys[1], desk.keys[2])
    point(desk, sign_rect(desk.view, 1).center())
    # Pressed on the sign and let go elsewhere, nothing is opened.
    QTest.mousePress(desk.view.viewport(), LEFT, pos=sign_rect(desk.view, 1).center())
    desk.release(desk.card(3))
    assert asked == []
