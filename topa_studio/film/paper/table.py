"""The shot list: what stands in its cells, and nothing in them that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Sequence
from typing import Protocol

from topa_studio.film.paper.choices import Column, PaperShot, said, short_number

Cell = str | float | None


class Say(Protocol):
    """Words of the paper itself, by their code."""

    def __call__(self, code: str, **params: object) -> str:
        """Them, with what fills them."""


MOST_LETTERS = 32_767
"""What a cell of a spreadsheet holds."""
_STARTS = "=+-@\t\r"
_CUT = " […]"


def has_pictures(columns: Sequence[Column]) -> bool:
    """Whether one of the columns shows pictures."""
    return Column.PICTURE in columns


def heads(columns: Sequence[Column], say: Say) -> list[str]:
    """The words over the columns."""
    return [say(f"paper.column-{column}") for column in columns]


def cells(shot: PaperShot, columns: Sequence[Column], say: Say) -> list[Cell]:
    """A row; of a picture nothing."""
    return [_cell(shot, column, say) for column in columns]


def _cell(shot: PaperShot, column: Column, say: Say) -> Cell:
    numbers: dict[Column, float | None] = {
        Column.PICTURE: None,
        Column.SECONDS: shot.seconds,
        Column.COST: shot.cost,
        Column.STARTS_AT: round(shot.begins, 3),
    }
    if column in numbers:
        return numbers[column]
    if column is Column.LINES:
        return plain("\n".join(map(said, shot.lines)))
    if column is Column.COMMENTS:
        return plain(_comments(shot, say))
    texts = {
        Column.NUMBER: shot.number,
        Column.TITLE: shot.title,
        Column.WORDS: shot.words,
        Column.NOTES: shot.notes,
        Column.SCENE: shot.scene,
    }
    return plain(texts.get(column) or dict(shot.cells).get(column, ""))


def _comments(shot: PaperShot, say: Say) -> str:
    told = []
    for comment in shot.comments:
        who = f"{comment.by}: " if comment.by else ""
        done = f" ({say('paper.done')})" if comment.done else ""
        at = say("paper.seconds", value=comment.at)
        told.append(f"{at}  {who}{comment.text}{done}")
        told += [f"   - {a.by + ': ' if a.by else ''}{a.text}" for a in comment.answers]
    return "\n".join(told)


def plain(text: str) -> str:
    """Text that every table can hold: no signs that are none, no more than fits, which is said."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    text = "".join(sign for sign in text if sign in "\n\t" or unicodedata.category(sign) != "Cc")
    text = text.encode(errors="replace").decode()
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - len(_CUT)] + _CUT


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might take a text for something to work out."""
    first = unicodedata.normalize("NFKC", text.lstrip(" \u00a0\u3000\n\ufeff")[:1])
    return bool(first) and first[0] in _STARTS


def is_number(text: str) -> bool:
    """Whether a text is a plain number, which harms nobody."""
    try:
        float(text)
    except ValueError:
        return False
    return text.isascii() and not text.strip("+-0123456789.eE")


def guarded(cell: Cell) -> str:
    """A cell as a file of plain text says it: an apostrophe keeps it from being worked out."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return short_number(cell)
    return f"'{cell}" if is_risky(cell) and not is_number(cell) else cell


def as_csv(shots: Sequence[PaperShot], columns: Sequence[Column], say: Say) -> bytes:
    """The shot list as CSV that Excel reads as UTF-8; it shows no pictures."""
    columns = [column for column in columns if column is not Column.PICTURE]
    out = io.StringIO(newline="")
    writer = csv.writer(out, quoting=csv.QUOTE_ALL)
    writer.writerow(heads(columns, say))
    for shot in shots:
        writer.writerow(map(guarded, cells(shot, columns, say)))
    return out.getvalue().encode("utf-8-sig", errors="replace")
