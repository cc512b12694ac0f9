#!/usr/bin/env python3
"""What the window holds in memory: painted, after four shots were made, played, and put to rest.

python benchmarks/memory.py [SHOTS]

Linux tells what is held at a moment; elsewhere the most that was held so far is shown.
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from topa_studio.model.wish import clips

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from topa_studio.ui.widgets.no_screen import use_large_screen

use_large_screen()

from loop import in_the_studio, until
from painted import megabytes

from topa_studio.model.status import Stage
from topa_studio.ui.main_window import MainWindow


def held() -> str:
    """Megabytes in use now: all, of it the process's own, of it files such as libraries."""
    status = Path("/proc/self/status")
    if not status.exists():
        return f"{megabytes():5.0f} MB at most"
    lines = dict(line.split(":", 1) for line in status.read_text().splitlines())
    of = {name: int(lines[name].split()[0]) / 1024 for name in ("VmRSS", "RssAnon", "RssFile")}
    return f"{of['VmRSS']:5.0f} MB (own {of['RssAnon']:.0f}, libraries {of['RssFile']:.0f})"


def tell(when: str) -> None:
    print(f"{when:<34} {held()}", flush=True)


async def use(window: MainWindow, shots: int) -> None:
    """Make, watch and leave alone."""
    session = window.session
    keys = [shot.key for shot in session.document.scenario.shots()][:shots]
    await asyncio.sleep(3)
    tell("painted and settled")
    session.press(clips(*keys))
    await until(lambda: all(session.shot(key).stage is Stage.MADE for key in keys))
    await asyncio.sleep(2)
    tell(f"{shots} shots made")
    player = window.player
    player.toggle_film()
    await until(lambda: player.playback.playing)
    seconds = sum(session.document.scenario.shot(key).duration for key in keys)
    await asyncio.sleep(seconds)
    tell("played")
    player.playback.pause()
    await asyncio.sleep(3)
    tell("paused for 3 s")


if __name__ == "__main__":
    in_the_studio(use, int(sys.argv[1]) if len(sys.argv) > 1 else 4)
