"""The long runs as pieces of work, so that several warm processes can share them."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from tests.support.faults.bench import Bench
from tests.support.faults.budgets import try_schedule
from tests.support.faults.catch import HARNESSES, met
from tests.support.faults.crashes import Recording, distinct_states, record, start_from
from tests.support.faults.cuts import HOWS, cut_at, sizes
from tests.support.faults.damages import MOMENTS, WAYS, damage_at
from tests.support.faults.films import PLAYS
from tests.support.faults.points import (
    KINDS,
    TROUBLES,
    Point,
    Tally,
    inject_at,
    kill_at,
    limit_at,
    trouble_at,
)
from tests.support.faults.processes import kill_process
from tests.support.faults.rules import Cut
from tests.support.faults.traced import ENDS, INJECTED, can_trace

Piece = Callable[[Bench, Tally], None]
_BLOCK = 25
_LONGEST_FILE = 70_000


@dataclass(frozen=True, slots=True)
class Order:
    """What is asked for.

    Attributes:
        count: at least so many faults; 0: the usual number.
        plays: only these; (): all.
        every: only each so-manieth point, where all are tried.
    """

    count: int
    seed: int
    plays: tuple[str, ...]
    every: int = 1

    def names(self) -> tuple[str, ...]:
        """The plays' names."""
        return self.plays or tuple(PLAYS)


Run = Callable[[Order], Iterator[Piece]]


class _Line:
    """Points of one kind in one play, a block at a time, until a run is over before one."""

    def __init__(self, act: Callable[[Bench, int, Tally], bool], first: int, every: int) -> None:
        self._act = act
        self._next = first
        self._every = every
        self.over = False

    def block(self) -> Piece:
        """The next points; whoever works on them tells whether there are more."""
        first = self._next
        self._next += _BLOCK * self._every
        return partial(self._try, first)

    def _try(self, first: int, bench: Bench, tally: Tally) -> None:
        for at in range(first, first + _BLOCK * self._every, self._every):
            if not self._act(bench, at, tally):
                self.over = True
                return


def _to_their_ends(lines: list[_Line]) -> Iterator[Piece]:
    for line in lines:
        while not line.over:
            yield line.block()


def kills(order: Order) -> Iterator[Piece]:
    """Every step, file operation, torn write and statement of every play."""

    def act(play: str, kind: str, what: str, bench: Bench, at: int, tally: Tally) -> bool:
        return kill_at(bench, Point(play, kind, what, at), tally)

    return _to_their_ends(
        [
            _Line(partial(act, play, *kind), 1 + order.seed % order.every, order.every)
            for play in order.names()
            for kind in KINDS
        ]
    )


def troubles(order: Order) -> Iterator[Piece]:
    """Every operation of the first plays with every trouble, once and lasting."""

    def act(point: Point, bench: Bench, at: int, tally: Tally) -> bool:
        here = Point(point.play, point.kind, point.what, at, point.lasting)
        return trouble_at(bench, here, tally)

    plays = order.plays or ("one shot", "panel and clip", "collecting what was sent")
    return _to_their_ends(
        [
            _Line(
                partial(act, Point(play, kind, what, 0, lasting)),
                1 + order.seed % order.every,
                order.every,
            )
            for play in plays
            for what in TROUBLES
            for kind in (("write",) if what == "short" else ("file", "sql"))
            for lasting in (False, True)
        ]
    )


def limits(order: Order) -> Iterator[Piece]:
    """A limit to the size of any file, real for SQLite too, in even steps."""
    count = order.count or 300
    plays = order.plays or ("one shot", "panel and clip")
    for number in range(count):
        size = 64 + _LONGEST_FILE * number // count
        play = plays[number % len(plays)]
        yield partial(_limit, play, size)


def _limit(play: str, size: int, bench: Bench, tally: Tally) -> None:
    limit_at(bench, play, size, tally)


