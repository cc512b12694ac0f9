"""History belongs to one file: two films of one name and one folder never see each other's."""

from __future__ import annotations

import asyncio
import json
import shutil
import zlib
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, told
from topa_studio.app.session import ProjectSession
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


@pytest.mark.parametrize("old_log", [False, True], ids=["today's log", "an older log"])
@pytest.mark.parametrize("practice", [True, False], ids=["practice", "real"])
def test_a_film_beside_another_of_its_name_has_its_own_history(
    tmp_path: Path, practice: bool, old_log: bool
) -> None:
    long, short = twins(tmp_path)

    async def run() -> None:
        async with opened(long, practice=practice) as session:
            await title(session, "Long")
        if old_log:
            folder = "output-practice" if practice else "output"
            without_owner(tmp_path / folder / ".topa" / "recovery" / "film.log")
        for _ in range(2):
            async with opened(short, practice=practice) as session:
                notices = told(session)
                assert session.document.undo_label in (None, "Title")
                assert len(session.document.scenario.shots()) == 1
                await title(session, "Short")
                await asyncio.sleep(0)
                assert [n for n in notices if n.code.startswith("project.outside")] == []
        async with opened(long, practice=practice) as session:
            notices = told(session)
            assert len(session.document.scenario.shots()) == 30
            assert session.document.undo_label == "Title"
            await session.undo()
            assert session.document.undo_label is None
            assert [n for n in notices if n.code.startswith("project.outside")] == []

    asyncio.run(run())
    assert long.read_text(encoding="utf-8").count("prompt:") == 30
    assert "Long" not in long.read_text(encoding="utf-8")
    assert "Short" in short.read_text(encoding="utf-8")


def test_earlier_versions_are_its_own_too(tmp_path: Path) -> None:
    long, short = twins(tmp_path)

    async def run() -> None:
        async with opened(long) as session:
            await title(session, "Long")
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
