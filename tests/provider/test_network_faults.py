"""Rows E1 to E5 and E8 to E11 of the faults: what networks, servers and clocks do to a download."""

from __future__ import annotations

import ast
import asyncio
import json as jsonlib
import random
import re
import shutil
import socket
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from aiohttp import web

from tests.project.places import PACKAGE
from tests.support.kie_client import CLIP, CREATE, CREDIT, FRESH, POLL, nothing, scripted
from tests.support.proxy import ConnectProxy
from tests.support.scripted_service import Answer, ScriptedService, drop, json, text
from tests.support.small_kie import until
from tests.support.tls import Authority
from topa_studio.base.errors import NotSent, OutcomeUnknown, ProviderError
from topa_studio.provider.download import Speed
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.secret import Secret

CLIP_BYTES = random.Random(1).randbytes(1024 * 1024)
SHORT = CLIP_BYTES[: 64 * 1024]
PATH = "/r/a.mp4"


def ignored(_done: int, _all: int | None) -> None:
    """Nobody looks at the progress."""


def served(
    data: bytes, *, cut_at: Callable[[int], int] | None = None, etag: str = '"v1"'
) -> Answer:
    """A file that honours Range and If-Range; `cut_at` tells from the start where it breaks off."""

    async def answer(request: web.Request) -> web.StreamResponse:
        asked = re.match(r"bytes=(\d+)-", request.headers.get("Range", ""))
        start = int(asked[1]) if asked and request.headers.get("If-Range") == etag else 0
        response = web.StreamResponse(status=206 if start else 200)
        response.headers.update({"Content-Length": str(len(data) - start), "ETag": etag})
        if start:
            response.headers["Content-Range"] = f"bytes {start}-{len(data) - 1}/{len(data)}"
        await response.prepare(request)
        end = len(data) if cut_at is None else cut_at(start)
        await response.write(data[start:end])
        if end < len(data):
            await asyncio.sleep(0)
            assert request.transport is not None
            request.transport.close()
        return response

    return answer


async def fetched(tmp_path: Path, *answers: Answer, **settings: Any) -> list[str | None]:
    """Fetch to `a.mp4`; the Range of each request."""
    async with scripted(**settings) as (service, client):
        service.on(PATH, *answers)
        try:
            await client.fetch(f"{service.url}{PATH}", tmp_path / "a.mp4", ignored)
        finally:
            asked = [a.headers.get("Range") for a in service.asked if a.path == PATH]
        return asked


def noted(tmp_path: Path, data: bytes, **told: Any) -> None:
    """What an earlier run left of the file at PATH."""
    note = {"address": "", "validator": '"v1"', "size": len(data), "total": len(CLIP_BYTES)}
    (tmp_path / "a.mp4.part").write_bytes(data)
    (tmp_path / "a.mp4.part.json").write_text(jsonlib.dumps({**note, **told}))


# E1


def test_e1_a_download_cut_at_every_sixty_fourth_arrives_whole(tmp_path: Path) -> None:
    step = len(CLIP_BYTES) // 64
    asked = asyncio.run(fetched(tmp_path, served(CLIP_BYTES, cut_at=lambda start: start + step)))
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES
    assert len(asked) == 64


@pytest.mark.parametrize("seed", range(12))
def test_e1_a_download_cut_at_any_byte_arrives_whole(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    cuts = [chance.randrange(1, len(SHORT)) for _ in range(2)]
    answers = [served(SHORT, cut_at=lambda _start, at=at: at) for at in sorted(cuts)]  # type: ignore[misc]
    asyncio.run(fetched(tmp_path, *answers, served(SHORT)))
    assert (tmp_path / "a.mp4").read_bytes() == SHORT
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]


