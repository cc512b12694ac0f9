"""Progress never runs back, and never says "done" by itself."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.model.status import Stage
from topa_studio.pipeline.progress import progress, usual_range, usual_seconds

TIMES = st.floats(-10, 1e7)
USUAL = st.floats(0.0, 1e5)
_WAY = [Stage.NOT_MADE, Stage.SENDING, Stage.IN_LINE, Stage.DRAWING, Stage.DOWNLOADING, Stage.MADE]


@given(TIMES, TIMES, USUAL)
def test_more_time_is_never_less_progress_and_time_alone_is_never_the_end(
    one: float, two: float, usual: float
) -> None:
    early, late = sorted((one, two))
    for stage in Stage:
        before, after = progress(stage, early, usual), progress(stage, late, usual)
        assert 0 <= before <= after
        assert after < 1 or stage is Stage.MADE


@given(TIMES, USUAL, st.floats(0, 1))
def test_each_stage_stands_further_than_the_one_before(
    elapsed: float, usual: float, share: float
) -> None:
    shares = [progress(stage, elapsed, usual, share) for stage in _WAY]
    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1


@given(st.floats(-1, 2), st.floats(-1, 2))
def test_a_download_shows_the_real_share_of_bytes(one: float, two: float) -> None:
    few, many = sorted((one, two))
    assert progress(Stage.DOWNLOADING, 0, 1, few) <= progress(Stage.DOWNLOADING, 0, 1, many)
    assert progress(Stage.DOWNLOADING, 0, 1, 0.0) < progress(Stage.DOWNLOADING, 0, 1, 0.5) < 1


def test_drawing_moves_visibly_within_its_usual_time() -> None:
    shown = [progress(Stage.DRAWING, seconds, 100.0) for seconds in (0, 25, 50, 100)]
    assert shown[0] < 0.15
    assert shown[3] > 0.7
    assert all(later - sooner > 0.1 for sooner, later in pairwise(shown))


def test_the_usual_time_is_learned_from_what_was_made() -> None:
    assert usual_seconds([], 150.0) == 150.0
    assert usual_seconds([10.0, 20.0, 600.0], 150.0) == 20.0
    assert usual_range([10.0, 20.0, 30.0]) is None
    assert usual_range([90.0, 10.0, 30.0, 20.0]) == (20.0, 90.0)
