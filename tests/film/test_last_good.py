"""A take whose file is lost is not what the film shows: an older one that is there is."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import CREATE, clip_bytes, small_kie, until
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips

ONE_MORE = Consent(same=True)


def deleted(clip: Path) -> None:
    clip.unlink()


def emptied(clip: Path) -> None:
    clip.write_bytes(b"")


def replaced_by_a_folder(clip: Path) -> None:
    clip.unlink()
    clip.mkdir()


def replaced_by_a_dead_link(clip: Path) -> None:
    clip.unlink()
    clip.symlink_to(clip.with_name("nowhere.mp4"))


LOST = [deleted, emptied, replaced_by_a_folder, replaced_by_a_dead_link]


@pytest.mark.parametrize("lose", LOST)
def test_the_film_shows_the_newest_take_that_is_there(
    lose: Callable[[Path], None], tmp_path: Path
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                first, kie.clip = kie.clip, clip_bytes(4)
                await session.make(clips("1__1"), consent=ONE_MORE)
                older, newer = session.shot("1__1").takes
                assert session.cuts()[0].path == newer.path
                lose(session.path(newer.path))
                await until(lambda: session.cuts()[0].path == older.path)
                assert session.path(older.path).read_bytes() == first
            async with opened(film, kie.environment()) as again:
                assert again.cuts()[0].path == older.path
                assert again.shot("1__1").stage is Stage.MADE
            assert kie.service.paths().count(CREATE) == 2

    asyncio.run(run())


@pytest.mark.parametrize("lose", LOST[:2])
def test_a_clip_that_is_lost_comes_home_again_for_nothing(
    lose: Callable[[Path], None], tmp_path: Path
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                (take,) = session.shot("1__1").takes
                lose(session.path(take.path))
                await until(lambda: session.shot("1__1").stage is Stage.MISSING)
                assert session.cuts()[0].path == ""
                assert await session.collect() == 1
                assert session.path(session.cuts()[0].path).read_bytes() == kie.clip
            assert kie.service.paths().count(CREATE) == 1

    asyncio.run(run())
