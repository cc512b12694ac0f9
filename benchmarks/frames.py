"""How long a window needs from an event until what came of it is painted; needs PySide6 alone."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QScrollBar,
    QStyle,
    QStyleOptionSlider,
    QWidget,
)

_TICK_MS = 5
_TURN = 120


class Frames(QObject):
    """Does acts in a window, and tells what each of its painted frames cost.

    A frame is over when the window has painted all that waited for it, and a watched view of it.
    "wall" goes from the event to that, "own" is what the thread computed since the event, or since
    the frame before where a motion paints several of them; "whole" what it computed until the act
    had its rest, with all that follows a frame. To be used from a callback of the loop.

    Attributes:
        moves: whether frames after the first of an act belong to its motion, and count alone too.
    """

    def __init__(self, kind: type[QWidget]) -> None:
        super().__init__()
        self._seen = False
        self.painted = 0
        self._wall: list[float] = []
        self._own: list[float] = []
        self._whole: list[float] = []
        self._begun = (0.0, 0.0)
        self._first = self.moves = True
        self._tick = QTimer(interval=_TICK_MS)
        self._tick.start()
        handle = kind.event

        def handled(window: Any, event: QEvent) -> bool:  # noqa: ANN401 - Qt's own method
            done = handle(window, event)
            if event.type() is QEvent.Type.UpdateRequest and self._seen:
                self._over()
            return bool(done)

        kind.event = handled  # type: ignore[method-assign]

    def watch(self, view: QAbstractScrollArea) -> None:
        """A paint of this view is what a frame is."""
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint:
            self._seen = True
        return False

    def _over(self) -> None:
        wall, own = time.perf_counter(), time.thread_time()
        if self._first:
            self._wall.append(wall - self._begun[0])
        if self._first or self.moves:
            self._own.append(own - self._begun[1])
        self._begun, self._first, self._seen = (wall, own), False, False
        self.painted += 1

    def act(self, do: Callable[[], object], rest: float = 0.0) -> bool:
        """Do it, and wait for its frame and so many seconds more; whether there was a frame."""
        self._seen, self._first, before = False, True, self.painted
        self._begun = time.perf_counter(), time.thread_time()
        begun = self._begun[1]
        do()
        end = time.perf_counter() + max(rest, 0.3)
        while self.painted == before and time.perf_counter() < end:
            turn()
        wait(rest)
        self._whole.append(time.thread_time() - begun)
        return self.painted > before

    def begin(self) -> None:
        """What follows is another act."""
        self._wall, self._own, self._whole = [], [], []

    def tell(self, act: str) -> None:
        """Print what the frames since then cost, in milliseconds."""
        if not self._own:
            print(json.dumps({"act": act, "frames": 0}), flush=True)
            return
        figures: dict[str, float] = {"frames": len(self._own)}
        for name, values in (("own", self._own), ("wall", self._wall), ("whole", self._whole)):
            ordered = sorted(1000 * value for value in values)
            figures[f"{name}_p50"] = ordered[len(ordered) // 2]
            figures[f"{name}_p99"] = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
            figures[f"{name}_worst"] = ordered[-1]
        print(json.dumps({"act": act, **figures}), flush=True)

    def measure(self, name: str, acts: Sequence[Callable[[], object]], rest: float = 0.0) -> None:
        """Do these acts one after another, and tell of all their frames."""
        wait(0.3)
        self.begin()
        for act in acts:
            self.act(act, rest)
        self.tell(name)


def turn() -> None:
    """What waits is done, until something else comes or a short while has gone by."""
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def wait(seconds: float) -> None:
    """Let the window do what it does by itself."""
    end = time.perf_counter() + seconds
    while time.perf_counter() < end:
        turn()


def until(is_so: Callable[[], object], seconds: float = 60.0) -> None:
    """Wait until it is so."""
    end = time.perf_counter() + seconds
    while not is_so():
        if time.perf_counter() > end:
            raise TimeoutError
        turn()


# Acts of a hand.


def wheel(view: QAbstractScrollArea, turns: int, *, ctrl: bool = False) -> Callable[[], object]:
    """Turns of the wheel over the middle of a view, positive for up."""
    keys = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier

    def act() -> None:
        viewport = view.viewport()
        at = QPointF(viewport.rect().center())
        event = QWheelEvent(
            at, QPointF(viewport.mapToGlobal(at)), QPoint(), QPoint(0, turns * _TURN),
            Qt.MouseButton.NoButton, keys, Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(viewport, event)

    return act


def key(widget: QWidget, pressed: Qt.Key, keys: Qt.KeyboardModifier) -> Callable[[], object]:
    """A key of the keyboard."""
    return lambda: QTest.keyClick(widget, pressed, keys)


def dragged(bar: QScrollBar, moves: int) -> list[Callable[[], object]]:
    """The handle of a scroll bar, held and moved from one end of it to the other."""
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    bar.setValue(0)
    option = QStyleOptionSlider()
    bar.initStyleOption(option)
    parts, control = QStyle.SubControl, QStyle.ComplexControl.CC_ScrollBar
    slider, groove = (
        bar.style().subControlRect(control, option, part, bar)
        for part in (parts.SC_ScrollBarSlider, parts.SC_ScrollBarGroove)
    )
    start = slider.center()
    far = groove.bottomRight() - start
    across = bar.orientation() is Qt.Orientation.Horizontal
    way = QPoint(far.x(), 0) if across else QPoint(0, far.y())

    def move(step: int) -> Callable[[], object]:
        return lambda: QTest.mouseMove(bar, start + way * step / moves)

    QTest.mousePress(bar, left, none, start)
    return [move(step) for step in range(1, moves + 1)]


def let_go(bar: QScrollBar) -> None:
    """Of its handle."""
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton)