def test_e1_what_came_before_a_failure_is_not_fetched_again_by_the_next_start(
    tmp_path: Path,
) -> None:
    """Two clients, as two runs of the program are; the first one finds the service gone."""
    half = len(CLIP_BYTES) // 2
    gone = [served(CLIP_BYTES, cut_at=lambda _start: half), *[text("", 503)] * 9]

    async def run() -> list[str | None]:
        async with scripted() as (service, client):
            service.on(PATH, *gone)
            url = f"{service.url}{PATH}?signature=first"
            with pytest.raises(ProviderError):
                await client.fetch(url, tmp_path / "a.mp4", ignored)
            service.on(PATH, served(CLIP_BYTES))
            service.asked.clear()
            again = KieClient(service.url, service.url, Secret("k"))
            try:
                url = f"{service.url}{PATH}?signature=second"
                await again.fetch(url, tmp_path / "a.mp4", ignored)
            finally:
                await again.aclose()
            return [asked.headers.get("Range") for asked in service.asked]

    assert asyncio.run(run()) == [f"bytes={half}-"]
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES
    assert [path.name for path in tmp_path.iterdir()] == ["a.mp4"]


def test_e1_a_download_that_is_cancelled_goes_on_later(tmp_path: Path) -> None:
    half = len(CLIP_BYTES) // 2

    async def stuck(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse(headers={"ETag": '"v1"', "Content-Length": str(2 * half)})
        await response.prepare(request)
        await response.write(CLIP_BYTES[:half])
        await asyncio.sleep(30)
        return response

    async def run() -> list[str | None]:
        async with scripted() as (service, client):
            service.on(PATH, stuck, served(CLIP_BYTES))
            came = asyncio.Event()
            url = f"{service.url}{PATH}"

            def count(done: int, _all: int | None) -> None:
                if done == half:
                    came.set()

            work = asyncio.ensure_future(client.fetch(url, tmp_path / "a.mp4", count))
            await came.wait()
            work.cancel()
            with suppress(asyncio.CancelledError):
                await work
            await client.fetch(url, tmp_path / "a.mp4", ignored)
            return [asked.headers.get("Range") for asked in service.asked]

    assert asyncio.run(run()) == [None, f"bytes={half}-"]
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES


@pytest.mark.parametrize(
    "note",
    [
        {"address": "of another result"},
        {"size": len(CLIP_BYTES)},
        {"size": -5},
        {"size": "many"},
        {"total": 10},
        {"total": "?"},
        {"validator": ""},
        {"validator": 7},
    ],
)
def test_e1_a_rest_that_nobody_can_vouch_for_is_not_used(
    tmp_path: Path, note: dict[str, Any]
) -> None:
    noted(tmp_path, b"wrong" * 1000, **note)
    assert asyncio.run(fetched(tmp_path, served(CLIP_BYTES))) == [None]
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES


@pytest.mark.parametrize("note", [b"", b"\0" * 90, b"[" * 9000, b"[]", b"nonsense"])
def test_e1_a_torn_note_is_not_believed(tmp_path: Path, note: bytes) -> None:
    noted(tmp_path, b"wrong" * 1000)
    (tmp_path / "a.mp4.part.json").write_bytes(note)
    assert asyncio.run(fetched(tmp_path, served(CLIP_BYTES))) == [None]
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES


# E2


def a_206(data: bytes, content_range: str | None, etag: str = '"v1"', **more: str) -> Answer:
    told = {} if content_range is None else {"Content_Range": content_range}
    return text(data, 206, ETag=etag, **told, **more)


HALF = 500_000
REST = CLIP_BYTES[HALF:]
LAST = len(CLIP_BYTES) - 1
ALL = len(CLIP_BYTES)
WRONG = b"x" * len(REST)


@pytest.mark.parametrize(
    ("second", "goes_on"),
    [
        pytest.param(a_206(REST, f"bytes {HALF}-{LAST}/{ALL}"), True, id="1 right"),
        pytest.param(a_206(REST, f"Bytes {HALF}-{LAST}/{ALL}"), True, id="2 Bytes"),
        pytest.param(text(CLIP_BYTES, 200, ETag='"v1"'), False, id="3 Range ignored"),
        pytest.param(a_206(WRONG, f"bytes {HALF + 1}-{LAST}/{ALL}"), False, id="4 starts late"),
        pytest.param(a_206(WRONG, f"bytes 0-{LAST}/{ALL}"), False, id="5 starts early"),
        pytest.param(a_206(WRONG, None), False, id="6 no Content-Range"),
        pytest.param(
            a_206(REST[:1000], f"bytes {HALF}-{HALF + 999}/{ALL}"), True, id="7 short 206"
        ),
        pytest.param(
            a_206(WRONG, f"bytes {HALF}-{LAST}/{ALL}", etag='"v2"'), False, id="8 other ETag"
        ),
        pytest.param(
            a_206(WRONG, f"bytes {HALF}-{LAST}/{ALL}", etag='W/"v1"'), False, id="9 weak ETag"
        ),
        pytest.param(a_206(WRONG, f"bytes {HALF}-{LAST}/{ALL - 1}"), False, id="10 other length"),
        pytest.param(a_206(WRONG, f"bytes {HALF}-{LAST}/*"), False, id="11 length not told"),
        pytest.param(text("", 416, Content_Range=f"bytes */{ALL}"), False, id="12 416"),
    ],
)
def test_e2_the_twelve_answers_to_a_continuation(
    tmp_path: Path, second: Answer, goes_on: bool
) -> None:
    first = served(CLIP_BYTES, cut_at=lambda _start: HALF)
    asked = asyncio.run(fetched(tmp_path, first, second, served(CLIP_BYTES)))
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES
    assert asked[1] == f"bytes={HALF}-"
    assert None not in asked[2:] or not goes_on


def test_e2_more_bytes_than_the_range_promised_are_not_used(tmp_path: Path) -> None:
    first = served(CLIP_BYTES, cut_at=lambda _start: HALF)
    long = a_206(REST + b"more", f"bytes {HALF}-{LAST}/{ALL}")
    asyncio.run(fetched(tmp_path, first, long, served(CLIP_BYTES)))
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES


def test_e2_an_error_in_between_keeps_what_has_come(tmp_path: Path) -> None:
    first = served(CLIP_BYTES, cut_at=lambda _start: HALF)
    asked = asyncio.run(fetched(tmp_path, first, text("", 503), served(CLIP_BYTES)))
    assert asked == [None, f"bytes={HALF}-", f"bytes={HALF}-"]


# E3: tests/pipeline/test_arrivals.py. E4


def test_e4_a_file_larger_than_allowed_is_not_begun(tmp_path: Path) -> None:
    with pytest.raises(ProviderError) as caught:
        asyncio.run(fetched(tmp_path, text(CLIP_BYTES), largest=1000))
    assert caught.value.code == "provider.too-large"
    assert list(tmp_path.iterdir()) == []


def test_e4_a_file_without_end_is_given_up(tmp_path: Path) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        with suppress(ConnectionError):
            while request.transport is not None:
                await response.write(SHORT)
        return response

    with pytest.raises(ProviderError) as caught:
        asyncio.run(fetched(tmp_path, endless, largest=300_000))
    assert caught.value.code == "provider.too-large"
    assert list(tmp_path.iterdir()) == []


def test_e4_a_file_that_does_not_fit_leaves_the_disk_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=10_000_000))
    with pytest.raises(ProviderError, match="disk is full"):
        asyncio.run(fetched(tmp_path, served(CLIP_BYTES)))
    assert sum(path.stat().st_size for path in tmp_path.iterdir()) == 0


