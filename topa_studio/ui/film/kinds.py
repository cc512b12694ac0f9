"""The views of the film, as the switch and the menu have them, and what lies beside each."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

TIMELINE, BOARD, SHOT_LIST = "timeline", "board", "shot_list"
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Kind:
    """One view of the film.

    Attributes:
        name: what a window remembers it by. command: what shows it. sign: its icon.
        beside: it takes the middle, with the player over the inspector beside it; else it lies
            under both.
        sides: elements and queue are beside it when it is first shown.
        teaches: the row of keys stands under it.
    """

    name: str
    command: str
    sign: str
    beside: bool
    sides: bool
    teaches: bool

    @property
    def words(self) -> str:
        """Its name in the switch."""
        return _words()[self.name]

    @property
    def says(self) -> str:
        """Its name as it is read aloud."""
        return _said()[self.name]


VIEWS = {
    kind.name: kind
    for kind in (
        Kind(TIMELINE, "view_timeline", "timeline", beside=False, sides=True, teaches=True),
        Kind(BOARD, "view_board", "board", beside=True, sides=True, teaches=False),
        Kind(SHOT_LIST, "view_shot_list", "table", beside=True, sides=False, teaches=True),
    )
}


def _words() -> dict[str, str]:
    return {
        TIMELINE: translate("FilmViews", "Timeline"),
        BOARD: translate("FilmViews", "Board"),
        SHOT_LIST: translate("FilmViews", "Shot list"),
    }


def _said() -> dict[str, str]:
    return {
        TIMELINE: translate("TimelinePane", "Timeline: the film's shots"),
        BOARD: translate("FilmViews", "Board: the film's shots, scene by scene"),
        SHOT_LIST: translate("FilmViews", "Shot list: a line for each shot"),
    }
