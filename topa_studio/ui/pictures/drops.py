"""Pictures that are dropped on a page, or pasted while it is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from topa_studio.ui.desk import Desk
from topa_studio.ui.picture_acts import picture_files


class PictureDrops(QObject):
    """Files come as copies; `take` says whether there was a picture in what came."""

    def __init__(self, page: QWidget, desk: Desk, take: Callable[[QMimeData], bool]) -> None:
        super().__init__(page)
        self._desk, self._take = desk, take
        page.setAcceptDrops(True)
        page.installEventFilter(self)

    def paste(self) -> bool:
        """Take what is in the clipboard; whether there is a picture in it."""
        data = QApplication.clipboard().mimeData()
        return self._desk.editable and data is not None and self._take(data)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take pictures, and leave all else to the window."""
        if not isinstance(event, QDropEvent) or not self._desk.editable:
            return super().eventFilter(watched, event)
        data = event.mimeData()
        if not (picture_files(data) or data.hasImage()):
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if not isinstance(event, QDragEnterEvent) and event.type() is QEvent.Type.Drop:
            self._take(data)
        return True
