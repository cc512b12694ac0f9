"""Pictures that the service would not take: told before anything is charged; sent upright else."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Literal

import numpy as np
import pytest

from tests.media.test_upright import lying_jpeg
from tests.pipeline.test_start_pictures import UPLOAD, uploaded, with_line
from tests.support.commands import topa
from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.small_kie import picture_bytes, small_kie
from topa_studio.base.words import say
from topa_studio.document.edits import SetField, ShotTarget, UnsetField
from topa_studio.media.probe import probe
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips

TEN_MB = 10 * 1024 * 1024


def _noise(width: int, height: int, kind: Literal["png", "jpeg"] = "png") -> bytes:
    import av

    from topa_studio.media.pictures import encoded

    pixels = np.random.default_rng(5).integers(0, 255, (height, width, 3), dtype=np.uint8)
    return encoded(av.VideoFrame.from_ndarray(pixels, format="rgb24"), kind)


UNFIT = {
    "half.png": (_noise(640, 360)[:9000], "is damaged"),
    "words.png": (b"no picture at all", "is damaged"),
    "small.png": (picture_bytes(400, 225), "is 400 by 225 pixels"),
    "tall.png": (picture_bytes(450, 800), "Cut to 16:9, the picture tall.png is only 450 by 253"),
    "gone.png": (None, "is not there"),
}


@pytest.mark.parametrize("name", UNFIT)
@pytest.mark.parametrize("field", ["start", "end"])
def test_nothing_is_charged_for_a_shot_whose_picture_cannot_go(
    name: str, field: str, tmp_path: Path
) -> None:
    async def run() -> None:
        data, words = UNFIT[name]
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            with_line(
                film, 1, f"{field}: {name}" + ("" if field == "start" else "\n        start: panel")
            )
            if data is not None:
                (tmp_path / name).write_bytes(data)
            async with opened(film, kie.environment()) as session:
                quote = await session.batch(clips("1__1"))
                (why,) = quote.blocked.values()
                assert words in say(why.code, why.params)
                await session.make(clips("1__1"))
                status = session.shot("1__1")
                assert status.stage is Stage.FAILED
                assert status.trouble is not None
                assert words in say(status.trouble.code, status.trouble.params)
            assert kie.accepted == []  # no reference image and no panel either
            assert kie.asked("upload") == 0

    asyncio.run(run())


@pytest.mark.parametrize("name", ["half.png", "small.png"])
def test_an_elements_picture_that_cannot_go_holds_its_shots(name: str, tmp_path: Path) -> None:
    async def run() -> None:
        data, words = UNFIT[name]
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            folder = tmp_path / "output" / "elements" / "Topa"
            folder.mkdir(parents=True)
            (folder / "portrait.png").write_bytes(data or b"")
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                trouble = session.shot("1__1").trouble
                assert trouble is not None
                assert words in say(trouble.code, trouble.params)
            assert kie.accepted == []

    asyncio.run(run())


def test_a_picture_of_more_than_ten_megabytes_is_told_before_anything_is_paid(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            folder = tmp_path / "output" / "elements" / "Topa"
            folder.mkdir(parents=True)
            heavy = picture_bytes(640, 640)
            (folder / "Topa1.png").write_bytes(heavy + b"\0" * (11 * 1024 * 1024))
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                trouble = session.shot("1__1").trouble
                assert trouble is not None
                told = say(trouble.code, trouble.params)
                assert "has 11.0 MB; the service takes 10 MB at most" in told
            assert kie.accepted == []

    asyncio.run(run())


@pytest.mark.parametrize("kind", ["png", "jpeg"])
@pytest.mark.parametrize("field", ["start", "end"])
def test_a_heavy_frame_is_sent_within_what_the_service_takes(
    field: str, kind: Literal["png", "jpeg"], tmp_path: Path
) -> None:
    """A photo of few megabytes is one of many as a PNG, too."""

    async def run() -> None:
        heavy = _noise(3200, 1800, kind)
        assert len(_noise(3200, 1800)) > TEN_MB
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            lines = f"{field}: heavy.{kind}"
            if field == "end":
                lines += "\n        start: small.png"
                (tmp_path / "small.png").write_bytes(picture_bytes(640, 360))
            with_line(film, 1, lines)
            (tmp_path / f"heavy.{kind}").write_bytes(heavy)
            async with opened(film, kie.environment()) as session:
                assert (await session.batch(clips("1__1"))).blocked == {}
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            bodies = [asked.body for asked in kie.service.asked if asked.path == UPLOAD]
            assert len(bodies) == (1 if field == "start" else 2)
            sent = max(bodies, key=len)
            assert TEN_MB / 10 < len(sent) < TEN_MB
            path = tmp_path / "sent.jpg"
            path.write_bytes(sent[sent.index(b"\xff\xd8\xff") :])
            assert (probe(path).width, probe(path).height) == (3200, 1800)

    asyncio.run(run())


def test_a_picture_that_became_unfit_while_it_waited_is_not_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            with_line(film, 1, "start: a.png")
            (tmp_path / "a.png").write_bytes(picture_bytes())
            async with opened(film, kie.environment()) as session:
                session.pause()
                making = asyncio.create_task(session.make(clips("1__1")))
                while not session.queue():  # noqa: ASYNC110 - the queue is what is waited for
                    await asyncio.sleep(0.02)
                (tmp_path / "a.png").write_bytes(picture_bytes(200, 112))
                session.resume()
                await making
                assert session.shot("1__1").stage is Stage.FAILED
            assert kie.accepted == []

    asyncio.run(run())


@pytest.mark.parametrize("orientation", range(1, 9))
def test_a_picture_that_lies_on_its_side_is_sent_upright(orientation: int, tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            folder = tmp_path / "output" / "elements" / "Topa"
            folder.mkdir(parents=True)
            (folder / "portrait.jpg").write_bytes(lying_jpeg(orientation, scale=2))
            async with opened(film, kie.environment()) as session:
                assert await session.wishes.upload_elements() == 1
            if orientation == 1:
                (body,) = (asked.body for asked in kie.service.asked if "upload" in asked.path)
                assert (folder / "portrait.jpg").read_bytes() in body
            else:
                assert uploaded(kie, tmp_path) == [(640, 384)]

    asyncio.run(run())


def test_ready_made_pictures_of_the_films_folder_are_uploaded(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            text = film.read_text().replace(
                "reference_prompts: [front, side]", "image_urls: [a.png]"
            )
            film.write_text(text)
            (tmp_path / "a.png").write_bytes(picture_bytes(400, 400))
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.missing() == ()
            assert (400, 400) in uploaded(kie, tmp_path)

    asyncio.run(run())


def _film_of_unfit_pictures(folder: Path) -> Path:
    film = plain_film(folder, 3)
    with_line(film, 1, "start: small.png\n        end: gone.png")
    with_line(film, 2, "start: half.png")
    element = "{type: prop, description: A box, image_urls: [lost.png]}"
    text = film.read_text().replace("number 3", "number 3, @Box")
    film.write_text(f"elements:\n  Box: {element}\n{text}")
    for name in ("small.png", "half.png"):
        (folder / name).write_bytes(UNFIT[name][0] or b"")
    return film


def test_check_names_and_counts_every_picture_that_cannot_be_sent(tmp_path: Path) -> None:
    film = _film_of_unfit_pictures(tmp_path)
    done = topa("check", "-s", film, environment={"HOME": str(tmp_path)})
    assert done.returncode == 1
    for name, words in (
        ("small.png", "400 by 225"), ("gone.png", "is not there"),
        ("half.png", "is damaged"), ("lost.png", "is not there"),
    ):  # fmt: skip
        (line,) = (line for line in done.stdout.splitlines() if name in line)
        assert line.startswith("error: line ")
        assert words in line
    assert "4 pictures cannot be sent" in done.stdout.splitlines()[-1]
    told = json.loads(topa("check", "--json", "-s", film).stdout)
    assert told["pictures"] == 4
    assert {problem["shot"] for problem in told["problems"] if "half" in problem["message"]} == {
        "1__2"
    }


def test_a_dry_run_names_and_counts_them_too(tmp_path: Path) -> None:
    film = _film_of_unfit_pictures(tmp_path)
    done = topa("--practice", "run-all", "--dry-run", "-s", film)
    assert done.returncode == 1
    for name in ("small.png", "gone.png", "half.png", "lost.png"):
        assert [line for line in done.stdout.splitlines() if name in line and "cannot" in line]
    assert "4 pictures cannot be sent" in done.stdout.splitlines()[-1]


def test_the_mistake_goes_once_another_picture_is_chosen(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            with_line(film, 1, "start: gone.png")
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.FAILED
                await session.edit("Title", [SetField(ShotTarget("1__1"), "title", "Other")])
                assert session.shot("1__1").stage is Stage.FAILED
                await session.edit("Start", [UnsetField(ShotTarget("1__1"), "start")])
                status = session.shot("1__1")
                assert (status.stage, status.trouble) == (Stage.NOT_MADE, None)
                assert session.missing()[0] == "1__1"

    asyncio.run(run())
