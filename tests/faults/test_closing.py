"""A film that is closed while its last changes still arrive tells of no mistake."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, told
from tests.support.small_kie import small_kie
from topa_studio.app.making import money_line
from topa_studio.pipeline.job import Kind


def test_a_change_in_the_last_moment_asks_nothing_of_a_closed_record(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Found by a schedule of budgets on a busy machine: the record was closed already when the
    # money line looked at the day.
    monkeypatch.setattr(money_line, "_DELAY", 0.0)

    async def run() -> None:
        async with small_kie() as kie:
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                notices = told(session)
                last = session._production.providers.aclose

                async def late() -> None:
                    session._money._day_when_spent = None
                    session._production.touched.emit(frozenset({(Kind.CLIP, "1__1")}))
                    for _ in range(10):
                        await asyncio.sleep(0)
                    await last()

                monkeypatch.setattr(session._production.providers, "aclose", late)
            assert notices == []

    asyncio.run(run())
