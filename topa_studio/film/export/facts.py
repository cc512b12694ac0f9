"""What is known of the clips that are to be written, and what the file will be like."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from topa_studio.film.composition import Composition
from topa_studio.film.export.encoding import SOUND_BITS
from topa_studio.film.ladder import Source
from topa_studio.film.span import Span
from topa_studio.film.timing import Cut

_SHORT_SIDES = {"360p": 360, "720p": 720, "1080p": 1080, "4k": 2160}
_USUAL_SIZE = "1080p"
_SAME_SHAPE = 0.02
# What x264 makes of a picture at the quality that is written; a clip that has less keeps less.
_BITS_A_PIXEL = 0.12
_STILL_SHARE = 0.1
_PIXELS_A_SECOND_AND_CORE = 75e6
_START_SECONDS = 0.7


@dataclass(frozen=True, slots=True)
class ClipFacts:
    """Pixels as it stands upright, length in seconds, bytes on the disk, frames a second."""

    width: int
    height: int
    seconds: float
    size: int
    fps: float


Known = Mapping[str, ClipFacts]
"""Facts of clips by their path relative to the film's home; what is not known is not in it."""


def most_common_size(cuts: tuple[Cut, ...], known: Known) -> tuple[int, int] | None:
    """The size that most of the film's time has; None: no clip is known."""
    count: Counter[tuple[int, int]] = Counter()
    for cut in cuts:
        if cut.source is Source.CLIP and (facts := known.get(cut.path)) is not None:
            count[facts.width, facts.height] += cut.frames
    return count.most_common(1)[0][0] if count else None


def size_of(choice: str, ratio: float, clips: tuple[int, int] | None) -> tuple[int, int]:
    """Width and height that are written, both even: the film's shape in the size that was chosen.

    `clips` is the size most clips have: "film" takes it where it has the film's shape, else its
    shorter side.
    """
    if choice == "film" and clips is not None:
        if abs(clips[0] / clips[1] / ratio - 1) < _SAME_SHAPE:
            return _even(clips[0]), _even(clips[1])
        return _shaped(min(clips), ratio)
    return _shaped(_SHORT_SIDES.get(choice, _SHORT_SIDES[_USUAL_SIZE]), ratio)


def is_enlarged(size: tuple[int, int], clips: tuple[int, int] | None) -> bool:
    """Whether most clips have fewer pixels than are written."""
    return clips is not None and size[0] * size[1] > 1.05 * clips[0] * clips[1]


def _shaped(short: int, ratio: float) -> tuple[int, int]:
    if ratio >= 1:
        return _even(short * ratio), _even(short)
    return _even(short), _even(short / ratio)


def _even(side: float) -> int:
    return max(2, 2 * round(side / 2))


def estimated_bytes(film: Composition, span: Span, size: tuple[int, int], known: Known) -> int:
    """About how large the file will be, by the bitrates of the clips in it."""
    pixels = size[0] * size[1]
    most = _BITS_A_PIXEL * pixels * float(film.rate) / 8
    total = 0.0
    for cut in film.cuts:
        inside = min(cut.last, span.last) - max(cut.first, span.first)
        if inside > 0:
            total += _bytes_a_second(cut, pixels, most, known) * float(inside / film.rate)
    return int(total + float(span.frames / film.rate) * SOUND_BITS / 8)


def _bytes_a_second(cut: Cut, pixels: int, most: float, known: Known) -> float:
    if cut.source is not Source.CLIP:
        return most * _STILL_SHARE
    facts = known.get(cut.path)
    if facts is None or not facts.seconds:
        return most
    own = facts.size / facts.seconds * pixels / (facts.width * facts.height)
    return min(own, most)


def estimated_seconds(frames: int, size: tuple[int, int]) -> float:
    """About how long it takes on this machine."""
    speed = _PIXELS_A_SECOND_AND_CORE * (os.cpu_count() or 1)
    return _START_SECONDS + frames * size[0] * size[1] / speed
