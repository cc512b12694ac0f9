#!/usr/bin/env python3
"""What any single callback of the window's loop computes: 1,000 shots, 64 jobs, a disk that stalls.

python benchmarks/busy_window.py [SHOTS] [MAKE] [SEED]

Every callback of the loop, and every turn of Qt's own loop (painting and layout too), is measured
in CPU time of its thread, so that other programs on the machine do not count. A tenth of all
writes to the database and of all syncs of files take 2 s; none may happen on the loop's thread.
Beside it beats a heart in a process without work: what it is late is the machine's own noise.
Goal: at most 50 ms, p99.9 at most 16 ms.
"""

from __future__ import annotations

import asyncio
import os
import random
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import ParamSpec, TypeVar

from topa_studio.model.wish import clips

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from topa_studio.ui.widgets.no_screen import use_large_screen

use_large_screen()

from PySide6.QtCore import QAbstractEventDispatcher
from PySide6.QtWidgets import QApplication

from tests.support.fast_session import fast_clock, numbered_film, tiny_clip
from tests.support.given_numbers import numbers
from tests.support.quick_kie import quick_kie
from topa_studio.app import opening
from topa_studio.model.status import RUNNING
from topa_studio.pipeline.state.records import Records
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.run import make_application
from topa_studio.ui.running.loop import run_on_loop
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish

P = ParamSpec("P")
T = TypeVar("T")
_JOBS = 64
_STALL = 2.0
_STALLED = 0.1
_HEART = """
import asyncio, sys, time
late = []
async def beat():
    while not sys.stdin.closed and not ended:
        before = time.perf_counter()
        await asyncio.sleep(0.005)
        late.append(time.perf_counter() - before - 0.005)
ended = []
import threading
threading.Thread(target=lambda: (sys.stdin.read(), ended.append(1)), daemon=True).start()
asyncio.run(beat())
late.sort()
p = late[int(len(late) * 0.999)] * 1000
print(f"a process without work beside it: late p99.9 {p:.1f} ms, at most {late[-1] * 1000:.1f} ms")
"""


class Watch:
    """CPU time of every callback and of every turn, once it is begun."""

    def __init__(self, app: QApplication) -> None:
        self.callbacks: list[tuple[float, asyncio.Handle]] = []
        self.turns: list[float] = []
        self.late: list[float] = []
        self._woke = time.thread_time()
        self._task: asyncio.Task[None] | None = None
        self._restore: Callable[[], None] = lambda: None
        dispatcher = QAbstractEventDispatcher.instance(app.thread())
        dispatcher.aboutToBlock.connect(self._sleeps)

    def begin(self) -> None:
        run, callbacks = asyncio.Handle._run, self.callbacks  # noqa: SLF001
        clock, own = time.thread_time, threading.get_ident()

        def measured(handle: asyncio.Handle) -> None:
            before = clock()
            run(handle)
            if threading.get_ident() == own:
                callbacks.append((clock() - before, handle))

        def restore() -> None:
            asyncio.Handle._run = run  # type: ignore[method-assign] # noqa: SLF001

        self._restore = restore
        asyncio.Handle._run = measured  # type: ignore[method-assign,assignment] # noqa: SLF001
        self._task = asyncio.create_task(self._beat())

    def end(self) -> None:
        self._restore()
        if self._task is not None:
            self._task.cancel()

    async def _beat(self) -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0.005)
            self.late.append(time.perf_counter() - before - 0.005)

    def _sleeps(self) -> None:
        """Between two such moments lies one turn: what was due, all of it."""
        now = time.thread_time()
        if self._task is not None:
            self.turns.append(now - self._woke)
        self._woke = now


class StallingDisk:
    """Some writes take 2 s, in whatever thread they happen; those on the loop's are counted."""

    def __init__(self, seed: int) -> None:
        self.stalls = 0
        self.on_the_loop = 0
        self.share = _STALLED
        self._rng = random.Random(seed)
        self._loop = threading.get_ident()
        os.fsync = self._slow(os.fsync)
        for name in ("add_job", "update_job", "add_take", "add_upload"):
            setattr(Records, name, self._slow(getattr(Records, name)))

    def _slow(self, act: Callable[P, T]) -> Callable[P, T]:
        @wraps(act)
        def slow(*args: P.args, **named: P.kwargs) -> T:
            if threading.get_ident() == self._loop:
                self.on_the_loop += 1
            elif self._rng.random() < self.share:
                self.stalls += 1
                time.sleep(_STALL)
            return act(*args, **named)

        return slow


def tell(name: str, values: list[float]) -> None:
    ordered = sorted(values)
    p999 = ordered[int(len(ordered) * 0.999)] * 1000
    worst = ", ".join(f"{value * 1000:.1f}" for value in ordered[:-6:-1])
    print(f"{name:<24} {len(ordered)}: p99.9 {p999:.1f} ms, worst {worst} ms")


async def until(is_so: Callable[[], bool], seconds: float = 600.0) -> None:
    async with asyncio.timeout(seconds):
        while not is_so():  # noqa: ASYNC110 - any state of the window may be waited for
            await asyncio.sleep(0.1)


async def measure(window: MainWindow, app: QApplication, make: int, seed: int) -> None:
    session = window.session
    keys = [shot.key for shot in session.document.scenario.shots()][:make]
    watch = Watch(app)
    await asyncio.sleep(3)
    disk = StallingDisk(seed)
    heart = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", _HEART), stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    watch.begin()
    began = time.monotonic()
    session.press(clips(*keys))
    await asyncio.sleep(1)
    await until(lambda: all(session.shot(key).stage not in RUNNING for key in keys))
    seconds = time.monotonic() - began
    await asyncio.sleep(1)
    watch.end()
    disk.share = 0.0
    beside, _errors = await heart.communicate(b"end")
    print(beside.decode().strip())
    print(f"{len(keys)} shots made in {seconds:.0f} s with {disk.stalls} stalls of {_STALL:.0f} s")
    print(f"writes on the loop's thread: {disk.on_the_loop}")
    tell("callbacks, CPU time", [spent for spent, _handle in watch.callbacks])
    tell("turns of Qt, CPU time", watch.turns)
    tell("a beat of 5 ms, late", watch.late)
    for spent, handle in sorted(watch.callbacks, key=lambda one: -one[0])[:5]:
        print(f"  {spent * 1000:.1f} ms in {str(handle)[:160]}")


def main(shots: int, make: int, seed: int) -> None:
    app = make_application()
    patient = opening._pace  # noqa: SLF001
    opening._pace = lambda *given: replace(patient(*given), slots=_JOBS)  # noqa: SLF001
    with ExitStack() as stack:
        home = stack.enter_context(tempfile.TemporaryDirectory())
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            os.environ[f"XDG_{name}_HOME"] = str(Path(home) / name.lower())
        film = numbered_film(Path(home, "film"), shots)
        clip = tiny_clip(Path(home, "clip.mp4"))
        service = stack.enter_context(quick_kie(clip, seconds=2.0, spread=4.0, seed=seed))
        os.environ.update(service.environment())
        stack.enter_context(fast_clock(poll=0.25))

        async def work() -> None:
            studio = Studio(app, Wish(film), PreferenceStore())
            running = asyncio.create_task(studio.run())
            await until(lambda: studio.window is not None)
            if studio.window is not None:
                await measure(studio.window, app, make, seed)
            studio.quit.set()
            await running

        run_on_loop(app, work)


if __name__ == "__main__":
    main(*numbers(__doc__, shots=1000, make=128, seed=1))
