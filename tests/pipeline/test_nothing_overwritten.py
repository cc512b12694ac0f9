"""What is paid for is never written over: by the program, by a user, or by a kill between."""

from __future__ import annotations

import asyncio
import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from tests.support.old_folder import OldFolder, entry
from tests.support.open_film import opened, plain_film
from tests.support.small_kie import clip_bytes, small_kie
from topa_studio.app.user_folder import user_data
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips


def test_writing_into_the_published_clip_leaves_the_take_as_it_is(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            clip = tmp_path / "output" / "film" / "shots" / "1__1.mp4"
            with clip.open("r+b") as file:
                file.write(b"mine")
            async with opened(film, kie.environment()) as again:
                (take,) = again.shot("1__1").takes
                assert again.path(take.path).read_bytes() == kie.clip
            assert clip.read_bytes() == kie.clip
            (trashed,) = (tmp_path / "output" / ".topa" / "trash").iterdir()
            assert trashed.read_bytes().startswith(b"mine")

    asyncio.run(run())


def test_a_result_left_half_way_is_not_taken_for_another_tasks(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        output = tmp_path / "output"
        takes = output / "film" / "takes"
        takes.parent.mkdir(parents=True)
        takes.write_text("a file where a folder should be", encoding="utf-8")
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            await session.make(clips("1__1"))
            assert session.shot("1__1").stage is Stage.FAILED
        takes.unlink()
        for record in (output / ".topa" / "state.db", output / ".topa" / "paid.log"):
            record.unlink()
        shutil.rmtree(user_data())
        (output / "film" / "status.json").unlink()
        async with small_kie() as other, opened(film, other.environment()) as again:
            other.accepted.append({})  # its first task is another one: task-2
            other.clip = clip_bytes(4)
            await again.make(clips("1__1"))
            (take,) = again.shot("1__1").takes
            assert again.path(take.path).read_bytes() == other.clip

    asyncio.run(run())


def test_another_tasks_result_of_the_same_name_stays(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("recordInfo")
                place = tmp_path / "output" / "film" / "takes" / "1__1" / "T01.mp4"
                place.parent.mkdir(parents=True)
                place.write_bytes(b"another paid clip")
                receipt = json.dumps({"task_id": "of-another"})
                place.with_suffix(".json").write_text(receipt, encoding="utf-8")
                kie.finish()
                await making
                assert place.read_bytes() == b"another paid clip"
                assert place.with_suffix(".json").read_text(encoding="utf-8") == receipt
                chosen = session.shot("1__1").chosen
                assert chosen is not None
                assert session.path(chosen.path).read_bytes() == kie.clip

    asyncio.run(run())


def test_a_new_take_takes_an_old_clips_place_only_when_that_is_recorded(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            clip = old.clip("1__1")
            old.status({"1__1": entry("old-1", "completed")})
            first = clip.read_bytes()
            kie.clip = clip_bytes(4)
            async with opened(old.scenario, kie.environment()) as session:
                with closing(sqlite3.connect(old.output / ".topa" / "state.db")) as db:
                    db.execute(
                        "CREATE TRIGGER full BEFORE INSERT ON take WHEN NEW.number = 1"
                        " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
                    )
                await session.make(clips("1__1"))
            with closing(sqlite3.connect(old.output / ".topa" / "state.db")) as db:
                db.execute("DROP TRIGGER full")
            async with opened(old.scenario, kie.environment()) as again:
                await again.save()
                takes = again.shot("1__1").takes
                assert [take.number for take in takes] == [1, 2]
                assert again.path(takes[0].path).read_bytes() == first
                assert again.path(takes[1].path).read_bytes() == kie.clip
            async with opened(old.scenario, kie.environment()) as last:
                takes = last.shot("1__1").takes
                assert last.path(takes[0].path).read_bytes() == first
            assert clip.read_bytes() == kie.clip

    asyncio.run(run())
