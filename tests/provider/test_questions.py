from __future__ import annotations

import asyncio
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from pathlib import Path
from typing import Any

import pytest
from aiohttp import web

from tests.support.kie_client import CLIP, CREATE, CREDIT, POLL, UPLOAD, nothing, scripted
from tests.support.scripted_service import Asked, drop, json, text
from tests.support.small_kie import until
from topa_studio.base.errors import NotSent, ProviderError, Refused, Throttled
from topa_studio.provider.api import TaskState
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.secret import Secret

NULL = json({"code": 422, "msg": "recordInfo is null", "data": None})
DRAWING = json({"code": 200, "data": {"taskId": "t1", "state": "generating"}})


def test_a_poll_outlives_passing_faults() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(POLL, text("", 502), drop(), text("<html>", 503), DRAWING)
            report = await client.report("t1")
            assert (report.state, report.word) == (TaskState.DRAWING, "generating")
            assert len(service.asked) == 4

    asyncio.run(run())


@pytest.mark.parametrize(
    "answer",
    [
        text("", 500),
        text("", 404),
        json({"code": 404, "msg": "Task not found"}),
        json({"code": 402, "msg": "no credits"}),
        json({"code": 501, "msg": "failed"}),
        text("<html>portal</html>"),
        json({"code": 200, "data": None}),
        NULL,
    ],
)
def test_an_answer_without_a_state_never_fails_the_task(answer: Any) -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(POLL, answer)
            with pytest.raises(ProviderError) as caught:
                await client.report("t1")
            assert type(caught.value) is ProviderError

    asyncio.run(run())


@pytest.mark.parametrize("code", [401, 403])
def test_a_poll_tells_that_the_key_is_not_taken(code: int) -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(POLL, json({"code": code, "msg": "no access"}))
            with pytest.raises(Refused) as caught:
                await client.report("t1")
            assert caught.value.stops_queue

    asyncio.run(run())


def test_a_task_created_a_moment_ago_may_not_be_known_yet() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREATE, json({"code": 200, "data": {"taskId": "t1"}}))
            service.on(POLL, NULL, DRAWING, NULL)
            await client.submit(CLIP, {}, nothing)
            assert (await client.report("t1")).state is TaskState.WAITING
            assert (await client.report("t1")).state is TaskState.DRAWING
            with pytest.raises(ProviderError):
                await client.report("t1")

    asyncio.run(run())


def test_both_forms_of_the_poll() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(POLL, DRAWING)
            await client.report("t 1/2")
            assert service.asked[0].path == POLL
        async with scripted(poll_form="jobs") as (service, client):
            service.on(
                "/api/v1/jobs/t1",
                json(
                    {"task_id": "t1", "status": "completed", "output": {"video_url": "https://x"}}
                ),
            )
            report = await client.report("t1")
            assert report.state is TaskState.DONE
            assert report.urls == ("https://x",)

    asyncio.run(run())


def test_a_throttled_poll_waits_as_told() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(POLL, text("", 429, Retry_After="0.3"), DRAWING)
            before = asyncio.get_running_loop().time()
            await client.report("t1")
            assert asyncio.get_running_loop().time() - before > 0.25
            service.on(POLL, text("", 429, Retry_After="0"))
            with pytest.raises(Throttled):
                await client.report("t1")

    asyncio.run(run())


def test_one_throttled_poll_holds_back_all_polls() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            arrived = asyncio.Event()

            async def later(request: web.Request) -> web.StreamResponse:
                arrived.set()
                return await text("", 429, Retry_After="0.4")(request)

            service.on(POLL, later, DRAWING)
            loop = asyncio.get_running_loop()
            before = loop.time()
            first = asyncio.create_task(client.report("t1"))
            await arrived.wait()
            await until(lambda: client._rate.polls._wait() > 0)
            await client.report("t2")
            assert loop.time() - before > 0.35
            await first

    asyncio.run(run())


def test_the_balance_is_a_number_or_a_plain_no() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREDIT, text("", 503), json({"code": 200, "data": 60.62}))
            assert await client.balance() == 60.62
            service.on(CREDIT, json({"code": 401, "msg": "You do not have access permissions"}))
            with pytest.raises(Refused, match="does not take this key"):
                await client.balance()

    asyncio.run(run())


def test_questions_share_connections() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREDIT, json({"code": 200, "data": 1}))
            for _ in range(4):
                await client.balance()
            assert {asked.connection for asked in service.asked} == {0}

    asyncio.run(run())


def parts_of(asked: Asked) -> dict[str, tuple[str | None, bytes]]:
    """A multipart body's fields: name -> (file name, bytes)."""
    head = f"Content-Type: {asked.headers['Content-Type']}\r\n\r\n".encode()
    message = BytesParser(policy=HTTP).parsebytes(head + asked.body)
    found: dict[str, tuple[str | None, bytes]] = {}
    for part in message.iter_parts():
        assert isinstance(part, EmailMessage)
        name = part.get_param("name", header="content-disposition")
        payload = part.get_payload(decode=True)
        assert isinstance(payload, bytes)
        found[str(name)] = (part.get_filename(), payload)
    return found


STORED = json(
    {"success": True, "code": 200, "data": {"downloadUrl": "https://t.example.org/a.png"}}
)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 3000


def test_an_upload_arrives_whole_with_its_length(tmp_path: Path) -> None:
    path = tmp_path / "Мира front.dat"
    path.write_bytes(PNG)

    async def run() -> None:
        async with scripted() as (service, client):
            service.on(UPLOAD, STORED)
            for _ in range(2):
                assert await client.upload(path, path.name) == "https://t.example.org/a.png"
            names = set()
            for asked in service.asked:
                parts = parts_of(asked)
                assert int(asked.headers["Content-Length"]) == len(asked.body)
                assert "Transfer-Encoding" not in asked.headers
                assert parts["file"][1] == PNG
                around = asked.body.replace(PNG, b"")
                assert around.count(b"\n") == around.count(b"\r\n")
                assert not parts["uploadPath"][1].startswith(b"/")
                names.add(parts["fileName"][1].decode())
            assert len(names) == 2
            assert all(name.endswith(".png") and name.isascii() for name in names)

    asyncio.run(run())


def test_an_upload_is_tried_again_from_its_start(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"\xff\xd8\xff" + b"7" * 300_000)

    async def run() -> None:
        async with scripted() as (service, client):
            service.on(UPLOAD, text("", 500), drop(), STORED)
            await client.upload(path, "a.jpg")
            assert {len(parts_of(asked)["file"][1]) for asked in service.asked} == {300_003}

    asyncio.run(run())


@pytest.mark.parametrize(
    "url", ["http://t.example.org/a.png", "https://10.0.0.1/a.png", "file:///a.png", ""]
)
def test_an_upload_that_lies_at_an_odd_place_is_refused(tmp_path: Path, url: str) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(PNG)

    async def run() -> None:
        async with scripted() as (service, client):
            service.on(UPLOAD, json({"code": 200, "data": {"downloadUrl": url}}))
            with pytest.raises(ProviderError):
                await client.upload(path, "a.png")

    asyncio.run(run())


def test_without_a_network_questions_say_so(unused_tcp_url: str) -> None:
    async def run() -> None:
        client = KieClient(unused_tcp_url, unused_tcp_url, Secret("k"), backoff=0.001)
        with pytest.raises(NotSent, match="could not be reached"):
            await client.balance()
        await client.aclose()

    asyncio.run(run())
