"""A drag of shots or of a scene over a view: where it would land, and scrolling at an edge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar

from topa_studio.ui.film.place import Place

_FASTEST = 26
_TICK_MS = 16


@dataclass(frozen=True, slots=True)
class Load:
    """What is dragged: shots by their permanent keys, or a scene by its id.

    `pressed` is the key of the card that was pressed.
    """

    keys: tuple[str, ...] = ()
    scene: str | None = None
    pressed: str | None = None


class Land(Protocol):
    """The view a drag goes over."""

    drag_edge: int
    drag_after: int

    def place_under(self, at: QPoint, *, scene: bool) -> Place | None:
        """Where shots, or a `scene`, would land there."""

    def drag_bar(self) -> QScrollBar:
        """The bar that is scrolled at an edge; its page is as long as the viewport."""


class Drag(QObject):
    """One drag at a time; `begin`, `move` and then `drop` or `cancel`.

    A press becomes a drag only after the pointer has gone the system's drag distance.
    """

    def __init__(self, ground: Land, changed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._changed = changed
        self._origin = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._scroll)
        self.load: Load | None = None
        self.active = False
        self.at = QPoint()
        self.place: Place | None = None

    def begin(self, load: Load, at: QPoint) -> None:
        """Remember what was pressed, and where in the viewport."""
        self.load, self._origin, self.at = load, at, at
        self.active, self.place = False, None

    def move(self, at: QPoint) -> None:
        """The pointer is at `at` of the viewport."""
        if self.load is None:
            return
        after = self._ground.drag_after or QApplication.startDragDistance()
        far = (at - self._origin).manhattanLength() >= after
        if not self.active and not far:
            return
        self.active, self.at = True, at
        self._settle()
        if self._speed():
            self._timer.start()

    def drop(self) -> tuple[Load, Place] | None:
        """End the drag: what lands where, or None where nothing was dragged."""
        load, place, active = self.load, self.place, self.active
        self.cancel()
        return (load, place) if active and load is not None and place is not None else None

    def cancel(self) -> None:
        """End the drag without a move."""
        self._timer.stop()
        was_active = self.active
        self.load, self.active, self.place = None, False, None
        if was_active:
            self._changed()

    def _settle(self) -> None:
        scene = self.load is not None and self.load.scene is not None
        self.place = self._ground.place_under(self.at, scene=scene)
        self._changed()

    def _speed(self) -> int:
        return edge_speed(self._ground, self.at)

    def _scroll(self) -> None:
        speed = self._speed()
        bar = self._ground.drag_bar()
        before = bar.value()
        bar.setValue(before + speed)
        if not self.active or bar.value() == before:
            self._timer.stop()
        else:
            self._settle()


def edge_speed(ground: Land, at: QPoint) -> int:
    """How many pixels a tick a pointer there scrolls: more the nearer it is to an edge."""
    bar, edge = ground.drag_bar(), ground.drag_edge
    along = at.x() if bar.orientation() is Qt.Orientation.Horizontal else at.y()
    if along < edge:
        return -round(_FASTEST * min(1.0, (edge - along) / edge))
    behind = along - bar.pageStep() + edge
    return round(_FASTEST * min(1.0, behind / edge)) if behind > 0 else 0
