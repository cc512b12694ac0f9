"""Very small pictures of shots, asked for a few at a time, so that cards get theirs first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPixmap

from topa_studio.film.ladder import Source, shown_of
from topa_studio.model.scenario import Shot
from topa_studio.model.status import ShotStatus
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.widgets.parts import covering

_AT_ONCE, _KEPT = 4, 600
_FRAME_AT = 0.5
_ASKED = QSize(160, 0)
Place = tuple[str, float]


class SmallPictures(QObject):
    """`came` is called with the path of a picture that is there, or is another than before."""

    def __init__(
        self, thumbnails: Thumbnails, came: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._came = came
        self._size, self._ratio = QSize(1, 1), 1.0
        self._kept: dict[Place, QPixmap] = {}
        self._queue: dict[Place, None] = {}
        self._pending: dict[Place, None] = {}
        thumbnails.ready.connect(self._ready)

    def set_size(self, size: QSize, ratio: float) -> None:
        """They are that large, in points; `ratio`: the screen's pixels a point."""
        if (size, ratio) != (self._size, self._ratio):
            self._size, self._ratio = size, ratio
            self._kept.clear()

    def picture(self, shot: Shot, status: ShotStatus) -> QPixmap | None:
        """What stands for a shot; None as long as there is nothing, or it has not come."""
        place = place_of(shot, status)
        if place is None:
            return None
        found = self._kept.get(place)
        if found is None and place not in self._pending:
            self._queue[place] = None
        return None if found is None or found.isNull() else found

    def ask(self) -> None:
        """Ask for what was wanted and is not there."""
        if not self._thumbnails.is_busy:
            self._pending.clear()  # what was given up in the meantime is asked for again
        while self._queue and len(self._pending) < _AT_ONCE:
            place = next(iter(self._queue))
            del self._queue[place]
            if not self._take(place):
                self._pending[place] = None

    def _take(self, place: Place) -> bool:
        found = self._thumbnails.pixmap(*place, _ASKED)
        if found is None:
            return False
        self._pending.pop(place, None)
        while len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[place] = self._made_small(found)
        self._came(place[0])
        return True

    def _made_small(self, whole: QPixmap) -> QPixmap:
        if whole.isNull():
            return QPixmap()
        made = QPixmap((self._size.toSizeF() * self._ratio).toSize())
        made.setDevicePixelRatio(self._ratio)
        made.fill(Qt.GlobalColor.transparent)
        painter = QPainter(made)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        box = QRectF(0, 0, self._size.width(), self._size.height())
        painter.drawPixmap(box, whole, covering(whole, self._size))
        painter.end()
        return made

    def _ready(self, path: str) -> None:
        for place in [place for place in (*self._pending, *self._kept) if place[0] == path]:
            self._take(place)
        self.ask()


def place_of(shot: Shot, status: ShotStatus) -> Place | None:
    """The file that stands for a shot, and where in it; None where there is only a slate."""
    now = shown_of(shot, status)
    if now.source is Source.SLATE:
        return None
    inside = min(_FRAME_AT, shot.seconds / 2) if now.source is Source.CLIP else 0.0
    return now.path, now.offset + inside
