"""The harnesses are tried on mistakes put in on purpose: each must be caught."""

from __future__ import annotations

import pytest

from tests.support.faults.bench import Bench
from tests.support.faults.catch import HARNESSES, met
from tests.support.faults.planted import PLANTED


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_bug_is_caught(bench: Bench, name: str) -> None:
    assert met(bench, name).broken


QUICK = ["retry on 5xx", "POST in library retry", "trust 200 on Range", "no lock", "headers in log"]


@pytest.mark.parametrize("name", QUICK)
def test_without_the_bug_its_harness_finds_nothing(bench: Bench, name: str) -> None:
    assert met(bench, name, planted=False).broken == []


def test_every_bug_has_its_harness() -> None:
    assert HARNESSES.keys() == PLANTED.keys()
