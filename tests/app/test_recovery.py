"""What was not saved comes back, and so does what can be undone; nothing deleted is gone."""

from __future__ import annotations

import asyncio
import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film, told
from tests.support.small_kie import until
from topa_studio.app.opening import Opening, open_film
from topa_studio.app.session import ProjectSession, SaveState
from topa_studio.base.words import say
from topa_studio.document.document import Document
from topa_studio.document.edits import (
    AddShot,
    DeleteElement,
    DeleteScene,
    DeleteShot,
    Edit,
    MoveShot,
    SetField,
    ShotTarget,
)
from topa_studio.document.history.stored_history import replay

TYPIST = Path(__file__).parents[1] / "support" / "typist.py"
ROOT = Path(__file__).parents[2]


async def title(session: ProjectSession, words: str, shot: str = "1__1") -> None:
    await session.edit("Title", [SetField(ShotTarget(shot), "title", words)])


def log_of(film: Path) -> Path:
    return film.parent / "output" / ".topa" / "recovery" / "film.log"


def killed_after(film: Path, seconds: float) -> list[tuple[int, float]]:
    """What a process that types had typed, each with its time, when it was killed."""
    command = [sys.executable, str(TYPIST), str(film)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time_left = time.monotonic() + seconds
        lines = [first]
        while time.monotonic() < time_left:
            lines.append(process.stdout.readline())
        process.kill()
        lines += process.stdout.readlines()
    pairs = [line.split() for line in lines if line.endswith("\n")]
    assert pairs, "the process ended before it typed anything"
    return [(int(number), float(at)) for number, at in pairs]


@pytest.mark.parametrize("seed", range(3))
def test_a_killed_process_loses_at_most_a_second_and_its_history_is_back(
    tmp_path: Path, seed: int
) -> None:
    film = plain_film(tmp_path, shots=3)
    original = film.read_bytes()
    typed = killed_after(film, random.Random(seed).uniform(0.2, 1.5))
    end = time.time()
    assert Document.open(film).problems == Document(film, original).problems

    async def run() -> None:
        async with opened(film) as session:
            notes = re.findall(r"note (\d+)", session.document.text)
            newest = max((int(note) for note in notes), default=-1)
            lost = [at for number, at in typed if number > newest]
            assert not lost or end - min(lost) < 1
            steps = 0
            while session.document.undo_label is not None:
                await session.undo()
                steps += 1
            assert session.document.to_bytes() == original
            assert steps >= newest // 3

    asyncio.run(run())


def test_unsaved_edits_come_back_are_told_and_saved(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        before = film.read_bytes()
        async with opened(film) as session:
            await title(session, "One")
            await until(lambda: b"One" in log_of(film).read_bytes())
            log = log_of(film).read_bytes()
        film.write_bytes(before)
        log_of(film).write_bytes(log)
        async with opened(film) as session:
            notices = told(session)
            assert session.document.scenario.shot("1__1").title == "One"
            await until(lambda: session.saving is SaveState.SAVED)
            assert "brought back" in say(notices[0].code, notices[0].params)
            assert b"title: One" in film.read_bytes()

    asyncio.run(run())


def test_undo_and_redo_go_on_after_a_restart(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        before = film.read_bytes()
        async with opened(film) as session:
            await title(session, "One")
            await title(session, "Two", "1__2")
            await session.undo()
        async with opened(film) as session:
            notices = told(session)
            assert (session.document.undo_label, session.document.redo_label) == ("Title", "Title")
            await session.redo()
            assert session.document.scenario.shot("1__2").title == "Two"
        async with opened(film) as session:
            await session.undo()
            await session.undo()
            assert session.document.to_bytes() == before
            assert notices == []

    asyncio.run(run())


def test_a_change_while_the_film_was_closed_is_one_more_step_of_the_history(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        before = film.read_bytes()
        async with opened(film) as session:
            await title(session, "One")
        film.write_text(film.read_text().replace("number 2.", "number two."))
        async with opened(film) as session:
            assert session.document.scenario.shot("1__2").prompt.endswith("two.")
            assert session.document.undo_label == "Changed outside"
            await session.undo()
            await session.undo()
            assert session.document.to_bytes() == before

    asyncio.run(run())


def test_a_damaged_log_is_moved_aside_and_what_was_before_the_damage_is_used(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            await title(session, "One")
        async with opened(film) as session:
            await title(session, "Two")
            await session.save()
            lines = log_of(film).read_bytes().splitlines(keepends=True)
        damaged = [lines[0], lines[1].replace(b"Two", b"Tvo"), *lines[2:]]
        log_of(film).write_bytes(b"".join(damaged))
        async with opened(film) as session:
            notices = told(session)
            assert session.document.scenario.shot("1__1").title == "Two"
            await until(lambda: bool(notices))
            assert "could not be used whole" in say(notices[0].code, notices[0].params)
        (aside,) = log_of(film).parent.glob("*.aside")
        assert aside.read_bytes() == b"".join(damaged)

    asyncio.run(run())


@pytest.mark.parametrize("rubbish", [b"", b"\0" * 300, b"12345678 {}\n", b"\xff\xfe"])
def test_a_log_of_rubbish_stops_nothing(tmp_path: Path, rubbish: bytes) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        log_of(film).parent.mkdir(parents=True)
        log_of(film).write_bytes(rubbish)
        async with opened(film) as session:
            await title(session, "One")
        assert b"title: One" in film.read_bytes()
        (aside,) = log_of(film).parent.glob("*.aside")
        assert aside.read_bytes() == rubbish

    asyncio.run(run())


def test_every_length_of_a_torn_log_gives_a_film_that_was_there(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        session = await open_film(film, Opening(), {})
        texts = [session.document.text]
        for words in ("One", "Two", "Three"):
            await title(session, words)
            texts.append(session.document.text)
        await until(lambda: b"Three" in log_of(film).read_bytes())
        log = log_of(film).read_bytes()
        await session.aclose()
        head = log.index(b"\n") + 1
        for length in range(head, len(log), 7):
            assert replay(log[:length]).source.text in texts
            assert replay(log[:length]).whole

    asyncio.run(run())


def test_a_broken_film_opens_as_it_was_last_good(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            await title(session, "One")
        broken = film.read_bytes() + b"  - [\n"
        film.write_bytes(broken)
        async with opened(film) as session:
            notices = told(session)
            assert session.document.scenario.shot("1__1").title == "One"
            await until(lambda: bool(notices))
            assert "cannot be read now (line" in say(notices[0].code, notices[0].params)
        assert film.read_bytes() == broken

    asyncio.run(run())


def test_a_folder_that_takes_no_log_stops_no_saving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # However long the rest of the start takes: nobody listens before it is over.
    monkeypatch.setattr("topa_studio.app.file.film_file._LISTENING", 0.0)

    async def run() -> None:
        film = plain_film(tmp_path)
        inside = tmp_path / "output" / ".topa"
        inside.mkdir(parents=True)
        (inside / "recovery").write_text("a file where the folder should be")
        (inside / "backups").write_text("a file where the folder should be")
        async with opened(film) as session:
            notices = told(session)
            await title(session, "One")
            await session.save()
            await until(lambda: bool(notices))
            assert "cannot be written to" in say(notices[0].code, notices[0].params)
            assert b"title: One" in film.read_bytes()

    asyncio.run(run())


def test_a_copy_from_before_the_first_save_is_there_and_can_be_brought_back(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        before = film.read_bytes()
        async with opened(film) as session:
            await title(session, "One")
            await session.save()
            copies = await session.past.backups()
            assert [copy.path.read_bytes() for copy in copies] == [film.read_bytes(), before]
            await session.past.bring_back(copies[-1])
            assert session.document.to_bytes() == before
            assert session.document.undo_label == "Earlier version"

    asyncio.run(run())


FILM = """\
title: Piers
elements:
  characters:
    - name: Topa
      description: A bear
scenes:
  - id: 1
    shots:
      # the pier
      - id: 1
        prompt: Wide shot. A pier.
      - id: 2
        prompt: Wide shot. A boat.
  - id: 2
    # at night
    shots:
      - id: 1
        prompt: Wide shot. The moon.
"""


def test_deleted_shots_scenes_and_elements_lie_in_the_trash_and_come_back(tmp_path: Path) -> None:
    async def run() -> None:
        film = tmp_path / "film.yaml"
        film.write_text(FILM)
        async with opened(film) as session:
            before = session.document.scenario
            await session.edit("Delete shot", [DeleteShot("1__1")])
            await session.edit("Delete scene", [DeleteScene("2")])
            await session.edit("Delete element", [DeleteElement("Topa")])
            assert session.document.scenario.elements == ()
        async with opened(film) as session:
            trash = await session.past.trash()
            assert [(t.kind, t.name) for t in trash] == [
                ("element", "Topa"),
                ("scene", "2"),
                ("shot", "1__1"),
            ]
            for trashed in trash:
                await session.past.restore(trashed)
            assert session.document.scenario == before
            assert "# the pier" in session.document.text
            assert session.document.undo_label == "Restore"

    asyncio.run(run())


def test_takes_of_a_deleted_shot_stay_on_the_disk_and_a_move_is_no_deletion(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        film = tmp_path / "film.yaml"
        film.write_text(FILM)
        take = tmp_path / "output" / "film" / "takes" / "1__1" / "T01.mp4"
        take.parent.mkdir(parents=True)
        take.write_bytes(b"a clip")
        async with opened(film) as session:
            await session.edit("Move", [MoveShot("1__2", "2", 0)])
            assert await session.past.trash() == ()
            await session.edit("Delete", [DeleteShot("1__1")])
            (trashed,) = await session.past.trash()
            assert trashed.title == "Wide shot. A pier."
        assert take.read_bytes() == b"a clip"

    asyncio.run(run())


def practice_log_of(film: Path) -> Path:
    return film.parent / "output-practice" / ".topa" / "recovery" / "film.log"


def kept(path: Path) -> bytes:
    return path.read_bytes()


def put_back(files: dict[Path, bytes]) -> None:
    for path, data in files.items():
        path.write_bytes(data)


async def crashed(film: Path, edits: list[Edit], *, practice: bool) -> None:
    """The film and its log as a crash leaves them: the edits are in the log, not in the file."""
    log_file = practice_log_of(film) if practice else log_of(film)
    before = kept(film)
    async with opened(film, practice=practice) as session:
        await session.edit("Edit", edits)
        text = session.document.source.text
        await until(lambda: replay(log_file.read_bytes()).source.text == text)
        log = kept(log_file)
    put_back({film: before, log_file: log})


@pytest.mark.parametrize("practice", [False, True])
def test_what_a_crash_left_in_the_other_mode_comes_along_once(
    tmp_path: Path, practice: bool
) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        before = film.read_bytes()
        one: Edit = SetField(ShotTarget("1__1"), "title", "One")
        await crashed(film, [one, AddShot("1", 2, {"title": "New"})], practice=practice)
        async with opened(film, practice=not practice) as session:
            notices = told(session)
            await title(session, "Two", "1__2")
            await until(lambda: bool(notices))
            assert "brought back" in say(notices[0].code, notices[0].params)
            titles = [shot.title for shot in session.document.scenario.shots()]
            assert titles == ["One", "Two", "New"]
        saved = film.read_bytes()
        for mode in (practice, not practice, practice):
            async with opened(film, practice=mode) as session:
                assert session.document.to_bytes() == saved
        async with opened(film, practice=not practice) as session:
            while session.document.undo_label is not None:
                await session.undo()
            assert session.document.to_bytes() == before
        async with opened(film, practice=practice) as session:
            assert session.document.to_bytes() == before

    asyncio.run(run())


def test_both_modes_changed_the_same_and_the_user_is_asked(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        longer: list[Edit] = [SetField(ShotTarget("1__1"), "duration", 7)]
        await crashed(film, longer, practice=False)
        film.write_text(film.read_text().replace("duration: 3", "duration: 9"))
        async with opened(film, practice=True) as session:
            assert session.document.scenario.shot("1__1").duration == 9
            (conflict,) = session.outside.conflicts
            assert (conflict.ours, conflict.theirs) == (9, 7)
            await session.outside.resolve(conflict, "theirs")
            assert session.document.scenario.shot("1__1").duration == 7

    asyncio.run(run())


def test_a_log_of_the_other_mode_that_is_in_use_or_rubbish_is_left_alone(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session, opened(film, practice=True) as other:
            await title(session, "One")
            await until(lambda: b"One" in log_of(film).read_bytes(), 2)
            await until(lambda: other.document.text == session.document.text)
        log_of(film).write_bytes(b"rubbish")
        async with opened(film, practice=True) as other:
            assert other.document.scenario.shot("1__1").title == "One"
        assert log_of(film).read_bytes() == b"rubbish"

    asyncio.run(run())


def test_a_file_brought_back_to_an_earlier_state_while_closed_stays_so(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            await title(session, "One")
            await session.save()
            earlier = film.read_bytes()
            await title(session, "Two")
            await session.save()
            await until(lambda: log_of(film).read_bytes().count(b'"saved"') == 2, 2)
            log = log_of(film).read_bytes()
        log_of(film).write_bytes(log)
        film.write_bytes(earlier)
        async with opened(film) as session:
            assert session.document.scenario.shot("1__1").title == "One"
            assert session.document.undo_label == "Changed outside"
        assert film.read_bytes() == earlier

    asyncio.run(run())


def test_what_came_along_and_was_undone_stays_undone(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        before = film.read_bytes()
        await crashed(film, [SetField(ShotTarget("1__1"), "title", "One")], practice=False)
        async with opened(film, practice=True) as session:
            assert session.document.scenario.shot("1__1").title == "One"
            await session.save()
            await session.undo()
        assert film.read_bytes() == before
        async with opened(film) as session:
            assert session.document.to_bytes() == before
        assert film.read_bytes() == before

    asyncio.run(run())
