"""A screen reader that is asked about each key before the window gets it, as Qt does on Linux."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class LateKeys(QObject):
    """Holds keys back until `answer`."""

    def __init__(self) -> None:
        super().__init__()
        self._held: list[tuple[QObject, QKeyEvent]] = []
        self._answers = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt asks for it
        """Keep a key."""
        if self._answers or not isinstance(event, QKeyEvent) or event.type() not in _KEYS:
            return False
        self._held.append((watched, event.clone()))
        return True

    def answer(self) -> None:
        """The reader has no use for them: the window gets them."""
        self._answers = True
        held, self._held = self._held, []
        for watched, event in held:
            QApplication.sendEvent(watched, event)
        self._answers = False

    @property
    def count(self) -> int:
        """How many are held back."""
        return len(self._held)


@contextmanager
def late_keys(app: QApplication) -> Iterator[LateKeys]:
    """While this is on, keys come late."""
    made = LateKeys()
    app.installEventFilter(made)
    try:
        yield made
    finally:
        app.removeEventFilter(made)
