"""Kill `run-all` at a moment, run it again to the end, and count what was charged."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.support.commands import command, topa
from tests.support.service_process import Practice
from tests.support.small_film import small_film

_SUMMARY = re.compile(r"(\d+) made, (\d+) failed, (\d+) need you")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One kill: `double` are wishes created more than once, `made` and `need_you` are shots."""

    after: float
    was_running: bool
    creates: int
    double: tuple[str, ...]
    made: int
    need_you: int
    output: str


def whole_run(service: Practice, folder: Path, shots: int) -> float:
    """Seconds that an undisturbed run takes."""
    began = time.monotonic()
    done = topa("run-all", "-s", small_film(folder, shots), environment=service.environment())
    assert done.returncode == 0, done.stdout + done.stderr
    return time.monotonic() - began


def kill_and_finish(service: Practice, folder: Path, shots: int, after: float) -> Outcome:
    """Kill a run `after` seconds from its start; then run it to its end."""
    film = small_film(folder, shots)
    before = len(service.events("created"))
    environment = {**os.environ, **service.environment()}
    run = subprocess.Popen(
        command("run-all", "-s", film),
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        run.wait(timeout=after)
        was_running = False
    except subprocess.TimeoutExpired:
        was_running = True
        run.kill()
        run.wait()
    end = topa("run-all", "-s", film, environment=service.environment())
    created = service.events("created")[before:]
    wishes = Counter(f"{event['model']}: {event['input']['prompt']}" for event in created)
    made, _failed, need_you = _counts(end.stdout)
    return Outcome(
        after=after,
        was_running=was_running,
        creates=len(created),
        double=tuple(wish for wish, count in wishes.items() if count > 1),
        made=made,
        need_you=need_you,
        output=end.stdout + end.stderr,
    )


def moments(seconds: float, count: int) -> Iterator[float]:
    """`count` moments spread evenly over a run of that length."""
    return (seconds * (number + 0.5) / count for number in range(count))


def _counts(output: str) -> tuple[int, int, int]:
    found = _SUMMARY.findall(output)
    if not found:
        return 0, 0, 0
    made, failed, need_you = found[-1]
    return int(made), int(failed), int(need_you)
