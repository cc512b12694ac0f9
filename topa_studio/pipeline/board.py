"""What is known now, in memory: results and open jobs; every change is told by name."""

from __future__ import annotations

import time
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Set
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from topa_studio.model.marks import Marks
from topa_studio.model.request import Request
from topa_studio.model.take import Take
from topa_studio.model.wish import Variant
from topa_studio.pipeline.former_names import FormerNames
from topa_studio.pipeline.job import OPEN, PAID, Job, Kind, State, Wish
from topa_studio.pipeline.made_before import MadeBefore
from topa_studio.pipeline.prices import PriceBook
from topa_studio.pipeline.wished import Subject, Wished

__all__ = ["KEPT_THERE", "Board", "Entry", "Subject"]

KEPT_THERE = 14 * 86400.0
"""Seconds the service keeps results."""
_REMEMBERED = 50


@dataclass(slots=True)
class Entry:
    """All that is known of one subject: results by number and the jobs, oldest first.

    Threads that write files read it while the loop adds to it, so whoever goes through it there
    takes a list first.

    Attributes:
        takes: results whose file is there.
        gone: results that were paid for and whose file is not on the disk any more.
        apart: results of another film that lay in the same folder before this one.
    """

    takes: dict[int, Take] = field(default_factory=dict)
    gone: dict[int, Take] = field(default_factory=dict)
    apart: dict[int, Take] = field(default_factory=dict)
    jobs: dict[int, Job] = field(default_factory=dict)

    def every_take(self) -> list[Take]:
        """All results there ever were."""
        return [*self.takes.values(), *self.gone.values(), *self.apart.values()]

    def missed(self) -> list[Take]:
        """Results that were paid for and whose files are gone; the user's own files are none.

        Nor is one that was thrown away: nobody waits for it.
        """
        return [t for t in self.gone.values() if not (t.is_own or t.marks.trashed)]

    def made_with(self, take: Take) -> Job | None:
        """The job of a result, else one of the very same request; None: that is not known."""
        jobs = list(self.jobs.values()) if take.digest else []
        same = [job for job in jobs if job.digest == take.digest]
        own = (job for job in same if job.task_id and job.task_id == take.task_id)
        return next(own, same[0] if same else None)

    def newest_job(self) -> Job | None:
        """The last job that was not dropped."""
        alive = [job for job in list(self.jobs.values()) if job.state is not State.DROPPED]
        return alive[-1] if alive else None

    def open_jobs(self) -> list[Job]:
        """Jobs whose end is not known yet."""
        return [job for job in list(self.jobs.values()) if job.state in OPEN]


