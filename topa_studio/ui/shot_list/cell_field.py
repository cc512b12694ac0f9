"""What all fields over a cell have in common: how they are left, and what their keys mean."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum, auto
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from topa_studio.ui.widgets.undo_keys import leaves_space_to_the_film, leaves_undo_to_the_film

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)
_STAYS = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)


class Leave(Enum):
    """How a field is left; all but `BACK` write what stands in it."""

    DOWN = auto()
    RIGHT = auto()
    LEFT = auto()
    AWAY = auto()
    BACK = auto()


class CellField(Protocol):
    """A field that lies over a cell."""

    def widget(self) -> QWidget:
        """The whole of it."""

    def typed(self) -> QWidget:
        """The part that has the keyboard."""

    def takes(self, event: QKeyEvent) -> bool:
        """Whether it needs a key itself that else leaves it."""

    def value(self) -> object:
        """What stands in it; what is half composed counts."""

    def so_far(self) -> object:
        """The same without what is half composed, which goes on."""

    def show_value(self, value: object) -> None:
        """Show what the film says."""

    def begin(self, *, replaces: bool) -> None:
        """Take the keyboard: with all that stands there chosen where typing `replaces` it."""

    def place(self, cell: QRect, room: QRect) -> None:
        """Lie over the cell, within `room`."""

    def put_away(self) -> None:
        """Go for good, with all that belongs to it."""

    def refuses(self) -> bool:
        """Whether what stands in it cannot be; then it says why."""


class LeaveKeys(QObject):
    """Watches the part of a field that has the keyboard.

    `takes` says that the field needs Enter, Tab and Esc itself now.

    Signals:
        left: how. rested: the window is not the active one any more.
    """

    left = Signal(object)
    rested = Signal()

    def __init__(self, typed: QWidget, takes: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(typed)
        self._takes = takes
        typed.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that leave a cell, and claim letters before the window gets them."""
        if isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.ShortcutOverride:
                has_digits = isinstance(watched, QSpinBox)
                return (has_digits and leaves_space_to_the_film(event)) or self._claim(event)
            return event.type() is QEvent.Type.KeyPress and self._key(event)
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut:
            if event.reason() not in _STAYS:
                self.left.emit(Leave.AWAY)
            elif event.reason() is Qt.FocusReason.ActiveWindowFocusReason:
                self.rested.emit()
        return False

    def _claim(self, event: QKeyEvent) -> bool:
        if leaves_undo_to_the_film(event):
            return True
        if not event.modifiers() & _HELD:
            event.accept()
            return True
        return False

    def _key(self, event: QKeyEvent) -> bool:
        if self._takes(event):
            return False
        key, shifted = event.key(), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if event.modifiers() & _HELD:
            return False
        if key in _ENTER and not shifted:
            self.left.emit(Leave.DOWN)
        elif key == Qt.Key.Key_Backtab or (key == Qt.Key.Key_Tab and shifted):
            self.left.emit(Leave.LEFT)
        elif key == Qt.Key.Key_Tab:
            self.left.emit(Leave.RIGHT)
        elif key == Qt.Key.Key_Escape:
            self.left.emit(Leave.BACK)
        else:
            return False
        return True


def put_away(*parts: QWidget) -> None:
    """Have widgets go for good."""
    for part in parts:
        part.hide()
        part.deleteLater()
