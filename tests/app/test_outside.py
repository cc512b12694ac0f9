"""Another program saves the film while it is open: it appears, and nothing of anyone is lost."""

from __future__ import annotations

import asyncio
import threading
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from tests.support.open_film import opened, plain_film, told
from tests.support.other_program import STYLES, saves
from tests.support.small_kie import until
from topa_studio.app.file import outside
from topa_studio.app.file.outside import OutsideChange
from topa_studio.app.file.questions import write_questions
from topa_studio.app.session import Notice, ProjectSession, SaveState
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.document.edits import SetField, ShotTarget

LONGER = ("duration", 7)


def changes(session: ProjectSession) -> list[OutsideChange]:
    """Every change by others from now on."""
    found: list[OutsideChange] = []
    session.outside_changed.connect(found.append)
    return found


async def set_field(session: ProjectSession, field: str, value: str | int, shot: str) -> None:
    await session.edit("Edit", [SetField(ShotTarget(shot), field, value)])


@pytest.mark.parametrize("style", [*STYLES, "append"])
def test_what_an_editor_saves_appears_within_a_second_and_undo_takes_it_back(
    tmp_path: Path, style: str
) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=3)
        before = film.read_text()
        new = before.replace("number 2.", "number two.") if style != "append" else before
        new += '      - id: 4\n        prompt: "Wide shot. A new one."\n'
        async with opened(film) as session:
            found = changes(session)
            # Its first look at the file.
            await asyncio.sleep(0.3)
            await saves(film, new, style)
            looks = count()
            await until(lambda: next(looks) >= 0 and session.document.text == new)
            assert next(looks) < 50, "a second, in looks of 20 ms: a busy machine makes them longer"
            (change,) = found[-1:]
            assert "1__4" in change.shots
            assert change.count == len(change.shots)
            assert session.document.undo_label == "Changed outside"
            for _step in found:
                await session.undo()
            assert session.document.text == before
            await session.save()
            assert film.read_text() == before

    asyncio.run(run())


def test_the_user_is_told_what_changed(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=3)
        async with opened(film) as session:
            notices = told(session)
            await saves(film, film.read_text().replace("dusk", "dawn"))
            await until(lambda: bool(notices))
            said = say(notices[0].code, notices[0].params)
            assert said.startswith("3 shots changed in film.yaml by another program")

    asyncio.run(run())


