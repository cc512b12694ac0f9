"""An open film: what is missing, what it would cost, what is told, and the queue in hand."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import CREATE, small_kie, until
from topa_studio.base.errors import ProjectError
from topa_studio.base.words import say
from topa_studio.document.edits import MoveShot, SetField, ShotTarget
from topa_studio.model.status import JobStatus, Stage
from topa_studio.model.wish import clips


def test_missing_is_what_has_no_clip_is_not_running_and_not_locked(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 4)
            film.write_text(
                film.read_text().replace("- id: 4\n", "- id: 4\n        locked: true\n")
            )
            async with opened(film, kie.environment()) as session:
                assert session.missing() == ("1__1", "1__2", "1__3")
                assert session.missing("1") == ("1__1", "1__2", "1__3")
                assert session.missing("9") == ()
                await session.make(clips("1__1"))
                kie.hold()
                session.press(clips("1__2"))
                await until(lambda: session.shot("1__2").stage is Stage.DRAWING)
                assert session.missing() == ("1__3",)
                kie.finish()
                await until(lambda: session.shot("1__2").stage is Stage.MADE)

    asyncio.run(run())


def test_a_shot_with_a_mistake_is_told_with_its_line_and_never_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            film.write_text(film.read_text().replace("duration: 3", "duration: 99", 1))
            line = film.read_text().splitlines().index("        duration: 99") + 1
            async with opened(film, kie.environment()) as session:
                quote = session.quote(clips(*session.missing()))
                assert quote.shots == ("1__2",)
                assert quote.credits == 3 * 14
                (mistake,) = quote.blocked.values()
                why = say(mistake.code, mistake.params)
                assert f"line {line}" in why
                assert "3 to 15 seconds, not 99" in why
                await session.make(clips(*session.missing()))
                assert session.shot("1__1").stage is Stage.NOT_MADE
                assert session.shot("1__1").mistake == mistake
                assert session.shot("1__2").stage is Stage.MADE
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_the_quote_follows_an_edit(tmp_path: Path) -> None:
    async def run() -> None:
        async with opened(plain_film(tmp_path)) as session:
            assert session.quote(clips("1__1")).credits == 3 * 14
            await session.edit("Longer", [SetField(ShotTarget("1__1"), "duration", 10)])
            assert session.quote(clips("1__1")).credits == 10 * 14
            await session.edit("Better", [SetField(ShotTarget("1__1"), "mode", "pro")])
            assert session.quote(clips("1__1")).credits == 10 * 18

    asyncio.run(run())


def test_an_edited_shot_is_out_of_date_but_not_missing(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path), kie.environment()) as session,
        ):
            await session.make(clips("1__1"))
            assert not session.shot("1__1").out_of_date
            prompt = "Wide shot. A pier in the rain."
            await session.edit("Prompt", [SetField(ShotTarget("1__1"), "prompt", prompt)])
            assert session.shot("1__1").out_of_date
            assert session.missing() == ()
            await session.undo()
            assert not session.shot("1__1").out_of_date

    asyncio.run(run())


def test_a_moved_shot_keeps_its_clip(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path, 2)
            film.write_text(film.read_text() + "  - id: two\n    shots: []\n")
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                await session.edit("Move", [MoveShot("1__1", "two", 0)])
            async with opened(film, kie.environment()) as again:
                assert again.document.scenario.scenes[1].shots[0].key == "1__1"
                assert again.shot("1__1").stage is Stage.MADE
                assert again.missing() == ("1__2",)
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_pause_holds_back_what_is_not_sent_and_resume_lets_it_go(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path, 2), kie.environment()) as session,
        ):
            queues: list[tuple[JobStatus, ...]] = []
            session.queue_changed.connect(queues.append)
            session.pause()
            making = asyncio.create_task(session.make(clips(*session.missing())))
            await until(lambda: len(session.queue()) == 2)
            await asyncio.sleep(0.2)
            assert CREATE not in kie.service.paths()
            assert {line.stage for line in session.queue()} == {Stage.IN_LINE}
            session.resume()
            await making
            assert session.missing() == ()
            assert queues[-1] == () or session.queue() == ()
            assert kie.service.paths().count(CREATE) == 2

    asyncio.run(run())


def test_changes_are_told_by_key_while_a_shot_is_made(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path, 2), kie.environment()) as session,
        ):
            seen: list[Stage] = []
            keys: set[str] = set()

            def note(changed: frozenset[str]) -> None:
                keys.update(changed)
                if "1__1" in changed:
                    seen.append(session.shot("1__1").stage)

            session.shots_changed.connect(note)
            kie.hold()
            making = asyncio.create_task(session.make(clips("1__1")))
            await until(lambda: Stage.DRAWING in seen)
            kie.finish()
            await making
            await until(lambda: seen[-1] is Stage.MADE)
            assert keys == {"1__1"}
            assert Stage.NOT_MADE not in seen[1:]

    asyncio.run(run())


def test_progress_of_a_running_shot_is_seen_to_grow(tmp_path: Path) -> None:
    async def run() -> None:
        async with (
            small_kie() as kie,
            opened(plain_film(tmp_path), kie.environment()) as session,
        ):
            shares: list[float] = []
            session.shots_changed.connect(
                lambda _keys: shares.append(session.shot("1__1").progress)
            )
            kie.hold()
            making = asyncio.create_task(session.make(clips("1__1")))
            await until(lambda: len(set(shares)) > 4)
            kie.finish()
            await making
            session.tell_now()
            assert shares == sorted(shares)
            assert session.shot("1__1").progress == 1

    asyncio.run(run())


def test_money_left_is_the_account_or_the_films_own_budget(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                await until(lambda: session.money().left == 1000)
                assert session.money().estimated == 3 * 14
                await session.make(clips("1__1"))
                assert session.money().spent == 42
                assert session.money().estimated == 0
            film.write_text(film.read_text().replace("{mode", "{budget_credits: 100, mode"))
            async with opened(film, kie.environment()) as session:
                assert session.money().left == 58

    asyncio.run(run())


def test_a_film_with_a_broken_file_opens_and_sends_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        film = tmp_path / "film.yaml"
        film.write_text("scenes: [\n")
        async with opened(film) as session:
            assert session.missing() == ()
            assert session.document.problems
            with pytest.raises(ProjectError, match="line 2"):
                await session.make(clips("1__1"))
            assert session.quote(clips("1__1")).shots == ()
        assert film.read_text() == "scenes: [\n"

    asyncio.run(run())
