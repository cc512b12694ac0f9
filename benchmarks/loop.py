#!/usr/bin/env python3
"""How long the window's event loop is held while the sample film is made, shot by shot, 8 at once.

python benchmarks/loop.py [SHOTS]

A timer of 5 ms runs beside the work; its lateness is the time in which nothing else could happen.
The loop's thread also counts what it computed itself, since a busy machine makes every timer late.
Goal: no hold over 50 ms.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from topa_studio.model.wish import clips

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from topa_studio.ui.widgets.no_screen import use_large_screen

use_large_screen()

from topa_studio.base.resources import sample_film
from topa_studio.model.status import Stage
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.run import make_application
from topa_studio.ui.running.loop import run_on_loop
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish

_BEAT = 0.005
_GOAL = 0.05
_TOLD = 8


class Heart:
    """Beats every 5 ms; remembers each late beat with what the thread computed meanwhile."""

    def __init__(self) -> None:
        self.late: list[float] = []
        self.own: list[float] = []
        self._task = asyncio.create_task(self._beat())

    async def _beat(self) -> None:
        while True:
            before, computed = time.perf_counter(), time.thread_time()
            await asyncio.sleep(_BEAT)
            self.late.append(time.perf_counter() - before - _BEAT)
            self.own.append(time.thread_time() - computed)

    def stop(self) -> None:
        """Beat no more."""
        self._task.cancel()


def tell(name: str, values: list[float]) -> None:
    ordered = sorted(values)
    worst = ", ".join(f"{value * 1000:.0f}" for value in ordered[: -_TOLD - 1 : -1])
    p99 = ordered[int(len(ordered) * 0.99)] * 1000
    over = sum(value > _GOAL for value in values)
    print(f"{name:<16} p99 {p99:.1f} ms, over 50 ms: {over} of {len(values)}; worst: {worst}")


async def until(is_so: Callable[[], bool], seconds: float = 300.0) -> None:
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110 - any state of the window may be waited for
            await asyncio.sleep(0.05)


async def measure(window: MainWindow, shots: int) -> None:
    session = window.session
    keys = [shot.key for shot in session.document.scenario.shots()][:shots]
    await asyncio.sleep(3)
    heart = Heart()
    session.press(clips(*keys))
    await until(lambda: all(session.shot(key).stage is Stage.MADE for key in keys))
    await asyncio.sleep(1.5)
    heart.stop()
    tell("late", heart.late)
    tell("computed itself", heart.own)


def in_the_studio(use: Callable[[MainWindow, int], Awaitable[None]], shots: int) -> None:
    """Open the sample film in a window, let `use` work with so many of its shots, and end."""
    app = make_application()
    with tempfile.TemporaryDirectory() as home:
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        film = Path(home) / "film" / "scenario" / "scenario.yaml"
        shutil.copytree(sample_film(), film.parent)

        async def work() -> None:
            studio = Studio(app, Wish(film, practice=True), PreferenceStore())
            running = asyncio.create_task(studio.run())
            await until(lambda: studio.window is not None)
            if studio.window is not None:
                await use(studio.window, shots)
            studio.quit.set()
            await running

        run_on_loop(app, work)


if __name__ == "__main__":
    in_the_studio(measure, int(sys.argv[1]) if len(sys.argv) > 1 else 8)
