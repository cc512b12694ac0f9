"""What stands on the screen where no clip plays: a panel, else a slate of the shot's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from topa_studio.film.cutlist import Cut, Source
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

    def ratio(self) -> float:
        """Width to height of the film."""
        width, _, height = self._session.document.scenario.film.aspect_ratio.partition(":")
        try:
            return int(width) / int(height)
        except (ValueError, ZeroDivisionError):
            return 16 / 9

    def _slate(self, cut: Cut) -> QImage:
        scenario = self._session.document.scenario
        shot = scenario.shot(cut.key)
        self._asked = {cut.path} if cut.path else set()
        faces = [self._face(name) for name in shot.elements]
        pictures = [face for face in faces if face is not None]
        ratio = self.ratio()
        size = (_WIDTH, round(_WIDTH / ratio)) if ratio >= 1 else (round(_WIDTH * ratio), _WIDTH)
        title = shot.title
        made_of = (cut.number, title, shot.prompt, size, len(pictures))
        if self._made is None or self._made[0] != made_of:
            words = shot.prompt.splitlines()
            self._made = (made_of, draw_slate(size, cut.number, title, words, pictures))
        return self._made[1]

    def _face(self, name: str) -> QImage | None:
        pictures = self._session.element(name).pictures
        return self._pixmap(pictures[0], 0.0, _FACE) if pictures else None

    def _pixmap(self, path: str, at: float, width: int) -> QImage | None:
        self._asked.add(path)
        pixmap = self._thumbnails.pixmap(path, at, QSize(width, 0))
        return None if pixmap is None or pixmap.isNull() else pixmap.toImage()
