"""The key that gives up a drag, heard before the button can be let go.

With a screen reader on, Qt hands a key on only once the reader has answered; by then the release
of the button has come, and what was given up is dropped. That a key may be a shortcut, Qt asks at
once.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget


class GivesUp(QObject):
    """For the drags of one widget that has the keyboard.

    `means` tells whether a key is the one; `cancel` gives up, and tells whether there was a drag.
    """

    def __init__(
        self, widget: QWidget, means: Callable[[QKeyEvent], bool], cancel: Callable[[], bool]
    ) -> None:
        super().__init__(widget)
        self._means, self._cancel = means, cancel
        self._done = False
        widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the key, and its press that comes behind."""
        if not isinstance(event, QKeyEvent) or not self._means(event):
            return False
        if event.type() is QEvent.Type.ShortcutOverride:
            # Qt may ask more than once about one press.
            self._done = self._cancel() or self._done
            if self._done:
                event.accept()
            return self._done
        if event.type() is QEvent.Type.KeyPress:
            done, self._done = self._done, False
            return done or self._cancel()
        return False
