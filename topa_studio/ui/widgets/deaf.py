"""What has just appeared under the pointer hears no press: that was meant for what was there."""

from __future__ import annotations

from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

DEAF_MS = 300


def deaf_ms() -> int:
    """How long: the second press of a double press comes within it."""
    return max(DEAF_MS, QApplication.doubleClickInterval())


class Deaf(QObject):
    """Buttons that neither pointer nor keyboard can press until `timer` has run out."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._buttons: tuple[QWidget, ...] = ()
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self.end)

    def begin(self, buttons: Iterable[QWidget]) -> None:
        """These are deaf from now on; those that were before hear again."""
        self.end()
        self._buttons = tuple(buttons)
        for button in self._buttons:
            button.setEnabled(False)
        self.timer.start(deaf_ms())

    def end(self) -> None:
        """All hear again."""
        self.timer.stop()
        for button in self._buttons:
            if shiboken6.isValid(button):
                button.setEnabled(True)
        self._buttons = ()