# E5


async def drip(request: web.Request) -> web.StreamResponse:
    """A byte at a time, as long as anyone listens."""
    response = web.StreamResponse(headers={"ETag": '"v1"', "Content-Length": "100000"})
    await response.prepare(request)
    with suppress(ConnectionError):
        while request.transport is not None:
            await response.write(b"x")
            await asyncio.sleep(0.02)
    return response


def test_e5_a_download_of_a_byte_at_a_time_ends_and_what_came_is_kept(tmp_path: Path) -> None:
    speed = Speed(least=1000, stretch=0.1)
    with pytest.raises(ProviderError, match="too slowly"):
        asyncio.run(fetched(tmp_path, drip, speed=speed, backoff=0.0))
    assert [path.suffix for path in sorted(tmp_path.iterdir())] == [".part", ".json"]


def test_e5_slow_downloads_keep_nobody_waiting(tmp_path: Path) -> None:
    """As many as there may be questions at once, and the balance is told all the same."""
    dripping = 64

    async def run() -> None:
        async with scripted() as (service, client):
            service.on(PATH, drip)
            service.on(CREDIT, json({"code": 200, "data": 5}))
            url = f"{service.url}{PATH}"
            slow = [client.fetch(url, tmp_path / f"{n}.mp4", ignored) for n in range(dripping)]
            waiting = asyncio.gather(*slow, return_exceptions=True)
            await until(lambda: service.paths().count(PATH) == dripping)
            assert await client.balance() == 5
            assert not waiting.done()
            waiting.cancel()
            with suppress(asyncio.CancelledError):
                await waiting

    asyncio.run(run())


