"""The commands of the whole window: the menus have them, and a key means them anywhere."""

from __future__ import annotations

from topa_studio.ui.commands.command import Able, Command, translate

_CLIPBOARD = translate("Commands", "Cut, copy, paste shots, as text for any text editor")
_SHUTTLE = translate("Commands", "Play back, stop, play on")
_SCENES = translate("Commands", "Move the scene to the left, to the right")
_RANGE = translate("Commands", "Mark where the range begins, ends: it loops, or goes out")
_TRIM = translate("Commands", "Have the shot begin, end with the frame on screen")
_VIEWS = translate("Commands", "The film as timeline, as board, as shot list")
_LENGTH = translate("Commands", "The shot shorter, longer: a second, or a frame of its clip's end")
_ANEW = translate("Commands", "A second less, a second more, to be made anew")
_SEAMS = translate("Commands", "The seam before the shot, behind it")
TAKES = range(1, 10)

FILM = (
    Command(
        "play", translate("Commands", "Play the &film"), ("Space", "Ctrl+Space"),
        about=translate("Commands", "Play or stop the film"),
        short=translate("Commands", "play film"),
    ),
    Command(
        "play_back", translate("Commands", "Play &back"), loose=("J",), about=_SHUTTLE,
        short=translate("Commands", "back"),
    ),
    Command(
        "play_or_stop", translate("Commands", "Play or &stop"), loose=("K",), about=_SHUTTLE,
        short=translate("Commands", "stop"),
    ),
    Command(
        "play_on", translate("Commands", "Play &on"), loose=("L",), about=_SHUTTLE,
        short=translate("Commands", "on"),
    ),
    Command(
        "full_screen", translate("Commands", "Full screen"), loose=("F",),
        about=translate("Commands", "Picture over the whole screen, and back"),
    ),
    Command("sound", translate("Commands", "Sound off or on"), loose=("M",)),
    Command(
        "mark_in", translate("Commands", "Range &begins here"), loose=("I",), about=_RANGE,
    ),
    Command("mark_out", translate("Commands", "Range &ends here"), loose=("O",), about=_RANGE),
    Command("unmark", translate("Commands", "&No range"), ("Alt+X",)),
    Command(
        "trim_in", translate("Commands", "&Trim: begin here"), loose=("Shift+I",), able=Able.FILM,
        about=_TRIM,
    ),
    Command(
        "trim_out", translate("Commands", "T&rim: end here"), loose=("Shift+O",), able=Able.FILM,
        about=_TRIM,
    ),
    Command(
        "new", translate("Commands", "&New film…"), ("Ctrl+N",), able=Able.OWN,
        about=translate("Commands", "Make a new film"),
    ),
    Command(
        "open", translate("Commands", "&Open…"), ("Ctrl+O",),
        about=translate("Commands", "Open a film"),
    ),
    Command(
        "open_folder", translate("Commands", "Open a &folder…"), ("Ctrl+Shift+O",),
        about=translate("Commands", "Open the film in a folder"),
    ),
    Command("save_copy", translate("Commands", "&Save a copy…"), ("Ctrl+Shift+S",)),
    Command(
        "film_out", translate("Commands", "Film &out…"), ("Ctrl+E",),
        about=translate("Commands", "Film out: save the film as an MP4"),
    ),
    Command("save_picture", translate("Commands", "Save a p&icture of the frame")),
    Command(
        "add_music", translate("Commands", "Add &music or a voice…"), able=Able.FILM,
    ),
    Command(
        "add_captions", translate("Commands", "Captions from a &file…"), able=Able.FILM,
    ),
    Command(
        "bring_script", translate("Commands", "Bring in &the script again…"), able=Able.FILM,
    ),
    Command(
        "bring_cut", translate("Commands", "Bring a cut &back…"), able=Able.FILM,
        about=translate("Commands", "Bring back a cut made in an editor"),
    ),
    Command(
        "bring_comments", translate("Commands", "Comments from a re&view…"), able=Able.FILM,
    ),
    Command(
        "import_elements", translate("Commands", "&Elements from another film…"), able=Able.FILM,
    ),
    Command(
        "add_caption", translate("Commands", "New &caption at the playhead"), able=Able.FILM,
    ),
    Command(
        "rename", translate("Commands", "Re&name"), ("F2",), able=Able.FILM,
        about=translate("Commands", "Rename what is chosen; a double click on it, too"),
    ),
    Command(
        "undo", translate("Commands", "&Undo"), ("Ctrl+Z",), able=Able.OWN,
        about=translate("Commands", "Take the last edit back"),
    ),
    Command(
        "redo", translate("Commands", "&Redo"), ("Ctrl+Shift+Z",), able=Able.OWN,
        about=translate("Commands", "Do it again"),
    ),
    Command(
        "find", translate("Commands", "&Find in the film"), ("Ctrl+F",),
        about=translate("Commands", "Find words and elements in the film"),
    ),
    Command(
        "replace", translate("Commands", "Find and &replace…"), ("Ctrl+H",), able=Able.FILM,
        about=translate("Commands", "Replace words in the whole film"),
    ),
    Command(
        "past", translate("Commands", "T&rash and earlier versions…"), ("Ctrl+Shift+T",),
        about=translate("Commands", "Trash and earlier versions"),
    ),
    Command(
        "generate_missing", translate("Commands", "Generate all &missing"), ("Ctrl+Shift+G",),
        able=Able.FILM, about=translate("Commands", "Generate all missing shots"),
    ),
    Command("panels", translate("Commands", "P&anels for all"), able=Able.OWN),
    Command("refresh", translate("Commands", "Refresh what is out of &date"), able=Able.OWN),
    Command("pause", translate("Commands", "&Pause sending"), able=Able.FILM),
    Command(
        "needs_you", translate("Commands", "Next that needs &you"), ("Ctrl+Shift+U",),
        about=translate("Commands", "The next that needs you"),
    ),
    Command(
        "costs", translate("Commands", "&Costs…"), ("Ctrl+Shift+C",),
        about=translate("Commands", "Costs: where the credits went"),
    ),
    Command("real", translate("Commands", "&Go real…"), able=Able.OWN),
    Command("practise", translate("Commands", "Practise &again, without money"), able=Able.OWN),
    Command(
        "preferences", translate("Commands", "&Preferences…"), ("Ctrl+,",),
        about=translate("Commands", "Preferences: the key, money, look, language"),
    ),
    Command("quit", translate("Commands", "&Quit"), ("Ctrl+Q",)),
)  # fmt: skip

