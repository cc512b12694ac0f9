"""The commands that a key means only where the keyboard is: on a card, a line, in the words."""

from __future__ import annotations

from topa_studio.ui.commands.command import Able, Command, Place, translate

_ENTER = ("Return", "Enter")
_DELETE = ("Del", "Backspace")
_SHOTS = translate("Commands", "The shot before, the next shot")
_SCENES = translate("Commands", "The scene before, the next scene")
_ENDS = translate("Commands", "The first shot, the last shot")
_MOVE = translate("Commands", "Move the chosen shots")
_FAR = translate("Commands", "Move the chosen shots to the start, to the end of the film")
_FRAMES = translate("Commands", "One frame back, one frame on")
_SECONDS = translate("Commands", "One second back, one second on")
_FILM_ENDS = translate("Commands", "To the start, to the end")
_CUTS = translate("Commands", "To the cut before, to the next cut")
_TAKES = translate("Commands", "The take above, the take below")
_LINES = translate("Commands", "The line above, the line below")
_PAGES = translate("Commands", "Some rows up, some rows down")
_SCENE_ENDS = translate("Commands", "The first shot, the last shot of the scene")
_BY_SCENE = translate("Commands", "Move the chosen shots to the scene above, to the scene below")
_CARDS = translate("Commands", "The card above, the card below")
_FILTERS = translate("Commands", "The filter before, the next filter")
_BOX_FRAMES = translate("Commands", "Music or caption one frame earlier, later")
_BOX_SECONDS = translate("Commands", "Music or caption one second earlier, later")
_BOXES = translate("Commands", "The one before, the next one")
_LOUD = translate("Commands", "Louder, quieter")
_FADES = translate("Commands", "Longer fade in, longer fade out")
_NO_FADES = translate("Commands", "Shorter fade in, shorter fade out")
_RING = translate("Commands", "Go on; what is chosen stays")
_BESIDE_OTHERS = translate("Commands", "Choose the shot beside the others, or not any more")
_MOVED = translate("Commands", "move shot")
_SOONER = translate("Commands", "earlier, later")
_BESIDE = translate("Commands", "previous, next")
_PICTURES = translate("Commands", "The picture before, the next picture")
_PICTURE = translate("Commands", "picture")
_ORDER = translate("Commands", "Move the picture to the front, to the back")
_CROP = translate("Commands", "Move the frame of the crop")
_CROP_SIZE = translate("Commands", "Larger frame, smaller frame")

_CELLS = translate("Commands", "From cell to cell, from row to row; a scene's row folds")
_PAGE_STEPS = translate("Commands", "A page of rows up, down")
_ROW_ENDS = translate("Commands", "The first cell of the row, the last one")
_LIST_ENDS = translate("Commands", "The first row, the last one")
_ROW_MOVE = translate("Commands", "Move the chosen shots up, down")
_TAB = translate("Commands", "The next cell, the cell before")
_CELL_WORD = translate("Commands", "cell")
_ROW_MOVED = translate("Commands", "move shot")
_NEXT = translate("Commands", "next cell")
_COPIED = translate("Commands", "Copy the words of the cells, paste words into them")


def _at(
    place: Place, name: str, english: str, *keys: str, about: str = "", short: str = ""
) -> Command:
    return Command(name, english, keys, place=place, about=about, short=short)


