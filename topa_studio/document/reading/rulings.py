"""What the prompt rules told of each shot, asked again where what they look at has changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from topa_studio.catalogue.models import Limits
from topa_studio.document.reading.prompt_rules import Found, View, rules_for
from topa_studio.model.scenario import Element, FilmConfig, Scene, Settings, Shot


@dataclass(frozen=True, slots=True)
class _Told:
    """What the rules said of one film: by a shot's key, what they looked at and what they found."""

    film: FilmConfig = field(default_factory=FilmConfig)
    elements: Mapping[str, Element] = field(default_factory=dict)
    shots: Mapping[str, tuple[View, tuple[Found, ...]]] = field(default_factory=dict)


class Rulings:
    """The answers for the film that was checked last.

    They are replaced as a whole, so that two threads may check two states of it at once.
    """

    def __init__(self) -> None:
        self.last = _Told()


class Ruling:
    """Asks the rules about the shots of one film.

    Its film and elements are those of the last one where they are equal, which makes equal views
    quick to tell.
    """

    def __init__(self, rulings: Rulings, film: FilmConfig, elements: Mapping[str, Element]) -> None:
        last = rulings.last
        self._rulings = rulings
        self._film = last.film if last.film == film else film
        self._elements = last.elements if last.elements == elements else elements
        self._before = last.shots
        self._now: dict[str, tuple[View, tuple[Found, ...]]] = {}

    @staticmethod
    def head(scene: Scene) -> Scene:
        """All of a scene that a rule for one shot may look at."""
        return replace(scene, shots=())

    def found(
        self, head: Scene, shot: Shot, before: Shot | None, limits: Limits, settings: Settings
    ) -> tuple[Found, ...]:
        """What the rules find in a shot; `before`: the shot before it in its scene."""
        view = View(self._film, head, shot, before, self._elements, limits, settings)
        known = self._before.get(shot.key)
        if known is None or known[0] != view:
            known = view, tuple(found for rule in rules_for(shot) for found in rule(view))
        self._now[shot.key] = known
        return known[1]

    def keep(self) -> None:
        """Every shot was asked about: what was found is known from now on."""
        self._rulings.last = _Told(self._film, self._elements, self._now)
