"""Pictures of the user's own that a shot starts from, ends with or is: looked at and copied."""

from __future__ import annotations

import asyncio
import struct
import zlib
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film
from tests.support.pictures import picture_in
from tests.support.small_kie import picture_bytes
from topa_studio.app.own_pictures import bring_picture
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import StudioError
from topa_studio.media.probe import probe
from topa_studio.media.sniff import sniff

KEY = "1__1"


def bring(film: Path, field: str, *sources: Path) -> list[str]:
    """What the film would name each picture, or why it does not."""

    async def one(session: ProjectSession, source: Path) -> str:
        try:
            return await bring_picture(session, KEY, field, source)
        except StudioError as error:
            return f"! {error}"

    async def run() -> list[str]:
        async with opened(film, {}, practice=True) as session:
            return [await one(session, source) for source in sources]

    return asyncio.run(run())


def test_a_picture_from_elsewhere_is_copied_once_and_never_over_another(tmp_path: Path) -> None:
    film, away = plain_film(tmp_path / "film"), tmp_path / "away"
    for folder, width in (("a", 640), ("b", 800)):
        (away / folder).mkdir(parents=True)
        (away / folder / "me.png").write_bytes(picture_bytes(width))
    one, other = away / "a" / "me.png", away / "b" / "me.png"
    inside = film.parent / "mine.png"
    inside.write_bytes(picture_bytes(700))
    assert bring(film, "start", one, one, other, inside) == [
        "pictures/me.png", "pictures/me.png", "pictures/me (2).png", "mine.png",
    ]  # fmt: skip
    assert (film.parent / "pictures" / "me (2).png").read_bytes() == picture_bytes(800)
    assert one.exists()
    assert len(list((film.parent / "pictures").iterdir())) == 2


def test_webp_becomes_png_wherever_it_lies(tmp_path: Path) -> None:
    film = plain_film(tmp_path)
    source = tmp_path / "still.webp"
    source.write_bytes(picture_in("libwebp"))
    (named,) = bring(film, "end", source)
    assert named == "pictures/still.png"
    assert sniff((tmp_path / named).read_bytes()[:16]) == "png"
    assert (probe(tmp_path / named).width, probe(tmp_path / named).height) == (640, 360)


@pytest.mark.parametrize("field", ["start", "end", "still"])
def test_what_is_no_picture_is_told_in_words_and_nothing_is_copied(
    tmp_path: Path, field: str
) -> None:
    film, away = plain_film(tmp_path / "film"), tmp_path / "away"
    away.mkdir()
    (away / "half.jpg").write_bytes(picture_in("mjpeg")[:400])
    (away / "phone.heic").write_bytes(b"\0\0\0\x18ftypheic" + bytes(64))
    (away / "huge.png").write_bytes(header_of(65_000, 65_000))
    (away / "words.png").write_text("no picture", encoding="utf-8")
    (away / "small.png").write_bytes(picture_bytes(200, 112))
    (away / "folder.png").mkdir()
    names = ["half.jpg", "phone.heic", "huge.png", "words.png", "folder.png", "gone.png"]
    told = bring(film, field, *(away / name for name in names))
    assert all(words.startswith("! ") for words in told), told
    assert not any("Traceback" in words or "Error" in words for words in told)
    (small,) = bring(film, field, away / "small.png")
    # A shot that is a picture is shown as it is; one that is sent must be large enough.
    assert small.startswith("pictures/") if field == "still" else "200 by 112" in small
    assert (film.parent / "pictures").exists() is (field == "still")


def header_of(width: int, height: int) -> bytes:
    """A PNG that says how large it is, and has next to nothing in it."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        for kind, data in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
