"""Pictures and voices of the user's own in an element: looked at, mended, copied, never lost."""

from __future__ import annotations

import asyncio
import errno
import os
import struct
import wave
import zlib
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, plain_film, told
from tests.support.pictures import picture_in
from tests.support.small_kie import CREATE, picture_bytes, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import MediaError, StudioError
from topa_studio.base.words import say
from topa_studio.media.orientation import UPRIGHT, told_orientation
from topa_studio.media.probe import probe
from topa_studio.model.element_picture import ElementPicture
from topa_studio.model.wish import clips, reference_images

FOLDER = "output/elements/Topa"


def on_film(folder: Path, test: Callable[[ProjectSession], Awaitable[None]]) -> None:
    """A film whose element has no picture yet, and no service."""

    async def run() -> None:
        async with opened(one_element_film(folder), {}) as session:
            await test(session)

    asyncio.run(run())


def turned_jpeg() -> bytes:
    """A JPEG of 640 by 360 that lies on its side, as a telephone writes it."""
    tag = b"Exif\0\0MM\0*\0\0\0\x08\0\x01" + struct.pack(">HHIHHI", 0x0112, 3, 1, 6, 0, 0)
    plain = picture_in("mjpeg")
    return plain[:2] + b"\xff\xe1" + struct.pack(">H", len(tag) + 2) + tag + plain[2:]


def huge_png() -> bytes:
    """A PNG that says it is 65,000 by 65,000 pixels."""
    head = struct.pack(">IIBBBBB", 65_000, 65_000, 8, 2, 0, 0, 0)

    def part(name: bytes, data: bytes) -> bytes:
        size, end = struct.pack(">I", len(data)), struct.pack(">I", zlib.crc32(name + data))
        return size + name + data + end

    return b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", b"") + part(b"IEND", b"")


def given(folder: Path, name: str, data: bytes) -> Path:
    path = folder / "mine" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return path


async def looked_at(session: ProjectSession, count: int = 1) -> tuple[ElementPicture, ...]:
    pictures = session.elements.pictures
    await until(lambda: sum(bool(p.width or p.trouble) for p in pictures("Topa")) == count)
    return pictures("Topa")


BROUGHT = {
    "a photo on its side": (turned_jpeg, "Topa1.png", (360, 640)),
    "a WebP": (lambda: picture_in("libwebp"), "Topa1.png", (640, 360)),
    "a JPEG": (lambda: picture_in("mjpeg"), "Topa1.jpg", (640, 360)),
}


@pytest.mark.parametrize("name", BROUGHT)
def test_a_picture_is_copied_upright_as_the_service_takes_it(name: str, tmp_path: Path) -> None:
    make, file, size = BROUGHT[name]

    async def check(session: ProjectSession) -> None:
        source = given(tmp_path, "holiday.xyz", make())
        path = await session.elements.add("Topa", source)
        assert path == f"{FOLDER}/{file}"
        assert told_orientation(session.path(path)) == UPRIGHT
        (shown,) = await looked_at(session)
        assert ((shown.width, shown.height), shown.trouble) == (size, None)
        # Nothing else of an element with pictures of the user's own is drawn by itself.
        assert session.quote(reference_images("Topa")).wishes == ()

    on_film(tmp_path, check)


