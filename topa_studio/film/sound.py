"""What is heard and when: the sound of each clip and of the film's audio tracks, as parts alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from topa_studio.film.ladder import Source
from topa_studio.film.timing import Cut
from topa_studio.model.rate import moment_of
from topa_studio.model.scenario import AudioTrack, Ending, Scenario

CLIP = "clip"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a file that is heard.

    Attributes:
        path: the file, relative to the film's home.
        at: when it begins in the film, in seconds.
        begin, end: which part of the file; `end` None: to the file's end.
        gain: 1 is as loud as the file.
        fade_in, fade_out: seconds from and to silence, at the ends of what is heard.
        kind: "clip", else the track's own: music, voice, sound.
        track: the place of the film's audio track; -1 for a clip.
    """

    path: str
    at: float
    begin: float
    end: float | None
    gain: float = 1.0
    fade_in: float = 0.0
    fade_out: float = 0.0
    kind: str = CLIP
    track: int = -1


def factor(gain_db: float) -> float:
    """Decibels as a factor: 0 dB is 1, -6 dB is about a half."""
    return float(10 ** (max(-120.0, min(gain_db, 40.0)) / 20))


def parts_of(scenario: Scenario, cuts: Sequence[Cut]) -> tuple[Part, ...]:
    """All that is heard in the film."""
    return (*_clips(cuts, scenario.film.ending), *_tracks(scenario.film.audio, cuts))


def _clips(cuts: Sequence[Cut], ending: Ending) -> Iterator[Part]:
    for place, cut in enumerate(cuts):
        if cut.source is not Source.CLIP or cut.gain_db is None:
            continue
        after = cuts[place + 1] if place + 1 < len(cuts) else None
        fade_in, fade_out, runs_on = _fades(cut, after)
        if after is None and ending.kind == "fade":
            fade_out = min(ending.seconds, cut.seconds)
        until = cut.offset + cut.seconds + runs_on
        if cut.shown.until is not None:
            until = min(until, cut.shown.until)
        yield Part(cut.path, cut.start, cut.offset, until, factor(cut.gain_db), fade_in, fade_out)


def _fades(cut: Cut, after: Cut | None) -> tuple[float, float, float]:
    """Seconds of its fades, and for how long it runs on under the next one."""
    into = moment_of(cut.join.frames, cut.rate)
    fade_in = into / 2 if cut.join.kind == "fade" and cut.first > 0 else into
    if after is None:
        return fade_in, 0.0, 0.0
    out = moment_of(after.join.frames, after.rate)
    if after.join.kind == "dissolve":
        return fade_in, out, out
    return fade_in, out / 2 if after.join.kind == "fade" else 0.0, 0.0


def _tracks(tracks: Sequence[AudioTrack], cuts: Sequence[Cut]) -> Iterator[Part]:
    asked = {track.shot for track in tracks if track.shot is not None}
    starts = {cut.key: cut.start for cut in cuts if cut.key in asked} if asked else {}
    for place, track in enumerate(tracks):
        if track.mute or (track.shot is not None and track.shot not in starts):
            continue
        at = track.start + starts.get(track.shot or "", 0.0)
        yield Part(
            track.file, at, track.begin, track.end, factor(track.gain_db),
            track.fade_in, track.fade_out, track.kind, place,
        )  # fmt: skip
