"""What is painted of the board as a rubber band is drawn: little, and never an old picture."""

from __future__ import annotations

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.support.on_screen import on_screen, painted_anew
from tests.ui.board.desk import CTRL, NONE, Desk

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
_LEFT = Qt.MouseButton.LeftButton


def begin(desk: Desk, modifier: Qt.KeyboardModifier = NONE) -> QPoint:
    """A band from the gap between two cards."""
    card = desk.view.card_rect(1)
    start = QPoint(card.left() - 5, card.center().y())
    QTest.mousePress(desk.view.viewport(), _LEFT, modifier, start)
    QTest.mouseMove(desk.view.viewport(), start + QPoint(20, 20))
    return start


@pytest.mark.parametrize("adds", [False, True])
def test_a_band_that_grows_shrinks_and_scrolls_leaves_no_old_pixel(
    long_desk: Desk, adds: bool
) -> None:
    view, drawn = long_desk.view, random.Random(3)
    long_desk.click(long_desk.card(5))
    begin(long_desk, CTRL if adds else NONE)
    room = view.viewport().size()
    for step in range(24):
        if step % 8 == 7:
            view.verticalScrollBar().setValue(drawn.randrange(400))
        at = QPoint(drawn.randrange(room.width()), drawn.randrange(60, room.height() - 60))
        QTest.mouseMove(view.viewport(), at)
        seen = on_screen(view)
        assert seen == painted_anew(view.viewport())
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Down):
        QTest.keyClick(view, key)
        assert on_screen(view) == painted_anew(view.viewport())


def test_a_move_of_a_band_paints_the_cards_that_it_crosses_only(long_desk: Desk) -> None:
    view = long_desk.view
    start = begin(long_desk)
    at = start + QPoint(view.card_rect(0).width() * 2, view.card_rect(0).height())
    QTest.mouseMove(view.viewport(), at)
    on_screen(view)
    whole = view.painter.painted
    painted_anew(view.viewport())
    whole, before = view.painter.painted - whole, view.painter.painted
    QTest.mouseMove(view.viewport(), at + QPoint(0, 3))
    on_screen(view)
    assert 0 < view.painter.painted - before <= 4 < whole


def test_one_more_chosen_card_is_painted_and_all_where_one_becomes_several(
    long_desk: Desk,
) -> None:
    view = long_desk.view
    for row, modifier in ((0, NONE), (1, CTRL), (2, CTRL), (6, NONE), (2, CTRL), (2, CTRL)):
        long_desk.click(long_desk.card(row), modifier)
        assert on_screen(view) == painted_anew(view.viewport())
