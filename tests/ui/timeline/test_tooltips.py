"""The tooltip of a card covers neither its card nor another, wherever the window stands."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.ui.timeline.desk import Desk
from tests.ui.timeline.film import FilmOnTable, scenario_text
from topa_studio.ui.look.theme import DARK, apply_theme

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    apply_theme(qapp, DARK)
    made = Desk(qtbot, FilmOnTable(tmp_path, scenario_text([[5, 6, 4], [5, 5], [3]])))
    yield made
    QToolTip.hideText()
    made.thumbnails.close()


@pytest.mark.parametrize("low", [False, True], ids=["in the middle", "at the screen's lower edge"])
def test_no_card_is_covered(desk: Desk, qtbot: QtBot, qapp: QApplication, low: bool) -> None:
    screen = desk.pane.screen().availableGeometry()
    top = screen.bottom() - desk.pane.height() + 1 if low else 200
    desk.pane.move(0, top)
    viewport = desk.view.viewport()
    at = desk.view.card_rect(1).center()
    help_wanted = QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at))
    qapp.sendEvent(viewport, help_wanted)
    qtbot.waitUntil(QToolTip.isVisible, timeout=60_000)
    tips = [w for w in qapp.topLevelWidgets() if w.inherits("QTipLabel") and w.isVisible()]
    cards = [desk.view.card_rect(row) for row in range(desk.view.shots.rowCount())]
    for card in cards:
        covered = QRect(viewport.mapToGlobal(card.topLeft()), card.size())
        assert not tips[0].geometry().intersects(covered)
    assert QToolTip.text().startswith("1.2")
    assert tips[0].pos() != QPoint()
