"""What judges pictures: comparing the takes of a shot, and the seams between shots."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from topa_studio.film.composition import index_at
from topa_studio.film.engine.proxies import Proxies
from topa_studio.model.rate import frame_of
from topa_studio.ui.desk import Desk
from topa_studio.ui.middle import Middle
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.running.binding import Merged, bind
from topa_studio.ui.small_pictures.thumbnails import Thumbnails

if TYPE_CHECKING:
    from topa_studio.ui.compare.page import ComparePage
    from topa_studio.ui.compare.pieces import ColourOf
    from topa_studio.ui.seam.page import SeamPage

translate = QCoreApplication.translate


class Judging(QObject):
    """Opens both pages; each is made when it is first asked for."""

    def __init__(
        self,
        desk: Desk,
        middle: Middle,
        thumbnails: Thumbnails,
        speaker: Speaker,
        proxies: Proxies,
        colour: ColourOf,
    ) -> None:
        """`colour` is that of an element's mentions."""
        super().__init__(middle)
        self._desk, self._middle = desk, middle
        self._made_of = desk, thumbnails, speaker, self._face, proxies
        self._colour = colour
        self._faces: dict[str, Path] = {}
        desk.commands.join(
            {
                "compare": self.compare,
                "seam_before": lambda: self._seam(0),
                "seam_after": lambda: self._seam(1),
            }
        )
        again = Merged(self, lambda _names: self._offer())
        desk.selection.changed.connect(self._offer)
        bind(self, desk.session.changed, again.poke)
        bind(self, desk.session.shots_changed, again.add)
        self._offer()

    @cached_property
    def comparing(self) -> ComparePage:
        """The page of takes."""
        from topa_studio.ui.compare.page import ComparePage

        return ComparePage(*self._made_of, self._colour)

    @cached_property
    def seams(self) -> SeamPage:
        """The page of seams."""
        from topa_studio.ui.seam.page import SeamPage

        return SeamPage(*self._made_of)

    def compare(self) -> None:
        """Compare the takes of the chosen shot."""
        key = self._desk.selection.shot
        if key is None or not self._can_compare(key):
            return
        self._look_at_faces()
        self.comparing.show_shot(key)
        self._middle.open(self.comparing)

    def show_seam(self, key: str) -> None:
        """The seam before this shot."""
        self._look_at_faces()
        try:
            self.seams.show_seam(key)
        except KeyError:
            self._desk.tell(translate("Seam", "A seam needs two shots."))
            return
        self._middle.open(self.seams)

    def _seam(self, step: int) -> None:
        """The seam before the shot that is worked on (0), or behind it (1)."""
        if self._middle.page is self.seams:
            self.seams.walk(1 if step else -1)
            return
        cuts = self._desk.session.cuts()
        key, selection = self._desk.selection.shot, self._desk.selection
        place = next((at for at, cut in enumerate(cuts) if cut.key == key), None)
        if place is None and cuts:
            place = index_at(cuts, frame_of(selection.playhead, cuts[0].rate))
        if len(cuts) < 2 or place is None:
            self._desk.tell(translate("Seam", "A seam needs two shots."))
        elif not 0 < place + step < len(cuts):
            first = translate("Seam", "This is the first shot: there is no seam before it.")
            last = translate("Seam", "This is the last shot: there is no seam behind it.")
            self._desk.tell(last if step else first)
        else:
            self.show_seam(cuts[place + step].key)

    def _can_compare(self, key: str) -> bool:
        return len(self._desk.session.shot(key).takes) > 1

    def _offer(self) -> None:
        key = self._desk.selection.shot
        action = self._desk.commands.actions["compare"]
        action.setEnabled(key is not None and self._can_compare(key))

    def _face(self, name: str) -> Path | None:
        """An element's first picture, for slates; asked by threads that make frames."""
        return self._faces.get(name)

    def _look_at_faces(self) -> None:
        session = self._desk.session
        found = ((name, session.element(name).pictures) for name in session.film.names)
        self._faces.clear()
        self._faces.update(
            {name: session.path(pictures[0]) for name, pictures in found if pictures}
        )
