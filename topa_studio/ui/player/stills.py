"""What stands on the screen where no clip plays: a panel, else a slate of the shot's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from topa_studio.film.ladder import Source
from topa_studio.film.still import frame_size, slate_of
from topa_studio.film.timing import Cut
from topa_studio.paint.slate import draw_slate
from topa_studio.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from topa_studio.app.session import ProjectSession

_WIDTH = 1280
_FACE = 160


class Stills:
    """Makes the still of a cut; a picture that is not read yet is a slate until it has come."""

    def __init__(self, session: ProjectSession, thumbnails: Thumbnails) -> None:
        self._session = session
        self._thumbnails = thumbnails
        self._made: tuple[object, QImage] | None = None
        self._asked: set[str] = set()

    def of(self, cut: Cut) -> QImage:
        """The picture of a panel, of a clip that cannot be played, or a slate."""
        if cut.source is not Source.SLATE:
            pixmap = self._pixmap(cut.path, cut.offset, _WIDTH)
            if pixmap is not None:
                return pixmap
        return self._slate(cut)

    def waits_for(self, path: str) -> bool:
        """Whether the picture at `path`, which has just come, belongs to what is shown."""
        return path in self._asked

    def _slate(self, cut: Cut) -> QImage:
        scenario = self._session.film
        slate, size = slate_of(scenario, cut), frame_size(scenario, _WIDTH)
        self._asked = {cut.path} if cut.path else set()
        faces = [self._face(name) for name in slate.faces]
        pictures = [face for face in faces if face is not None]
        made_of = (slate, size, len(pictures))
        if self._made is None or self._made[0] != made_of:
            drawn = draw_slate(size, slate.number, slate.title, slate.words, pictures)
            self._made = (made_of, drawn)
        return self._made[1]

    def _face(self, name: str) -> QImage | None:
        pictures = self._session.element(name).pictures
        return self._pixmap(pictures[0], 0.0, _FACE) if pictures else None

    def _pixmap(self, path: str, at: float, width: int) -> QImage | None:
        self._asked.add(path)
        pixmap = self._thumbnails.pixmap(path, at, QSize(width, 0))
        return None if pixmap is None or pixmap.isNull() else pixmap.toImage()
