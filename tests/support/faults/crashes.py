"""Runs from crash states: a run's operations are written down, and each state is started from."""

from __future__ import annotations

import pickle
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.faults.audit import done_jobs
from tests.support.faults.bench import Bench, World
from tests.support.faults.crash import State, crash_states, lay_out
from tests.support.faults.drive import control
from tests.support.faults.films import PLAYS
from tests.support.faults.points import Point, Tally
from tests.support.faults.shim import Op
from tests.support.faults.traced import trace

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Recording:
    """One run, written down.

    Attributes:
        ops: what it did to the disk, in order.
        there: files before it, by path.
        tasks: what the service took, with times.
        root: the folder all this lay in.
    """

    ops: list[Op]
    there: dict[str, bytes]
    tasks: list[Json]
    root: Path


def record(bench: Bench, play: str, plant: str = "", *, traced: bool = False) -> Recording:
    """Let a play run to its end and write down what it does; `traced`: as the system sees it."""
    with bench.world(PLAYS[play]) as world:
        world.begin()
        root = world.home.parent
        there = {str(path): path.read_bytes() for path in _kept(root)}
        if traced:
            ops = trace(world.plan(), root, there)
            return Recording(ops, there, control(world.url)["tasks"], root)
        target = root / "ops.pickle"
        done = world.run(record=str(target), plant=plant)
        assert done["code"] == 0, done
        assert "seen" in done, done
        ops = pickle.loads(target.read_bytes())
        return Recording(ops, there, control(world.url)["tasks"], root)


def _kept(root: Path) -> Iterator[Path]:
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.name != "log.txt" and not path.name.startswith("stderr-"):
            yield path


def distinct_states(
    recording: Recording, count: int, seed: int, known: set[str]
) -> Iterator[tuple[State, list[Json]]]:
    """Crash states that differ from all in `known`, each with what the service took by then."""
    for state in crash_states(recording.ops, recording.there, count, random.Random(seed)):
        tasks = [task for task in recording.tasks if task["time"] < state.before]
        mark = state.mark(len(tasks))
        if mark not in known:
            known.add(mark)
            yield state, tasks


def start_from(
    bench: Bench,
    play: str,
    recording: Recording,
    state: State,
    tasks: list[Json],
    tally: Tally,
    *,
    late: bool = False,
) -> None:
    """The next start after a crash, and what it broke.

    `late`: so long after it that the service keeps nothing of jobs that were done by then.
    """
    with bench.world(PLAYS[play]) as world:
        (world.home / "film.yaml").unlink()
        lay_out(state.files, recording.root, world.home.parent)
        _remember(world, tasks, done_jobs(world.home) if late else [])
        end, broken = world.look()
    tally.tried["crash state"] += 1
    tally.broken += [(Point(play, "op", "crash", state.at), line) for line in broken]
    unknown, charged = end.get("unknown", (0, 0))
    tally.unknown += unknown
    tally.charged += charged


def _remember(world: World, tasks: list[Json], expired: list[str]) -> None:
    """The service is as it was: it knows its tasks, and nothing goes wrong any more."""
    control(world.url, "", {"tasks": tasks, "creates": [], "files": [], "expired": expired})


def every_state(
    bench: Bench, play: str, count: int, seed: int, tally: Tally, chosen: slice = slice(None)
) -> None:
    """Each distinct crash state of one recorded run of a play, or those chosen of them."""
    recording = record(bench, play)
    for state, tasks in list(distinct_states(recording, count, seed, set()))[chosen]:
        start_from(bench, play, recording, state, tasks, tally)
