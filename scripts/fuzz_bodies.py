#!/usr/bin/env python3
"""Ask a broken service over HTTP, answer by answer, in processes that may die; print what came.

python scripts/fuzz_bodies.py N [SEED] [WORKERS] [--show NUMBER]

`--show` writes that one answer of the run to stdout, byte by byte as it is sent.
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

from tests.support import answer_worker
from tests.support.broken_answers import broken_answer
from tests.support.fuzz_pool import fuzz


def main() -> int:
    """Run; 1 where an answer did harm."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("count", type=int)
    asked.add_argument("seed", type=int, nargs="?", default=random.randrange(10**6))
    asked.add_argument("workers", type=int, nargs="?", default=os.cpu_count() or 1)
    asked.add_argument("--show", type=int)
    given = asked.parse_args()
    if given.show is not None:
        sys.stdout.buffer.write(b"".join(broken_answer(given.seed, given.show).wire))
        return 0
    started = time.monotonic()
    worker = Path(answer_worker.__file__)
    tally = asyncio.run(fuzz(given.count, given.seed, given.workers, worker))
    print(tally.told(given.seed, time.monotonic() - started))
    return 0 if tally.is_clean else 1


if __name__ == "__main__":
    sys.exit(main())
