"""The order of the film for what waits to be sent: a shot's elements come just before it."""

from __future__ import annotations

from collections.abc import Callable

from topa_studio.model.scenario import Element, Scenario, Scene
from topa_studio.pipeline.compose import needed_elements

Needs = tuple[tuple[str, tuple[str, ...]], ...]
"""The shots of a scene, by their keys, with the names of the elements they need."""


class FilmOrder:
    """Looks at the film as it is when it is asked; counted anew only where the film changed."""

    def __init__(self, scenario: Callable[[], Scenario]) -> None:
        self._scenario = scenario
        self._counted: Scenario | None = None
        self._elements: tuple[Element, ...] = ()
        self._needs: dict[str, tuple[Scene, Needs]] = {}
        self._places: dict[str, int] = {}

    def place(self, key: str) -> int:
        """The place of a shot or element; one that no shot needs comes first."""
        film = self._scenario()
        if film is not self._counted:
            self._counted, self._places = film, self._count(film)
        return self._places.get(key, -1)

    def _count(self, film: Scenario) -> dict[str, int]:
        if film.elements != self._elements:
            self._elements = film.elements
            self._needs.clear()
        places: dict[str, int] = {}
        at = 0
        for scene in film.scenes:
            for key, names in self._of(film, scene):
                for name in names:
                    places.setdefault(name, 2 * at)
                places[key] = 2 * at + 1
                at += 1
        return places

    def _of(self, film: Scenario, scene: Scene) -> Needs:
        known = self._needs.get(scene.id)
        if known is None or known[:1] != (scene,):
            needs = (
                (shot.key, tuple(element.name for element in needed_elements(film, shot)))
                for shot in scene.shots
            )
            known = self._needs[scene.id] = scene, tuple(needs)
        return known[1]
