from __future__ import annotations

import asyncio
import json as jsonlib
import socket

import pytest

from tests.support.kie_client import CANARY, CLIP, CREATE, nothing, scripted
from tests.support.scripted_service import drop, json, text
from topa_studio import __version__
from topa_studio.base.errors import NotSent, OutcomeUnknown, ProviderError, Refused, Throttled
from topa_studio.model.request import ImageRequest
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.kie.limits import RateGate
from topa_studio.provider.rate import Window
from topa_studio.provider.secret import Secret

YES = json({"code": 200, "data": {"taskId": "t1"}})


def test_a_create_arrives_once_with_key_and_name() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREATE, YES)
            assert await client.submit(CLIP, {}, nothing) == "t1"
            (asked,) = service.asked
            assert asked.headers["Authorization"] == f"Bearer {CANARY}"
            assert asked.headers["User-Agent"] == f"TopaStudio/{__version__} (+desktop)"
            assert asked.headers["Content-Type"] == "application/json"
            assert jsonlib.loads(asked.body)["model"] == "kling-3.0/video"

    asyncio.run(run())


def test_sending_is_awaited_before_the_first_byte() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREATE, YES)
            arrived: list[int] = []

            async def sending() -> None:
                await asyncio.sleep(0.05)
                arrived.append(len(service.asked))

            await client.submit(CLIP, {}, sending)
            assert arrived == [0]
            assert len(service.asked) == 1

    asyncio.run(run())


def test_what_sending_raises_stops_the_request() -> None:
    async def run() -> None:
        async with scripted() as (service, client):

            async def sending() -> None:
                raise OSError("the disk is full")

            with pytest.raises(OSError, match="disk is full"):
                await client.submit(CLIP, {}, sending)
            await asyncio.sleep(0.05)
            assert service.asked == []

    asyncio.run(run())


@pytest.mark.parametrize(
    "answer",
    [
        drop(),
        drop(b"H"),
        drop(b"HTTP/1.1 200 OK\r\nContent-Length: 400\r\n\r\n{"),
        text("x" * (1024 * 1024 + 1)),
        text("", 500),
        text("", 302, location="/elsewhere"),
        text("<html>", 200),
        json({"code": 200, "data": {}}),
    ],
)
def test_no_clear_answer_is_unknown_and_never_sent_again(answer: object) -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREATE, answer)  # type: ignore[arg-type]
            with pytest.raises(OutcomeUnknown):
                await client.submit(CLIP, {}, nothing)
            await asyncio.sleep(0.05)
            assert service.paths() == [CREATE]

    asyncio.run(run())


def test_silence_is_unknown() -> None:
    async def run() -> None:
        async with scripted(silence=0.1) as (service, client):
            hold = asyncio.Event()

            async def late(request: object) -> object:
                await hold.wait()
                return await YES(request)  # type: ignore[arg-type]

            service.on(CREATE, late)  # type: ignore[arg-type]
            with pytest.raises(OutcomeUnknown, match="no answer in time"):
                await client.submit(CLIP, {}, nothing)
            hold.set()
            assert len(service.asked) == 1

    asyncio.run(run())


def test_nobody_at_the_door_is_not_sent() -> None:
    async def run() -> None:
        with socket.socket() as held:
            held.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{held.getsockname()[1]}"
            client = KieClient(url, url, Secret("k"))
            with pytest.raises(NotSent, match="takes no connection"):
                await client.submit(CLIP, {}, nothing)
            await client.aclose()

    asyncio.run(run())


def test_every_create_has_a_connection_of_its_own() -> None:
    """A kept connection may be closed by the service just as the request leaves."""

    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREATE, YES)
            for _ in range(3):
                await client.submit(CLIP, {}, nothing)
            assert len({asked.connection for asked in service.asked}) == 3

    asyncio.run(run())


def test_a_refusal_says_whether_the_queue_stops() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREATE, json({"code": 402, "msg": "Credits insufficient", "data": None}))
            with pytest.raises(Refused, match="Not enough credits") as caught:
                await client.submit(CLIP, {}, nothing)
            assert caught.value.stops_queue

    asyncio.run(run())


def test_429_holds_back_the_next_create() -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREATE, text("", 429, Retry_After="0.3"), YES)
            with pytest.raises(Throttled) as caught:
                await client.submit(CLIP, {}, nothing)
            assert caught.value.retry_after == 0.3
            assert len(service.asked) == 1
            before = asyncio.get_running_loop().time()
            await client.submit(CLIP, {}, nothing)
            assert asyncio.get_running_loop().time() - before > 0.25

    asyncio.run(run())


def test_creates_keep_the_services_pace() -> None:
    async def run() -> None:
        rate = RateGate(creates=Window(2, 0.3))
        async with scripted(rate=rate) as (service, client):
            service.on(CREATE, YES)
            start = asyncio.get_running_loop().time()
            await asyncio.gather(*(client.submit(CLIP, {}, nothing) for _ in range(5)))
            assert asyncio.get_running_loop().time() - start > 0.55

    asyncio.run(run())


def test_without_a_key_or_model_nothing_is_sent() -> None:
    async def run() -> None:
        client = KieClient("https://api.kie.ai", "https://up.example.org", Secret(""))
        with pytest.raises(Refused, match="no KIE key") as caught:
            await client.submit(CLIP, {}, nothing)
        assert caught.value.stops_queue
        with pytest.raises(Refused, match=r"kling-3\.0/image"):
            await client.submit(ImageRequest("kling-3.0/image", "A boat.", "1:1"), {}, nothing)

    asyncio.run(run())


def test_proxy_settings_that_cannot_be_used_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ALL_PROXY", "socks9://127.0.0.1:9")

    async def run() -> None:
        client = KieClient("https://api.kie.ai", "https://up.example.org", Secret("k"))
        with pytest.raises(ProviderError, match="proxy settings"):
            await client.submit(CLIP, {}, nothing)

    asyncio.run(run())


def test_a_proxy_that_refuses_the_tunnel_means_not_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    async def run() -> None:
        async with scripted() as (proxy, _client):
            for name in ("HTTPS_PROXY", "https_proxy"):
                monkeypatch.setenv(name, proxy.url)
            client = KieClient("https://api.kie.ai", "https://up.example.org", Secret("k"))
            asked: list[str] = []

            async def sending() -> None:
                asked.append("sending")

            with pytest.raises(NotSent, match="proxy refused"):
                await client.submit(CLIP, {}, sending)
            await client.aclose()
            assert asked == []

    asyncio.run(run())
