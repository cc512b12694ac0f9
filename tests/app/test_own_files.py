"""Files of the user's own as takes: looked at as a stranger's, free, and never out of date."""

from __future__ import annotations

import asyncio
import os
import shutil
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, written
from tests.support.pictures import picture_in
from tests.support.small_film import small_film
from tests.support.small_kie import CREATE, SmallKie, clip_bytes, picture_bytes, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.app.user_folder import user_data
from topa_studio.base.errors import StudioError
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.media.sniff import sniff
from topa_studio.model.costs import Use
from topa_studio.model.marks import TakeRef
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips
from topa_studio.pipeline.takes import bring

KEY = "1__1"


def own_clip(folder: Path, seconds: int = 5, name: str = "My clip №1.MOV") -> Path:
    path = folder / name
    path.write_bytes(clip_bytes(seconds))
    return path


def on_film(tmp_path: Path, test: Callable[[ProjectSession, SmallKie], Awaitable[None]]) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path / "film")
            async with opened(film, kie.environment()) as session:
                await test(session, kie)

    asyncio.run(run())


def test_an_own_clip_is_a_take_that_costs_nothing_and_is_never_out_of_date(tmp_path: Path) -> None:
    source = own_clip(tmp_path)

    async def check(session: ProjectSession, kie: SmallKie) -> None:
        await session.make(clips(KEY))
        spent = session.money().spent
        ref = await session.takes.bring(KEY, source)
        status = session.shot(KEY)
        assert [take.number for take in status.takes] == [1, 2]
        assert (status.chosen, status.stage) == (status.takes[1], Stage.MADE)
        assert ref.number == 2
        take = status.takes[1]
        assert (take.is_own, take.credits, take.task_id, take.digest) == (True, None, "", "")
        file = session.path(take.path)
        assert file.read_bytes() == source.read_bytes()
        assert file.suffix == ".mp4"
        receipt = written(file.with_suffix(".json"))
        assert receipt["origin"] == "file"
        assert receipt["name"] == source.name
        assert receipt["sha256"] == take.sha256
        assert receipt["credits"] is None
        assert "task_id" not in receipt
        await session.edit("Words", [SetField(ShotTarget(KEY), "prompt", "Wide shot. A gull.")])
        assert not session.shot(KEY).out_of_date
        assert session.money().spent == spent
        costs = session.spending.costs()
        assert (costs.spent, costs.of(Use.UNUSED).count, costs.scenes[0].count) == (spent, 1, 1)
        await session._production._beat.flush()
        published = session.output_folder / "film" / "shots" / f"{KEY}.mp4"
        assert published.read_bytes() == source.read_bytes()
        assert kie.service.paths().count(CREATE) == 1

    on_film(tmp_path, check)


def test_bringing_a_clip_is_undone_into_the_trash_and_redone(tmp_path: Path) -> None:
    source = own_clip(tmp_path)

    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path / "film")
            async with opened(film, kie.environment()) as session:
                await session.takes.bring(KEY, source)
                file = session.path(session.shot(KEY).takes[0].path)
                await session.undo()
                status = session.shot(KEY)
                assert (status.takes, status.stage) == ((), Stage.NOT_MADE)
                assert [take.number for take in status.trashed] == [1]
                assert file.read_bytes() == source.read_bytes()
                await session.redo()
                assert session.shot(KEY).stage is Stage.MADE
            async with opened(film, kie.environment()) as again:
                assert again.shot(KEY).chosen is not None
                await again.undo()
                assert again.shot(KEY).chosen is None
                assert again.missing() == (KEY,)

    asyncio.run(run())


