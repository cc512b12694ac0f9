"""Writes the film: pictures and sound as the player has them, encoded into one MP4."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from typing import TYPE_CHECKING

from topa_studio.base.errors import MediaError
from topa_studio.film.cues import Cue, flat_cues
from topa_studio.film.engine.mixer import Mixer
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.export.ahead import Ahead
from topa_studio.film.export.captions import cues_within
from topa_studio.film.export.choices import Words
from topa_studio.film.export.copy import copied
from topa_studio.film.export.encoding import Movie
from topa_studio.film.export.plan import Plan
from topa_studio.film.export.request import Request
from topa_studio.film.export.sounding import sample_of, sound_of
from topa_studio.film.export.standing import stood
from topa_studio.film.export.unread import Unread, track_paths

if TYPE_CHECKING:
    from topa_studio.film.export.loudness import Samples

Told = Callable[[int], None]
"""Is told how many pictures are written."""


def write(request: Request, told: Told) -> Unread:
    """Write what was asked for into its target; no picture is encoded twice without need.

    What could not be read is given back: a slate or silence stands for it.

    Raises:
        MediaError: it cannot be written. Files that cannot be read stop nothing.
    """
    for short in (copied, stood):
        found = short(request, told)
        if found is not None:
            return found
    return encode(request, told)


def encode(request: Request, told: Told) -> Unread:
    """Make every picture anew; as `write`, also in what it raises."""
    plan = request.plan
    shots: dict[str, str] = {}

    def note(key: str, error: MediaError) -> None:
        shots[key] = error.code

    renderer = Renderer(
        plan.film, request.file, plan.size, "yuv420p",
        burnt=plan.burnt, face=request.face, said=request.say, told=note,
    )  # fmt: skip
    with_words = plan.choices.captions is Words.TRACK and plan.has_cues
    with (
        closing(renderer),
        closing(Mixer(plan.film, request.file, waits=True)) as mixer,
        Movie(
            request.target,
            plan.film.rate,
            plan.size,
            sound=bool(plan.film.parts),
            words=with_words,
            small=plan.choices.small,
        ) as movie,
        Ahead(renderer, plan.span) as pictures,
    ):
        sound = sound_of(plan, mixer)
        words = iter(flat_cues(cues_within(plan))) if with_words else iter(())
        _write(plan, movie, pictures, sound, words, told)
        movie.finish()
        tracks = track_paths(plan.film)
        sounds = {path: why.code for path, why in mixer.silent.items() if path in tracks}
    return Unread(shots, sounds)


def _write(
    plan: Plan,
    movie: Movie,
    pictures: Ahead,
    sound: Iterator[Samples],
    words: Iterator[Cue],
    told: Told,
) -> None:
    heard, cue = 0, next(words, None)
    for number, frame in enumerate(pictures):
        movie.picture(number, frame)
        while cue is not None and cue.first <= number:
            movie.say(cue.first, cue.last, cue.text)
            cue = next(words, None)
        while heard <= sample_of(number, plan.film.rate) and plan.film.parts:
            block = next(sound, None)
            if block is None:
                break
            movie.hear(block)
            heard += len(block)
        told(number + 1)
    for block in sound if plan.film.parts else ():
        movie.hear(block)
