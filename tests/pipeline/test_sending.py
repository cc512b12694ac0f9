"""From a press on Generate to the file: what each answer of the service means for the user."""

from __future__ import annotations

import asyncio
import time
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, told
from tests.support.scripted_service import drop, json
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.model.status import Consent, ShotStatus, Stage
from topa_studio.model.wish import clips
from topa_studio.pipeline.job import State


def no(code: int, words: str) -> object:
    return json({"code": code, "msg": words, "data": None})


def why(status: ShotStatus) -> str:
    """The reason on the card."""
    assert status.trouble is not None
    return say(status.trouble.code, status.trouble.params)


def sent(kie: SmallKie) -> int:
    """How often a paid request arrived, whatever came of it."""
    return kie.service.paths().count(CREATE)


def test_a_shot_is_made_once_and_then_there_is_nothing_to_do(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment()) as session:
                await session.make(clips(*session.missing()))
                assert [session.shot(key).stage for key in ("1__1", "1__2")] == [Stage.MADE] * 2
                assert session.missing() == ()
            for key in ("1__1", "1__2"):
                clip = tmp_path / "output" / "film" / "shots" / f"{key}.mp4"
                assert clip.read_bytes() == kie.clip
            async with opened(film, kie.environment()) as again:
                assert again.shot("1__2").stage is Stage.MADE
                await again.make(clips(*again.missing()))
            assert sent(kie) == 2

    asyncio.run(run())


def test_generate_again_makes_a_second_take_and_keeps_the_first(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path), kie.environment()) as session,
        ):
            await session.make(clips("1__1"))
            first, kie.clip = kie.clip, kie.clip + b"\0\0\0\x08free"
            await session.make(clips("1__1"), consent=Consent(same=True))
            takes = session.shot("1__1").takes
            assert [take.number for take in takes] == [1, 2]
            assert session.path(takes[0].path).read_bytes() == first
            assert session.path(takes[1].path).read_bytes() == kie.clip
            assert session.shot("1__1").chosen == takes[1]

    asyncio.run(run())


def test_two_presses_are_one_request(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path), kie.environment()) as session,
        ):
            await asyncio.gather(session.make(clips("1__1")), session.make(clips("1__1")))
            assert sent(kie) == 1

    asyncio.run(run())


def test_no_credits_stop_a_command_at_once(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [no(402, "Credits insufficient")] * 9  # type: ignore[list-item]
            film = plain_film(tmp_path, 4)
            how = {"unattended": True, "slots": 1}
            async with opened(film, kie.environment(), **how) as session:
                await session.make(clips(*session.missing()))
                assert sent(kie) == 1
                for shot in session.document.scenario.shots():
                    assert session.shot(shot.key).stage is Stage.FAILED
                    assert "Not enough credits" in why(session.shot(shot.key))

    asyncio.run(run())


def test_no_credits_pause_the_window_and_continue_goes_on(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [no(402, "Credits insufficient")]  # type: ignore[list-item]
            film = plain_film(tmp_path, 3)
            async with opened(film, kie.environment(), slots=1) as session:
                notices = told(session)
                making = asyncio.create_task(session.make(clips(*session.missing())))
                await kie.until("createTask")
                await until(lambda: session.paused and bool(notices))
                assert sent(kie) == 1
                assert [notice.code for notice in notices] == ["provider.no-credits"]
                assert session.shot("1__1").stage is Stage.FAILED
                assert session.shot("1__2").stage is Stage.IN_LINE
                session.resume()
                await making
                assert session.shot("1__2").stage is Stage.MADE
                assert session.shot("1__3").stage is Stage.MADE
                assert session.missing() == ("1__1",)

    asyncio.run(run())


def test_a_refused_request_fails_its_own_shot_with_the_services_words(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [no(422, "The prompt is too rude")]  # type: ignore[list-item]
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment(), slots=1) as session:
                await session.make(clips(*session.missing()))
                assert session.shot("1__1").stage is Stage.FAILED
                assert "The prompt is too rude" in why(session.shot("1__1"))
                assert session.shot("1__2").stage is Stage.MADE
                assert not session.paused
            async with opened(film, kie.environment()) as again:
                assert "The prompt is too rude" in why(again.shot("1__1"))

    asyncio.run(run())


def test_a_lost_answer_waits_for_the_user_and_is_never_sent_again_by_itself(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [drop()]
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.NEEDS_YOU
                await session.make(clips("1__1"))
                assert sent(kie) == 1
                assert session.money().spent == 3 * 14
            async with opened(film, kie.environment(), unattended=True) as again:
                assert again.shot("1__1").stage is Stage.NEEDS_YOU
                await again.make(clips(*again.missing()))
                assert again.shot("1__1").stage is Stage.NEEDS_YOU
                assert "no clear answer came" in why(again.shot("1__1"))
                assert sent(kie) == 1
                await again.make(clips("1__1"), consent=Consent(unknown=True))
                assert again.shot("1__1").stage is Stage.MADE
                assert sent(kie) == 2

    asyncio.run(run())


def test_too_many_requests_wait_as_long_as_the_service_asks(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            busy = json({"code": 429, "msg": "Too fast"}, Retry_After="0.6")
            kie.creates = [busy]
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                began = time.monotonic()
                await session.make(clips("1__1"))
                assert time.monotonic() - began >= 0.6
                assert session.shot("1__1").stage is Stage.MADE
                assert sent(kie) == 2
                assert len(kie.accepted) == 1

    asyncio.run(run())


def intents(session: ProjectSession) -> int:
    """How many jobs are written down, and not sent."""
    return sum(job.state is State.INTENT for job in session.jobs.listing())


def test_a_request_that_never_left_is_sent_again_until_the_network_is_back(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            environment = kie.environment()
            environment["KIE_BASE_URL"] = "http://127.0.0.1:1"
            async with opened(plain_film(tmp_path), environment) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await until(lambda: intents(session) == 1)
                await asyncio.sleep(0.5)
                assert intents(session) == 1
                assert session.shot("1__1").stage is Stage.IN_LINE
                assert session.money().spent == 0
                session.jobs.cancel_waiting("clip", "1__1")
                await making
            async with opened(plain_film(tmp_path), kie.environment()) as again:
                assert again.shot("1__1").stage is Stage.NOT_MADE
                await again.make(clips("1__1"))
                assert again.shot("1__1").stage is Stage.MADE
            assert sent(kie) == 1

    asyncio.run(run())


def test_without_a_key_nothing_is_sent(tmp_path: Path) -> None:
    async def run() -> None:
        environment = {"KIE_BASE_URL": "https://kie.invalid"}
        async with opened(plain_film(tmp_path), environment) as session:
            with pytest.raises(ProjectError, match="There is no KIE key"):
                await session.make(clips("1__1"))
            assert session.shot("1__1").stage is Stage.NOT_MADE
            assert session.money().spent == 0

    asyncio.run(run())
