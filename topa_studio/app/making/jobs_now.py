"""Which jobs there are of a shot or element, and how they stand; nothing is changed here."""

from __future__ import annotations

from topa_studio.app.making.failures import Failures, kinds_of
from topa_studio.app.making.production import Production
from topa_studio.model.wish import Kind, Redrawing, Wish
from topa_studio.pipeline.job import Job, State
from topa_studio.pipeline.progress import usual_range

ON_THE_WAY = frozenset({State.SENDING, State.SUBMITTED, State.READY})


class JobsNow:
    """Asks the board.

    Attributes:
        failures: what went wrong and was neither tried again nor put away.
    """

    def __init__(self, production: Production) -> None:
        self._production = production
        self.failures = Failures(production)

    def needs_you(self) -> tuple[str, ...]:
        """Shots (keys, in the film's order), then elements (names), whose outcome is unknown.

        Last come those that were deleted from the film: what was asked for them may be charged.
        """
        keys = dict.fromkeys(j.wish.key for j in self.listing() if j.needs_user)
        if not keys:
            return ()
        film = self._production.scenario
        names = [*(shot.key for shot in film.shots()), *(each.name for each in film.elements)]
        every = dict.fromkeys((*names, *keys))
        return tuple(name for name in every if name in keys and self.unknown(name))

    def is_in_film(self, key: str) -> bool:
        """Whether a shot (its key) or element (its name) was not deleted."""
        film = self._production.scenario
        return self._is_shot(key) or film.element(Redrawing.of(key).element) is not None

    def element_of(self, key: str) -> str | None:
        """The element that what goes by this key was asked for, whatever its name was then."""
        return self._production.board.former.now(Redrawing.of(key).element)

    def listing(self) -> tuple[Job, ...]:
        """Every job whose end is not known, oldest first."""
        return tuple(self._production.board.open_jobs())

    def on_the_way(self) -> tuple[Job, ...]:
        """Jobs that were sent and that a flow waits for, oldest first."""
        board = self._production.board
        return tuple(
            job
            for job in self.listing()
            if job.state in ON_THE_WAY
            and any(
                board.waiting_since((kind, job.wish.key)) is not None
                for kind in (job.wish.kind, Kind.CLIP)
            )
        )

    def unknown(self, key: str) -> tuple[Job, ...]:
        """Jobs of a shot (its key) or element (its name) that need the user, oldest first."""
        return tuple(job for job in self._of(key) if job.needs_user)

    def lost(self, key: str) -> tuple[Job, ...]:
        """Those of `unknown` whose answer was lost: nobody knows their task."""
        return tuple(job for job in self._of(key) if job.state is State.UNKNOWN)

    def key_of(self, name: str) -> str:
        """What of an element needs the user, else was left: itself, or one of its pictures.

        Also what was asked for under a name that the element had before.
        """
        former = self._production.board.former
        names = (name,) if self._is_shot(name) else former.all_of(name)
        keys = [key for each in names for key in self.failures.under(each)]
        asking = (key for key in keys if self.unknown(key))
        left = (key for key in keys if self.left(key))
        return next(asking, None) or next(left, name)

    def held(self, key: str) -> tuple[Job, ...]:
        """Jobs of a shot or element that are paid for, and that only a look again brings home."""
        return tuple(job for job in self._of(key) if job.is_held)

    def left(self, key: str) -> tuple[Job, ...]:
        """Jobs of a shot or element that the user left, and whose task may still be adopted.

        A reference image that was made again has its place taken, so it is not among them.
        """
        board = self._production.board
        found = [job for kind in self._kinds(key) for job in board.entry(kind, key).jobs.values()]
        taken = {job.wish for job in found if job.wish.kind is Kind.VIEW and not job.was_left}
        return tuple(job for job in found if job.was_left and job.wish not in taken)

    def usual_seconds(self) -> tuple[float, float] | None:
        """How long a clip usually takes (low, high) by this film's jobs; None: not known."""
        return usual_range(self._production.board.durations[Kind.CLIP])

    def wish_of(self, key: str) -> Wish:
        """What was last wished of a shot (its key) or element (its name): once more, that."""
        return self.failures.wish_of(key)

    def now(self, job: Job) -> Job:
        """The same job as it stands now."""
        return self._production.board.entry(job.wish.kind, job.wish.key).jobs.get(job.id, job)

    def _of(self, key: str) -> list[Job]:
        board = self._production.board
        return [job for kind in self._kinds(key) for job in board.entry(kind, key).open_jobs()]

    def _kinds(self, key: str) -> tuple[Kind, ...]:
        """What may be made under a key; anything where it was deleted."""
        if not self.is_in_film(key):
            return tuple(Kind)
        return kinds_of(self._production.scenario, key)

    def _newest(self, key: str) -> Job | None:
        kinds = kinds_of(self._production.scenario, key)
        board = self._production.board
        newest = [board.entry(kind, key).newest_job() for kind in kinds]
        return max((job for job in newest if job), key=lambda job: job.id, default=None)

    def _is_in_line(self, key: str) -> bool:
        board = self._production.board
        return any(board.waiting_since((kind, key)) is not None for kind in self._kinds(key))

    def _is_shot(self, key: str) -> bool:
        return self._production.scenario.has_shot(key)
