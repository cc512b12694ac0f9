"""The cut list: every shot once, each where the one before ends, whatever is made of it."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.film.cutlist import Source, cut_at, cut_list
from topa_studio.model.scenario import Scenario, Scene, Shot, Trim
from topa_studio.model.status import ShotStatus
from topa_studio.model.take import Take

SCENES = st.lists(st.lists(st.integers(3, 15), max_size=5), max_size=5)
KINDS = st.sampled_from(Source)


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
    cuts = cut_list(scenario, lambda key: status(key, kinds[key]))
    assert [cut.key for cut in cuts] == [shot.key for shot in scenario.shots()]
    seconds = [shot.duration for shot in scenario.shots()]
    assert [cut.start for cut in cuts] == [0, *accumulate(seconds)][: len(cuts)]
    assert [cut.seconds for cut in cuts] == seconds
    assert sum(cut.seconds for cut in cuts) == scenario.seconds()
    assert [cut.source for cut in cuts] == [kinds[cut.key] for cut in cuts]
    assert [cut.number for cut in cuts] == [scenario.number_of(cut.key) for cut in cuts]


@given(SCENES, st.data())
def test_some_shots_are_a_film_of_their_own_in_the_films_order(
    lengths: list[list[int]], data: st.DataObject
) -> None:
    scenario = film(lengths)
    keys = [shot.key for shot in scenario.shots()]
    wanted = data.draw(st.lists(st.sampled_from(keys), unique=True)) if keys else []
    cuts = cut_list(scenario, status, wanted)
    assert [cut.key for cut in cuts] == [key for key in keys if key in wanted]
    ends = [cut.end for cut in cuts]
    assert [cut.start for cut in cuts] == [0.0, *ends][: len(cuts)]


@given(SCENES, st.floats(0, 400))
def test_at_every_moment_of_the_film_there_is_one_cut(
    lengths: list[list[int]], moment: float
) -> None:
    cuts = cut_list(film(lengths), status)
    found = cut_at(cuts, moment)
    if not cuts:
        assert found is None
    elif moment < cuts[-1].end:
        assert found is not None
        assert found.start <= moment < found.end
    else:
        assert found == cuts[-1]


def test_a_clip_is_shown_before_a_panel_and_a_panel_before_a_slate() -> None:
    scenario = film([[3, 4, 5]])
    kinds = {"1__1": Source.CLIP, "1__2": Source.PANEL, "1__3": Source.SLATE}
    cuts = cut_list(scenario, lambda key: status(key, kinds[key]))
    assert [(cut.source, cut.path) for cut in cuts] == [
        (Source.CLIP, "1__1.mp4"),
        (Source.PANEL, "1__2.png"),
        (Source.SLATE, ""),
    ]


def test_a_shot_begins_in_its_file_where_its_part_and_its_trim_say() -> None:
    shot = Shot(key="1__1", id="1", duration=4, trim=Trim(start=1.5))
    scenario = Scenario(scenes=(Scene(id="1", shots=(shot,)),))
    part = ShotStatus("1__1", chosen=Take(1, "scene_1.mp4", start=7.0, seconds=4.0))
    (cut,) = cut_list(scenario, lambda _key: part)
    assert cut.offset == 8.5
    assert cut.seconds == 4
