"""What went wrong and was neither tried again nor put away by the user; told as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.app.making.production import Production
from topa_studio.model.scenario import Scenario
from topa_studio.model.status import Stage, Trouble
from topa_studio.model.wish import Kind, Redrawing, Wish
from topa_studio.pipeline.compose import needs_panel
from topa_studio.pipeline.job import PAID, State
from topa_studio.pipeline.progress import drawing

_WISHED_SO = frozenset({"pipeline.stopped", "pipeline.given-up", "pipeline.removed"})
"""Codes of ends that the user asked for: nothing went wrong there."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A shot (its key), element (its name) or picture of one (`Redrawing.key`) without a result.

    Attributes:
        kind: what was wished: a clip, a panel alone, reference images.
        paid: it is made and paid for, and only has to be fetched: trying again costs nothing.
    """

    kind: Kind
    key: str
    trouble: Trouble
    paid: bool = False


def kinds_of(scenario: Scenario, key: str) -> tuple[Kind, ...]:
    """What is made under a key: of a shot, an element, or a picture of one."""
    if scenario.has_shot(key):
        return Kind.PANEL, Kind.CLIP
    return (Kind.REDRAW,) if Redrawing.of(key).file else (Kind.VIEW,)


class Failures:
    """Reads them off the board; what was put away is remembered until the film is closed."""

    def __init__(self, production: Production) -> None:
        self._production = production
        self._away: dict[str, Trouble] = {}

    def all(self) -> tuple[Failure, ...]:
        """Every failure of shots and elements that are in the film."""
        keys = dict.fromkeys(
            key
            for (kind, key), entry in self._production.board.subjects()
            if (newest := entry.newest_job()) is None or newest.state is not State.DONE
        )
        found = (self.of(key) for key in keys)
        return tuple(failure for failure in found if failure is not None)

    def under(self, name: str) -> tuple[str, ...]:
        """A shot's key; or an element's name, and what its pictures that were drawn again go by."""
        board = self._production.board
        if self._production.scenario.has_shot(name):
            return (name,)
        known = (*(subject for subject, _entry in board.subjects()), *board.troubled())
        drawn = (key for kind, key in known if kind is Kind.REDRAW)
        return (name, *dict.fromkeys(key for key in drawn if Redrawing.of(key).element == name))

    def of(self, key: str) -> Failure | None:
        """The failure of one shot or element; None where nothing went wrong, or it is put away."""
        production = self._production
        stage, trouble = self._standing(key)
        if stage is not Stage.FAILED or trouble is None:
            self._away.pop(key, None)
            return None
        if trouble.code in _WISHED_SO or self._away.get(key) == trouble:
            return None
        kinds = kinds_of(production.scenario, key)
        jobs = [job for kind in kinds for job in production.board.entry(kind, key).open_jobs()]
        paid = any(job.state in PAID for job in jobs)
        return Failure(self.wish_of(key).kind, key, trouble, paid)

    def _standing(self, key: str) -> tuple[Stage, Trouble | None]:
        production = self._production
        kinds = kinds_of(production.scenario, key)
        if Kind.REDRAW in kinds:
            found = drawing(production.board, (Kind.REDRAW, key))
            return found.stage, found.trouble
        is_shot = Kind.CLIP in kinds
        status = production.shot(key) if is_shot else production.element(key)
        return status.stage, status.trouble

    def wish_of(self, key: str) -> Wish:
        """What was last wished of it: of a shot its clip, unless it was the panel alone."""
        production, board = self._production, self._production.board
        film, setup = production.scenario, production.film.setup
        if not film.has_shot(key):
            return Wish(kinds_of(film, key)[0], key)
        alone = board.trouble((Kind.PANEL, key)) and not board.trouble((Kind.CLIP, key))
        asks = any(job.needs_user for job in board.entry(Kind.PANEL, key).open_jobs())
        alone = alone or (asks and not needs_panel(film, key, setup))
        return Wish(Kind.PANEL if alone else Kind.CLIP, key)

    def dismiss(self, key: str) -> None:
        """Put it away; the next failure there is told again."""
        failure = self.of(key)
        if failure is not None:
            self._away[key] = failure.trouble
