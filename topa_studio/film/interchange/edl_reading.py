"""An EDL (CMX 3600 and its kin) as an edit that came back."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

from topa_studio.base.errors import ProjectError
from topa_studio.film.interchange.links import path_of
from topa_studio.film.interchange.returned import MOST_PIECES, Piece, Returned, Track, gap_told
from topa_studio.film.interchange.timecode import base_of, frame_in

_CODE = r"(\d{1,2}:\d{2}:\d{2}[:;]\d{2,3})"
_EVENT = re.compile(
    rf"^\s*(\d{{1,6}})\s+(.+?)\s+([A-Z0-9/]+)\s+(C|D|K\w?|W\d{{3}})\s*(\d{{0,4}})\s+"
    rf"{_CODE}\s+{_CODE}\s+{_CODE}\s+{_CODE}\s*$"
)
_NOTE = re.compile(r"^\*?\s*(FROM CLIP NAME|TO CLIP NAME|SOURCE FILE|FROM FILE)\s*:\s*(.*)$")
_SPEED = re.compile(r"^M2\s+(.+?)\s+(-?\d+(?:\.\d+)?)\s+")
_PICTURES = ("V", "B", "AA/V", "VA1", "AV")
_BLACK = ("BL", "BLACK")
_LONGEST = 4096
_ROUNDED = 0.1


@dataclass(slots=True)
class _Event:
    number: str
    reel: str
    kind: str
    over: int
    part: tuple[int, int, int, int]
    names: dict[str, str] = field(default_factory=dict)
    odd: str = ""


def read_edl(data: bytes, folder: Path, rate: Fraction) -> Returned:
    """The edit, counted at the film's `rate`, since an EDL does not say its own.

    Raises:
        ProjectError: there is no event in it, or it counts at a higher rate.
    """
    events = sorted(_events(_text(data), rate), key=lambda event: event.part[2])
    if not any(event.part[3] > event.part[2] for event in events):
        raise ProjectError("interchange.unread", kind="EDL")
    track = Track()
    at: int | None = None
    before: _Event | None = None
    for event in events:
        source, stop, first, last = event.part
        if last <= first:
            before = event
            continue
        if at is not None and first > at:
            track.gap(first - at)
        if event.kind == "D":
            black = before is not None and before.reel.upper() in _BLACK
            track.unknown() if black else track.dissolve(0, event.over)
        elif event.kind != "C":
            track.unknown()
        if event.reel.upper() in _BLACK:
            track.gap(last - first)
        else:
            track.clip(_piece(event, source, stop, last - first, folder))
        at, before = last, event
    return Returned(None, tuple(track.pieces), (), gap_told([track]))


def _text(data: bytes) -> str:
    if b"\0" in data:
        raise ProjectError("interchange.unread", kind="EDL")
    for encoding in ("utf-8-sig", "cp1251"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _events(text: str, rate: Fraction) -> list[_Event]:
    found: list[_Event] = []
    named: _Event | None = None
    drops = False
    for number, line in enumerate(text.splitlines(), 1):
        short = line[:_LONGEST]
        if (match := _EVENT.match(short)) is not None:
            if len(found) >= 2 * MOST_PIECES:
                raise ProjectError("interchange.too-many", most=MOST_PIECES)
            named = _event(match, number, rate, drops=drops)
            found += [] if named is None else [named]
        elif short.startswith("FCM:"):
            drops = "NON" not in short.upper()
        elif named is None:
            continue
        elif (note := _NOTE.match(short)) is not None:
            if note[1] == "SOURCE FILE" and named.kind != "C":
                # Beside a transition both files may be named; the last one comes in.
                named.names[note[1]] = note[2].strip()
            named.names.setdefault(note[1], note[2].strip())
        elif (speed := _SPEED.match(short)) is not None:
            is_other = abs(float(speed[2]) - base_of(rate)) > _ROUNDED
            named.odd = "interchange.speed" if is_other else ""
    return found


def _event(match: re.Match[str], line: int, rate: Fraction, *, drops: bool) -> _Event | None:
    if match[3] not in _PICTURES:
        return None
    try:
        codes = (frame_in(match[place], rate, drops=drops) for place in range(6, 10))
        source, stop, first, last = codes
    except ValueError as error:
        raise ProjectError("interchange.edl-rate", line=line, film=base_of(rate)) from error
    kind, over = match[4][0], int(match[5] or 0)
    return _Event(match[1], match[2], kind, over, (source, stop, first, last))


def _piece(event: _Event, source: int, stop: int, frames: int, folder: Path) -> Piece:
    names = event.names
    name = names.get("FROM CLIP NAME", "") or event.reel
    if event.kind != "C":
        # Two clips are named beside a transition; this one comes in.
        name = names.get("TO CLIP NAME", "") or name
    file = names.get("SOURCE FILE") or names.get("FROM FILE") or ""
    odd = event.odd or ("interchange.speed" if stop - source != frames else "")
    path = path_of(file, folder) if "/" in file or "\\" in file else file
    return Piece(name, path, source, frames, odd=odd, reel=event.reel)
