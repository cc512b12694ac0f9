"""What Help shows: keys whose columns line up, the guide, about and licences."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.support.window import open_window
from tests.support.work import Run
from topa_studio import __version__
from topa_studio.ui.commands.table import key_rows
from topa_studio.ui.help_pages import ReadingPage
from topa_studio.ui.shortcuts.editor import KeyButton
from topa_studio.ui.shortcuts.page import ShortcutsPage

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[ShortcutsPage]:
    window = QWidget()
    window.resize(1600, 1000)
    qtbot.addWidget(window)
    made = ShortcutsPage(window)
    made.show()
    qtbot.waitExposed(made)
    yield made
    assert window is not None  # the page lives as long as the window it stands beside


def test_what_keys_do_stands_in_one_column_for_all_groups(page: ShortcutsPage) -> None:
    labels = {label.text(): label for label in page.findChildren(QLabel)}
    does = [does for _title, rows in key_rows() for _keys, does in rows]
    lefts = {labels[words].mapTo(page, QPoint()).x() for words in does}
    assert len(lefts) == 1


def test_caps_are_as_high_as_their_letters_and_close_has_no_icon(page: ShortcutsPage) -> None:
    caps = page.findChildren(KeyButton)
    assert len({cap.height() for cap in caps}) == 1
    buttons = [page.all_back, page.notes, page.close_button]
    assert [button.text() for button in buttons][1:] == ["Show the first notes again", "Close"]
    assert all(button.icon().isNull() for button in buttons)


def test_help_holds_guide_about_and_licences(qrun: Run, qapp: QApplication, tmp_path: Path) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:

            def words(name: str) -> str:
                window.menus.actions[name].trigger()
                (found,) = (p for p in window.findChildren(ReadingPage) if p.isVisible())
                told = found.text.toPlainText()
                found.close()
                return told

            assert "One camera move" in words("guide")
            assert f"Topa Studio {__version__}" in words("about")
            licences = words("licences")
            for part in ("Permission is hereby granted", "httpx", "LGPL", "SIL OPEN FONT LICENSE"):
                assert part.casefold() in licences.casefold()

    qrun(main())
