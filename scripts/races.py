#!/usr/bin/env python3
"""Race a window against a command on one film, many times, with kills; print what came of it.

python scripts/races.py [RACES] [SEED] [AT_ONCE]

Each race: two processes start at random moments, edit a shot each, and make the same two shots;
most are killed at a random moment. A last command then finishes. Laws: no shot is charged twice,
no paid result and no saved edit is lost, and the last command needs nobody's hand.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.support.fast_session import tiny_clip
from tests.support.given_numbers import numbers
from tests.support.quick_kie import quick_kie
from tests.support.race import audit, forking, race, whole_run


def main(races: int, seed: int, at_once: int) -> int:
    """Run; 1 where a law was broken."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        folder, clip = Path(home, "films"), tiny_clip(Path(home, "clip.mp4"))
        with quick_kie(clip, seconds=0.02, spread=0.05, slow=0.03, seed=seed) as service:
            context, environment = forking(), service.environment()
            whole = whole_run(context, folder, environment)
            run = partial(race, context, folder, seed=seed, environment=environment, whole=whole)
            with ThreadPoolExecutor(at_once) as pool:
                done = list(pool.map(run, range(races)))
            audit(folder, done, service.ledger())
    broken = [one for one in done if one.faults]
    for one in broken[:10]:
        print(f"race {one.number}: {'; '.join(one.faults)}")
    print(
        f"seed {seed}: {races} races in {time.monotonic() - began:.0f} s: "
        f"{sum(one.killed for one in done)} kills, {sum(one.refused for one in done)} turned away, "
        f"{sum(one.needs_you for one in done)} shots need you, {len(broken)} races with a fault"
    )
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(*numbers(__doc__, races=1000, seed=1, at_once=4)))
