"""Where the lines of a subtitle file go: each to the shot in which it begins, as edits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from topa_studio.document.edits import Edit, SetField, ShotTarget, UnsetField
from topa_studio.document.written import captions_written
from topa_studio.film.composition import Composition
from topa_studio.film.subtitles import Line
from topa_studio.model.rate import frame_of, seconds_of
from topa_studio.model.scenario import Caption, Shot


@dataclass(frozen=True, slots=True)
class Placing:
    """What comes of lines that are put into a film.

    Attributes:
        edits: to be made as one step.
        count, shots: how many captions come, and in how many shots.
        there: how many the film has already, just so.
        left: lines that begin behind the film's end.
    """

    edits: tuple[Edit, ...]
    count: int
    shots: int
    there: int
    left: tuple[Line, ...]


def placed(lines: Iterable[Line], film: Composition, *, replace: bool = False) -> Placing:
    """Give each line to the shot in which it begins; it may run on over the cut.

    `replace`: all captions that the film has go.
    """
    known = set() if replace else {(cue.first, cue.last, cue.text) for cue in film.cues}
    coming: dict[str, list[Caption]] = {}
    left, there, rate = [], 0, film.rate
    for line in sorted(lines, key=lambda line: (line.start, line.end)):
        first = frame_of(line.start, rate)
        last = max(first + 1, frame_of(line.end, rate))
        if first >= film.frames:
            left.append(line)
        elif (first, min(last, film.frames), line.text) in known:
            there += 1
        else:
            cut = film.cuts[film.index_at(first)]
            begin, end = seconds_of(first - cut.first, rate), seconds_of(last - cut.first, rate)
            coming.setdefault(cut.key, []).append(Caption(line.text, begin, end))
    edits = [
        edit
        for shot in film.scenario.shots()
        for edit in _edits(shot, coming.get(shot.key, []), replace=replace)
    ]
    count = sum(map(len, coming.values()))
    return Placing(tuple(edits), count, len(coming), there, tuple(left))


def _edits(shot: Shot, coming: list[Caption], *, replace: bool) -> Iterable[Edit]:
    target = ShotTarget(shot.key)
    if replace and shot.caption:
        yield UnsetField(target, "caption")
    if coming:
        kept = () if replace else shot.captions
        both = sorted((*kept, *coming), key=lambda each: each.start)
        yield SetField(target, "captions", captions_written(both))
    elif replace and shot.captions:
        yield UnsetField(target, "captions")
