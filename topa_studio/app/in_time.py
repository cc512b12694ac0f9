"""The open film in time: its cuts, what is seen and heard at each moment, and files made of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from topa_studio.app.making.production import Production
from topa_studio.app.notice import Notice
from topa_studio.film.timing import Cut, CutList
from topa_studio.model.scenario import Scenario

if TYPE_CHECKING:
    from topa_studio.app.exporting.exports import Exports
    from topa_studio.film.composition import Composition


class FilmInTime:
    """Of one session; `scenario` is its file, `tell` is given what exports have to say."""

    def __init__(
        self,
        production: Production,
        film: Callable[[], Scenario],
        tell: Callable[[Notice], None],
        scenario: Path,
    ) -> None:
        self._production, self._film, self._tell = production, film, tell
        self._scenario = scenario
        self._cuts = CutList(production.stands)
        self._exports: Exports | None = None
        production.board.changed.connect(lambda subject: self._cuts.forget(subject[1]))

    def cuts(self) -> tuple[Cut, ...]:
        """The cut list of the film."""
        return self._cuts.of(self._film())

    def composition(self) -> Composition:
        """The film in time: what is seen and heard at each of its frames."""
        from topa_studio.film.composition import Composition  # not for the first picture

        return Composition(self._film(), self.cuts())

    def faces(self) -> dict[str, Path]:
        """The first picture of each element that has one, for slates."""
        place, element = self._production.layout.absolute, self._production.element
        found = {name: element(name).pictures for name in self._film().names}
        return {name: place(pictures[0]) for name, pictures in found.items() if pictures}

    @property
    def exports(self) -> Exports:
        """The film as files to give away."""
        if self._exports is None:
            from topa_studio.app.exporting.exports import Exports  # not for the first picture

            layout = self._production.layout
            self._exports = Exports(
                self.composition, layout, self.faces, self._scenario, self._take
            )
            self._exports.told.connect(self._tell)
        return self._exports

    def _take(self, key: str) -> int | None:
        chosen = self._production.stands(key).chosen
        return None if chosen is None else chosen.number

    async def aclose(self) -> None:
        """Give up what is being written."""
        if self._exports is not None:
            await self._exports.aclose()
