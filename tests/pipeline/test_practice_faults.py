"""The same flows against the practice service, which strikes by its own rules."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.service_process import Practice, practice_service
from topa_studio.base.words import say
from topa_studio.media.probe import probe
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips

CREATE = "/api/v1/jobs/createTask"
CLIP = "kling-3.0/video"


def faults(folder: Path, *rules: dict[str, Any]) -> list[str]:
    path = folder / "faults.yaml"
    path.write_text(json.dumps(rules))
    return ["--faults", str(path)]


def models(service: Practice) -> list[str]:
    return [event["model"] for event in service.events("created")]


def test_pictures_then_panel_then_clip_and_no_wish_twice(tmp_path: Path) -> None:
    async def run() -> None:
        with practice_service(tmp_path) as service:
            film = one_element_film(tmp_path / "film")
            for _ in range(2):
                async with opened(film, service.environment()) as session:
                    await session.make(clips(*session.missing()))
                    assert session.shot("1__1").stage is Stage.MADE
            assert models(service) == ["nano-banana-2-1"] * 3 + [CLIP]
            second_view, panel, clip = (e["input"] for e in service.events("created")[1:])
            assert len(second_view["image_input"]) == 1
            assert len(panel["image_input"]) == 1
            assert len(clip["image_urls"]) == 1
            assert clip["kling_elements"][0]["name"] == "topa"
            made = probe(film.parent / "output" / "film" / "shots" / "1__1.mp4")
            assert abs(made.seconds - 3) < 0.2
            assert (made.width, made.height, made.has_sound) == (1280, 720, False)

    asyncio.run(run())


def test_a_lost_reply_of_a_create_that_was_charged_is_not_paid_again(tmp_path: Path) -> None:
    async def run() -> None:
        rule = {"path": CREATE, "nth": 1, "action": "drop_reply"}
        with practice_service(tmp_path, *faults(tmp_path, rule)) as service:
            film = plain_film(tmp_path / "film")
            for _ in range(2):
                async with opened(film, service.environment(), unattended=True) as session:
                    await session.make(clips(*session.missing()))
                    assert session.shot("1__1").stage is Stage.NEEDS_YOU
                    assert models(service) == [CLIP]
            async with opened(film, service.environment()) as session:
                await session.make(clips("1__1"), consent=Consent(unknown=True))
                assert session.shot("1__1").stage is Stage.MADE
            assert models(service) == [CLIP, CLIP]

    asyncio.run(run())


def test_trouble_on_every_way_but_the_create_costs_only_time(tmp_path: Path) -> None:
    async def run() -> None:
        rules = (
            {"path": "/api/v1/jobs/recordInfo", "nth": 1, "action": "html"},
            {"path": "/api/v1/jobs/recordInfo", "nth": 2, "action": "reset"},
            {"path": "/results", "nth": 1, "action": "truncate", "bytes": 2000},
            {"path": "/results", "nth": 2, "action": "html"},
        )
        with practice_service(tmp_path, *faults(tmp_path, *rules)) as service:
            film = plain_film(tmp_path / "film")
            async with opened(film, service.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                async with asyncio.timeout(300):
                    await making
                assert session.shot("1__1").stage is Stage.MADE
                assert session.shot("1__1").chosen is not None
            assert models(service) == [CLIP]

    asyncio.run(run())


def test_a_failed_task_is_told_and_its_credits_are_back(tmp_path: Path) -> None:
    async def run() -> None:
        words = "Content policy violation"
        rule = {"path": CREATE, "nth": 1, "action": "fail", "code": 501, "message": words}
        with practice_service(tmp_path, *faults(tmp_path, rule)) as service:
            film = plain_film(tmp_path / "film", 2)
            async with opened(film, service.environment(), slots=1) as session:
                await session.make(clips(*session.missing()))
                failed = session.shot("1__1")
                assert failed.stage is Stage.FAILED
                assert failed.trouble is not None
                assert words in say(failed.trouble.code, failed.trouble.params)
                assert session.shot("1__2").stage is Stage.MADE
                assert session.money().spent == 3 * 14

    asyncio.run(run())


def test_an_empty_account_ends_a_command_with_what_could_be_made(tmp_path: Path) -> None:
    async def run() -> None:
        with practice_service(tmp_path, "--credits", "50") as service:
            film = plain_film(tmp_path / "film", 3)
            how = {"unattended": True, "slots": 1}
            async with opened(film, service.environment(), **how) as session:
                await session.make(clips(*session.missing()))
                stages = [session.shot(f"1__{n}").stage for n in (1, 2, 3)]
                assert stages == [Stage.MADE, Stage.FAILED, Stage.FAILED]
            assert len(service.events("created")) == 1
            assert len(service.events("refused")) == 1

    asyncio.run(run())
