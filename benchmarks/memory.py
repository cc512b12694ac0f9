#!/usr/bin/env python3
"""What the window holds in memory: painted, after four shots were made, played, and put to rest.

python benchmarks/memory.py [SHOTS]

A second process that only plays one of the clips with Qt's own player tells what is Qt's share.
Linux tells what is held at a moment; elsewhere the most that was held so far is shown.
"""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
from pathlib import Path

from topa_studio.model.wish import clips

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from topa_studio.ui.no_screen import use_large_screen

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
    clip = session.shot(keys[0]).chosen
    player = window.player
    player.toggle_film()
    await until(lambda: player.playback.playing)
    seconds = sum(session.document.scenario.shot(key).duration for key in keys)
    await asyncio.sleep(seconds)
    tell("played")
    player.playback.pause()
    await asyncio.sleep(3)
    tell("paused for 3 s")
    if clip is not None:
        play_alone(session.path(clip.path))


def play_alone(clip: Path) -> None:
    """The same clip in Qt's player and nothing else."""
    command = [sys.executable, __file__, "--player", str(clip)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    print(done.stdout, end="", flush=True)


def only_player(clip: str) -> None:
    """Two of Qt's players on one clip, as the window has them."""
    from PySide6.QtCore import QTimer, QUrl
    from PySide6.QtMultimedia import QMediaPlayer, QVideoSink
    from PySide6.QtWidgets import QApplication

    app = QApplication(sys.argv[:1])
    tell("Qt's widgets alone")
    players = []
    for _deck in range(2):
        player, sink = QMediaPlayer(), QVideoSink()
        player.setVideoSink(sink)
        players.append((player, sink))
        player.setSource(QUrl.fromLocalFile(clip))
        player.play()
    QTimer.singleShot(2500, app.quit)
    app.exec()
    tell("Qt's two players alone, playing")
    os._exit(0)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--player"]:
        only_player(sys.argv[2])
    else:
        in_the_studio(use, int(sys.argv[1]) if len(sys.argv) > 1 else 4)
