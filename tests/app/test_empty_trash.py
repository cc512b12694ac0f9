"""The trash of takes is emptied: the files are gone, and neither money nor the history is hurt."""

from __future__ import annotations

import asyncio
import errno
import os
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from tests.app.test_takes import KEY, film_of_takes, ref, seen
from tests.support.open_film import opened, told
from tests.support.small_kie import CREATE, SmallKie, picture_bytes, small_kie
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.marks import TakeRef
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.pipeline.takes import emptying


def on_film(tmp_path: Path, test: Callable[[ProjectSession, SmallKie], Awaitable[None]]) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            async with opened(film, kie.environment()) as session:
                await test(session, kie)

    asyncio.run(run())


def files_of(session: ProjectSession) -> dict[int, Path]:
    return {take.number: session.path(take.path) for take in session.takes.of(KEY)}


def test_only_what_is_in_the_trash_goes_its_receipt_stays_and_it_goes_on_to_count(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            async with opened(film, kie.environment()) as session:
                files, spent = files_of(session), session.money().spent
                await session.takes.trash([ref(3), ref(1)])
                weight = await session.takes.weigh(session.takes.trash_of(KEY))
                size = sum(files[number].stat().st_size for number in (1, 3))
                assert (weight.count, weight.credits, weight.bytes) == (2, 84.0, size)
                emptied = await session.takes.empty_trash()
                assert (sorted(r.number for r in emptied.takes), emptied.bytes) == ([1, 3], size)
                assert [path.exists() for path in files.values()] == [False, True, False]
                assert all(path.with_suffix(".json").exists() for path in files.values())
                assert seen(session.shot(KEY))["chosen"] == 2
                assert session.takes.trash_of() == ()
                assert session.money().spent == spent
            (tmp_path / "output" / ".topa" / "state.db").unlink()
            async with opened(film, kie.environment()) as again:
                status = again.shot(KEY)
                assert ([t.number for t in status.takes], status.trashed) == ([2], ())
                assert (status.stage, again.money().spent) == (Stage.MADE, spent)
                assert await again.collect() == 0

    asyncio.run(run())


def test_steps_before_it_are_undone_and_a_take_without_its_file_comes_home_free(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        await session.takes.star([ref(3)])
        await session.takes.trash([ref(3)])
        await session.takes.empty_trash()
        await session.undo()
        assert seen(session.shot(KEY))["chosen"] == 2
        (gone,) = session.takes.gone(KEY)
        assert (gone.number, session.takes.comes_back(gone)) == (3, True)
        await session.undo()
        await session.redo()
        await session.takes.fetch(KEY)
        assert session.takes.gone(KEY) == ()
        assert seen(session.shot(KEY))["chosen"] == 3
        assert session.shot(KEY).takes[2].marks.star
        assert kie.service.paths().count(CREATE) == 3

    on_film(tmp_path, check)


def test_with_nothing_left_the_shot_is_not_made_and_what_was_thrown_away_never_comes_by_itself(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            async with opened(film, kie.environment()) as session:
                published = session.output_folder / "film" / "shots" / f"{KEY}.mp4"
                await session._production._beat.flush()
                assert published.exists()
                await session.takes.trash(map(ref, (1, 2, 3)))
                await session.takes.empty_trash()
                assert (session.shot(KEY).stage, published.exists()) == (Stage.NOT_MADE, False)
            async with opened(film, kie.environment()) as again:
                assert again.shot(KEY).stage is Stage.NOT_MADE
                assert await again.collect() == 0
                quote = await again.batch(clips(KEY))
                assert (quote.fits, quote.lost, dict(quote.same)) == (clips(KEY), (), {})
                await again.make(clips(KEY))
                assert [take.number for take in again.shot(KEY).takes] == [4]
            assert kie.service.paths().count(CREATE) == 4

    asyncio.run(run())


def test_what_the_film_names_by_its_number_stays(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            async with opened(film, kie.environment()) as session:
                await session.takes.trash([ref(1), ref(2)])
            text = film.read_text(encoding="utf-8")
            film.write_text(text.replace("duration: 3", "duration: 3\n        take: 1"), "utf-8")
            async with opened(film, kie.environment()) as session:
                files, notices = files_of(session), told(session)
                emptied = await session.takes.empty_trash()
                assert (emptied.takes, list(emptied.left)) == ([ref(2)], [ref(1)])
                assert (files[1].exists(), files[2].exists()) == (True, False)
                assert [say(n.code, n.params) for n in notices] == [
                    "1 of what is in the trash could not be deleted, and stays there: It stands in"
                    " the film by its number."
                ]

    asyncio.run(run())


@pytest.mark.parametrize("why", [errno.EROFS, errno.EACCES, errno.EIO])
def test_a_file_that_cannot_be_deleted_is_told_and_lies_in_the_trash_as_before(
    why: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        await session.takes.trash([ref(1), ref(2)])
        files, notices, whole = files_of(session), told(session), emptying.delete

        def fails(path: Path) -> int:
            if path == files[1]:
                raise OSError(why, os.strerror(why), str(path))
            return whole(path)

        monkeypatch.setattr(emptying, "delete", fails)
        emptied = await session.takes.empty_trash()
        assert (emptied.takes, list(emptied.left)) == ([ref(2)], [ref(1)])
        assert (files[1].exists(), files[2].exists()) == (True, False)
        assert [take.number for take in session.shot(KEY).trashed] == [1]
        words = say(notices[0].code, notices[0].params)
        why_not = "lies where nothing can be written" if why == errno.EROFS else os.strerror(why)
        assert why_not in words
        assert "Errno" not in words
        assert "did not take" not in words
        monkeypatch.undo()
        assert (await session.takes.empty_trash()).takes == [ref(1)]

    on_film(tmp_path, check)


def test_one_file_of_several_shots_goes_with_the_last_of_them(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        board = session._production.board
        first, second, _third = board.entry(*clips(KEY)[0].subject).takes.values()
        entry = board.entry(*clips(KEY)[0].subject)
        entry.takes[2] = type(second)(number=2, path=first.path, seconds=1.0)
        await session.takes.trash([ref(1)])
        emptied = await session.takes.empty_trash()
        assert emptied.left[ref(1)].code == "pipeline.trash-shared"
        assert session.path(first.path).exists()

    on_film(tmp_path, check)


def test_panels_are_emptied_alike_and_whoever_only_looks_on_deletes_nothing(
    tmp_path: Path,
) -> None:
    source = tmp_path / "own.png"
    source.write_bytes(picture_bytes())

    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie, 1)
            async with opened(film, kie.environment()) as session:
                panel = await session.takes.bring(KEY, source, panel=True)
                (take,) = session.takes.of(KEY, panel=True)
                await session.takes.trash([panel, ref(1)])
                async with opened(film, kie.environment(), look_only=True) as looked:
                    with pytest.raises(ProjectError, match="to look at only"):
                        await looked.takes.empty_trash()
                await session.takes.empty_trash([TakeRef(KEY, 1, panel=True)])
                assert not session.path(take.path).exists()
                assert [r.panel for r in session.takes.trash_of()] == [False]
                await session.undo()
                assert seen(session.shot(KEY))["chosen"] == 1

    asyncio.run(run())


def test_a_picture_that_a_shot_names_as_its_own_stays(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        picture = tmp_path / "mine.png"
        picture.write_bytes(picture_bytes(640, 360))
        panel = await session.takes.bring(KEY, picture, panel=True)
        (take,) = session.takes.of(KEY, panel=True)
        await session.edit("Still", [SetField(ShotTarget(KEY), "still", take.path)])
        await session.takes.trash([panel])
        emptied = await session.takes.empty_trash()
        assert [reason.code for reason in emptied.left.values()] == ["pipeline.trash-in-film"]
        assert session.path(take.path).is_file()

    on_film(tmp_path, check)