TIMELINE = (
    _at(Place.TIMELINE, "shot_before", _SHOTS, "Left", about=_SHOTS),
    _at(Place.TIMELINE, "shot_after", _SHOTS, "Right", about=_SHOTS),
    _at(Place.TIMELINE, "ring_before", _RING, "Ctrl+Left", about=_RING),
    _at(Place.TIMELINE, "ring_after", _RING, "Ctrl+Right", about=_RING),
    _at(Place.TIMELINE, "ring_choose", _BESIDE_OTHERS, "Ctrl+Space"),
    _at(Place.TIMELINE, "scene_before", _SCENES, "Up", "PgUp", about=_SCENES),
    _at(Place.TIMELINE, "scene_after", _SCENES, "Down", "PgDown", about=_SCENES),
    _at(Place.TIMELINE, "first_shot", _ENDS, "Home", about=_ENDS),
    _at(Place.TIMELINE, "last_shot", _ENDS, "End", about=_ENDS),
    Command(
        "move_left", translate("Commands", "Move &left"), ("Alt+Left",), place=Place.TIMELINE,
        able=Able.SHOTS, about=_MOVE, short=_MOVED,
    ),
    Command(
        "move_right", translate("Commands", "Move &right"), ("Alt+Right",), place=Place.TIMELINE,
        able=Able.SHOTS, about=_MOVE, short=_MOVED,
    ),
    _at(Place.TIMELINE, "move_first", _FAR, "Alt+Home", about=_FAR),
    _at(Place.TIMELINE, "move_last", _FAR, "Alt+End", about=_FAR),
    Command(
        "play_shot", translate("Commands", "Play"), _ENTER, place=Place.TIMELINE,
        about=translate("Commands", "Play the shot"), short=translate("Commands", "play shot"),
    ),
    _at(
        Place.TIMELINE, "tick_box",
        translate("Commands", "Tick a shot's box, or clear it, while boxes are shown"), "T",
        short=translate("Commands", "tick the box"),
    ),
    _at(Place.TIMELINE, "choose_all", translate("Commands", "Choose all shots"), "Ctrl+A"),
    _at(Place.FILTERS, "filter_before", _FILTERS, "Left", about=_FILTERS),
    _at(Place.FILTERS, "filter_after", _FILTERS, "Right", about=_FILTERS),
    _at(Place.TIMELINE, "cancel_drag", translate("Commands", "Give a drag up"), "Esc"),
)  # fmt: skip

BOARD = (
    _at(Place.BOARD, "board_left", _SHOTS, "Left", about=_SHOTS),
    _at(Place.BOARD, "board_right", _SHOTS, "Right", about=_SHOTS),
    _at(Place.BOARD, "board_up", _CARDS, "Up", about=_CARDS),
    _at(Place.BOARD, "board_down", _CARDS, "Down", about=_CARDS),
    _at(Place.BOARD, "board_ring_left", _RING, "Ctrl+Left", about=_RING),
    _at(Place.BOARD, "board_ring_right", _RING, "Ctrl+Right", about=_RING),
    _at(Place.BOARD, "board_ring_up", _RING, "Ctrl+Up", about=_RING),
    _at(Place.BOARD, "board_ring_down", _RING, "Ctrl+Down", about=_RING),
    _at(Place.BOARD, "board_ring_choose", _BESIDE_OTHERS, "Ctrl+Space"),
    _at(Place.BOARD, "board_page_up", _PAGES, "PgUp", about=_PAGES),
    _at(Place.BOARD, "board_page_down", _PAGES, "PgDown", about=_PAGES),
    _at(Place.BOARD, "board_scene_start", _SCENE_ENDS, "Home", about=_SCENE_ENDS),
    _at(Place.BOARD, "board_scene_end", _SCENE_ENDS, "End", about=_SCENE_ENDS),
    _at(Place.BOARD, "board_first", _ENDS, "Ctrl+Home", about=_ENDS),
    _at(Place.BOARD, "board_last", _ENDS, "Ctrl+End", about=_ENDS),
    _at(Place.BOARD, "board_move_left", _MOVE, "Alt+Left", about=_MOVE, short=_MOVED),
    _at(Place.BOARD, "board_move_right", _MOVE, "Alt+Right", about=_MOVE, short=_MOVED),
    _at(Place.BOARD, "move_up", _BY_SCENE, "Alt+Up", about=_BY_SCENE),
    _at(Place.BOARD, "move_down", _BY_SCENE, "Alt+Down", about=_BY_SCENE),
    _at(Place.BOARD, "board_move_first", _FAR, "Alt+Home", about=_FAR),
    _at(Place.BOARD, "board_move_last", _FAR, "Alt+End", about=_FAR),
    _at(
        Place.BOARD, "board_words", translate("Commands", "Write the words of the shot"), *_ENTER,
        short=translate("Commands", "words"),
    ),
    _at(
        Place.BOARD, "board_box",
        translate("Commands", "Tick a shot's box, or clear it, while boxes are shown"), "T",
        short=translate("Commands", "tick the box"),
    ),
    _at(Place.BOARD, "board_all", translate("Commands", "Choose all shots"), "Ctrl+A"),
    _at(Place.BOARD, "board_cancel", translate("Commands", "Give a drag up"), "Esc"),
)  # fmt: skip

