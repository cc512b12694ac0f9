"""The way through a film: nothing is left out, and what comes is known before it comes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.support.numbered import film_of
from topa_studio.film.engine.course import Course
from topa_studio.model.scenario import Shot


@given(st.integers(0, 50), st.integers(1, 50), st.sampled_from([1, 2, -1, -2]), st.data())
def test_a_loop_is_never_left_and_meets_all_its_frames(
    first: int, length: int, step: int, data: st.DataObject
) -> None:
    course = Course(step, (first, first + length))
    number = data.draw(st.integers(first, first + length - 1))
    seen = set()
    for _ in range(2 * length + 2):
        seen.add(number)
        number = course.after(number)
        assert first <= number < first + length
    if abs(step) == 1:
        assert seen == set(range(first, first + length))


@given(st.integers(1, 4), st.sampled_from([1, -1]))
def test_each_cut_is_known_before_it_is_on_screen(count: int, step: int) -> None:
    film = film_of([Shot("", "", duration=2)] * count, {})
    course = Course(step)
    number, known = (0 if step > 0 else film.frames - 1), {film.index_at(0 if step > 0 else 10**6)}
    while 0 <= number < film.frames:
        assert film.index_at(number) in known
        coming = course.coming(film, number)
        if coming is not None:
            known.add(film.index_at(coming))
        number = course.after(number)
    assert len(known) == count
