"""Which card the pointer rests on, and its clip played small: frames from a strip, no sound."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QPixmap

from topa_studio.film.ladder import Shown, Source
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

_REST_MS = 260
_FRAME_MS = 130
_WIDTH = 240
_FRAMES = 20


class HoverPlay(QObject):
    """Plays the card of `key` in a loop as long as it is hovered; `changed` asks for a repaint."""

    def __init__(
        self, thumbnails: Thumbnails, changed: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._changed = changed
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._begin)
        self._beat = QTimer(self)
        self._beat.setInterval(_FRAME_MS)
        self._beat.timeout.connect(self._next)
        self._at = 0
        self._clip: tuple[str, float, float] | None = None
        self.key: str | None = None

    def enter(self, key: str | None, shown: Shown | None, seconds: float) -> None:
        """The pointer is over this card now; None: over no card."""
        if key == self.key:
            return
        before, self.key = self.key, key
        self._beat.stop()
        self._at = 0
        self._clip = None
        if shown is not None and shown.source is Source.CLIP:
            self._clip = (shown.path, shown.offset, seconds)
            self._rest.start()
        else:
            self._rest.stop()
        for touched in (before, key):
            if touched is not None:
                self._changed(touched)

    def frame(self, key: str) -> QPixmap | None:
        """What the card of `key` shows now instead of its picture, or None."""
        if key != self.key or not self._beat.isActive():
            return None
        frames = self._frames()
        return frames[self._at % len(frames)] if frames else None

    def _frames(self) -> tuple[QPixmap, ...]:
        if self._clip is None:
            return ()
        path, start, seconds = self._clip
        return self._thumbnails.strip(path, start, seconds, _WIDTH, _FRAMES)

    def _begin(self) -> None:
        self._beat.start()
        self._next()

    def _next(self) -> None:
        if self._frames():
            self._at += 1
        if self.key is not None:
            self._changed(self.key)