LANES = (
    _at(Place.LANE, "box_back", _BOX_FRAMES, "Left", about=_BOX_FRAMES, short=_SOONER),
    _at(Place.LANE, "box_on", _BOX_FRAMES, "Right", about=_BOX_FRAMES, short=_SOONER),
    _at(Place.LANE, "box_second_back", _BOX_SECONDS, "Shift+Left", about=_BOX_SECONDS),
    _at(Place.LANE, "box_second_on", _BOX_SECONDS, "Shift+Right", about=_BOX_SECONDS),
    _at(Place.LANE, "box_before", _BOXES, "Up", about=_BOXES, short=_BESIDE),
    _at(Place.LANE, "box_after", _BOXES, "Down", about=_BOXES, short=_BESIDE),
    _at(Place.LANE, "louder", _LOUD, "+", "=", "Shift++", about=_LOUD),
    _at(Place.LANE, "quieter", _LOUD, "-", about=_LOUD),
    _at(Place.LANE, "fade_in_longer", _FADES, "[", about=_FADES),
    _at(Place.LANE, "fade_out_longer", _FADES, "]", about=_FADES),
    _at(Place.LANE, "fade_in_shorter", _NO_FADES, "{", "Shift+{", about=_NO_FADES),
    _at(Place.LANE, "fade_out_shorter", _NO_FADES, "}", "Shift+}", about=_NO_FADES),
    _at(
        Place.LANE,
        "track_mute",
        translate("Commands", "Mute the track, or hear it"),
        "M",
        short=translate("Commands", "mute"),
    ),
    _at(
        Place.LANE,
        "box_open",
        translate("Commands", "Change its fields or words"),
        *_ENTER,
        short=translate("Commands", "change"),
    ),
    _at(
        Place.LANE,
        "box_remove",
        translate("Commands", "Take it out of the film"),
        *_DELETE,
        short=translate("Commands", "remove"),
    ),
    _at(Place.LANE, "box_cancel", translate("Commands", "Give a drag in a lane up"), "Esc"),
)

PLAYER = (
    _at(Place.PLAYER, "frame_back", translate("Commands", "One frame back"), "Left", about=_FRAMES),
    _at(Place.PLAYER, "frame_on", translate("Commands", "One frame on"), "Right", about=_FRAMES),
    _at(Place.PLAYER, "second_back", _SECONDS, "Shift+Left", about=_SECONDS),
    _at(Place.PLAYER, "second_on", _SECONDS, "Shift+Right", about=_SECONDS),
    _at(Place.PLAYER, "to_start", translate("Commands", "To the start"), "Home", about=_FILM_ENDS),
    _at(Place.PLAYER, "to_end", translate("Commands", "To the end"), "End", about=_FILM_ENDS),
    _at(Place.PLAYER, "cut_before", _CUTS, "Up", "PgUp", about=_CUTS),
    _at(Place.PLAYER, "cut_after", _CUTS, "Down", "PgDown", about=_CUTS),
    _at(Place.PLAYER, "leave_full_screen", translate("Commands", "Back from full screen"), "Esc"),
)

LINES = (
    _at(Place.LINE, "line_above", _LINES, "Up", about=_LINES),
    _at(Place.LINE, "line_below", _LINES, "Down", about=_LINES),
    _at(
        Place.LINE,
        "line_act",
        translate("Commands", "Do what its button says, else show the shot"),
        *_ENTER,
    ),
    _at(
        Place.LINE,
        "line_cancel",
        translate("Commands", "Cancel it, or put away what failed"),
        *_DELETE,
    ),
    _at(Place.LINE, "line_front", translate("Commands", "Move what waits to the front"), "Ctrl+Up"),
)