def injected(order: Order) -> Iterator[Piece]:
    """System calls of real interpreters that fail or kill, by strace."""
    dice = random.Random(order.seed)
    plays = order.plays or ("one shot", "panel and clip", "collecting what was sent")
    for number in range(order.count or 200):
        call, end = INJECTED[number % len(INJECTED)], dice.choice(ENDS)
        most = 45 if call == "pwrite64" else 14
        play = plays[number // len(INJECTED) % len(plays)]
        yield partial(_inject, play, call, end, dice.randint(1, most))


def _inject(play: str, call: str, end: str, at: int, bench: Bench, tally: Tally) -> None:
    inject_at(bench, play, call, end, at, tally)


class _States:
    """Crash states of a play, recorded by whoever comes first."""

    def __init__(self, play: str, seed: int, wanted: int) -> None:
        self._play = play
        self._seed = seed
        self._wanted = wanted
        self._known: set[str] = set()

    def pieces(self) -> Iterator[Piece]:
        """One piece that records, then blocks of states."""
        held: list[Recording] = []
        traced = can_trace()
        yield lambda bench, tally: held.append(record(bench, self._play, traced=traced))
        while not held:
            # Another worker still records.
            yield lambda bench, tally: None
        recording = held[0]
        count = 1 + self._wanted // max(1, len(recording.ops))
        states = distinct_states(recording, 2 * count, self._seed, self._known)
        while block := list(itertools.islice(states, _BLOCK)):
            yield partial(self._start, recording, block)
            if len(self._known) >= self._wanted:
                return

    def _start(self, recording: Recording, block: list, bench: Bench, tally: Tally) -> None:
        for state, tasks in block:
            start_from(bench, self._play, recording, state, tasks, tally)


def crashes(order: Order) -> Iterator[Piece]:
    """Distinct crash states, as many of each play."""
    names = order.plays or (
        "one shot",
        "panel and clip",
        "element, panel and clip",
        "two shots at once",
        "lost reply",
        "broken download",
        "collecting what was sent",
        "recovering",
    )
    each = -(-(order.count or 5000) // len(names))
    for place, name in enumerate(names):
        yield from _States(name, order.seed + place, each).pieces()


def cuts(order: Order) -> Iterator[Piece]:
    """A create's request and reply cut at every byte, in every way."""
    held: list[tuple[int, int]] = []
    yield lambda bench, tally: held.append(sizes(bench))
    while not held:
        yield lambda bench, tally: None
    request, reply = held[0]
    places = [("reply", at) for at in range(reply)] + [("request", at) for at in range(request + 1)]
    every = [Cut(way, at, how) for way, at in places for how in HOWS]
    random.Random(order.seed).shuffle(every)
    for cut in every[: order.count or len(every)]:
        yield partial(_cut, cut)


def damages(order: Order) -> Iterator[Piece]:
    """The record of what was made is damaged between two runs, in every way and at every moment."""
    plays = order.plays or ("one shot", "panel and clip", "two shots at once")
    kinds = itertools.cycle(itertools.product(plays, WAYS, range(len(MOMENTS))))
    for number, (play, way, moment) in zip(range(order.count or 300), kinds, strict=False):
        yield partial(_damage, play, way, moment, order.seed * 1_000_000 + number)


def _damage(play: str, way: str, moment: int, seed: int, bench: Bench, tally: Tally) -> None:
    damage_at(bench, play, way, moment, seed, tally)


def _cut(cut: Cut, bench: Bench, tally: Tally) -> None:
    cut_at(bench, cut, tally)


def processes(order: Order) -> Iterator[Piece]:
    """Real processes of `run-all`, killed at moments spread over the whole run."""
    dice = random.Random(order.seed)
    plays = order.plays or (
        "element, panel and clip",
        "two shots at once",
        "throttled create",
        "a budget for one",
    )
    for number in range(order.count or 200):
        yield partial(_kill_process, plays[number % len(plays)], dice.random())


def _kill_process(play: str, share: float, bench: Bench, tally: Tally) -> None:
    kill_process(bench, play, share, tally)


def budgets(order: Order) -> Iterator[Piece]:
    """Random schedules against a budget; the seed of each is the order's and its number."""
    for number in range(order.count or 1000):
        yield partial(_try_schedule, order.seed * 1_000_000 + number)


def _try_schedule(seed: int, bench: Bench, tally: Tally) -> None:
    try_schedule(bench, seed, tally)


def planted(order: Order) -> Iterator[Piece]:
    """Each planted bug; one that is not caught is a broken promise of the harness."""
    for name in HARNESSES:
        for with_bug in (True, False):
            yield partial(_meet, name, with_bug)


def _meet(name: str, with_bug: bool, bench: Bench, tally: Tally) -> None:
    found = met(bench, name, planted=with_bug)
    tally.tried[f"{'with' if with_bug else 'without'}: {name}"] += 1
    if bool(found.broken) != with_bug:
        point = Point(name, "planted", "", 0)
        tally.broken.append((point, "missed" if with_bug else str(found.broken[:2])))
