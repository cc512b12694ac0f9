"""A shot goes while the hand is on it: nothing of what was there is pressed or painted."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.timeline.desk import LEFT, Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.document.edits import DeleteScene, DeleteShot
from topa_studio.ui.look.theme import DARK, apply_theme
from topa_studio.ui.timeline.gaps import sign_rect

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
PLAIN = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5, 6, 4], [5, 5], [3]])))
    yield made
    made.thumbnails.close()


def edit(desk: Desk, *edits: DeleteScene | DeleteShot) -> None:
    asyncio.run(desk.film.edit("Gone", list(edits)))


def release(desk: Desk, row: int) -> None:
    QTest.mouseRelease(desk.view.viewport(), LEFT, PLAIN, desk.card(row))


def test_a_drag_over_a_scene_that_went(desk: Desk) -> None:
    desk.drag(desk.card(0), desk.card(5), drop=False)
    edit(desk, DeleteScene("s3"))
    assert not desk.view.grab().isNull()
    release(desk, 4)
    assert not desk.view.grab().isNull()


def test_a_drag_of_a_shot_that_went(desk: Desk) -> None:
    desk.drag(desk.card(5), desk.card(0), drop=False)
    edit(desk, DeleteShot(desk.keys[5]))
    assert not desk.view.grab().isNull()
    release(desk, 0)
    assert len(desk.film.edits) == 1


def test_the_seam_before_a_shot_that_went(desk: Desk) -> None:
    opened: list[str] = []
    desk.view.seam_requested.connect(opened.append)
    before = desk.view.card_rect(4)
    gap = before.topLeft() - (desk.view.card_rect(3).topRight() - before.topLeft()) / -2
    gap.setY(before.center().y())
    QTest.mouseMove(desk.view.viewport(), gap)
    assert desk.view.touch.seam == 4
    sign = sign_rect(desk.view, 4).center()
    QTest.mouseMove(desk.view.viewport(), sign)
    QTest.mousePress(desk.view.viewport(), LEFT, PLAIN, sign)
    edit(desk, DeleteShot(desk.keys[4]), DeleteScene("s3"))
    assert not desk.view.grab().isNull()
    QTest.mouseRelease(desk.view.viewport(), LEFT, PLAIN, sign)
    assert opened == []


def test_the_last_shot_went_under_the_keyboard(desk: Desk) -> None:
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_T):
        desk.press(Qt.Key.Key_End)
        edit(desk, DeleteShot(desk.view.shots.shot(desk.view.shots.rowCount() - 1).key))
        assert not desk.view.grab().isNull()
        desk.press(key)
        assert not desk.view.grab().isNull()