ELEMENTS = (
    _at(Place.ELEMENT, "card_above", _CARDS, "Up", about=_CARDS),
    _at(Place.ELEMENT, "card_below", _CARDS, "Down", about=_CARDS),
    _at(Place.ELEMENT, "choose_element", translate("Commands", "Choose the element"), *_ENTER),
    _at(Place.ELEMENT, "delete_element", translate("Commands", "Delete element…"), *_DELETE),
    _at(Place.ELEMENT, "carry_cancel", translate("Commands", "Give a drag up"), "Esc"),
)

PICTURES = (
    _at(Place.PICTURE, "picture_before", _PICTURES, "Left", about=_PICTURES, short=_PICTURE),
    _at(Place.PICTURE, "picture_after", _PICTURES, "Right", about=_PICTURES, short=_PICTURE),
    _at(Place.PICTURE, "picture_sooner", _ORDER, "Alt+Left", about=_ORDER, short=_SOONER),
    _at(Place.PICTURE, "picture_later", _ORDER, "Alt+Right", about=_ORDER, short=_SOONER),
    _at(
        Place.PICTURE, "picture_big", translate("Commands", "See the picture large"), *_ENTER,
        short=translate("Commands", "large"),
    ),
    _at(
        Place.PICTURE, "picture_frontal", translate("Commands", "Make it the frontal one"), "Home",
        short=translate("Commands", "frontal"),
    ),
    _at(Place.PICTURE, "picture_crop", translate("Commands", "Crop"), "C"),
    _at(
        Place.PICTURE, "picture_redraw", translate("Commands", "Redraw the picture"), "R",
        short=translate("Commands", "redraw"),
    ),
    _at(Place.PICTURE, "picture_upload", translate("Commands", "Upload"), "U"),
    _at(Place.PICTURE, "picture_replace", translate("Commands", "Replace by upload"), "Shift+U"),
    _at(
        Place.PICTURE, "picture_trash", translate("Commands", "Put the picture into the trash"),
        *_DELETE, short=translate("Commands", "trash"),
    ),
    _at(Place.PICTURE, "picture_keep", translate("Commands", "Keep this new picture"), "K"),
    _at(
        Place.PICTURE, "picture_put_back",
        translate("Commands", "Put this new picture into the trash"), "Shift+K",
    ),
    _at(
        Place.PICTURE, "picture_leave", translate("Commands", "Back to the film"), "Esc",
        short=translate("Commands", "film"),
    ),
    _at(Place.CROP, "crop_keep", translate("Commands", "Keep the crop"), *_ENTER),
    _at(Place.CROP, "crop_leave", translate("Commands", "Leave the picture as it is"), "Esc"),
    _at(Place.CROP, "crop_left", _CROP, "Left", about=_CROP),
    _at(Place.CROP, "crop_right", _CROP, "Right", about=_CROP),
    _at(Place.CROP, "crop_up", _CROP, "Up", about=_CROP),
    _at(Place.CROP, "crop_down", _CROP, "Down", about=_CROP),
    _at(Place.CROP, "crop_larger", _CROP_SIZE, "+", "=", "Shift++", about=_CROP_SIZE),
    _at(Place.CROP, "crop_smaller", _CROP_SIZE, "-", about=_CROP_SIZE),
)  # fmt: skip

CHIPS = (
    _at(
        Place.CHIP,
        "chip_remove",
        translate("Commands", "Take the element out of all chosen shots"),
        *_DELETE,
    ),
)

COMMENTS = (
    _at(Place.COMMENT, "comment_delete", translate("Commands", "Delete the comment"), *_DELETE),
)

SAID = (_at(Place.SAID, "line_delete", translate("Commands", "Delete the line"), *_DELETE),)

WORDS = (
    _at(Place.WORDS, "mention", translate("Commands", "Mention an element"), "@"),
    _at(
        Place.WORDS,
        "fix_mention",
        translate("Commands", "Show the element of a mention, or fix a mention of nobody"),
        "Alt+Return",
        "Alt+Enter",
    ),
    _at(Place.WORDS, "next_field", translate("Commands", "To the next field"), "Tab"),
)

