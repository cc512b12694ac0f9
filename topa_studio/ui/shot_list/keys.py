"""Which key means what on the shot list; keys that are not here go on to the window."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.shot_list.columns import TYPED, Column

_HELD = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class Act(StrEnum):
    """What a key asks of the shot list: names of commands."""

    LEFT = "cell_left"
    RIGHT = "cell_right"
    UP = "row_up"
    DOWN = "row_down"
    RING_UP = "row_ring_up"
    RING_DOWN = "row_ring_down"
    RING_CHOOSE = "row_ring_choose"
    PAGE_UP = "page_up"
    PAGE_DOWN = "page_down"
    ROW_START = "row_start"
    ROW_END = "row_end"
    START = "list_start"
    END = "list_end"
    OPEN = "cell_open"
    EDIT = "cell_edit"
    NEXT = "next_cell"
    BEFORE = "cell_before"
    LEAVE = "cell_leave"
    EARLIER = "row_earlier"
    LATER = "row_later"
    FIRST = "row_first"
    LAST = "row_last"
    COPY = "cells_copy"
    PASTE = "cells_paste"
    ALL = "all_rows"
    BOX = "row_box"


# The ring of the keyboard goes as these do, and leaves what is chosen.
RINGS = {Act.RING_UP: Act.UP, Act.RING_DOWN: Act.DOWN}
# Views tell of moves by the names that the film's own commands have.
PUSHES = {
    Act.EARLIER: "move_left",
    Act.LATER: "move_right",
    Act.FIRST: "move_first",
    Act.LAST: "move_last",
}


def act_of(event: QKeyEvent) -> Act | None:
    """The act of a key press; Shift is no part of it where it extends what is chosen."""
    name = named(Place.SHOT_LIST, event)
    name = name or named(Place.SHOT_LIST, event, but=Qt.KeyboardModifier.ShiftModifier)
    return Act(name) if name else None


def typed_in(event: QKeyEvent, column: Column) -> str:
    """The letters of a key press that begin an edit of a cell; "" for none.

    Space plays the film; no words begin with it.
    """
    text = event.text()
    if column not in TYPED or event.modifiers() & _HELD or not text.isprintable():
        return ""
    if column is Column.SECONDS:
        return text if text.isascii() and text.isdecimal() else ""
    return text.strip()
