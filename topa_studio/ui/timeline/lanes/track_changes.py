"""What gestures and keys make of a track: pure values; times are whole frames of the film."""

from __future__ import annotations

import math
from dataclasses import replace

from topa_studio.film.composition import Composition
from topa_studio.model.rate import frame_of, moment_of, seconds_of
from topa_studio.model.scenario import AudioTrack
from topa_studio.ui.timeline.lane_pills import Kind
from topa_studio.ui.timeline.lanes.boxes import Box, begin_of

LEAST_PERCENT, MOST_PERCENT, STEP_PERCENT = 5, 400, 5
FADE_STEP = 0.25


def percent(track: AudioTrack) -> int:
    """How loud it is; 100 is as loud as the file."""
    return round(100 * 10 ** (max(-120.0, min(track.gain_db, 40.0)) / 20))


def as_loud(track: AudioTrack, wanted: int) -> AudioTrack:
    """The track at so many percent."""
    held = max(LEAST_PERCENT, min(wanted, MOST_PERCENT))
    return replace(track, gain_db=round(20 * math.log10(held / 100), 3))


def louder(track: AudioTrack, steps: int) -> AudioTrack:
    """Steps up or down, from one round number to the next."""
    now = percent(track)
    steps_of = now // STEP_PERCENT if steps > 0 else -(-now // STEP_PERCENT)
    return as_loud(track, (steps_of + steps) * STEP_PERCENT)


def begun_with(track: AudioTrack, key: str) -> AudioTrack:
    """The track begins with a shot, and goes where that goes."""
    return replace(track, shot=key, start=0.0)


def begun_at(track: AudioTrack, frame: int, film: Composition) -> AudioTrack:
    """The track begins at a frame of the film; a voice stays with the shot that it is in."""
    frame = max(0, frame)
    if track.kind == Kind.VOICES and film.cuts:
        cut = film.cuts[film.index_at(frame)]
        return replace(track, shot=cut.key, start=seconds_of(frame - cut.first, film.rate))
    return replace(track, shot=None, start=seconds_of(frame, film.rate))


def turned(track: AudioTrack, film: Composition) -> AudioTrack:
    """Music of a voice, which stays where it is; a voice of all else, in the shot it lies in."""
    if track.kind == Kind.VOICES:
        return replace(track, kind=Kind.MUSIC.value)
    voice = replace(track, kind=Kind.VOICES.value)
    return begun_at(voice, frame_of(begin_of(track, film), film.rate), film)


def nudged(track: AudioTrack, frames: int, film: Composition) -> AudioTrack:
    """So many frames later; it stays with its shot unless it would begin ahead of it."""
    own = frame_of(track.start, film.rate) + frames
    if own >= 0:
        return replace(track, start=seconds_of(own, film.rate))
    return begun_at(track, frame_of(begin_of(track, film), film.rate) + frames, film)


def trimmed_in(box: Box, frame: int, film: Composition) -> AudioTrack:
    """Its first frame is another; what is heard stays where it was in the film."""
    track = _track(box)
    earliest = box.first - min(frame_of(track.begin, film.rate), box.first)
    moved = max(earliest, min(frame, box.last - 1)) - box.first
    begin = seconds_of(frame_of(track.begin, film.rate) + moved, film.rate)
    return nudged(replace(track, begin=begin), moved, film)


def trimmed_out(box: Box, frame: int, film: Composition) -> AudioTrack:
    """Its last frame is another, at most the file's own last."""
    track = _track(box)
    end = track.begin + moment_of(max(1, frame - box.first), film.rate)
    wave = box.wave
    if wave is not None and wave.peaks is not None and end >= wave.seconds:
        return replace(track, end=None)
    return replace(track, end=round(end, 3))


def faded(
    box: Box, film: Composition, *, into: float | None = None, out: float | None = None
) -> AudioTrack:
    """With other fades, in seconds; both together are no longer than what is heard."""
    track = _track(box)
    length = moment_of(box.last - box.first, film.rate)
    if into is not None:
        into = max(0.0, min(into, length - min(track.fade_out, length)))
        return replace(track, fade_in=round(into, 3))
    if out is not None:
        out = max(0.0, min(out, length - min(track.fade_in, length)))
        return replace(track, fade_out=round(out, 3))
    return track


def _track(box: Box) -> AudioTrack:
    if box.track is None:
        raise ValueError("a caption is no track")
    return box.track