TAKES = (
    _at(Place.TAKE, "take_above", _TAKES, "Up", about=_TAKES),
    _at(Place.TAKE, "take_below", _TAKES, "Down", about=_TAKES),
    _at(
        Place.TAKE,
        "choose_this_take",
        translate("Commands", "Choose this take; in the trash: put it back"),
        *_ENTER,
    ),
    _at(Place.TAKE, "take_star", translate("Commands", "Star, or no star"), "*", "Shift+*"),
    _at(
        Place.TAKE,
        "take_reject",
        translate("Commands", "Reject and keep, or take that back"),
        "X",
    ),
    _at(Place.TAKE, "take_note", translate("Commands", "Note on the take"), "T"),
    _at(Place.TAKE, "take_trash", translate("Commands", "Into the trash"), *_DELETE),
)

SHOT_LIST = (
    _at(Place.SHOT_LIST, "cell_left", _CELLS, "Left", about=_CELLS, short=_CELL_WORD),
    _at(Place.SHOT_LIST, "cell_right", _CELLS, "Right", about=_CELLS, short=_CELL_WORD),
    _at(Place.SHOT_LIST, "row_up", _CELLS, "Up", about=_CELLS, short=_CELL_WORD),
    _at(Place.SHOT_LIST, "row_down", _CELLS, "Down", about=_CELLS, short=_CELL_WORD),
    _at(Place.SHOT_LIST, "row_ring_up", _RING, "Ctrl+Up", about=_RING),
    _at(Place.SHOT_LIST, "row_ring_down", _RING, "Ctrl+Down", about=_RING),
    _at(Place.SHOT_LIST, "row_ring_choose", _BESIDE_OTHERS, "Ctrl+Space"),
    _at(Place.SHOT_LIST, "page_up", _PAGE_STEPS, "PgUp", about=_PAGE_STEPS),
    _at(Place.SHOT_LIST, "page_down", _PAGE_STEPS, "PgDown", about=_PAGE_STEPS),
    _at(Place.SHOT_LIST, "row_start", _ROW_ENDS, "Home", about=_ROW_ENDS),
    _at(Place.SHOT_LIST, "row_end", _ROW_ENDS, "End", about=_ROW_ENDS),
    _at(Place.SHOT_LIST, "list_start", _LIST_ENDS, "Ctrl+Home", about=_LIST_ENDS),
    _at(Place.SHOT_LIST, "list_end", _LIST_ENDS, "Ctrl+End", about=_LIST_ENDS),
    _at(
        Place.SHOT_LIST,
        "cell_open",
        translate("Commands", "Edit the cell; where it is not edited, play or tell more"),
        *_ENTER,
        short=translate("Commands", "edit"),
    ),
    _at(Place.SHOT_LIST, "cell_edit", translate("Commands", "Edit the cell, its words kept"), "F2"),
    _at(Place.SHOT_LIST, "next_cell", _TAB, "Tab", about=_TAB, short=_NEXT),
    _at(Place.SHOT_LIST, "cell_before", _TAB, "Shift+Backtab", about=_TAB),
    _at(
        Place.SHOT_LIST,
        "cell_leave",
        translate("Commands", "Leave the cell as it was"),
        "Esc",
        short=translate("Commands", "leave as it was"),
    ),
    _at(Place.SHOT_LIST, "row_earlier", _ROW_MOVE, "Alt+Up", about=_ROW_MOVE, short=_ROW_MOVED),
    _at(Place.SHOT_LIST, "row_later", _ROW_MOVE, "Alt+Down", about=_ROW_MOVE, short=_ROW_MOVED),
    _at(
        Place.SHOT_LIST,
        "row_first",
        translate("Commands", "Move the chosen shots to the start"),
        "Alt+Home",
    ),
    _at(
        Place.SHOT_LIST,
        "row_last",
        translate("Commands", "Move the chosen shots to the end"),
        "Alt+End",
    ),
    _at(Place.SHOT_LIST, "cells_copy", _COPIED, "Ctrl+C", about=_COPIED),
    _at(Place.SHOT_LIST, "cells_paste", _COPIED, "Ctrl+V", about=_COPIED),
    _at(
        Place.SHOT_LIST, "all_rows", translate("Commands", "Choose all shots of the list"), "Ctrl+A"
    ),
    _at(
        Place.SHOT_LIST,
        "row_box",
        translate("Commands", "Tick a shot's box, or clear it, while boxes are shown"),
        "T",
        short=translate("Commands", "tick the box"),
    ),
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