def test_own_saves_are_no_change_from_outside(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            found, notices = changes(session), told(session)
            for number in range(4):
                await set_field(session, "title", f"Title {number}", "1__1")
                await session.save()
                await asyncio.sleep(0.4)
            assert (found, notices) == ([], [])

    asyncio.run(run())


def test_edits_on_both_sides_are_put_together_and_both_versions_kept(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        before = film.read_text()
        theirs = before.replace("number 2.", "number two.").replace("scenes:", "# mine\nscenes:")
        async with opened(film) as session:
            await set_field(session, "title", "One", "1__1")
            mine = session.document.text
            await saves(film, theirs)
            await until(lambda: session.saving is SaveState.SAVED)
            after = film.read_text()
            assert "title: One" in after
            assert "number two." in after
            assert "# mine" in after
            kept = {backup.path.read_text() for backup in await session.past.backups()}
            assert {before, theirs, mine, after} <= kept
            await session.undo()
            assert session.document.text == mine

    asyncio.run(run())


@pytest.mark.parametrize("side", ["ours", "theirs"])
def test_the_same_field_on_both_sides_is_asked_and_the_answer_stands(
    tmp_path: Path, side: str
) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        before = film.read_text()
        async with opened(film) as session:
            notices = told(session)
            await set_field(session, "prompt", "Mine.", "1__1")
            await saves(film, before.replace("number 1.", "Theirs.").replace("number 2.", "two"))
            await until(lambda: bool(session.outside.conflicts))
            (conflict,) = session.outside.conflicts
            assert (conflict.target, conflict.field) == (ShotTarget("1__1"), "prompt")
            told_of = [say(n.code, n.params) for n in notices if "conflict" in n.code]
            assert told_of[0].startswith("You and another program both changed the prompt of shot")
            await set_field(session, "title", "Later", "1__2")
            await session.outside.resolve(conflict, side)  # type: ignore[arg-type]
            assert session.outside.conflicts == ()
            shot = session.document.scenario.shot("1__1")
            assert ("Mine." if side == "ours" else "Theirs.") in shot.prompt
            assert session.document.scenario.shot("1__2").title == "Later"
            assert "two" in session.document.scenario.shot("1__2").prompt

    asyncio.run(run())


def test_a_broken_file_keeps_the_last_good_film_and_is_never_saved_over(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        before = film.read_text()
        broken = before.replace('"Wide shot. A pier at dusk, number 2."', '"Wide shot')
        async with opened(film) as session:
            notices = told(session)
            await saves(film, broken)
            await until(lambda: bool(notices))
            said = say(notices[0].code, notices[0].params)
            assert "cannot be read now (line 10: the quote that begins here" in said
            assert len(session.document.scenario.shots()) == 2
            await set_field(session, "title", "One", "1__1")
            await until(lambda: session.saving is SaveState.FAILED)
            with pytest.raises(ProjectError, match="line 10"):
                await session.save()
            assert film.read_text() == broken
            await saves(film, before.replace("number 2.", "number two."))
            await until(lambda: session.saving is SaveState.SAVED)
            assert "title: One" in film.read_text()
            assert "number two." in film.read_text()

    asyncio.run(run())


def test_our_film_can_be_kept_over_a_broken_file_which_is_copied_first(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        broken = film.read_text() + "  - [\n"
        async with opened(film) as session:
            notices = told(session)
            await saves(film, broken)
            await until(lambda: bool(notices))
            await set_field(session, "title", "One", "1__1")
            await session.outside.keep_mine()
            assert "title: One" in film.read_text()
            kept = {backup.path.read_text() for backup in await session.past.backups()}
            assert broken in kept

    asyncio.run(run())


def test_a_deleted_file_is_told_and_the_next_edit_writes_it_again(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            notices = told(session)
            film.unlink()
            await until(lambda: bool(notices))
            assert "was deleted or moved" in say(notices[0].code, notices[0].params)
            await set_field(session, "title", "One", "1__1")
            await session.save()
            assert "title: One" in film.read_text()

    asyncio.run(run())


def test_a_shot_renumbered_outside_keeps_its_key_in_the_file(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        text = film.read_text()
        async with opened(film) as session:
            await saves(film, text.replace("- id: 1\n    shots", "- id: A\n    shots"))
            await until(lambda: session.document.scenario.scenes[0].id == "A")
            assert session.document.scenario.has_shot("1__2")
            await session.save()
            assert 'key: "1__2"' in film.read_text()

    asyncio.run(run())


def test_a_shot_that_may_be_the_same_is_asked_about(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        text = film.read_text()
        async with opened(film) as session:
            await saves(film, text.replace("- id: 2", "- id: 9").replace("number 2", "no. two"))
            await until(lambda: bool(session.outside.doubts))
            (doubt,) = session.outside.doubts
            assert (doubt.vanished, doubt.appeared) == ("1__2", "1__9")
            await session.outside.same_shot(doubt, same=True)
            assert session.document.scenario.shot("1__2").prompt.endswith("no. two.")
            assert session.outside.doubts == ()

    asyncio.run(run())


def test_line_ends_changed_outside_come_back_with_undo(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        before = film.read_bytes()
        async with opened(film) as session:
            await saves(film, film.read_text().replace("\n", "\r\n"))
            await until(lambda: session.document.to_bytes() != before)
            await session.undo()
            assert session.document.to_bytes() == before
            await session.redo()
            assert session.document.to_bytes() == before.replace(b"\n", b"\r\n")

    asyncio.run(run())


def test_a_film_open_to_look_at_follows_the_file_and_writes_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        async with opened(film), opened(film) as onlooker:
            assert onlooker.read_only
            new = film.read_text().replace("number 2", "number two")
            await saves(film, new)
            await until(lambda: onlooker.document.text == new)
            assert onlooker.saving is SaveState.READ_ONLY
        assert film.read_text() == new

    asyncio.run(run())


def test_two_changes_one_after_the_other_are_two_steps(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        texts = [film.read_text()]
        async with opened(film) as session:
            for words in ("dawn", "noon"):
                texts.append(texts[0].replace("number 2", f"{words} 2"))
                await saves(film, texts[-1], "rename")
                await until(lambda: session.document.text == texts[-1])
            await session.undo()
            assert session.document.text == texts[1]
            await session.undo()
            assert session.document.text == texts[0]

    asyncio.run(run())


def conflicts_told(notices: list[Notice]) -> list[str]:
    """What the user reads about clashes."""
    codes = ("project.outside-conflict", "project.outside-open")
    return [say(n.code, n.params) for n in notices if n.code in codes]


def test_a_clash_that_changes_nothing_here_is_told_and_can_be_decided(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        before = film.read_text()
        async with opened(film) as session:
            notices, found, asked = told(session), changes(session), list[None]()
            session.outside.asked.connect(asked.append)
            await set_field(session, "duration", 7, "1__1")
            mine = session.document.text
            film.write_text(before.replace("duration: 3", "duration: 9", 1))
            await until(lambda: bool(conflicts_told(notices)))
            assert (session.document.text, found) == (mine, [])
            assert "both changed the duration of shot 1__1" in conflicts_told(notices)[0]
            assert asked
            (conflict,) = session.outside.conflicts
            await session.outside.resolve(conflict, "theirs")
            assert session.document.scenario.shot("1__1").duration == 9
            assert session.outside.conflicts == ()

    asyncio.run(run())


def test_open_questions_are_asked_again_after_a_restart(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=3)
        text = film.read_text()
        theirs = text.replace("number 1.", "Theirs.").replace("duration: 3", "duration: 9", 1)
        theirs = theirs.replace("- id: 3", "- id: 9").replace("number 3", "no. three")
        async with opened(film) as session:
            edits = [SetField(ShotTarget("1__1"), *pair) for pair in (("prompt", "Mine."), LONGER)]
            await session.edit("Edit", edits)
            film.write_text(theirs)
            await until(lambda: len(session.outside.conflicts) == 2)
            prompt, _duration = session.outside.conflicts
            await session.outside.resolve(prompt, "theirs")
        async with opened(film) as session:
            notices = told(session)
            await until(lambda: bool(conflicts_told(notices)))
            assert "the duration of shot 1__1. Your version stands" in conflicts_told(notices)[0]
            (conflict,) = session.outside.conflicts
            (doubt,) = session.outside.doubts
            await session.outside.resolve(conflict, "theirs")
            await session.outside.same_shot(doubt, same=True)
            shot = session.document.scenario.shot("1__1")
            assert (shot.duration, "Theirs." in shot.prompt) == (9, True)
            assert session.document.scenario.has_shot("1__3")
        async with opened(film) as session:
            assert (session.outside.conflicts, session.outside.doubts) == ((), ())
        assert not list((tmp_path / "output" / ".topa" / "questions").iterdir())

    asyncio.run(run())


def test_a_version_that_cannot_be_put_together_is_offered_after_a_restart_too(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, shots=2)
        base = film.read_text()
        twice = base.replace("duration: 3", "duration: 3\n        duration: 4", 1)
        async with opened(film) as session:
            await set_field(session, "duration", 7, "1__1")
            mine = session.document.text
            film.write_text(twice)
            await until(lambda: bool(session.outside.conflicts))
            assert session.document.text == twice
        async with opened(film) as session:
            (conflict,) = session.outside.conflicts
            await session.outside.resolve(conflict, "ours")
            assert session.document.text == mine
            assert session.outside.conflicts == ()

    asyncio.run(run())


@pytest.mark.parametrize("rubbish", ["", "[]", "{}", '{"version": 1, "questions": [{}]}', "\0"])
def test_questions_that_cannot_be_read_stop_nothing(tmp_path: Path, rubbish: str) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        questions = tmp_path / "output" / ".topa" / "questions" / "film.json"
        questions.parent.mkdir(parents=True)
        questions.write_text(rubbish)
        async with opened(film) as session:
            assert (session.outside.conflicts, session.outside.doubts) == ((), ())

    asyncio.run(run())


def test_an_answer_given_while_the_question_is_being_kept_is_not_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    later, calls, real = threading.Event(), list[int](), write_questions

    def slow_at_first(path: Path, *what: Any) -> None:
        calls.append(len(calls))
        if len(calls) == 1:
            later.wait(0.5)
            real(path, *what)
        else:
            real(path, *what)
            later.set()

    monkeypatch.setattr(outside, "write_questions", slow_at_first)

    async def run() -> None:
        film = plain_film(tmp_path)
        async with opened(film) as session:
            await set_field(session, "duration", 7, "1__1")
            film.write_text(film.read_text().replace("duration: 3", "duration: 9"))
            await until(lambda: bool(session.outside.conflicts))
            await session.outside.resolve(session.outside.conflicts[0], "ours")
        async with opened(film) as session:
            assert session.outside.conflicts == ()

    asyncio.run(run())


def test_an_answer_that_cannot_be_written_is_told_once_with_the_reason(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path)
        in_the_way = tmp_path / "output" / ".topa" / "questions"
        in_the_way.parent.mkdir(parents=True)
        in_the_way.write_text("a file where the folder should be")
        async with opened(film) as session:
            notices = told(session)
            await set_field(session, "duration", 7, "1__1")
            film.write_text(film.read_text().replace("duration: 3", "duration: 9"))
            await until(lambda: bool(session.outside.conflicts))
            await session.outside.resolve(session.outside.conflicts[0], "ours")
            lost = [n for n in notices if n.code == "project.questions-not-kept"]
            assert [set(notice.params) for notice in lost] == [{"path", "reason"}]
            assert str(in_the_way) in str(lost[0].params["path"])
            assert lost[0].params["reason"]

    asyncio.run(run())
