"""The record of what was made is damaged between two runs: nothing paid twice, nothing lost."""

from __future__ import annotations

import pytest

from tests.support.faults.bench import Bench
from tests.support.faults.damages import MOMENTS, WAYS, damage_at
from tests.support.faults.points import Tally


@pytest.mark.parametrize("way", WAYS)
def test_a_damaged_record_pays_nothing_twice_and_loses_nothing(bench: Bench, way: str) -> None:
    tally = Tally()
    for moment in (1, 3, len(MOMENTS) - 1):
        damage_at(bench, "one shot", way, moment, 1, tally)
    assert tally.broken == []
