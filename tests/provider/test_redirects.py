"""Rows E6 and F5 of the faults: where a result's address may lead, and where the key may go."""

from __future__ import annotations

import asyncio
import socket
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.support.kie_client import CANARY, CREDIT, FRESH, scripted
from tests.support.scripted_service import ScriptedService, json, text
from tests.support.small_kie import until
from tests.support.tls import Authority
from topa_studio.base.errors import ProviderError
from topa_studio.provider.addresses import check_peer, is_private
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.secret import Secret
from topa_studio.provider.transport import Transport

PATH = "/r/a.mp4"
DATA = b"a clip" * 1000


def ignored(_done: int, _all: int | None) -> None:
    """Nobody looks at the progress."""


async def led(location: str, tmp_path: Path) -> tuple[str, int, int]:
    """Fetch what redirects to `location`: the error's code, hops here, hits at a canary."""
    async with scripted() as (service, client), ScriptedService() as canary:
        place = location.format(own=service.url, canary=canary.url, port=canary.port)
        service.on(PATH, text("", 302, Location=place))
        service.on("/b", text("", 307, Location=f"{service.url}/c"))
        service.on("/c", text(DATA))
        code = ""
        try:
            await client.fetch(f"{service.url}{PATH}", tmp_path / "a.mp4", ignored)
        except ProviderError as error:
            code = error.code
        hops = sum(path.startswith("/r/") for path in service.paths())
        return code, hops, len(canary.asked)


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("{own}" + PATH, "provider.redirects"),
        ("", "provider.redirects"),
        ("http://r.example.org/a", "provider.not-https"),
        ("//r.example.org/a", "provider.not-https"),
        ("file:///etc/passwd", "provider.bad-address"),
        ("ftp://r.example.org/a", "provider.bad-address"),
        ("data:video/mp4;base64,AAAA", "provider.connection"),
        ("https://user:word@r.example.org/a", "provider.bad-address"),
        ("https://10.0.0.1:{port}/a", "provider.private-address"),
        ("https://172.20.3.4/a", "provider.private-address"),
        ("https://192.168.1.1/a", "provider.private-address"),
        ("https://169.254.169.254/latest/meta-data", "provider.private-address"),
        ("https://100.64.1.1/a", "provider.private-address"),
        ("https://0.0.0.0:{port}/a", "provider.private-address"),
        ("https://[fe80::1]/a", "provider.private-address"),
        ("https://[fd00::1]/a", "provider.private-address"),
        ("https://[::ffff:192.168.1.1]/a", "provider.private-address"),
        ("https://[64:ff9b::a00:1]/a", "provider.private-address"),
        ("https://[2002:a00:1::]/a", "provider.private-address"),
    ],
)
def test_e6_a_redirect_to_an_odd_place_is_not_followed(
    tmp_path: Path, location: str, code: str
) -> None:
    found, hops, hits = asyncio.run(led(location, tmp_path))
    assert (found, hits) == (code, 0)
    assert hops <= 6
    assert not (tmp_path / "a.mp4").exists()


def test_e6_a_few_redirects_are_followed(tmp_path: Path) -> None:
    code, _, _ = asyncio.run(led("{own}/b", tmp_path))
    assert code == ""
    assert (tmp_path / "a.mp4").read_bytes() == DATA


def test_e6_a_hundred_hops_end_after_five(tmp_path: Path) -> None:
    async def run() -> int:
        async with scripted() as (service, client):
            for hop in range(100):
                service.on(f"/hop{hop}", text("", 301, Location=f"{service.url}/hop{hop + 1}"))
            with pytest.raises(ProviderError) as caught:
                await client.fetch(f"{service.url}/hop0", tmp_path / "a.mp4", ignored)
            assert caught.value.code == "provider.redirects"
            return sum(path.startswith("/hop") for path in service.paths())

    assert asyncio.run(run()) == 6


async def asked_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *answers: str, connected: bool = False
) -> tuple[ProviderError, list[bytes]]:
    """Fetch from r.kie.test, for which the name server gives these addresses one after another.

    Returns the error, and the bytes of each connection to a listener of this machine.
    """
    heard: list[bytes] = []

    async def listen(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        heard.append(await reader.read())
        writer.close()
        with suppress(ConnectionError):
            await writer.wait_closed()

    server = await asyncio.start_server(listen, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    turn = iter(answers)
    last = answers[-1]

    def name_server(host: Any, port: Any, *_args: Any, **_named: Any) -> Any:
        if host not in ("r.kie.test", b"r.kie.test"):
            raise socket.gaierror(socket.EAI_NONAME, "no such name")
        address = next(turn, last)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port or 0))]

    monkeypatch.setattr(socket, "getaddrinfo", name_server)
    client = KieClient("https://api.kie.test", "https://up.kie.test", Secret(CANARY), backoff=0.0)
    with pytest.raises(ProviderError) as caught:
        await client.fetch(f"https://r.kie.test:{port}/a.mp4", tmp_path / "a.mp4", ignored)
    await client.aclose()
    if connected:
        await until(lambda: bool(heard))
    server.close()
    await server.wait_closed()
    return caught.value, heard


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "169.254.169.254"])
def test_e6_a_name_that_means_a_private_machine_is_not_connected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    error, heard = asyncio.run(asked_by_name(monkeypatch, tmp_path, address))
    assert error.code == "provider.private-address"
    assert heard == []


