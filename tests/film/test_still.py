"""What a slate says, and how large a frame of the film is."""

from __future__ import annotations

import pytest

from topa_studio.film.still import Slate, frame_size, slate_of
from topa_studio.film.timing import CutList
from topa_studio.model.scenario import FilmConfig, Scenario, Scene, Shot
from topa_studio.model.status import ShotStatus


def test_a_slate_says_which_shot_it_is_what_happens_and_who_is_in_it() -> None:
    shot = Shot("1__1", "1", "Wide shot.\n@Topa sleeps.", ("Topa",), title="Night")
    scenario = Scenario(scenes=(Scene(id="1", shots=(shot,)),))
    (cut,) = CutList(ShotStatus).of(scenario)
    assert slate_of(scenario, cut) == Slate(
        "1.1", "Night", ("Wide shot.", "@Topa sleeps."), ("Topa",)
    )


@pytest.mark.parametrize(
    ("ratio", "size"),
    [("16:9", (1280, 720)), ("9:16", (720, 1280)), ("1:1", (1280, 1280)), ("wide", (1280, 720))],
)
def test_the_longer_side_of_a_frame_is_the_one_that_is_asked_for(
    ratio: str, size: tuple[int, int]
) -> None:
    assert frame_size(Scenario(film=FilmConfig(aspect_ratio=ratio)), 1280) == size
