"""Drawn boards and folders of pictures or clips: each becomes a shot with what it shows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from pathlib import PurePath

from topa_studio.film.scripts.breakdown import Breakdown, PlannedScene, PlannedShot, spoken
from topa_studio.film.scripts.plain import spoken_line
from topa_studio.film.scripts.wording import LONGEST, SHORTEST
from topa_studio.model.scenario import DEFAULT_DURATION, Caption, Line

PICTURES = (".png", ".jpg", ".jpeg", ".webp")
CLIPS = (".mp4", ".webm")
OTHERS = (".mov", ".m4v", ".avi", ".mkv", ".gif", ".tif", ".tiff", ".bmp", ".psd", ".heic")
"""Pictures and clips that cannot be taken."""
_LITTLE = 0.1
_NUMBERS = re.compile(r"(\d{1,12})")


@dataclass(frozen=True, slots=True)
class Board:
    """One drawn board, picture or clip.

    Attributes:
        files: names of files that show it, the best first; the first that is there is taken.
        seconds: how long it lasts; None: as usual.
    """

    files: tuple[str, ...]
    title: str = ""
    action: str = ""
    dialogue: str = ""
    notes: str = ""
    seconds: float | None = None


@dataclass(frozen=True, slots=True)
class Boards:
    """A scene of boards; `ratio`: the film's format that is nearest to theirs, "" unknown."""

    title: str
    boards: tuple[Board, ...]
    ratio: str = ""


def natural(name: str) -> tuple[tuple[int, int | str], ...]:
    """Names in the order people count: 2 before 10."""
    parts = _NUMBERS.split(name.casefold())
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts if part)


def of_folder(title: str, names: Iterable[str]) -> Boards:
    """The pictures and clips among the names of a folder's files, in the order people count."""
    endings = (*PICTURES, *CLIPS)
    kept = [
        name
        for name in sorted(names, key=natural)
        if PurePath(name).suffix.lower() in endings and not name.startswith(".")
    ]
    return Boards(title, tuple(Board((name,), PurePath(name).stem) for name in kept))


def drawn_film(title: str, scenes: Sequence[Boards]) -> Breakdown:
    """The film of scenes of boards."""
    made = tuple(
        PlannedScene("", scene.title, "", "", "", tuple(map(_shot, scene.boards)), 0)
        for scene in scenes
    )
    return Breakdown(title, made, (), ())


def _shot(board: Board) -> PlannedShot:
    wanted = board.seconds or float(DEFAULT_DURATION)
    is_clip = any(PurePath(name).suffix.lower() in CLIPS for name in board.files)
    # All of a clip is shown; its end may lie a little behind a whole second.
    whole = ceil(wanted - _LITTLE) if is_clip else round(wanted)
    seconds = min(LONGEST, max(SHORTEST, whole))
    # A model makes no clip that short: more is made, and that much is shown.
    apart = _LITTLE if is_clip else 0.001
    shown = min(wanted, seconds) if board.seconds and abs(wanted - seconds) > apart else None
    lines = tuple(_said(board.dialogue))
    length = seconds if shown is None else shown
    captions = tuple(Caption(line.text, 0, round(length, 3)) for line in lines[:1])
    words = [board.action, *(spoken(line) for line in lines)]
    return PlannedShot(
        " ".join(filter(None, words)), (), seconds, lines, captions if len(lines) == 1 else (),
        board.notes, None, board.title, shown,
    )  # fmt: skip


def _said(dialogue: str) -> Iterable[Line]:
    for row in dialogue.split("\n"):
        if row.strip():
            who, tone, words = spoken_line(row.strip()) or ("", "", row.strip())
            yield Line(who, words, tone)
