"""A link among the film's results leads nowhere: nothing is written, deleted or sent through it."""

from __future__ import annotations

import asyncio
import hashlib
import os
from pathlib import Path

import pytest

from tests.support.old_folder import hashes
from tests.support.open_film import one_element_film, opened, plain_film, told
from tests.support.small_kie import CREATE, SmallKie, picture_bytes, small_kie, until
from topa_studio.app.elsewhere import remember
from topa_studio.app.session import Notice, ProjectSession
from topa_studio.base.errors import ProjectError, StudioError
from topa_studio.base.files import LinkedError, own_folder
from topa_studio.base.words import say
from topa_studio.document.edits import DeleteShot, SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images

pytestmark = pytest.mark.skipif(os.name == "nt", reason="links need a right of their own there")

# What the first task of the small service is called while it comes.
COMING = f".topa/incoming/{hashlib.sha256(b'task-1').hexdigest()[:16]}.media"
FILES = (
    COMING,
    f"{COMING}.part",
    f"{COMING}.part.json",
    "film/status.json",
    "elements_status.json",
    "film/shots/1__1.mp4",
    "film/takes/1__1/T01.mp4",
    "film/takes/1__1/T01.json",
    ".topa/lock",
    ".topa/lock.json",
    ".topa/status.lock",
    ".topa/state.db",
    ".topa/state.db-wal",
    ".topa/state.db-shm",
    ".topa/recovery/film.log",
    ".topa/paid.log",
    ".topa/ids.reserve",
)
FOLDERS = (
    "film",
    "film/shots",
    "film/takes",
    "film/takes/1__1",
    ".topa",
    ".topa/recovery",
    ".topa/backups",
    ".topa/backups/film",
    ".topa/trash",
    ".topa/incoming",
    ".topa/questions",
    "elements",
)


async def work(session: ProjectSession) -> None:
    """All that writes: an edit, something deleted, a save, a clip. Raises StudioError."""
    await session.edit("Edit", [SetField(ShotTarget("1__1"), "title", "One")])
    await session.edit("Delete", [DeleteShot("1__2")])
    await session.save()
    await session.past.trash()
    await session.make(clips("1__1"))


async def worked(film: Path, kie: SmallKie) -> list[str]:
    """What the user is told while the film is opened, worked on and closed."""
    notices: list[Notice] = []
    said: list[str] = []
    try:
        async with opened(film, kie.environment()) as session:
            session.notices.connect(notices.append)
            await work(session)
            trouble = session.shot("1__1").trouble
            said += [] if trouble is None else [say(trouble.code, trouble.params)]
    except StudioError as error:
        said.append(str(error))
    return said + [say(notice.code, notice.params) for notice in notices]


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_a_link_is_never_written_through(tmp_path: Path, name: str) -> None:
    async def run() -> None:
        film = plain_film(tmp_path / "home", 2)
        canary = tmp_path / "canary"
        canary.write_bytes(b"somebody's own words\n")
        link = tmp_path / "home" / "output" / name
        link.parent.mkdir(parents=True)
        link.symlink_to(canary)
        async with small_kie() as kie:
            said = await worked(film, kie)
            made = (tmp_path / "home" / "output" / "film" / "takes" / "1__1").glob("T*.mp4")
            assert [path for path in made if not path.is_symlink()] or any(
                "link" in sentence for sentence in said
            ), said
        assert canary.read_bytes() == b"somebody's own words\n"

    asyncio.run(run())


@pytest.mark.parametrize("name", FOLDERS)
def test_a_folder_that_is_a_link_is_told_and_stays_as_it_is(tmp_path: Path, name: str) -> None:
    async def run() -> None:
        film = plain_film(tmp_path / "home", 2)
        outside = tmp_path / "outside"
        outside.mkdir()
        for canary in ("status.json", "film.log", "lock.json", "T01.mp4", "state.db"):
            (outside / canary).write_bytes(b"somebody's own words\n")
        before = hashes(outside)
        link = tmp_path / "home" / "output" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(outside, target_is_directory=True)
        async with small_kie() as kie:
            said = await worked(film, kie)
            assert any("link" in sentence for sentence in said), said
        assert hashes(outside) == before
        assert link.is_symlink()

    asyncio.run(run())


@pytest.mark.parametrize("name", ["film/takes", "film/shots", "film/panels", ".topa/incoming"])
def test_nothing_is_paid_for_that_has_no_place_to_come_to(tmp_path: Path, name: str) -> None:
    async def run() -> None:
        film = plain_film(tmp_path / "home")
        outside = tmp_path / "outside"
        outside.mkdir()
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            link = tmp_path / "home" / "output" / name
            link.parent.mkdir(parents=True, exist_ok=True)
            if link.is_dir():
                link.rmdir()
            link.symlink_to(outside, target_is_directory=True)
            with pytest.raises(ProjectError, match="is a link to another place"):
                await session.make(clips("1__1"))
            assert kie.service.paths().count(CREATE) == 0
            link.unlink()
            await session.make(clips("1__1"))
            assert session.shot("1__1").stage is Stage.MADE
        assert hashes(outside) == {}

    asyncio.run(run())


def test_the_folder_of_all_results_may_be_a_link_to_another_disk(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path / "home", 2)
        disk = tmp_path / "disk"
        disk.mkdir()
        (tmp_path / "home" / "output").symlink_to(disk, target_is_directory=True)
        remember(film, [disk])  # the window asked, and the user allowed it
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            notices = told(session)
            await work(session)
            assert session.shot("1__1").stage is Stage.MADE
            assert notices == []
        assert (disk / "film" / "takes" / "1__1" / "T01-task1.mp4").is_file()

    asyncio.run(run())


@pytest.mark.parametrize("inside", [True, False])
def test_a_picture_that_leads_out_of_the_film_is_told_and_not_sent(
    tmp_path: Path, inside: bool
) -> None:
    async def run() -> None:
        film = one_element_film(tmp_path / "home")
        kept = (tmp_path / "home" if inside else tmp_path) / "kept"
        kept.mkdir()
        folder = tmp_path / "home" / "output" / "elements" / "Topa"
        folder.mkdir(parents=True)
        for number in (1, 2):
            (kept / f"{number}.png").write_bytes(picture_bytes())
            (folder / f"Topa{number}.png").symlink_to(kept / f"{number}.png")
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            notices = told(session)
            views = session.quote(reference_images("Topa")).images
            assert views == (0 if inside else 2)
            if not inside:
                await until(lambda: bool(notices))
            await asyncio.sleep(0.5)
            said = [say(notice.code, notice.params) for notice in notices]
            assert [s for s in said if "output/elements/Topa/Topa1.png" in s] == (
                [] if inside else said
            )

    asyncio.run(run())


def test_a_folder_is_ones_own_without_a_link_below_its_root(tmp_path: Path) -> None:
    real = tmp_path / "real"
    (real / "a").mkdir(parents=True)
    root = tmp_path / "root"
    root.symlink_to(real, target_is_directory=True)
    assert own_folder(root / "a" / "b.txt", root) == root / "a" / "b.txt"
    (real / "b").symlink_to(real / "a", target_is_directory=True)
    with pytest.raises(LinkedError, match="is a link to another place"):
        own_folder(root / "b" / "c.txt", root)
    with pytest.raises(FileNotFoundError):
        own_folder(tmp_path / "ghost" / "a.txt", tmp_path / "ghost")
