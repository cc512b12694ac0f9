#!/usr/bin/env python3
"""The real window on one film: every view of it scrolled, searched, filtered, turned to.

python benchmarks/views_window.py FILM    (views.py calls it)
"""

from __future__ import annotations

import gc

gc.disable()  # as the program does before it loads the window

import asyncio
import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from frames import Frames, dragged, key, let_go, until, wait, wheel
from processes import computed, held
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView

from topa_studio.ui.film.kinds import BOARD, SHOT_LIST, TIMELINE
from topa_studio.ui.film.tally import Filter
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.run import make_application
from topa_studio.ui.running.loop import run_on_loop
from topa_studio.ui.running.preferences import PreferenceStore
from topa_studio.ui.studio import Studio, Wish

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
KEYS = {TIMELINE: Qt.Key.Key_1, BOARD: Qt.Key.Key_2, SHOT_LIST: Qt.Key.Key_3}
STEP = {TIMELINE: Qt.Key.Key_Right, BOARD: Qt.Key.Key_Down, SHOT_LIST: Qt.Key.Key_Down}
_BAND = 2_000
_GLIDE = 0.18
_LOOKS, _QUIET = 30, 0.15
# A key that is held down comes again so soon.
_REPEAT = 0.033


class Bench:
    """Each act on the window, as its user does it."""

    def __init__(self, window: MainWindow, frames: Frames) -> None:
        self.window, self.film = window, window.timeline
        self.frames = frames
        self._watched: set[str] = set()

    @property
    def view(self) -> QAbstractItemView:
        """The one that is shown; its paints are frames."""
        view, name = self.film.views.widget, self.film.views.kind.name
        if name not in self._watched:
            self._watched.add(name)
            self.frames.watch(view)
        return view

    def all(self) -> None:
        wait(1)
        print(json.dumps({"act": "memory", "megabytes": held()}), flush=True)
        self.frames.watch(self.film.view)
        self._watched.add(TIMELINE)
        self.switches("first")
        for name in (TIMELINE, BOARD, SHOT_LIST):
            self.turn(name)
            wait(0.5)
            self.scrolled(name)
            self.searched(name)
            self.filtered(name)
        self.switches("again")
        self.band()
        self.palette()
        print(json.dumps({"act": "memory in the end", "megabytes": held()}), flush=True)

    def turn(self, name: str) -> None:
        self.window.activateWindow()
        QTest.keyClick(self.window, KEYS[name], CTRL)
        until(lambda: self.film.views.kind.name == name)
        _view = self.view

    def switches(self, when: str) -> None:
        """From view to view by their keys; each is watched once it is there."""
        self.film.views.made.connect(lambda _view: self.view)
        names = [BOARD, SHOT_LIST, TIMELINE]
        first = when == "first"
        self.frames.begin()
        for name in names if first else names * 5:
            wait(0.3)
            self.frames.act(partial(self.turn, name))
            if first:
                self.frames.tell(f"{name}: switch, first")
                self.frames.begin()
        if not first:
            self.frames.tell("switch, again")

    def scrolled(self, name: str) -> None:
        view, measure = self.view, self.frames.measure
        rest = _GLIDE if name == BOARD else 0.0
        measure(f"{name}: wheel", [wheel(view, -1)] * (40 if rest else 200), rest)
        across = name == TIMELINE
        bar = view.horizontalScrollBar() if across else view.verticalScrollBar()
        measure(f"{name}: scroll bar dragged", dragged(bar, 150))
        let_go(bar)
        bar.setValue(0)
        self.window.selection.select_shot(self.film.table.shots.shot(0).key)
        view.setFocus()
        self.frames.moves = False  # a price that comes later is no part of a key's motion
        measure(f"{name}: arrow key", [key(view, STEP[name], NONE)] * 100, _REPEAT)
        self.frames.moves = True
        if name != SHOT_LIST:
            rest = _GLIDE if name == TIMELINE else 0.0
            turns = [wheel(view, way, ctrl=True) for way in (1, 1, -1, -1, -1, -1, 1, 1)]
            measure(f"{name}: Ctrl+wheel", turns * 5, rest)

    def searched(self, name: str) -> None:
        self.window.commands.do("find")
        field = self.film.header.search
        letters = [partial(QTest.keyClicks, field, sign) for sign in "dragon kite"]
        self.frames.measure(f"{name}: search, a letter", letters, 0.1)
        back = [key(field, Qt.Key.Key_Backspace, NONE)] * len("dragon kite")
        self.frames.measure(f"{name}: search, a letter taken back", back, 0.1)

    def filtered(self, name: str) -> None:
        pills = self.film.header.pills
        kinds = ("accepted", "missing", "missing", "accepted", "missing", "missing")
        presses = [pills.button(kind).click for kind in kinds]
        self.frames.measure(f"{name}: filter", presses * 2, 0.1)
        self.window.commands.do("find")
        self.film.filters.show_all()

    def band(self) -> None:
        """From the first card over two thousand, then to and fro at its end."""
        self.turn(BOARD)
        wait(0.5)
        view, bar = self.view, self.view.verticalScrollBar()
        bar.setValue(0)
        wait(0.3)
        viewport, left = view.viewport(), Qt.MouseButton.LeftButton
        card = view.visualRect(view.model().index(0, 0))
        start = QPoint(2, card.top() + 4)
        QTest.mousePress(viewport, left, NONE, start)
        QTest.mouseMove(viewport, start + QPoint(40, 40))
        row = min(_BAND, view.model().rowCount() - 1)
        bar.setValue(bar.value() + view.visualRect(view.model().index(row, 0)).bottom())
        end = QPoint(viewport.width() // 2, viewport.height() // 2)
        moves = [
            partial(QTest.mouseMove, viewport, end + QPoint(step % 40 * 12, step % 7 * 30))
            for step in range(120)
        ]
        self.frames.measure("board: rubber band over 2,000 cards, a move", moves)
        chosen = len(self.window.selection.shots)
        self.frames.measure("board: rubber band let go", [
            lambda: QTest.mouseRelease(viewport, left, pos=end)
        ])  # fmt: skip
        print(json.dumps({"act": "chosen by the band", "shots": chosen}), flush=True)
        self.window.selection.clear()

    def palette(self) -> None:
        palette = self.window.command_palette
        palette.open()
        wait(0.5)
        card = palette.card
        assert card is not None
        field = card.window().focusWidget()
        spent = []
        for sign in "kite hill":
            before = computed()
            QTest.keyClicks(field, sign)
            wait(0.05)
            spent.append(1000 * (computed() - before))
        figures = {"own_p50": sorted(spent)[len(spent) // 2], "own_worst": max(spent)}
        print(json.dumps({"act": "palette: a letter", **figures}), flush=True)
        QTest.keyClick(field, Qt.Key.Key_Escape)


async def main(film: Path) -> None:
    store = PreferenceStore()
    store.change(noted=True)  # a first note over the view has all of it painted as it scrolls
    studio = Studio(app, Wish(film, practice=True), store)
    running = asyncio.create_task(studio.run())

    async def ready(is_so: Callable[[], object]) -> None:
        async with asyncio.timeout(90):
            while not is_so():  # noqa: ASYNC110 - any state of the window may be waited for
                await asyncio.sleep(0.05)

    await ready(lambda: studio.window is not None and studio.window.is_furnished)
    window = studio.window
    assert window is not None
    await ready(lambda: window.timeline.table.tally.count(Filter.MISSING))
    for _look in range(_LOOKS):
        before = computed()
        await asyncio.sleep(1)
        if computed() - before < _QUIET:
            break
    done: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def drive() -> None:
        try:
            Bench(window, frames).all()
        except Exception as error:  # noqa: BLE001 - told where it is waited for
            done.set_exception(error)
        else:
            done.set_result(None)

    QTimer.singleShot(0, drive)
    try:
        await done
    finally:
        studio.quit.set()
        await running


if __name__ == "__main__":
    app = make_application()
    frames = Frames(MainWindow)
    run_on_loop(app, lambda: main(Path(sys.argv[1])))