def test_e6_a_name_that_changes_after_the_look_gets_no_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """DNS rebinding: public when it is judged, this machine when it is connected."""
    answers = ("93.184.216.34", "127.0.0.1")
    asked = asked_by_name(monkeypatch, tmp_path, *answers, connected=True)
    error, heard = asyncio.run(asked)
    assert error.code == "provider.private-address"
    assert heard == [b""]


@given(some.ip_addresses(v=4))
def test_e6_an_address_is_judged_alike_in_every_notation(address: Any) -> None:
    number = int(address)
    mapped = f"::ffff:{address}"
    translated = f"64:ff9b::{number >> 16:x}:{number & 0xFFFF:x}"
    assert is_private(mapped) == is_private(translated) == is_private(str(address))


def test_e6_this_machine_is_met_only_under_its_own_name() -> None:
    check_peer("localhost", "127.0.0.1")
    check_peer("::1", "::1")
    check_peer("r.kie.test", "93.184.216.34")
    for host, peer in (("r.kie.test", "127.0.0.1"), ("127.0.0.1", "93.184.216.34")):
        with pytest.raises(ProviderError):
            check_peer(host, peer)


# F5


def test_f5_the_key_goes_to_the_two_origins_alone(tmp_path: Path) -> None:
    """Another port of the same host is another origin."""
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")

    async def run() -> None:
        async with ScriptedService() as api, ScriptedService() as uploads, ScriptedService() as cdn:
            client = KieClient(api.url, uploads.url, Secret(CANARY), backoff=0.0)
            api.on(CREDIT, json({"code": 200, "data": 1}))
            api.on(FRESH, json({"code": 200, "data": f"{cdn.url}/signed"}))
            uploads.on(
                "/api/file-stream-upload",
                json({"code": 200, "data": {"downloadUrl": f"{cdn.url}/file.png"}}),
            )
            cdn.on("/signed", text("", 302, Location=f"{cdn.url}/there"))
            cdn.on("/there", text(DATA))
            await client.balance()
            await client.upload(picture, "a.png")
            await client.fetch(f"{cdn.url}/gone", tmp_path / "a.mp4", ignored)
            await client.aclose()
            bearer = f"Bearer {CANARY}"
            assert [a.headers.get("Authorization") for a in api.asked] == [bearer, bearer]
            assert [a.headers.get("Authorization") for a in uploads.asked] == [bearer]
            assert [a.path for a in cdn.asked] == ["/gone", "/signed", "/there"]
            assert all(CANARY not in str(dict(a.headers)) for a in cdn.asked)

    asyncio.run(run())


def test_f5_the_key_stays_here_even_if_a_caller_asks_for_it() -> None:
    async def run() -> None:
        async with ScriptedService() as elsewhere:
            elsewhere.on("/x", text("{}"))
            transport = Transport(Secret(CANARY), {"https://api.kie.ai:443"}, practice=True)
            await transport.send("GET", f"{elsewhere.url}/x", keyed=True)
            await transport.aclose()
            assert "Authorization" not in elsewhere.asked[0].headers

    asyncio.run(run())


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_f5_a_redirect_of_the_service_itself_is_not_followed(status: int) -> None:
    async def run() -> None:
        async with scripted() as (service, client), ScriptedService() as other:
            service.on(CREDIT, text("", status, Location=f"{other.url}/steal"))
            with pytest.raises(ProviderError):
                await client.balance()
            assert other.asked == []

    asyncio.run(run())


def test_f5_the_key_travels_under_tls_alone() -> None:
    authority = Authority()

    async def run() -> None:
        async with ScriptedService(tls=authority.server("localhost")) as service:
            service.on(CREDIT, json({"code": 200, "data": 1}))
            url = f"https://localhost:{service.port}"
            client = KieClient(url, url, Secret(CANARY), tls=authority.client())
            await client.balance()
            await client.aclose()
            assert service.asked[0].headers["Authorization"] == f"Bearer {CANARY}"
        for bad in ("http://api.kie.ai", "http://10.0.0.7", "ftp://api.kie.ai"):
            with pytest.raises(ProviderError):
                KieClient(bad, bad, Secret(CANARY))

    asyncio.run(run())
