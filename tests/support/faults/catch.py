"""Each planted bug is met by the harness that must catch it; without the bug that finds nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from tests.support.faults.audit import over_budget
from tests.support.faults.bench import Bench
from tests.support.faults.crashes import distinct_states, record, start_from
from tests.support.faults.drive import control
from tests.support.faults.films import PLAYS
from tests.support.faults.points import Point, Tally, kill_at, trouble_at

Harness = Callable[[Bench, str, Tally], None]


def _to_its_end(play: str, bench: Bench, plant: str, tally: Tally) -> None:
    """One run with what its service does, and the next start."""
    point = Point(play, "", "", 0)
    with bench.world(PLAYS[play]) as world:
        done = world.run(plant=plant)
        assert "seen" in done, done
        assert not any("mistake" in line for line in done["seen"]["told"]), done
        _end, broken = world.look()
    tally.tried["run"] += 1
    tally.broken += [(point, line) for line in broken]


def _crashed(bench: Bench, plant: str, tally: Tally, *, late: bool = False) -> None:
    """Crash states of one run, the last ones first, until one is bad."""
    recording = record(bench, "one shot", plant)
    states = list(distinct_states(recording, 0, 0, set()))
    for state, tasks in states[::-1]:
        if not tally.broken:
            start_from(bench, "one shot", recording, state, tasks, tally, late=late)


def _stopped(
    act: Callable[[Bench, Point, Tally, str], bool],
    kind: str,
    what: str,
    numbers: Iterable[int],
    bench: Bench,
    plant: str,
    tally: Tally,
) -> None:
    for at in numbers:
        if tally.broken or not act(bench, Point("one shot", kind, what, at), tally, plant):
            return


def _raced(bench: Bench, plant: str, tally: Tally) -> None:
    """A second process opens the film while the first was told to wait with its create."""
    with bench.world(PLAYS["told to wait"]) as world:
        plans = [world.plan(plant=plant), world.plan(plant=plant, after=1)]
        opened = [done["seen"]["opened"] for done in world.zygote.run_all(plans)]
        assert opened == [True, bool(plant)], opened
        _end, broken = world.look()
    tally.tried["race"] += 1
    tally.broken += [(Point("told to wait", "race", "", 0), line) for line in broken]


def _raced_for_a_day(bench: Bench, plant: str, tally: Tally) -> None:
    """Two films are made at the same time; the day's budget holds one clip."""
    with bench.world(PLAYS["one shot"]) as world:
        plans = [
            {**plan, "plant": plant, "day": 50.0, "meet": f"/meet?who={who}&count=2"}
            for who, plan in (("one", world.plan()), ("other", world.also()))
        ]
        done = world.zygote.run_all(plans)
        assert all(run["seen"]["opened"] for run in done), done
        ledger = control(world.url)
    tally.tried["race"] += 1
    point = Point("one shot", "race", "budget", 0)
    tally.broken += [(point, line) for line in over_budget(ledger, 50.0)]
    if not ledger["tasks"]:
        tally.broken.append((point, "nothing was made, so nothing was shown"))


_STATEMENTS = range(54, 120)
_WRITES = range(1, 60)

HARNESSES: Mapping[str, Harness] = {
    "no fsync": _crashed,
    # The service gives back for some days what a folder lost; only later is it gone for good.
    "no folder fsync": partial(_crashed, late=True),
    "intent after POST": partial(_stopped, kill_at, "sql", "kill", _STATEMENTS),
    "retry on read timeout": partial(_to_its_end, "slow answer"),
    "retry on 5xx": partial(_to_its_end, "answered with 500"),
    "POST in library retry": partial(_to_its_end, "lost reply"),
    "non-atomic write": partial(_stopped, kill_at, "write", "half", _WRITES),
    "unlooped write": partial(_stopped, trouble_at, "write", "short", _WRITES),
    "trust 200 on Range": partial(_to_its_end, "download from the start again"),
    "no size check": partial(_to_its_end, "broken download"),
    "no lock": _raced,
    "cap check outside lock": _raced_for_a_day,
    "headers in log": partial(_to_its_end, "one shot"),
}


def met(bench: Bench, name: str, *, planted: bool = True) -> Tally:
    """What the harness of that bug finds, with or without the bug."""
    tally = Tally()
    HARNESSES[name](bench, name if planted else "", tally)
    return tally
