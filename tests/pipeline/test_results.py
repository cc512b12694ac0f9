"""Results on the disk: receipts, the chosen take under the shot's name, and nothing overwritten."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.old_folder import OldFolder, entry
from tests.support.open_film import one_element_film, opened, plain_film, written
from tests.support.pictures import picture_in
from tests.support.small_kie import CREATE, clip_bytes, picture_bytes, small_kie, until
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.media.sniff import sniff
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips, reference_images

ONE_MORE = Consent(same=True)


def test_a_receipt_tells_all_of_its_result(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(one_element_film(tmp_path), kie.environment()) as session,
        ):
            await session.make(clips("1__1"))
            takes = tmp_path / "output" / "film" / "takes" / "1__1"
            receipt = written(takes / "T01-task4.json")
            assert receipt["task_id"] == "task-4"
            assert receipt["model"] == "kling-3.0/video"
            assert receipt["credits"] == 42
            assert "@topa on a pier" in receipt["request"]["prompt"]
            chosen, panel = session.shot("1__1").chosen, session.shot("1__1").panel
            assert chosen is not None
            assert panel is not None
            assert receipt["sha256"] == chosen.sha256
            assert panel.sha256 in receipt["inputs"]
            assert receipt["times"]["sent"] <= receipt["times"]["finished"]
            panels = tmp_path / "output" / "film" / "panels" / "1__1"
            assert written(panels / "P01-task3.json")["task_id"] == "task-3"
            assert (panels / "P01-task3.png").read_bytes() == kie.picture
            elements = tmp_path / "output" / "elements" / "Topa"
            assert sorted(path.name for path in elements.iterdir()) == [
                "Topa1.json",
                "Topa1.png",
                "Topa2.json",
                "Topa2.png",
            ]

    asyncio.run(run())


def test_without_its_database_everything_comes_back_from_the_receipts(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                kie.clip = clip_bytes(4)
                await session.make(clips("1__1"), consent=ONE_MORE)
                before, spent = session.shot("1__1"), session.money().spent
            (tmp_path / "output" / ".topa" / "state.db").unlink()
            async with opened(film, kie.environment()) as again:
                after = again.shot("1__1")
                assert after.takes == before.takes
                assert [take.flags for take in after.takes] == [(), ("media.length-differs",)]
                assert after.panel == before.panel
                assert after.out_of_date is False
                assert again.money().spent == spent
                assert again.missing() == ()
                again.resume()  # the state was lost, and the user has seen what is there
                await again.make(reference_images("Topa"))
            assert len(kie.accepted) == 5

    asyncio.run(run())


def test_an_element_that_was_half_drawn_is_finished_without_its_database(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(reference_images("Topa"))
            for name in ("Topa2.png", "Topa2.json"):
                (tmp_path / "output" / "elements" / "Topa" / name).unlink()
            (tmp_path / "output" / "elements_status.json").unlink()
            (tmp_path / "output" / ".topa" / "state.db").unlink()
            async with opened(film, kie.environment()) as again:
                assert again.quote(reference_images("Topa")).images == 1
                again.resume()  # the state was lost, and the user has seen what is there
                await again.make(reference_images("Topa"))
                assert len(again.element("Topa").pictures) == 2
            assert len(kie.accepted) == 3

    asyncio.run(run())


def test_a_running_second_take_found_without_database_spares_the_first(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                first, kie.clip = kie.clip, clip_bytes(4)
                kie.hold()
                session.press(clips("1__1"), consent=ONE_MORE)
                await until(lambda: len(kie.accepted) == 2)
                await asyncio.sleep(0.3)
            (tmp_path / "output" / ".topa" / "state.db").unlink()
            kie.finish()
            async with opened(film, kie.environment()) as again:
                assert await again.collect() == 1
                takes = again.shot("1__1").takes
                assert [take.number for take in takes] == [1, 2]
                assert again.path(takes[0].path).read_bytes() == first
                assert again.path(takes[1].path).read_bytes() == kie.clip
            assert len(kie.accepted) == 2

    asyncio.run(run())


def test_a_lost_published_clip_comes_back_from_its_take(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            clip = tmp_path / "output" / "film" / "shots" / "1__1.mp4"
            clip.unlink()
            async with opened(film, kie.environment()):
                pass
            assert clip.read_bytes() == kie.clip
            assert kie.service.paths().count(CREATE) == 1

    asyncio.run(run())


def test_the_take_that_is_chosen_lies_under_the_shots_name(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            clip = tmp_path / "output" / "film" / "shots" / "1__1.mp4"
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                first, kie.clip = kie.clip, clip_bytes(4)
                await session.make(clips("1__1"), consent=ONE_MORE)
                await session.edit("Choose take", [SetField(ShotTarget("1__1"), "take", 1)])
            assert clip.read_bytes() == first
            async with opened(film) as again:
                assert again.shot("1__1").chosen == again.shot("1__1").takes[0]
                await again.edit("Choose take", [SetField(ShotTarget("1__1"), "take", 2)])
            assert clip.read_bytes() == kie.clip
            assert not (tmp_path / "output" / ".topa" / "trash").exists()

    asyncio.run(run())


def test_making_an_old_clip_again_keeps_it_as_its_first_take(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            old = OldFolder(tmp_path)
            first = old.clip("1__1").read_bytes()
            old.status({"1__1": entry("t1", "completed")})
            async with opened(old.scenario, kie.environment()) as session:
                await session.make(clips("1__1"))
            folder = old.output / "film" / "takes" / "1__1"
            assert (folder / "T01.mp4").read_bytes() == first
            assert (folder / "T02-task1.mp4").read_bytes() == kie.clip
            assert (old.shots / "1__1.mp4").read_bytes() == kie.clip
            async with opened(old.scenario) as again:
                assert [take.number for take in again.shot("1__1").takes] == [1, 2]

    asyncio.run(run())


def test_a_file_that_somebody_put_there_goes_to_the_trash_not_away(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            clip = tmp_path / "output" / "film" / "shots" / "1__1.mp4"
            clip.unlink()
            clip.write_bytes(b"my own cut")
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            assert clip.read_bytes() == kie.clip
            (kept,) = (tmp_path / "output" / ".topa" / "trash").iterdir()
            assert kept.read_bytes() == b"my own cut"

    asyncio.run(run())


def test_a_file_in_the_place_of_a_take_stays_what_it_is(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await kie.until("recordInfo")
                place = tmp_path / "output" / "film" / "takes" / "1__1" / "T01.mp4"
                place.parent.mkdir(parents=True)
                place.write_bytes(b"mine")
                kie.finish()
                await making
                chosen = session.shot("1__1").chosen
                assert chosen is not None
                assert session.path(chosen.path).read_bytes() == kie.clip
                assert place.read_bytes() == b"mine"

    asyncio.run(run())


@pytest.mark.parametrize("codec", ["libwebp", "mjpeg"])
def test_a_picture_in_another_format_can_be_used_in_clips(tmp_path: Path, codec: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.picture = picture_in(codec)
            async with opened(one_element_film(tmp_path), kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE
                pictures = session.element("Topa").pictures
                assert len(pictures) == 2
                kinds = {sniff(session.path(path).read_bytes()[:16]) for path in pictures}
                assert kinds == {"png" if codec == "libwebp" else "jpeg"}
            sent = kie.accepted[-1]["input"]["kling_elements"][0]["element_input_urls"]
            assert len(sent) == 2

    asyncio.run(run())


def test_a_picture_in_place_of_a_clip_is_no_clip(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.clip = picture_bytes()
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.FAILED
                assert session.shot("1__1").takes == ()
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_a_take_whose_published_copy_and_database_are_gone_is_not_fetched_again(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            (tmp_path / "output" / ".topa" / "state.db").unlink()
            (tmp_path / "output" / "film" / "shots" / "1__1.mp4").unlink()
            asked = kie.asked("results")
            async with opened(film, kie.environment()) as again:
                assert await again.collect() == 0
                assert [take.number for take in again.shot("1__1").takes] == [1]
            assert kie.asked("results") == asked

    asyncio.run(run())
