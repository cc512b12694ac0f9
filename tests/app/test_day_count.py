"""The count of the day over all films: damaged or not to be written, the user is told once."""

from __future__ import annotations

import asyncio
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.commands import topa
from tests.support.open_film import opened, plain_film, told
from tests.support.service_process import practice_service
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.app.making.day_budget import write_day_budget
from topa_studio.app.user_folder import user_data
from topa_studio.base.words import say
from topa_studio.model.wish import clips

SHOT = 3 * 14
"""Credits of each shot of the plain film."""


def sent(kie: SmallKie) -> int:
    return kie.service.paths().count(CREATE)


def _spoil_a_page(path: Path) -> None:
    """A file that opens as ever, with a page in the middle that is none."""
    with closing(sqlite3.connect(path)) as ledger:
        row = "INSERT INTO entry VALUES (?, '2001-01-01', 'elsewhere', '', 'held', 1, ?)"
        ledger.executemany(row, [(f"{n:032x}", time.time()) for n in range(2000)])
        ledger.commit()
        ledger.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    data = bytearray(path.read_bytes())
    for page in range(4, len(data) // 1024):
        data[page * 1024 : page * 1024 + 512] = b"\xff" * 512
    path.write_bytes(data)


@pytest.mark.parametrize("whole", [True, False])
def test_a_damaged_count_of_the_day_is_told_once_and_built_anew(
    tmp_path: Path, whole: bool
) -> None:
    async def run() -> None:
        write_day_budget(2 * SHOT)
        async with small_kie() as kie:
            film, ledger = plain_film(tmp_path, 3), user_data() / "spent.db"
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            if whole:
                ledger.write_bytes(b"this is no database" * 100)
            else:
                _spoil_a_page(ledger)
            async with opened(film, kie.environment()) as session:
                notices = told(session)
                await until(lambda: bool(notices))
                (notice,) = notices
                words = say(notice.code, notice.params)
                assert "was damaged. It was built anew" in words
                assert str(ledger) in words
                (kept,) = user_data().glob("spent.db.damaged-*[0-9]")
                assert kept.name in words
                assert await session.spending.spent_today() == SHOT
                await session.make(clips("1__2"))
                await session.make(clips("1__3"))
                assert sent(kie) == 2
                assert notices == [notice]
            async with opened(film, kie.environment()) as again:
                assert not again.spending.untold()

    asyncio.run(run())


def test_a_day_that_cannot_be_counted_is_told_once_while_no_budget_hangs_on_it(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            (user_data() / "spent.db").mkdir(parents=True)
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment()) as session:
                notices = told(session)
                await session.make(clips("1__1", "1__2"))
                session.tell_now()
                (notice,) = notices
                assert "is not counted" in say(notice.code, notice.params)
                assert sent(kie) == 2

    asyncio.run(run())


def test_a_command_tells_of_it_once_on_standard_error(tmp_path: Path) -> None:
    with practice_service(tmp_path) as service:
        film, here = plain_film(tmp_path / "film"), service.environment()
        assert topa("run-all", "-s", film, environment=here).returncode == 0
        (user_data() / "spent.db").write_bytes(b"this is no database" * 100)
        words = "The count of what all films spent today"
        done = topa("run-all", "-s", film, environment=here)
        assert (done.returncode, done.stderr.count(words)) == (0, 1), done.stderr
        assert words not in done.stdout
        assert words not in topa("run-all", "-s", film, environment=here).stderr
