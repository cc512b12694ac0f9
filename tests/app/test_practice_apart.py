"""Practice and the real service never meet: other folders, another key, other uploads."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.support.kie_client import CLIP, CREATE, CREDIT, nothing
from tests.support.old_folder import hashes
from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.scripted_service import ScriptedService, json
from tests.support.service_process import ledger_lines
from tests.support.small_kie import small_kie
from topa_studio.app.making.practice_process import Endpoint, PracticeProcess
from topa_studio.app.making.practice_provider import PracticeProvider
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images
from topa_studio.provider.api import Provider
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.secret import Secret

CANARY = "kie-REAL-KEY-5f2c"


def test_practice_works_in_its_own_folder_and_counts_for_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment(), practice=True) as session:
                await session.make(clips(*session.missing()))
                assert session.shot("1__1").stage is Stage.MADE
            assert kie.service.asked == []
            assert not (tmp_path / "output").exists()
            practised = tmp_path / "output-practice"
            assert (practised / "film" / "shots" / "1__1.mp4").is_file()
            ledger = ledger_lines(practised / ".topa" / "practice.jsonl")
            assert [event["event"] for event in ledger].count("created") == 1
            before = hashes(practised)
            async with opened(film, kie.environment()) as real:
                assert real.missing() == ("1__1",)
                assert real.money().spent == 0
                await real.make(clips(*real.missing()))
            assert len(kie.accepted) == 1
            assert hashes(practised) == before

    asyncio.run(run())


def test_the_real_key_never_reaches_the_practice_service(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with small_kie() as kie:

            async def start(_self: PracticeProcess) -> Endpoint:
                return Endpoint(kie.service.url, kie.service.url)

            monkeypatch.setattr(PracticeProcess, "start", start)
            film = one_element_film(tmp_path)
            (tmp_path / "config.yaml").write_text(f"api: {{api_key: {CANARY}}}")
            async with opened(film, {"KIE_API_KEY": CANARY}, practice=True) as session:
                await session.make(clips(*session.missing()))
                assert session.shot("1__1").stage is Stage.MADE
            assert kie.asked("upload")
            for asked in kie.service.asked:
                assert CANARY not in str(dict(asked.headers))
                assert CANARY.encode() not in asked.body
            for path in (tmp_path / "output-practice").rglob("*"):
                assert not path.is_file() or CANARY.encode() not in path.read_bytes()

    asyncio.run(run())


def test_the_practice_process_is_started_without_the_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[Mapping[str, str]] = []
    real = asyncio.create_subprocess_exec

    async def noted(*arguments: Any, **how: Any) -> asyncio.subprocess.Process:
        assert CANARY not in " ".join(map(str, arguments))
        started.append(how["env"])
        return await real(*arguments, **how)

    async def run() -> None:
        process = PracticeProcess(tmp_path / "ledger.jsonl")
        await process.start()
        await process.stop()

    monkeypatch.setenv("KIE_API_KEY", CANARY)
    monkeypatch.setattr(asyncio, "create_subprocess_exec", noted)
    asyncio.run(run())
    (environment,) = started
    assert CANARY not in environment.values()
    assert "PATH" in environment


def test_pictures_made_in_practice_are_never_uploaded_to_the_real_service(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment(), practice=True) as session:
                await session.make(reference_images("Topa"))
                assert len(session.element("Topa").pictures) == 2
            async with opened(film, kie.environment()) as real:
                assert real.element("Topa").pictures == ()
                assert await real.wishes.upload_elements() == 0
            assert kie.asked("upload") == 0

    asyncio.run(run())


def test_real_pictures_are_not_counted_in_practice(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as real:
                await real.make(reference_images("Topa"))
            async with opened(film, practice=True, look_only=True) as session:
                assert session.element("Topa").pictures == ()

    asyncio.run(run())


def test_the_service_of_this_computer_may_be_late_and_the_real_one_may_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A computer that is busy with drawing is slow; that is no request whose answer was lost."""
    limits: list[httpx.Timeout] = []
    made = httpx.AsyncClient.__init__

    def noted(self: httpx.AsyncClient, **how: Any) -> None:
        limits.append(how["timeout"])
        made(self, **how)

    async def ask(provider: Provider) -> tuple[httpx.Timeout, httpx.Timeout]:
        limits.clear()
        await provider.balance()
        await provider.submit(CLIP, {}, nothing)
        await provider.aclose()
        asked, created = limits
        return asked, created

    async def run() -> None:
        for limit in await ask(PracticeProvider(tmp_path / "ledger.jsonl")):
            assert min(limit.as_dict().values()) >= 15 * 60
        async with ScriptedService() as service:
            service.on(CREDIT, json({"code": 200, "data": 1}))
            service.on(CREATE, json({"code": 200, "data": {"taskId": "t1"}}))
            real = KieClient(service.url, service.url, Secret("k"))
            asked, created = await ask(real)
        assert asked == httpx.Timeout(60.0, connect=15.0)
        assert created == httpx.Timeout(120.0, connect=15.0)

    monkeypatch.setattr(httpx.AsyncClient, "__init__", noted)
    asyncio.run(run())
