"""Takes: chosen, liked, rejected, noted, thrown away and brought back, each undone like an edit."""

from __future__ import annotations

import asyncio
import random
import shutil
import sqlite3
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from tests.support.open_film import opened, plain_film, told, written
from tests.support.small_kie import CREATE, SmallKie, clip_bytes, small_kie
from topa_studio.app.session import ProjectSession
from topa_studio.app.user_folder import user_data
from topa_studio.base.errors import DocumentError, ProjectError
from topa_studio.base.words import say
from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.film.ladder import Source
from topa_studio.model.marks import NO_MARKS, Marks, TakeRef
from topa_studio.model.status import Consent, ShotStatus, Stage
from topa_studio.model.wish import clips

KEY = "1__1"
ONE_MORE = Consent(same=True)
Act = Callable[[ProjectSession], Awaitable[None]]


def ref(number: int) -> TakeRef:
    return TakeRef(KEY, number)


async def film_of_takes(folder: Path, kie: SmallKie, takes: int = 3) -> Path:
    """One shot with takes that differ, each of another length."""
    film = plain_film(folder)
    async with opened(film, kie.environment()) as session:
        for number in range(takes):
            kie.clip = clip_bytes(3 + number)
            await session.make(clips(KEY), consent=ONE_MORE)
    return film


def seen(status: ShotStatus) -> dict[str, Any]:
    return {
        "takes": {take.number: take.marks for take in status.takes},
        "trashed": {take.number: take.marks for take in status.trashed},
        "chosen": None if status.chosen is None else status.chosen.number,
    }


def on_film(tmp_path: Path, test: Callable[[ProjectSession, SmallKie], Awaitable[None]]) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            async with opened(film, kie.environment()) as session:
                await test(session, kie)

    asyncio.run(run())


ACTS: dict[str, Act] = {
    "choose": lambda session: session.takes.choose(ref(1)),
    "star": lambda session: session.takes.star([ref(1), ref(3)]),
    "reject": lambda session: session.takes.reject([ref(3)]),
    "note": lambda session: session.takes.note(ref(2), " the smile\nis right "),
    "trash": lambda session: session.takes.trash([ref(3), ref(2)]),
}


