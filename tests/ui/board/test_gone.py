"""A shot or scene goes while the hand is on it: nothing of what was there is pressed or painted."""

from __future__ import annotations

import asyncio
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

import topa_studio.ui
from tests.ui.board.desk import LEFT, NONE, Desk
from topa_studio.document.edits import DeleteScene, DeleteShot

KEY = Qt.Key


def edit(desk: Desk, *edits: object) -> None:
    asyncio.run(desk.film.edit("Gone", list(edits)))  # type: ignore[arg-type]


def hold(desk: Desk, at: QPoint) -> None:
    QTest.mouseMove(desk.view.viewport(), at)
    QTest.mousePress(desk.view.viewport(), LEFT, NONE, at)


def test_the_plus_card_of_a_scene_that_went(desk: Desk) -> None:
    wanted: list[str] = []
    desk.view.shot_wanted.connect(wanted.append)
    hold(desk, desk.add(3))
    assert desk.view.touch.empty == 3
    edit(desk, DeleteScene("s4"))
    assert not desk.view.grab().isNull()
    desk.release(desk.view.card_rect(0).center())
    assert wanted == []


def test_the_button_of_a_scene_that_went(desk: Desk) -> None:
    wanted: list[str] = []
    desk.view.scene_generate_requested.connect(wanted.append)
    at = next(
        at
        for x in range(desk.head(2).x(), desk.view.width(), 4)
        if desk.view.pointer._hover(at := QPoint(x, desk.head(2).y())) is None
        and desk.view.touch.offer == 2
    )
    hold(desk, at)
    assert desk.view.touch.offer == 2
    edit(desk, DeleteScene("s3"))
    assert not desk.view.grab().isNull()
    desk.release(at)
    assert wanted == []


def test_a_drag_over_a_scene_that_went(desk: Desk) -> None:
    desk.drag(desk.card(0), desk.card(9), drop=False)
    edit(desk, DeleteScene("s3"), DeleteScene("s4"))
    assert not desk.view.grab().isNull()
    desk.release(desk.card(8))
    assert not desk.view.grab().isNull()


def test_a_drag_of_a_shot_that_went(desk: Desk) -> None:
    desk.drag(desk.card(0), desk.card(4), drop=False)
    edit(desk, DeleteShot(desk.keys[0]))
    assert not desk.view.grab().isNull()
    desk.release(desk.card(4))
    assert len(desk.film.edits) == 1


@pytest.mark.parametrize("key", [KEY.Key_Right, KEY.Key_Down, KEY.Key_Return, KEY.Key_PageDown])
def test_the_last_shot_went_under_the_keyboard(desk: Desk, key: Qt.Key) -> None:
    desk.click(desk.card(9))
    desk.press(KEY.Key_Up)
    desk.press(KEY.Key_Down)
    edit(desk, DeleteShot(desk.keys[9]))
    assert not desk.view.grab().isNull()
    desk.press(key)
    assert not desk.view.grab().isNull()


def test_a_fault_in_painting_is_told_and_the_window_goes_on(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_args: object) -> None:
        raise RuntimeError("nothing to paint")

    with monkeypatch.context() as patch, qtbot.captureExceptions() as told:
        patch.setattr(desk.view.painter, "cards", fails)
        for paint in (desk.view.grab, desk.view.viewport().repaint):
            try:
                paint()
            except RuntimeError as error:
                told.append((RuntimeError, error, None))
    assert len(told) >= 2
    card = desk.view.card_rect(0).center()
    before = desk.colour(card)
    desk.view.viewport().repaint()
    assert desk.colour(card) == before


def test_every_painter_on_a_widget_is_ended_whatever_fails() -> None:
    """One that is left open by a fault takes the process with it once its widget is gone."""
    kept = re.compile(r"= .*QPainter\((self|view)\b")
    files = Path(topa_studio.ui.__file__).parent.rglob("*.py")
    found = [
        (f.name, line)
        for f in files
        for line in f.read_text(encoding="utf-8").split("\n")
        if kept.search(line)
    ]
    assert found == []