def test_an_own_clip_takes_the_place_of_the_take_that_was_chosen_but_of_no_accepted_one(
    tmp_path: Path,
) -> None:
    source = own_clip(tmp_path)

    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        await session.make(clips(KEY))
        await session.takes.choose(TakeRef(KEY, 1))
        await session.takes.bring(KEY, source)
        chosen = session.shot(KEY).chosen
        assert chosen is not None
        assert chosen.number == 2
        await session.undo()
        status = session.shot(KEY)
        assert status.chosen is not None
        assert (status.chosen.number, session.film.shot(KEY).take) == (1, 1)
        await session.edit("Accept", [SetField(ShotTarget(KEY), "locked", True)])
        ref = await session.takes.bring(KEY, source)
        status = session.shot(KEY)
        assert status.chosen is not None
        assert (ref.number, status.chosen.number) == (3, 1)

    on_film(tmp_path, check)


@pytest.mark.parametrize("lost", ["the database", "all of .topa"])
def test_an_own_clip_is_still_one_in_a_state_that_is_built_anew(lost: str, tmp_path: Path) -> None:
    source = own_clip(tmp_path)

    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path / "film")
            async with opened(film, kie.environment()) as session:
                await session.make(clips(KEY))
                ref = await session.takes.bring(KEY, source)
                await session.takes.star([ref])
                before, spent = session.shot(KEY).takes, session.money().spent
            topa = film.parent / "output" / ".topa"
            if lost == "all of .topa":
                shutil.rmtree(topa)
                shutil.rmtree(user_data())
            else:
                (topa / "state.db").unlink()
            async with opened(film, kie.environment()) as again:
                assert again.shot(KEY).takes == before
                assert again.money().spent == spent

    asyncio.run(run())


def test_an_own_clip_whose_file_is_gone_is_no_loss_that_is_paid_for_or_fetched(
    tmp_path: Path,
) -> None:
    source = own_clip(tmp_path)

    async def check(session: ProjectSession, kie: SmallKie) -> None:
        await session.takes.bring(KEY, source)
        session.path(session.shot(KEY).takes[0].path).unlink()
        await until(lambda: session.shot(KEY).stage is Stage.NOT_MADE)
        assert await session.collect() == 0
        quote = await session.batch(clips(KEY))
        assert (quote.fits, quote.lost, dict(quote.blocked)) == (clips(KEY), (), {})
        await session.make(clips(KEY))
        assert [take.number for take in session.shot(KEY).takes] == [2]
        assert kie.service.paths().count(CREATE) == 1

    on_film(tmp_path, check)


def test_a_clip_that_comes_while_the_shot_is_drawn_takes_no_ones_number(tmp_path: Path) -> None:
    source = own_clip(tmp_path)

    async def check(session: ProjectSession, kie: SmallKie) -> None:
        kie.hold()
        making = asyncio.create_task(session.make(clips(KEY)))
        await until(lambda: session.shot(KEY).stage is Stage.DRAWING)
        ref = await session.takes.bring(KEY, source)
        assert session.shot(KEY).stage is Stage.DRAWING
        kie.finish()
        await making
        takes = {take.number: take.is_own for take in session.shot(KEY).takes}
        assert takes == {1: False, ref.number: True}
        assert ref.number == 2
        # Two at once have a number each.
        refs = await asyncio.gather(*(session.takes.bring(KEY, source) for _ in range(2)))
        assert sorted(each.number for each in refs) == [3, 4]

    on_film(tmp_path, check)


def test_an_own_picture_is_a_panel_from_which_the_clip_starts(tmp_path: Path) -> None:
    source = tmp_path / "my panel.png"
    source.write_bytes(picture_bytes(1280, 720))

    async def run() -> None:
        async with small_kie() as kie:
            film = small_film(tmp_path / "film", 1)
            async with opened(film, kie.environment()) as session:
                await session.takes.bring(KEY, source, panel=True)
                panel = session.shot(KEY).panel
                assert panel is not None
                assert panel.is_own
                assert session.cuts()[0].path == panel.path
                await session.make(clips(KEY))
                assert session.shot(KEY).stage is Stage.MADE
                # Four pictures of elements and the clip: no panel was made.
                assert kie.service.paths().count(CREATE) == 5
                await session.undo()
                assert session.shot(KEY).panel is None

    asyncio.run(run())


def folder_of_clips(path: Path) -> None:
    path.mkdir()
    (path / "clip.mp4").write_bytes(clip_bytes())


