"""What is seen, read and heard at each frame of random films."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.film.composition import Composition
from topa_studio.film.sound import CLIP
from topa_studio.film.timing import CutList
from topa_studio.model.rate import frame_of
from topa_studio.model.scenario import (
    AudioTrack,
    Caption,
    Ending,
    FilmConfig,
    Scenario,
    Scene,
    Shot,
    Transition,
    Trim,
)
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take

TIMES = st.floats(0, 20).map(lambda seconds: round(seconds, 3))
SHOTS = st.builds(
    Shot,
    key=st.just(""),
    id=st.just(""),
    duration=st.integers(1, 8),
    trim=st.none() | st.builds(Trim, start=TIMES, end=st.none() | TIMES),
    transition=st.builds(Transition, st.sampled_from(["cut", "fade", "dissolve"]), TIMES),
    caption=st.sampled_from(["", "Look!"]),
    captions=st.lists(
        st.builds(Caption, st.just("Hop!"), TIMES, st.none() | TIMES), max_size=2
    ).map(tuple),
    clip_gain_db=st.none() | st.floats(-20, 10),
)
CONFIGS = st.builds(
    FilmConfig,
    fps=st.sampled_from([24, 25, 29.97]),
    audio=st.lists(
        st.builds(AudioTrack, st.just("music.ogg"), TIMES, end=st.none() | TIMES), max_size=2
    ).map(tuple),
    ending=st.builds(Ending, st.sampled_from(["cut", "fade"]), TIMES),
)


@st.composite
def compositions(draw: st.DrawFn) -> Composition:
    lists = draw(st.lists(st.lists(SHOTS, min_size=1, max_size=4), min_size=1, max_size=3))
    scenes = tuple(
        Scene(
            id=str(number),
            shots=tuple(_named(shot, number, place) for place, shot in enumerate(shots, 1)),
        )
        for number, shots in enumerate(lists, 1)
    )
    scenario = Scenario(draw(CONFIGS), scenes=scenes)
    made = {shot.key for shot in scenario.shots() if draw(st.booleans())}

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, f"{key}.mp4") if key in made else None)

    return Composition(scenario, CutList(status).of(scenario))


def _named(shot: Shot, scene: int, place: int) -> Shot:
    from dataclasses import replace

    return replace(shot, key=f"{scene}__{place}", id=str(place))


@given(compositions(), st.data())
def test_every_frame_shows_its_own_shot_on_top(film: Composition, data: st.DataObject) -> None:
    frame = data.draw(st.integers(0, film.frames - 1))
    layers = film.layers(frame)
    cut = film.cuts[film.index_at(frame)]
    assert layers[-1].cut is cut
    assert layers[-1].inside == frame - cut.first
    assert 0 <= film.light(frame) <= 1
    if len(layers) == 2:
        assert cut.join.kind == "dissolve"
        assert layers[0].cut is film.cuts[film.index_at(frame) - 1]
        assert 0 < layers[1].opacity < 1
    else:
        assert layers[0].opacity == 1


@given(compositions())
def test_a_transition_never_takes_more_than_half_of_the_shorter_neighbour(
    film: Composition,
) -> None:
    for before, cut in pairwise(film.cuts):
        assert 2 * cut.join.frames <= min(before.frames, cut.frames)
    assert sum(cut.frames for cut in film.cuts) == film.frames


@given(compositions())
def test_captions_begin_in_their_own_shot_and_none_outlives_the_film(film: Composition) -> None:
    cuts = {cut.key: cut for cut in film.cuts}
    for cue in film.cues:
        assert cuts[cue.key].first <= cue.first < cuts[cue.key].last
        assert cue.first < cue.last <= max(film.frames, cue.first + 1)
    wanted = 0
    for shot in film.scenario.shots():
        seen = [c for c in shot.captions if frame_of(c.start, film.rate) < cuts[shot.key].frames]
        wanted += bool(shot.caption) + len(seen)
    assert len(film.cues) == wanted


@given(compositions())
def test_what_is_heard_of_a_clip_begins_with_its_cut(film: Composition) -> None:
    heard = {part.path: part for part in film.parts if part.kind == CLIP}
    for place, cut in enumerate(film.cuts):
        part = heard.get(cut.path)
        assert (part is not None) == (bool(cut.path) and cut.gain_db is not None)
        if part is None or part.end is None:
            continue
        assert (part.at, part.begin) == (cut.start, cut.offset)
        tail = part.end - part.begin - cut.seconds
        after = film.cuts[place + 1] if place + 1 < len(film.cuts) else None
        runs_on = after is not None and after.join.kind == "dissolve"
        assert abs(tail) < 1e-9 or runs_on
        assert max(part.fade_in, part.fade_out) <= part.end - part.begin + 1e-9


def test_a_fade_goes_to_black_and_comes_from_black() -> None:
    film = _two(Transition("fade", 1.0))
    assert film.light(0) == 1
    assert film.light(59) == 0
    assert film.light(60) == 0
    assert film.light(72) == 1
    assert len(film.layers(60)) == 1


def test_a_dissolve_lets_the_shot_before_run_on() -> None:
    film = _two(Transition("dissolve", 1.0))
    below, above = film.layers(71)
    assert (below.inside, above.inside) == (71, 11)
    assert 0.4 < above.opacity < 0.6
    assert len(film.layers(84)) == 1
    first = next(part for part in film.parts if part.path == "1__1.mp4")
    assert first.end == 3.5
    assert first.fade_out == 1.0


def _two(into: Transition) -> Composition:
    first = Shot("1__1", "1", trim=Trim(0, 2.5))
    second = Shot("1__2", "2", duration=4, transition=into)
    scenario = Scenario(scenes=(Scene("1", shots=(first, second)),))

    def status(key: str) -> ShotStatus:
        return ShotStatus(key, chosen=Take(1, f"{key}.mp4"))

    return Composition(scenario, CutList(status).of(scenario))


def test_a_still_is_a_shot_and_needs_nothing_made() -> None:
    title = Shot("1__1", "1", still="title.png")
    scenario = Scenario(scenes=(Scene("1", shots=(title,)),))
    (cut,) = CutList(ShotStatus).of(scenario)
    assert (cut.source, cut.path) == ("still", "title.png")
    assert not title.is_empty
