"""The mouse on the boxes of cards, while the user chooses among shots."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from topa_studio.ui.film.card import picture_rect
from topa_studio.ui.film.card_view import CardView
from topa_studio.ui.film.corner import box_rect
from topa_studio.ui.film.sliver import is_sliver
from topa_studio.ui.notices.announcing import announce
from topa_studio.ui.undecided import Undecided

translate = QCoreApplication.translate
_AROUND = 5
_PRESSES = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}


class TickBoxes(QObject):
    """Takes presses on boxes before the pointer of the view does: they choose and play nothing.

    Signals:
        pressed: the key of the shot whose box it was.
    """

    pressed = Signal(str)

    def __init__(self, view: CardView) -> None:
        super().__init__(view)
        self._view = view
        self._held = False
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take a press on a box, and what comes until it is let go."""
        if not isinstance(event, QMouseEvent) or event.button() is not Qt.MouseButton.LeftButton:
            return self._held and event.type() is QEvent.Type.MouseMove
        if event.type() in _PRESSES:
            key = self._under(event.position().toPoint())
            self._held = bool(key)
            if key:
                self.pressed.emit(key)
            return self._held
        held, self._held = self._held, False
        return held

    def _under(self, at: QPoint) -> str:
        """The key of the shot whose box is there; "" for none."""
        view, index = self._view, self._view.indexAt(at)
        key = view.shots.shot(index.row()).key if index.isValid() else ""
        if not key or view.offers.box(key) is None:
            return ""
        if is_sliver(view.card_rect(index.row())):
            return ""
        box = box_rect(picture_rect(view.card_rect(index.row()), view.look), view.look)
        return key if box.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).contains(at) else ""


def press_box(view: QWidget, undecided: Undecided, key: str) -> None:
    """Tick the box of a shot, or take its tick away, and say so."""
    undecided.toggle(key)
    ticked = undecided.box(key)
    if ticked is not None:
        on, off = translate("ShotCard", "ticked"), translate("ShotCard", "not ticked")
        announce(view, on if ticked else off)
