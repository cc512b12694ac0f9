"""Copies of the file: never more than was promised, and never the newest lost."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from topa_studio.document.history.backups import EACH, backups, keep, thinned

NOW = datetime(2025, 6, 1, 12, tzinfo=UTC)
AGES = st.one_of(
    st.integers(0, 3_600),
    st.integers(3_601, 86_400),
    st.integers(0, 604_800),
    st.integers(0, 10**8),
)
LIMITS = (3_600, 86_400, 604_800, 10**9)


@given(st.sets(AGES, max_size=150))
def test_of_each_age_at_most_twenty_stay_and_the_ends_are_among_them(ages: set[int]) -> None:
    times = {NOW - timedelta(seconds=age) for age in ages}
    kept = thinned(times, NOW)
    assert kept <= times
    low = -1
    for high in LIMITS:
        group = {NOW - timedelta(seconds=age) for age in ages if low < age <= high}
        left = kept & group
        assert len(left) == min(len(group), EACH)
        if group:
            assert {min(group), max(group)} <= left
        low = high
    assert thinned(kept, NOW) == kept


def test_many_saves_of_one_hour_leave_copies_of_the_whole_hour(tmp_path: Path) -> None:
    for second in range(0, 3_600, 30):
        keep(tmp_path, f"text {second}".encode(), NOW + timedelta(seconds=second))
    found = backups(tmp_path)
    assert len(found) == EACH
    assert found[0].path.read_bytes() == b"text 3570"
    assert found[-1].path.read_bytes() == b"text 0"
    steps = [a.time - b.time for a, b in pairwise(found)]
    assert max(steps) < timedelta(minutes=10)


def test_the_same_text_is_kept_once_and_other_files_are_left_alone(tmp_path: Path) -> None:
    note = tmp_path / "note.txt"
    note.write_text("mine")
    assert keep(tmp_path, b"a") is not None
    assert keep(tmp_path, b"a") is None
    assert len(backups(tmp_path)) == 1
    assert note.read_text() == "mine"
