#!/usr/bin/env python3
"""Time of `topa-studio --help` beside `python -c "import click"`. Goal: at most 2.5 times.

python benchmarks/commands.py [ROUNDS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

COMMANDS = {
    "import click": [sys.executable, "-c", "import click"],
    "--help": [sys.executable, "-m", "topa_studio", "--help"],
}


def main(rounds: int) -> None:
    found: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for _round in range(rounds):
        for name, command in COMMANDS.items():
            began = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            found[name].append(time.perf_counter() - began)
    for name, seconds in found.items():
        print(f"{name:<14} median {statistics.median(seconds) * 1000:.0f} ms")
    medians = [statistics.median(seconds) for seconds in found.values()]
    print(f"ratio          {medians[1] / medians[0]:.2f} (goal: at most 2.5)")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 21)
