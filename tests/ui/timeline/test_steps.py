"""Where keys lead on the strip: every place is reached, scenes without shots too."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.ui.film.keys import Act
from topa_studio.ui.film.steps import AtRow, AtScene, Stop, target_of
from topa_studio.ui.timeline.layout import Metrics, Strip, block_of

films = st.lists(st.integers(0, 3), min_size=1, max_size=6)


def strip_of(film: list[int]) -> Strip:
    metrics = Metrics()
    return Strip([block_of([5.0] * shots, metrics) for shots in film], metrics)


def stops_of(strip: Strip) -> list[Stop]:
    found: list[Stop] = []
    for scene in range(strip.scenes):
        rows = strip.rows_of(scene)
        found += [AtRow(row) for row in rows] if rows else [AtScene(scene)]
    return found


@given(films)
def test_right_goes_through_every_card_and_empty_scene_and_left_all_the_way_back(
    film: list[int],
) -> None:
    strip = strip_of(film)
    stops = stops_of(strip)
    for act, order in ((Act.FORWARD, stops), (Act.BACK, stops[::-1])):
        for here, there in pairwise(order):
            assert target_of(strip, act, here, rows_only=False) == there
        last = target_of(strip, act, order[-1], rows_only=False)
        assert last in (None, order[-1])
    assert target_of(strip, Act.FIRST, stops[-1], rows_only=False) == stops[0]
    assert target_of(strip, Act.LAST, stops[0], rows_only=False) == stops[-1]
    assert target_of(strip, Act.BACK, None, rows_only=False) == stops[0]


@given(films)
def test_down_goes_through_every_scene(film: list[int]) -> None:
    strip = strip_of(film)
    here: Stop | None = stops_of(strip)[0]
    for scene in range(1, strip.scenes):
        here = target_of(strip, Act.SCENE_FORWARD, here, rows_only=False)
        rows = strip.rows_of(scene)
        assert here == (AtRow(rows.start) if rows else AtScene(scene))


@given(films)
def test_a_selection_is_extended_over_cards_only(film: list[int]) -> None:
    strip = strip_of(film)
    for act in (Act.FORWARD, Act.BACK, Act.FIRST, Act.LAST, Act.SCENE_BACK, Act.SCENE_FORWARD):
        for here in stops_of(strip):
            there = target_of(strip, act, here, rows_only=True)
            assert there is None or isinstance(there, AtRow)


def test_a_chosen_scene_with_shots_is_left_to_its_own_first_card() -> None:
    strip = strip_of([2, 2])
    assert target_of(strip, Act.FORWARD, AtScene(1), rows_only=False) == AtRow(2)
    assert target_of(strip, Act.BACK, AtScene(1), rows_only=False) == AtRow(1)


def test_from_nowhere_the_key_to_the_last_card_leads_to_it() -> None:
    strip = strip_of([2, 2])
    assert target_of(strip, Act.LAST, None, rows_only=False) == AtRow(3)
    assert target_of(strip, Act.FORWARD, None, rows_only=False) == AtRow(0)
