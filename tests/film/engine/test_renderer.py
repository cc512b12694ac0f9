"""Every frame of a film is the very frame of its clip that belongs there."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.support.numbered import film_of, numbered_clip, told
from topa_studio.base.errors import MediaError
from topa_studio.film.engine.renderer import Renderer
from topa_studio.media.scaling import Pixels
from topa_studio.model.rate import rate_of
from topa_studio.model.scenario import Ending, FilmConfig, Shot, Transition, Trim
from topa_studio.model.take import Take

CLIPS = {1: (24, 60), 2: (25, 50), 3: (30, 90), 4: (60, 120)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("clips")
    for clip, (rate, frames) in CLIPS.items():
        numbered_clip(made / f"{clip}.mp4", clip, frames, rate=rate)
    return made


TIMES = st.integers(0, 72).map(lambda frames: round(frames / 24, 3))
SHOTS = st.builds(
    Shot,
    key=st.just(""),
    id=st.just(""),
    duration=st.integers(1, 4),
    trim=st.none() | st.builds(Trim, start=TIMES, end=st.none() | TIMES),
)


@given(st.data())
def test_each_frame_of_a_random_film_is_the_frame_of_its_clip(
    folder: Path, data: st.DataObject
) -> None:
    shots = data.draw(st.lists(SHOTS, min_size=1, max_size=4))
    chosen = data.draw(st.lists(st.sampled_from(sorted(CLIPS)), min_size=4, max_size=4))
    fps = data.draw(st.sampled_from([24, 25, 30, 23.976]))
    takes = {f"s{place}": Take(1, f"{clip}.mp4") for place, clip in enumerate(chosen, 1)}
    film = film_of(shots, takes, FilmConfig(fps=fps))
    pixels: Pixels = data.draw(st.sampled_from(["bgra", "yuv420p"]))
    renderer = Renderer(film, lambda path: folder / path, (128, 72), pixels)
    numbers = st.lists(st.integers(0, film.frames - 1), min_size=1, max_size=6)
    for number in data.draw(numbers):
        layer = film.layers(number)[-1]
        clip = chosen[film.index_at(number)]
        rate, frames = CLIPS[clip]
        moment = layer.cut.offset + float(layer.inside / rate_of(fps))
        place = moment * rate
        place += max(0.1, 0.002 * rate)
        assume(abs(place - round(place)) > 0.01)
        wanted = min(int(place), frames - 1)
        assert told(renderer.frame(number)) == (clip, wanted)
    renderer.close()


def test_something_near_a_dissolve_is_the_one_that_is_seen_more_of(folder: Path) -> None:
    shots = [
        Shot("", "", duration=2),
        Shot("", "", duration=2, transition=Transition("dissolve", 1.0)),
    ]
    takes = {"s1": Take(1, "1.mp4"), "s2": Take(1, "3.mp4")}
    film = film_of(shots, takes, FilmConfig(fps=24))
    renderer = Renderer(film, lambda path: folder / path, (128, 72))
    clips = [told(renderer.near(number))[0] for number in (47, 50, 55, 65, 70, 73)]
    assert clips == [1, 1, 1, 3, 3, 3]
    renderer.close()


def test_a_dissolve_mixes_both_and_a_fade_goes_to_black(folder: Path) -> None:
    shots = [
        Shot("", "", duration=2),
        Shot("", "", duration=2, transition=Transition("dissolve", 1.0)),
        Shot("", "", duration=2, transition=Transition("fade", 1.0)),
    ]
    takes = {f"s{place}": Take(1, f"{place}.mp4") for place in (1, 2, 3)}
    film = film_of(shots, takes, FilmConfig(ending=Ending("fade", 0.5)))
    for pixels in ("bgra", "yuv420p"):
        renderer = Renderer(film, lambda path: folder / path, (128, 72), pixels)
        middle = renderer.frame(59).to_ndarray(format="gray").astype(int)
        below = renderer._picture(film.layers(59)[0], rough=False).to_ndarray(format="gray")
        above = renderer._picture(film.layers(59)[1], rough=False).to_ndarray(format="gray")
        share = film.layers(59)[1].opacity
        assert np.abs(middle - (below * (1 - share) + above * share)).max() < 6
        levels = [renderer.frame(number).to_ndarray(format="rgb24").mean() for number in (83, 95)]
        assert levels[0] > 40 > 4 > levels[1]
        assert renderer.frame(film.frames - 1).to_ndarray(format="rgb24").max() <= 3
        renderer.close()


def test_a_broken_file_is_a_slate_and_is_told_once(qapp: object, folder: Path) -> None:
    (folder / "broken.mp4").write_bytes(b"<html>not a clip</html>" * 99)
    heard: list[tuple[str, MediaError]] = []
    film = film_of(
        [Shot("", "", duration=1, title="Broken"), Shot("", "", duration=1)],
        {"s1": Take(1, "broken.mp4"), "s2": Take(1, "1.mp4")},
    )
    renderer = Renderer(
        film, lambda path: folder / path, (128, 72), told=lambda *one: heard.append(one)
    )
    for number in range(film.frames):
        frame = renderer.frame(number)
        assert (frame.width, frame.height) == (128, 72)
    assert [(key, error.code) for key, error in heard] == [("s1", "media.unreadable")]
    assert told(renderer.frame(30)) == (1, 6)
    renderer.close()
