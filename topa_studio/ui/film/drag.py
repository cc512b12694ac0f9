"""A drag of shots or of a scene over a view: where it would land, and scrolling at an edge."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QApplication

from topa_studio.ui.film.edge_scroll import EdgeScroll, Scrolls
from topa_studio.ui.film.place import Place


@dataclass(frozen=True, slots=True)
class Load:
    """What is dragged: shots by their permanent keys, or a scene by its id.

    `pressed` is the key of the card that was pressed.
    """

    keys: tuple[str, ...] = ()
    scene: str | None = None
    pressed: str | None = None


class Land(Scrolls, Protocol):
    """The view a drag goes over."""

    drag_after: int

    def place_under(self, at: QPoint, *, scene: bool) -> Place | None:
        """Where shots, or a `scene`, would land there."""


class Drag(QObject):
    """One drag at a time; `begin`, `move` and then `drop` or `cancel`.

    A press becomes a drag only after the pointer has gone as far as the view says.
    """

    def __init__(self, ground: Land, changed: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._ground = ground
        self._changed = changed
        self._origin = QPoint()
        self._edge = EdgeScroll(ground, self._settle, self)
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
        if not self.active and (at - self._origin).manhattanLength() < after:
            return
        self.active, self.at = True, at
        self._settle()
        self._edge.follow(at)

    def drop(self) -> tuple[Load, Place] | None:
        """End the drag: what lands where, or None where nothing was dragged."""
        load, place, active = self.load, self.place, self.active
        self.cancel()
        return (load, place) if active and load is not None and place is not None else None

    def cancel(self) -> None:
        """End the drag without a move."""
        self._edge.stop()
        was_active = self.active
        self.load, self.active, self.place = None, False, None
        if was_active:
            self._changed()

    def _settle(self) -> None:
        scene = self.load is not None and self.load.scene is not None
        self.place = self._ground.place_under(self.at, scene=scene)
        self._changed()
