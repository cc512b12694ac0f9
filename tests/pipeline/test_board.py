"""What the board tells of all jobs is what each job says."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.support.jobs import job
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.job import OPEN, State, Wish

_STEPS = st.lists(st.tuples(st.integers(1, 6), st.sampled_from(list(State))), max_size=40)


@given(_STEPS, _STEPS)
def test_open_jobs_are_those_whose_end_is_not_known_oldest_first(
    loaded: list[tuple[int, State]], steps: list[tuple[int, State]]
) -> None:
    board = Board()

    board.load([replace(job(state, key=f"1__{n % 2}"), id=n) for n, state in loaded], {})
    for number, state in steps:
        board.put(replace(job(state, key=f"1__{number % 2}"), id=number))
    last = dict([*loaded, *steps])
    expected = sorted(number for number, state in last.items() if state in OPEN)
    assert [one.id for one in board.open_jobs()] == expected


def test_how_long_jobs_take_is_told_by_the_last_ones() -> None:
    board = Board()
    wish = Wish(job().wish.kind, "1__1", 1, "film")
    for number in range(1, 10_001):
        done = replace(job(State.DONE, sent=1.0, finished=1.0 + number), id=number, wish=wish)
        board.put(done)
    durations = board.durations[wish.kind]
    assert len(durations) < 100
    assert durations[-1] == 10_000
