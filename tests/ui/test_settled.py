"""What is chosen in a view is painted there first; what tells of it follows in the same turn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.support.window import open_window, until
from tests.support.work import Run

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", "No RHI backend")
RIGHT = Qt.Key.Key_Right


class Order(QObject):
    """Whether the view was painted or the inspector was headed, one after another."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self.seen.append("painted")
        return False


def test_a_key_is_painted_before_the_inspector_follows(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            view, inspector, selection = window.timeline.view, window.inspector, window.selection
            first, second, third = (view.shots.shot(row).key for row in range(3))
            selection.select_shot(first)
            assert inspector.shot.key == first
            view.setFocus()
            order = Order()
            view.viewport().installEventFilter(order)
            inspector.headed.connect(order.seen.append)
            QTest.keyClick(view, RIGHT)
            QTest.keyClick(view, RIGHT)
            assert selection.shot == third
            await until(lambda: inspector.shot.key == third)
            told = [each for each in order.seen if each != "painted"]
            assert told == [f"SHOT {window.desk.film.number_of(third)}"]  # once for both keys
            assert order.seen[0] == "painted"

            # Who does something at once does it with what is chosen, not with what was.
            QTest.keyClick(view, Qt.Key.Key_Left)
            assert inspector.shot.key == third
            window.desk.writing_wanted.emit()
            assert inspector.shot.key == second
            assert inspector.shot.prompt.hasFocus()

    qrun(main())


def test_a_panel_is_drawn_of_the_shot_that_a_key_has_just_chosen(
    qrun: Run, qapp: QApplication, tmp_path: Path
) -> None:
    async def main() -> None:
        async with open_window(qapp, tmp_path) as window:
            view, session = window.timeline.view, window.session
            first, second = (view.shots.shot(row).key for row in range(2))
            window.selection.select_shot(first)
            view.setFocus()
            QTest.keyClick(view, RIGHT)
            window.commands.do("new_panel")
            await until(lambda: session.shot(second).panel)
            assert session.shot(first).panel is None

    qrun(main())
