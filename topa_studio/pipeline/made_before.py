"""What the very requests of a film have made for other films here, or for shots that are gone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from topa_studio.model.request import Picture
from topa_studio.model.scenario import Scenario
from topa_studio.pipeline.job import Kind, Wish


@dataclass(frozen=True, slots=True)
class Made:
    """One result: what it is of, the digest of its request, and its file.

    Of what is paid for and still on the way, `file` has no path.
    """

    wish: Wish
    digest: str
    file: Picture


@dataclass(slots=True)
class MadeBefore:
    """As the folder was last looked at; empty for a film that has the folder for itself.

    A shot of the same film with the same words is a shot of its own, so each question names the
    film as it is now: what lies with a shot that is in it does not count.
    """

    film: str = ""
    _found: dict[tuple[Kind, str], list[Made]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything at all."""
        return bool(self._found)

    def learn(self, film: str, found: Iterable[Made]) -> bool:
        """All there is now, the oldest first, for the open `film`; whether anything is new."""
        before, self._found, self.film = self._found, {}, film
        for made in found:
            self._found.setdefault((made.wish.kind, made.digest), []).append(made)
        return before != self._found

    def has_clip(self, scenario: Scenario, digest: str) -> bool:
        """Whether this very request has made a clip, or one that is paid for."""
        return any(self._of(scenario, Kind.CLIP, digest))

    def panels(self, scenario: Scenario, digest: str) -> list[Picture]:
        """Panels of this very request whose content is known, the newest first."""
        found = [made.file for made in self._of(scenario, Kind.PANEL, digest)]
        return [file for file in reversed(found) if file.path and file.sha256]

    def _of(self, scenario: Scenario, kind: Kind, digest: str) -> Iterator[Made]:
        for made in self._found.get((kind, digest), ()):
            if made.wish.film != self.film or not scenario.has_shot(made.wish.key):
                yield made
