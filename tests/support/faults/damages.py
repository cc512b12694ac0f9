"""A record that was damaged, cut or deleted between two runs: nothing paid twice, nothing lost."""

from __future__ import annotations

import random

from tests.support.faults.bench import Bench, World
from tests.support.faults.films import PLAYS
from tests.support.faults.points import Point, Tally

WAYS = ("gone", "empty", "cut", "zeros", "bits", "no log")
# When the run before was killed: after storing a state of a job, before the first download, or
# not at all.
MOMENTS = (
    ("stored", "sending"),
    ("stored", "submitted"),
    ("stored", "ready"),
    ("named", "incoming"),
    ("stored", "done"),
    ("", ""),
)


def damage_at(bench: Bench, play: str, way: str, moment: int, seed: int, tally: Tally) -> None:
    """One damage after one moment, and the next start."""
    kind, what = MOMENTS[moment]
    point = Point(play, f"{way} after {what or 'the end'}", "damage", seed)
    with bench.world(PLAYS[play]) as world:
        fault = {"kind": kind, "at": 1, "what": what} if kind else None
        world.run(fault=fault)
        _damage(world, way, random.Random(seed))
        end, broken = world.look()
    tally.tried[f"damage: {way}"] += 1
    tally.broken += [(point, line) for line in broken]
    unknown, charged = end.get("unknown", (0, 0))
    tally.unknown += unknown
    tally.charged += charged


def _damage(world: World, way: str, dice: random.Random) -> None:
    state = world.home / "output" / ".topa" / "state.db"
    log = state.with_name("state.db-wal")
    if way == "no log":
        log.unlink(missing_ok=True)
        return
    if way == "gone":
        state.unlink()
        log.unlink(missing_ok=True)
        return
    # What was only in the log is damaged with it.
    target = log if log.exists() and dice.random() < 0.5 else state
    data = bytearray(target.read_bytes())
    match way:
        case "empty":
            data = bytearray()
        case "cut":
            data = data[: dice.randrange(len(data) + 1)]
        case "zeros":
            start = dice.randrange(len(data) or 1)
            size = min(len(data) - start, dice.choice((512, 4096, 1 << 20)))
            data[start : start + size] = bytes(size)
        case "bits":
            for _ in range(dice.randint(1, 20) if data else 0):
                data[dice.randrange(len(data))] ^= 1 << dice.randrange(8)
    target.write_bytes(data)
