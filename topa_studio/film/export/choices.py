"""What the user chose of an export: plain words that are remembered, sent and shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SOUNDS = ("clip", "music", "voice")
"""The parts of the sound that can be left out; other tracks go with the music."""

SIZES = ("720p", "1080p", "4k", "film")


class What(StrEnum):
    """What becomes a file."""

    FILM = "film"
    ANIMATIC = "animatic"


class Words(StrEnum):
    """Where captions are: nowhere, in the picture, in a track of the file, in a file beside."""

    NONE = "none"
    BURNT = "burnt"
    TRACK = "track"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Choices:
    """All that can be chosen of one export.

    Attributes:
        size: one of SIZES; "film": as most of its clips are.
        fps: frames a second; None: the film's own.
        numbers: each shot's number and title stand in the picture.
        even: as loud as films on the web, -14 LUFS.
        sounds: those of SOUNDS that are heard.
        leave_out: shots without a clip are not in it; else their panel is, else a slate.
        scene: the id of the one scene that is written; None: see `shots`.
        shots: keys of the only shots that are written; () for all.
        small: no better than to be looked at once, so that it can be sent.
        span: the first frame and the one behind the last; None: all of what is chosen.
    """

    what: What = What.FILM
    size: str = "1080p"
    fps: float | None = None
    captions: Words = Words.NONE
    numbers: bool = False
    even: bool = False
    sounds: tuple[str, ...] = SOUNDS
    leave_out: bool = False
    scene: str | None = None
    shots: tuple[str, ...] = ()
    span: tuple[int, int] | None = None
    small: bool = False
