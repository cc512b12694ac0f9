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
from topa_studio.ui.widgets.no_screen import use_large_screen

PROBES = {"bare": "bare_window.py", "studio": "studio_window.py"}
Told = dict[str, float]


def main(rounds: int) -> None:
    use_large_screen()
    with tempfile.TemporaryDirectory() as folder:
        found = starts(Path(folder) / "home", rounds)
    for name, runs in found.items():
        seconds = [run["seconds"] for run in runs]
        memory = statistics.median(run["megabytes"] for run in runs)
        print(
            f"{name:<8} median {statistics.median(seconds):.3f} s "
            f"(min {min(seconds):.3f}, max {max(seconds):.3f}), {memory:.0f} MB"
        )
    medians = {n: statistics.median(r["seconds"] for r in runs) for n, runs in found.items()}
    print(f"ratio    {medians['studio'] / medians['bare']:.2f} (goal: at most 2.5)")


def starts(home: Path, rounds: int) -> dict[str, list[Told]]:
    """What both told in so many rounds, after one that is not counted."""
    found: dict[str, list[Told]] = {name: [] for name in PROBES}
    for number in range(rounds + 1):
        for name, script in PROBES.items():
            told = measure(script, home)[-1]
            if number:
                found[name].append(told)
    return found


def measure(
    script: str, home: Path, *given: str, seconds: float = 60.0, python: str = sys.executable
) -> list[Told]:
    """Start one probe; the figures that it printed, also where it is not done in time."""
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "TOPA_BENCHMARK_HOME": str(home),
        "TOPA_BENCHMARK_START": repr(time.time()),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    environment["PYTHONPYCACHEPREFIX"] = str(home.parent / "bytecode")
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    command = [python, str(Path(__file__).with_name(script)), *given]
    process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        out, _errors = process.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        process.terminate()
        out, _errors = process.communicate()
        print(f"{script} {' '.join(given)}: not done within {seconds:.0f} s", file=sys.stderr)
    return [json.loads(line) for line in out.splitlines()]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 9)
