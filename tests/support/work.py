"""Hands on the real window: keys and buttons pressed, and what the file says afterwards."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from tests.support.small_film import small_film
from tests.support.window import open_window, until
from topa_studio.ui.main_window import MainWindow

Run = Callable[[Coroutine[Any, Any, Any]], Any]
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLAIN = Qt.KeyboardModifier.NoModifier
TWO_SCENES = """\
title: Two
scenes:
  - id: 1
    title: Morning
    shots:
      - id: 1
        prompt: "Wide shot. A pier at dusk."
        duration: 8
      - id: 2
        prompt: "Close-up. A gull lands."
        duration: 4
  - id: 2
    title: Evening
    shots: []
"""


class Work:
    """The window with the file that it changes."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.file = window.session.document.path
        self.before = self.text

    @property
    def text(self) -> str:
        return self.file.read_text(encoding="utf-8")

    @property
    def ids(self) -> list[list[str]]:
        film = self.window.session.document.scenario
        return [[shot.id for shot in scene.shots] for scene in film.scenes]

    def press(self, key: Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
        self.window.timeline.view.setFocus()
        QTest.keyClick(self.window.timeline.view, key, modifier)

    async def becomes(self, ids: list[list[str]]) -> None:
        """Wait until the film has these shots, and the file is written."""
        await until(lambda: self.ids == ids)
        await self.window.desk.settled()
        await until(lambda: not self.window.session.document.unsaved)

    async def undone(self) -> None:
        """One undo brings the very bytes back."""
        # Without a screen nobody gives the window back its keys after a menu or a dialog.
        self.window.activateWindow()
        await until(self.window.isActiveWindow)
        QTest.keyClick(self.window, Key.Key_Z, CTRL)
        await until(lambda: self.text == self.before)


def on(qapp: QApplication, folder: Path, text: str | None, test: Any) -> Coroutine[Any, Any, None]:
    async def main() -> None:
        scenario = small_film(folder / "film")
        if text is not None:
            scenario.write_text(text, encoding="utf-8")
        async with open_window(qapp, folder, scenario) as window:
            await test(Work(window))

    return main()


def button(work: Work, words: str) -> QPushButton:
    bar, toast = work.window.notice_bar, work.window.toast
    offered = [*bar.buttons, *([toast.button] if toast.button.isVisible() else [])]
    found = [b for b in offered if b.text() == words]
    assert found, [b.text() for b in offered]
    return found[0]


def press_button(widget: QWidget) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))


async def press_live(work: Work, words: str) -> None:
    """Press a button of a notice as soon as it hears: it is deaf where another's was."""
    await until(lambda: button(work, words).isEnabled())
    press_button(button(work, words))
