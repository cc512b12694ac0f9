"""An element's card that is carried off with the mouse, to be let go over a shot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.widgets.giving_up import GivesUp

_AFTER = 6


class Carry(QObject):
    """Tells a click on a card from a drag of it.

    It is no drag of the system's, in which Qt would wait.

    Signals:
        clicked: pressed and let go at one place.
        carried, let_go: where on the screen. given_up: it is carried no more.
    """

    clicked = Signal()
    carried = Signal(QPoint)
    let_go = Signal(QPoint)
    given_up = Signal()

    def __init__(self, card: QWidget) -> None:
        super().__init__(card)
        self._card = card
        self._held: QPoint | None = None
        self._active = False
        card.installEventFilter(self)
        GivesUp(card, lambda key: named(Place.ELEMENT, key) == "carry_cancel", self.give_up)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the left button's events."""
        return isinstance(event, QMouseEvent) and self._mouse(event)

    def give_up(self) -> bool:
        """It is carried no more, and goes nowhere; whether it was carried."""
        was_active = self._active
        self._end()
        if was_active:
            self.given_up.emit()
        return was_active

    def _mouse(self, event: QMouseEvent) -> bool:
        at, left = event.position().toPoint(), event.button() is Qt.MouseButton.LeftButton
        there = event.globalPosition().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress if left:
                self._held = at
                self._card.setFocus(Qt.FocusReason.MouseFocusReason)
            case QEvent.Type.MouseMove if self._held is not None:
                self._move(at, there)
            case QEvent.Type.MouseButtonRelease if left and self._held is not None:
                was_active = self._active
                self._end()
                if was_active:
                    self.let_go.emit(there)
                elif self._card.rect().contains(at):
                    self.clicked.emit()
            case _:
                return False
        return True

    def _move(self, at: QPoint, there: QPoint) -> None:
        if self._held is None:
            return
        if not self._active and (at - self._held).manhattanLength() < _AFTER:
            return
        if not self._active:
            self._active = True
            self._card.setCursor(Qt.CursorShape.DragCopyCursor)
        self.carried.emit(there)

    def _end(self) -> None:
        self._held, self._active = None, False
        self._card.setCursor(Qt.CursorShape.PointingHandCursor)
