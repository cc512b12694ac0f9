"""What is known now, in memory: results and open jobs; every change is told by name."""

from __future__ import annotations

import logging
import time
from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from topa_studio.base.signal import Signal
from topa_studio.base.words import say
from topa_studio.model.status import Trouble
from topa_studio.model.take import Take
from topa_studio.pipeline.job import OPEN, Job, Kind, State, Wish
from topa_studio.pipeline.prices import PriceBook

log = logging.getLogger(__name__)

_REMEMBERED = 50
Subject = tuple[Kind, str]
"""What a change is about: an element (VIEW) or a shot (PANEL, CLIP), by key."""


@dataclass(slots=True)
class Entry:
    """All that is known of one subject: results by number and the jobs, oldest first.

    Threads that write files read it while the loop adds to it, so whoever goes through it there
    takes a list first.
    """

    takes: dict[int, Take] = field(default_factory=dict)
    jobs: dict[int, Job] = field(default_factory=dict)

    def newest_job(self) -> Job | None:
        """The last job that was not dropped."""
        alive = [job for job in list(self.jobs.values()) if job.state is not State.DROPPED]
        return alive[-1] if alive else None

    def open_jobs(self) -> list[Job]:
        """Jobs whose end is not known yet."""
        return [job for job in list(self.jobs.values()) if job.state in OPEN]


