"""Rows E12 and E13 of the faults: malicious files meet a child process first, and read nothing."""

from __future__ import annotations

import asyncio
import os
import random
import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import av
import pytest
from PySide6.QtGui import QImageReader

from tests.project.places import ROOT
from tests.support.scripted_service import ScriptedService, text
from tests.support.small_kie import clip_bytes, picture_bytes
from topa_studio.base.errors import MediaError
from topa_studio.media.apart import Apart
from topa_studio.media.measure import MOST_PIXELS, told_size
from topa_studio.media.probe import probe
from topa_studio.media.sniff import sniff
from topa_studio.ui.small_pictures.thumbnails import _still


@pytest.fixture
def apart() -> Iterator[Apart]:
    made = Apart()
    yield made
    made.close()


@pytest.fixture
def clip(tmp_path: Path) -> Path:
    path = tmp_path / "clip.mp4"
    path.write_bytes(clip_bytes())
    return path


@pytest.fixture
def dying(monkeypatch: pytest.MonkeyPatch) -> Iterator[Apart]:
    """A child that some files kill (tests/support/dying_child.py)."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    made = Apart(seconds=2.0, module="tests.support.dying_child")
    yield made
    made.close()


def test_e12_the_child_tells_what_the_file_is(apart: Apart, clip: Path) -> None:
    assert apart.examine(clip) == probe(clip)
    assert sniff(apart.thumbnail(clip, 1.0, 160)) == "jpeg"
    assert [sniff(frame) for frame in apart.film_strip(clip, 0.0, 3.0, 4, 80)] == ["jpeg"] * 4
    assert sniff(apart.last_frame(clip)) == "png"
    (clip.parent / "a.png").write_bytes(picture_bytes(64, 64))
    assert told_size(apart.cropped(clip.parent / "a.png", "16:9")) == (64, 36)


def test_e12_one_child_is_asked_again_and_again(apart: Apart, clip: Path) -> None:
    assert apart.pid is None
    apart.examine(clip)
    first = apart.pid
    apart.thumbnail(clip, 0.0, 80)
    assert apart.pid == first
    apart.close()
    apart.examine(clip)
    assert apart.pid != first


@pytest.mark.parametrize(
    "word", ["KILL", "LIES", "SAYS", "HUGE", *(["EATS", "WRIT"] if sys.platform == "linux" else [])]
)
def test_e12_a_file_that_kills_the_child_is_refused_and_the_next_is_opened(
    dying: Apart, clip: Path, word: str
) -> None:
    bad = clip.with_name("bad.mp4")
    bad.write_bytes(word.encode() + clip.read_bytes())
    with pytest.raises(MediaError) as caught:
        dying.examine(bad)
    assert caught.value.code in ("media.broke-the-reader", "media.unreadable")
    assert "bad.mp4" in str(caught.value)
    assert dying.examine(clip).kind == "clip"
    assert not any(path.stat().st_size for path in clip.parent.glob("written"))


def test_e12_a_file_that_never_ends_is_given_up(
    dying: Apart, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = clip.with_name("bad.mp4")
    bad.write_bytes(b"HANG")
    dying.examine(clip)
    monkeypatch.setattr(dying, "_seconds", 0.3)
    with pytest.raises(MediaError) as caught:
        dying.examine(bad)
    assert caught.value.code == "media.broke-the-reader"


def test_e12_where_no_child_can_start_the_file_is_not_blamed(
    clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A paid clip is not thrown away because of it."""
    for trouble in ("no.such.module", "topa_studio.base.words"):
        with pytest.raises(MediaError) as caught:
            Apart(module=trouble).examine(clip)
        assert caught.value.code == "media.not-opened"
    monkeypatch.setattr(sys, "executable", str(clip))
    with pytest.raises(MediaError, match="stays where it is"):
        Apart().examine(clip)


def test_e12_fuzzed_files_end_no_more_than_the_child(apart: Apart, clip: Path) -> None:
    data = clip_bytes()
    chance = random.Random(12)
    kinds = set()
    for number in range(60):
        bad = bytearray(data)
        for _ in range(chance.randrange(1, 40)):
            bad[chance.randrange(len(bad))] = chance.randrange(256)
        path = clip.with_name(f"bad{number}.mp4")
        path.write_bytes(bad[: chance.randrange(1, len(bad))] if number % 3 == 0 else bad)
        try:
            kinds.add(apart.examine(path).kind)
        except MediaError as error:
            kinds.add(error.code)
    assert {"clip", "media.unreadable"} <= kinds


def _lists(canary: str) -> dict[str, str]:
    """Files that name another one to be read, in every language FFmpeg knows."""
    return {
        "hls": f"#EXTM3U\n#EXT-X-TARGETDURATION:3\n#EXTINF:3,\n{canary}\n#EXT-X-ENDLIST\n",
        "concat": f"ffconcat version 1.0\nfile '{canary}'\n",
        "sdp": f"v=0\no=- 0 0 IN IP4 127.0.0.1\ns=x\nu={canary}\nm=video 5004 RTP/AVP 96\n",
        "dash": (
            f'<MPD xmlns="urn:mpeg:dash:schema:mpd:2011"><Period><AdaptationSet><Representation '
            f'id="1" bandwidth="1"><BaseURL>{canary}</BaseURL></Representation></AdaptationSet>'
            f"</Period></MPD>"
        ),
        "asx": f'<asx version="3.0"><entry><ref href="{canary}"/></entry></asx>',
        "svg": f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{canary}"/></svg>',
    }


