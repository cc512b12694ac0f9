#!/usr/bin/env python3
"""A window on one film, in a process of its own: how it opens, and what single acts in it cost.

python benchmarks/acts.py FILM [ACT ...]    acts: memory, move, letter, drag, outside

The film is one of `tests/support/long_film.py` with a mistake in its last shot. Each act is done
three times; a line of JSON tells of each: key to painted, what all processes computed until at rest
(less what they compute when idle), and the longest gap of a timer of 5 ms in the window's loop.
`table.py` reads them.
"""

from __future__ import annotations

import gc

gc.disable()  # as the program does before it loads the window

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from processes import computed, held
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.run import make_application
from topa_studio.ui.running.loop import run_on_loop
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish
from topa_studio.ui.timeline.view import TimelineView
from topa_studio.ui.writing.prompt import PromptEditor

TIMES = 3
_QUIET = 1.0
_QUIET_COMPUTES = 0.02
_LONGEST = 90.0
_OTHER = """
import os, sys, time
name, old, new = sys.argv[1:]
text = open(name, encoding="utf-8").read()
assert old in text
with open(name + ".new", "w", encoding="utf-8") as file:
    file.write(text.replace(old, new))
os.replace(name + ".new", name)
print(time.time())
"""
Seen = Callable[[Any], bool]
_wanted: list[tuple[type[QWidget], Seen, asyncio.Future[float]]] = []


def watch(kind: type[QWidget]) -> None:
    """Have each paint of such a widget answer who waits for what it shows."""
    paint = kind.paintEvent

    def painted(widget: Any, event: Any) -> None:  # noqa: ANN401 - Qt's own method
        paint(widget, event)
        for entry in tuple(_wanted):
            wanted, seen, answer = entry
            if isinstance(widget, wanted) and seen(widget):
                _wanted.remove(entry)
                answer.set_result(time.time())

    kind.paintEvent = painted  # type: ignore[method-assign]


def painted(kind: type[QWidget], seen: Seen) -> asyncio.Future[float]:
    """The moment at which a paint of such a widget is over that shows what is wanted."""
    answer: asyncio.Future[float] = asyncio.get_running_loop().create_future()
    _wanted.append((kind, seen, answer))
    return answer


def tell(act: str, **figures: float) -> None:
    print(json.dumps({"act": act, **figures}), flush=True)


async def until(is_so: Callable[[], object]) -> None:
    async with asyncio.timeout(_LONGEST):
        while not is_so():  # noqa: ASYNC110 - any state of the window may be waited for
            await asyncio.sleep(0.02)


