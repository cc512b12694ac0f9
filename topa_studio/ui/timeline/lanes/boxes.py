"""What lies in the lanes: a box each track and caption, in frames of the film."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from topa_studio.film.composition import Composition
from topa_studio.model.rate import frame_of
from topa_studio.model.scenario import AudioTrack, Shot
from topa_studio.ui.small_pictures.waves import Wave
from topa_studio.ui.timeline.lane_pills import Kind

WHOLE = -1
"""The place of a shot's `caption`, which lies over all of it."""

_UNKNOWN_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Box:
    """From frame `first` to before frame `last`.

    Attributes:
        key, place: the shot and the number among its captions (or `WHOLE`); of a track "" and its
            number in the film.
        words: what it says. limit: the frame behind which it is too long.
        track, wave: of a track; the wave comes later.
        lost: a track begins with a shot that is gone, a caption behind the end of its shot.
    """

    key: str
    place: int
    first: int
    last: int
    words: str
    limit: int
    track: AudioTrack | None = None
    wave: Wave | None = None
    lost: bool = False

    @property
    def name(self) -> tuple[str, int]:
        """What it is known by, as long as no other is put ahead of it."""
        return self.key, self.place


def lane_of(track: AudioTrack) -> Kind:
    """The lane in which a track lies."""
    return Kind.VOICES if track.kind == Kind.VOICES else Kind.MUSIC


def begin_of(track: AudioTrack, film: Composition) -> float:
    """When a track begins, in seconds of the film; with a shot that is gone: as if with the film.

    Raises nothing.
    """
    shot = track.shot
    if shot is None or not film.scenario.has_shot(shot):
        return track.start
    return track.start + next(cut.start for cut in film.cuts if cut.key == shot)


def track_box(
    number: int, track: AudioTrack, film: Composition, wave_of: Callable[[str], Wave | None]
) -> Box:
    """The box of a track; as long as its file where the track does not say."""
    wave = wave_of(track.file)
    begins = begin_of(track, film)
    end = track.end
    if end is None or end <= track.begin:
        known = wave is not None and wave.peaks is not None
        end = wave.seconds if known and wave is not None else track.begin + _UNKNOWN_SECONDS
    first = frame_of(begins, film.rate)
    last = max(first + 1, frame_of(begins + end - track.begin, film.rate))
    words = track.name or track.file.rpartition("/")[2]
    lost = track.shot is not None and not film.scenario.has_shot(track.shot)
    return Box("", number, first, last, words, _limit(track, film), track, wave, lost)


def rows_of(boxes: Iterable[Box]) -> dict[tuple[str, int], tuple[int, int]]:
    """By a box's name: its row, and how many rows share the lane there; one that is alone has all.

    Boxes that lie at the same time are in rows of their own, the first at the top.
    """
    found: dict[tuple[str, int], tuple[int, int]] = {}
    ends: list[int] = []
    together: dict[tuple[str, int], int] = {}
    for box in sorted(boxes, key=lambda box: (box.first, -box.last)):
        if ends and box.first >= max(ends):
            found |= {name: (row, len(ends)) for name, row in together.items()}
            ends, together = [], {}
        row = next((row for row, end in enumerate(ends) if end <= box.first), len(ends))
        ends[row : row + 1] = [box.last]
        together[box.name] = row
    return found | {name: (row, len(ends)) for name, row in together.items()}


def _limit(track: AudioTrack, film: Composition) -> int:
    if track.kind == Kind.VOICES and track.shot is not None:
        found = (cut.last for cut in film.cuts if cut.key == track.shot)
        return next(found, film.frames)
    return film.frames


def caption_boxes(film: Composition) -> Iterator[Box]:
    """All captions, shot by shot."""
    for shot, cut in zip(film.scenario.shots(), film.cuts, strict=True):
        if shot.caption or shot.captions:
            yield from _captions(shot, cut.first, cut.frames, film)


def _captions(shot: Shot, start: int, frames: int, film: Composition) -> Iterator[Box]:
    if shot.caption.strip():
        yield Box(shot.key, WHOLE, start, start + frames, shot.caption, film.frames)
    for place, caption in enumerate(shot.captions):
        wanted = frame_of(caption.start, film.rate)
        begin = min(wanted, frames - 1)
        stop = frames if caption.end is None else frame_of(caption.end, film.rate)
        last = max(start + begin + 1, start + stop)
        lost = wanted >= frames
        first, words = start + begin, caption.text
        yield Box(shot.key, place, first, last, words, film.frames, lost=lost)
