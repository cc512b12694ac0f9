"""The settings of the program, declared once: the page of preferences is made from this."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from topa_studio.ui.commands.command import translate
from topa_studio.ui.look.motion import LESS
from topa_studio.ui.running.preferences import ASKS, QUITTING, Preferences
from topa_studio.ui.words import language_name

_AS_SYSTEM = translate("Settings", "As the system")


class Kind(Enum):
    """What a setting is chosen with: one of a few, or on and off."""

    CHOICE = auto()
    SWITCH = auto()


class Group(Enum):
    """Under which heading it stands, in their order on the page."""

    MONEY = translate("Settings", "Money")
    WORK = translate("Settings", "Work")
    LOOK = translate("Settings", "Look")


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that the user decides for all films.

    Attributes:
        name: the field of `Preferences` in which it is kept, in the user's own folder.
        english: its words.
        values: each value with its words; words of a language are that language's own.
        about: what it means, where its words do not say it; "" for nothing.
        anew: the window is made anew for it.
    """

    name: str
    english: str
    group: Group
    kind: Kind = Kind.CHOICE
    values: tuple[tuple[object, str], ...] = ()
    about: str = ""
    anew: bool = False


SETTINGS = (
    Setting(
        "ask_single", translate("Settings", "Ask before a single shot"), Group.MONEY,
        values=tuple(zip(ASKS, (
            translate("Settings", "Always"), translate("Settings", "Over 200 cr"),
            translate("Settings", "Never"),
        ), strict=True)),
        about=translate("Settings", "Several at once are always asked about."),
    ),
    Setting(
        "dollars", translate("Settings", "Tell credits in dollars, too"), Group.MONEY, Kind.SWITCH
    ),
    Setting(
        "quitting", translate("Settings", "Quitting while work is under way"), Group.WORK,
        values=tuple(zip(QUITTING, (
            translate("Settings", "Ask"), translate("Settings", "Stay until it is here"),
            translate("Settings", "Quit"),
        ), strict=True)),
    ),
    Setting(
        "jobs", translate("Settings", "Jobs at once"), Group.WORK,
        values=((0, translate("Settings", "As usual")), (1, "1"), (4, "4"), (8, "8"), (16, "16")),
        about=translate("Settings", "What was sent already goes on."),
    ),
    Setting(
        "language", translate("Settings", "Language"), Group.LOOK, anew=True,
        values=(("", _AS_SYSTEM), *((code, language_name(code)) for code in ("en", "ru"))),
    ),
    Setting(
        "theme", translate("Settings", "Look"), Group.LOOK, anew=True,
        values=(
            ("", _AS_SYSTEM), ("dark", translate("Settings", "Dark")),
            ("light", translate("Settings", "Light")),
        ),
    ),
    Setting(
        "text_percent", translate("Settings", "Size of text"), Group.LOOK, anew=True,
        values=tuple((size, f"{size} %") for size in (100, 125, 150, 175, 200)),
    ),
    Setting(
        "motion", translate("Settings", "Motion"), Group.LOOK,
        values=(("", _AS_SYSTEM), (LESS, translate("Settings", "Less"))),
    ),
)  # fmt: skip


def at_the_start() -> dict[str, object]:
    """What each has before the user chose anything."""
    usual = Preferences()
    return {setting.name: getattr(usual, setting.name) for setting in SETTINGS}


def chosen_otherwise(now: Preferences) -> dict[str, object]:
    """Those that are not as at the start, with what they had there."""
    start = at_the_start()
    return {name: value for name, value in start.items() if getattr(now, name) != value}
