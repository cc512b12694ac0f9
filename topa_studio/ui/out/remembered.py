"""The last kind and options of each film, as they are kept in the preferences: a JSON text each."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from topa_studio.film.export.choices import SIZES, SOUNDS, Choices, What, Words
from topa_studio.film.paper.choices import MOST_A_PAGE, Column, Paper, Sheet
from topa_studio.film.paper.plan import TABLES

MOST = 10
EDITOR = "editor"
KINDS: tuple[str, ...] = (
    What.FILM, What.ANIMATIC, Paper.PDF, Paper.SHOT_LIST, Paper.CONTACT, EDITOR, Paper.REVIEW,
)  # fmt: skip
MORE = (Column.SCENE, Column.LINES, Column.COMMENTS)
"""Columns that a shot list may have besides those of the window."""
FORMATS = ("otio", "fcpxml", "fcp7", "edl")


@dataclass(frozen=True, slots=True)
class OnPaper:
    """How paper is wanted: shots a page, its size; the kind of table, and columns of `MORE`."""

    each: int = 6
    sheet: Sheet = Sheet.A4
    table: str = TABLES[0]
    more: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class ForEditor:
    """What an editing program gets; `update`: an earlier export of that name is written over."""

    format: str = FORMATS[0]
    collect: bool = False
    update: bool = False


@dataclass(frozen=True, slots=True)
class Remembered:
    """What was chosen last for a film; `folder` "" is the film's own."""

    choices: Choices
    folder: str = ""
    kind: str = What.FILM
    paper: OnPaper = OnPaper()
    editor: ForEditor = ForEditor()


def remembered_of(kept: tuple[str, ...], film: Path) -> Remembered | None:
    """What is kept of a film; None: nothing, or nothing that can be read."""
    for text in kept:
        try:
            facts = json.loads(text)
            if facts["film"] == str(film):
                return _read(facts)
        except (ValueError, TypeError, KeyError, AttributeError):
            continue
    return None


def with_remembered(kept: tuple[str, ...], film: Path, last: Remembered) -> tuple[str, ...]:
    """The same, with this film's last choices first."""
    choices, paper = last.choices, last.paper
    facts = {
        "film": str(film),
        "what": choices.what,
        "size": choices.size,
        "captions": choices.captions,
        "numbers": choices.numbers,
        "even": choices.even,
        "sounds": choices.sounds,
        "leave_out": choices.leave_out,
        "folder": last.folder,
        "kind": last.kind,
        "each": paper.each,
        "sheet": paper.sheet,
        "table": paper.table,
        "more": paper.more,
        "format": last.editor.format,
        "collect": last.editor.collect,
    }
    others = (text for text in kept if not _is_of(text, film))
    return (json.dumps(facts, ensure_ascii=False), *others)[:MOST]


def _is_of(text: str, film: Path) -> bool:
    try:
        return bool(json.loads(text)["film"] == str(film))
    except (ValueError, TypeError, KeyError):
        return True  # what cannot be read is not kept


def _read(facts: dict[str, Any]) -> Remembered:
    size = str(facts["size"])
    choices = Choices(
        what=What(facts["what"]),
        size=size if size in SIZES else "1080p",
        captions=Words(facts["captions"]),
        numbers=bool(facts["numbers"]),
        even=bool(facts["even"]),
        sounds=tuple(sound for sound in SOUNDS if sound in facts["sounds"]),
        leave_out=bool(facts["leave_out"]),
    )
    kind, table, form = facts.get("kind"), facts.get("table"), facts.get("format")
    more = facts.get("more", ())
    paper = OnPaper(
        each=min(MOST_A_PAGE, max(1, int(facts.get("each", 6)))),
        sheet=Sheet(facts.get("sheet", Sheet.A4)),
        table=str(table) if table in TABLES else TABLES[0],
        more=tuple(column for column in MORE if column in more),
    )
    editor = ForEditor(
        str(form) if form in FORMATS else FORMATS[0], collect=bool(facts.get("collect"))
    )
    return Remembered(
        choices, str(facts["folder"]), str(kind) if kind in KINDS else choices.what, paper, editor
    )
