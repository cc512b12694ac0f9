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

from tests.support.fuzz_pool import fuzz
from tests.support.fuzzing import broken_film


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
    print(tally.told(given.seed, time.monotonic() - started))
    return 0 if tally.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
