"""The file follows the edits by itself, and never over somebody else's change."""

from __future__ import annotations

import asyncio
import os
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.support.long_film import long_film
from tests.support.open_film import opened, plain_film, told
from tests.support.small_kie import until
from topa_studio.app.file import saving
from topa_studio.app.file.checking import LONG_FILE, Checker, Shown
from topa_studio.app.session import ProjectSession, SaveState
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.document import preparing
from topa_studio.document.document import Document
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.document.portions import Portions
from topa_studio.document.text.draft import Draft, Step, perform
from topa_studio.document.text.splice import Splices
from topa_studio.model.scenario import FilmConfig, Scenario


async def rename(session: ProjectSession, title: str) -> None:
    await session.edit("Title", [SetField(ShotTarget("1__1"), "title", title)])


def test_an_edit_is_in_the_file_soon_after_and_only_its_line_differs(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        before = film.read_text().splitlines()
        async with opened(film) as session:
            began = time.monotonic()
            await rename(session, "One")
            assert session.saving is SaveState.UNSAVED
            await until(lambda: session.saving is SaveState.SAVED)
            assert time.monotonic() - began > 0.4
            after = film.read_text().splitlines()
            assert [line for line in after if line not in before] == ["        title: One"]
            assert [line for line in before if line not in after] == []

    asyncio.run(run())


def test_typing_is_written_when_it_rests(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # So long that no pause of a busy machine between two letters is a rest.
    monkeypatch.setattr(saving, "_DELAY", 2.0)

    async def run() -> None:
        film = plain_film(tmp_path)
        before = film.read_bytes()
        async with opened(film) as session:
            for letters in ("O", "On", "One"):
                await rename(session, letters)
                await asyncio.sleep(0.2)
                assert film.read_bytes() == before
            await until(lambda: session.saving is SaveState.SAVED)
            # "On" is a switch to other readers; the quotes that it was given stay.
            assert b'title: "One"' in film.read_bytes()

    asyncio.run(run())


def test_an_edit_while_the_file_is_written_is_saved_as_well(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            notices = told(session)
            titles = [f"Title {number}" for number in range(4)]

            def edit_meanwhile(state: SaveState) -> None:
                if state is SaveState.SAVING and titles:
                    title = SetField(ShotTarget("1__1"), "title", titles.pop())
                    session.document.apply("Title", [title])

            session.saving_changed.connect(edit_meanwhile)
            await rename(session, "First")
            await until(lambda: not titles and session.saving is SaveState.SAVED)
            assert notices == []
            assert b"title: Title 0" in film.read_bytes()

    asyncio.run(run())


def test_an_undo_while_the_file_is_written_is_saved_as_well(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        before = film.read_bytes()
        async with opened(film) as session:
            written: list[bytes] = []

            def undo_meanwhile(state: SaveState) -> None:
                if state is SaveState.SAVING and not written:
                    written.append(session.document.to_bytes())
                    session.document.undo()

            session.saving_changed.connect(undo_meanwhile)
            await rename(session, "First")
            await until(lambda: film.read_bytes() in written)
            await until(lambda: film.read_bytes() == before)

    asyncio.run(run())


def test_closing_writes_what_is_not_written_yet(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            await rename(session, "One")
        assert b"title: One" in film.read_bytes()

    asyncio.run(run())


def test_undo_brings_the_bytes_of_the_file_back(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        before = film.read_bytes()
        async with opened(film) as session:
            await rename(session, "One")
            await session.save()
            assert film.read_bytes() != before
            await session.undo()
            await session.save()
            assert film.read_bytes() == before
            await session.redo()
        assert b"title: One" in film.read_bytes()

    asyncio.run(run())


def test_a_change_from_outside_is_not_overwritten_but_put_together_with_ours(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            notices = told(session)
            theirs = film.read_bytes() + b"# a note of mine\n"
            film.write_bytes(theirs)
            await rename(session, "One")
            await session.save()
            assert session.saving is SaveState.SAVED
            after = film.read_bytes()
            assert set(after.splitlines()) - set(theirs.splitlines()) == {b"        title: One"}
            assert set(theirs.splitlines()) <= set(after.splitlines())
            assert "another program" in say(notices[0].code, notices[0].params)

    asyncio.run(run())


def test_nothing_is_written_without_an_edit(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        before = film.stat().st_mtime_ns
        async with opened(film) as session:
            await session.save()
            await rename(session, "One")
            await session.undo()
        assert film.stat().st_mtime_ns == before

    asyncio.run(run())


@pytest.mark.parametrize("head", [b"\xef\xbb\xbf", b""])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_line_ends_and_byte_order_marks_stay(tmp_path: Path, head: bytes, end: bytes) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        film.write_bytes(head + film.read_bytes().replace(b"\n", end))
        async with opened(film) as session:
            await rename(session, "Один")
        after = film.read_bytes()
        assert after.startswith(head + b"title:")
        assert after.count(b"\n") == after.count(end)
        assert "title: Один".encode() in after

    asyncio.run(run())


def test_a_folder_that_is_gone_is_told_and_the_text_is_still_there(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path / "film")
        async with opened(film) as session:
            notices = told(session)
            os.replace(tmp_path / "film", tmp_path / "moved")
            (tmp_path / "film").write_text("a file where the folder was")
            await rename(session, "One")
            await until(lambda: session.saving is SaveState.FAILED)
            await until(lambda: "project.folder-away" in {notice.code for notice in notices})
            assert "title: One" in session.document.text
            (tmp_path / "film").unlink()
            os.replace(tmp_path / "moved", tmp_path / "film")
        assert b"title: One" in film.read_bytes()

    asyncio.run(run())


def slip(monkeypatch: pytest.MonkeyPatch) -> None:
    """A mistake of the program: a splice writes other words than its nodes say."""

    def slipped(draft: Draft, step: Step) -> tuple[Draft, Splices, Splices]:
        done, there, back = perform(draft, step)
        wrong = tuple(replace(s, text=s.text.replace("One", "Eno")) for s in there)
        return Draft(done.text.replace("One", "Eno"), done.tree), wrong, back

    monkeypatch.setattr(preparing, "perform", slipped)


@pytest.mark.parametrize("shots", [10, 400])
def test_a_text_that_does_not_say_what_is_shown_is_never_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, shots: int
) -> None:
    async def run() -> None:
        film = tmp_path / "film.yaml"
        film.write_text(long_film(shots), encoding="utf-8")
        before = film.read_bytes()
        assert (len(before) > LONG_FILE) == (shots == 400)
        async with opened(film) as session:
            notices = told(session)
            title = SetField(ShotTarget("s1__1"), "title", "One")
            with monkeypatch.context() as planted:
                slip(planted)
                await session.edit("Title", [title])
            with pytest.raises(ProjectError, match="was not saved"):
                await session.save()
            assert session.saving is SaveState.FAILED
            assert film.read_bytes() == before
            assert b"Eno" in (tmp_path / "output/.topa/recovery/film.log").read_bytes()
            await until(lambda: bool(notices))
            assert "Take your last change back with Undo" in say(notices[0].code, notices[0].params)
            await session.undo()
            await session.edit("Title", [title])
            await session.save()
            assert b'title: "One"' in film.read_bytes()

    asyncio.run(run())


def test_the_whole_file_is_read_again_once_it_rests(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def run() -> None:
        film = tmp_path / "film.yaml"
        film.write_text(long_film(20), encoding="utf-8")
        title = SetField(ShotTarget("s1__1"), "title", "One")
        async with opened(film) as session:
            notices = told(session)
            with monkeypatch.context() as planted:
                # Two mistakes: other words than shown, and a look at the wrong scenes only.
                slip(planted)
                nothing = "title: Long\n", Scenario(FilmConfig(title="Long"))
                planted.setattr(Portions, "others", lambda _now, _known: nothing)
                await session.edit("Title", [title])
                await session.save()
            assert b"Eno" in film.read_bytes()
            await until(lambda: "project.file-differs" in {notice.code for notice in notices})
            await session.edit("Title", [SetField(ShotTarget("s2__1"), "title", "Two")])
            with pytest.raises(ProjectError, match="was not saved"):
                await session.save()
            await session.undo()
            await session.undo()
            await session.save()
        assert film.read_text(encoding="utf-8") == long_film(20)

    monkeypatch.setattr(saving, "_REST", 0.05)
    asyncio.run(run())


def long_and_shown(title: str) -> Shown:
    data = long_film(400).replace("title: Long", f"title: {title}").encode()
    film = Document(Path("film.yaml"), long_film(400).encode()).scenario
    return Shown(data, film, "film", "16:9")


def test_a_long_file_is_read_in_one_process_and_in_a_thread_where_there_is_none(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def run() -> None:
        checker, started = Checker(), list[subprocess.Popen[bytes]]()
        real = subprocess.Popen

        def noted(*args: Any, **kwargs: Any) -> subprocess.Popen[bytes]:
            started.append(real(*args, **kwargs))
            return started[-1]

        monkeypatch.setattr(subprocess, "Popen", noted)
        assert await checker.is_same(long_and_shown("Long"))
        assert not await checker.is_same(long_and_shown("Short"))
        assert [process.poll() for process in started] == [None]
        started[0].kill()
        started[0].wait()
        assert await checker.is_same(long_and_shown("Long"))
        assert "failed" in caplog.text
        assert not await checker.is_same(long_and_shown("Short"))
        assert len(started) == 2
        await checker.aclose()
        assert started[1].poll() is not None
        monkeypatch.setattr(sys, "executable", "/no/such/program")
        for _time in range(5):
            assert await checker.is_same(long_and_shown("Long"))
            assert not await checker.is_same(long_and_shown("Short"))
        await checker.aclose()

    asyncio.run(run())
