"""Folders of the older pipeline open as they are: nothing converted, lost or paid for again."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.old_folder import OldFolder, entry, hashes
from tests.support.open_film import opened, written
from tests.support.small_kie import CREATE, small_kie
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images

WORDS = ["submitted", "pending", "processing", "waiting", "queuing", "generating", "IN_PROGRESS"]


def test_old_clips_and_pictures_are_there_and_stay_as_they_are(tmp_path: Path) -> None:
    async def run() -> None:
        old = OldFolder(tmp_path)
        old.clip("1__1")
        old.clip("scene_02__a")
        old.pictures("Topa", "Topa2.png", "Topa1.png", "my drawing.png")
        old.status({"1__1": entry("t1", "completed"), "scene_02__a": entry("t2", "completed")})
        before = hashes(tmp_path)
        async with opened(old.scenario) as session:
            assert session.shot("1__1").stage is Stage.MADE
            assert session.shot("scene_02__a").stage is Stage.MADE
            chosen = session.shot("1__1").chosen
            assert chosen is not None
            assert chosen.path == "output/film/shots/1__1.mp4"
            assert session.shot("1__1").out_of_date is False
            assert session.missing() == ("1__2", "1__3")
            topa = session.element("Topa")
            assert topa.stage is Stage.MADE
            assert [Path(path).name for path in topa.pictures] == [
                "Topa1.png",
                "Topa2.png",
                "my drawing.png",
            ]
            quote = session.quote(reference_images("Topa"))
            assert (quote.images, quote.credits) == (0, 0)
            assert session.element("Valley").stage is Stage.NOT_MADE
        after = hashes(tmp_path)
        kept = {name: mark for name, mark in before.items() if name != "output/film/status.json"}
        assert {name: after.get(name) for name in kept} == kept

    asyncio.run(run())


def test_status_files_keep_every_key_and_fact_they_had(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            old.clip("1__1")
            url = "https://results.example.org/t1.mp4"
            first = entry("t1", "completed", url=url, my_note="keep me", credits=[1, {"a": None}])
            path = old.status(
                {"1__1": first, "9__9": entry("t9", "completed", url=url)},
                version=3,
                director={"name": "Дима"},
            )
            async with opened(old.scenario, kie.environment()) as session:
                await session.make(clips("1__2"))
            after = written(path)
            assert (after["version"], after["director"]) == (3, {"name": "Дима"})
            assert after["shots"]["9__9"] == entry("t9", "completed", url=url)
            assert after["shots"]["1__2"]["status"] == "completed"
            one = after["shots"]["1__1"]
            for key in ("task_id", "status", "completed", "url", "prompt", "my_note", "credits"):
                assert one[key] == first[key], key
            assert one["local_path"] == "output/film/shots/1__1.mp4"

    asyncio.run(run())


def test_elements_status_keeps_what_it_does_not_know(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            old.pictures("Topa", "Topa1.png")
            views = {"view_0": {"task_id": "v1", "status": "completed", "url": "https://e.org/1"}}
            topa = {"completed": True, "views": views, "seed": 7}
            path = old.elements_status({"Topa": topa, "Gone": {"views": {}}}, made_by="me")
            async with opened(old.scenario, kie.environment()) as session:
                await session.make(reference_images("Topa", "Valley"))
            after = written(path)
            assert after["made_by"] == "me"
            assert after["elements"]["Topa"] == topa
            assert after["elements"]["Gone"] == {"views": {}}
            valley = after["elements"]["Valley"]
            assert valley["completed"] is True
            assert valley["views"]["view_1"]["local_path"] == "output/elements/Valley/Valley2.png"
            assert len(kie.accepted) == 2

    asyncio.run(run())


@pytest.mark.parametrize("word", WORDS)
def test_a_task_that_was_paid_for_is_asked_about_and_never_sent_again(
    tmp_path: Path, word: str
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            old.status({"1__1": entry("paid-before", word)})
            kie.know("paid-before")
            async with opened(old.scenario, kie.environment()) as session:
                assert "1__1" not in session.missing()
                assert session.quote(clips("1__1")).credits == 0
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            assert CREATE not in kie.service.paths()
            assert (old.shots / "1__1.mp4").read_bytes() == kie.clip
            one = written(old.output / "film" / "status.json")["shots"]["1__1"]
            assert (one["task_id"], one["status"]) == ("paid-before", "completed")

    asyncio.run(run())


def test_a_finished_task_whose_clip_is_gone_is_fetched_again(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            old.status({"1__1": entry("paid-before", "completed", url="https://gone.example/1")})
            kie.know("paid-before")
            async with opened(old.scenario, kie.environment()) as session:
                assert await session.collect() == 1
                assert session.shot("1__1").stage is Stage.MADE
            assert CREATE not in kie.service.paths()

    asyncio.run(run())


def test_failed_and_never_sent_entries_are_simply_not_made_yet(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            old.status(
                {
                    "1__1": entry("t1", "failed", error="no"),
                    "1__2": entry(None, "submit_failed", error="no"),
                    "1__3": entry("t3", "fail"),
                    "scene_02__a": entry("", "pending"),
                }
            )
            async with opened(old.scenario, kie.environment()) as session:
                assert len(session.missing()) == 4
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_a_second_try_that_was_still_running_is_collected_beside_the_old_clip(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            first = old.clip("1__1").read_bytes()
            old.status({"1__1": entry("second-try", "submitted")})
            kie.know("second-try")
            async with opened(old.scenario, kie.environment()) as session:
                assert await session.collect() == 1
                takes = session.shot("1__1").takes
                assert [take.number for take in takes] == [1, 2]
            async with opened(old.scenario) as again:
                takes = again.shot("1__1").takes
                assert again.path(takes[0].path).read_bytes() == first
                assert again.path(takes[1].path).read_bytes() == kie.clip
            assert (old.shots / "1__1.mp4").read_bytes() == kie.clip
            assert CREATE not in kie.service.paths()

    asyncio.run(run())


def test_paid_pictures_of_an_element_are_collected_under_their_numbers(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            old.pictures("Topa", "Topa1.png")
            old.elements_status(
                {
                    "Topa": {
                        "completed": False,
                        "views": {
                            "view_0": {"task_id": "v0", "status": "completed"},
                            "view_1": {"task_id": "v1", "status": "processing"},
                        },
                    }
                }
            )
            kie.know("v1", suffix=".png")
            async with opened(old.scenario, kie.environment()) as session:
                await session.make(reference_images("Topa"))
                names = [Path(path).name for path in session.element("Topa").pictures]
                assert names == ["Topa1.png", "Topa2.png"]
            assert CREATE not in kie.service.paths()
            assert kie.asked("recordInfo") == 1

    asyncio.run(run())


def test_one_file_a_scene_is_every_shot_in_it_at_its_place(tmp_path: Path) -> None:
    async def run() -> None:
        old = OldFolder(tmp_path)
        whole = old.clip("scene_1", 10)
        old.status({"1": {"task_id": "s1", "status": "completed", "shot_count": 3}}, part="scenes")
        async with opened(old.scenario) as session:
            found = [session.shot(key).chosen for key in ("1__1", "1__2", "1__3")]
            assert [(t.path, t.start, t.seconds) for t in found if t is not None] == [
                ("output/film/shots/scene_1.mp4", 0, 3),
                ("output/film/shots/scene_1.mp4", 3, 4),
                ("output/film/shots/scene_1.mp4", 7, 3),
            ]
            assert session.missing() == ("scene_02__a",)
            assert [cut.offset for cut in session.cuts()] == [0, 3, 7, 0]
        assert sorted(path.name for path in old.shots.iterdir()) == [whole.name]

    asyncio.run(run())


def test_parts_of_a_scene_hold_as_many_shots_as_their_entry_says(tmp_path: Path) -> None:
    async def run() -> None:
        old = OldFolder(tmp_path)
        old.clip("scene_1_part0", 7)
        old.clip("scene_1_part1")
        old.scene_status(
            {
                "1_part0": {"task_id": "p0", "status": "completed", "shot_count": 2},
                "1_part1": {"task_id": "p1", "status": "completed", "shot_count": 1},
            }
        )
        async with opened(old.scenario) as session:
            found = [session.shot(key).chosen for key in ("1__1", "1__2", "1__3")]
            assert [(Path(t.path).stem, t.start) for t in found if t is not None] == [
                ("scene_1_part0", 0),
                ("scene_1_part0", 3),
                ("scene_1_part1", 0),
            ]

    asyncio.run(run())


def test_a_scene_that_is_still_drawn_brings_all_its_shots(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            before = {"1": {"task_id": "s1", "status": "submitted", "shot_count": 3, "x": 1}}
            path = old.scene_status(before)
            kie.know("s1")
            async with opened(old.scenario, kie.environment()) as session:
                await session.make(clips("1__2"))
                assert session.shot("1__1").stage is Stage.MADE
                assert session.shot("1__2").stage is Stage.MADE
                assert session.missing() == ("scene_02__a",)
            assert CREATE not in kie.service.paths()
            assert (old.shots / "scene_1.mp4").read_bytes() == kie.clip
            assert written(path)["scenes"]["1"]["x"] == 1

    asyncio.run(run())


@pytest.mark.parametrize("text", ["", "{", "[1, 2]", '{"shots": [1]}', '{"shots": {"1__1": 7}}'])
def test_a_damaged_status_file_stops_nothing_and_is_kept(tmp_path: Path, text: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            path = old.status({})
            path.write_text(text)
            async with opened(old.scenario, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
            assert written(path)["shots"]["1__1"]["completed"] is True
            if text in ("{", "[1, 2]"):
                (kept,) = path.parent.glob("status.*.damaged.json")
                assert kept.read_text() == text

    asyncio.run(run())
