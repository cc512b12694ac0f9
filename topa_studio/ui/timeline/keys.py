"""Which key means what on the timeline; keys that are not here go on to the window."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


class Act(Enum):
    """What a key asks of the timeline."""

    BACK = auto()
    FORWARD = auto()
    SCENE_BACK = auto()
    SCENE_FORWARD = auto()
    FIRST = auto()
    LAST = auto()
    MOVE_BACK = auto()
    MOVE_FORWARD = auto()
    MOVE_FIRST = auto()
    MOVE_LAST = auto()
    PLAY = auto()
    GENERATE = auto()
    ALL = auto()
    CANCEL = auto()


_KEY = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_IGNORED = Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier

_ACTS = {
    (_KEY.Key_Left, _NONE): Act.BACK,
    (_KEY.Key_Right, _NONE): Act.FORWARD,
    (_KEY.Key_Up, _NONE): Act.SCENE_BACK,
    (_KEY.Key_Down, _NONE): Act.SCENE_FORWARD,
    (_KEY.Key_PageUp, _NONE): Act.SCENE_BACK,
    (_KEY.Key_PageDown, _NONE): Act.SCENE_FORWARD,
    (_KEY.Key_Home, _NONE): Act.FIRST,
    (_KEY.Key_End, _NONE): Act.LAST,
    (_KEY.Key_Left, _ALT): Act.MOVE_BACK,
    (_KEY.Key_Right, _ALT): Act.MOVE_FORWARD,
    (_KEY.Key_Home, _ALT): Act.MOVE_FIRST,
    (_KEY.Key_End, _ALT): Act.MOVE_LAST,
    (_KEY.Key_Return, _NONE): Act.PLAY,
    (_KEY.Key_Enter, _NONE): Act.PLAY,
    (_KEY.Key_G, _NONE): Act.GENERATE,
    (_KEY.Key_A, _CTRL): Act.ALL,
    (_KEY.Key_Escape, _NONE): Act.CANCEL,
}

GOES = frozenset({Act.BACK, Act.FORWARD, Act.SCENE_BACK, Act.SCENE_FORWARD, Act.FIRST, Act.LAST})
MOVES = frozenset({Act.MOVE_BACK, Act.MOVE_FORWARD, Act.MOVE_FIRST, Act.MOVE_LAST})


def act_of(event: QKeyEvent) -> Act | None:
    """The act of a key press, or None where the timeline has nothing to do with it.

    Shift is no part of the key: it extends the selection.
    """
    try:
        key = Qt.Key(event.key())
    except ValueError:
        return None
    return _ACTS.get((key, event.modifiers() & ~_IGNORED))
