"""What cannot be done is said, and leaves nothing behind."""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, told
from tests.support.small_kie import small_kie
from topa_studio.app.opening import Opening, open_film
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.model.wish import clips


def test_a_film_that_cannot_be_opened_leaves_nothing_running(tmp_path: Path) -> None:
    film = plain_film(tmp_path)
    state = tmp_path / "output" / ".topa" / "state.db"
    state.parent.mkdir(parents=True)
    with closing(sqlite3.connect(state)) as db:
        db.executescript("CREATE TABLE job (odd TEXT); PRAGMA user_version=99;")

    async def run() -> None:
        before = set(threading.enumerate())
        with pytest.raises(ProjectError, match="newer Topa Studio"):
            await open_film(film, Opening(), {})
        started = set(threading.enumerate()) - before
        assert [t.name for t in started if t.name.startswith("state")] == []

    asyncio.run(run())
    state.unlink()  # no connection holds the file, which Windows would refuse


@pytest.mark.parametrize("text", ["scenes: [", "just words\n", ""])
def test_generate_on_a_file_that_cannot_be_read_says_why(tmp_path: Path, text: str) -> None:
    film = tmp_path / "film.yaml"
    film.write_text(text, encoding="utf-8")

    async def run() -> None:
        async with opened(film) as session:
            with pytest.raises(ProjectError, match="no shot to work on"):
                await session.make(clips("1__1"))
            notices = told(session)
            session.press(clips("1__1"))
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            assert [notice.code for notice in notices] == ["project.no-shots"]

    asyncio.run(run())


@pytest.mark.parametrize("other", ["Pier", "PIER"])
def test_a_shot_whose_files_another_system_takes_for_anothers_is_not_sent(
    tmp_path: Path, other: str
) -> None:
    film = plain_film(tmp_path, 2)
    text = film.read_text(encoding="utf-8").replace("id: 1\n        p", "id: pier\n        p")
    film.write_text(text.replace("id: 2\n        p", f"id: {other}\n        p"), encoding="utf-8")

    async def run() -> None:
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            first, second = (shot.key for shot in session.document.scenario.shots())
            await session.make(clips(first, second))
            assert session.shot(first).chosen is not None
            trouble = session.shot(second).mistake
            assert trouble is not None
            assert "capital letters" in say(trouble.code, trouble.params)
            assert tuple(session.quote(clips(first, second)).blocked) == clips(second)
            assert len(kie.accepted) == 1

    asyncio.run(run())
