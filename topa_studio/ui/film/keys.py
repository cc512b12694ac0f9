"""Which key means what on the timeline; keys that are not here go on to the window."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named


class Act(StrEnum):
    """What a key asks of the timeline: names of commands."""

    BACK = "shot_before"
    FORWARD = "shot_after"
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
MOVES = frozenset(
    {Act.MOVE_BACK, Act.MOVE_FORWARD, Act.MOVE_UP, Act.MOVE_DOWN, Act.MOVE_FIRST, Act.MOVE_LAST}
)


def act_of(event: QKeyEvent) -> Act | None:
    """The act of a key press, or None where the timeline has nothing to do with it.

    Shift is no part of the key: it extends the selection.
    """
    name = named(Place.TIMELINE, event, but=Qt.KeyboardModifier.ShiftModifier)
    return Act(name) if name else None