REFUSED = {
    "half a JPEG": (lambda: picture_in("mjpeg")[:500], "damaged"),
    "text": (lambda: b"Once upon a time", "no picture"),
    "a picture of 65,000 by 65,000": (huge_png, "65000"),
    "a HEIC of nothing": (lambda: b"\0\0\0\x18ftypheic" + bytes(200), "HEIC"),
    "nothing": (lambda: b"", "no picture"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_picture_is_refused_in_plain_words(name: str, tmp_path: Path) -> None:
    make, words = REFUSED[name]

    async def check(session: ProjectSession) -> None:
        source = given(tmp_path, "holiday.png", make())
        before = session.document.text
        with pytest.raises(StudioError) as refused:
            await session.elements.add("Topa", source)
        assert words in say(refused.value.code, refused.value.params)
        assert not session.path(FOLDER).exists()
        assert (session.document.text, session.steps) == (before, (None, None))

    on_film(tmp_path, check)


def test_a_folder_and_a_file_that_is_gone_are_refused(tmp_path: Path) -> None:
    async def check(session: ProjectSession) -> None:
        for source in (tmp_path, tmp_path / "gone.png"):
            with pytest.raises(StudioError, match="cannot be read"):
                await session.elements.add("Topa", source)

    on_film(tmp_path, check)


MENDED = {"pipeline.picture-small": (200, 112), "pipeline.picture-shape": (1200, 310)}


@pytest.mark.parametrize("code", MENDED)
def test_what_the_service_would_not_take_is_said_and_mended_at_a_press(
    code: str, tmp_path: Path
) -> None:
    async def check(session: ProjectSession) -> None:
        source = given(tmp_path, "odd.png", picture_bytes(*MENDED[code]))
        path = await session.elements.add("Topa", source)
        (shown,) = await looked_at(session)
        assert (getattr(shown.trouble, "code", ""), shown.can_mend) == (code, True)
        await session.elements.mend("Topa", path)
        (shown,) = await looked_at(session)
        assert (shown.trouble, min(shown.width, shown.height) >= 300) == (None, True)
        (old,) = await session.elements.trashed("Topa")
        facts = probe(session.path(old.path))
        assert (facts.width, facts.height) == MENDED[code]

    on_film(tmp_path, check)


@pytest.mark.parametrize(
    "box", [(0, 0, 0, 1), (1, 0, 0.5, 0.5), (0.1, 0.1, 0.0001, 0.5), (-1, 0, 2, 1)]
)
def test_a_crop_of_nothing_is_refused(
    box: tuple[float, float, float, float], tmp_path: Path
) -> None:
    async def check(session: ProjectSession) -> None:
        path = await session.elements.add("Topa", given(tmp_path, "a.png", picture_bytes()))
        with pytest.raises(StudioError, match="nothing"):
            await session.elements.crop("Topa", path, box)
        cut = await session.elements.crop("Topa", path, (0.5, 0, 0.5, 1))
        assert probe(session.path(cut)).width == 320

    on_film(tmp_path, check)


def test_a_webp_that_lies_in_the_folder_is_shown_and_mended(tmp_path: Path) -> None:
    (tmp_path / FOLDER).mkdir(parents=True)
    (tmp_path / FOLDER / "old.webp").write_bytes(picture_in("libwebp"))

    async def check(session: ProjectSession) -> None:
        (shown,) = await looked_at(session)
        assert (shown.file, shown.is_sent, shown.can_mend) == ("old.webp", False, True)
        await session.elements.mend("Topa", shown.path)
        (shown,) = await looked_at(session)
        assert (shown.file, shown.is_sent, shown.trouble) == ("old.png", True, None)

    on_film(tmp_path, check)


def test_five_pictures_are_kept_and_four_are_sent(tmp_path: Path) -> None:
    film = one_element_film(tmp_path)

    async def run() -> None:
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            for width in range(400, 405):
                source = given(tmp_path, f"{width}.png", picture_bytes(width, 400))
                await session.elements.add("Topa", source)
            sent = [picture.is_sent for picture in session.elements.pictures("Topa")]
            assert sent == [True] * 4 + [False]
            await session.make(clips("1__1"))
            clip = kie.accepted[-1]["input"]["kling_elements"]
            assert [len(each["element_input_urls"]) for each in clip] == [4]
            assert kie.service.paths().count(CREATE) == 2  # the panel and the clip

    asyncio.run(run())


@pytest.mark.parametrize("error", [errno.ENOSPC, errno.EROFS, errno.EXDEV])
def test_a_trash_that_takes_nothing_loses_nothing(
    error: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def check(session: ProjectSession) -> None:
        path = await session.elements.add("Topa", given(tmp_path, "a.png", picture_bytes()))
        before = session.path(path).read_bytes()
        steps = session.steps

        def full(_source: Path, target: Path) -> None:
            raise OSError(error, os.strerror(error), str(target))

        with monkeypatch.context() as patched:
            patched.setattr("topa_studio.pipeline.folder.picture_trash.copy_durable", full)
            with pytest.raises(StudioError, match="stay as they are"):
                await session.elements.remove("Topa", path)
        assert (session.path(path).read_bytes(), session.steps) == (before, steps)
        await session.elements.remove("Topa", path)
        assert not session.path(path).exists()

    on_film(tmp_path, check)


def test_undo_says_so_where_the_trash_was_emptied_meanwhile(tmp_path: Path) -> None:
    async def check(session: ProjectSession) -> None:
        notices = told(session)
        path = await session.elements.add("Topa", given(tmp_path, "a.png", picture_bytes()))
        await session.elements.remove("Topa", path)
        (old,) = await session.elements.trashed("Topa")
        session.path(old.path).unlink()
        await session.undo()
        assert session.elements.pictures("Topa") == ()
        assert [notice.code for notice in notices] == ["pipeline.pictures-gone"]
        await session.undo()
        assert session.steps[0] is None

    on_film(tmp_path, check)


def sound(folder: Path, seconds: float) -> Path:
    path = given(folder, f"voice{seconds}.wav", b"")
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(int(seconds * 16_000)))
    return path


def test_a_voice_sample_has_5_to_30_seconds_and_is_copied_into_the_films_home(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession) -> None:
        for seconds in (3, 40):
            with pytest.raises(StudioError, match=f"lasts {seconds}"):
                await session.elements.set_voice("Topa", sound(tmp_path.parent, seconds))
        with pytest.raises(MediaError):
            await session.elements.set_voice("Topa", given(tmp_path, "no.wav", b"text"))
        source = sound(tmp_path.parent, 12)
        await session.elements.set_voice("Topa", source)
        element = session.film.element("Topa")
        assert element is not None
        assert element.voice == "sound/voice12.wav"
        assert session.path("sound/voice12.wav").read_bytes() == source.read_bytes()
        await session.elements.drop_voice("Topa")
        await session.undo()
        assert session.film.element("Topa") == element

    on_film(tmp_path, check)


def test_elements_come_from_another_film_with_copies_of_their_pictures(tmp_path: Path) -> None:
    other = one_element_film(tmp_path / "other")
    folder = other.parent / FOLDER
    folder.mkdir(parents=True)
    for number in (1, 2):
        (folder / f"Topa{number}.png").write_bytes(picture_bytes(400 + number, 400))
    secret = given(tmp_path, "secret.png", picture_bytes(500, 500))
    (folder / "Topa3.png").symlink_to(secret)

    async def run() -> None:
        async with opened(plain_film(tmp_path / "own"), {}) as session:
            text = session.document.text
            assert await session.elements.import_from(other, ["Topa"]) == ("Topa",)
            assert await session.elements.import_from(other, ["Topa"]) == ("Topa2",)
            shown = [[p.file for p in session.elements.pictures(n)] for n in ("Topa", "Topa2")]
            assert shown == [["Topa1.png", "Topa2.png"], ["Topa21.png", "Topa22.png"]]
            element = session.film.element("Topa2")
            assert element is not None
            assert element.description == "A bear"
            await session.undo()
            await session.undo()
            assert session.document.text == text
            assert not any(session.path(FOLDER).iterdir())
            with pytest.raises(StudioError):
                await session.elements.import_from(secret, ["Topa"])

    asyncio.run(run())
    assert len(list(folder.iterdir())) == 3
