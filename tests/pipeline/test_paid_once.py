"""What was paid for once is found again: gone from the disk, renamed, copied, cut and pasted."""

from __future__ import annotations

import asyncio
import json
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, told, written
from tests.support.small_kie import CREATE, SmallKie, picture_bytes, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.files import sha256_of
from topa_studio.document.edits import AddShot, DeleteShot
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips

CASES = """\
global_config: {mode: std, sound: false}
scenes:
  - id: 01
    shots:
      - {id: 01, prompt: "A kite rises and stops.", duration: 5}
      - {id: 010, prompt: "A tail flutters and hangs still.", duration: 5}
      - {id: 1:30, prompt: "The park at dusk, lamps turn on.", duration: 5}
      - {id: 1_0, prompt: "The park at night, a dog sits.", duration: 5}
      - {id: yes, prompt: "The park at dawn, a cat sits.", duration: 5}
"""


def creates(kie: SmallKie) -> int:
    return kie.asked(CREATE)


def clip_of(session: ProjectSession, key: str = "1__1") -> Path:
    chosen = session.shot(key).chosen
    assert chosen is not None
    return session.path(chosen.path)


async def made(film: Path, kie: SmallKie, *keys: str) -> None:
    async with opened(film, kie.environment()) as session:
        await session.make(clips(*(keys or ("1__1",))))


def delete_clips(home: Path) -> None:
    for clip in home.glob("output/**/*.mp4"):
        clip.unlink()


def test_a_clip_gone_from_the_disk_is_missing_and_comes_back_for_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            await made(film, kie)
            delete_clips(tmp_path)
            async with opened(film, kie.environment(), look_only=True) as look:
                assert look.shot("1__1").stage is Stage.MISSING
                assert look.quote(clips("1__1")).credits == 0
            async with opened(film, kie.environment(), unattended=True) as session:
                spent = session.money().spent
                assert session.shot("1__1").stage is Stage.MISSING
                assert await session.collect() == 1
                assert session.shot("1__1").stage is Stage.MADE
                assert clip_of(session).read_bytes() == kie.clip
                assert session.money().spent == spent
            assert creates(kie) == 1

    asyncio.run(run())


