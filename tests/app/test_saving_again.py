"""What cannot be written is told once, tried again by itself, and never through the user's link."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.support.open_film import opened, plain_film, told
from tests.support.small_kie import until
from topa_studio.app.file import saving
from topa_studio.app.session import ProjectSession, SaveState
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.cli.edit import edit
from topa_studio.document.edits import SetField, ShotTarget


async def rename(session: ProjectSession, title: str) -> None:
    await session.edit("Title", [SetField(ShotTarget("1__1"), "title", title)])


def full_disk(monkeypatch: pytest.MonkeyPatch, fails: Callable[[], bool]) -> None:
    """Saving fails as on a full disk while `fails` says so."""
    write = saving.write_atomic

    def full(path: Path, data: bytes, **how: Any) -> bool:
        if fails():
            raise OSError(errno.ENOSPC, "No space left on device", str(path))
        return write(path, data, **how)

    monkeypatch.setattr(saving, "write_atomic", full)


def test_a_full_disk_is_told_once_and_saving_goes_on_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "_AGAIN_SECONDS", 0.05)
    left = 4

    def fails() -> bool:
        nonlocal left
        left -= 1
        return left >= 0

    full_disk(monkeypatch, fails)

    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            notices = told(session)
            await rename(session, "One")
            await until(lambda: session.saving is SaveState.FAILED)
            await until(lambda: session.saving is SaveState.SAVED)
            assert b"title: One" in film.read_bytes()
            assert [notice.code for notice in notices] == ["project.not-saved"]
            told_of = say(notices[0].code, notices[0].params)
            assert told_of.endswith(
                "could not be saved: the disk is full. Your changes are still here."
            )

    asyncio.run(run())


def test_a_link_to_the_film_stays_a_link(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path / "real")
        link = tmp_path / "film.yaml"
        link.symlink_to(film)
        async with opened(link) as session:
            await rename(session, "One")
            await session.save()
        assert link.is_symlink()
        assert b"title: One" in film.read_bytes()

    asyncio.run(run())


def test_the_command_keeps_a_link_too(tmp_path: Path) -> None:
    film, link = plain_film(tmp_path / "real"), tmp_path / "film.yaml"
    link.symlink_to(film)
    assert edit(str(link), ["set", "1/1", "title", "One"], dry_run=False) == 0
    assert link.is_symlink()
    assert b"title: One" in film.read_bytes()


def test_a_command_that_cannot_write_says_so_and_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = plain_film(tmp_path)
    before = film.read_bytes()
    with monkeypatch.context() as patch:
        full_disk(patch, lambda: True)
        with pytest.raises(ProjectError, match=r"could not be written: No space left .* as it was"):
            edit(str(film), ["set", "1/1", "title", "One"], dry_run=False)
    assert film.read_bytes() == before

    async def look() -> None:
        async with opened(film) as session:
            assert session.document.to_bytes() == before

    asyncio.run(look())


def test_a_file_that_may_not_be_written_is_not_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    film = plain_film(tmp_path)
    before = film.read_bytes()
    monkeypatch.setattr(saving.os, "access", lambda *_given: False)
    with pytest.raises(ProjectError, match="Permission denied"):
        edit(str(film), ["set", "1/1", "title", "One"], dry_run=False)
    assert film.read_bytes() == before


@pytest.mark.parametrize("left", [b"", b"\n\n", b"# all gone\n", b"\0" * 300])
def test_a_file_with_nothing_in_it_is_damage(left: bytes, tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            notices = told(session)
            shots = len(session.document.scenario.shots())
            film.write_bytes(left)
            await until(lambda: bool(notices))
            assert [notice.code for notice in notices] == ["project.outside-broken"]
            assert len(session.document.scenario.shots()) == shots
            await rename(session, "One")
            with pytest.raises(ProjectError):
                await session.save()
            assert film.read_bytes() == left
            await session.outside.keep_mine()
            assert b"title: One" in film.read_bytes()

    asyncio.run(run())
