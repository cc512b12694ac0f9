"""A disk that takes nothing at the worst moment: no money is lost, and what is told is true."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tests.support.open_film import opened, plain_film, told
from tests.support.scripted_service import drop
from tests.support.small_kie import CREATE, small_kie, until
from topa_studio.base.words import say
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips


@contextmanager
def full_for(home: Path, state: str) -> Iterator[None]:
    """While this holds, the real database does not take a job's step to `state`."""
    path = home / "output" / ".topa" / "state.db"
    with closing(sqlite3.connect(path)) as db:
        db.execute(
            f"CREATE TRIGGER full BEFORE UPDATE ON job WHEN NEW.state = '{state}'"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )
    yield
    with closing(sqlite3.connect(path)) as db:
        db.execute("DROP TRIGGER full")


def test_a_task_id_the_disk_does_not_take_is_kept_apart_shown_and_collected(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment(), slots=1) as session:
                notices = told(session)
                with full_for(tmp_path, "submitted"):
                    making = asyncio.create_task(session.make(clips("1__1", "1__2")))
                    await until(lambda: session.shot("1__1").stage is Stage.MADE)
                (notice,) = notices
                assert "task-1" in say(notice.code, notice.params)
                assert "disk is full" in say(notice.code, notice.params)
                assert "ids.reserve" in say(notice.code, notice.params)
                assert session.paused
                assert kie.service.paths().count(CREATE) == 1
                session.resume()
                await making
                assert session.shot("1__2").stage is Stage.MADE
            async with opened(film, kie.environment()) as again:
                assert again.missing() == ()
            assert len(kie.accepted) == 2

    asyncio.run(run())


def test_a_disk_that_takes_nothing_before_the_sending_sends_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path), kie.environment()) as session,
        ):
            with full_for(tmp_path, "sending"):
                await session.make(clips("1__1"))
            status = session.shot("1__1")
            assert status.stage is Stage.FAILED
            assert status.trouble is not None
            assert "disk is full" in say(status.trouble.code, status.trouble.params)
            assert session.queue() == ()
            assert kie.service.paths().count(CREATE) == 0
            await session.make(clips("1__1"))
            assert session.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_a_lost_answer_needs_the_user_also_where_the_disk_does_not_take_it(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [drop()]
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                with full_for(tmp_path, "unknown"):
                    await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.NEEDS_YOU
            async with opened(film, kie.environment()) as again:
                assert again.shot("1__1").stage is Stage.NEEDS_YOU

    asyncio.run(run())


def test_a_result_the_disk_does_not_take_is_told_and_fetched_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path), kie.environment()) as session,
        ):
            takes = tmp_path / "output" / "film" / "takes"
            takes.parent.mkdir(parents=True, exist_ok=True)
            takes.write_text("a file where a folder should be", encoding="utf-8")
            await session.make(clips("1__1"))
            status = session.shot("1__1")
            assert status.stage is Stage.FAILED
            assert status.trouble is not None
            assert "made and paid for" in say(status.trouble.code, status.trouble.params)
            takes.unlink()
            await session.make(clips(*session.missing()))
            assert session.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())