BAD: dict[str, Callable[[Path], object]] = {
    "a folder": folder_of_clips,
    "nothing": lambda path: None,
    "empty": lambda path: path.write_bytes(b""),
    "words": lambda path: path.write_text("A clip, believe me.", encoding="utf-8"),
    "a web page": lambda path: path.write_text("<!DOCTYPE html><title>404</title>"),
    "a picture": lambda path: path.write_bytes(picture_bytes()),
    "cut off": lambda path: path.write_bytes(clip_bytes()[:200]),
    "noise that begins like a clip": lambda path: path.write_bytes(
        clip_bytes()[:32] + os.urandom(5000)
    ),
    "a playlist": lambda path: path.write_text("#EXTM3U\n#EXTINF:1,\n/etc/passwd\n"),
    "a pipe": os.mkfifo,
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_clip_is_told_in_words_and_leaves_nothing_behind(
    name: str, tmp_path: Path
) -> None:
    source = tmp_path / "own.mp4"
    BAD[name](source)

    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        with pytest.raises((StudioError, OSError)) as told:
            await session.takes.bring(KEY, source)
        assert str(source) in str(told.value)
        assert (session.shot(KEY).takes, session.document.undo_label) == ((), None)
        left = [path for path in session.output_folder.rglob("*") if path.suffix == ".media"]
        assert left == []
        assert not (session.output_folder / "film" / "takes" / KEY).exists()

    on_film(tmp_path, check)


def test_a_clip_is_no_panel_and_a_photograph_in_webp_becomes_a_png(tmp_path: Path) -> None:
    clip, photograph = own_clip(tmp_path), tmp_path / "photograph.webp"
    photograph.write_bytes(picture_in("libwebp"))

    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        with pytest.raises(StudioError, match="is no picture that can be used here"):
            await session.takes.bring(KEY, clip, panel=True)
        await session.takes.bring(KEY, photograph, panel=True)
        panel = session.shot(KEY).panel
        assert panel is not None
        assert panel.path.endswith(".png")
        assert sniff(session.path(panel.path).read_bytes()[:16]) == "png"

    on_film(tmp_path, check)


def test_a_picture_that_no_clip_can_start_from_is_no_panel(tmp_path: Path) -> None:
    half, small = tmp_path / "half.jpg", tmp_path / "small.png"
    whole = picture_in("mjpeg")
    half.write_bytes(whole[: len(whole) // 2])
    small.write_bytes(picture_bytes(200, 112))

    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        for source, why in ((half, "cannot be read"), (small, "200 by 112")):
            with pytest.raises(StudioError, match=why) as told:
                await session.takes.bring(KEY, source, panel=True)
            assert str(source) in str(told.value)
        assert (session.shot(KEY).panel, session.document.undo_label) == (None, None)

    on_film(tmp_path, check)


def test_a_film_of_hours_is_no_take(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = own_clip(tmp_path)
    monkeypatch.setattr(bring, "_MOST_BYTES", 1000)

    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        with pytest.raises(StudioError, match="is larger than"):
            await session.takes.bring(KEY, source)

    on_film(tmp_path, check)


def test_what_a_run_that_was_ended_has_left_is_cleared_away(tmp_path: Path) -> None:
    source = own_clip(tmp_path)

    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        left = session.output_folder / ".topa" / "incoming" / "own-12345678.media"
        left.parent.mkdir(parents=True, exist_ok=True)
        left.write_bytes(b"half a clip")
        await session.takes.bring(KEY, source)
        assert list(left.parent.iterdir()) == []

    on_film(tmp_path, check)


def test_a_take_made_after_an_own_one_is_chosen_as_the_newest(tmp_path: Path) -> None:
    source = own_clip(tmp_path)

    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        await session.takes.bring(KEY, source)
        await session.make(clips(KEY), consent=Consent(same=True))
        takes = session.shot(KEY).takes
        assert [(take.number, take.is_own) for take in takes] == [(1, True), (2, False)]
        assert session.shot(KEY).chosen == takes[1]

    on_film(tmp_path, check)
