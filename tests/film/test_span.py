"""Stretches of the film, and its time code."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.film.span import Reach, Span, span_of, time_code, to_frame
from topa_studio.film.timing import Cut

CUTS = (
    Cut("a", "1.1", 0, 5),
    Cut("b", "1.2", 5, 6),
    Cut("c", "2.1", 11, 4),
)


def test_shot_scene_and_film_around_a_cut() -> None:
    assert span_of(Reach.SHOT, CUTS, 1) == Span(5, 11)
    assert span_of(Reach.SCENE, CUTS, 1) == Span(0, 11)
    assert span_of(Reach.SCENE, CUTS, 2) == Span(11, 15)
    assert span_of(Reach.FILM, CUTS, 2) == Span(0, 15)
    assert span_of(Reach.FILM, (), 0) == Span(0, 0)


def test_time_is_minutes_seconds_and_frames() -> None:
    assert time_code(0, 24) == "0:00.00"
    assert time_code(11 + 8 / 24, 24) == "0:11.08"
    assert time_code(119, 24) == "1:59.00"
    assert time_code(1.5, 23.976) == "0:01.11"


@given(st.integers(0, 200_000), st.sampled_from([24, 25, 30, 60]))
def test_every_frame_keeps_its_number(frame: int, fps: int) -> None:
    assert to_frame(frame / fps, fps) == frame
    minutes, _, rest = time_code(frame / fps, fps).partition(":")
    seconds, _, part = rest.partition(".")
    assert (int(minutes) * 60 + int(seconds)) * fps + int(part) == frame
