"""What is paid for comes home: through failed downloads, cancelled flows and restarts."""

from __future__ import annotations

import asyncio
import gc
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from aiohttp import web

from tests.support.open_film import one_element_film, opened, plain_film, written
from tests.support.scripted_service import Answer, drop, text
from tests.support.small_kie import clip_bytes, picture_bytes, small_kie, until
from topa_studio.base.words import say
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images

HTML = text("<html><body>Just a moment...</body></html>", content_type="text/html")
EMPTY = text(b"")
NONSENSE = text(b"\x00" * 5000)
HALF = drop(b"HTTP/1.1 200 OK\r\nContent-Length: 90000\r\n\r\n" + b"x" * 1000)


@pytest.mark.parametrize("first", [HTML, EMPTY, NONSENSE, HALF])
def test_a_bad_download_is_fetched_again_and_the_clip_arrives(
    tmp_path: Path, first: Answer
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.files = [first]
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                await session.make(clips("1__1"))
                status = session.shot("1__1")
                assert status.stage is Stage.MADE
                assert status.chosen is not None
                assert session.path(status.chosen.path).read_bytes() == kie.clip
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_a_clip_that_cannot_be_fetched_is_not_lost_and_costs_nothing_to_fetch(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.files = [NONSENSE] * 3
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                status = session.shot("1__1")
                assert status.stage is Stage.FAILED
                assert status.trouble is not None
                assert "made and paid for" in say(status.trouble.code, status.trouble.params)
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_a_failure_of_the_service_is_told_with_its_reason(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.states["task-1"] = "fail"
            kie.fails["task-1"] = "The picture shows a famous person"
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                await session.make(clips("1__1"))
                status = session.shot("1__1")
                assert status.stage is Stage.FAILED
                assert status.trouble is not None
                told = say(status.trouble.code, status.trouble.params)
                assert "The picture shows a famous person" in told
                assert "Nothing was charged" in told
                assert session.money().spent == 0
                await session.make(clips("1__1"))  # a new try is a new request
                assert session.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 2

    asyncio.run(run())


def test_a_cancelled_shot_that_runs_is_still_collected(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("recordInfo")
                (line,) = session.queue()
                session.jobs.cancel(line.id)
                await making
                kie.finish()
                await until(lambda: session.shot("1__1").stage is Stage.MADE)
            assert len(kie.accepted) == 1
            assert (tmp_path / "output" / "film" / "shots" / "1__1.mp4").is_file()

    asyncio.run(run())


def test_a_cancelled_shot_that_waits_is_never_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment(), slots=1) as session:
                making = asyncio.create_task(session.make(clips("1__1", "1__2")))
                await kie.until("recordInfo")
                assert session.shot("1__2").stage is Stage.IN_LINE
                session.jobs.cancel_waiting("clip", "1__2")
                await asyncio.sleep(0)
                kie.finish()
                await making
                assert session.shot("1__1").stage is Stage.MADE
                assert session.shot("1__2").stage is Stage.NOT_MADE
                assert session.queue() == ()
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_a_shot_cancelled_while_it_is_sent_is_collected_too(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            answered = kie.answer_late()
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("createTask")
                session.jobs.cancel_waiting("clip", "1__1")
                await making
                answered.set()
                await until(lambda: session.shot("1__1").stage is Stage.MADE)
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_closing_while_it_is_sent_waits_for_the_answer_and_keeps_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            answered = kie.answer_late()
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                session.press(clips("1__1"))
                await kie.until("createTask")
                asyncio.get_running_loop().call_later(0.3, answered.set)
            async with opened(film, kie.environment()) as again:
                assert again.shot("1__1").stage is not Stage.NEEDS_YOU
                await again.make(clips(*(again.missing() or ["1__1"])))
                assert again.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_closing_while_it_is_drawn_leaves_it_for_the_next_start(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                session.press(clips("1__1"))
                await kie.until("recordInfo")
            entry = written(tmp_path / "output" / "film" / "status.json")["shots"]["1__1"]
            assert (entry["task_id"], entry["status"]) == ("task-1", "submitted")
            kie.finish()
            async with opened(film, kie.environment()) as again:
                assert again.missing() == ()
                assert await again.collect() == 1
                assert again.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_every_paid_picture_of_an_element_is_collected(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            film.write_text(film.read_text().replace("[front, side]", "[front, side, back]"))
            kie.states = {"task-2": "generating", "task-3": "generating"}
            async with opened(film, kie.environment()) as session:
                session.press(reference_images("Topa"))
                await until(lambda: len(kie.accepted) == 3)
                await until(lambda: len(session._production.board.open_jobs()) == 2)
            kie.finish()
            async with opened(film, kie.environment()) as again:
                assert await again.collect() == 2
                assert len(again.element("Topa").pictures) == 3
                assert again.element("Topa").stage is Stage.MADE
            assert len(kie.accepted) == 3

    asyncio.run(run())


def test_a_clip_of_another_length_is_kept_and_flagged(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.clip = clip_bytes(4, (640, 360))
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                await session.make(clips("1__1"))
                status = session.shot("1__1")
                assert status.stage is Stage.MADE
                assert status.chosen is not None
                assert status.chosen.flags == ("media.length-differs", "media.size-differs")
            async with opened(tmp_path / "film.yaml") as again:
                chosen = again.shot("1__1").chosen
                assert chosen is not None
                assert chosen.flags == ("media.length-differs", "media.size-differs")

    asyncio.run(run())


def test_a_clip_as_it_was_asked_has_no_flag(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path), kie.environment()) as session,
        ):
            await session.make(clips("1__1"))
            chosen = session.shot("1__1").chosen
            assert chosen is not None
            assert chosen.flags == ()
            assert chosen.credits == 42

    asyncio.run(run())


def test_two_films_in_one_folder_keep_their_shots_apart(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            first = plain_film(tmp_path)
            second = first.with_name("other.yaml")
            second.write_text(first.read_text().replace("dusk", "dawn"))
            kie.creates = [drop()]
            async with opened(first, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.NEEDS_YOU
            async with opened(second, kie.environment()) as other:
                assert other.shot("1__1").stage is Stage.NOT_MADE
                assert other.money().spent == 0
                await other.make(clips("1__1"))
                assert other.shot("1__1").stage is Stage.MADE
            async with opened(first, kie.environment()) as session:
                assert session.shot("1__1").stage is Stage.NEEDS_YOU

    asyncio.run(run())


def test_a_clip_that_came_just_before_the_end_of_a_process_is_not_fetched_twice(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            # As it is found when the file was placed, and the database was not told any more.
            with closing(sqlite3.connect(tmp_path / "output" / ".topa" / "state.db")) as state:
                state.executescript("DELETE FROM take; UPDATE job SET state = 'ready';")
            (tmp_path / "output" / "film" / "shots" / "1__1.mp4").unlink()
            asked = len(kie.service.asked)
            async with opened(film) as again:
                assert await again.collect() == 1
                assert again.shot("1__1").stage is Stage.MADE
                assert len(again.shot("1__1").takes) == 1
            assert len(kie.service.asked) == asked

    asyncio.run(run())


def test_closing_while_a_picture_is_uploaded_ends_in_order(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.service.on("/api/file-stream-upload", never)
            film = plain_film(tmp_path)
            head = "      - id: 1\n"
            film.write_text(film.read_text().replace(head, f"{head}        start: a.png\n"))
            (tmp_path / "a.png").write_bytes(picture_bytes())
            async with opened(film, kie.environment()) as session:
                session.press(clips("1__1"))
                await kie.until("upload")
            # What is still asked when the loop ends leaves its connection open.
            assert "Uploads." not in " ".join(map(str, asyncio.all_tasks()))
            async with opened(film) as again:
                assert again.shot("1__1").stage is Stage.NOT_MADE
            assert kie.accepted == []

    async def never(_request: web.Request) -> web.StreamResponse:
        await asyncio.sleep(60)
        return web.Response()

    asyncio.run(run())
    gc.collect()
    assert not [record for record in caplog.records if record.levelname == "ERROR"]