@pytest.mark.parametrize("damage", [lambda _clip: b"<html>", lambda clip: clip[:-500]])
def test_what_is_no_whole_clip_in_a_clips_place_stays_and_the_clip_comes_back_for_nothing(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                clip = clip_of(session)
                clip.write_bytes(damage(kie.clip))
                await until(lambda: session.shot("1__1").stage is Stage.MISSING)
                assert await session.takes.fetch("1__1") == 1
                assert clip_of(session).read_bytes() == kie.clip
                (other,) = clip.parent.glob("*.damaged")
                assert other.read_bytes() == damage(kie.clip)
            assert creates(kie) == 1
            async with opened(film, kie.environment()) as again:
                assert [take.number for take in again.shot("1__1").takes] == [1]

    asyncio.run(run())


def test_a_clip_deleted_while_the_film_is_open_is_seen(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            await made(film, kie)
            async with opened(film, kie.environment()) as session:
                delete_clips(tmp_path)
                await until(lambda: session.shot("1__1").stage is Stage.MISSING)
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            assert creates(kie) == 1

    asyncio.run(run())


def test_the_copy_under_the_shots_own_name_is_put_back_without_asking_anyone(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            await made(film, kie)
            shutil.rmtree(tmp_path / "output" / "film" / "takes")
            asked = len(kie.service.paths())
            async with opened(film, kie.environment(), unattended=True) as session:
                before = [p for p in kie.service.paths()[asked:] if "recordInfo" in p]
                await session.collect()
                assert session.shot("1__1").stage is Stage.MADE
                asked_now = [p for p in kie.service.paths()[asked:] if "recordInfo" in p]
                assert asked_now == before

    asyncio.run(run())


def test_a_clip_that_nobody_has_any_more_is_told_and_only_made_again_if_the_user_says_so(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            await made(film, kie)
            delete_clips(tmp_path)
            kie.forget_tasks()
            async with opened(film, kie.environment(), unattended=True) as session:
                await session.collect()
                status = session.shot("1__1")
                assert status.stage is Stage.MISSING
                assert status.trouble is not None
                assert status.trouble.code == "pipeline.clip-lost"
                await session.make(clips(*session.missing()))
                assert creates(kie) == 1
                assert (await session.batch(clips("1__1"))).lost == clips("1__1")
                await session.make(clips("1__1"), consent=Consent(same=True))
                assert creates(kie) == 2
                assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


@pytest.mark.parametrize("what", ["clips", "clips and receipts"])
def test_rebuilding_keeps_the_task_ids_of_clips_that_are_gone(tmp_path: Path, what: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            await made(film, kie)
            delete_clips(tmp_path)
            if what == "clips and receipts":
                shutil.rmtree(tmp_path / "output" / "film" / "takes")
            else:
                (tmp_path / "output" / ".topa" / "paid.log").unlink()
            how = {"unattended": True, "must_write": True, "anew": True}
            async with opened(film, kie.environment(), **how) as session:
                assert session.shot("1__1").stage is Stage.MISSING
                await session.collect()
                assert session.shot("1__1").stage is Stage.MADE
            assert creates(kie) == 1

    asyncio.run(run())


@pytest.mark.parametrize("act", ["renamed", "copied", "only receipts"])
def test_a_film_under_another_name_takes_over_what_its_words_made(tmp_path: Path, act: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            await made(film, kie, "1__1", "1__2")
            other = tmp_path / "other.yaml"
            if act == "copied":
                shutil.copy(film, other)
            else:
                film.rename(other)
            if act == "only receipts":
                shutil.rmtree(tmp_path / "output" / ".topa")
            async with opened(other, kie.environment(), unattended=True) as session:
                spent = session.money().spent
                await session.collect()
                assert session.missing() == ()
                assert clip_of(session).read_bytes() == kie.clip
                assert session.money().spent == spent == 0
            assert creates(kie) == 2

    asyncio.run(run())


def test_what_is_on_the_way_for_a_film_that_was_renamed_is_not_sent_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            kie.hold()
            async with opened(film, kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await until(lambda: session.shot("1__1").stage is Stage.DRAWING)
                making.cancel()
            film = film.rename(tmp_path / "other.yaml")
            kie.finish()
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            assert creates(kie) == 1

    asyncio.run(run())


def test_a_shot_cut_and_pasted_under_another_id_has_its_clip(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1", "1__2"))
                shot = session.document.scenario.shot("1__1")
                await session.edit("Cut", [DeleteShot("1__1")])
                words = {"prompt": shot.prompt, "duration": shot.duration}
                await session.edit("Paste", [AddShot("1", 1, words)])
                key = session.document.scenario.shots()[1].key
                assert key not in {"1__1", "1__2"}
                assert (await session.batch(clips(key))).fits == clips(key)
                await session.make(clips(key))
                assert session.shot(key).stage is Stage.MADE
                assert clip_of(session, key).read_bytes() == kie.clip
            assert creates(kie) == 2

    asyncio.run(run())


def test_a_second_shot_with_the_same_words_is_a_shot_of_its_own(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            film.write_text(film.read_text().replace("number 2", "number 1"))
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                await session.make(clips("1__2"))
            assert creates(kie) == 2

    asyncio.run(run())


@pytest.mark.parametrize("key", ["1__1", "1__8", "1__90", "1__10", "1__True"])
def test_ids_that_older_programs_read_as_numbers_are_found(tmp_path: Path, key: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = tmp_path / "old.yaml"
            film.write_text(CASES)
            shots = tmp_path / "output" / "old" / "shots"
            shots.mkdir(parents=True)
            (shots / f"{key}.mp4").write_bytes(kie.clip)
            async with opened(film, kie.environment()) as session:
                keys = [shot.key for shot in session.document.scenario.shots()]
                found = [one for one in keys if session.shot(one).stage is Stage.MADE]
                assert len(found) == 1
                assert clip_of(session, found[0]).read_bytes() == kie.clip

    asyncio.run(run())


def test_a_task_under_an_older_id_is_fetched_and_not_sent_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = tmp_path / "old.yaml"
            film.write_text(CASES)
            status = tmp_path / "output" / "old" / "status.json"
            status.parent.mkdir(parents=True)
            entry = {"task_id": "paid", "status": "submitted", "completed": False}
            status.write_text(json.dumps({"shots": {"1__8": entry}}))
            kie.know("paid")
            async with opened(film, kie.environment()) as session:
                await session.make(clips("01__010"))
                assert session.shot("01__010").stage is Stage.MADE
            assert creates(kie) == 0

    asyncio.run(run())


def test_a_task_that_the_service_does_not_know_ends(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            status = tmp_path / "output" / "film" / "status.json"
            status.parent.mkdir(parents=True)
            entry = {"task_id": "nobodys", "status": "submitted", "completed": False}
            status.write_text(json.dumps({"shots": {"1__1": entry}}))
            async with opened(film, kie.environment(), unattended=True) as session:
                await asyncio.wait_for(session.collect(), 120)
                found = session.shot("1__1")
                assert found.stage is Stage.FAILED
                assert found.trouble is not None
                assert found.trouble.code == "pipeline.task-not-known"
            assert creates(kie) == 0

    asyncio.run(run())


def test_two_films_never_share_a_folder(tmp_path: Path) -> None:
    async def run() -> None:
        inner = plain_film(tmp_path / "x" / "scenario").rename(
            tmp_path / "x/scenario/scenario.yaml"
        )
        outer = tmp_path / "x" / "scenario.yaml"
        shutil.copy(inner, outer)
        async with opened(inner):
            pass
        owner = written(tmp_path / "x" / "output" / "scenario" / "film.json")
        assert owner["scenario"] == "scenario/scenario.yaml"
        with pytest.raises(ProjectError, match="never share a folder"):
            async with opened(outer):
                pass
        inner.unlink()
        async with opened(outer) as moved:
            assert not moved.read_only
        owner = written(tmp_path / "x" / "output" / "scenario" / "film.json")
        assert owner["scenario"] == "scenario.yaml"

    asyncio.run(run())


def replaced(film: Path) -> None:
    """Another film in the same file: the second shot alone is the same."""
    text = film.read_text().replace("title: Piers", "title: Boats")
    film.write_text(text.replace("A pier at dusk", "A boat at noon"))


def test_a_film_put_where_another_one_lay_takes_none_of_its_clips_by_their_names(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            await made(film, kie, "1__1", "1__2")
            before = film.read_text()
            replaced(film)
            async with opened(film, kie.environment()) as session:
                notices = told(session)
                assert session.missing() == ("1__1", "1__2")
                assert session.jobs.offered() == ("1__1", "1__2")
                await until(lambda: any(n.code == "project.another-film" for n in notices))
                await session.jobs.take_over(["1__2"])
                assert session.missing() == ("1__1",)
                await session.make(clips("1__1"))
                assert clip_of(session).name == "T02-task3.mp4"
            async with opened(film, kie.environment()) as session:
                assert session.missing() == ()
            film.write_text(before)
            async with opened(film, kie.environment(), unattended=True) as session:
                await session.collect()
                assert creates(kie) == 3

    asyncio.run(run())


def test_an_edited_film_keeps_its_clips(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            await made(film, kie, "1__1", "1__2")
            film.write_text(film.read_text().replace("number 1", "number one"))
            async with opened(film, kie.environment()) as session:
                assert session.missing() == ()
                assert session.shot("1__1").out_of_date
                await session.edit("Delete", [DeleteShot("1__2")])
            async with opened(film, kie.environment()) as session:
                assert session.missing() == ()
                assert session.jobs.offered() == ()

    asyncio.run(run())


def test_two_computers_never_write_over_each_others_clips_and_their_spending_adds_up(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            here, there = tmp_path / "here", tmp_path / "there"
            film = plain_film(here)
            shutil.copytree(here, there)
            await made(film, kie)
            kie.clip = kie.clip + b"\0\0\0\x08free"
            await made(there / "film.yaml", kie)
            for path in sorted((there / "output" / "film" / "takes" / "1__1").iterdir()):
                target = here / "output" / "film" / "takes" / "1__1" / path.name
                assert not target.exists()
                shutil.copy(path, target)
            async with opened(film, kie.environment()) as session:
                takes = session.shot("1__1").takes
                assert [take.number for take in takes] == [1, 2]
                assert len({session.path(take.path).read_bytes() for take in takes}) == 2
                assert session.money().spent == 84

    asyncio.run(run())


def test_a_clip_older_than_the_service_keeps_is_not_asked_for(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            shots = tmp_path / "output" / "film" / "shots"
            shots.mkdir(parents=True)
            clip = shots / "1__1.mp4"
            clip.write_bytes(kie.clip)
            old = time.time() - 15 * 86400
            os.utime(clip, (old, old))
            entry = {"task_id": "paid", "status": "completed", "completed": True}
            (shots.parent / "status.json").write_text(json.dumps({"shots": {"1__1": entry}}))
            kie.know("paid")
            async with opened(film, kie.environment(), unattended=True) as session:
                assert session.shot("1__1").stage is Stage.MADE
            delete_clips(tmp_path)
            async with opened(film, kie.environment(), unattended=True) as session:
                await session.collect()
                trouble = session.shot("1__1").trouble
                assert trouble is not None
                assert trouble.code == "pipeline.clip-lost"
            assert not kie.asked("recordInfo")

    asyncio.run(run())


def panelled_film(home: Path) -> Path:
    """Two shots that start from a panel, one from a picture, one from the end of the one before."""
    film = plain_film(home, 4)
    text = film.read_text(encoding="utf-8")
    starts = ["panel", "panel", "look.png", "previous"]
    for number, start in enumerate(starts, 1):
        text = text.replace(f'number {number}."\n', f'number {number}."\n        start: {start}\n')
    film.write_text(text, encoding="utf-8")
    (home / "look.png").write_bytes(picture_bytes())
    return film


@pytest.mark.parametrize("act", ["renamed", "copied"])
def test_what_an_opening_takes_over_is_made_and_costs_nothing_before_any_press(
    tmp_path: Path, act: str
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = panelled_film(tmp_path)
            keys = ("1__1", "1__2", "1__3", "1__4")
            await made(film, kie, *keys)
            sent = creates(kie)
            assert sent == 6
            other = tmp_path / "other.yaml"
            shutil.copy(film, other)
            if act == "renamed":
                film.unlink()
            async with opened(other, kie.environment(), look_only=True) as look:
                assert look.quote(clips(*keys[:2])).credits == 0
                trouble = look.shot("1__1").trouble
                assert trouble is not None
                assert trouble.code == "pipeline.made-before"
                assert not (tmp_path / "output" / "other").exists()
            async with opened(other, kie.environment(), unattended=True) as session:
                assert session.quote(clips(*keys[:2])).credits == 0
                assert await session.collect() == 4
                assert [session.shot(key).stage for key in keys] == [Stage.MADE] * 4
                assert not any(session.shot(key).out_of_date for key in keys)
                assert session.money().estimated == session.money().spent == 0
                assert clip_of(session).read_bytes() == kie.clip
            assert creates(kie) == sent

    asyncio.run(run())


def test_of_several_panels_the_one_is_taken_over_that_the_clip_was_made_from(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = panelled_film(tmp_path)
            await made(film, kie, "1__1")
            panel = next((tmp_path / "output" / "film" / "panels").rglob("*.png"))
            newer = panel.with_name("P09-newer.png")
            newer.write_bytes(picture_bytes(320, 180))
            receipt = written(panel.with_suffix(".json"))
            receipt |= {"task_id": "newer", "of": {**receipt["of"], "number": 9}}
            receipt["sha256"] = sha256_of(newer)
            newer.with_suffix(".json").write_text(json.dumps(receipt))
            async with opened(film, kie.environment()) as session:
                found = session.shot("1__1")
                assert found.panel is not None
                assert found.panel.number == 9
                assert found.out_of_date
            film = film.rename(tmp_path / "other.yaml")
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            assert creates(kie) == 2

    asyncio.run(run())
