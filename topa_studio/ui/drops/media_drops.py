"""Music, voices and subtitle files that are dropped on a window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from topa_studio.app.captions import SUFFIXES as SUBTITLES
from topa_studio.app.sounds import SUFFIXES as SOUNDS


class MediaDrops(QObject):
    """Takes such files, and nothing else.

    Signals:
        sounds_dropped: paths of sound files, and where over the widget they were let go.
        subtitles_dropped: the path of an SRT or WebVTT file.
    """

    sounds_dropped = Signal(list, object)
    subtitles_dropped = Signal(str)

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        inside.setAcceptDrops(True)
        inside.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Accept them as copies: where they lie they stay."""
        if not isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent):
            return super().eventFilter(watched, event)
        sounds, subtitles = dropped(event.mimeData())
        if not sounds and not subtitles:
            return False
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if event.type() is QEvent.Type.Drop:
            for path in subtitles:
                self.subtitles_dropped.emit(str(path))
            if sounds:
                self.sounds_dropped.emit(list(map(str, sounds)), event.position().toPoint())
        return True


def dropped(data: QMimeData) -> tuple[list[Path], list[Path]]:
    """The sound files and the subtitle files that are dragged, on this computer."""
    urls = data.urls() if data.hasUrls() else []
    paths = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
    sounds = [path for path in paths if path.suffix.lower() in SOUNDS]
    return sounds, [path for path in paths if path.suffix.lower() in SUBTITLES]
