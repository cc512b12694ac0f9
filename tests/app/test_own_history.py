"""History belongs to one file: two films of one name and one folder never see each other's."""

from __future__ import annotations

import asyncio
import json
import shutil
import zlib
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, told
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import ProjectSession
from topa_studio.base.errors import ProjectError
from topa_studio.document.edits import SetField, ShotTarget


def twins(folder: Path) -> tuple[Path, Path]:
    """A long film in `scenario/`, and a short one of the same name in the folder above it."""
    long = plain_film(folder / "scenario", shots=30)
    short = plain_film(folder, shots=1)
    return long, short


async def title(session: ProjectSession, words: str) -> None:
    await session.edit("Title", [SetField(ShotTarget("1__1"), "title", words)])


def without_owner(log: Path) -> None:
    """Make a log what an older version wrote: its head does not say whose it is."""
    head, _, rest = log.read_bytes().partition(b"\n")
    record = json.loads(head.partition(b" ")[2])
    del record["film"]
    body = json.dumps(record, ensure_ascii=False, separators=(",", ":")).encode()
    log.write_bytes(b"%08x %s\n" % (zlib.crc32(body), body) + rest)


def as_an_older_version_left_it(home: Path, output: str) -> None:
    """Neither the log nor the folder says whose it is."""
    without_owner(home / output / ".topa" / "recovery" / "film.log")
    (home / output / "film" / "film.json").unlink()


@pytest.mark.parametrize("practice", [True, False], ids=["practice", "real"])
def test_a_second_film_of_one_folder_is_not_opened_and_the_first_keeps_its_history(
    tmp_path: Path, practice: bool
) -> None:
    long, short = twins(tmp_path)

    async def run() -> None:
        async with opened(long, practice=practice) as session:
            await title(session, "Long")
        with pytest.raises(ProjectError) as refused:
            await open_film(short, Opening(practice=practice))
        assert refused.value.code == "project.second-film"
        async with opened(long, practice=practice) as session:
            assert session.document.undo_label == "Title"

    asyncio.run(run())
    assert long.read_text(encoding="utf-8").count("prompt:") == 30
    assert short.read_text(encoding="utf-8").count("prompt:") == 1


@pytest.mark.parametrize("practice", [True, False], ids=["practice", "real"])
def test_an_older_log_goes_to_the_film_it_knows(tmp_path: Path, practice: bool) -> None:
    long, short = twins(tmp_path)

    async def run() -> None:
        async with opened(long, practice=practice) as session:
            await title(session, "Long")
        as_an_older_version_left_it(tmp_path, "output-practice" if practice else "output")
        for before in (None, "Title"):
            async with opened(short, practice=practice) as session:
                notices = told(session)
                assert session.document.undo_label == before
                assert len(session.document.scenario.shots()) == 1
                await title(session, "Short")
                await asyncio.sleep(0)
                assert [n for n in notices if n.code.startswith("project.outside")] == []

    asyncio.run(run())
    assert "Long" in long.read_text(encoding="utf-8")
    assert long.read_text(encoding="utf-8").count("prompt:") == 30
    assert "Short" in short.read_text(encoding="utf-8")


def test_earlier_versions_are_its_own_too(tmp_path: Path) -> None:
    long, short = twins(tmp_path)

    async def run() -> None:
        async with opened(long) as session:
            await title(session, "Long")
        as_an_older_version_left_it(tmp_path, "output")
        async with opened(short) as session:
            await title(session, "Short")
            await session.save()
            versions = await session.past.backups()
            assert {one.path.read_text(encoding="utf-8").count("prompt:") for one in versions} == {
                1
            }

    asyncio.run(run())


def test_the_history_moves_with_the_films_folder(tmp_path: Path) -> None:
    film = plain_film(tmp_path / "here")

    async def run() -> None:
        async with opened(film) as session:
            await title(session, "Pier")
        moved = shutil.move(tmp_path / "here", tmp_path / "there")
        async with opened(Path(moved) / "film.yaml") as session:
            assert session.document.undo_label == "Title"

    asyncio.run(run())
