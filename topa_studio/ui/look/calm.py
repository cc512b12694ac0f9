"""Words of widgets that are set again and again: Qt tells a reader each time, also of the same."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QLabel, QProgressBar, QWidget

BEAT = 5.0
"""Seconds between two steps of what goes on by itself, while a screen reader listens."""


def set_words(widget: QAbstractButton | QLabel, words: str) -> None:
    """Have it show these words."""
    if widget.text() != words:
        widget.setText(words)


def set_name(widget: QWidget, name: str) -> None:
    """Have a screen reader call it so."""
    if widget.accessibleName() != name:
        widget.setAccessibleName(name)


def set_about(widget: QWidget, words: str) -> None:
    """Have a screen reader know this of it besides its name."""
    if widget.accessibleDescription() != words:
        widget.setAccessibleDescription(words)


class Beat:
    """When something may show that it went on: always for eyes, now and then for a reader."""

    def __init__(
        self,
        now: Callable[[], float] = time.monotonic,
        listens: Callable[[], bool] = QAccessible.isActive,
    ) -> None:
        self._now, self._listens = now, listens
        self._last: float | None = None

    def is_due(self) -> bool:
        """Whether it may be shown now."""
        now = self._now()
        if self._listens() and self._last is not None and now - self._last < BEAT:
            return False
        self._last = now
        return True


class CalmBar(QProgressBar):
    """How far something is, in thousandths, without words on it."""

    def __init__(self) -> None:
        super().__init__()
        self.setRange(0, 1000)
        self.setTextVisible(False)
        self.beat = Beat()

    def show_share(self, share: float) -> None:
        """Show so much of 1; less than was shown is another thing, and told at once."""
        value = round(share * 1000)
        if value < self.value() or self.beat.is_due():
            self.setValue(value)
