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
    places = {"write": (2, 7, 12, 15)} if what == "short" else {"file": (4, 40, 76), "sql": (7, 30)}
    for kind, numbers in places.items():
        for at in numbers:
            trouble_at(bench, Point("one shot", kind, what, at, lasting), tally)
    assert tally.broken == []
    assert sum(tally.tried.values()) >= 2


@pytest.mark.parametrize("size", [600, 4096, 40_000] if os.name == "posix" else [])
def test_no_file_can_grow_any_more(bench: Bench, size: int) -> None:
    tally = Tally()
    limit_at(bench, "one shot", size, tally)
    assert tally.broken == []
