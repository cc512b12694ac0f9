#!/usr/bin/env python3
"""A long film in every view of the real window: what each frame costs, beside bare views.

python benchmarks/views.py [SHOTS] [--otioview PYTHON]

One process each: the window (`views_window.py`), Qt's own list and table with as many rows
(`bare_views.py`), and otioview by an interpreter that has it (`otio_views.py`; OpenTimelineIO 0.17
is the last that holds it, and it runs with PySide6). "own" is what the window's thread computed
from the event until all was painted, "wall" the time that went by, in milliseconds. Another
`QT_QPA_PLATFORM` than without a screen may be given.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from topa_studio.ui.no_screen import use_large_screen

use_large_screen()

from table import commit
from window import Told, measure

_A_SCENE = 10
_WORDS = (
    "kite", "hill", "bear", "rabbit", "pond", "tree", "box", "house", "wind", "sun", "cloud",
    "string",
)  # fmt: skip
_LONGEST = 540.0
_HEAD = "| act (frames) | goal | own p50 / p99 / worst | wall p50 / p99 | bare p99 | otioview p99 |"
_GOALS = {
    "wheel": 16, "scroll bar": 16, "arrow key": 16, "Ctrl+wheel": 16, "search": 50, "filter": 100,
    "switch": 200, "rubber band over": 16,
}  # fmt: skip


def film_of(shots: int) -> str:
    """The text of a film whose shots say different words; every seventh is accepted."""
    drawn = random.Random(1)
    lines = ["title: Long", "elements:", "  characters:", "  - {name: Topa, description: bear}"]
    lines.append("scenes:")
    for scene in range(1, shots // _A_SCENE + 1):
        lines += [f"  - id: s{scene}", f'    title: "Scene {scene}"', "    shots:"]
        for shot in range(1, _A_SCENE + 1):
            words = drawn.choices(_WORDS, k=30) + (["dragon"] if drawn.random() < 0.3 else [])
            lines += [
                f'      - id: "{scene}.{shot}"',
                f'        title: "{" ".join(drawn.choices(_WORDS, k=4))}"',
                f"        duration: {drawn.choice((5, 10))}",
                f'        prompt: "Wide shot. @Topa and {" ".join(words)}."',
                *(["        locked: true"] if drawn.random() < 1 / 7 else []),
            ]
    return "\n".join(lines) + "\n"


def goal_of(act: str) -> str:
    """Milliseconds, or megabytes."""
    if act == "memory":
        return "250"
    return next((str(goal) for part, goal in _GOALS.items() if part in act), "")


def cells(told: Told | None, *names: str) -> str:
    found = (told.get(name) if told is not None else None for name in names)
    return " / ".join("" if value is None else f"{value:.1f}" for value in found).strip(" /")


def main(shots: int, otioview: str) -> None:
    load = os.getloadavg()[0]
    with tempfile.TemporaryDirectory() as folder:
        film, home = Path(folder) / "film" / "long.yaml", Path(folder) / "home"
        film.parent.mkdir()
        film.write_text(film_of(shots), encoding="utf-8")
        measure("studio_window.py", home)  # writes the byte-code, as an installer does
        ours = measure("views_window.py", home, str(film), seconds=_LONGEST)
        bare = by_act(measure("bare_views.py", home, str(film), seconds=_LONGEST))
        others = (
            by_act(measure("otio_views.py", home, str(shots), seconds=_LONGEST, python=otioview))
            if otioview
            else {}
        )
    print(_HEAD + "\n|---|---|---|---|---|---|")
    for told in ours:
        act = str(told["act"])
        own = cells(told, "own_p50", "own_p99", "own_worst") or cells(told, "megabytes", "shots")
        wall = cells(told, "wall_p50", "wall_p99")
        peers = " | ".join(cells(peer.get(act), "own_p99") for peer in (bare, others))
        frames = f"{told.get('frames', 1):.0f}"
        print(f"| {act} ({frames}) | {goal_of(act)} | {own} | {wall} | {peers} |")
        if "arrow key" in act:
            whole = cells(told, "whole_p50", "whole_p99", "whole_worst")
            print(f"| {act}, with all that follows the choice | | {whole} | | | |")
    screen = os.environ["QT_QPA_PLATFORM"].partition(":")[0]
    print(f"\n{shots:,} shots; {screen}; commit {commit()};")
    print(f"load {load:.1f} at the start, {os.getloadavg()[0]:.1f} at the end.")


def by_act(told: list[Told]) -> dict[str, Told]:
    return {str(one["act"]): one for one in told}


if __name__ == "__main__":
    asked = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    asked.add_argument("shots", type=int, nargs="?", default=10_000)
    asked.add_argument("--otioview", default="", metavar="PYTHON")
    given = asked.parse_args()
    main(given.shots, given.otioview)