@pytest.mark.parametrize("name", ACTS)
def test_what_is_done_with_takes_is_undone_and_redone_like_an_edit_also_after_a_restart(
    name: str, tmp_path: Path
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            async with opened(film, kie.environment()) as session:
                before, text = seen(session.shot(KEY)), session.document.text
                await ACTS[name](session)
                after, changed = seen(session.shot(KEY)), session.document.text
                assert after != before
                await session.undo()
                assert (seen(session.shot(KEY)), session.document.text) == (before, text)
                await session.redo()
                assert (seen(session.shot(KEY)), session.document.text) == (after, changed)
            async with opened(film, kie.environment()) as again:
                assert (seen(again.shot(KEY)), again.document.text) == (after, changed)
                await again.undo()
                assert (seen(again.shot(KEY)), again.document.text) == (before, text)
            async with opened(film, kie.environment()) as last:
                assert seen(last.shot(KEY)) == before
                await last.redo()
                assert seen(last.shot(KEY)) == after
            assert kie.service.paths().count(CREATE) == 3

    asyncio.run(run())


def test_marks_and_edits_are_taken_back_in_the_order_in_which_they_were_made(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        target = ShotTarget(KEY)
        await session.edit("Title", [SetField(target, "title", "One")])
        await session.takes.star([ref(2)])
        await session.edit("Title", [SetField(target, "title", "Two")])

        def state() -> tuple[str, bool]:
            star = {take.number: take.marks.star for take in session.shot(KEY).takes}
            return session.document.scenario.shot(KEY).title, star[2]

        assert state() == ("Two", True)
        for expected in (("One", True), ("One", False), ("", False)):
            await session.undo()
            assert state() == expected
        for expected in (("One", False), ("One", True), ("Two", True)):
            await session.redo()
            assert state() == expected

    on_film(tmp_path, check)


def test_a_rejected_take_is_kept_and_is_in_the_film_only_where_its_number_is_chosen(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        notices = told(session)
        await session.takes.reject([ref(3)])
        status = session.shot(KEY)
        assert [take.number for take in status.takes] == [1, 2, 3]
        assert session.cuts()[0].path == status.takes[1].path
        assert [say(n.code, n.params) for n in notices] == [
            "Take 2 stands in the film for shot 1.1 now."
        ]
        await session.takes.choose(ref(3))
        assert session.cuts()[0].path == status.takes[2].path
        assert session.shot(KEY).takes[2].marks.rejected

    on_film(tmp_path, check)


def test_trashing_the_chosen_take_makes_the_next_best_chosen_and_says_so(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        published = tmp_path / "output" / "film" / "shots" / f"{KEY}.mp4"
        original = session.document.text
        files = {take.number: session.path(take.path) for take in session.shot(KEY).takes}
        bytes_of = {number: path.read_bytes() for number, path in files.items()}
        await session.takes.choose(ref(2))
        chosen = session.document.text
        await session.takes.reject([ref(3)])
        notices = told(session)
        await session.takes.trash([ref(2)])
        assert session.document.text == original
        assert seen(session.shot(KEY))["chosen"] == 1
        assert [say(n.code, n.params) for n in notices] == [
            "Take 1 stands in the film for shot 1.1 now."
        ]
        assert [take.number for take in session.shot(KEY).trashed] == [2]
        assert {number: path.read_bytes() for number, path in files.items()} == bytes_of
        await session._production._beat.flush()
        assert published.read_bytes() == bytes_of[1]
        await session.undo()
        assert session.document.text == chosen
        assert seen(session.shot(KEY))["chosen"] == 2
        await session._production._beat.flush()
        assert published.read_bytes() == bytes_of[2]

    on_film(tmp_path, check)


def test_with_every_take_in_the_trash_the_shot_is_not_made_and_nothing_is_paid_unasked(
    tmp_path: Path,
) -> None:
    async def check(session: ProjectSession, kie: SmallKie) -> None:
        notices = told(session)
        await session.takes.trash(ref(number) for number in (1, 2, 3))
        status = session.shot(KEY)
        assert (status.stage, status.takes, status.chosen) == (Stage.NOT_MADE, (), None)
        assert session.cuts()[0].source is Source.SLATE
        assert [notice.code for notice in notices] == ["pipeline.no-take-in-film"]
        assert session.missing() == (KEY,)
        quote = await session.batch(clips(KEY))
        assert (quote.fits, dict(quote.same)) == ((), dict.fromkeys(clips(KEY), 3))
        await session.make(clips(KEY))
        assert kie.service.paths().count(CREATE) == 3
        await session.takes.restore([ref(1)])
        assert seen(session.shot(KEY))["chosen"] == 1
        kie.clip = clip_bytes(7)
        await session.make(clips(KEY), consent=ONE_MORE)
        assert [take.number for take in session.shot(KEY).takes] == [1, 4]

    on_film(tmp_path, check)


def test_choosing_a_take_that_is_in_the_trash_brings_it_back(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        await session.takes.trash([ref(2)])
        await session.takes.choose(ref(2))
        assert seen(session.shot(KEY)) == {
            "takes": {1: NO_MARKS, 2: NO_MARKS, 3: NO_MARKS},
            "trashed": {},
            "chosen": 2,
        }
        await session.undo()
        assert [take.number for take in session.shot(KEY).trashed] == [2]

    on_film(tmp_path, check)


def test_a_note_is_one_line_in_any_script_and_half_a_sign_is_refused(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        await session.takes.note(ref(1), "  улыбка\n\t👩🏽‍🚀 'so'; DROP TABLE mark;\0 ")
        note = session.shot(KEY).takes[0].marks.note
        assert note == "улыбка 👩🏽‍🚀 'so'; DROP TABLE mark;\0"
        with pytest.raises(DocumentError, match="half a sign"):
            await session.takes.note(ref(1), "\ud83d")
        assert session.shot(KEY).takes[0].marks.note == note

    on_film(tmp_path, check)


def test_a_take_that_is_not_there_is_told(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        before = session.document.text
        for act in (
            session.takes.choose(ref(9)),
            session.takes.star([ref(1), ref(9)]),
            session.takes.trash([TakeRef(KEY, 1, panel=True)]),
        ):
            with pytest.raises(ProjectError, match=r"There is no (take 9|panel 1) of this shot"):
                await act
        assert session.shot(KEY).takes[0].marks == NO_MARKS
        assert (session.document.text, session.document.undo_label) == (before, None)

    on_film(tmp_path, check)


def test_whoever_only_looks_on_sees_the_marks_and_sets_none(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            async with (
                opened(film, kie.environment()) as session,
                opened(film, kie.environment(), look_only=True) as looked,
            ):
                await session.takes.star([ref(1)])
                with pytest.raises(ProjectError, match="to look at only"):
                    await looked.takes.star([ref(2)])
            async with opened(film, kie.environment(), look_only=True) as looked:
                assert looked.shot(KEY).takes[0].marks == Marks(star=True)

    asyncio.run(run())


async def everything_marked(session: ProjectSession) -> None:
    await session.takes.star([ref(1)])
    await session.takes.note(ref(1), "the smile is right")
    await session.takes.reject([ref(2)])
    await session.takes.trash([ref(3)])


@pytest.mark.parametrize("lost", ["the database", "all of .topa", "the user's folder too"])
def test_a_state_that_is_built_anew_knows_the_marks(lost: str, tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            async with opened(film, kie.environment()) as session:
                await everything_marked(session)
                before = seen(session.shot(KEY))
            topa = tmp_path / "output" / ".topa"
            if lost == "the database":
                (topa / "state.db").unlink()
            else:
                shutil.rmtree(topa)
            if lost == "the user's folder too":
                shutil.rmtree(user_data())
            async with opened(film, kie.environment()) as again:
                assert seen(again.shot(KEY)) == before
                assert before["chosen"] == 1

    asyncio.run(run())


def test_a_mark_that_was_taken_away_does_not_come_back_from_the_file(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            marks = tmp_path / "output" / "film" / "marks.json"
            async with opened(film, kie.environment()) as session:
                await everything_marked(session)
            older = marks.read_bytes()
            assert written(marks)["clip"][KEY]
            async with opened(film, kie.environment()) as session:
                await session.takes.restore([ref(3)])
                after = seen(session.shot(KEY))
            marks.write_bytes(older)  # as after a kill between the database and the file
            async with opened(film, kie.environment()) as again:
                assert seen(again.shot(KEY)) == after
            assert "trashed" not in marks.read_text(encoding="utf-8")

    asyncio.run(run())


DAMAGES = [
    b"",
    b"\0" * 40,
    b"[1, 2]",
    b'{"clip": [], "panel": {"1__1": 3}}',
    b'{"clip": {"1__1": {"T01-task1.mp4": {"star": "yes", "trashed": NaN, "note": [1]}}}}',
    b'{"clip": {"1__1": {"T01-task1.mp4": 3}, "nobody": {"T01.mp4": {"star": true}}}}',
]


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_file_of_marks_hurts_nothing(damage: bytes, tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie, 1)
            marks = tmp_path / "output" / "film" / "marks.json"
            marks.write_bytes(damage)
            (tmp_path / "output" / ".topa" / "state.db").unlink()
            async with opened(film, kie.environment()) as session:
                assert session.shot(KEY).takes[0].marks == NO_MARKS
                await session.takes.star([ref(1)])
            assert written(marks) == {"clip": {KEY: {"T01-task1.mp4": {"star": True}}}}

    asyncio.run(run())


def test_marks_that_the_disk_does_not_take_are_no_step(tmp_path: Path) -> None:
    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        await session.takes.choose(ref(2))
        text, label = session.document.text, session.document.undo_label
        with closing(sqlite3.connect(tmp_path / "output" / ".topa" / "state.db")) as db:
            db.execute(
                "CREATE TRIGGER full BEFORE INSERT ON mark"
                " BEGIN SELECT RAISE(ABORT, 'database or disk is full'); END"
            )
            for act in (session.takes.star([ref(1)]), session.takes.trash([ref(2)])):
                with pytest.raises(ProjectError, match="disk is full"):
                    await act
            assert (session.document.text, session.document.undo_label) == (text, label)
            assert seen(session.shot(KEY)) == {
                "takes": {1: NO_MARKS, 2: NO_MARKS, 3: NO_MARKS},
                "trashed": {},
                "chosen": 2,
            }
            db.execute("DROP TRIGGER full")
        await session.takes.trash([ref(2)])
        assert seen(session.shot(KEY))["chosen"] == 3

    on_film(tmp_path, check)


def test_an_undo_leaves_marks_that_somebody_else_has_changed_since(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = await film_of_takes(tmp_path, kie)
            async with opened(film, kie.environment()) as session:
                await session.takes.star([ref(1)])
                await session.takes.star([ref(2)])
            with closing(sqlite3.connect(tmp_path / "output" / ".topa" / "state.db")) as db, db:
                db.execute("UPDATE mark SET note = 'mine' WHERE number = 2")
            async with opened(film, kie.environment()) as again:
                await again.undo()
                await again.undo()
                marks = {take.number: take.marks for take in again.shot(KEY).takes}
                assert marks == {1: NO_MARKS, 2: Marks(star=True, note="mine"), 3: NO_MARKS}

    asyncio.run(run())


@pytest.mark.parametrize("seed", range(3))
def test_whatever_is_done_with_takes_and_words_is_taken_back_step_by_step(
    seed: int, tmp_path: Path
) -> None:
    chance = random.Random(seed)

    async def some_act(session: ProjectSession) -> None:
        one, on = ref(chance.randint(1, 3)), chance.random() < 0.7
        acts: list[Callable[[], Awaitable[object]]] = [
            lambda: session.takes.choose(one),
            lambda: session.takes.star([one], on=on),
            lambda: session.takes.reject([one], on=on),
            lambda: session.takes.note(one, chance.choice(["", "good", "too dark"])),
            lambda: session.takes.trash([one, ref(chance.randint(1, 3))]),
            lambda: session.takes.restore([one]),
            lambda: session.edit(
                "Words", [SetField(ShotTarget(KEY), "prompt", f"A pier, {chance.random()}.")]
            ),
        ]
        await chance.choice(acts)()

    async def check(session: ProjectSession, _kie: SmallKie) -> None:
        def state() -> tuple[str, dict[str, Any]]:
            return session.document.text, seen(session.shot(KEY))

        states = [state()]
        for _act in range(40):
            await some_act(session)
            if state() != states[-1]:
                states.append(state())
            named, status = session.document.scenario.shot(KEY).take, session.shot(KEY)
            good = [take.number for take in status.takes if take.marks.is_good]
            expected = named or max(good, default=None)
            assert seen(status)["chosen"] == expected
        for expected_state in reversed(states[:-1]):
            await session.undo()
            assert state() == expected_state
        assert session.document.undo_label is None
        for expected_state in states[1:]:
            await session.redo()
            assert state() == expected_state

    on_film(tmp_path, check)
