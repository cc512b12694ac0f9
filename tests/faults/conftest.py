"""One service and one warm process for all short fault runs."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.faults.bench import Bench, benches


@pytest.fixture(scope="session")
def bench() -> Iterator[Bench]:
    with benches() as (only,):
        yield only
