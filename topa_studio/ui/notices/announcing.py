"""What a screen reader is told besides what the keyboard is at: politely, a few times a second."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from functools import cache

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QWidget

MOST_A_SECOND = 5
_SECOND = 1.0
_Told = Callable[[], QAccessibleEvent | None]


class Announcing(QObject):
    """Tells in the order in which it came, `MOST_A_SECOND` at most; the newest of one matter only.

    `send` tells Qt, `now` is a clock in seconds.
    """

    def __init__(
        self,
        send: Callable[[QAccessibleEvent], None] = QAccessible.updateAccessibility,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        super().__init__()
        self._send, self._now = send, now
        self._sent: deque[float] = deque()
        self._words: dict[object, _Told] = {}
        self._names: dict[object, _Told] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.go_on)

    def say(self, source: QWidget, words: str, matter: object = None) -> None:
        """Have these words read; what of the same matter, else of this widget, waits is not."""
        self._wait(self._words, id(source) if matter is None else matter, _words(source, words))

    def renamed(self, thing: QAccessibleInterface) -> None:
        """Have it known that a painted thing says something else now."""
        self._wait(self._names, thing, _rename(thing))

    def at(self, thing: QAccessibleInterface) -> None:
        """The keyboard is at this painted thing: told at once, for the user has gone there."""
        self._send(QAccessibleEvent(thing, QAccessible.Event.Focus))

    def chosen(self, thing: QAccessibleInterface) -> None:
        """The painted thing at the keyboard was chosen, or is not any more: told at once, too."""
        state = QAccessible.State()
        state.selected = True
        self._send(QAccessibleStateChangeEvent(thing, state))

    def _wait(self, line: dict[object, _Told], matter: object, told: _Told) -> None:
        line.pop(matter, None)
        line[matter] = told
        self.go_on()

    def go_on(self) -> None:
        """Tell what may be told by now, words first; the rest waits."""
        while self._words or self._names:
            now = self._now()
            while self._sent and now - self._sent[0] >= _SECOND:
                self._sent.popleft()
            if len(self._sent) >= MOST_A_SECOND:
                wait = self._sent[0] + _SECOND - now
                self._timer.start(max(1, round(wait * 1000) + 1))
                return
            line = self._words or self._names
            event = line.pop(next(iter(line)))()
            if event is not None:
                self._sent.append(now)
                self._send(event)


def _words(source: QWidget, words: str) -> _Told:
    def made() -> QAccessibleEvent | None:
        return QAccessibleAnnouncementEvent(source, words) if shiboken6.isValid(source) else None

    return made


def _rename(thing: QAccessibleInterface) -> _Told:
    def made() -> QAccessibleEvent | None:
        there = shiboken6.isValid(thing) and thing.isValid()
        return QAccessibleEvent(thing, QAccessible.Event.NameChanged) if there else None

    return made


def announcing() -> Announcing:
    """The one of the program."""
    return _one()


@cache
def _one() -> Announcing:
    return Announcing()


def announce(source: QWidget, words: str, matter: object = None) -> None:
    """Have a screen reader say these words."""
    announcing().say(source, words, matter)
