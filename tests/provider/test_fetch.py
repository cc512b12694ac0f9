from __future__ import annotations

import asyncio
import gzip
import re
import shutil
from pathlib import Path
from types import SimpleNamespace

import pytest
from aiohttp import web

from tests.support.kie_client import FRESH, scripted
from tests.support.scripted_service import Answer, ScriptedService, drop, json, text
from topa_studio.base.errors import ProviderError

CLIP_BYTES = bytes(range(256)) * 4096  # 1 MiB
NEW_BYTES = CLIP_BYTES[::-1]
PATH = "/r/a.mp4"


def ranged(data: bytes, *, etag: str = '"v1"', cut_at: int | None = None, shift: int = 0) -> Answer:
    """A file that honours Range; `cut_at` breaks off there, `shift` starts at a wrong byte."""

    async def answer(request: web.Request) -> web.StreamResponse:
        found = re.match(r"bytes=(\d+)-", request.headers.get("Range", ""))
        same = request.headers.get("If-Range", etag) == etag
        start = int(found[1]) + shift if found and same else 0
        response = web.StreamResponse(status=206 if found and same else 200)
        response.headers["Content-Length"] = str(len(data) - start)
        response.headers["ETag"] = etag
        if response.status == 206:
            response.headers["Content-Range"] = f"Bytes {start}-{len(data) - 1}/{len(data)}"
        await response.prepare(request)
        await response.write(data[start : cut_at or len(data)])
        if cut_at is not None:
            await asyncio.sleep(0.02)
            assert request.transport is not None
            request.transport.abort()
        return response

    return answer


def fetched(
    tmp_path: Path, *answers: Answer, fresh: Answer | None = None
) -> tuple[bytes, ScriptedService, list[tuple[int, int | None]]]:
    """The bytes on the disk, what was asked, and the progress told."""
    progress: list[tuple[int, int | None]] = []
    target = tmp_path / "takes" / "T01.mp4"

    async def run() -> ScriptedService:
        async with scripted() as (service, client):
            service.on(PATH, *answers)
            if fresh is not None:
                service.on(FRESH, fresh)
            await client.fetch(
                f"{service.url}{PATH}", target, lambda done, all_: progress.append((done, all_))
            )
            return service

    service = asyncio.run(run())
    assert [path.name for path in target.parent.iterdir()] == [target.name]
    return target.read_bytes(), service, progress


def ranges(service: ScriptedService) -> list[str | None]:
    return [asked.headers.get("Range") for asked in service.asked if asked.path == PATH]


def test_a_file_arrives_whole_and_tells_how_far(tmp_path: Path) -> None:
    data, service, progress = fetched(tmp_path, ranged(CLIP_BYTES))
    assert data == CLIP_BYTES
    assert [done for done, _ in progress] == sorted({done for done, _ in progress})
    assert progress[-1] == (len(CLIP_BYTES), len(CLIP_BYTES))
    assert "Authorization" not in service.asked[0].headers


def test_a_broken_download_goes_on_where_it_stopped(tmp_path: Path) -> None:
    data, service, _ = fetched(tmp_path, ranged(CLIP_BYTES, cut_at=600_000), ranged(CLIP_BYTES))
    assert data == CLIP_BYTES
    first, second = ranges(service)
    assert first is None
    assert second is not None
    assert 0 < int(second[6:-1]) <= 600_000


def test_a_changed_file_is_fetched_from_its_start(tmp_path: Path) -> None:
    data, _, _ = fetched(
        tmp_path, ranged(CLIP_BYTES, cut_at=600_000), ranged(NEW_BYTES, etag='"v2"')
    )
    assert data == NEW_BYTES


def a_206(content_range: str, etag: str = '"v1"', data: bytes = NEW_BYTES[600_000:]) -> Answer:
    return text(data, 206, Content_Range=content_range, ETag=etag)


@pytest.mark.parametrize(
    "second",
    [
        ranged(CLIP_BYTES, shift=100),
        ranged(CLIP_BYTES, shift=-100),
        a_206("bytes 0-1048575/1048576"),
        a_206("bytes 393216-1048575/*"),
        a_206("bytes 393216-1048575/999999"),
        a_206("bytes 393216-1048575/1048576", etag='"v2"'),
        a_206("bytes 393216-1048575/1048576", etag='W/"v1"'),
        a_206("nonsense"),
        text(NEW_BYTES, 206, ETag='"v1"'),
        text("", 416, Content_Range="bytes */1048576"),
    ],
)
def test_a_continuation_that_does_not_fit_is_never_appended(tmp_path: Path, second: Answer) -> None:
    data, service, _ = fetched(
        tmp_path, ranged(CLIP_BYTES, cut_at=393_216), second, ranged(CLIP_BYTES)
    )
    assert data == CLIP_BYTES
    assert ranges(service)[0] is None
    assert ranges(service)[-1] is None


def test_a_server_without_ranges_starts_again(tmp_path: Path) -> None:
    data, _, _ = fetched(
        tmp_path, ranged(CLIP_BYTES, cut_at=500_000), text(CLIP_BYTES, 200, ETag='"v1"')
    )
    assert data == CLIP_BYTES


