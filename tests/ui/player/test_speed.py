"""Speeds are written in one way, wherever something plays."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from topa_studio.ui.player.speed import SpeedButton
from topa_studio.ui.reel.bar import SPEEDS


def test_speeds_are_written_as_fractions(qtbot: QtBot) -> None:
    button, menu = SpeedButton(), QMenu()
    qtbot.addWidget(button)
    qtbot.addWidget(menu)
    button.fill(menu)
    assert [action.text() for action in menu.actions()] == ["¼×", "½×", "1×", "1½×", "2×"]
    menu.actions()[3].trigger()
    assert button.text() == "1½×"
    assert [words for _, words in SPEEDS] == ["¼×", "½×", "1×"]
