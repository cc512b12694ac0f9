#!/usr/bin/env python3
"""Open, edit and undo mutated scenario files in processes that may die; print what came of it.

python scripts/fuzz_scenarios.py N [SEED] [WORKERS] [--show NUMBER]

`--show` writes that one file of the run to stdout.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.support.fuzz_pool import Tally, fuzz
from tests.support.fuzzing import broken_film

_TOLD = 5


def main() -> int:
    """Run; 1 where a file did harm."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int)
    asked.add_argument("seed", type=int, nargs="?", default=random.randrange(10**6))
    asked.add_argument("workers", type=int, nargs="?", default=os.cpu_count() or 1)
    asked.add_argument("--show", type=int)
    given = asked.parse_args()
    if given.show is not None:
        sys.stdout.buffer.write(broken_film(given.seed, given.show))
        return 0
    started = time.monotonic()
    tally = asyncio.run(fuzz(given.count, given.seed, given.workers))
    _tell(tally, given.seed, time.monotonic() - started)
    return 0 if tally.is_clean else 1


def _tell(tally: Tally, seed: int, seconds: float) -> None:
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(tally.kinds.items()))
    print(f"seed {seed}: {tally.files} files in {seconds:.0f} s: {kinds}")
    print(
        f"{len(tally.faults)} tracebacks, {len(tally.signals)} signals, {len(tally.stuck)} stuck, "
        f"{len(tally.slow)} over 2 s, "
        f"the longest {tally.longest[0]:.2f} s (file {tally.longest[1]})"
    )
    for number, words in list(tally.faults.items())[:_TOLD]:
        print(f"file {number}:\n{words}")
    for number, code in list(tally.signals.items())[:_TOLD]:
        print(f"file {number}: the worker ended with {code}")
    for number in [*tally.slow, *tally.stuck][:_TOLD]:
        print(f"file {number}: {tally.slow.get(number, 'no answer')} s")


if __name__ == "__main__":
    sys.exit(main())
