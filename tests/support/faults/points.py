"""Kill points and disk troubles: the N-th operation, for every N until a run needs no N."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tests.support.faults.bench import Bench, World
from tests.support.faults.films import PLAYS
from tests.support.faults.shim import KILLED
from tests.support.faults.traced import inject

KINDS = (("step", "kill"), ("file", "kill"), ("write", "half"), ("sql", "kill"))
TROUBLES = ("ENOSPC", "EIO", "EACCES", "EROFS", "EMFILE", "short")


@dataclass(frozen=True, slots=True)
class Point:
    """One place and kind of fault in a play."""

    play: str
    kind: str
    what: str
    at: int
    lasting: bool = False

    def fault(self) -> Mapping[str, object]:
        """As a child's plan names it."""
        return {"kind": self.kind, "at": self.at, "what": self.what, "lasting": self.lasting}


@dataclass(slots=True)
class Tally:
    """What came of many faults; `broken` tells the point of each broken promise.

    Attributes:
        unknown, charged: wishes told as unknown, and how many of those were really charged.
        kills: processes that were killed on the way, where that is not what is counted.
    """

    tried: Counter[str] = field(default_factory=Counter)
    broken: list[tuple[Point, str]] = field(default_factory=list)
    unknown: int = 0
    charged: int = 0
    kills: int = 0

    def add(self, other: Tally) -> None:
        """Take another tally's counts in."""
        self.tried += other.tried
        self.broken += other.broken
        self.unknown += other.unknown
        self.charged += other.charged
        self.kills += other.kills


def kill_at(bench: Bench, point: Point, tally: Tally, plant: str = "") -> bool:
    """Kill at one point, start again, look; False where the run was over before it."""
    with bench.world(PLAYS[point.play]) as world:
        world.begin()
        run = world.run(fault=point.fault(), plant=plant)
        if run["code"] != KILLED:
            return False
        _look(world, point, tally, plant)
    return True


def trouble_at(bench: Bench, point: Point, tally: Tally, plant: str = "") -> bool:
    """Break one operation; the run goes on and ends by itself, and so does the next.

    Returns False where the run was over before it.
    """
    with bench.world(PLAYS[point.play]) as world:
        world.begin()
        run = world.run(fault=point.fault(), plant=plant)
        if not run.get("struck") and "raw" not in run:
            # This trouble cannot befall that operation, or the run was over before it.
            return bool(run["counts"][point.kind] >= point.at)
        for line in _own_words(run):
            tally.broken.append((point, line))
        _look(world, point, tally, plant)
    return True


def limit_at(bench: Bench, play: str, size: int, tally: Tally) -> None:
    """No file may grow beyond `size` bytes in one run; the next has room."""
    point = Point(play, "bytes", "EFBIG", size, lasting=True)
    with bench.world(PLAYS[play]) as world:
        world.begin()
        run = world.run(bytes=size)
        for line in _own_words(run):
            tally.broken.append((point, line))
        _look(world, point, tally)


def inject_at(bench: Bench, play: str, call: str, end: str, at: int, tally: Tally) -> None:
    """One system call of a real interpreter fails, or kills it; SQLite's own calls too."""
    point = Point(play, call, end, at, lasting=at % 2 == 0 and "error" in end)
    with bench.world(PLAYS[play]) as world:
        world.begin()
        run = inject(world.plan(), call, end, at, lasting=point.lasting)
        for line in _own_words(run) if "error" in end else ():
            tally.broken.append((point, line))
        _look(world, point, tally)


def _own_words(run: Mapping[str, object]) -> Iterator[str]:
    """What the user saw of the run under the fault, where it was no plain sentence."""
    if "raw" in run:
        yield f"traceback: {run['raw']} {str(run['where'])[-900:]}"
    elif "seen" not in run:
        yield f"traceback: it died with {run['code']}: {str(run['err'])[-600:]}"
    else:
        seen = run["seen"]
        assert isinstance(seen, dict)
        parts = [part["told"] for kind in ("shots", "elements") for part in seen[kind].values()]
        for line in [*seen["told"], *parts]:
            if line.startswith("project.mistake-of-ours") or "Traceback" in line:
                yield f"traceback: {line}"
    if "Traceback" in str(run["err"]):
        yield f"traceback: {str(run['err'])[-600:]}"


def _look(world: World, point: Point, tally: Tally, plant: str = "") -> None:
    end, broken = world.look(plant=plant)
    tally.tried[f"{point.kind}/{point.what}"] += 1
    tally.broken += [(point, line) for line in broken]
    unknown, charged = end.get("unknown", (0, 0))
    tally.unknown += unknown
    tally.charged += charged


def every_kill(
    bench: Bench, plays: Iterable[str], tally: Tally, *, first: int = 1, step: int = 1
) -> None:
    """Each kind of kill at `first`, `first + step`, ... of each play."""
    for play in plays:
        for kind, what in KINDS:
            at = first
            while kill_at(bench, Point(play, kind, what, at), tally):
                at += step


def every_trouble(
    bench: Bench, plays: Iterable[str], tally: Tally, *, first: int = 1, step: int = 1
) -> None:
    """Each trouble, once and lasting, at `first`, `first + step`, ... of each play."""
    for play in plays:
        for what in TROUBLES:
            for lasting in (False, True):
                for kind in ("write",) if what == "short" else ("file", "sql"):
                    at = first
                    while trouble_at(bench, Point(play, kind, what, at, lasting), tally):
                        at += step
