"""Laws of the gate of money: no schedule spends beyond a budget, and all sums agree."""

from __future__ import annotations

from itertools import product
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.support.budget_schedule import Schedule
from tests.support.jobs import job
from topa_studio.model.status import Trouble
from topa_studio.pipeline.job import LEFT, LEFT_FREE, Kind, State, Wish
from topa_studio.pipeline.money.admission import taken
from topa_studio.pipeline.money.budget import charge, credits_of, limit_units, units
from topa_studio.pipeline.state.records import Records

ONE = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(seed=st.integers(0, 2**32))
@ONE
def test_no_schedule_spends_more_than_the_budgets_of_its_moments(
    tmp_path_factory: pytest.TempPathFactory, seed: int
) -> None:
    Schedule(tmp_path_factory.mktemp("films"), seed).run()


def test_the_schedules_try_what_they_should(tmp_path: Path) -> None:
    schedules = [Schedule(tmp_path / str(seed), seed) for seed in range(6)]
    for schedule in schedules:
        schedule.run()
    assert sum(schedule.admitted for schedule in schedules) > 40
    assert sum(schedule.refused for schedule in schedules) > 20
    assert sum(schedule.kills for schedule in schedules) > 8


def test_the_database_and_the_program_count_every_kind_of_job_the_same(tmp_path: Path) -> None:
    notes = (None, Trouble(LEFT), Trouble(LEFT_FREE), Trouble("pipeline.needs-you"))
    amounts = (None, 0.0, 0.0004, 22.5, 135.0)
    records, told = Records(tmp_path / "state.db"), []
    with records.transaction():
        for number, (state, note, estimate, credits) in enumerate(
            product(State, notes, amounts, amounts)
        ):
            wish = Wish(Kind.CLIP, "1__1", 1, f"film {number}")
            one = job(state, wish=wish, trouble=note, estimate=estimate, credits=credits)
            records.add_job(one)
            told.append((one, wish.film))
    for one, film in told:
        assert taken(records, film) == units(charge(one)), one
    records.close()


@given(st.lists(st.integers(1, 99_999), min_size=1, max_size=30))
def test_a_budget_holds_exactly_what_it_was_made_for(thousandths: list[int]) -> None:
    prices = [amount / 1000 for amount in thousandths]
    assert sum(units(price) for price in prices) == sum(thousandths)
    assert sum(units(price) for price in prices) <= limit_units(sum(thousandths) / 1000)


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_rounding_is_never_in_favour_of_spending(cost: float, limit: float) -> None:
    assert credits_of(units(cost)) >= cost - 1e-6
    assert credits_of(limit_units(limit)) <= limit + 1e-6
