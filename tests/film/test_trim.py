"""What a shot uses of its clip, as the user drags it."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.film.timing import frames_of
from topa_studio.film.trim import Used, trim_of, used_of
from topa_studio.model.rate import rate_of
from topa_studio.model.scenario import Shot, Trim

SHOTS = st.builds(
    Shot,
    key=st.just("1__1"),
    id=st.just("1"),
    duration=st.integers(1, 15),
    trim=st.none() | st.builds(Trim, start=st.floats(0, 9), end=st.none() | st.floats(0, 15)),
)


@given(SHOTS, st.integers(0, 400), st.booleans(), st.sampled_from([24, 25, 29.97, 60]))
def test_what_is_written_is_read_as_what_was_dragged(
    shot: Shot, frame: int, begin: bool, fps: float
) -> None:
    rate = rate_of(fps)
    before = used_of(shot, rate, 400)
    used = before.begin_at(frame) if begin else before.end_at(frame)
    assert used.frames >= 1
    said = trim_of(used, shot, rate)
    trim = None if said is None else Trim(said["in"], said["out"])
    again = replace(shot, trim=trim)
    assert used_of(again, rate, 400) == used
    assert frames_of(again, rate) == used.frames


def test_an_end_never_lies_behind_the_clip_and_the_other_end_stays() -> None:
    assert Used(10, 120, 100).end_at(500) == Used(10, 100, 100)
    assert Used(10, 120).end_at(500) == Used(10, 501)
    assert Used(10, 50, 100).begin_at(200) == Used(49, 50, 100)
    assert Used(10, 50, 100).begin_at(-3) == Used(0, 50, 100)


def test_the_whole_of_a_shot_says_nothing() -> None:
    shot = Shot("1__1", "1", duration=5, trim=Trim(1, 3))
    assert trim_of(Used(0, 120), shot, rate_of(24)) is None
    assert trim_of(Used(24, 72), shot, rate_of(24)) == {"in": 1.0, "out": 3.0}
