"""What a press would send of a shot, as a person reads it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto


class Role(Enum):
    """What a picture is sent as."""

    START = auto()
    END = auto()
    ELEMENT = auto()


@dataclass(frozen=True, slots=True)
class SentPicture:
    """Pictures that go with the words.

    Attributes:
        name: of an element: what the film calls it. wire: what the request calls it; "": nothing.
        paths: files, relative to the film's home; fewer than `count` where some are still made.
    """

    role: Role
    name: str = ""
    wire: str = ""
    paths: tuple[str, ...] = ()
    count: int = 1


@dataclass(frozen=True, slots=True)
class Spelled:
    """The very words and facts of one request.

    Attributes:
        counted: characters as the model counts them, of `allowed`; None: no limit is known.
        mode, seconds, sound: of a clip; "", 0 and None for a panel.
        options: names and values beside them.
        first: whether pictures are made on the way, before it is sent.
    """

    words: str
    model: str
    counted: int
    allowed: int | None
    aspect_ratio: str
    mode: str = ""
    seconds: int = 0
    sound: bool | None = None
    pictures: tuple[SentPicture, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    first: bool = False
