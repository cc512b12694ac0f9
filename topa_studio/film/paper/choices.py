"""What the user chose of paper, and what stands in each row: plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from topa_studio.model.scenario import Comment, Line


class Paper(StrEnum):
    """What becomes a file."""

    PDF = "pdf"
    SHOT_LIST = "shotlist"
    CONTACT = "contact"
    REVIEW = "review"


class Sheet(StrEnum):
    """How large a page is."""

    A4 = "a4"
    LETTER = "letter"


class Column(StrEnum):
    """The columns of a shot list: those of the window, then what only paper has."""

    NUMBER = "number"
    PICTURE = "picture"
    TITLE = "title"
    WORDS = "words"
    ELEMENTS = "elements"
    SECONDS = "seconds"
    QUALITY = "quality"
    TAKES = "takes"
    STATE = "state"
    COST = "cost"
    STARTS_AT = "starts-at"
    START = "start"
    SOUND = "sound"
    NOTES = "notes"
    LINES = "lines"
    SCENE = "scene"
    COMMENTS = "comments"


USUAL_COLUMNS = (
    Column.NUMBER, Column.PICTURE, Column.TITLE, Column.WORDS, Column.LINES, Column.ELEMENTS,
    Column.SECONDS, Column.QUALITY, Column.TAKES, Column.STATE, Column.COST, Column.NOTES,
)  # fmt: skip
MOST_A_PAGE = 12
POINT = "paper.point"
"""Among the words of paper: what stands before tenths. It is no sentence, so no template."""


@dataclass(frozen=True, slots=True)
class PaperChoices:
    """All that can be chosen.

    Attributes:
        each: shots a page of the PDF, 1 to `MOST_A_PAGE`.
        columns: of the shot list, from left to right.
        scene: the id of the one scene that is written; None: all.
        shots: keys of the shots that are written; None: all.
    """

    what: Paper
    sheet: Sheet = Sheet.A4
    each: int = 6
    columns: tuple[Column, ...] = USUAL_COLUMNS
    scene: str | None = None
    shots: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class PaperShot:
    """One shot as paper has it.

    Attributes:
        cells: words of the columns that are not among the other attributes.
        cost: credits to make it anew; None: not known.
        begins: second of the film with which it begins.
    """

    key: str
    number: str
    title: str = ""
    words: str = ""
    seconds: float = 0.0
    begins: float = 0.0
    scene: str = ""
    notes: str = ""
    cost: float | None = None
    lines: tuple[Line, ...] = ()
    comments: tuple[Comment, ...] = ()
    cells: tuple[tuple[Column, str], ...] = ()


def said(line: Line) -> str:
    """A spoken line on paper: "Topa (softly): Good morning"."""
    tone = f" ({line.tone})" if line.tone else ""
    return f"{line.who}{tone}: {line.text}" if line.who or tone else line.text


def short_number(value: float) -> str:
    """A number without needless zeros: "5", "2.5"."""
    return f"{round(value, 3):g}" if abs(value) < 1e6 else str(round(value))


def clock(seconds: float) -> str:
    """A moment of the film: "1:05"."""
    whole = int(seconds + 1e-6)
    return f"{whole // 60}:{whole % 60:02}"
