"""A small window with one file in it that can be dragged out: the other program of a drop.

python files_to_drag.py FILE
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel


class File(QLabel):
    """The file's name; a press on it takes the file along."""

    def __init__(self, path: Path) -> None:
        super().__init__(path.name)
        self._path = path
        self.setWindowTitle("Files")
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint)
        self.setFixedSize(160, 60)

    def mouseMoveEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt calls it so
        """As soon as it is pulled."""
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self._path))])
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.CopyAction)


if __name__ == "__main__":
    app = QApplication(sys.argv[:1])
    app.setApplicationName("files-to-drag")
    shown = File(Path(sys.argv[1]))
    shown.show()
    shown.move(1300, 20)
    sys.exit(app.exec())