class Board:
    """The memory behind both fronts; the database is written before anything is put here.

    Signals:
        changed: the subject whose entry changed.

    Attributes:
        prices: what jobs that are done did cost.
        durations: seconds the last jobs of a kind took, the newest last.
    """

    def __init__(self) -> None:
        self.changed: Signal[Subject] = Signal()
        self._entries: dict[Subject, Entry] = defaultdict(Entry)
        self._waiting: dict[Subject, float] = {}
        self._because: dict[Subject, Trouble] = {}
        self._trouble: dict[Subject, Trouble] = {}
        self._fetched: dict[int, float] = {}
        self._open: dict[int, Job] = {}
        self._ended: dict[str, Job] = {}
        self.prices = PriceBook()
        self.durations: dict[Kind, deque[float]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))

    def load(self, jobs: Iterable[Job], takes: dict[Kind, dict[str, list[Take]]]) -> None:
        """Fill the board from the database, without telling anyone."""
        for kind, by_key in takes.items():
            for key, found in by_key.items():
                self._entries[kind, key].takes = {take.number: take for take in found}
        for job in jobs:
            self._entries[job.wish.kind, job.wish.key].jobs[job.id] = job
            self._learn(job)

    def entry(self, kind: Kind, key: str) -> Entry:
        """What is known of a subject; empty where nothing is."""
        return self._entries.get((kind, key), Entry())

    def subjects(self) -> tuple[tuple[Subject, Entry], ...]:
        """Everything that is known, with what it is about."""
        return tuple(self._entries.items())

    def entries(self) -> tuple[Entry, ...]:
        """Everything that is known, of all subjects."""
        return tuple(self._entries.values())

    def next_number(self, kind: Kind, key: str) -> int:
        """A number that no result and no job of this subject ever had."""
        entry = self.entry(kind, key)
        used = [*entry.takes, *(job.wish.number for job in entry.jobs.values())]
        return max(used, default=0) + 1

    def open_job(self, wish: Wish) -> Job | None:
        """The job that already works on this wish, or waits for the user about it."""
        jobs = self.entry(wish.kind, wish.key).open_jobs()
        same = [job for job in jobs if wish.kind is not Kind.VIEW or job.wish == wish]
        return same[-1] if same else None

    def open_jobs(self) -> list[Job]:
        """Every job whose end is not known yet, oldest first."""
        return [self._open[number] for number in sorted(self._open)]

    def put(self, job: Job) -> None:
        """A job moved on."""
        subject = (job.wish.kind, job.wish.key)
        self._entries[subject].jobs[job.id] = job
        self._learn(job)
        self.changed.emit(subject)

    def add_take(self, wish: Wish, take: Take) -> None:
        """A result arrived."""
        self._entries[wish.kind, wish.key].takes[take.number] = take
        self._trouble.pop((wish.kind, wish.key), None)
        self.changed.emit((wish.kind, wish.key))

    def set_takes(self, takes: dict[Kind, dict[str, list[Take]]]) -> None:
        """Results as the database has them now; only what differs is told."""
        for kind, by_key in takes.items():
            for key, found in by_key.items():
                fresh = {take.number: take for take in found}
                if self.entry(kind, key).takes != fresh:
                    self._entries[kind, key].takes = fresh
                    self.changed.emit((kind, key))

    # What a flow is about, before and between its jobs.

    def wait(self, subject: Subject) -> None:
        """The subject is wished and stands in line."""
        self._waiting[subject] = time.time()
        self._trouble.pop(subject, None)
        self.changed.emit(subject)

    def end_wait(self, subject: Subject, trouble: Trouble | None = None) -> None:
        """The flow for the subject is over; `trouble` says why without a result."""
        self._waiting.pop(subject, None)
        self._because.pop(subject, None)
        if trouble is not None:
            self._trouble[subject] = trouble
        self.changed.emit(subject)

    def waiting_since(self, subject: Subject) -> float | None:
        """Since when the subject stands in line (seconds since 1970); None: it does not."""
        return self._waiting.get(subject)

    def waiting(self) -> tuple[Subject, ...]:
        """All subjects in line, in the order they were wished."""
        return tuple(self._waiting)

    def because(self, wish: Wish, why: Trouble | None) -> None:
        """Why the flow of a wish waits at this moment; None: it does not."""
        subject = (Kind.CLIP if wish.kind is Kind.PANEL else wish.kind, wish.key)
        if why is not None:
            log.debug("wait: %s: %s", wish.key, say(why.code, why.params))
        if why is None:
            self._because.pop(subject, None)
        else:
            self._because[subject] = why
        self.changed.emit(subject)

    def waits_for(self, subject: Subject) -> Trouble | None:
        """Why the flow of a subject waits; None where nothing is known."""
        return self._because.get(subject)

    def to_front(self, subject: Subject) -> None:
        """The subject stands first in line."""
        if subject in self._waiting:
            self._waiting = {subject: self._waiting.pop(subject), **self._waiting}
            self.changed.emit(subject)

    def trouble(self, subject: Subject) -> Trouble | None:
        """Why the last flow for the subject ended without a result."""
        return self._trouble.get(subject)

    def calm(self, subject: Subject) -> None:
        """What the last flow of a subject ended with does not count any more."""
        if self._trouble.pop(subject, None) is not None:
            self.changed.emit(subject)

    def fetched(self, job: Job, share: float) -> None:
        """The real share of bytes of a download, 0..1."""
        self._fetched[job.id] = share
        self.changed.emit((job.wish.kind, job.wish.key))

    def fetched_share(self, job: Job) -> float:
        """The real share of bytes of a download, 0..1."""
        return self._fetched.get(job.id, 0.0)

    def barred(self, digest: str | None) -> Job | None:
        """The job that says why this very request is not sent again by a batch; None: it may."""
        last = self._ended.get(digest or "")
        return last if last is not None and last.is_barred else None

    def _learn(self, job: Job) -> None:
        if job.digest and job.state in (State.DONE, State.FAILED):
            before = self._ended.get(job.digest)
            if before is None or before.id <= job.id:
                self._ended[job.digest] = job
        if job.state in OPEN:
            self._open[job.id] = job
        else:
            self._open.pop(job.id, None)
            self._fetched.pop(job.id, None)
        self.prices.learn(job)
        if job.state is State.DONE and job.sent and job.finished > job.sent:
            self.durations[job.wish.kind].append(job.finished - job.sent)
