"""Pictures on their way to the service: each once, frames in the film's ratio, ends as starts."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.small_kie import SmallKie, picture_bytes, small_kie
from topa_studio.base.words import say
from topa_studio.media.probe import probe
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips

UPLOAD = "/api/file-stream-upload"


def uploaded(kie: SmallKie, folder: Path) -> list[tuple[int, int]]:
    """Width and height of every picture that was uploaded."""
    sizes = []
    for asked in kie.service.asked:
        if asked.path == UPLOAD:
            start = asked.body.index(b"\x89PNG")
            path = folder / "uploaded.png"
            path.write_bytes(asked.body[start:])
            found = probe(path)
            sizes.append((found.width, found.height))
    return sizes


def with_line(film: Path, shot: int, line: str) -> None:
    """Add a line to a shot of a plain film."""
    head = f"      - id: {shot}\n"
    film.write_text(film.read_text().replace(head, f"{head}        {line}\n"))


def test_each_picture_is_uploaded_once_for_all_shots_and_starts(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            shot = film.read_text().partition("    shots:\n")[2]
            film.write_text(film.read_text() + shot.replace("id: 1", "id: 2"))
            folder = tmp_path / "output" / "elements" / "Topa"
            folder.mkdir(parents=True)
            for number, width in ((1, 640), (2, 800)):
                (folder / f"Topa{number}.png").write_bytes(picture_bytes(width))
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1", "1__2"))
                assert session.missing() == ()
            assert kie.asked("upload") == 2 + 1  # both views; the two panels have the same bytes
            async with opened(film, kie.environment()) as again:
                await again.make(clips("1__1"))
            assert kie.asked("upload") == 3

    asyncio.run(run())


def test_a_start_picture_is_cut_to_the_films_ratio(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            with_line(film, 1, "start: square.png")
            (tmp_path / "square.png").write_bytes(picture_bytes(640, 640))
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            assert uploaded(kie, tmp_path) == [(640, 360)]
            assert len(kie.accepted[0]["input"]["image_urls"]) == 1

    asyncio.run(run())


def test_a_picture_of_an_element_is_sent_as_it_is(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            folder = tmp_path / "output" / "elements" / "Topa"
            folder.mkdir(parents=True)
            (folder / "portrait.png").write_bytes(picture_bytes(400, 400))
            async with opened(film, kie.environment()) as session:
                assert await session.wishes.upload_elements() == 1
            assert uploaded(kie, tmp_path) == [(400, 400)]

    asyncio.run(run())


def test_a_shot_that_starts_from_the_one_before_waits_for_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            with_line(film, 2, "start: previous")
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1", "1__2"))
                assert session.missing() == ()
            assert [body["input"].get("image_urls", []) != [] for body in kie.accepted] == [
                False,
                True,
            ]
            assert uploaded(kie, tmp_path) == [(1280, 720)]  # the last picture of the first clip

    asyncio.run(run())


def test_a_start_that_is_not_there_is_told_and_nothing_is_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 3)
            with_line(film, 2, "start: previous")
            with_line(film, 3, "start: gone.png")
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__2", "1__3"))
                told = []
                for key in ("1__2", "1__3"):
                    trouble = session.shot(key).trouble
                    assert trouble is not None
                    told.append(say(trouble.code, trouble.params))
                assert "the end of shot 1.1, which is not made yet" in told[0]
                assert "gone.png is not there" in told[1]
            assert kie.accepted == []

    asyncio.run(run())
