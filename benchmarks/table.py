#!/usr/bin/env python3
"""All goals of speed and memory in one run, side by side, as a Markdown table (Linux).

python benchmarks/table.py [--rows window,open,acts,restart] [--sizes 1000,10000] [--rounds N]

`open` is the opening of the largest film with its memory, `acts` a move, a letter, a drag and a
change by another process. Each window is a process of its own (`acts.py`), and so is the limit
beside it (`bare_list.py`). The limit of a silence is how late a timer of the same time was here,
where nothing else is done: what the machine alone adds.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from topa_studio.ui.widgets.no_screen import use_large_screen

use_large_screen()

from window import Told, measure, starts

from tests.support.long_film import long_film

_ROWS = ("window", "open", "acts", "restart")
_ACTS = ("move", "letter", "drag", "outside")
_TICK = 0.005
_WORST = 240.0
_OPENING = (
    ("first", "painted", "first screen painted, first opening", "2.5"),
    ("first", "cpu", "computed until then", ""),
    ("again", "painted", "first screen painted, opened again unchanged", "0.8"),
    ("again", "cpu", "computed until then", ""),
    ("first", "known", "all problems known, first opening", "4"),
    ("again", "known", "all problems known, opened again", "4"),
    ("memory", "megabytes", "memory of all processes, MB", "250"),
)
_WORDS = {
    "move": "Alt+→ of one shot",
    "letter": "a letter in a prompt",
    "drag": "a card dragged and dropped",
    "outside": "an outside change of one shot",
}
# What is painted and computed, in seconds, for the smaller and for the larger film.
_GOALS = {
    "move": (("0.05", "0.1"), ("0.10", "0.3")),
    "letter": (("0.05", "0.1"), ("0.05", "0.1")),
    "drag": (("", "0.2"), ("", "0.4")),
    "outside": (("", ""), ("1", "")),
}
_MEASURES = (("painted", "painted"), ("cpu", "computed until at rest"))
_LONG = 10_000
Found = dict[tuple[str, str, str], list[float]]


class Ticking:
    """How late a timer was in this process, which only waits."""

    def __init__(self) -> None:
        self._late: list[tuple[float, float]] = []
        threading.Thread(target=self._tick, daemon=True).start()

    def _tick(self) -> None:
        while True:
            before = time.perf_counter()
            time.sleep(_TICK)
            self._late.append((time.time(), time.perf_counter() - before - _TICK))

    def worst(self, began: float, ended: float) -> float:
        return max((late for at, late in self._late if began <= at <= ended), default=0.0)


def films(shots: int, rounds: int, acts: tuple[str, ...], ticking: Ticking) -> Found:
    """Open a film of so many shots, again, and act in it; the list beside it does the same."""
    found: Found = defaultdict(list)

    def keep(who: str, told: list[Told], names: dict[str, str]) -> None:
        for one in told:
            act = str(one.pop("act"))
            began, ended = one.pop("began", 0.0), one.pop("ended", 0.0)
            if ended:
                found["limit", act, "silence"].append(ticking.worst(began, ended))
            for what, value in one.items():
                found[who, names.get(act, act), what].append(value)

    for _round in range(rounds):
        with tempfile.TemporaryDirectory() as folder:
            film, home = Path(folder) / "film" / "long.yaml", Path(folder) / "home"
            film.parent.mkdir()
            text, mistake, rest = long_film(shots).rpartition("duration: 5")
            film.write_text(f"{text}{mistake}00{rest}", encoding="utf-8")
            measure("studio_window.py", home)  # writes the byte-code, as an installer does
            keep("studio", measure("acts.py", home, str(film)), {"open": "first"})
            given = (str(film), "memory", *acts)
            keep("studio", measure("acts.py", home, *given, seconds=_WORST), {"open": "again"})
            measure("bare_list.py", home, str(film))
            keep("limit", measure("bare_list.py", home, str(film)), {"open": "first"})
    for what, _name in _MEASURES:
        found["limit", "again", what] = found["limit", "first", what]
    return found


def row(words: str, goal: str, values: list[float], limit: list[float], unit: str = " s") -> None:
    """Print one line of the table."""
    print(f"| {words} | {goal} | {span(values, unit)} | {span(limit, unit)} |", flush=True)


def span(values: list[float], unit: str) -> str:
    if not values:
        return ""
    digits = 0 if max(values) >= 100 else 3 if max(values) < 1 else 2
    middle, least, most = statistics.median(values), min(values), max(values)
    return f"{middle:.{digits}f}{unit} ({least:.{digits}f}–{most:.{digits}f})"


def tell_film(shots: int, found: Found, rows: list[str]) -> None:
    if "open" in rows:
        for act, what, words, goal in _OPENING:
            studio, limit = found["studio", act, what], found["limit", act, what]
            row(f"{shots:,} shots: {words}", goal if shots >= _LONG else "", studio, limit, "")
    if "acts" not in rows:
        return
    for act, words in _WORDS.items():
        goals = _GOALS[act][shots >= _LONG]
        for (what, name), goal in zip(_MEASURES, goals, strict=True):
            studio, limit = found["studio", act, what], found["limit", act, what]
            row(f"{shots:,} shots: {words}, {name}", goal, studio, limit)
        late, own = found["studio", act, "silence"], found["studio", act, "computed"]
        row(
            f"{shots:,} shots: {words}, longest silence",
            "0.05",
            late,
            found["limit", act, "silence"],
        )
        row(f"{shots:,} shots: {words}, of it computed in the loop", "", own, [])


def tell_start(rounds: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        found = starts(Path(folder) / "home", rounds)
    ratios = [
        ours["seconds"] / bare["seconds"]
        for ours, bare in zip(found["studio"], found["bare"], strict=True)
    ]
    row("window with the sample painted, times a bare window", "2.5", ratios, [], "")
    seconds = {name: [run["seconds"] for run in runs] for name, runs in found.items()}
    row("the same in seconds", "", seconds["studio"], seconds["bare"])


def tell_restart(rounds: int) -> None:
    from restart import rounds_of

    runs = rounds_of(_LONG, rounds)
    for name, goal in (("usable", "1.5"), ("usable (CPU)", ""), ("painted", "")):
        row(f"10,000 made shots, restart: {name}", goal, [run[name] for run in runs], [])


def commit() -> str:
    git = ("git", "-C", str(ROOT), "describe", "--always", "--dirty")
    return subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()


def main(rows: list[str], sizes: list[int], rounds: int) -> None:
    load = os.getloadavg()[0]
    print("| what | goal | measured: median (least–most) | limit beside it |\n|---|---|---|---|")
    ticking = Ticking()
    if "window" in rows:
        tell_start(max(rounds, 5))
    if "open" in rows or "acts" in rows:
        for shots in sizes:
            acts = _ACTS if "acts" in rows else ()
            tell_film(shots, films(shots, rounds, acts, ticking), rows)
    if "restart" in rows:
        tell_restart(rounds)
    print(
        f"\nCommit {commit()}; load {load:.1f} at the start, {os.getloadavg()[0]:.1f} at the end."
    )


if __name__ == "__main__":
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("--rows", default=",".join(_ROWS))
    asked.add_argument("--sizes", default="1000,10000")
    asked.add_argument("--rounds", type=int, default=3)
    given = asked.parse_args()
    main(given.rows.split(","), [int(size) for size in given.sizes.split(",")], given.rounds)
