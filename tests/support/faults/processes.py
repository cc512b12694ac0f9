"""Real `run-all` processes, killed at a moment, run again to their end and audited."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Mapping

from tests.support.commands import command
from tests.support.faults.bench import Bench, World
from tests.support.faults.child import folders
from tests.support.faults.drive import environment
from tests.support.faults.films import PLAYS
from tests.support.faults.points import Point, Tally

# Seconds that a run takes, by play; measured once by the first that comes.
_LENGTHS: dict[str, float] = {}
_SHOULD_END = 900.0
# The first run of a play reads the program from the disk, and takes longer than those after it.
_BUSY = 0.75


def kill_process(bench: Bench, play: str, share: float, tally: Tally) -> None:
    """Kill a run after that share of its usual time; the next one is run to its end."""
    if play not in _LENGTHS:
        with bench.world(PLAYS[play]) as world:
            began = time.monotonic()
            _finish(world)
            _LENGTHS[play] = time.monotonic() - began
    with bench.world(PLAYS[play]) as world:
        after = share * _LENGTHS[play] * _BUSY
        point = Point(play, "process", "SIGKILL", round(after * 1000))
        was_running = _killed(world, after)
        said = _finish(world)
        if "Traceback" in said:
            tally.broken.append((point, f"traceback: {said[-600:]}"))
        end, broken = world.look()
        tally.tried["killed while it ran" if was_running else "over before the kill"] += 1
        tally.broken += [(point, line) for line in broken]
        unknown, charged = end.get("unknown", (0, 0))
        tally.unknown += unknown
        tally.charged += charged


def _killed(world: World, after: float) -> bool:
    with (world.home.parent / "stderr-killed.txt").open("wb") as said:
        run = subprocess.Popen(
            command("run-all", "-s", world.home / "film.yaml"),
            env=_environment(world),
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        try:
            run.wait(timeout=after)
        except subprocess.TimeoutExpired:
            run.kill()
            run.wait()
            return True
    return False


def _finish(world: World) -> str:
    done = subprocess.run(
        command("run-all", "-s", world.home / "film.yaml"),
        env=_environment(world),
        capture_output=True,
        text=True,
        check=False,
        timeout=_SHOULD_END,
    )
    return done.stdout + done.stderr


def _environment(world: World) -> Mapping[str, str]:
    return {**os.environ, **environment(world.url), **folders(world.home)}
