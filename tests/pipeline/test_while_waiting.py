"""Between the press and the sending: what the user does meanwhile counts, and nothing slips out."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.scripted_service import json
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.base.words import say
from topa_studio.document.edits import DeleteShot, SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips


def sent(kie: SmallKie) -> int:
    """How often a paid request arrived, whatever came of it."""
    return kie.service.paths().count(CREATE)


def test_the_prompt_that_is_sent_is_the_one_the_film_has_at_that_moment(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment(), slots=1) as session:
                making = asyncio.create_task(session.make(clips("1__1", "1__2")))
                await kie.until("recordInfo")
                words = SetField(ShotTarget("1__2"), "prompt", "Wide shot. A lighthouse.")
                await session.edit("Words", [words])
                kie.finish()
                await making
                assert "A lighthouse" in kie.accepted[1]["input"]["prompt"]
                assert not session.shot("1__2").out_of_date

    asyncio.run(run())


def test_a_request_that_waits_for_the_service_is_not_sent_while_paused(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [json({"code": 429, "msg": "Too fast"}, Retry_After="0.3")]
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("createTask")
                session.pause()
                await asyncio.sleep(1.0)
                assert sent(kie) == 1
                session.resume()
                await making
                assert session.shot("1__1").stage is Stage.MADE
                assert len(kie.accepted) == 1

    asyncio.run(run())


def test_a_paused_request_can_be_taken_back(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [json({"code": 429, "msg": "Too fast"}, Retry_After="0.3")]
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("createTask")
                session.pause()
                await asyncio.sleep(0.6)
                session.jobs.cancel_waiting("clip", "1__1")
                await making
                await until(lambda: session.queue() == ())
                session.resume()
                await asyncio.sleep(0.3)
                assert session.shot("1__1").stage is Stage.NOT_MADE
                assert sent(kie) == 1

    asyncio.run(run())


def test_no_credits_stop_what_already_waits_to_be_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            busy = json({"code": 429, "msg": "Too fast"}, Retry_After="0.5")
            kie.creates = [busy, json({"code": 402, "msg": "Credits insufficient"})]
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment(), unattended=True, slots=2) as session:
                await session.make(clips(*session.missing()))
                assert sent(kie) == 2
                assert kie.accepted == []
                for key in ("1__1", "1__2"):
                    status = session.shot(key)
                    assert status.stage is Stage.FAILED
                    assert status.trouble is not None
                    assert "credits" in say(status.trouble.code, status.trouble.params)

    asyncio.run(run())


def test_a_stopped_element_tells_its_shot_why_it_was_not_made(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("recordInfo")
                session.jobs.cancel_waiting("view", "Topa")
                await making
                status = session.shot("1__1")
                assert status.stage is Stage.FAILED
                assert status.trouble is not None
                assert "Topa" in say(status.trouble.code, status.trouble.params)

    asyncio.run(run())


def test_a_shot_taken_out_of_the_film_while_it_waits_is_not_sent(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment(), slots=1) as session:
                making = asyncio.create_task(session.make(clips("1__1", "1__2")))
                await kie.until("recordInfo")
                await session.edit("Delete", [DeleteShot("1__1"), DeleteShot("1__2")])
                kie.finish()
                await making
                assert len(kie.accepted) == 1
                await session.undo()
                assert session.shot("1__1").stage is Stage.MADE
                assert session.missing() == ("1__2",)
            assert caplog.records == []

    with caplog.at_level(logging.WARNING):
        asyncio.run(run())
