#!/usr/bin/env python3
"""Time from process start to the painted window with the sample, beside a bare PySide6 window.

python benchmarks/window.py [ROUNDS]

Both are started in turn in one run, so the ratio holds on a noisy machine. Goal: at most 2.5.
A first round is not counted: it writes the byte-code, which the first start does for a user.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from topa_studio.ui.no_screen import use_large_screen

PROBES = {"bare": "bare_window.py", "studio": "studio_window.py"}


def main(rounds: int) -> None:
    use_large_screen()
    with tempfile.TemporaryDirectory() as home:
        found: dict[str, list[dict[str, float]]] = {name: [] for name in PROBES}
        for number in range(rounds + 1):
            for name, script in PROBES.items():
                told = measure(script, Path(home))
                if number:
                    found[name].append(told)
    for name, runs in found.items():
        seconds = [run["seconds"] for run in runs]
        memory = statistics.median(run["megabytes"] for run in runs)
        print(
            f"{name:<8} median {statistics.median(seconds):.3f} s "
            f"(min {min(seconds):.3f}, max {max(seconds):.3f}), {memory:.0f} MB"
        )
    medians = {n: statistics.median(r["seconds"] for r in runs) for n, runs in found.items()}
    print(f"ratio    {medians['studio'] / medians['bare']:.2f} (goal: at most 2.5)")


def measure(script: str, home: Path) -> dict[str, float]:
    """Start one probe; what it printed when its window was painted."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TOPA_BENCHMARK_HOME": str(home),
        "TOPA_BENCHMARK_START": repr(time.time()),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home / "bytecode")
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    done = subprocess.run(
        [sys.executable, str(Path(__file__).with_name(script))],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
