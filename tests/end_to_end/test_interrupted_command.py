"""A command that is stopped tells what it did, and nothing that was there before."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.cli.limits import Limits, make
from topa_studio.cli.report import Report
from topa_studio.model.wish import clips

NOWHERE = "http://127.0.0.1:9"


async def _made_again(
    session: ProjectSession,
    moment: Callable[[], bool],
    then: Callable[[asyncio.Task[object]], None],
) -> None:
    """`run-all --again`, to which something is done at a moment in between."""
    with Report(session):
        work: asyncio.Task[object] = asyncio.create_task(
            make(session, clips("1__1", "1__2"), Limits(again=True))
        )
        await until(moment)
        session.tell_now()
        then(work)
        with suppress(asyncio.CancelledError):
            await work
        await asyncio.sleep(0)


def _ctrl_c(work: asyncio.Task[object]) -> None:
    work.cancel()


def test_made_again_without_a_connection_and_stopped_tells_of_no_made_take(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, 2)
        async with small_kie() as kie:
            here = kie.environment()
            async with opened(film, here) as session:
                await session.make(clips("1__1", "1__2"))
            away = {**here, "KIE_BASE_URL": NOWHERE, "KIE_UPLOAD_URL": NOWHERE}
            async with opened(film, away, unattended=True, slots=1) as offline:
                await _made_again(offline, lambda: offline.jobs.holds is not None, _ctrl_c)
            told = capsys.readouterr().out
            assert "in line" in told
            assert "not made again; the take from before stays" in told
            assert ": made\n" not in told
            async with opened(film, here, unattended=True) as back:
                asked = kie.asked("createTask")
                kie.hold()
                await _made_again(
                    back, lambda: kie.asked("createTask") > asked, lambda _work: kie.finish()
                )
                assert len(back.shot("1__1").takes) == 2
            told = capsys.readouterr().out
            assert told.count(": made\n") == 2
            assert "not made again" not in told

    asyncio.run(run())
