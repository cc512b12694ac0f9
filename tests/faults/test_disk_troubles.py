"""One operation of the disk fails, once or from then on: told in words, nothing paid twice."""

from __future__ import annotations

import os

import pytest

from tests.support.faults.bench import Bench
from tests.support.faults.points import TROUBLES, Point, Tally, limit_at, trouble_at


@pytest.mark.parametrize("lasting", [False, True], ids=["once", "lasting"])
@pytest.mark.parametrize("what", TROUBLES)
def test_a_disk_that_fails_anywhere_is_survived(bench: Bench, what: str, lasting: bool) -> None:
    tally = Tally()
    kind = "write" if what == "short" else "file"
    # Fewer operations write or open a file, so more places are looked at for these.
    for at in range(6, 120, 3 if what in ("short", "EMFILE") else 17):
        if sum(tally.tried.values()) < 2:
            trouble_at(bench, Point("one shot", kind, what, at, lasting), tally)
    assert tally.broken == []
    assert sum(tally.tried.values()) == 2


@pytest.mark.parametrize("what", ["ENOSPC", "EIO"])
def test_a_record_that_takes_nothing_is_survived(bench: Bench, what: str) -> None:
    tally = Tally()
    for at in (14, 46):
        trouble_at(bench, Point("one shot", "sql", what, at, lasting=True), tally)
    assert tally.broken == []


@pytest.mark.parametrize("size", [600, 4096, 40_000] if os.name == "posix" else [])
def test_no_file_can_grow_any_more(bench: Bench, size: int) -> None:
    tally = Tally()
    limit_at(bench, "one shot", size, tally)
    assert tally.broken == []
