"""The one table of commands: found by name and by key, with their order in menus, hints and F1."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from topa_studio.ui.commands import of_pages, of_panes, of_window
from topa_studio.ui.commands.command import Command, Place, pressed, said, translate
from topa_studio.ui.commands.keymap import KeyMap, with_keys

_MANY = 4
_NONE = Qt.KeyboardModifier.NoModifier
SECTIONS: tuple[tuple[str, tuple[Command, ...]], ...] = (
    (translate("Commands", "Film"), of_window.FILM),
    (translate("Commands", "Shots on the timeline"), (*of_panes.TIMELINE, *of_window.SHOTS)),
    (translate("Commands", "Board"), of_panes.BOARD),
    (translate("Commands", "Music and captions under the cards"), of_panes.LANES),
    (translate("Commands", "Shot list"), (*of_panes.SHOT_LIST, *of_panes.COLUMNS)),
    (translate("Commands", "Player"), of_panes.PLAYER),
    (translate("Commands", "Lines of the queue"), of_panes.LINES),
    (translate("Commands", "Cards of elements"), of_panes.ELEMENTS),
    (translate("Commands", "Pictures of an element"), of_panes.PICTURES),
    (translate("Commands", "Elements of several shots"), of_panes.CHIPS),
    (translate("Commands", "Words"), of_panes.WORDS),
    (translate("Commands", "List of takes"), of_panes.TAKES),
    (translate("Commands", "Comparing takes"), of_pages.COMPARE),
    (translate("Commands", "Seams"), of_pages.SEAM),
    (translate("Commands", "Writing a shot"), of_pages.WRITING),
    (
        translate("Commands", "Window"),
        (*of_window.VIEWS, *of_window.WINDOW, *of_window.HELP),
    ),
)
BUILT_IN = {command.name: command for _, commands in SECTIONS for command in commands}
# With the keys in force: all that tells or takes a key asks it here, at that moment.
COMMANDS = dict(BUILT_IN)
_in_force = [KeyMap()]

MENUS: tuple[tuple[str, str, tuple[str | None, ...]], ...] = (
    (
        "file", translate("Commands", "&File"),
        (
            "new", "open", "open_folder", "save_copy", None, "film_out", "save_picture", None,
            "add_music", "add_captions", "bring_script", "bring_cut", "bring_comments",
            "import_elements", None,
            "costs", "real", "practise", "preferences", None, "quit",
        ),
    ),
    (
        "edit", translate("Commands", "&Edit"),
        (
            "undo", "redo", None, "cut", "copy", "paste", "duplicate", "delete", "rename", None,
            "find", "replace", None, "past",
        ),
    ),
    (
        "shot", translate("Commands", "&Shot"),
        (
            "new_shot", "split", "merge", "add_caption", "write", "spell_out", None,
            "generate", "generate_missing", "variants", "new_panel", "panels", "refresh", "pause",
            "needs_you", None,
            "accept", "star_chosen", "compare", None,
            "bring_clip", "bring_panel", None,
            "move_left", "move_right",
        ),
    ),
    (
        "play", translate("Commands", "&Play"),
        (
            "play", "seam_before", "seam_after", None, "mark_in", "mark_out", "unmark", None,
            "trim_in", "trim_out", "shorter", "longer", "shorter_anew", "longer_anew",
        ),
    ),
    (
        "scene", translate("Commands", "S&cene"),
        (
            "new_scene", "retitle_scene", "duplicate_scene", "delete_scene", None,
            "panels_scene", "refresh_scene", None, "scene_left", "scene_right",
        ),
    ),
    (
        "view", translate("Commands", "&View"),
        ("view_timeline", "view_board", "view_shot_list", "zoom_fit", None),
    ),
    (
        "help", translate("Commands", "&Help"),
        ("palette", "shortcuts", "guide", "first_notes", None, "licences", "about"),
    ),
)  # fmt: skip
ON_SHOTS: tuple[str | None, ...] = (
    "write", "spell_out", None,
    "accept", "star_chosen", "variants", "new_panel", None,
    "bring_clip", "bring_panel", "start_picture", "end_picture", "still_picture", None,
    "new_shot", "split", "merge", None, "cut", "copy", "paste", "duplicate", "delete",
)  # fmt: skip
ON_SCENE: tuple[str | None, ...] = (
    "new_shot", None, "new_scene", "retitle_scene", "duplicate_scene", "delete_scene", "scene_left",
    "scene_right", None, "panels_scene", "refresh_scene",
)  # fmt: skip
HINTS: tuple[tuple[str, ...], ...] = (
    ("play",), ("play_back", "play_or_stop", "play_on"), ("play_shot",),
    ("move_left", "move_right"), ("new_shot",), ("generate",),
    tuple(f"take_{n}" for n in of_window.TAKES), ("shortcuts",),
)  # fmt: skip
LIST_HINTS: tuple[tuple[str, ...], ...] = (
    ("cell_left", "cell_right", "row_up", "row_down"), ("cell_open",), ("next_cell",),
    ("cell_leave",), ("row_earlier", "row_later"), ("play",), ("generate",),
)  # fmt: skip

LIST_BOX_HINTS: tuple[tuple[str, ...], ...] = (
    ("row_box",), ("row_up", "row_down"), ("play",), ("shortcuts",),
)  # fmt: skip
BOX_HINTS: tuple[tuple[str, ...], ...] = (
    ("tick_box",), ("shot_before", "shot_after"), ("play_shot",), ("play",), ("shortcuts",),
)  # fmt: skip

PICTURE_HINTS: tuple[tuple[str, ...], ...] = (
    ("picture_before", "picture_after"), ("picture_sooner", "picture_later"), ("picture_big",),
    ("picture_frontal",), ("picture_crop",), ("picture_redraw",), ("picture_upload",),
    ("picture_trash",), ("picture_leave",), ("shortcuts",),
)  # fmt: skip
_ON_BOX, _REMOVE = (("box_back", "box_on"), ("box_before", "box_after")), ("box_remove",)
CAPTION_HINTS: tuple[tuple[str, ...], ...] = (*_ON_BOX, ("box_open",), _REMOVE)
SOUND_HINTS: tuple[tuple[str, ...], ...] = (
    *_ON_BOX, ("louder", "quieter"), ("track_mute",), ("box_open",), _REMOVE,
    ("fade_in_longer", "fade_out_longer"),
)  # fmt: skip


def named(
    place: Place, event: QKeyEvent, *, but: Qt.KeyboardModifier = _NONE, loose: bool = False
) -> str:
    """The name of the command that a key means in a place, whatever of `but` is held; "": none.

    `loose`: only where it is a key that holds when nothing else takes it.
    """
    return _keys_of(place, loose).get(pressed(event, but), "")


def use_keys(keys: KeyMap) -> None:
    """Have these keys in force from now on."""
    changes = keys.changes
    _in_force[:] = [keys]
    for name, command in BUILT_IN.items():
        COMMANDS[name] = with_keys(command, changes[name]) if name in changes else command
    _keys_of.cache_clear()


def keys_in_force() -> KeyMap:
    """The keys that were taken last."""
    return _in_force[0]


def key_rows() -> list[tuple[str, list[tuple[tuple[str, ...], str]]]]:
    """What stands on the page of keys: groups of keys and of what they do, in the user's words."""
    return [(said(title), _rows(commands)) for title, commands in sections()]


