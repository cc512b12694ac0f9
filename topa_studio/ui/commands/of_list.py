"""The commands of the shot list: what a key means on a row, on a cell, in what is edited there."""

from __future__ import annotations

from topa_studio.ui.commands.command import Command, Place, translate

_ENTER = ("Return", "Enter")
_CELLS = translate("Commands", "From cell to cell, from row to row; a scene's row folds")
_PAGES = translate("Commands", "A page of rows up, down")
_ROW_ENDS = translate("Commands", "The first cell of the row, the last one")
_ENDS = translate("Commands", "The first row, the last one")
_MOVE = translate("Commands", "Move the chosen shots up, down")
_TAB = translate("Commands", "The next cell, the cell before")
_CELL = translate("Commands", "cell")
_MOVED = translate("Commands", "move shot")
_NEXT = translate("Commands", "next cell")
_COPIED = translate("Commands", "Copy the words of the cells, paste words into them")


def _at(name: str, english: str, *keys: str, about: str = "", short: str = "") -> Command:
    return Command(name, english, keys, place=Place.SHOT_LIST, about=about, short=short)


SHOT_LIST = (
    _at("cell_left", _CELLS, "Left", about=_CELLS, short=_CELL),
    _at("cell_right", _CELLS, "Right", about=_CELLS, short=_CELL),
    _at("row_up", _CELLS, "Up", about=_CELLS, short=_CELL),
    _at("row_down", _CELLS, "Down", about=_CELLS, short=_CELL),
    _at("page_up", _PAGES, "PgUp", about=_PAGES),
    _at("page_down", _PAGES, "PgDown", about=_PAGES),
    _at("row_start", _ROW_ENDS, "Home", about=_ROW_ENDS),
    _at("row_end", _ROW_ENDS, "End", about=_ROW_ENDS),
    _at("list_start", _ENDS, "Ctrl+Home", about=_ENDS),
    _at("list_end", _ENDS, "Ctrl+End", about=_ENDS),
    _at(
        "cell_open",
        translate("Commands", "Edit the cell; where it is not edited, play or tell more"),
        *_ENTER,
        short=translate("Commands", "edit"),
    ),
    _at("cell_edit", translate("Commands", "Edit the cell, its words kept"), "F2"),
    _at("next_cell", _TAB, "Tab", about=_TAB, short=_NEXT),
    _at("cell_before", _TAB, "Shift+Backtab", about=_TAB),
    _at(
        "cell_leave",
        translate("Commands", "Leave the cell as it was"),
        "Esc",
        short=translate("Commands", "leave as it was"),
    ),
    _at("row_earlier", _MOVE, "Alt+Up", about=_MOVE, short=_MOVED),
    _at("row_later", _MOVE, "Alt+Down", about=_MOVE, short=_MOVED),
    _at("row_first", translate("Commands", "Move the chosen shots to the start"), "Alt+Home"),
    _at("row_last", translate("Commands", "Move the chosen shots to the end"), "Alt+End"),
    _at("cells_copy", _COPIED, "Ctrl+C", about=_COPIED),
    _at("cells_paste", _COPIED, "Ctrl+V", about=_COPIED),
    _at("all_rows", translate("Commands", "Choose all shots of the list"), "Ctrl+A"),
)
COLUMNS = (
    Command(
        "column_earlier", translate("Commands", "Move the column to the left, to the right"),
        ("Alt+Up",), place=Place.COLUMNS,
        about=translate("Commands", "Move the column to the left, to the right"),
    ),
    Command(
        "column_later", translate("Commands", "Move the column to the left, to the right"),
        ("Alt+Down",), place=Place.COLUMNS,
        about=translate("Commands", "Move the column to the left, to the right"),
    ),
    Command(
        "column_show", translate("Commands", "Show the column, or hide it"), ("Space",),
        place=Place.COLUMNS,
    ),
)  # fmt: skip
