"""One file or folder that is dropped on the page of a new film is what it begins with."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class SourceDrops(QObject):
    """Signals.

    dropped: the path.
    """

    dropped = Signal(str)

    def __init__(self, parent: QObject, on: Iterable[QWidget]) -> None:
        super().__init__(parent)
        for widget in on:
            widget.setAcceptDrops(True)
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take it as a copy: where it lies it stays, and a field of words does not get its name."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return super().eventFilter(watched, event)
        data = event.mimeData()
        urls = data.urls() if data.hasUrls() else []
        if len(urls) != 1 or not urls[0].isLocalFile():
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.dropped.emit(str(Path(urls[0].toLocalFile())))
        return True
