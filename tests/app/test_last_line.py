"""What waited unsent at the end is offered at the next start; none of it is ever sent by itself."""

from __future__ import annotations

import asyncio
import os
import sys
from pathlib import Path

import pytest

from tests.support.line_worker import kept
from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import Wish, clips, panels, reference_images

ALL = [f"1__{number}" for number in range(1, 5)]


def sent(kie: SmallKie) -> int:
    return kie.service.paths().count(CREATE)


async def left_waiting(film: Path, kie: SmallKie) -> None:
    """Press for all shots while nothing is sent, then end."""
    async with opened(film, kie.environment()) as session:
        session.pause()
        session.press(clips(*ALL))
        await kept(session, 4)
    assert sent(kie) == 0


def test_what_waited_is_offered_at_the_next_start_and_nothing_of_it_is_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 4)
            await left_waiting(film, kie)
            for _ in range(2):
                async with opened(film, kie.environment()) as session:
                    await session.collect()
                    assert session.last_line.offered() == clips(*ALL)
                    assert session.queue() == ()
                    assert session.shot(ALL[0]).stage is Stage.NOT_MADE
            assert sent(kie) == 0

    asyncio.run(run())


def test_what_goes_on_is_offered_no_more_and_is_sent_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 4)
            await left_waiting(film, kie)
            async with opened(film, kie.environment()) as session:
                await session.make(session.last_line.offered())
                assert session.last_line.offered() == ()
            assert sent(kie) == 4
            async with opened(film, kie.environment()) as session:
                assert session.last_line.offered() == ()

    asyncio.run(run())


def test_what_is_cleared_or_cancelled_is_gone_for_good(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 4)
            await left_waiting(film, kie)
            async with opened(film, kie.environment()) as session:
                await session.last_line.clear()
                session.pause()
                session.press(clips(*ALL))
                await kept(session, 4)
                session.jobs.cancel_all()
                await kept(session, 0)
            async with opened(film, kie.environment()) as session:
                assert session.last_line.offered() == ()
            assert sent(kie) == 0

    asyncio.run(run())


def test_shots_made_changed_accepted_or_deleted_meanwhile_are_left_out(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 4)
            await left_waiting(film, kie)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                await session.edit("x", [SetField(ShotTarget("1__2"), "prompt", "Other words.")])
                await session.edit("x", [SetField(ShotTarget("1__3"), "locked", True)])
                assert session.last_line.offered() == clips("1__4")
                await session.undo()
                assert session.last_line.offered() == clips("1__3", "1__4")
                await session.redo()
            text = film.read_text(encoding="utf-8")
            film.write_text(text.replace("number 4.", "number 40."), encoding="utf-8")
            async with opened(film, kie.environment()) as session:
                assert session.last_line.offered() == ()

    asyncio.run(run())


def test_what_was_sent_is_collected_and_only_the_rest_is_offered(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 4)
            async with opened(film, kie.environment(), slots=2) as session:
                kie.hold()
                session.press(clips(*ALL))
                await until(lambda: len(session.jobs.on_the_way()) == 2)
                await kept(session, 2)
            kie.finish()
            async with opened(film, kie.environment()) as session:
                await session.collect()
                made = [key for key in ALL if session.shot(key).stage is Stage.MADE]
                assert len(made) == 2
                assert set(session.last_line.offered()) == set(clips(*ALL)) - set(clips(*made))
            assert sent(kie) == 2

    asyncio.run(run())


@pytest.mark.parametrize("wish", [*clips("1__1"), *panels("1__1"), *reference_images("Topa")])
def test_pictures_in_line_are_offered_with_their_shot_or_alone(tmp_path: Path, wish: Wish) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                session.pause()
                session.press([wish])
                await until(lambda: wish.subject in session.last_line.unsent())
            async with opened(film, kie.environment()) as session:
                assert session.last_line.offered() == (wish,)
            assert sent(kie) == 0

    asyncio.run(run())


def test_a_kill_loses_nothing_of_the_line(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 4)
            worker = await asyncio.create_subprocess_exec(
                *(sys.executable, "-m", "tests.support.line_worker", str(film), *ALL),
                env={**os.environ, **kie.environment()},
                stdout=asyncio.subprocess.PIPE,
            )
            assert worker.stdout is not None
            async with asyncio.timeout(120):
                assert await worker.stdout.readline() == b"kept\n"
            worker.kill()
            await worker.wait()
            async with opened(film, kie.environment()) as session:
                assert session.last_line.offered() == clips(*ALL)
            assert sent(kie) == 0

    asyncio.run(run())
