"""The film's captions in time: each a number of whole frames, in the film's order."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from topa_studio.film.timing import Cut
from topa_studio.model.rate import frame_of
from topa_studio.model.scenario import Scenario, Shot


@dataclass(frozen=True, slots=True)
class Cue:
    """Words on the screen from frame `first` to before frame `last` of the film.

    `key` is the shot it belongs to: that in which it begins.
    """

    key: str
    first: int
    last: int
    text: str


def cues_of(scenario: Scenario, cuts: Sequence[Cut]) -> tuple[Cue, ...]:
    """All captions, in order; one that would be behind the film's end stops there."""
    end = cuts[-1].last if cuts else 0
    shots = (shot for scene in scenario.scenes for shot in scene.shots)
    found = [
        cue
        for shot, cut in zip(shots, cuts, strict=True)
        if shot.caption or shot.captions
        for cue in _of(shot, cut, end)
    ]
    return tuple(sorted(found, key=lambda cue: (cue.first, cue.last)))


def _of(shot: Shot, cut: Cut, end: int) -> Iterable[Cue]:
    if shot.caption.strip():
        yield Cue(cut.key, cut.first, cut.last, shot.caption)
    for caption in shot.captions:
        begin = frame_of(caption.start, cut.rate)
        if begin >= cut.frames:
            continue  # a trim has taken its moment away; it comes back with it
        stop = cut.frames if caption.end is None else frame_of(caption.end, cut.rate)
        first = cut.first + begin
        yield Cue(cut.key, first, max(first + 1, min(cut.first + stop, end)), caption.text)


def cues_at(cues: Iterable[Cue], frame: int) -> tuple[Cue, ...]:
    """What is to be read at a frame."""
    return tuple(cue for cue in cues if cue.first <= frame < cue.last)


def flat_cues(cues: tuple[Cue, ...]) -> tuple[Cue, ...]:
    """Captions in their order, of which none lies over another: such are one of more lines."""
    moments = sorted({moment for cue in cues for moment in (cue.first, cue.last)})
    flat: list[Cue] = []
    at, said = 0, list[Cue]()
    for first, last in pairwise(moments):
        while at < len(cues) and cues[at].first <= first:
            said.append(cues[at])
            at += 1
        said = [cue for cue in said if cue.last > first]
        if said:
            flat.append(Cue("", first, last, "\n".join(cue.text for cue in said)))
    return tuple(flat)