def test_e5_a_download_may_be_slow_but_not_for_ever(tmp_path: Path) -> None:
    ticks = iter(range(0, 10_000_000, 100))
    speed = Speed(least=0, longest=250.0, clock=lambda: float(next(ticks)))

    async def pieces(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        with suppress(ConnectionError):
            while request.transport is not None:
                await response.write(SHORT)
        return response

    with pytest.raises(ProviderError, match="too slowly"):
        asyncio.run(fetched(tmp_path, pieces, speed=speed))


# E8


async def behind_a_proxy(
    monkeypatch: pytest.MonkeyPatch, act: Callable[[KieClient], Any], *, refuses: bool = False
) -> tuple[Any, list[str]]:
    """What `act` gives where api.kie.test and r.kie.test are reached through a proxy alone."""
    authority = Authority()
    service = ScriptedService(tls=authority.server("api.kie.test", "r.kie.test"))
    async with service, ConnectProxy(service.port, refuses=refuses) as proxy:
        service.on(CREDIT, json({"code": 200, "data": 7}))
        service.on(CREATE, json({"code": 200, "data": {"taskId": "t1"}}))
        service.on(PATH, served(SHORT))
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
        client = KieClient(
            "https://api.kie.test",
            "https://api.kie.test",
            Secret("k"),
            backoff=0.0,
            tls=authority.client(),
        )
        try:
            return await act(client), proxy.asked
        finally:
            await client.aclose()


def test_e8_the_proxy_of_the_environment_is_used_for_everything(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Names are not looked up here: only the proxy knows its network."""

    async def act(client: KieClient) -> tuple[float, str]:
        await client.fetch("https://r.kie.test/r/a.mp4", tmp_path / "a.mp4", ignored)
        return await client.balance(), await client.submit(CLIP, {}, nothing)

    told, asked = asyncio.run(behind_a_proxy(monkeypatch, act))
    assert told == (7, "t1")
    assert asked == ["r.kie.test:443", "api.kie.test:443", "api.kie.test:443"]
    assert (tmp_path / "a.mp4").read_bytes() == SHORT


def test_e8_the_proxy_of_the_system_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    """On macOS and Windows the system's own settings, as Python reads them."""
    authority = Authority()

    async def run() -> list[str]:
        service = ScriptedService(tls=authority.server("api.kie.test"))
        async with service, ConnectProxy(service.port) as proxy:
            service.on(CREDIT, json({"code": 200, "data": 7}))
            monkeypatch.setattr("httpx._utils.getproxies", lambda: {"https": proxy.url})
            url = "https://api.kie.test"
            client = KieClient(url, url, Secret("k"), tls=authority.client())
            assert await client.balance() == 7
            await client.aclose()
            return proxy.asked

    assert asyncio.run(run()) == ["api.kie.test:443"]


def test_e8_a_proxy_that_wants_a_name_is_told_and_nothing_was_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def act(client: KieClient) -> ProviderError:
        with pytest.raises(NotSent) as caught:
            await client.submit(CLIP, {}, nothing)
        return caught.value

    error, _ = asyncio.run(behind_a_proxy(monkeypatch, act, refuses=True))
    assert "wants a name and a password" in str(error)


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1", "nonsense://127.0.0.1"])
def test_e8_a_proxy_that_cannot_be_used_is_told(
    monkeypatch: pytest.MonkeyPatch, proxy: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy)

    async def run() -> None:
        client = KieClient("https://api.kie.test", "https://api.kie.test", Secret("k"))
        with pytest.raises(NotSent, match="proxy settings of this system"):
            await client.balance()

    asyncio.run(run())


PORTAL = "<!DOCTYPE html><html><title>Welcome to the hotel</title></html>"


@pytest.mark.parametrize(
    "portal", [text(PORTAL), text("", 302, Location="http://login.test/"), text(PORTAL, 511)]
)
def test_e8_a_captive_portal_is_told_in_plain_words(portal: Answer) -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            for path in (CREDIT, POLL, CREATE):
                service.on(path, portal)
            with pytest.raises(ProviderError, match="log in"):
                await client.balance()
            with pytest.raises(ProviderError, match="log in"):
                await client.report("t1")
            with pytest.raises(OutcomeUnknown, match="web page"):
                await client.submit(CLIP, {}, nothing)
            assert service.paths().count(CREATE) == 1

    asyncio.run(run())


# E9


def test_e9_being_offline_is_no_failure_of_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    def offline(*_args: Any, **_named: Any) -> Any:
        raise socket.gaierror(socket.EAI_AGAIN, "no name server")

    monkeypatch.setattr(socket, "getaddrinfo", offline)

    async def run() -> None:
        client = KieClient("https://api.kie.test", "https://up.kie.test", Secret("k"), backoff=0.0)
        for act in (client.balance(), client.report("t1"), client.submit(CLIP, {}, nothing)):
            with pytest.raises(NotSent, match="takes no connection"):
                await act
        with pytest.raises(ProviderError):
            await client.fetch("https://r.kie.test/a.mp4", Path("never"), ignored)
        await client.aclose()

    asyncio.run(run())


def test_e9_a_network_of_ipv6_alone_is_enough(tmp_path: Path) -> None:
    async def run() -> None:
        async with ScriptedService(host="::1") as service:
            service.on(CREDIT, json({"code": 200, "data": 3}))
            service.on(PATH, served(SHORT))
            client = KieClient(service.url, service.url, Secret("k"))
            assert await client.balance() == 3
            await client.fetch(f"{service.url}{PATH}", tmp_path / "a.mp4", ignored)
            await client.aclose()

    asyncio.run(run())
    assert (tmp_path / "a.mp4").read_bytes() == SHORT


# E10


def test_e10_connections_that_died_while_the_computer_slept_fail_nothing(tmp_path: Path) -> None:
    """The other side has closed what was kept open; every question is simply asked again."""

    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREDIT, json({"code": 200, "data": 1}))
            service.on(
                POLL, drop(), json({"code": 200, "data": {"taskId": "t", "state": "success"}})
            )
            service.on(PATH, drop(), served(SHORT))
            assert await client.balance() == 1
            assert (await client.report("t")).word == "success"
            await client.fetch(f"{service.url}{PATH}", tmp_path / "a.mp4", ignored)

    asyncio.run(run())


# E11


def test_e11_a_clock_that_jumps_disturbs_no_download(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A year forth and back at each look, and past 2038."""
    jumps = iter([4e9, 1.0, 2**31 + 5.0] * 100_000)
    monkeypatch.setattr(time, "time", lambda: next(jumps))
    cut = served(CLIP_BYTES, cut_at=lambda start: start + 400_000)
    asked = asyncio.run(fetched(tmp_path, cut))
    assert len(asked) == 3
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES


def test_e11_the_provider_waits_by_the_monotonic_clock_alone() -> None:
    """The wall clock is read once: where a server names the date until which to wait."""
    wall = [
        f"{path.name}:{node.attr}"
        for path in sorted((PACKAGE / "provider").glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in {"time", "now", "utcnow", "today"}
    ]
    assert wall == ["rate.py:now"]


def test_a_signed_address_is_asked_for_where_the_first_is_dead(tmp_path: Path) -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(PATH, text("", 410))
            service.on("/signed", served(SHORT))
            service.on(FRESH, json({"code": 200, "data": f"{service.url}/signed?token=1"}))
            await client.fetch(f"{service.url}{PATH}", tmp_path / "a.mp4", ignored)

    asyncio.run(run())
    assert (tmp_path / "a.mp4").read_bytes() == SHORT
