"""Files of the user's own that are dropped on a place for takes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

CLIPS = (".mp4", ".m4v", ".mov", ".webm")
PICTURES = (".png", ".jpg", ".jpeg", ".webp")
_OTHER_PICTURES = (".heic", ".heif", ".avif", ".gif", ".bmp", ".tif", ".tiff")
"""Not read here; who drops one is told which are."""
_NOT_OURS = (".yaml", ".yml", ".srt", ".vtt")


Takes = Callable[[list[Path], QPoint], bool]


def _anything(paths: list[Path], _at: QPoint) -> bool:
    """Whatever it is, but for films and captions: what is no clip is told in words."""
    return not any(path.suffix.lower() in _NOT_OURS for path in paths)


class OwnDrops(QObject):
    """Accepts them where `takes` says so of the files and of the place over the widget.

    `enters` says which files may come in anywhere, on their way to such a place: Qt tells a widget
    that refuses them as they come in nothing of where they go.

    Signals:
        dropped: paths of the files, and where they were let go.
        left: files that were held over the widget are not any more.
    """

    dropped = Signal(list, object)
    left = Signal()

    def __init__(
        self, inside: QWidget, takes: Takes = _anything, enters: Takes | None = None
    ) -> None:
        super().__init__(inside)
        self._takes, self._enters = takes, enters or takes
        inside.setAcceptDrops(True)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept them as copies: where they lie they stay."""
        if event.type() is QEvent.Type.DragLeave:
            self.left.emit()
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return super().eventFilter(watched, event)
        paths, at = files_in(event.mimeData()), event.position().toPoint()
        comes = event.type() is QEvent.Type.DragEnter
        if not paths or not (self._enters if comes else self._takes)(paths, at):
            event.ignore()
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            self.left.emit()
            self.dropped.emit(list(map(str, paths)), at)
        return True


def files_in(data: QMimeData) -> list[Path]:
    """What is dragged and lies on this computer."""
    urls = data.urls() if data.hasUrls() else []
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]


def nowhere(path: Path) -> str:
    """That a file was let go where it means nothing, and where such files belong."""
    told = QCoreApplication.translate(
        "MainWindow",
        "{name} means nothing there. Clips and pictures go on a shot, pictures also on an"
        " element, a voice on its sample.",
    )
    return told.format(name=path.name)


def is_own(path: Path) -> bool:
    """Whether its name is that of a clip or a picture, which become takes."""
    return path.suffix.lower() in CLIPS or is_picture(path)


def is_picture(path: Path) -> bool:
    """Whether it is brought as a panel, and not as a clip."""
    return path.suffix.lower() in (*PICTURES, *_OTHER_PICTURES)
