"""What the film says of the shot whose takes are compared; read anew with each change of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from topa_studio.app.session import ProjectSession
from topa_studio.film.composition import Composition
from topa_studio.film.excerpt import alone
from topa_studio.film.ladder import clip_of
from topa_studio.film.timing import Cut
from topa_studio.model.difference import Difference
from topa_studio.model.take import Take
from topa_studio.ui.compare.differing import Head
from topa_studio.ui.words import shot_title

translate = QCoreApplication.translate


class Compared:
    """One shot.

    Attributes:
        key: which. takes: those that can be shown, by their numbers.
        cut: how it stands in the film; None where it does not any more.
    """

    def __init__(self, session: ProjectSession) -> None:
        self._session = session
        self.key = ""
        self.cut: Cut | None = None
        self.takes: dict[int, Take] = {}
        self._trashed: frozenset[int] = frozenset()

    def read(self) -> None:
        """As it is now."""
        session, key = self._session, self.key
        self.cut = None
        if not session.film.has_shot(key):
            return
        self.cut = next((cut for cut in session.cuts() if cut.key == key), None)
        status = session.shot(key)
        self.takes = {take.number: take for take in status.takes}
        self._trashed = frozenset(take.number for take in status.trashed)

    @property
    def chosen(self) -> int | None:
        """The take that is in the film."""
        status = self._session.shot(self.key)
        return None if status.chosen is None else status.chosen.number

    @property
    def title(self) -> str:
        """Its number and title, and its scene."""
        film, number = self._session.film, self.cut.number if self.cut is not None else ""
        scene, place = film.scene_of(self.key), number.partition(".")[0]
        where = scene.title or translate("Compare", "scene {number}").format(number=place)
        return f"{number} {shot_title(film.shot(self.key))} · {where}"

    @property
    def offset(self) -> float:
        """Where its clips begin to be seen, in seconds."""
        trim = self._session.film.shot(self.key).trim
        return trim.start if trim is not None else 0.0

    def films(self, numbers: Sequence[int]) -> list[Composition | None]:
        """Each take alone, as the shot shows it; None where it cannot be shown."""
        film, cut = self._session.film, self.cut
        if cut is None:
            return [None for _ in numbers]
        shot, takes = film.shot(self.key), (self.takes.get(number) for number in numbers)
        return [None if take is None else alone(film, cut, clip_of(shot, take)) for take in takes]

    def why_missing(self, number: int) -> str:
        """Why a take cannot be shown; "" where it can."""
        if number in self._trashed:
            return translate("Compare", "This take is in the trash. Undo brings it back.")
        if number not in self.takes:
            return translate("Compare", "The clip is not on the disk any more.")
        return ""

    def difference(self, numbers: Sequence[int]) -> tuple[Difference, list[Head], list[int]]:
        """Between two takes, what stands over their columns, and those nobody knows enough of."""
        first, second = numbers
        made_with, chosen = self._session.takes.made_with, self.chosen
        unknown = [number for number in numbers if made_with(self.key, number) is None]
        heads = [Head(number, number == chosen) for number in numbers]
        return self._session.takes.difference(self.key, first, second), heads, unknown
