"""Stretches of the film, its frames and its time code."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.film.span import Reach, Span, span_of, time_code
from topa_studio.film.timing import Cut
from topa_studio.model.rate import frame_of, rate_of, seconds_of

CUTS = (
    Cut("a", "1.1", 0, 5),
    Cut("b", "1.2", 5, 6),
    Cut("c", "2.1", 11, 4),
)
RATES = st.sampled_from([rate_of(fps) for fps in (12, 23.976, 24, 25, 29.97, 30, 50, 59.94, 60)])


def test_shot_scene_and_film_around_a_cut() -> None:
    assert span_of(Reach.SHOT, CUTS, 1) == Span(5, 11)
    assert span_of(Reach.SCENE, CUTS, 1) == Span(0, 11)
    assert span_of(Reach.SCENE, CUTS, 2) == Span(11, 15)
    assert span_of(Reach.FILM, CUTS, 2) == Span(0, 15)
    assert span_of(Reach.FILM, (), 0) == Span(0, 0)


def test_time_is_minutes_seconds_and_frames() -> None:
    assert time_code(0, Fraction(24)) == "0:00.00"
    assert time_code(272, Fraction(24)) == "0:11.08"
    assert time_code(119 * 24, Fraction(24)) == "1:59.00"
    assert time_code(36, rate_of(23.976)) == "0:01.12"


@given(st.integers(0, 200_000), RATES)
def test_every_frame_keeps_its_number(frame: int, rate: Fraction) -> None:
    code = time_code(frame, rate)
    assert time_code(frame + 1, rate) != code
    minutes, _, rest = code.partition(":")
    seconds, _, part = rest.partition(".")
    whole = int(minutes) * 60 + int(seconds)
    assert whole <= frame / rate < whole + 1
    assert 0 <= int(part) < rate + 1


@given(st.integers(0, 200_000), RATES)
def test_a_frame_that_is_written_in_seconds_is_read_as_itself(frame: int, rate: Fraction) -> None:
    assert frame_of(seconds_of(frame, rate), rate) == frame


def test_rates_of_television_are_their_fractions() -> None:
    assert rate_of(23.976) == Fraction(24000, 1001)
    assert rate_of(29.97) == Fraction(30000, 1001)
    assert rate_of(59.94) == Fraction(60000, 1001)
    assert rate_of(12.5) == Fraction(25, 2)
    assert rate_of(0) == rate_of(1e9) == rate_of(float("nan")) == 24