HELP = (
    Command(
        "shortcuts", translate("Commands", "&Keys"), ("F1",),
        about=translate("Commands", "All keys"), short=translate("Commands", "all keys"),
    ),
    Command("guide", translate("Commands", "&Guide: words for Kling 3.0")),
    Command("first_notes", translate("Commands", "Show the first &notes again")),
    Command("licences", translate("Commands", "&Licences")),
    Command("about", translate("Commands", "&About Topa Studio")),
)  # fmt: skip

SHOTS = (
    Command(
        "new_shot", translate("Commands", "&New shot"), ("N",), able=Able.FILM,
        about=translate("Commands", "New shot behind the chosen one"),
    ),
    Command(
        "new_scene", translate("Commands", "&New scene"), ("Shift+N",), able=Able.FILM,
        about=translate("Commands", "New scene behind this one"),
    ),
    Command("retitle_scene", translate("Commands", "Change the &title"), able=Able.SHOTS_OR_SCENE),
    Command(
        "delete", translate("Commands", "&Delete"), ("Del", "Backspace"), able=Able.ANYTHING,
        about=translate("Commands", "Delete what is chosen; Ctrl+Z takes it back"),
    ),
    Command("delete_scene", translate("Commands", "&Delete scene"), able=Able.SHOTS_OR_SCENE),
    Command(
        "duplicate", translate("Commands", "D&uplicate"), ("Ctrl+D",), able=Able.SHOTS_OR_SCENE,
        about=translate("Commands", "Duplicate the chosen shots or the scene"),
    ),
    Command("duplicate_scene", translate("Commands", "D&uplicate scene"), able=Able.SHOTS_OR_SCENE),
    Command(
        "cut", translate("Commands", "Cu&t"), ("Ctrl+X",), able=Able.FILM, about=_CLIPBOARD
    ),
    Command("copy", translate("Commands", "&Copy"), ("Ctrl+C",), about=_CLIPBOARD),
    Command(
        "paste", translate("Commands", "&Paste"), ("Ctrl+V",), able=Able.FILM, about=_CLIPBOARD
    ),
    Command(
        "split", translate("Commands", "&Split at the playhead"), ("S",), able=Able.FILM,
        about=translate("Commands", "Split the shot at the playhead"),
    ),
    Command(
        "write", translate("Commands", "&Write…"), ("Ctrl+Shift+E",), ("W",), able=Able.OWN,
        about=translate("Commands", "Write the words of the shot in a room of their own"),
    ),
    Command("spell_out", translate("Commands", "What will be sen&t…"), able=Able.OWN),
    Command(
        "merge", translate("Commands", "&Merge with the next shot"), ("Shift+S",),
        able=Able.SHOTS, about=translate("Commands", "Merge the shot with the next one"),
    ),
    Command(
        "scene_left", translate("Commands", "Move scene &left"), ("Alt+Shift+PgUp",),
        able=Able.SHOTS_OR_SCENE, about=_SCENES,
    ),
    Command(
        "scene_right", translate("Commands", "Move scene &right"), ("Alt+Shift+PgDown",),
        able=Able.SHOTS_OR_SCENE, about=_SCENES,
    ),
    Command(
        "shorter", translate("Commands", "S&horter"), loose=("[",), able=Able.SHOTS, about=_LENGTH,
    ),
    Command(
        "longer", translate("Commands", "&Longer"), loose=("]",), able=Able.SHOTS, about=_LENGTH,
    ),
    Command(
        "shorter_anew", translate("Commands", "A second less, made anew"), loose=("Alt+[",),
        able=Able.SHOTS, about=_ANEW,
    ),
    Command(
        "longer_anew", translate("Commands", "A second more, made anew"), loose=("Alt+]",),
        able=Able.SHOTS, about=_ANEW,
    ),
    Command(
        "accept", translate("Commands", "&Accepted"), able=Able.OWN,
        about=translate("Commands", "Accept the shot: it is left out of batches"),
    ),
    Command("star_chosen", translate("Commands", "Sta&r the chosen take"), able=Able.OWN),
    Command("bring_clip", translate("Commands", "Bring a clip of your &own…"), able=Able.SHOTS),
    Command("bring_panel", translate("Commands", "Bring a picture as pane&l…"), able=Able.SHOTS),
    Command(
        "compare", translate("Commands", "&Compare takes…"), loose=("C",), able=Able.OWN,
        about=translate("Commands", "Compare the takes of the shot"),
    ),
    Command(
        "seam_before", translate("Commands", "Seam &before"), ("Ctrl+[",), about=_SEAMS
    ),
    Command("seam_after", translate("Commands", "Seam &after"), ("Ctrl+]",), about=_SEAMS),
    Command("variants", translate("Commands", "&Three variants"), able=Able.OWN),
    Command("panels_scene", translate("Commands", "&Panels for this scene"), able=Able.OWN),
    Command("new_panel", translate("Commands", "New &panel"), able=Able.OWN),
    Command(
        "start_picture", translate("Commands", "Start from a pict&ure…"), able=Able.SHOTS,
    ),
    Command("end_picture", translate("Commands", "&End with a picture…"), able=Able.SHOTS),
    Command("still_picture", translate("Commands", "&Be a picture of your own…"), able=Able.SHOTS),
    Command("refresh_scene", translate("Commands", "Refresh what is out of &date"), able=Able.OWN),
    Command(
        "generate", translate("Commands", "&Generate"), ("Ctrl+G",), ("G",),
        able=Able.SHOTS_OR_SCENE, about=translate("Commands", "Generate the chosen shots"),
    ),
    *(
        Command(
            f"take_{number}", translate("Commands", "Choose a take"), loose=(str(number),),
            short=translate("Commands", "choose take"),
        )
        for number in TAKES
    ),
    Command(
        "step_back", translate("Commands", "Choose nothing"), loose=("Esc",),
        about=translate("Commands", "Choose nothing: the film's settings"),
    ),
)  # fmt: skip

VIEWS = (
    Command(
        "view_timeline", translate("Commands", "&Timeline"), ("Ctrl+1",), about=_VIEWS,
    ),
    Command("view_board", translate("Commands", "&Board"), ("Ctrl+2",), about=_VIEWS),
    Command("view_shot_list", translate("Commands", "&Shot list"), ("Ctrl+3",), about=_VIEWS),
    Command(
        "zoom_fit", translate("Commands", "&Whole film in the width"), loose=("Shift+Z",),
        able=Able.OWN, about=translate("Commands", "The whole film in the width, and back"),
    ),
)  # fmt: skip

WINDOW = (
    Command(
        "palette", translate("Commands", "Find a &command…"), ("Ctrl+K", "Ctrl+Shift+P"),
        about=translate("Commands", "Find a command, a shot or an element by name"),
    ),
    Command("next_pane", translate("Commands", "To the next pane"), loose=("F6",)),
    Command(
        "press_button", translate("Commands", "Press the button the keyboard is on"),
        loose=("Return", "Enter"),
    ),
)  # fmt: skip
