"""Row E7 of the faults: whoever cannot prove who it is gets no byte of a request."""

from __future__ import annotations

import asyncio
import ssl
from datetime import UTC, datetime, timedelta

import pytest

from tests.support.kie_client import CANARY, CLIP, nothing
from tests.support.scripted_service import ScriptedService, text
from tests.support.tls import Authority
from topa_studio.base.errors import NotSent, ProviderError
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.secret import Secret

OURS = Authority()
YESTERDAY = datetime.now(UTC) - timedelta(days=1)


def old_version() -> ssl.SSLContext:
    context = OURS.server("localhost")
    context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.set_ciphers("ALL:@SECLEVEL=0")
    return context


async def refused(server: ssl.SSLContext, tls: ssl.SSLContext | None) -> tuple[str, int]:
    """What a paid create and a download say of such a server, and how much it has heard."""
    async with ScriptedService(tls=server) as service:
        service.on("/r/a.mp4", text(b"data"))
        url = f"https://localhost:{service.port}"
        client = KieClient(url, url, Secret(CANARY), backoff=0.0, tls=tls)
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(lambda _loop, _context: None)  # the server's own complaint
        try:
            with pytest.raises(NotSent) as caught:
                await client.submit(CLIP, {}, nothing)
            with pytest.raises(ProviderError):
                await client.balance()
        finally:
            await client.aclose()
        return str(caught.value), len(service.asked)


@pytest.mark.filterwarnings("ignore:ssl.TLSVersion.TLSv1_1 is deprecated")
@pytest.mark.parametrize(
    ("server", "words"),
    [
        pytest.param(
            lambda: OURS.server("localhost", until=YESTERDAY), "out of date, or the clock", id="old"
        ),
        pytest.param(lambda: Authority().server("localhost"), "not valid", id="self-signed"),
        pytest.param(lambda: OURS.server("api.kie.ai"), "another address", id="wrong host"),
        pytest.param(old_version, "takes no connection", id="old version"),
    ],
)
def test_e7_a_server_that_cannot_be_trusted_is_refused(server: object, words: str) -> None:
    assert callable(server)
    told, asked = asyncio.run(refused(server(), OURS.client()))
    assert words in told
    assert asked == 0


def test_e7_an_authority_that_nobody_knows_is_not_believed_by_default() -> None:
    told, asked = asyncio.run(refused(OURS.server("localhost"), None))
    assert "not valid" in told
    assert asked == 0


def test_e7_an_old_version_is_refused_by_default_too() -> None:
    client = KieClient("https://api.kie.ai", "https://up.kie.ai", Secret("k"))

    async def version() -> ssl.TLSVersion:
        pool = await client._transport._pool("ask")
        await client.aclose()
        assert client._transport._tls is not None
        assert pool.is_closed
        return client._transport._tls.minimum_version

    assert asyncio.run(version()) >= ssl.TLSVersion.TLSv1_2
