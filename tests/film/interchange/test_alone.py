"""The file that stands for a shot shows, frame by frame, what the film shows there."""

from __future__ import annotations

from contextlib import closing
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from tests.support.numbered import film_of, numbered_clip, squares, told
from topa_studio.film.composition import Composition
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.interchange.alone import plan_alone
from topa_studio.film.interchange.assembling import Facts, Made, supplies
from topa_studio.media.pictures import encoded
from topa_studio.model.scenario import Shot, Transition, Trim
from topa_studio.model.take import Take

SIZE = (128, 72)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    numbered_clip(tmp_path / "a.mp4", 1, 60)
    frame = av.VideoFrame.from_ndarray(squares(3, 7), "rgb24")
    (tmp_path / "still.png").write_bytes(encoded(frame, "png"))
    return tmp_path


def _film() -> Composition:
    shots = [
        Shot("", "", prompt="A pier.", duration=3, trim=Trim(0.5, 2.0)),
        Shot("", "", still="still.png", duration=3, move="in", trim=Trim(0.5, 2.5)),
        Shot("", "", prompt="A slate.", duration=3, transition=Transition("dissolve", 0.5)),
        Shot("", "", prompt="A slate that moves.", duration=3, move="left"),
        Shot("", "", prompt="Too short.", duration=4, trim=Trim(1.0, 4.0)),
    ]
    return film_of(shots, {"s1": Take(1, "a.mp4"), "s5": Take(1, "a.mp4")})


@pytest.mark.usefixtures("qapp")
def test_each_frame_of_it_is_the_films_own(folder: Path) -> None:
    film = _film()
    known = {"a.mp4": Facts(2.5, Fraction(24), SIZE)}
    supply = supplies(film, known)
    assert [one.made for one in supply] == [Made.LINKED, *[Made.RENDERED] * 4]
    with closing(Renderer(film, lambda path: folder / path, SIZE)) as whole:
        for one in supply[1:]:
            plan = plan_alone(film, one, SIZE)
            with closing(Renderer(plan.film, lambda path: folder / path, SIZE)) as alone:
                for inside in range(one.cut.join.frames, one.cut.frames, 7):
                    mine = alone.frame(one.source + inside).to_ndarray()
                    theirs = whole.frame(one.cut.first + inside).to_ndarray()
                    assert np.array_equal(mine, theirs), (one.cut.number, inside)


def test_it_has_the_frames_before_its_trim_and_its_last_one_after_its_end(folder: Path) -> None:
    film = _film()
    held = supplies(film, {"a.mp4": Facts(2.5, Fraction(24), SIZE)})[4]
    assert (held.source, held.frames) == (24, 96)
    plan = plan_alone(film, held, SIZE)
    with closing(Renderer(plan.film, lambda path: folder / path, SIZE)) as alone:
        shown = [told(alone.frame(number)) for number in range(96)]
    assert shown == [(1, min(number, 59)) for number in range(96)]


def test_one_file_of_a_whole_scene_is_cut_where_the_shot_lies() -> None:
    shots = [Shot("", "", duration=2), Shot("", "", duration=2, trim=Trim(0.5, 1.5))]
    takes = {
        "s1": Take(1, "scene.mp4", start=0.0, seconds=2.0),
        "s2": Take(1, "scene.mp4", start=2.0, seconds=2.0),
    }
    film = film_of(shots, takes)
    known = {"scene.mp4": Facts(4.0, Fraction(24), SIZE)}
    first, second = supplies(film, known)
    assert (first.made, first.source, first.zero) == (Made.LINKED, 0, 0)
    assert (second.made, second.source, second.zero) == (Made.LINKED, 60, 48)
    _first, alone = supplies(film, known, collect=True)
    assert (alone.made, alone.source, alone.zero) == (Made.RENDERED, 12, 0)
    (cut,) = plan_alone(film, alone, SIZE).film.cuts
    assert (cut.offset, cut.first, cut.frames) == (2.0, 0, 48)


def test_a_clip_of_another_kind_is_rendered_where_it_is_collected() -> None:
    film = film_of([Shot("", "", duration=2)], {"s1": Take(1, "own.webm")})
    known = {"own.webm": Facts(4.0, Fraction(24), SIZE)}
    assert supplies(film, known)[0].made is Made.LINKED
    assert supplies(film, known, collect=True)[0].made is Made.RENDERED
