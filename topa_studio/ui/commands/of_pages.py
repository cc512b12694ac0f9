"""The commands of pages over the middle of the window: a key means them while the page is open."""

from __future__ import annotations

from topa_studio.ui.commands.command import Command, Place, translate

_ENTER = ("Return", "Enter")
_SHUTTLE = translate("Commands", "Play back, stop, play on")
_FRAMES = translate("Commands", "One frame back, one frame on")
_SECONDS = translate("Commands", "One second back, one second on")
_ENDS = translate("Commands", "To the start, to the end")
_FILM = translate("Commands", "Back to the film")
_PUT = translate("Commands", "Put a take into the side with the blue frame")
_ONE = translate("Commands", "one frame")
_EARLIER = translate("Commands", "Another frame of the first shot, one earlier or later")
_SECOND = translate("Commands", "Another frame of the first shot, a second earlier or later")
_WALK = translate("Commands", "The seam before, the next seam")
_MIX = translate("Commands", "Over each other: see more of one or of the other")
_SHOTS = translate("Commands", "Write the shot before, the next shot")
PUTS = range(1, 10)


def _at(
    place: Place, name: str, english: str, *keys: str, about: str = "", short: str = ""
) -> Command:
    return Command(name, english, keys, place=place, about=about, short=short)


def _playing(place: Place) -> tuple[Command, ...]:
    """What plays on every such page."""
    name = place.name.lower()
    return (
        _at(place, f"{name}_play", translate("Commands", "Play or stop"), "Space"),
        _at(place, f"{name}_back", translate("Commands", "Play back"), "J", about=_SHUTTLE),
        _at(place, f"{name}_stop", translate("Commands", "Play or stop"), "K", about=_SHUTTLE),
        _at(place, f"{name}_on", translate("Commands", "Play on"), "L", about=_SHUTTLE),
        _at(place, f"{name}_start", translate("Commands", "To the start"), "Home", about=_ENDS),
        _at(place, f"{name}_end", translate("Commands", "To the end"), "End", about=_ENDS),
        _at(
            place, f"{name}_leave", _FILM, "Esc", about=_FILM, short=translate("Commands", "film")
        ),
    )  # fmt: skip


COMPARE = (
    *(
        _at(
            Place.COMPARE, f"compare_put_{n}", _PUT, str(n), about=_PUT,
            short=translate("Commands", "into the side with the blue frame"),
        )
        for n in PUTS
    ),
    _at(
        Place.COMPARE, "compare_side", translate("Commands", "The other side"), "Tab",
        short=translate("Commands", "other side"),
    ),
    _at(
        Place.COMPARE, "compare_use", translate("Commands", "Use this take in the film"), *_ENTER,
        short=translate("Commands", "use this"),
    ),
    *_playing(Place.COMPARE),
    _at(
        Place.COMPARE, "compare_frame_back", translate("Commands", "One frame back"), "Left",
        about=_FRAMES, short=_ONE,
    ),
    _at(
        Place.COMPARE, "compare_frame_on", translate("Commands", "One frame on"), "Right",
        about=_FRAMES, short=_ONE,
    ),
    _at(Place.COMPARE, "compare_second_back", _SECONDS, "Shift+Left", about=_SECONDS),
    _at(Place.COMPARE, "compare_second_on", _SECONDS, "Shift+Right", about=_SECONDS),
    _at(
        Place.COMPARE, "compare_sound", translate("Commands", "Whose sound is heard"), "S",
        short=translate("Commands", "whose sound"),
    ),
    _at(
        Place.COMPARE, "compare_star", translate("Commands", "Like the take, or not any more"),
        "*", "Shift+*", short=translate("Commands", "like"),
    ),
    _at(
        Place.COMPARE, "compare_reject",
        translate("Commands", "Reject the take but keep it, or not any more"), "X",
        short=translate("Commands", "reject"),
    ),
    _at(
        Place.COMPARE, "compare_note", translate("Commands", "Write a note on the take"), "T",
        short=translate("Commands", "note"),
    ),
    _at(
        Place.COMPARE, "compare_wipe", translate("Commands", "Side by side, or a wipe"), "W",
        short=translate("Commands", "wipe"),
    ),
    _at(Place.COMPARE, "compare_count", translate("Commands", "Two or four takes"), "Q"),
)  # fmt: skip

SEAM = (
    *_playing(Place.SEAM),
    _at(Place.SEAM, "seam_earlier", _EARLIER, "Left", about=_EARLIER),
    _at(Place.SEAM, "seam_later", _EARLIER, "Right", about=_EARLIER),
    _at(Place.SEAM, "seam_second_earlier", _SECOND, "Shift+Left", about=_SECOND),
    _at(Place.SEAM, "seam_second_later", _SECOND, "Shift+Right", about=_SECOND),
    _at(Place.SEAM, "seam_previous", _WALK, "[", about=_WALK),
    _at(Place.SEAM, "seam_next", _WALK, "]", about=_WALK),
    _at(Place.SEAM, "seam_up", _MIX, "Up", about=_MIX),
    _at(Place.SEAM, "seam_down", _MIX, "Down", about=_MIX),
    _at(
        Place.SEAM, "seam_flip", translate("Commands", "One after the other in the same place"),
        "X", short=translate("Commands", "flip"),
    ),
    _at(
        Place.SEAM, "seam_take", translate("Commands", "Start the second shot from this frame"),
        *_ENTER, short=translate("Commands", "start from this frame"),
    ),
    _at(
        Place.SEAM, "seam_panel",
        translate("Commands", "Keep the frame as the second shot's panel"), "P",
        short=translate("Commands", "keep as panel"),
    ),
)  # fmt: skip

WRITING = (
    _at(
        Place.WRITING, "writing_before", translate("Commands", "The shot before"), "Alt+Up",
        "Ctrl+PgUp", about=_SHOTS, short=translate("Commands", "shot before, next shot"),
    ),
    _at(
        Place.WRITING, "writing_after", translate("Commands", "The next shot"), "Alt+Down",
        "Ctrl+PgDown", about=_SHOTS, short=translate("Commands", "shot before, next shot"),
    ),
    _at(
        Place.WRITING, "writing_leave", _FILM, "Esc", about=_FILM,
        short=translate("Commands", "film"),
    ),
)  # fmt: skip

COMPARE_HINTS: tuple[tuple[str, ...], ...] = (
    tuple(f"compare_put_{n}" for n in PUTS), ("compare_side",), ("compare_use",),
    ("compare_play",), ("compare_frame_back", "compare_frame_on"), ("compare_sound",),
    ("compare_star",), ("compare_reject",), ("compare_note",), ("compare_wipe",),
    ("compare_count",), ("compare_leave",),
)  # fmt: skip
SEAM_HINTS: tuple[tuple[str, ...], ...] = (
    ("seam_play",), ("seam_earlier", "seam_later"), ("seam_previous", "seam_next"),
    ("seam_flip",), ("seam_take",), ("seam_leave",),
)  # fmt: skip
WRITING_HINTS: tuple[tuple[str, ...], ...] = (
    ("mention",), ("writing_before", "writing_after"), ("writing_leave",),
)  # fmt: skip
