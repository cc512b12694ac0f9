"""A drag of shots or of a scene over the strip: where it would land, its mark, edge scrolling."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QApplication, QScrollBar

from topa_studio.ui.timeline.layout import Place, Strip

_EDGE = 56
_FASTEST = 26
_TICK_MS = 16


@dataclass(frozen=True, slots=True)
class Load:
    """What is dragged: shots by their permanent keys, or a scene by its id."""

    keys: tuple[str, ...] = ()
    scene: str | None = None


class Land(Protocol):
    """The view a drag goes over."""

    def strip(self) -> Strip:
        """Where cards and scenes lie."""

    def horizontalScrollBar(self) -> QScrollBar:
        """The bar whose value is the strip's first visible pixel."""


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
        self._width = 0
        self.load: Load | None = None
        self.active = False
        self.at = QPoint()
        self.place: Place | None = None

    def begin(self, load: Load, at: QPoint) -> None:
        """Remember what was pressed, and where in the viewport."""
        self.load, self._origin, self.at = load, at, at
        self.active, self.place = False, None

    def move(self, at: QPoint, width: int) -> None:
        """The pointer is at `at` of a viewport `width` pixels wide."""
        if self.load is None:
            return
        far = (at - self._origin).manhattanLength() >= QApplication.startDragDistance()
        if not self.active and not far:
            return
        self.active, self.at, self._width = True, at, width
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
        x = self.at.x() + self._ground.horizontalScrollBar().value()
        strip = self._ground.strip()
        scene = self.load is not None and self.load.scene is not None
        self.place = strip.scene_place_at(x) if scene else strip.place_at(x)
        self._changed()

    def _speed(self) -> int:
        x = self.at.x()
        if x < _EDGE:
            return -round(_FASTEST * min(1.0, (_EDGE - x) / _EDGE))
        if x > self._width - _EDGE:
            return round(_FASTEST * min(1.0, (x - self._width + _EDGE) / _EDGE))
        return 0

    def _scroll(self) -> None:
        speed = self._speed()
        bar = self._ground.horizontalScrollBar()
        before = bar.value()
        bar.setValue(before + speed)
        if not self.active or bar.value() == before:
            self._timer.stop()
        else:
            self._settle()
