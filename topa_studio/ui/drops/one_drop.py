"""One file that is dropped on a window, of a kind that somebody there takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class OneDrop(QObject):
    """Takes one file on this computer whose path `takes` agrees to, and nothing else.

    Signals:
        dropped: its path.
    """

    dropped = Signal(str)

    def __init__(self, inside: QWidget, takes: Callable[[Path], bool]) -> None:
        super().__init__(inside)
        self._takes = takes
        self._taken = False
        inside.setAcceptDrops(True)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept it as a copy: where it lies it stays."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return super().eventFilter(watched, event)
        data = event.mimeData()
        urls = data.urls() if data.hasUrls() else []
        if len(urls) != 1 or not urls[0].isLocalFile():
            return False
        path = Path(urls[0].toLocalFile())
        # Not with each move: it may look into the file.
        if event.type() is not QEvent.Type.DragMove:
            self._taken = self._takes(path)
        if not self._taken:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(str(path))
        return True
