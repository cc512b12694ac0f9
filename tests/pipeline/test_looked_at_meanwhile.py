"""The folder is looked at while an answer is on its way: no task becomes two jobs."""

from __future__ import annotations

import asyncio
import threading
from pathlib import Path
from typing import Any

import pytest

from tests.support.jobs import film, job, layout, shot, till
from topa_studio.pipeline import till as till_module
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.folder.element_status import write_status_files
from topa_studio.pipeline.job import State
from topa_studio.pipeline.money.budget import Press
from topa_studio.pipeline.paid.intake import take_in


def test_a_task_that_stands_in_the_status_file_first_stays_the_job_that_made_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else its own answer counts as another's: "needs you", and all that waits for it fails."""
    written = threading.Event()

    def later(*given: Any) -> None:
        written.wait(60)
        take_in(*given)

    monkeypatch.setattr(till_module, "take_in", later)

    async def run() -> None:
        places, board, scenario = layout(tmp_path), Board(), film(shot())
        places.output.mkdir()
        open_till = till(places, board)
        await open_till.open(scenario)
        try:
            sent = await open_till.admit(job(), Press("p"))
            sent = await open_till.step(sent.to(State.SENDING, sent=1.0))
            looks = asyncio.create_task(open_till.take_in(scenario))
            await asyncio.sleep(0)
            settles = asyncio.create_task(open_till.settled(sent.to(State.SUBMITTED, task_id="t1")))
            await asyncio.sleep(0)
            await asyncio.to_thread(write_status_files, scenario, board, places)
            assert '"t1"' in places.status.read_text(encoding="utf-8")
            written.set()
            await looks
            assert await settles is None  # raised OutcomeUnknown
            jobs = await open_till.kept.jobs()
            assert [(each.id, each.task_id) for each in jobs] == [(sent.id, "t1")]
        finally:
            written.set()
            await open_till.close()

    asyncio.run(run())
