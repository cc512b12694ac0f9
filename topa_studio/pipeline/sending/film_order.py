"""The order of the film for what waits to be sent: a shot's elements come just before it."""

from __future__ import annotations

from collections.abc import Callable

from topa_studio.model.scenario import Scenario
from topa_studio.pipeline.compose import needed_elements


class FilmOrder:
    """Looks at the film as it is when it is asked; counted anew only where the film changed."""

    def __init__(self, scenario: Callable[[], Scenario]) -> None:
        self._scenario = scenario
        self._counted: Scenario | None = None
        self._places: dict[str, int] = {}

    def place(self, key: str) -> int:
        """The place of a shot or element; one that no shot needs comes first."""
        film = self._scenario()
        if film is not self._counted:
            self._counted, self._places = film, _places(film)
        return self._places.get(key, -1)


def _places(film: Scenario) -> dict[str, int]:
    places: dict[str, int] = {}
    for at, shot in enumerate(film.shots()):
        for element in needed_elements(film, shot):
            places.setdefault(element.name, 2 * at)
        places[shot.key] = 2 * at + 1
    return places
