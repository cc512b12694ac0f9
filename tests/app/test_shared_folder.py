"""A folder that others write too: films, processes, cloud folders, virus scanners."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.places import ROOT
from tests.support.jobs import layout
from tests.support.old_folder import OldFolder, entry
from tests.support.open_film import opened, plain_film, told, written
from tests.support.small_kie import clip_bytes, picture_bytes, until
from topa_studio.app.session import Notice, ProjectSession
from topa_studio.base import files
from topa_studio.base.conflicted import conflicted
from topa_studio.base.words import say
from topa_studio.pipeline.folder.status_files import merge_into

PROCESSES = 8
# The long run: TOPA_STATUS_UPDATES=1000 and --timeout 3600
UPDATES = int(os.environ.get("TOPA_STATUS_UPDATES", "12"))


def test_processes_that_share_a_status_file_lose_nothing_of_each_other(tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    command = [sys.executable, "-m", "tests.support.status_worker", str(output)]
    running = [
        subprocess.Popen([*command, f"E{number}", str(UPDATES)], cwd=ROOT)
        for number in range(PROCESSES)
    ]
    assert [process.wait() for process in running] == [0] * PROCESSES
    elements = written(output / "elements_status.json")["elements"]
    names = [f"E{number}" for number in range(PROCESSES)]
    assert [elements[name]["last"] for name in names] == [UPDATES - 1] * PROCESSES
    wanted = {f"{name}-{done}" for name in names for done in range(UPDATES)}
    assert {view["task_id"] for view in elements["Shared"]["views"].values()} == wanted


def test_what_the_older_pipeline_writes_in_the_same_moment_is_not_written_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = layout(tmp_path)
    old = OldFolder(tmp_path)
    path = old.elements_status({"Topa": {"views": {"view_0": entry("a", "completed")}}})
    real = files.write_atomic
    others = iter(["b", "c"])

    def late(target: Path, data: bytes, **how: object) -> bool:
        name = next(others, None)
        if name is not None:
            there = written(path)
            there["elements"][name] = {"completed": True}
            path.write_text(json.dumps(there))
        return real(target, data, **how)  # type: ignore[arg-type]

    monkeypatch.setattr("topa_studio.pipeline.folder.status_files.write_atomic", late)
    merge_into(path, "elements", {"Mine": {"completed": True}}, places)
    assert set(written(path)["elements"]) == {"Topa", "Mine", "b", "c"}


@pytest.mark.parametrize("busy", [5, 32, 33])
def test_a_file_that_is_held_for_a_moment_is_replaced_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, busy: int
) -> None:
    path, waited = tmp_path / "film.yaml", hold_for(monkeypatch, 2.0, busy)
    files.write_atomic(path, b"new")
    assert path.read_bytes() == b"new"
    assert 2.0 <= sum(waited) <= 2.5


def test_a_file_that_stays_held_is_given_up_after_two_seconds_and_a_half(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "film.yaml"
    path.write_bytes(b"old")
    waited = hold_for(monkeypatch, 60, 32)
    with pytest.raises(PermissionError):
        files.write_atomic(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["film.yaml"]
    assert sum(waited) == pytest.approx(2.5)


def test_another_failure_is_not_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    waited = hold_for(monkeypatch, 60, 0)
    with pytest.raises(PermissionError):
        files.write_atomic(tmp_path / "film.yaml", b"new")
    assert waited == []


def hold_for(monkeypatch: pytest.MonkeyPatch, seconds: float, winerror: int) -> list[float]:
    """Somebody holds every file for so long; the list grows by what is waited."""
    waited: list[float] = []
    real = Path.replace

    def held(self: Path, target: Path) -> Path:
        if sum(waited) < seconds:
            error = PermissionError(13, "held")
            error.winerror = winerror  # type: ignore[attr-defined,unused-ignore]
            raise error
        return real(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr("topa_studio.base.files.time.sleep", waited.append)
    return waited


@pytest.mark.parametrize(
    ("copy", "original"),
    [
        ("film (Anna's conflicted copy 2026-11-02).yaml", "film.yaml"),
        ("film (conflicted copy 2026-11-02 101500).yaml", "film.yaml"),
        ("film (Anna's Case Conflict).yaml", "film.yaml"),
        ("film (конфликтующая копия с Анна 2026-11-02).yaml", "film.yaml"),
        ("film.sync-conflict-20261102-101500-ABCDEF7.yaml", "film.yaml"),
        ("film_conflict-20261102-101500.yaml", "film.yaml"),
        ("film-DESKTOP-AB12CD3.yaml", "film.yaml"),
        ("film-LAPTOP-XY99-2.yaml", "film.yaml"),
        ("film-Annas-PC.yaml", "film.yaml"),
        ("film (1).yaml", "film.yaml"),
    ],
)
def test_a_copy_of_a_cloud_folder_is_known_by_its_name(copy: str, original: str) -> None:
    assert conflicted([original, copy, "other.yaml"]) == {copy: original}


@pytest.mark.parametrize(
    "name", ["film-2.yaml", "film (1).yaml", "film-DESKTOP-AB12CD3.yaml", "film (night).yaml"]
)
def test_a_name_of_the_users_own_is_no_copy(name: str) -> None:
    assert conflicted([name, "other.yaml"]) == {}


async def hear(session: ProjectSession, code: str) -> str:
    """The sentence of that code, when it is told."""
    notices = told(session)
    found: list[Notice] = []

    def heard() -> bool:
        found[:] = [notice for notice in notices if notice.code == code]
        return bool(found)

    await until(heard)
    return say(found[0].code, found[0].params)


def test_copies_of_cloud_folders_are_told_and_never_used(tmp_path: Path) -> None:
    async def run() -> None:
        old = OldFolder(tmp_path)
        copy = "film (conflicted copy 2026-11-02).yaml"
        (tmp_path / copy).write_bytes(b"title: Another\n")
        old.pictures("Topa", "Topa1.png", "Topa1-DESKTOP-AB12CD3.png", "mine (1).png", "mine.png")
        old.clip("1__1")
        old.clip("1__2.sync-conflict-20261102-101500-ABCDEF7")
        takes = old.output / "film" / "takes" / "1__3"
        takes.mkdir(parents=True)
        (takes / "T01 (1).mp4").write_bytes(clip_bytes())
        (old.output / "film" / "status (1).json").write_text(
            '{"shots": {"1__3": {"task_id": "x"}}}'
        )
        (old.output / "film" / "status.json").write_text("{}")
        async with opened(old.scenario) as session:
            said = await hear(session, "project.conflicted-copies")
            assert f"{copy} (of film.yaml)" in said
            assert "status (1).json (of status.json)" in said
            assert "(+" in said
            assert session.document.scenario.film.title == "Old film"
            made = {shot.key for shot in session.document.scenario.shots()} - set(session.missing())
            assert made == {"1__1"}
            assert session.queue() == ()
            pictures = session.element("Topa").pictures
            names = [Path(path).name for path in pictures]
            assert names == ["Topa1.png", "mine (1).png", "mine.png"]

    asyncio.run(run())


def test_a_folder_of_one_film_says_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, 2)
        film.with_name("film-2.yaml").write_bytes(film.read_bytes())
        (tmp_path / "picture.png").write_bytes(picture_bytes())
        async with opened(film) as session:
            notices = told(session)
            await asyncio.sleep(0.6)
            assert notices == []

    asyncio.run(run())
