"""Scrolling while the pointer is held near an edge of a view."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QScrollBar

_FASTEST = 26
_TICK_MS = 16


class Scrolls(Protocol):
    """A view that scrolls one way."""

    drag_edge: int

    def drag_bar(self) -> QScrollBar:
        """The bar that is scrolled; its page is as long as the viewport."""


class EdgeScroll(QObject):
    """Goes on as long as the pointer stays there; `scrolled` is called after each step."""

    def __init__(self, view: Scrolls, scrolled: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._scrolled = scrolled
        self._at = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._step)

    def follow(self, at: QPoint) -> None:
        """The pointer is at `at` of the viewport."""
        self._at = at
        if self._speed():
            self._timer.start()

    def stop(self) -> None:
        """The pointer is not held any more."""
        self._timer.stop()

    def _step(self) -> None:
        bar = self._view.drag_bar()
        before = bar.value()
        bar.setValue(before + self._speed())
        if bar.value() == before:
            self._timer.stop()
        else:
            self._scrolled()

    def _speed(self) -> int:
        """How many pixels a step: more the nearer the pointer is to an edge."""
        bar, edge = self._view.drag_bar(), self._view.drag_edge
        upright = bar.orientation() is Qt.Orientation.Vertical
        along = self._at.y() if upright else self._at.x()
        if along < edge:
            return -round(_FASTEST * min(1.0, (edge - along) / edge))
        behind = along - bar.pageStep() + edge
        return round(_FASTEST * min(1.0, behind / edge)) if behind > 0 else 0
