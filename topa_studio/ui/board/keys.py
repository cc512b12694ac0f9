"""Which key means what on the board; keys that are not here go on to the window."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.film.keys import Act


class BoardAct(StrEnum):
    """What a key asks of the board: names of commands."""

    LEFT = "board_left"
    RIGHT = "board_right"
    UP = "board_up"
    DOWN = "board_down"
    RING_LEFT = "board_ring_left"
    RING_RIGHT = "board_ring_right"
    RING_UP = "board_ring_up"
    RING_DOWN = "board_ring_down"
    RING_CHOOSE = "board_ring_choose"
    PAGE_UP = "board_page_up"
    PAGE_DOWN = "board_page_down"
    HOME = "board_scene_start"
    END = "board_scene_end"
    FIRST = "board_first"
    LAST = "board_last"
    MOVE_LEFT = "board_move_left"
    MOVE_RIGHT = "board_move_right"
    MOVE_UP = "move_up"
    MOVE_DOWN = "move_down"
    MOVE_FIRST = "board_move_first"
    MOVE_LAST = "board_move_last"
    WORDS = "board_words"
    BOX = "board_box"
    ALL = "board_all"
    CANCEL = "board_cancel"


ALONG = {
    BoardAct.LEFT: Act.BACK,
    BoardAct.RIGHT: Act.FORWARD,
    BoardAct.FIRST: Act.FIRST,
    BoardAct.LAST: Act.LAST,
}
# The ring of the keyboard goes as these do, and leaves what is chosen.
RINGS = {
    BoardAct.RING_LEFT: BoardAct.LEFT,
    BoardAct.RING_RIGHT: BoardAct.RIGHT,
    BoardAct.RING_UP: BoardAct.UP,
    BoardAct.RING_DOWN: BoardAct.DOWN,
}
MOVED = {
    BoardAct.MOVE_LEFT: Act.MOVE_BACK,
    BoardAct.MOVE_RIGHT: Act.MOVE_FORWARD,
    BoardAct.MOVE_UP: Act.MOVE_UP,
    BoardAct.MOVE_DOWN: Act.MOVE_DOWN,
    BoardAct.MOVE_FIRST: Act.MOVE_FIRST,
    BoardAct.MOVE_LAST: Act.MOVE_LAST,
}


def board_act_of(event: QKeyEvent) -> BoardAct | None:
    """The act of a key press, or None where the board has nothing to do with it.

    Shift is no part of the key: it extends the selection.
    """
    name = named(Place.BOARD, event, but=Qt.KeyboardModifier.ShiftModifier)
    return BoardAct(name) if name else None
