"""What stood in line unsent when the program ended: it is kept, offered again, never sent alone."""

from __future__ import annotations

import logging

from topa_studio.app.making.film_now import FilmNow
from topa_studio.base.errors import ProjectError
from topa_studio.base.signal import Signal
from topa_studio.model.wish import Kind, Wish
from topa_studio.pipeline.board import Entry, Subject
from topa_studio.pipeline.compose import needed_elements
from topa_studio.pipeline.till import Till
from topa_studio.pipeline.wishing import InLine, wish_mark

log = logging.getLogger(__name__)


class LastLine:
    """Keeps the line of one film in step with the board, so that a kill loses nothing of it.

    Signals:
        changed: what is offered may be another now.
    """

    def __init__(self, film: FilmNow, till: Till) -> None:
        self.changed: Signal[None] = Signal()
        self._film = film
        self._board = film.board
        self._kept = till.kept
        self._last: dict[Subject, InLine] = {}
        self._written: dict[Subject, InLine] = {}
        self._marks: dict[Subject, str | None] = {}
        self._is_over = False

    async def load(self) -> None:
        """Read what was in line; what was made or changed since then is left out for good."""
        self._written = await self._kept.line(self._film.layout.film)
        self._last = dict(self._written)
        self._last = {subject: self._written[subject] for subject in self._standing()}

    def offered(self) -> tuple[Wish, ...]:
        """What of last time may go on now, without elements that are drawn on the way anyway."""
        film = self._film.scenario
        standing = {s: rest for s, rest in self._standing().items() if not self._is_sent(s)}
        shots = [film.shot(key) for kind, key in standing if not kind.is_of_element]
        on_the_way = {(Kind.VIEW, e.name) for shot in shots for e in needed_elements(film, shot)}
        return tuple(
            Wish(*subject, variants=rest if self._last[subject].variants else 0)
            for subject, rest in standing.items()
            if subject not in on_the_way
        )

    def unsent(self) -> tuple[Subject, ...]:
        """Shots and elements that stand in line now, of which the last step is not sent."""
        return tuple(subject for subject in self._board.waiting() if self._waits(subject))

    async def clear(self) -> None:
        """Nothing of last time is offered any more."""
        self._last.clear()
        self.changed.emit(None)
        await self.keep()

    def film_changed(self) -> None:
        """What is wished may be something else now."""
        self._marks.clear()

    async def keep(self) -> None:
        """Write what changed since the last time; a full disk is tried again later."""
        if self._is_over:
            return
        now = {subject: self._row(subject) for subject in self.unsent()}
        taken_up = [subject for subject, row in self._last.items() if self._goes_on(subject, row)]
        for subject in taken_up:
            del self._last[subject]
        wanted = {**now, **self._last}
        gone = self._written.keys() - wanted.keys()
        came = {s: row for s, row in wanted.items() if self._written.get(s) != row}
        try:
            if came or gone:
                await self._kept.change_line(self._film.layout.film, gone, came)
        except ProjectError as error:
            log.warning("the line is not kept: %s", error)
            return
        self._written = wanted
        if taken_up:
            self.changed.emit(None)

    async def end(self) -> None:
        """Keep what is in line now, though all of it is stopped from here on."""
        await self.keep()
        self._is_over = True

    def _goes_on(self, subject: Subject, row: InLine) -> bool:
        """Whether it was pressed for again; of several some may only be brought home."""
        stands = self._board.waiting_since(subject) is not None
        return stands and (bool(self._board.variants(subject)) or not row.variants)

    def _row(self, subject: Subject) -> InLine:
        since = self._board.waiting_since(subject) or 0.0
        return InLine(self._mark(subject) or "", since, self._board.variants(subject))

    def _mark(self, subject: Subject) -> str | None:
        if subject not in self._marks:
            self._marks[subject] = wish_mark(self._film.scenario, subject, self._film.setup)
        return self._marks[subject]

    def _waits(self, subject: Subject) -> bool:
        if subject[0] is Kind.VIEW:
            return True  # its pictures come one after the other
        return bool(self._board.unsent(subject)) or not self._is_sent(subject)

    def _is_sent(self, subject: Subject) -> bool:
        return any(job.is_sent for job in self._board.entry(*subject).open_jobs())

    def _standing(self) -> dict[Subject, int]:
        """What of last time was neither made nor changed since, with how many of each."""
        film, found = self._film.scenario, {}
        for subject, row in self._last.items():
            kind, key = subject
            if self._mark(subject) != row.mark or self._board.waiting_since(subject) is not None:
                continue
            if not kind.is_of_element and film.shot(key).locked:
                continue
            if kind is Kind.VIEW:
                rest = int(self._misses(key))
            else:
                rest = (row.variants or 1) - _made_since(self._board.entry(kind, key), row.at)
            # Of one that was wished alone nothing more is, once anything of it is open.
            if rest > 0 and (row.variants or not self._is_sent(subject)):
                found[subject] = rest
        return found

    def _misses(self, name: str) -> bool:
        """Whether an element still has pictures to be made."""
        return bool(self._film.estimate().views(name))


def _made_since(entry: Entry, at: float) -> int:
    """How many were sent for it, or came, since it stood in line."""
    sent = sum(job.created >= at and job.is_sent for job in entry.jobs.values())
    return max(sent, sum(take.made_at >= at for take in entry.takes.values()))
