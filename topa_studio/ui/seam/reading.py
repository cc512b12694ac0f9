"""The seams of the film as it is now, and the words for the shots beside them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QPixmap

from topa_studio.film.composition import Composition
from topa_studio.film.ladder import Source
from topa_studio.film.seams import Seam, chain, inside_of, seams_of
from topa_studio.film.timing import Cut
from topa_studio.ui.seam.copies import Link
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
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

    def links(self, inside: int) -> list[Link]:
        """From whom to whom a picture was handed on, up to the shot behind the seam.

        As if that one took over frame `inside` of the shot before it.
        """
        (first, copies), *others = chain(self.seams, self.place)
        found = [Link(first.key, first.number, "", copies)]
        before = first
        for cut, copies in others:
            asked = cut.key == self.key
            early = inside < before.frames - 1 if asked else self.is_early(before, cut)
            found.append(Link(cut.key, cut.number, before.number, copies, early))
            before = cut
        return found

    def is_early(self, before: Cut, after: Cut) -> bool:
        """Whether the second of two shots starts from a frame before the last of the first."""
        film = self.film.scenario
        return inside_of(film, before, film.shot(after.key).start_at) < before.frames - 1

    def end_picture(self, cut: Cut, inside: int) -> QPixmap | None:
        """A small picture of a frame of a cut; that of the shot until it has come."""
        if cut.source is not Source.CLIP:
            return self.picture(cut.key)
        found = self._thumbnails.pixmap(cut.path, cut.place_in_file(inside), QSize(_WIDE, 0))
        return self.picture(cut.key) if found is None or found.isNull() else found

    def look_ahead(self) -> None:
        """Have the small pictures of the seams beside this one made."""
        for place in (self.place - 1, self.place + 1):
            if 0 <= place < len(self.seams):
                before, after = self.seams[place].before, self.seams[place].after
                self.end_picture(before, before.frames - 1)
                self.end_picture(after, 0)

    def _cut(self, key: str) -> Cut | None:
        place = self.film.place_of(key)
        return None if place is None else self.film.cuts[place]
