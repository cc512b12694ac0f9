"""What went wrong and was neither tried again nor put away by the user; told as plain values."""

from __future__ import annotations

from dataclasses import dataclass

from topa_studio.app.making.production import Production
from topa_studio.model.status import Stage, Trouble
from topa_studio.pipeline.job import PAID, Kind, State

_WISHED_SO = frozenset({"pipeline.stopped", "pipeline.given-up", "pipeline.removed"})
"""Codes of ends that the user asked for: nothing went wrong there."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A shot (its key) or element (its name) without a result.

    Attributes:
        kind: "clip" for a shot, "view" for an element.
        paid: it is made and paid for, and only has to be fetched: trying again costs nothing.
    """

    kind: str
    key: str
    trouble: Trouble
    paid: bool = False


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

    def of(self, key: str) -> Failure | None:
        """The failure of one shot or element; None where nothing went wrong, or it is put away."""
        production = self._production
        is_shot = production.scenario.has_shot(key)
        status = production.shot(key) if is_shot else production.element(key)
        trouble = status.trouble
        if status.stage is not Stage.FAILED or trouble is None:
            self._away.pop(key, None)
            return None
        if trouble.code in _WISHED_SO or self._away.get(key) == trouble:
            return None
        kinds = (Kind.PANEL, Kind.CLIP) if is_shot else (Kind.VIEW,)
        jobs = [job for kind in kinds for job in production.board.entry(kind, key).open_jobs()]
        paid = any(job.state in PAID for job in jobs)
        return Failure(Kind.CLIP if is_shot else Kind.VIEW, key, trouble, paid)

    def dismiss(self, key: str) -> None:
        """Put it away; the next failure there is told again."""
        failure = self.of(key)
        if failure is not None:
            self._away[key] = failure.trouble
