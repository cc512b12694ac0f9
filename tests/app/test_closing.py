"""However a film is opened or closed, and whatever breaks it off, nothing of it is left open."""

from __future__ import annotations

import asyncio
import errno
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.support.cut import Remains, is_cut
from tests.support.open_film import opened, plain_film
from topa_studio.app import project
from topa_studio.app.file.film_file import FilmFile
from topa_studio.app.making.folder_watch import FolderWatch
from topa_studio.app.making.heartbeat import Heartbeat
from topa_studio.app.making.practice_process import PracticeProcess
from topa_studio.app.making.practice_provider import PracticeProvider
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.project import OutputLock
from topa_studio.app.session import ProjectSession
from topa_studio.base.closing import in_order, to_the_end
from topa_studio.base.errors import NotSent
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.pipeline.sending.gate import Gate
from topa_studio.pipeline.state.store import Store


async def rename(session: ProjectSession, title: str) -> None:
    await session.edit("Title", [SetField(ShotTarget("1__1"), "title", title)])


@pytest.mark.parametrize("practice", [False, True])
def test_opening_that_is_cancelled_at_any_await_leaves_nothing_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, practice: bool
) -> None:
    film = plain_film(tmp_path)
    remains = Remains(monkeypatch)

    async def open_and_close() -> None:
        session = await open_film(film, Opening(practice=practice), {})
        await session.aclose()

    async def run() -> None:
        cuts = 0
        for at in count(1):
            was_cut = await is_cut(open_and_close(), at)
            assert remains.of(tmp_path) == [], f"await {at}"
            if not was_cut:
                break
            cuts += 1
        assert cuts > 15

    asyncio.run(run())


@pytest.mark.parametrize("at", [1, 2, 5])
def test_closing_that_is_cancelled_is_done_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: int
) -> None:
    film = plain_film(tmp_path)
    remains = Remains(monkeypatch)

    async def run() -> None:
        session = await open_film(film, Opening(), {})
        await rename(session, "One")
        await is_cut(session.aclose(), at)
        assert remains.of(tmp_path) == []
        assert "title: One" in film.read_text()

    asyncio.run(run())


@pytest.mark.parametrize(
    ("owner", "name"), [(FilmFile, "aclose"), (Heartbeat, "flush"), (Store, "shut")]
)
def test_a_closing_that_fails_half_way_lets_go_of_the_rest(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, owner: type, name: str
) -> None:
    film = plain_film(tmp_path)
    remains = Remains(monkeypatch)
    real = getattr(owner, name)

    async def fails(self: Any) -> None:
        await real(self)
        raise OSError(errno.ENOSPC, "no space left")

    async def run() -> None:
        session = await open_film(film, Opening(), {})
        monkeypatch.setattr(owner, name, fails)
        with pytest.raises(OSError, match="no space left"):
            await session.aclose()
        assert remains.of(tmp_path) == []

    asyncio.run(run())


def test_an_edit_whose_log_line_is_cancelled_on_a_busy_machine_can_be_undone_later(
    tmp_path: Path,
) -> None:
    film = plain_film(tmp_path)
    before = film.read_bytes()

    async def run() -> None:
        asyncio.get_running_loop().set_default_executor(ThreadPoolExecutor(1))
        async with opened(film) as session:
            idle = threading.Event()
            busy = asyncio.create_task(asyncio.to_thread(idle.wait))
            await asyncio.sleep(0)
            await rename(session, "One")
            flush = asyncio.create_task(session._file.keeping.flush())
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            flush.cancel()
            await asyncio.sleep(0)
            await asyncio.sleep(0)
            idle.set()
            await busy
            await rename(session, "Two")
        async with opened(film) as session:
            await session.undo()
            await session.undo()

    asyncio.run(run())
    assert film.read_bytes() == before


def test_a_practice_service_that_is_stopped_while_it_starts_is_gone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remains = Remains(monkeypatch)

    async def run() -> None:
        for at in range(1, 6):
            process = PracticeProcess(tmp_path / "practice.jsonl")
            assert await is_cut(process.start(), at) or at > 2
            await process.stop()
            assert remains.of(tmp_path) == [], f"await {at}"

    asyncio.run(run())


def test_a_closed_film_starts_no_service_of_practice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    remains = Remains(monkeypatch)

    async def run() -> None:
        provider = PracticeProvider(tmp_path / "practice.jsonl")
        asking = asyncio.create_task(provider.balance())
        await asyncio.sleep(0)
        await provider.aclose()
        await asyncio.gather(asking, return_exceptions=True)
        with pytest.raises(NotSent):
            await provider.balance()
        assert remains.of(tmp_path) == []

    asyncio.run(run())


def test_a_lock_whose_note_cannot_be_written_is_free(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "output" / ".topa" / "lock"
    held = OutputLock(path)

    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr(project, "write_atomic", full)
        with pytest.raises(OSError, match="no space left"):
            held.take("one")
    other = OutputLock(path)
    assert other.take("another")
    other.release()


def test_a_folder_that_cannot_be_looked_at_counts_as_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_path: Path) -> bool:
        raise OSError(errno.EIO, "the disk fails")

    async def run() -> None:
        gate = Gate(unattended=False)
        watch = FolderWatch(tmp_path, gate)
        with monkeypatch.context() as patched:
            patched.setattr(Path, "is_dir", fails)
            await watch.look(at_once=True)
        assert watch.is_away
        assert gate.is_held
        (tmp_path / ".topa").mkdir()
        await watch.look(at_once=True)
        assert not gate.is_held

    asyncio.run(run())


def test_every_step_is_taken_and_a_cancel_waits_for_all() -> None:
    taken: list[str] = []

    async def step(name: str) -> None:
        await asyncio.sleep(0)
        taken.append(name)
        if name == "second":
            raise OSError(name)

    async def run() -> None:
        steps = [lambda name=name: step(name) for name in ("first", "second", "third")]
        with pytest.raises(OSError, match="second"):
            await in_order(*steps)
        assert await is_cut(to_the_end(in_order(*steps)), 1)
        assert taken == ["first", "second", "third"] * 2

    asyncio.run(run())
