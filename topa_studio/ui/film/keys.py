"""Which key means what on the timeline, others are the window's; and the ring of the keyboard."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named

if TYPE_CHECKING:
    from topa_studio.ui.film.card_view import CardView

_FLAG = QItemSelectionModel.SelectionFlag


class Act(StrEnum):
    """What a key asks of the timeline: names of commands."""

    BACK = "shot_before"
    FORWARD = "shot_after"
    RING_BACK = "ring_before"
    RING_FORWARD = "ring_after"
    RING_CHOOSE = "ring_choose"
    SCENE_BACK = "scene_before"
    SCENE_FORWARD = "scene_after"
    FIRST = "first_shot"
    LAST = "last_shot"
    MOVE_BACK = "move_left"
    MOVE_FORWARD = "move_right"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    MOVE_FIRST = "move_first"
    MOVE_LAST = "move_last"
    PLAY = "play_shot"
    ALL = "choose_all"
    CANCEL = "cancel_drag"
    BOX = "tick_box"


GOES = frozenset({Act.BACK, Act.FORWARD, Act.SCENE_BACK, Act.SCENE_FORWARD, Act.FIRST, Act.LAST})
# The ring of the keyboard goes as these do, and leaves what is chosen.
RINGS = {Act.RING_BACK: Act.BACK, Act.RING_FORWARD: Act.FORWARD}
MOVES = frozenset(
    {Act.MOVE_BACK, Act.MOVE_FORWARD, Act.MOVE_UP, Act.MOVE_DOWN, Act.MOVE_FIRST, Act.MOVE_LAST}
)


def act_of(event: QKeyEvent) -> Act | None:
    """The act of a key press, or None where the timeline has nothing to do with it.

    Shift is no part of the key: it extends the selection.
    """
    name = named(Place.TIMELINE, event, but=Qt.KeyboardModifier.ShiftModifier)
    return Act(name) if name else None


class Ring(QObject):
    """Works for one view; `chooses` tells the key that chooses the card it is on.

    That key means something in the window, too, which is not meant here.
    """

    def __init__(self, view: CardView, chooses: Callable[[QKeyEvent], bool]) -> None:
        super().__init__(view)
        self._view, self._chooses = view, chooses
        view.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Have the view get the key."""
        if event.type() is not QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        claims = self._chooses(event)
        if claims:
            event.accept()
        return claims

    def stand_on(self, row: int) -> None:
        """Make `row` the current card; what is chosen stays."""
        view = self._view
        before, index = view.currentIndex(), view.shots.index(row)
        view.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        view.scrollTo(index)
        for each in (before, index):
            if each.isValid():
                view.viewport().update(view.around(each.row()))

    def toggle(self) -> bool:
        """Choose the current card beside the others, or not any more; whether there is one."""
        index = self._view.currentIndex()
        if index.isValid():
            self._view.selectionModel().select(index, _FLAG.Toggle)
        return bool(index.isValid())
