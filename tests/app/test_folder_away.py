"""The film's folder is moved, renamed or unplugged while it is open: a pause, and nothing lost."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, told
from tests.support.small_kie import CREATE, small_kie, until
from topa_studio.app.session import Notice, ProjectSession, SaveState
from topa_studio.base.errors import StudioError
from topa_studio.base.words import say
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips

pytestmark = pytest.mark.skipif(os.name == "nt", reason="an open folder cannot be renamed there")


async def rename(session: ProjectSession, title: str) -> None:
    await session.edit("Edit", [SetField(ShotTarget("1__1"), "title", title)])


def away(notices: list[Notice]) -> list[str]:
    """What is told of a folder that is away."""
    return [say(n.code, n.params) for n in notices if n.code == "project.folder-away"]


def test_an_edit_while_the_folder_is_away_is_saved_when_it_is_back(tmp_path: Path) -> None:
    async def run() -> None:
        home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
        film = plain_film(home, 2)
        async with opened(film) as session:
            notices = told(session)
            await rename(session, "Before")
            await session.save()
            home.rename(elsewhere)
            await rename(session, "While away")
            await until(lambda: bool(away(notices)))
            await until(lambda: session.saving is SaveState.FAILED)
            assert session.paused
            await rename(session, "Still away")
            with pytest.raises(StudioError, match="not there any more"):
                await session.save()
            assert not home.exists()
            assert len(away(notices)) == 1
            elsewhere.rename(home)
            await until(lambda: session.saving is SaveState.SAVED)
            assert "title: Still away" in film.read_text()
            await until(lambda: not session.paused)
            await session.undo()
            await session.undo()
        assert "title: Before" in film.read_text()
        async with opened(film) as again:
            assert again.document.undo_label == "Edit"
            await again.undo()
            assert "title" not in again.document.text.split("scenes:")[1]

    asyncio.run(run())


@pytest.mark.parametrize("pressed", [True, False])
def test_a_pause_of_the_user_outlives_the_folders_absence(tmp_path: Path, pressed: bool) -> None:
    async def run() -> None:
        home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
        async with opened(plain_film(home)) as session:
            notices = told(session)
            if pressed:
                session.pause()
            home.rename(elsewhere)
            await until(lambda: bool(away(notices)))
            elsewhere.rename(home)
            await until(lambda: session.paused is pressed)
            await asyncio.sleep(0.8)
            assert session.paused is pressed

    asyncio.run(run())


@pytest.mark.parametrize("moment", ["before", "asked", "drawn"])
def test_a_shot_that_is_made_meanwhile_comes_home_and_is_paid_once(
    tmp_path: Path, moment: str
) -> None:
    async def run() -> None:
        home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
        film = plain_film(home)
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            kie.hold()
            notices = told(session)
            making = None
            if moment != "before":
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until(CREATE if moment == "asked" else "recordInfo")
            home.rename(elsewhere)
            await until(lambda: bool(away(notices)))
            if making is None:
                with pytest.raises(StudioError, match="cannot be written"):
                    await session.make(clips("1__1"))
                assert kie.service.paths().count(CREATE) == 0
            kie.finish()
            if making is not None:
                await making
                assert session.shot("1__1").stage is not Stage.MADE
            assert not home.exists()
            elsewhere.rename(home)
            await until(lambda: not session.paused)
            if making is None:
                await session.make(clips("1__1"))
            await until(lambda: session.shot("1__1").stage is Stage.MADE)
            assert len(kie.accepted) == 1
            assert session.path(session.shot("1__1").takes[0].path).is_file()

    asyncio.run(run())


def test_a_film_that_is_closed_while_its_folder_is_away_makes_no_new_one(tmp_path: Path) -> None:
    async def run() -> None:
        home, elsewhere = tmp_path / "home", tmp_path / "elsewhere"
        async with opened(plain_film(home)) as session:
            notices = told(session)
            await rename(session, "One")
            home.rename(elsewhere)
        assert not home.exists()
        assert "project.folder-away" in {notice.code for notice in notices}

    asyncio.run(run())


def test_only_the_results_are_away(tmp_path: Path) -> None:
    async def run() -> None:
        home = tmp_path / "home"
        film = plain_film(home)
        async with opened(film) as session:
            notices = told(session)
            (home / "output").rename(tmp_path / "results")
            await until(lambda: bool(away(notices)))
            await rename(session, "One")
            await until(lambda: "title: One" in film.read_text())
            assert not (home / "output").exists()
            assert session.paused
            (tmp_path / "results").rename(home / "output")
            await until(lambda: not session.paused)

    asyncio.run(run())
