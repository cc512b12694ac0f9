"""Kills, lost answers and many jobs at once never spend more than a budget."""

from __future__ import annotations

import pytest

from tests.support.faults.bench import Bench
from tests.support.faults.budgets import schedule, try_schedule
from tests.support.faults.points import Tally

# One of each kind of budget; two films share the last one's day.
SEEDS = (4, 13, 25, 0)


@pytest.mark.parametrize("seed", SEEDS)
def test_no_schedule_spends_more_than_its_budget(bench: Bench, seed: int) -> None:
    tally = Tally()
    try_schedule(bench, seed, tally)
    assert tally.broken == []


def test_these_schedules_are_of_every_kind() -> None:
    plans = [schedule(seed) for seed in SEEDS]
    assert {(plan.film is None, plan.run is None, plan.together) for plan in plans} == {
        (False, True, False),
        (True, False, False),
        (True, True, False),
        (True, True, True),
    }
