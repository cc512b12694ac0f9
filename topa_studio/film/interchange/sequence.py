"""The film as an editing program has it: clips, sounds, markers and words, in whole frames."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from topa_studio.film.cues import Cue
from topa_studio.film.interchange.timecode import start_of
from topa_studio.film.timing import HARD, Join


@dataclass(frozen=True, slots=True)
class Media:
    """A file that clips are cut from.

    Attributes:
        id: short, ASCII, no other file of the sequence has it.
        frames: how long it is, counted in frames of the film.
        rate: its own frames a second; of a sound the film's.
        size: width and height; (0, 0) of a sound.
    """

    id: str
    path: Path
    frames: int
    rate: Fraction
    size: tuple[int, int] = (0, 0)
    has_sound: bool = False

    @property
    def has_picture(self) -> bool:
        """Whether there is anything to see."""
        return self.size != (0, 0)


@dataclass(frozen=True, slots=True)
class Item:
    """A shot as a clip.

    Attributes:
        first, frames: where it lies in the film, and how long.
        source: the frame of its file it begins with, counted in frames of the film.
        tail: for how many frames it runs on under the dissolve into the next one.
        join: the transition into it.
        dips: frames in which it comes from black, and in which it goes to it.
        gain_db: how much louder it sounds; None: it is muted.
        words, notes: what its marker says: the prompt, and what the user wrote beside.
    """

    key: str
    name: str
    media: Media
    first: int
    frames: int
    source: int = 0
    tail: int = 0
    join: Join = HARD
    dips: tuple[int, int] = (0, 0)
    gain_db: float | None = 0.0
    words: str = ""
    notes: str = ""

    @property
    def last(self) -> int:
        """The frame with which the next one begins."""
        return self.first + self.frames

    @property
    def dissolve(self) -> int:
        """Frames of the dissolve into it."""
        return self.join.frames if self.join.kind == "dissolve" else 0


@dataclass(frozen=True, slots=True)
class Sound:
    """Music, a voice or a sound under the film; its fades are in frames.

    `lane`: those of one lane never lie over each other.
    """

    name: str
    media: Media
    first: int
    frames: int
    source: int = 0
    gain_db: float = 0.0
    fades: tuple[int, int] = (0, 0)
    kind: str = "music"
    lane: int = 0

    @property
    def last(self) -> int:
        """The frame behind its own."""
        return self.first + self.frames


@dataclass(frozen=True)
class Sequence:
    """The whole film; `film` tells it from others (`manifest.film_mark`)."""

    title: str
    rate: Fraction
    size: tuple[int, int]
    items: tuple[Item, ...]
    sounds: tuple[Sound, ...] = ()
    captions: tuple[Cue, ...] = ()
    film: str = ""

    @property
    def frames(self) -> int:
        """How long it is."""
        return self.items[-1].last if self.items else 0

    @property
    def start(self) -> int:
        """The frame that its time code begins with, 01:00:00:00."""
        return start_of(self.rate)

    @property
    def lanes(self) -> int:
        """How many lanes its sounds take."""
        return max((sound.lane for sound in self.sounds), default=-1) + 1
