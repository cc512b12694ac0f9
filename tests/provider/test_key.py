from __future__ import annotations

import asyncio
import base64
import io
import json as jsonlib
import logging
import pickle
import traceback
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.support.kie_client import CANARY, CLIP, CREATE, CREDIT, POLL, UPLOAD, nothing, scripted
from tests.support.scripted_service import Answer, drop, json, text
from topa_studio.base.errors import ProviderError
from topa_studio.provider.kie.client import KieClient
from topa_studio.provider.secret import Secret

SPELLINGS = (
    CANARY,
    quote(CANARY, safe=""),
    base64.b64encode(CANARY.encode()).decode(),
    jsonlib.dumps(CANARY)[1:-1],
)


def assert_clean(told: str) -> None:
    assert not any(spelling in told for spelling in SPELLINGS)


def all_that_an_error_shows(error: BaseException) -> str:
    """Message, parameters, and every frame's variables, of the error and all behind it.

    An error of the HTTP library holds the request, and so the key: none may stand behind ours.
    """
    assert not type(error).__module__.startswith(("httpx", "httpcore", "h11"))
    shown = traceback.TracebackException.from_exception(error, capture_locals=True)
    told = ["".join(shown.format()), repr(error), str(error), repr(vars(error))]
    behind = error.__context__ or error.__cause__
    return "".join(told) + (all_that_an_error_shows(behind) if behind else "")


def test_the_key_is_in_no_error_and_no_log(tmp_path: Path) -> None:
    """At the most talkative log level, whatever the service does, also if it says the key aloud."""
    picture = tmp_path / "a.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n")
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)

    async def provoke(answer: Answer) -> list[ProviderError]:
        async with scripted() as (service, client):
            for path in (CREATE, POLL, CREDIT, UPLOAD):
                service.on(path, answer)
            errors = []
            for act in (
                client.submit(CLIP, {}, nothing),
                client.report("t1"),
                client.balance(),
                client.upload(picture, "a.png"),
            ):
                with pytest.raises(ProviderError) as caught:
                    await act
                errors.append(caught.value)
            assert_clean(repr(client) + repr(vars(client)))
            return errors

    try:
        for answer in (
            drop(),
            drop(b"HTTP/1.1 200 OK\r\nContent-Length: 90\r\n\r\n"),
            text("nonsense", 500),
            json({"code": 401, "msg": f"the key {CANARY} is unknown"}),
            json({"code": 422, "msg": f"Bearer {SPELLINGS[1]} {SPELLINGS[2]}"}),
        ):
            for error in asyncio.run(provoke(answer)):
                logging.getLogger("topa_studio").error("told", exc_info=error)
                assert_clean(all_that_an_error_shows(error))
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
    assert "told" in written.getvalue()
    assert_clean(written.getvalue())


def test_what_sending_raises_carries_no_key() -> None:
    async def sending() -> None:
        raise OSError("full")

    async def run() -> BaseException:
        async with scripted() as (_service, client):
            with pytest.raises(OSError, match="full") as caught:
                await client.submit(CLIP, {}, sending)
            return caught.value

    assert_clean(all_that_an_error_shows(asyncio.run(run())))


def test_the_key_goes_to_base_and_upload_only() -> None:
    """Results lie anywhere; whoever serves them learns nothing."""

    async def run() -> None:
        async with scripted() as (service, client):
            service.on(CREDIT, json({"code": 200, "data": 1}))
            await client.balance()
            service.on("/elsewhere", json({"code": 200, "data": 1}))
            service.on(CREDIT, text("", 307, Location="/elsewhere"))
            with pytest.raises(ProviderError):
                await client.balance()
            assert set(service.paths()) == {CREDIT}

    asyncio.run(run())


def test_a_secret_shows_itself_to_nobody() -> None:
    secret = Secret(CANARY)
    shown = f"{secret} {secret!r} {[secret]} {secret:}"
    assert_clean(shown)
    assert secret.reveal() == CANARY
    assert not Secret("")
    with pytest.raises(TypeError):
        pickle.dumps(secret)


@pytest.mark.parametrize(
    "text_",
    ["abc123", " abc123\n", "Bearer abc123", '"abc123"', "'Bearer abc123' ", "bearer  abc123"],
)
def test_a_pasted_key_is_tidied(text_: str) -> None:
    assert Secret.pasted(text_).reveal() == "abc123"


@pytest.mark.parametrize("text_", ["abc 123", "abc\r\nX-Evil: 1", "ключ", "a\x00b"])
def test_a_pasted_text_that_is_no_key_is_refused(text_: str) -> None:
    with pytest.raises(ProviderError) as caught:
        Secret.pasted(text_)
    assert text_ not in str(caught.value) + repr(caught.value)
    assert caught.value.params == {}


def test_an_unused_client_opens_nothing() -> None:
    client = KieClient("https://api.kie.ai", "https://up.example.org", Secret("k"))
    assert client.upload_origin == "https://up.example.org:443"
    asyncio.run(client.aclose())
