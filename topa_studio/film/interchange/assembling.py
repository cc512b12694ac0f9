"""Which file stands for each shot outside, and the sequence that is made of these: no file opened.

In a shot's own media frame n is frame n of its take, whatever of it the film shows: a slate whose
clip comes later, under the same name, is found in place by every editor that has cut the slate.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

from topa_studio.film.composition import Composition
from topa_studio.film.interchange.names import MEDIA, name_of
from topa_studio.film.interchange.sequence import Item, Media, Sequence, Sound
from topa_studio.film.ladder import Source
from topa_studio.film.sound import CLIP, Part
from topa_studio.film.timing import Cut
from topa_studio.model.rate import frame_of

_ROUNDED = 0.02


class Made(StrEnum):
    """How the file that stands for a shot comes about."""

    LINKED = "linked"
    COPIED = "copied"
    RENDERED = "rendered"


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a file: seconds, frames a second, size as it stands upright."""

    seconds: float
    rate: Fraction = Fraction(0)
    size: tuple[int, int] = (0, 0)
    has_sound: bool = False

    def frames(self, rate: Fraction) -> int:
        """How many whole frames of the film it lasts."""
        return int(self.seconds * rate + _ROUNDED)


Known = Mapping[str, Facts]
"""Facts of files by their path relative to the film's home; what cannot be read is not in it."""


@dataclass(frozen=True, slots=True)
class Supply:
    """The file that stands for one shot.

    Attributes:
        zero: the frame of the file that is frame 0 of the take.
        source: the frame of the file that the shot begins with.
        frames: how long the file is at least.
        tail: for how many frames the shot runs on under the next one.
    """

    cut: Cut
    made: Made
    zero: int
    source: int
    frames: int
    tail: int = 0


def supplies(
    film: Composition, known: Known, *, collect: bool = False, own: frozenset[str] = frozenset()
) -> tuple[Supply, ...]:
    """How each shot of the film is had as a file that is long enough, in the film's order.

    Args:
        collect: every shot gets a file of its own.
        own: keys of shots that got one in an earlier export, so that it is found there again.
    """
    found = []
    for cut, after in pairwise([*film.cuts, None]):
        assert cut is not None
        tail = after.join.frames if after is not None and after.join.kind == "dissolve" else 0
        alone = collect or cut.key in own
        found.append(_supply(film, cut, tail, known.get(cut.path), alone=alone))
    return tuple(found)


def _supply(film: Composition, cut: Cut, tail: int, facts: Facts | None, *, alone: bool) -> Supply:
    shot = film.scenario.shot(cut.key)
    first = frame_of(shot.trim_start, film.rate)
    whole = max(first + cut.frames + tail, frame_of(shot.duration, film.rate))
    if cut.source is not Source.CLIP or facts is None:
        return Supply(cut, Made.RENDERED, 0, first, whole, tail)
    source = frame_of(cut.offset, film.rate)
    long = facts.frames(film.rate)
    if source + cut.frames + tail > long:
        return Supply(cut, Made.RENDERED, 0, first, whole, tail)
    zero = max(0, source - first)
    if not alone:
        return Supply(cut, Made.LINKED, zero, source, long, tail)
    if zero or not cut.path.casefold().endswith(MEDIA):
        return Supply(cut, Made.RENDERED, 0, first, whole, tail)
    return Supply(cut, Made.COPIED, 0, source, long, tail)


@dataclass(frozen=True, slots=True)
class Places:
    """What things are called: stems of shots by key, numbers of takes, and where files lie.

    Attributes:
        shots: the file of each shot by its key.
        sounds: the file of each sound by its path relative to the film's home.
    """

    stems: Mapping[str, str]
    takes: Mapping[str, int]
    shots: Mapping[str, Path]
    sounds: Mapping[str, Path]


def assembled(
    film: Composition,
    supply: tuple[Supply, ...],
    places: Places,
    known: Known,
    size: tuple[int, int],
    mark: str = "",
) -> Sequence:
    """The film as an editing program gets it."""
    media: dict[Path, Media] = {}
    items = tuple(_item(film, one, places, known, size, media) for one in supply)
    return Sequence(
        film.scenario.film.title,
        film.rate,
        size,
        items,
        tuple(_sounds(film, places, known)),
        film.cues,
        mark,
    )


def _item(
    film: Composition,
    one: Supply,
    places: Places,
    known: Known,
    size: tuple[int, int],
    media: dict[Path, Media],
) -> Item:
    cut, stem = one.cut, places.stems[one.cut.key]
    path, facts = places.shots[cut.key], known.get(cut.path)
    if path not in media:
        rate, pixels, heard = film.rate, size, False
        if facts is not None and cut.source is Source.CLIP:
            heard = facts.has_sound
            if one.made is not Made.RENDERED:
                rate, pixels = facts.rate or film.rate, facts.size
        media[path] = Media(stem, path, one.frames, rate, pixels, heard)
    shot = film.scenario.shot(cut.key)
    take = places.takes.get(cut.key)
    return Item(
        cut.key, name_of(stem, cut, take), media[path], cut.first, cut.frames, one.source,
        one.tail, cut.join, _dips(film, cut), cut.gain_db, shot.prompt.strip(), shot.notes.strip(),
    )  # fmt: skip


def _dips(film: Composition, cut: Cut) -> tuple[int, int]:
    """For how many frames it comes from black, and for how many it goes there."""
    into = out = 0
    if cut.join.kind == "fade":
        half = cut.join.frames // 2
        into = cut.join.frames if cut.first == 0 else cut.join.frames - half
    place = film.place_of(cut.key)
    assert place is not None
    if place + 1 == len(film.cuts):
        out = film.fade_out
    elif film.cuts[place + 1].join.kind == "fade":
        out = film.cuts[place + 1].join.frames // 2
    return into, out


def _sounds(film: Composition, places: Places, known: Known) -> list[Sound]:
    """Its music, voices and sounds, each in the first lane where it has room."""
    found: list[Sound] = []
    ends: list[int] = []
    ids: dict[str, str] = {}
    heard = [part for part in film.parts if part.kind != CLIP and part.path in places.sounds]
    for part in sorted(heard, key=lambda part: part.at):
        sound = _sound(film, part, places.sounds[part.path], known.get(part.path), ids)
        if sound is None:
            continue
        lane = next((at for at, end in enumerate(ends) if end <= sound[0]), len(ends))
        ends[lane:] = [sound[0] + sound[1], *ends[lane + 1 :]]
        first, frames, source, fades, media = sound
        track = film.scenario.film.audio[part.track]
        name = track.name or media.path.name
        found.append(
            Sound(name, media, first, frames, source, track.gain_db, fades, part.kind, lane)
        )
    return found


def _sound(
    film: Composition, part: Part, path: Path, facts: Facts | None, ids: dict[str, str]
) -> tuple[int, int, int, tuple[int, int], Media] | None:
    """First frame, length, first frame of the file, fades and file; None: nothing is heard."""
    if facts is None:
        return None
    rate = film.rate
    whole = facts.frames(rate)
    first, source = frame_of(max(0.0, part.at), rate), frame_of(part.begin, rate)
    stop = whole if part.end is None else min(whole, frame_of(part.end, rate))
    frames = min(stop - source, film.frames - first)
    if frames <= 0:
        return None
    lost = stop - source - frames
    fade_out = frame_of(part.fade_out, rate)
    fades = min(frame_of(part.fade_in, rate), frames), max(0, min(fade_out - lost, frames))
    media_id = ids.setdefault(part.path, f"A{len(ids) + 1:02}")
    return first, frames, source, fades, Media(media_id, path, whole, rate, has_sound=True)