@pytest.mark.parametrize("language", _lists(""))
@pytest.mark.parametrize("name", ["list.mp4", "list.png", "list.m3u8", "list.ffconcat"])
def test_e12_a_playlist_reads_nothing(apart: Apart, clip: Path, language: str, name: str) -> None:
    """The canary is a good clip: whoever reads it has something to show."""
    canary = clip.rename(clip.with_name("canary.ts"))
    listed = clip.with_name(name)
    for address in (canary.as_uri(), canary.name, str(canary)):
        listed.write_text(_lists(address)[language], encoding="utf-8")
        with pytest.raises(MediaError) as caught:
            apart.examine(listed)
        assert caught.value.code == "media.unreadable"


def test_e12_the_same_playlist_would_be_read_without_the_guard(clip: Path) -> None:
    listed = clip.with_name("list.ffconcat")
    listed.write_text(_lists(clip.name)["concat"], encoding="utf-8")
    with av.open(str(listed), options={"safe": "0"}) as container:
        assert container.streams.video[0].width == 1280


def test_e12_a_playlist_asks_no_server(apart: Apart, clip: Path) -> None:
    async def run() -> None:
        async with ScriptedService() as canary:
            canary.on("/canary.ts", text(clip_bytes()))
            for language, words in _lists(f"{canary.url}/canary.ts").items():
                listed = clip.with_name(f"{language}.mp4")
                listed.write_text(words, encoding="utf-8")
                with pytest.raises(MediaError):
                    await asyncio.to_thread(apart.examine, listed)
            assert canary.asked == []

    asyncio.run(run())


def test_e12_a_name_that_looks_like_an_address_is_a_name(
    apart: Apart, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(clip.parent)
    with pytest.raises(MediaError) as caught:
        apart.examine(Path("concat:clip.mp4|clip.mp4"))
    assert caught.value.code in ("media.missing", "media.unreadable")


def test_e12_the_child_knows_nothing_of_the_user(
    apart: Apart, clip: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = "kie-" + "CANARY-of-a-child"
    monkeypatch.setenv("KIE_API_KEY", canary)
    monkeypatch.setenv("HTTPS_PROXY", f"http://user:{canary}@127.0.0.1:1")
    apart.examine(clip)
    if sys.platform == "linux":
        place = Path("/proc", str(apart.pid))
        assert canary.encode() not in place.joinpath("environ").read_bytes()
        assert canary.encode() not in place.joinpath("cmdline").read_bytes()
        assert b"apart_child" in place.joinpath("cmdline").read_bytes()
    assert apart.pid != os.getpid()


# E13


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    body = zlib.compress(bytes(1000 * 1000))
    return (
        b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", head) + _chunk(b"IDAT", body) + _chunk(b"IEND", b"")
    )


def _jpeg(width: int, height: int, padding: int = 0) -> bytes:
    frame = b"\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width) + b"\x03\x01\x22\x00" * 3
    filler = b"\xff\xe1" + struct.pack(">H", 60_002) + bytes(60_000)
    return b"\xff\xd8" + filler * padding + frame + b"\xff\xd9"


def _webp(width: int, height: int) -> bytes:
    size = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<I", 10) + b"\0\0\0\0" + size
    return b"RIFF" + struct.pack("<I", len(body)) + body


BOMBS = {
    "png": _png(65_000, 65_000),
    "flat png": _png(2**31 - 1, 1000),
    "jpeg": _jpeg(65_000, 65_000),
    "webp": _webp(16_384, 16_384),
}


@pytest.mark.parametrize("kind", BOMBS)
def test_e13_a_picture_too_large_to_unpack_is_refused_unopened(
    apart: Apart, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(BOMBS[kind])
    for act in (apart.examine, apart.last_frame, lambda p: apart.cropped(p, "16:9")):
        with pytest.raises(MediaError, match="more than any picture"):
            act(path)
    with pytest.raises(MediaError, match="more than any picture"):
        probe(path)


def test_e13_a_bomb_that_hides_its_size_ends_no_more_than_the_child(
    apart: Apart, tmp_path: Path, clip: Path
) -> None:
    path = tmp_path / "bomb.jpg"
    path.write_bytes(_jpeg(65_000, 65_000, padding=6))
    assert told_size(path.read_bytes()[: 256 * 1024]) is None
    with pytest.raises(MediaError):
        apart.examine(path)
    assert apart.examine(clip).kind == "clip"


@pytest.mark.parametrize("kind", BOMBS)
def test_e13_the_windows_reader_of_pictures_refuses_bombs_too(
    qapp: object, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(BOMBS[kind])
    assert _still(path, 160).isNull()
    assert 0 < QImageReader.allocationLimit() <= 256


@pytest.mark.parametrize(
    ("head", "size"),
    [
        (_png(640, 480), (640, 480)),
        (_jpeg(640, 480), (640, 480)),
        (_jpeg(640, 480, padding=2), (640, 480)),
        (_webp(640, 480), (640, 480)),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
        (b"RIFF\0\0\0\0WEBPVP8?", None),
        (b"", None),
    ],
)
def test_e13_sizes_are_read_from_the_head(head: bytes, size: tuple[int, int] | None) -> None:
    assert told_size(head) == size


def test_e13_a_large_picture_that_is_honest_is_still_opened() -> None:
    assert MOST_PIXELS >= 7680 * 4320
