"""How long the queue still takes, and in which order its lines stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.model.status import Stage
from topa_studio.ui.queue.lines import Line, Sort
from topa_studio.ui.queue.time_left import time_left

USUAL = (100.0, 140.0)


def line(sort: Sort, since: float = 0.0) -> Line:
    return Line(sort, 1, "clip", "1__1", "1.1 A kite", Stage.DRAWING, since=since)


def test_nothing_is_said_where_nobody_knows() -> None:
    assert time_left([line(Sort.RUNS)], None, 10.0) is None
    assert time_left([], USUAL, 10.0) is None
    assert time_left([line(Sort.WAITS), line(Sort.NEEDS_YOU)], USUAL, 10.0) is None


def test_one_that_runs_takes_what_is_left_of_the_usual_time() -> None:
    assert time_left([line(Sort.RUNS, since=90.0)], USUAL, 100.0) == 110.0
    assert time_left([line(Sort.RUNS, since=0.0)], USUAL, 500.0) == 12.0


def test_what_waits_follows_on_the_slots_that_run() -> None:
    two = [line(Sort.RUNS, since=100.0), line(Sort.RUNS, since=100.0)]
    assert time_left([*two, *[line(Sort.WAITS)] * 4], USUAL, 100.0) == 360.0
    assert time_left([*two, line(Sort.FAILED), line(Sort.NEEDS_YOU)], USUAL, 100.0) == 120.0


@given(st.integers(1, 9), st.integers(0, 50), st.floats(0, 300))
def test_more_in_line_never_takes_less_time(runs: int, waits: int, gone: float) -> None:
    running = [line(Sort.RUNS, since=0.0)] * runs
    some = time_left([*running, *[line(Sort.WAITS)] * waits], USUAL, gone)
    more = time_left([*running, *[line(Sort.WAITS)] * (waits + 1)], USUAL, gone)
    assert some is not None
    assert more is not None
    assert 0 < some <= more