class Board(Wished):
    """The memory behind both fronts; the database is written before anything is put here.

    Signals:
        changed: the subject whose entry changed.

    Attributes:
        former: what the film's elements were called before.
        prices: what jobs that are done did cost.
        durations: seconds the last jobs of a kind took, the newest last.
        apart: results and jobs of another film that lay here before, as kind, key, number.
        made_before: what the very requests of this film have made for others in the folder.
        not_kept: task ids of which the service said that it keeps no result.
        others_requests: by their digests, what results here were made with for another film.
    """

    def __init__(self) -> None:
        super().__init__()
        self._entries: dict[Subject, Entry] = defaultdict(Entry)
        self._held: dict[Subject, set[int]] = defaultdict(set)
        self._fetched: dict[int, float] = {}
        self._open: dict[int, Job] = {}
        self._ended: dict[str, Job] = {}
        self.apart: frozenset[tuple[str, str, int]] = frozenset()
        self.not_kept: set[str] = set()
        self.made_before = MadeBefore()
        self.others_requests: dict[str, Request] = {}
        self.former = FormerNames()
        self.prices = PriceBook()
        self.durations: dict[Kind, deque[float]] = defaultdict(lambda: deque(maxlen=_REMEMBERED))

    def load(
        self,
        jobs: Iterable[Job],
        takes: dict[Kind, dict[str, list[Take]]],
        gone: Set[str] = frozenset(),
    ) -> None:
        """Fill the board from the database, without telling anyone; `gone` are paths of files."""
        for kind, by_key in takes.items():
            for key, found in by_key.items():
                self._sort(kind, key, found, gone)
        for job in jobs:
            self._entries[job.wish.kind, job.wish.key].jobs[job.id] = job
            self._learn(job)

    def entry(self, kind: Kind, key: str) -> Entry:
        """What is known of a subject; empty where nothing is."""
        found = self._entries.get((kind, key))
        return Entry() if found is None else found

    def views(self, name: str) -> Entry:
        """What is known of an element's reference images, also of those under its old names."""
        names = self.former.all_of(name)
        if len(names) == 1:
            return self.entry(Kind.VIEW, name)
        found = Entry()
        for each in reversed(names):
            entry = self.entry(Kind.VIEW, each)
            found.takes |= entry.takes
            found.gone |= entry.gone
            found.jobs |= entry.jobs
        found.jobs = dict(sorted(found.jobs.items()))
        return found

    def views_on_the_way(self, name: str) -> frozenset[int]:
        """Numbers of an element's reference images that are drawn under an old name of it."""
        return frozenset(
            job.wish.number
            for old in self.former.of(name)
            for job in self.entry(Kind.VIEW, old).open_jobs()
        )

    def is_known(self, subject: Subject) -> bool:
        """Whether anything was ever made or tried of a subject."""
        return subject in self._entries

    def is_blank(self, key: str) -> bool:
        """Whether nothing was ever made, tried or wished of a shot."""
        known = (self._entries, self._waiting, self._trouble)
        return not any((kind, key) in each for each in known for kind in (Kind.CLIP, Kind.PANEL))

    def subjects(self) -> tuple[tuple[Subject, Entry], ...]:
        """Everything that is known, with what it is about."""
        return tuple(self._entries.items())

    def entries(self) -> tuple[Entry, ...]:
        """Everything that is known, of all subjects."""
        return tuple(self._entries.values())

    def next_number(self, kind: Kind, key: str) -> int:
        """A number that no result of this subject ever had, and no job that may still bring one.

        What ended with nothing leaves its number free: the first take is the first.
        """
        entry = self.entry(kind, key)
        kept = (*entry.takes, *entry.gone, *entry.apart, *self._held[kind, key])
        used = [*kept, *(job.wish.number for job in entry.jobs.values() if not job.is_in_vain)]
        return max(used, default=0) + 1

    @contextmanager
    def number(self, kind: Kind, key: str) -> Iterator[int]:
        """The next number, held as long as a result is worked on: nobody else is given it."""
        number = self.next_number(kind, key)
        self._held[kind, key].add(number)
        try:
            yield number
        finally:
            self._held[kind, key].discard(number)

    def open_job(self, wish: Wish) -> Job | None:
        """The job that already works on this wish, or waits for the user about it."""
        jobs = self.entry(wish.kind, wish.key).open_jobs()
        same = [job for job in jobs if wish.kind is not Kind.VIEW or job.wish == wish]
        return same[-1] if same else None

    def first_question(self, wish: Wish) -> Job | None:
        """The oldest job of this wish about which the user is asked; None: there is none."""
        jobs = self.entry(wish.kind, wish.key).open_jobs()
        same = (job for job in jobs if wish.kind is not Kind.VIEW or job.wish == wish)
        return next((job for job in same if job.needs_user), None)

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
        entry = self._entries[wish.kind, wish.key]
        # One that comes home again keeps what was said of it.
        known = (each.marks for each in entry.every_take() if each.number == take.number)
        take = replace(take, marks=next(known, take.marks))
        entry.gone.pop(take.number, None)
        if (wish.kind, wish.key, take.number) in self.apart:
            entry.apart[take.number] = take
        else:
            entry.takes[take.number] = take
        self._trouble.pop((wish.kind, wish.key), None)
        self.changed.emit((wish.kind, wish.key))

    def mark(self, kind: Kind, key: str, number: int, marks: Marks) -> None:
        """The user says something else of a result."""
        entry = self.entry(kind, key)
        for place in (entry.takes, entry.gone, entry.apart):
            if number in place:
                place[number] = replace(place[number], marks=marks)
        self.changed.emit((kind, key))

    def set_takes(
        self, takes: dict[Kind, dict[str, list[Take]]], gone: Set[str] = frozenset()
    ) -> None:
        """Results as the database has them now; only what differs is told."""
        for kind, by_key in takes.items():
            for key, found in by_key.items():
                if self._sort(kind, key, found, gone):
                    self.changed.emit((kind, key))

    def gone(self) -> list[Subject]:
        """Shots with a result that is gone from the disk and that the service may still have."""
        return [
            (kind, key)
            for (kind, key), entry in self._entries.items()
            if kind is not Kind.VIEW and any(map(self.is_kept, entry.missed()))
        ]

    def paid_and_away(self) -> int:
        """How many results are paid for, not here, and may be had."""
        return sum(job.state in PAID for job in self.open_jobs()) + len(self.gone())

    def is_kept(self, take: Take) -> bool:
        """Whether the service may still have a result whose file is gone here."""
        is_young = take.made_at > time.time() - KEPT_THERE
        return bool(take.task_id) and is_young and take.task_id not in self.not_kept

    def take_over(self, kind: Kind, key: str) -> None:
        """Results of the film that lay here before count as this shot's own from now on."""
        self.apart = frozenset(each for each in self.apart if each[:2] != (kind, key))
        entry = self._entries[kind, key]
        self._sort(kind, key, entry.every_take(), {take.path for take in entry.gone.values()})
        self.changed.emit((kind, key))

    def _sort(self, kind: Kind, key: str, found: Iterable[Take], gone: Set[str]) -> bool:
        """Whether the results of a subject are others now, or other ones of them are there."""
        entry = self._entries[kind, key]
        before = entry.takes, entry.gone, entry.apart
        entry.takes, entry.gone, entry.apart = {}, {}, {}
        for take in sorted(found, key=lambda take: take.number):
            place = entry.takes
            if (kind, key, take.number) in self.apart:
                place = entry.apart
            elif take.path in gone and kind is not Kind.VIEW:
                # Pictures of elements are what lies in their folder: people take some away.
                place = entry.gone
            place[take.number] = take
        return before != (entry.takes, entry.gone, entry.apart)

    def unsent(self, subject: Subject) -> tuple[Variant, ...]:
        """Which of the variants that are wished of a subject are not sent yet."""
        count, since = self.variants(subject), self._waiting.get(subject, 0.0)
        if not count:
            return ()
        jobs = self.entry(*subject).jobs.values()
        sent = {job.wish.number for job in jobs if job.is_sent and job.created >= since}
        # Before the flow has begun none has a number yet.
        held = sorted(self._held.get(subject, ())) or [0] * count
        places = (place for place, number in enumerate(held, 1) if number not in sent)
        return tuple(Variant(place, count) for place in places)

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
