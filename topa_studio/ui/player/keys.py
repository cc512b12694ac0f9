"""Which key means what in the player; keys that are not here go on to the window."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Act(Enum):
    """What a key asks of the player."""

    FILM = auto()
    BACKWARDS = auto()
    STOP = auto()
    ONWARDS = auto()
    FRAME_BACK = auto()
    FRAME_ON = auto()
    SECOND_BACK = auto()
    SECOND_ON = auto()
    START = auto()
    END = auto()
    FULL = auto()
    LEAVE_FULL = auto()
    SOUND = auto()


_KEY = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_ACTS = {
    (_KEY.Key_Space, _NONE): Act.FILM,
    (_KEY.Key_J, _NONE): Act.BACKWARDS,
    (_KEY.Key_K, _NONE): Act.STOP,
    (_KEY.Key_L, _NONE): Act.ONWARDS,
    (_KEY.Key_Left, _NONE): Act.FRAME_BACK,
    (_KEY.Key_Right, _NONE): Act.FRAME_ON,
    (_KEY.Key_Left, _SHIFT): Act.SECOND_BACK,
    (_KEY.Key_Right, _SHIFT): Act.SECOND_ON,
    (_KEY.Key_Home, _NONE): Act.START,
    (_KEY.Key_End, _NONE): Act.END,
    (_KEY.Key_F, _NONE): Act.FULL,
    (_KEY.Key_Escape, _NONE): Act.LEAVE_FULL,
    (_KEY.Key_M, _NONE): Act.SOUND,
}


def act_of(event: QKeyEvent) -> Act | None:
    """The act of a key press, or None where the player has nothing to do with it."""
    try:
        key = Qt.Key(event.key())
    except ValueError:
        return None
    return _ACTS.get((key, event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
