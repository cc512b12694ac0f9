"""Row E3 of the faults, and what it needs of E1 and E12: only a clip is taken for a clip."""

from __future__ import annotations

import asyncio
from fractions import Fraction
from pathlib import Path

import av
import pytest

from tests.support.open_film import opened, plain_film
from tests.support.scripted_service import Answer, drop, text
from tests.support.small_kie import SmallKie, picture_bytes, small_kie
from topa_studio.base.words import say
from topa_studio.media.apart import Apart
from topa_studio.model.status import ShotStatus, Stage
from topa_studio.model.wish import clips
from topa_studio.pipeline.folder.receipts import read_receipt

INCOMING = Path("output", ".topa", "incoming")
M3U8 = "#EXTM3U\n#EXTINF:3,\nhttp://127.0.0.1:9/secret.ts\n#EXT-X-ENDLIST\n"


async def made(tmp_path: Path, kie: SmallKie) -> ShotStatus:
    """The shot after one press on Generate."""
    async with opened(plain_film(tmp_path), kie.environment()) as session:
        await session.make(clips("1__1"))
        return session.shot("1__1")


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(text("<html>Just a moment</html>", content_type="video/mp4"), id="web page"),
        pytest.param(text('{"code": 404}', content_type="video/mp4"), id="JSON"),
        pytest.param(text(M3U8, content_type="video/mp4"), id="playlist"),
        pytest.param(text(picture_bytes(), content_type="video/mp4"), id="a picture for a clip"),
        pytest.param(text(b"\0\0\0\x20ftypmp42" + bytes(400)), id="a head without a body"),
    ],
)
def test_e3_what_is_no_clip_is_kept_aside_and_fetched_again_by_its_task(
    tmp_path: Path, first: Answer
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.files = [first]
            status = await made(tmp_path, kie)
            assert status.stage is Stage.MADE
            assert kie.asked("recordInfo") == 2
            assert kie.asked("createTask") == 1
            (aside,) = (tmp_path / INCOMING).iterdir()
            assert aside.suffix == ".rejected"

    asyncio.run(run())


def test_e3_an_empty_answer_is_fetched_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.files = [text(b"")]
            assert (await made(tmp_path, kie)).stage is Stage.MADE
            assert list((tmp_path / INCOMING).iterdir()) == []

    asyncio.run(run())


def test_e3_the_type_that_is_told_does_not_count(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.files = [text(kie.clip, content_type="text/html")]
            assert (await made(tmp_path, kie)).stage is Stage.MADE
            assert kie.asked("results") == 1

    asyncio.run(run())


def webm(path: Path) -> bytes:
    with av.open(str(path), "w", format="webm") as out:
        stream = out.add_stream("libvpx", rate=8)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        for number in range(8):
            frame = av.VideoFrame(64, 36, "yuv420p")
            frame.pts, frame.time_base = number, Fraction(1, 8)
            out.mux(stream.encode(frame))
        out.mux(stream.encode(None))
    return path.read_bytes()


def test_e3_a_clip_in_another_wrapping_is_a_clip(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.clip = webm(tmp_path / "other.webm")
            status = await made(tmp_path, kie)
            assert status.stage is Stage.MADE
            assert status.chosen is not None
            take = tmp_path / status.chosen.path
            assert take.suffix == ".webm"
            assert take.read_bytes() == kie.clip
            assert read_receipt(take) is not None
        async with small_kie() as kie, opened(tmp_path / "film.yaml", kie.environment()) as again:
            assert again.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


def test_e12_a_clip_that_breaks_the_reader_never_becomes_a_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(Path(__file__).parents[2]))
    dying = Apart(module="tests.support.dying_child")
    monkeypatch.setattr("topa_studio.media.apart._shared", lambda: dying)

    async def run() -> None:
        async with small_kie() as kie:
            kie.clip = b"KILL" + b"ftypisom" + kie.clip
            status = await made(tmp_path, kie)
            assert status.stage is Stage.FAILED
            assert status.chosen is None
            assert status.trouble is not None
            assert "made and paid for" in say(status.trouble.code, status.trouble.params)
            assert [path.suffix for path in (tmp_path / INCOMING).iterdir()] == [".rejected"]

    asyncio.run(run())
    dying.close()


def test_e12_where_no_child_starts_the_paid_clip_waits_for_the_next_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            with monkeypatch.context() as broken:
                broken.setattr("topa_studio.media.apart._shared", lambda: Apart(module="no.such"))
                status = await made(tmp_path, kie)
                assert status.stage is Stage.FAILED
                assert [path.suffix for path in (tmp_path / INCOMING).iterdir()] == [".media"]
            async with opened(tmp_path / "film.yaml", kie.environment()) as again:
                await again.collect()
                assert again.shot("1__1").stage is Stage.MADE
            assert kie.asked("results") == 1, "it was here already"
            assert kie.asked("createTask") == 1

    asyncio.run(run())


def test_e1_the_next_start_goes_on_where_the_download_broke(tmp_path: Path) -> None:
    """The window is closed while the result comes in pieces; nothing of it is fetched twice."""

    async def run() -> None:
        async with small_kie() as kie:
            half = len(kie.clip) // 2
            head = f'HTTP/1.1 200 OK\r\nETag: "v1"\r\nContent-Length: {len(kie.clip)}\r\n\r\n'
            kie.files = [drop(head.encode() + kie.clip[:half])]
            kie.files += [text("gone", 404)] * 9
            assert (await made(tmp_path, kie)).stage is Stage.FAILED
            kie.files = [
                text(
                    kie.clip[half:],
                    206,
                    ETag='"v1"',
                    Content_Range=f"bytes {half}-{len(kie.clip) - 1}/{len(kie.clip)}",
                )
            ]
            async with opened(tmp_path / "film.yaml", kie.environment()) as again:
                await again.collect()
                assert again.shot("1__1").stage is Stage.MADE
            # Meanwhile the balance is asked for too.
            results = [asked for asked in kie.service.asked if "results" in asked.path]
            assert results[-1].headers.get("Range") == f"bytes={half}-"

    asyncio.run(run())