def sections() -> list[tuple[str, list[Command]]]:
    """The commands as they are in force, in their groups, each with its English title."""
    return [(title, [COMMANDS[one.name] for one in commands]) for title, commands in SECTIONS]


def _rows(commands: Iterable[Command]) -> list[tuple[tuple[str, ...], str]]:
    rows: dict[str, tuple[str, ...]] = {}
    for command in commands:
        if command.all_keys:
            rows[command.tells] = (*rows.get(command.tells, ()), *command.caps)
    return [(ends(keys), words) for words, keys in rows.items()]


def hint_of(names: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Keys as caps and words of commands that stand together in the row of hints."""
    commands = [found for name in names if (found := COMMANDS[name]).key]
    held = {command.key[:-1].rpartition("+")[0] for command in commands} - {""}
    keys = tuple(command.key[:-1].rpartition("+")[2] + command.key[-1:] for command in commands)
    words = dict.fromkeys(command.hint for command in commands)
    return (*held, *ends(keys)), ", ".join(words)


def ends(keys: tuple[str, ...]) -> tuple[str, ...]:
    """A row of many keys is told by its ends."""
    return (f"{keys[0]} … {keys[-1]}",) if len(keys) > _MANY else keys


@cache
def _keys_of(place: Place, loose: bool) -> dict[str, str]:
    return {
        QKeySequence(key).toString(): command.name
        for command in COMMANDS.values()
        if command.place is place
        for key in (command.loose if loose else command.all_keys)
    }
