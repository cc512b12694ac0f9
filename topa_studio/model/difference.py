"""What differs between the requests of two takes of one shot, as it is shown side by side."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from topa_studio.model.change import Change


class Kept(StrEnum):
    """Whether a piece of words stands in both texts or in one of them only."""

    SAME = "same"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one of two texts. `mention`: the element it is a mention of, whole; "": none."""

    text: str
    kept: Kept = Kept.SAME
    mention: str = ""


class FrameKind(StrEnum):
    """Where the first or last picture of a clip came from."""

    NOTHING = "nothing"
    PANEL = "panel"
    END_OF = "end of a shot"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Frame:
    """The first or last picture of a clip.

    Attributes:
        shot: number of the shot it is of, "1.2"; "" for the take's own shot, or not known.
        number: of that panel or take; 0: not known.
        moment: seconds into that take's file, where it is not its very last picture.
        name: of a file of the user's own.
        is_own: whether it is of the take's own shot.
        is_other: whether it is another picture, though all else that is told of both is the same.
    """

    kind: FrameKind = FrameKind.NOTHING
    shot: str = ""
    number: int = 0
    moment: float | None = None
    name: str = ""
    is_own: bool = False
    is_other: bool = False


@dataclass(frozen=True, slots=True)
class Images:
    """An element's reference images as they were sent: how many, and how many only here."""

    count: int
    only_here: int


Said = tuple[Piece, ...] | Frame | Images | bool | int | float | str | None
"""What stands in a cell: words, a picture, seconds, whether there is sound, a word of settings."""


@dataclass(frozen=True, slots=True)
class Row:
    """One part that differs. `name`: the element or option that it is of."""

    change: Change
    before: Said
    after: Said
    name: str = ""


@dataclass(frozen=True, slots=True)
class Difference:
    """Between two requests: the rows that differ, and the names of what is the same.

    `is_known`: whether both requests are known; else the rest is empty.
    """

    rows: tuple[Row, ...] = ()
    same: tuple[Change, ...] = ()
    is_known: bool = True


UNKNOWN = Difference(is_known=False)
