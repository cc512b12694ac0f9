"""The seams of the film as it is now, and the words for the shots beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPixmap

from topa_studio.film.composition import Composition
from topa_studio.film.ladder import Source
from topa_studio.film.seams import Seam, chain, seams_of
from topa_studio.film.timing import Cut
from topa_studio.ui.seam.copies import Link
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.words import shot_title, stage_word

if TYPE_CHECKING:
    from topa_studio.app.session import ProjectSession

translate = QCoreApplication.translate
_WIDE = 160


class Reading:
    """Which seam of the film is looked at; it stays the same one when the film changes.

    Attributes:
        film: the film as it was read last.
        place: the number of the seam in `seams`. key: the shot behind it.
    """

    def __init__(self, session: ProjectSession, thumbnails: Thumbnails) -> None:
        self._session, self._thumbnails = session, thumbnails
        self.film = Composition(session.film, ())
        self.seams: tuple[Seam, ...] = ()
        self.place = 0
        self.key = ""

    @property
    def seam(self) -> Seam:
        """The one that is looked at. Raises IndexError: nothing was found yet."""
        return self.seams[self.place]

    def find(self, key: str) -> bool:
        """Read the film, and look at the seam before this shot; whether there is one."""
        self.film = self._session.composition()
        self.seams = seams_of(self.film.scenario, self.film.cuts)
        place = next((at for at, s in enumerate(self.seams) if s.after.key == key), None)
        if place is not None:
            self.place, self.key = place, key
        return place is not None

    def go(self, place: int) -> bool:
        """Look at another seam; whether there is one of this number that is another."""
        if not 0 <= place < len(self.seams) or place == self.place:
            return False
        self.place, self.key = place, self.seams[place].after.key
        return True

    def name(self, key: str) -> str:
        """Number and title of a shot."""
        shot = self._session.film.shot(key)
        cut = self._cut(key)
        return f"{cut.number if cut is not None else ''} {shot_title(shot)}".strip()

    def missing(self, key: str) -> str:
        """What stands there instead of a clip; "" where there is one."""
        cut = self._cut(key)
        if cut is None or cut.source is Source.CLIP:
            return ""
        match cut.source:
            case Source.PANEL:
                return translate("Seam", "only its panel yet")
            case Source.STILL:
                return translate("Seam", "a picture of your own")
        return stage_word(self._session.shot(key).stage)

    def picture(self, key: str) -> QPixmap | None:
        """A small picture of a shot; None where it has not come, or there is none."""
        cut = self._cut(key)
        if cut is None or cut.source is Source.SLATE:
            return None
        return self._thumbnails.pixmap(cut.path, cut.offset, QSize(_WIDE, 0))

    def links(self) -> list[Link]:
        """From whom to whom a picture was handed on, up to the shot behind the seam."""
        found = chain(self.seams, self.place)
        before = ["", *(cut.number for cut, _ in found)]
        return [
            Link(cut.key, cut.number, before[at] if copies else "", copies)
            for at, (cut, copies) in enumerate(found)
        ]

    def _cut(self, key: str) -> Cut | None:
        place = self.film.place_of(key)
        return None if place is None else self.film.cuts[place]
