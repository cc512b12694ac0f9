#!/usr/bin/env python3
"""Fault runs at length; each prints what was tried, what failed, the seed and the commit.

python scripts/faults.py kills|troubles|limits|injected|crashes|cuts|processes|
    damages|budgets|planted
    [--count N] [--every N] [--seed N] [--workers N] [--play NAME]...

kills and troubles try every point, or with `--every N` each N-th; of the others `--count` says how
many. Exit code 1 where a promise was broken.
"""

from __future__ import annotations

import argparse
import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.support.faults import long_runs  # noqa: E402 - found beside this script
from tests.support.faults.bench import Bench, benches  # noqa: E402
from tests.support.faults.points import Tally  # noqa: E402

_EVERY = 20.0
RUNS: dict[str, long_runs.Run] = {
    "kills": long_runs.kills,
    "troubles": long_runs.troubles,
    "limits": long_runs.limits,
    "injected": long_runs.injected,
    "crashes": long_runs.crashes,
    "cuts": long_runs.cuts,
    "processes": long_runs.processes,
    "damages": long_runs.damages,
    "budgets": long_runs.budgets,
    "planted": long_runs.planted,
}


def main() -> int:
    """Run one harness; 1 where a promise was broken."""
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    asked.add_argument("run", choices=RUNS)
    asked.add_argument("--count", type=int, default=0)
    asked.add_argument("--seed", type=int, default=random.randrange(10**6))
    asked.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    asked.add_argument("--every", type=int, default=1)
    asked.add_argument("--play", action="append", default=[])
    given = asked.parse_args()
    print(f"{given.run}: seed {given.seed}, commit {_commit()}", flush=True)
    began = time.monotonic()
    order = long_runs.Order(given.count, given.seed, tuple(given.play), given.every)
    tally = _spread(RUNS[given.run](order), given.workers)
    _tell(tally, time.monotonic() - began)
    return 1 if tally.broken else 0


def _commit() -> str:
    found = subprocess.run(
        ["git", "describe", "--always", "--dirty"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.strip() or "unknown"


def _spread(work: Iterator[long_runs.Piece], workers: int) -> Tally:
    """Let so many warm processes take pieces of work until there are none."""
    taking, whole, told = threading.Lock(), Tally(), [time.monotonic()]

    def run(bench: Bench) -> None:
        while True:
            with taking:
                piece = next(work, None)
            if piece is None:
                return
            tally = Tally()
            piece(bench, tally)
            with taking:
                whole.add(tally)
                for point, line in tally.broken:
                    print(f"{point}\n  {line}", flush=True)
                _tell_on_the_way(whole, told)

    with benches(workers) as places:
        _together([partial(run, bench) for bench in places])
    return whole


def _tell_on_the_way(whole: Tally, told: list[float]) -> None:
    if time.monotonic() - told[0] > _EVERY:
        told[0] = time.monotonic()
        print(f"  {sum(whole.tried.values())} tried, {len(whole.broken)} broken", flush=True)


def _together(acts: list[Callable[[], None]]) -> None:
    faults: list[BaseException] = []

    def guarded(act: Callable[[], None]) -> None:
        try:
            act()
        except BaseException as error:
            faults.append(error)
            raise

    threads = [threading.Thread(target=guarded, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if faults:
        raise faults[0]


def _tell(tally: Tally, seconds: float) -> None:
    for name, count in sorted(tally.tried.items()):
        print(f"  {name}: {count}")
    failed = len({point for point, _line in tally.broken})
    print(f"tried {sum(tally.tried.values())}, failed {failed}, {seconds:.0f} s")
    if tally.unknown:
        share = tally.charged / tally.unknown
        print(f"told as unknown {tally.unknown}, of which charged {tally.charged} ({share:.0%})")
    if tally.kills:
        print(f"killed on the way: {tally.kills} processes")


if __name__ == "__main__":
    sys.exit(main())