def test_without_a_validator_nothing_is_continued(tmp_path: Path) -> None:
    data, service, _ = fetched(
        tmp_path, ranged(CLIP_BYTES, etag='W/"v1"', cut_at=500_000), text(CLIP_BYTES)
    )
    assert data == CLIP_BYTES
    assert ranges(service) == [None, None]


@pytest.mark.parametrize(
    "answer",
    [
        drop(),
        drop(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this"),
        text("", 200),
        text("", 503),
        text("gone", 404),
    ],
)
def test_nothing_whole_leaves_no_file(tmp_path: Path, answer: Answer) -> None:
    with pytest.raises(ProviderError):
        fetched(tmp_path, answer)
    assert [path for path in (tmp_path / "takes").iterdir() if path.suffix != ".part"] == []


def test_a_dead_address_is_replaced_by_a_signed_one(tmp_path: Path) -> None:
    async def run() -> None:
        async with scripted() as (service, client):
            service.on(PATH, text("expired", 403))
            service.on("/signed", ranged(CLIP_BYTES))
            service.on(FRESH, json({"code": 200, "data": f"{service.url}/signed"}))
            await client.fetch(f"{service.url}{PATH}", tmp_path / "a.mp4", lambda _a, _b: None)
            assert service.paths() == [PATH, FRESH, "/signed"]
            assert "Authorization" in service.asked[1].headers
            assert "Authorization" not in service.asked[2].headers

    asyncio.run(run())
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES


def test_an_older_file_stays_until_the_new_one_is_whole(tmp_path: Path) -> None:
    (tmp_path / "takes").mkdir()
    target = tmp_path / "takes" / "T01.mp4"
    target.write_bytes(b"old")
    with pytest.raises(ProviderError):
        fetched(tmp_path, ranged(CLIP_BYTES, cut_at=1000))
    assert target.read_bytes() == b"old"
    assert fetched(tmp_path, ranged(CLIP_BYTES))[0] == CLIP_BYTES


async def redirected(location: str, tmp_path: Path) -> tuple[ProviderError | None, int, int]:
    """Fetch an address that redirects; the error, requests to it, and to another origin."""
    async with scripted() as (service, client), ScriptedService() as other:
        other.on("/a", ranged(CLIP_BYTES))
        place = location.format(other=other.url, own=service.url)
        service.on(PATH, text("", 302, Location=place))
        failure = None
        try:
            await client.fetch(f"{service.url}{PATH}", tmp_path / "a.mp4", lambda _a, _b: None)
        except ProviderError as error:
            failure = error
        assert all("Authorization" not in asked.headers for asked in other.asked)
        return failure, service.paths().count(PATH), len(other.asked)


def test_redirects_are_followed_without_the_key(tmp_path: Path) -> None:
    failure, _, hits = asyncio.run(redirected("{other}/a", tmp_path))
    assert failure is None
    assert hits == 1
    assert (tmp_path / "a.mp4").read_bytes() == CLIP_BYTES


@pytest.mark.parametrize(
    ("location", "code"),
    [
        ("{own}" + PATH, "provider.redirects"),
        ("http://r.example.org/a", "provider.not-https"),
        ("https://192.168.1.1/a", "provider.private-address"),
        ("https://169.254.169.254/latest", "provider.private-address"),
        ("file:///etc/passwd", "provider.bad-address"),
        ("", "provider.redirects"),
    ],
)
def test_redirects_to_odd_places_are_refused(tmp_path: Path, location: str, code: str) -> None:
    failure, asked, hits = asyncio.run(redirected(location, tmp_path))
    assert failure is not None
    assert failure.code == code
    assert asked <= 6
    assert hits == 0


def test_a_file_without_end_is_given_up(tmp_path: Path) -> None:
    async def endless(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        await response.prepare(request)
        while request.transport is not None:
            await response.write(b"0" * 65536)
        return response

    async def run(answer: Answer) -> None:
        async with scripted(largest=300_000) as (service, client):
            service.on(PATH, answer)
            with pytest.raises(ProviderError) as caught:
                await client.fetch(f"{service.url}{PATH}", tmp_path / "a", lambda _a, _b: None)
            assert caught.value.code == "provider.too-large"
            assert service.paths() == [PATH]

    for answer in (endless, text(CLIP_BYTES)):
        asyncio.run(run(answer))
        assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_before_it_is_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: SimpleNamespace(free=1000))
    with pytest.raises(ProviderError, match="disk is full"):
        fetched(tmp_path, ranged(CLIP_BYTES))


def test_a_result_is_asked_for_as_it_is_and_never_unpacked(tmp_path: Path) -> None:
    """Few bytes that unpack to very many fill neither the memory nor the disk."""
    packed = gzip.compress(bytes(20_000_000))
    asked: list[str] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        asked.append(request.headers.get("Accept-Encoding", ""))
        return web.Response(body=packed, headers={"Content-Encoding": "gzip"})

    data, _service, progress = fetched(tmp_path, answer)
    assert data == packed
    assert asked == ["identity"]
    assert progress[-1][0] == len(packed)