class Bench:
    """The acts on the shot in the middle of the film, and their figures."""

    def __init__(self, window: MainWindow, film: Path) -> None:
        self._window = window
        self._film = film
        self._session = window.session
        self.view = window.timeline.view
        self._shot = self.view.shots.shot(self.view.shots.rowCount() // 2 + 2)
        self._idle = 0.0

    async def rest(self) -> None:
        """Wait until a second went by in which hardly anything was computed and all is saved."""
        async with asyncio.timeout(_LONGEST):
            spent = _QUIET
            while spent > _QUIET_COMPUTES or self._session.saving != "saved":
                before, began = computed(), time.time()
                await asyncio.sleep(_QUIET)
                spent = computed() - before - self._idle * (time.time() - began)

    async def prepare(self) -> None:
        """Choose the shot, and learn what an idle window computes with a heart in it."""
        from loop import Heart

        self._window.selection.select_shot(self._shot.key)
        self.view.setFocus()
        self._idle = 0.01
        await self.rest()
        heart, before, began = Heart(), computed(), time.time()
        await asyncio.sleep(2 * _QUIET)
        self._idle = (computed() - before) / (time.time() - began)
        heart.stop()

    async def measure(
        self,
        name: str,
        act: Callable[[], Awaitable[float] | None],
        seen: asyncio.Future[float],
        before: Callable[[], Awaitable[None]] | None = None,
    ) -> None:
        """Do one act; `before` is watched for silence too. It may tell when it truly began."""
        from loop import Heart

        heart, started = Heart(), time.time()
        if before is not None:
            await before()
        spent, began = computed(), time.time()
        waited = act()
        at = began if waited is None else await waited
        shown = await asyncio.wait_for(seen, _LONGEST)
        await self.rest()
        heart.stop()
        ended = time.time()
        spent = computed() - spent - self._idle * (ended - began)
        figures = {"painted": shown - at, "cpu": spent, "silence": max(heart.late)}
        tell(name, **figures, computed=max(heart.own), began=started, ended=ended)

    def _moved(self) -> asyncio.Future[float]:
        row = self.view.shots.row(self._shot.key)
        return painted(TimelineView, lambda view: view.shots.row(self._shot.key) != row)

    async def move(self) -> None:
        from PySide6.QtTest import QTest

        alt = Qt.KeyboardModifier.AltModifier
        press = lambda: QTest.keyClick(self.view, Qt.Key.Key_Right, alt)  # noqa: E731
        await self.measure("move", press, self._moved())

    async def letter(self) -> None:
        from PySide6.QtTest import QTest

        prompt = self._window.inspector.shot.prompt
        await until(lambda: "stone" in prompt.toPlainText())
        prompt.setFocus()
        length = len(prompt.toPlainText())
        seen = painted(PromptEditor, lambda field: len(field.toPlainText()) > length)
        await self.measure("letter", lambda: QTest.keyClicks(prompt, "x"), seen)

    async def drag(self) -> None:
        """From its card over the one before it, in ten moves."""
        from PySide6.QtTest import QTest

        left, viewport = Qt.MouseButton.LeftButton, self.view.viewport()
        row = self.view.shots.row(self._shot.key)
        assert row is not None
        start = self.view.card_rect(row).center() - QPoint(0, 20)
        end = QPoint(self.view.card_rect(row - 1).left() + 4, start.y())

        async def press_and_move() -> None:
            QTest.mousePress(viewport, left, Qt.KeyboardModifier.NoModifier, start)
            for step in range(1, 11):
                QTest.mouseMove(viewport, start + (end - start) * step / 10)
                await asyncio.sleep(0.02)

        drop = lambda: QTest.mouseRelease(viewport, left, pos=end)  # noqa: E731
        await self.measure("drag", drop, self._moved(), press_and_move)

    async def outside(self) -> None:
        """Another process writes a new title of the shot."""
        key, old = self._shot.key, self._title()
        new = f"Seen at {time.time():.2f}"
        seen = painted(TimelineView, lambda _view: self._title() == new)

        async def write() -> float:
            command = (sys.executable, "-S", "-c", _OTHER, str(self._film), f'"{old}"', f'"{new}"')
            other = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
            return float((await other.communicate())[0])

        self._window.selection.select_shot(key)
        await self.measure("outside", write, seen)

    def _title(self) -> str:
        row = self.view.shots.row(self._shot.key)
        return "" if row is None else self.view.shots.shot(row).title

    async def memory(self) -> None:
        tell("memory", megabytes=held())


async def opened(studio: Studio, first: asyncio.Future[float]) -> MainWindow:
    """Tell how the film opened, until its last mistake is known."""
    start = float(os.environ["TOPA_BENCHMARK_START"])
    spent: list[float] = []
    first.add_done_callback(lambda _first: spent.append(computed()))
    await until(lambda: spent and studio.window is not None)
    assert studio.window is not None
    session = studio.window.session
    await until(lambda: session.problems)
    known = time.time() - start
    tell("open", painted=first.result() - start, cpu=spent[0], known=known)
    return studio.window


async def main(film: Path, acts: list[str]) -> None:
    studio = Studio(app, Wish(film, practice=True), PreferenceStore())
    first = painted(TimelineView, lambda view: view.shots.rowCount() > 0)
    running = asyncio.create_task(studio.run())
    window = await opened(studio, first)
    if acts:
        bench = Bench(window, film)
        await bench.prepare()
        for act in acts:
            for _time in range(TIMES if act != "memory" else 1):
                await getattr(bench, act)()
    studio.quit.set()
    await running


if __name__ == "__main__":
    app = make_application()
    for widget in (TimelineView, PromptEditor):
        watch(widget)
    run_on_loop(app, lambda: main(Path(sys.argv[1]), sys.argv[2:]))
