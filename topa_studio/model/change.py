"""What a take was made with that another was not, or that is another in the film now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """One part of a request, in the order it is told.

    SCENE: its place or light. PICTURES: reference images of elements that it had before.
    OPTIONS: what its model takes beyond the usual.
    """

    WORDS = "words"
    SCENE = "scene"
    STYLE = "style"
    LENGTH = "length"
    QUALITY = "quality"
    SOUND = "sound"
    MODEL = "model"
    FORMAT = "format"
    ELEMENTS = "elements"
    PICTURES = "pictures"
    START = "start picture"
    END = "end picture"
    OPTIONS = "options"


@dataclass(frozen=True, slots=True)
class Cause:
    """Why a take is out of date.

    `names` are of the elements whose pictures or words changed, or that came or went.
    `follows`: the start picture is a frame of the shot before.
    """

    change: Change
    names: tuple[str, ...] = ()
    follows: bool = False
