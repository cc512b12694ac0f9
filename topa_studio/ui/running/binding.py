"""Core signals to widgets: dropped with the widget, and bursts merged to what an eye can see."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from topa_studio.base.signal import Signal

T = TypeVar("T")
MERGE_MS = 34


def bind(owner: QObject, signal: Signal[T], listener: Callable[[T], None]) -> None:
    """Call `listener` with each value of `signal` as long as `owner` lives."""
    disconnect = signal.connect(listener)
    # destroyed fires while the object dies, so nothing of it is touched here.
    owner.destroyed.connect(lambda _owner=None: disconnect())


class Merged:
    """Collects names from bursts of signals and hands them on at most 30 times a second."""

    def __init__(self, owner: QObject, flush: Callable[[frozenset[str]], None]) -> None:
        self._flush = flush
        self._names: set[str] = set()
        self._timer = QTimer(owner)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MERGE_MS)
        self._timer.timeout.connect(self._send)

    def add(self, names: frozenset[str]) -> None:
        """Remember `names`; they are handed on soon, each once."""
        self._names |= names
        if not self._timer.isActive():
            self._timer.start()

    def poke(self, _value: object = None) -> None:
        """Ask for a flush without a name."""
        self.add(frozenset())

    def _send(self) -> None:
        names, self._names = frozenset(self._names), set()
        self._flush(names)
