"""Storyboarder's files (.storyboarder): each board with its words, its length and its picture."""

from __future__ import annotations

import json
from collections.abc import Mapping
from math import isfinite
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any

from topa_studio.base.errors import ProjectError
from topa_studio.film.scripts.boards import Board, Boards
from topa_studio.film.subtitles import without_controls

SUFFIX = ".storyboarder"
IMAGES = "images"
MOST_BOARDS = 10_000
_RATIOS = {"16:9": 16 / 9, "9:16": 9 / 16, "1:1": 1.0}
_LONGEST_SECONDS = 600.0


def read_storyboarder(data: bytes, title: str, name: str) -> Boards:
    """The boards of one file that is called `name`, in order.

    Raises:
        ProjectError: it is broken, no such file, or has too many boards.
    """
    try:
        told = json.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, ValueError, RecursionError) as error:
        raise ProjectError("project.storyboarder-broken", path=name) from error
    boards = told.get("boards") if isinstance(told, dict) else None
    if not isinstance(boards, list):
        raise ProjectError("project.storyboarder-broken", path=name)
    if len(boards) > MOST_BOARDS:
        raise ProjectError("project.storyboarder-long", path=name, limit=MOST_BOARDS)
    usual = _number(told.get("defaultBoardTiming")) or 0
    made = tuple(_board(each, usual) for each in boards if isinstance(each, dict))
    return Boards(title, made, _ratio(_number(told.get("aspectRatio"))))


def _board(told: Mapping[str, Any], usual: float) -> Board:
    milliseconds = _number(told.get("duration")) or usual
    seconds = min(_LONGEST_SECONDS, milliseconds / 1000) if milliseconds > 0 else None
    return Board(
        files=tuple(_pictures(_words(told.get("url")))),
        title=_words(told.get("shot")),
        action=" ".join(_words(told.get("action")).split()),
        dialogue=_words(told.get("dialogue")),
        notes=_words(told.get("notes")),
        seconds=None if seconds is None else round(seconds, 3),
    )


def _pictures(url: str) -> list[str]:
    """Files that show a board: all its layers together, else its drawing alone."""
    name = PureWindowsPath(PurePosixPath(url).name).name
    stem, dot, _ending = name.rpartition(".")
    if not dot or stem in ("", ".", ".."):
        return []
    return [f"{stem}-posterframe.jpg", name, f"{stem}-thumbnail.png"]


def _words(value: object) -> str:
    return without_controls(value).replace("\r", "\n").strip() if isinstance(value, str) else ""


def _number(value: object) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return 0
    try:
        number = float(value)
    except OverflowError:
        return 0
    return number if isfinite(number) else 0


def _ratio(value: float) -> str:
    if value <= 0:
        return ""
    return min(_RATIOS, key=lambda name: abs(_RATIOS[name] - value))
