"""What the elements of a film look like in lists: each one's colour, and its first picture."""

from __future__ import annotations

from PySide6.QtCore import QSize, SignalInstance
from PySide6.QtGui import QColor, QPixmap

from topa_studio.app.session import ProjectSession
from topa_studio.ui.look.element_colours import ElementColours
from topa_studio.ui.small_pictures.thumbnails import Thumbnails


class ElementLooks:
    """The looks of one film's elements."""

    def __init__(self, session: ProjectSession, thumbnails: Thumbnails) -> None:
        self._session = session
        self._thumbnails = thumbnails
        self._colours = ElementColours()

    @property
    def picture_came(self) -> SignalInstance:
        """Tells the path of a picture that is there now."""
        return self._thumbnails.ready

    def colour(self, name: str) -> QColor:
        """The colour of an element."""
        return self._colours.of(self._session.film, name)

    def picture(self, name: str, size: QSize) -> QPixmap | None:
        """The first picture of an element; None where it has none, or it has not come yet."""
        pictures = self._session.element(name).pictures
        found = self._thumbnails.pixmap(pictures[0], 0, size) if pictures else None
        return None if found is None or found.isNull() else found

    def is_of(self, path: str, name: str) -> bool:
        """Whether a picture is the first of an element."""
        return path in self._session.element(name).pictures[:1]
