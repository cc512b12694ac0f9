"""A task id that is paid for is never lost: reserve, own folder, screen; all read back."""

from __future__ import annotations

import asyncio
import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, told
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.app.user_folder import user_data
from topa_studio.base.words import say
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.pipeline.paid import safe
from topa_studio.pipeline.paid.reserve import SIZE, Reserve


def inside(home: Path) -> Path:
    return home / "output" / ".topa"


def takes_no_id(home: Path) -> None:
    """From now on state.db does not take the step that holds the task id."""
    with closing(sqlite3.connect(inside(home) / "state.db")) as db:
        db.execute(
            "CREATE TRIGGER full BEFORE UPDATE ON job WHEN NEW.state = 'submitted'"
            " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
        )


def takes_all(home: Path) -> None:
    with closing(sqlite3.connect(inside(home) / "state.db")) as db:
        db.execute("DROP TRIGGER full")


async def dies_with_a_full_database(film: Path, kie: SmallKie) -> str:
    """Make a shot whose id the database does not take, and go before its clip is there."""
    kie.hold()
    async with opened(film, kie.environment()) as session:
        notices = told(session)
        takes_no_id(film.parent)
        making = asyncio.create_task(session.make(clips("1__1")))
        await until(lambda: bool(notices))
        making.cancel()
        return say(notices[0].code, notices[0].params)


async def goes_on(film: Path, kie: SmallKie) -> None:
    """The next start: the job is watched, brought home, and nothing is sent again."""
    async with opened(film, kie.environment()) as again:
        assert again.shot("1__1").stage in (Stage.IN_LINE, Stage.DRAWING)
        kie.finish()
        await again.collect()
        assert again.shot("1__1").stage is Stage.MADE
    assert kie.service.paths().count(CREATE) == 1


def test_an_id_the_database_does_not_take_lies_in_the_reserve_and_goes_on(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            sentence = await dies_with_a_full_database(film, kie)
            assert "task-1" in sentence
            assert "ids.reserve" in sentence
            for other in ("paid.log",):
                (inside(tmp_path) / other).unlink()
            shutil.rmtree(user_data(), ignore_errors=True)
            takes_all(tmp_path)
            await goes_on(film, kie)
            assert not (inside(tmp_path) / "ids.reserve").read_bytes().strip()

    asyncio.run(run())


def test_without_a_reserve_the_users_own_folder_keeps_the_id(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            for name in ("ids.reserve", "paid.log"):
                (inside(tmp_path) / name).mkdir(parents=True)
            sentence = await dies_with_a_full_database(film, kie)
            assert str(user_data()) in sentence
            takes_all(tmp_path)
            await goes_on(film, kie)

    asyncio.run(run())


def test_where_no_id_could_be_kept_nothing_is_sent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            (inside(tmp_path) / "ids.reserve").mkdir(parents=True)
            in_the_way = tmp_path / "a file"
            in_the_way.touch()
            monkeypatch.setenv("XDG_DATA_HOME", str(in_the_way))
            monkeypatch.setenv("WIN_PD_OVERRIDE_LOCAL_APPDATA", str(in_the_way))
            monkeypatch.setenv("HOME", str(in_the_way))
            async with opened(film, kie.environment(), unattended=True) as session:
                await session.make(clips("1__1"))
                trouble = session.shot("1__1").trouble
                assert trouble is not None
                assert "Nothing was sent" in say(trouble.code, trouble.params)
            assert kie.service.paths().count(CREATE) == 0

    asyncio.run(run())


def test_a_disk_that_is_nearly_full_pauses_the_queue_until_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            notices = told(session)
            with monkeypatch.context() as patched:
                patched.setattr(safe, "LEAST_FREE", 1 << 62)
                making = asyncio.create_task(session.make(clips("1__1")))
                await until(lambda: session.paused)
            assert [notice.code for notice in notices] == ["pipeline.no-room-for-id"]
            assert session.shot("1__1").stage in (Stage.IN_LINE, Stage.SENDING)
            assert kie.service.paths().count(CREATE) == 0
            session.resume()
            await making
            assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


@pytest.mark.skipif(sys.platform == "win32", reason="its files have no such limit")
@pytest.mark.parametrize("largest", [SIZE, 0])
def test_a_disk_that_is_full_from_the_answer_on(tmp_path: Path, largest: int) -> None:
    """The system itself refuses every byte beyond: of the database's log first, then of all."""

    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            film = plain_film(tmp_path)
            command = [sys.executable, "-m", "tests.support.limited", str(film), str(largest)]
            process = await asyncio.create_subprocess_exec(
                *command,
                env={**os.environ, **kie.environment()},
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            out, err = await process.communicate()
            assert process.returncode == 9, err.decode()
            if largest:
                assert "pipeline.id-kept-apart" in out.decode().split()
                await goes_on(film, kie)
            else:
                assert "pipeline.id-not-stored" in out.decode().split()  # and of the full disk
                assert "task-1" in err.decode()
                async with opened(film, kie.environment()) as again:
                    assert again.shot("1__1").stage is Stage.NEEDS_YOU
            assert kie.service.paths().count(CREATE) == 1

    asyncio.run(run())


def test_an_output_folder_that_vanished_does_not_lose_what_is_paid_for(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("recordInfo")
                making.cancel()
            shutil.rmtree(tmp_path / "output")
            await goes_on(film, kie)

    asyncio.run(run())


def test_the_room_is_really_there_and_holds_many_ids(tmp_path: Path) -> None:
    reserve = Reserve(tmp_path / "ids.reserve")
    reserve.open()
    assert (tmp_path / "ids.reserve").stat().st_size == SIZE
    lines = [f"{number:05d} {'x' * 600}\n".encode() for number in range(100)]
    for line in lines:
        reserve.put(line)
    reserve.close()
    again = Reserve(tmp_path / "ids.reserve")
    assert [found for found in again.read().split(b"\n") if found.strip()] == [
        line.rstrip() for line in lines
    ]
    again.open()
    with pytest.raises(OSError, match="full"):
        again.put(b"x" * SIZE)
    again.clear()
    assert (tmp_path / "ids.reserve").read_bytes() == b" " * SIZE
    again.close()
