#!/usr/bin/env python3
"""Kill a process that edits a film at many random moments; print what each left behind.

python scripts/kill_edits.py [KILLS] [SEED]
"""

from __future__ import annotations

import random
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.support.edit_kills import Kill, kill_once, moments
from tests.support.given_numbers import numbers


def main(count: int, seed: int) -> int:
    """Kill and look; 1 where one kill lost too much."""
    kills: list[Kill] = []
    with tempfile.TemporaryDirectory() as root:
        for number, after in enumerate(moments(count, seed)):
            kill = kill_once(Path(root, str(number)), after)
            kills.append(kill)
            if not kill.is_clean:
                print(f"kill {number}: {kill}", flush=True)
    bad = sum(not kill.is_clean for kill in kills)
    print(f"seed {seed}: {count} kills, {sum(bool(kill.typed) for kill in kills)} after an edit")
    print(
        f"{sum(kill.typed for kill in kills)} edits, {sum(kill.lost for kill in kills)} lost; "
        f"the oldest lost edit was {max(kill.lost_seconds for kill in kills):.2f} s old"
    )
    print(
        f"{sum(not kill.is_valid for kill in kills)} files not valid, "
        f"{sum(not kill.is_undone for kill in kills)} histories not back to the first bytes, "
        f"{sum(kill.steps for kill in kills)} undo steps back; {bad} kills not clean"
    )
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(*numbers(__doc__, kills=200, seed=random.randrange(10**6))))
