#!/usr/bin/env python3
"""How long 200 shots take beside the best schedule that the service's limit allows.

python benchmarks/makespan.py [JOBS] [SLOTS] [TIMES_FASTER] [SEED]

The service takes 20 creates in 10 s, works 120 to 180 s on each and refuses what is too many; all
times are divided by TIMES_FASTER. The best schedule sends each job at the first moment at which
the limit and a slot are free, in the film's order, and loses no time on anything else. Goal: at
most 1.05 times that.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from collections import deque
from collections.abc import Sequence
from heapq import heappop, heappush
from pathlib import Path

from topa_studio.model.wish import clips

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.fast_session import compressed, numbered_film, tiny_clip
from tests.support.given_numbers import numbers
from tests.support.quick_kie import Service, quick_kie
from topa_studio.app.opening import Opening, open_film
from topa_studio.model.status import Stage

_LIMIT, _WINDOW = 20, 10.0
_SHORTEST, _SPREAD = 120.0, 60.0


def best(times: Sequence[float], slots: int, window: float) -> float:
    """The end of the best schedule, in seconds; `times` are what the jobs take, in order."""
    sent: deque[float] = deque()
    ends: list[float] = []
    last = 0.0
    for needed in times:
        at = sent[-1] if sent else 0.0
        if len(ends) == slots:
            at = max(at, heappop(ends))
        if len(sent) == _LIMIT:
            at = max(at, sent.popleft() + window)
        sent.append(at)
        heappush(ends, at + needed)
        last = max(last, at + needed)
    return last


async def make(film: Path, service: Service, jobs: int, slots: int, faster: float) -> float:
    how = Opening(unattended=True, must_write=True, slots=slots)
    with compressed(faster):
        session = await open_film(film, how, service.environment())
        try:
            await asyncio.sleep(1)
            began = time.monotonic()
            await session.make(clips(*session.missing()))
            took = time.monotonic() - began
            made = session.document.scenario.shots()
            stages = [session.shot(shot.key).stage for shot in made]
            assert stages.count(Stage.MADE) == jobs, stages
            return took
        finally:
            await session.aclose()


def main(jobs: int, slots: int, faster: int, seed: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(folder) / name.lower())
        film = numbered_film(Path(folder, "film"), jobs)
        manners = {
            "seconds": _SHORTEST / faster, "spread": _SPREAD / faster, "seed": seed,
            "creates": _LIMIT, "window": _WINDOW / faster,
        }  # fmt: skip
        clip = tiny_clip(Path(folder, "clip.mp4"))
        with quick_kie(clip, **manners) as service:
            took = asyncio.run(make(film, service, jobs, slots, faster))
            ledger = service.ledger()
    tasks = sorted(ledger["tasks"].values(), key=lambda task: task["at"])
    least = best([task["ready"] - task["at"] for task in tasks], slots, _WINDOW / faster)
    last = max(task["ready"] for task in tasks) - tasks[0]["at"]
    print(f"{jobs} jobs, {slots} at once, {faster} times faster, seed {seed}: {took:.1f} s")
    print(f"best schedule {least:.1f} s; the service was done after {last:.1f} s")
    print(f"told to wait: {ledger['counts'].get('too many', 0)} times")
    print(f"ratio {took / least:.3f} (goal: at most 1.05)")


if __name__ == "__main__":
    main(*numbers(__doc__, jobs=200, slots=64, times_faster=10, seed=1))
