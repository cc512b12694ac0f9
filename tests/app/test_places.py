"""Where a film is at home, and that one process writes there."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import small_kie
from topa_studio.app.config import Config
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.project import OutputLock, home_of, layout_of
from topa_studio.app.session import SaveState
from topa_studio.base.errors import ProjectError
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips
from topa_studio.provider.secret import Secret

_HOLD = """
import sys
from pathlib import Path
from topa_studio.app.project import OutputLock
lock = OutputLock(Path(sys.argv[1]))
print(lock.take("run-all"), flush=True)
sys.stdin.readline()
"""


def test_the_home_is_the_films_folder_or_the_one_above_a_folder_called_scenario(
    tmp_path: Path,
) -> None:
    assert home_of(tmp_path / "film.yaml") == tmp_path
    assert home_of(tmp_path / "scenario" / "film.yaml") == tmp_path
    assert home_of(tmp_path / "scenarios" / "film.yaml") == tmp_path / "scenarios"


def test_it_does_not_depend_on_where_a_command_is_typed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    inside, outside = tmp_path / "scenario", tmp_path / "elsewhere"
    for folder in (inside, outside):
        folder.mkdir()
    (inside / "film.yaml").write_text("")
    for place in (inside, tmp_path, outside):
        monkeypatch.chdir(place)
        typed = Path(os.path.relpath(inside / "film.yaml"))
        assert home_of(typed).resolve() == tmp_path.resolve(), place


def test_practice_lies_apart_and_alike(tmp_path: Path) -> None:
    config = Config(Secret(""), output="made", elements="made/cast")
    real = layout_of(tmp_path / "film.yaml", config, practice=False)
    practice = layout_of(tmp_path / "film.yaml", config, practice=True)
    assert practice.output == tmp_path / "made-practice"
    assert practice.elements == tmp_path / "made-practice" / "cast"
    assert practice.take("1__1", 1).relative_to(practice.output) == real.take(
        "1__1", 1
    ).relative_to(real.output)


def test_practice_never_writes_into_a_folder_of_pictures_elsewhere(tmp_path: Path) -> None:
    config = Config(Secret(""), elements="cast")
    practice = layout_of(tmp_path / "film.yaml", config, practice=True)
    assert practice.elements == tmp_path / "output-practice" / "elements"


def test_a_second_process_is_told_who_is_working_here(tmp_path: Path) -> None:
    lock = tmp_path / "output" / ".topa" / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", _HOLD, str(lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        film = plain_film(tmp_path)
        before = film.read_bytes()
        asyncio.run(_as_second(film, other.pid))
        assert film.read_bytes() == before
        other.communicate("\n")
    asyncio.run(_as_only(tmp_path / "film.yaml"))


async def _as_second(film: Path, pid: int) -> None:
    with pytest.raises(ProjectError) as caught:
        await open_film(film, Opening(must_write=True), {})
    assert "run-all" in str(caught.value)
    assert str(pid) in str(caught.value)
    async with opened(film) as session:
        assert session.read_only
        assert session.saving is SaveState.READ_ONLY
        for act in (
            session.make(clips("1__1")),
            session.edit("Title", [SetField(ShotTarget("1__1"), "title", "New")]),
            session.collect(),
            session.wishes.upload_elements(),
        ):
            with pytest.raises(ProjectError, match="run-all is working in it"):
                await act
        await session.save()


async def _as_only(film: Path) -> None:
    async with opened(film, must_write=True) as session:
        assert not session.read_only
        note = json.loads((film.parent / "output" / ".topa" / "lock.json").read_text())
        assert (note["what"], note["pid"]) == ("the window", os.getpid())


def test_the_lock_is_let_go_of_on_whatever_thread(tmp_path: Path) -> None:
    lock, other = OutputLock(tmp_path / "lock"), OutputLock(tmp_path / "lock")
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as two:
        assert one.submit(lock.take, "the window").result()
        assert not two.submit(other.take, "run-all").result()
        assert other.holder().what == "the window"
        two.submit(lock.release).result()
        assert one.submit(other.take, "run-all").result()
        two.submit(other.release).result()
    assert not (tmp_path / "lock.json").exists()


def test_two_sessions_in_one_process_do_not_write_both(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as first:
            async with opened(film) as second:
                assert (first.read_only, second.read_only) == (False, True)
            async with opened(film) as third:
                assert third.read_only
        async with opened(film) as after:
            assert not after.read_only

    asyncio.run(run())


def test_looking_on_sees_what_the_writer_made(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as writer:
                await writer.make(clips("1__1"))
                async with opened(film, look_only=True) as looker:
                    assert looker.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


def test_a_film_that_is_only_looked_at_stays_as_it_is(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
            before = _files(tmp_path)
            asked = len(kie.service.asked)
            async with opened(film, kie.environment(), look_only=True) as looker:
                assert looker.shot("1__1").stage is Stage.MADE
                assert looker.missing() == ("1__2",)
                assert looker.quote(clips("1__2")).credits == 42
            assert _files(tmp_path) == before
            assert len(kie.service.asked) == asked

    asyncio.run(run())


@pytest.mark.parametrize("practice", [False, True])
def test_looking_at_a_film_without_results_makes_no_folder(tmp_path: Path, practice: bool) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film, look_only=True, practice=practice) as looker:
            assert looker.missing() == ("1__1",)

    asyncio.run(run())
    assert [path.name for path in tmp_path.iterdir()] == ["film.yaml"]


def test_what_cannot_be_opened_is_told(tmp_path: Path) -> None:
    async def run() -> None:
        with pytest.raises(ProjectError, match="There is no file"):
            await open_film(tmp_path / "nothing.yaml", Opening(), {})
        with pytest.raises(ProjectError, match="cannot be read"):
            await open_film(tmp_path, Opening(), {})

    asyncio.run(run())


def _files(folder: Path) -> dict[str, tuple[int, bytes]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.read_bytes())
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
