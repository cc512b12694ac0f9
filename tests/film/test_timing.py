"""The cut list: every shot once, each where the one before ends, whatever is made of it."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.film.composition import index_at
from topa_studio.film.ladder import Source
from topa_studio.film.timing import CutList
from topa_studio.model.rate import frames_of, moment_of, rate_of
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Shot, Trim
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take

SCENES = st.lists(st.lists(st.integers(3, 15), max_size=5), max_size=5)
KINDS = st.sampled_from([Source.CLIP, Source.PANEL, Source.SLATE])
SHOTS = st.builds(
    Shot,
    key=st.just("1__1"),
    id=st.just("1"),
    duration=st.integers(1, 15),
    trim=st.none() | st.builds(Trim, start=st.floats(0, 20), end=st.none() | st.floats(0, 20)),
)
PARTS = st.builds(
    Take,
    number=st.integers(1, 9),
    path=st.just("a.mp4"),
    start=st.floats(0, 60),
    seconds=st.just(0.0) | st.floats(0.1, 15),
)


def film(lengths: list[list[int]]) -> Scenario:
    scenes = [
        Scene(
            id=str(number),
            shots=tuple(
                Shot(key=f"{number}__{place}", id=str(place), duration=seconds)
                for place, seconds in enumerate(scene, 1)
            ),
        )
        for number, scene in enumerate(lengths, 1)
    ]
    return Scenario(scenes=tuple(scenes))


def status(key: str, kind: Source = Source.SLATE) -> ShotStatus:
    clip = Take(1, f"{key}.mp4") if kind is Source.CLIP else None
    panel = Take(1, f"{key}.png") if kind is not Source.SLATE else None
    return ShotStatus(key, chosen=clip, panel=panel)


@given(SCENES, st.data())
def test_each_cut_begins_where_the_one_before_ends(
    lengths: list[list[int]], data: st.DataObject
) -> None:
    scenario = film(lengths)
    kinds = {shot.key: data.draw(KINDS) for shot in scenario.shots()}
    cuts = CutList(lambda key: status(key, kinds[key])).of(scenario)
    assert [cut.key for cut in cuts] == [shot.key for shot in scenario.shots()]
    seconds = [shot.duration for shot in scenario.shots()]
    assert [cut.start for cut in cuts] == [0, *accumulate(seconds)][: len(cuts)]
    assert [cut.seconds for cut in cuts] == seconds
    assert sum(cut.seconds for cut in cuts) == scenario.seconds()
    assert [cut.source for cut in cuts] == [kinds[cut.key] for cut in cuts]
    assert [cut.number for cut in cuts] == [scenario.number_of(cut.key) for cut in cuts]
    scenes = {scene.id: str(place) for place, scene in enumerate(scenario.scenes, 1)}
    assert [cut.scene for cut in cuts] == [scenes[scenario.scene_of(c.key).id] for c in cuts]


@given(st.lists(SCENES, max_size=4), st.data())
def test_a_list_that_is_kept_is_what_a_new_one_tells(
    films: list[list[list[int]]], data: st.DataObject
) -> None:
    """Films that share scenes, as edits make them, and takes that come and go."""
    kinds: dict[str, Source] = {}
    kept = CutList(lambda key: status(key, kinds.get(key, Source.SLATE)))
    scenes: list[Scene] = []
    for lengths in films:
        scenes = data.draw(st.permutations([*scenes, *film(lengths).scenes]))
        scenario = Scenario(scenes=tuple({scene.id: scene for scene in scenes}.values()))
        for key in data.draw(st.sets(st.sampled_from([s.key for s in scenario.shots()] or [""]))):
            kinds[key] = data.draw(KINDS)
            kept.forget(key)
        fresh = CutList(lambda key: status(key, kinds.get(key, Source.SLATE)))
        assert kept.of(scenario) == fresh.of(scenario)


@given(SCENES, st.integers(0, 9600))
def test_at_every_frame_of_the_film_there_is_one_cut(lengths: list[list[int]], frame: int) -> None:
    cuts = CutList(status).of(film(lengths))
    at = index_at(cuts, frame)
    if not cuts:
        assert at == 0
    elif frame < cuts[-1].last:
        assert cuts[at].first <= frame < cuts[at].last
    else:
        assert cuts[at] == cuts[-1]


def test_a_clip_is_shown_before_a_panel_and_a_panel_before_a_slate() -> None:
    scenario = film([[3, 4, 5]])
    kinds = {"1__1": Source.CLIP, "1__2": Source.PANEL, "1__3": Source.SLATE}
    cuts = CutList(lambda key: status(key, kinds[key])).of(scenario)
    assert [(cut.source, cut.path) for cut in cuts] == [
        (Source.CLIP, "1__1.mp4"),
        (Source.PANEL, "1__2.png"),
        (Source.SLATE, ""),
    ]


def test_a_shot_begins_in_its_file_where_its_part_and_its_trim_say() -> None:
    shot = Shot(key="1__1", id="1", duration=4, trim=Trim(start=1.5))
    scenario = Scenario(scenes=(Scene(id="1", shots=(shot,)),))
    part = ShotStatus("1__1", chosen=Take(1, "scene_1.mp4", start=7.0, seconds=4.0))
    (cut,) = CutList(lambda _key: part).of(scenario)
    assert cut.offset == 8.5
    assert cut.seconds == 4


def test_a_trim_that_ends_makes_the_shot_as_long_as_it_says() -> None:
    shot = Shot(key="1__1", id="1", duration=5, trim=Trim(1.25, 3.5))
    assert frames_of(shot, rate_of(24)) == 54
    assert shot.seconds == 2.25
    scenario = Scenario(scenes=(Scene(id="1", shots=(shot,)),))
    (cut,) = CutList(lambda key: ShotStatus(key, chosen=Take(1, "a.mp4"))).of(scenario)
    assert (cut.frames, cut.offset) == (54, 1.25)
    assert scenario.seconds() == 2.25


@given(SHOTS, PARTS, st.integers(0, 400), st.sampled_from([24, 25, 29.97, 60]))
def test_what_is_on_screen_is_always_of_the_shots_own_part(
    shot: Shot, take: Take, inside: int, fps: float
) -> None:
    """Its last frame is held where the shot is longer, whatever the trim says."""
    scenario = Scenario(film=FilmConfig(fps=fps), scenes=(Scene(id="1", shots=(shot,)),))
    (cut,) = CutList(lambda key: ShotStatus(key, chosen=take)).of(scenario)
    place, rate = cut.place_in_file(inside), rate_of(fps)
    assert place >= 0
    assert cut.frames == frames_of(shot, rate)
    if take.seconds:
        assert place < take.start + take.seconds
    assert cut.place_in_file(inside // 2) <= place
    if cut.shown.until is None or cut.offset + moment_of(inside + 1, rate) <= cut.shown.until:
        assert place == cut.offset + moment_of(inside, rate)
