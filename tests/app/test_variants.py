"""Several clips of one shot at one press: one price, each paid once, all or none, and no more."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.line_worker import kept
from tests.support.open_film import opened, plain_film, told
from tests.support.scripted_service import drop
from tests.support.small_kie import CREATE, SmallKie, small_kie, until
from topa_studio.app.making.day_budget import write_day_budget
from topa_studio.app.session import ProjectSession
from topa_studio.document.edits import FilmTarget, SetField, ShotTarget
from topa_studio.model.status import NO_CONSENT, Consent, Dearer, Run, Stage
from topa_studio.model.wish import Kind, Variant, Wish, clips, variants

KEY = "1__1"
SHOT, PANEL = 3 * 14, 4
OF_3 = [Variant(place, 3) for place in (1, 2, 3)]


def sent(kie: SmallKie) -> int:
    return kie.service.paths().count(CREATE)


def numbers(session: ProjectSession) -> list[int]:
    return [take.number for take in session.takes.of(KEY)]


def from_panel(folder: Path) -> Path:
    film = plain_film(folder)
    text = film.read_text(encoding="utf-8")
    film.write_text(text.replace("duration: 3", "duration: 3\n        start: panel"), "utf-8")
    return film


def test_one_press_makes_three_takes_from_one_panel_for_the_price_that_was_shown(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(from_panel(tmp_path), kie.environment()) as session:
            quote = session.quote(variants(KEY, 3))
            assert (quote.credits, quote.images, quote.seconds) == (3 * SHOT + PANEL, 1, 9)
            await session.make(variants(KEY, 3), consent=Consent(shown=quote.credits))
            assert numbers(session) == [1, 2, 3]
            assert len({take.task_id for take in session.takes.of(KEY)}) == 3
            assert len({take.digest for take in session.takes.of(KEY)}) == 1
            assert sent(kie) == 4
            assert session.money().spent == quote.credits
            assert session.shot(KEY).stage is Stage.MADE
            # And once more, though takes of that very request are there.
            again = session.quote(variants(KEY, 2))
            assert again.credits == 2 * SHOT
            await session.make(variants(KEY, 2))
            assert numbers(session) == [1, 2, 3, 4, 5]
            # One that is wished alone is held back as ever.
            await session.make(clips(KEY))
            assert sent(kie) == 6

    asyncio.run(run())


@pytest.mark.parametrize("whose", ["film", "day", "run"])
def test_a_budget_that_holds_two_of_three_sends_none(tmp_path: Path, whose: str) -> None:
    async def run() -> None:
        if whose == "day":
            write_day_budget(100)
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            if whose == "film":
                await session.edit("B", [SetField(FilmTarget(), "budget_credits", 100)])
            limit = Run("one", 100) if whose == "run" else None
            batch = await session.batch(variants(KEY, 3), run=limit)
            assert (batch.credits, batch.left, batch.fits) == (3 * SHOT, 100, ())
            await session.make(variants(KEY, 3), run=limit)
            assert session.shot(KEY).stage is Stage.FAILED
            assert sent(kie) == 0
            assert session.money().spent == 0
            # What was set aside for them is free again.
            await session.make(variants(KEY, 2), run=Run("two", 100) if limit else None)
            assert numbers(session) == [1, 2]

    asyncio.run(run())


def test_dearer_than_shown_sends_nothing_and_asks_about_all_of_them(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            asked: list[Dearer] = []
            session.dearer.connect(asked.append)
            await session.make(variants(KEY, 3), consent=Consent(shown=SHOT))
            assert (sent(kie), asked[0].wishes) == (0, variants(KEY, 3))
            assert asked[0].cost == 3 * SHOT
            consent = Consent(shown=asked[0].cost)
            await session.make(asked[0].wishes, consent=consent)
            assert numbers(session) == [1, 2, 3]

    asyncio.run(run())


def test_those_of_several_shots_are_one_press_whole_or_not_at_all(tmp_path: Path) -> None:
    async def run() -> None:
        film = plain_film(tmp_path, 2)
        async with small_kie() as kie, opened(film, kie.environment()) as session:
            asked: list[Dearer] = []
            session.dearer.connect(asked.append)
            both = (*variants(KEY, 3), *variants("1__2", 3))
            quote = session.quote(both)
            assert quote.credits == 6 * SHOT
            await session.make(both, consent=Consent(shown=6 * SHOT - 1))
            assert (sent(kie), asked[0].wishes, asked[0].cost) == (0, both, 6 * SHOT)
            await session.edit("B", [SetField(FilmTarget(), "budget_credits", 6 * SHOT - 1)])
            await session.make(both)
            assert sent(kie) == 0
            await session.edit("B", [SetField(FilmTarget(), "budget_credits", 6 * SHOT)])
            await session.make(both, consent=Consent(shown=quote.credits))
            assert (sent(kie), session.money().spent) == (6, 6 * SHOT)
            assert [len(session.takes.of(key)) for key in (KEY, "1__2")] == [3, 3]

    asyncio.run(run())


def test_the_queue_names_each_and_stop_ends_what_was_not_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            async with opened(plain_film(tmp_path), kie.environment(), slots=1) as session:
                session.press(variants(KEY, 3))
                await kie.until(CREATE)
                await until(lambda: [job.sent for job in session.queue()] == [True, False, False])
                assert [job.variant for job in session.queue()] == OF_3
                assert session.shot(KEY).stage is not Stage.MADE
                await until(lambda: session.money().estimated == 2 * SHOT)
                # Who presses again meanwhile finds them there.
                session.press(variants(KEY, 3))
                session.press(clips(KEY))
                await asyncio.sleep(0)
                cancelled = session.jobs.cancel_all()
                assert (cancelled.waiting, cancelled.sent) == (2, 1)
                kie.finish()
                await until(lambda: numbers(session) == [1])
                assert sent(kie) == 1
                assert session.money().spent == SHOT

    asyncio.run(run())


def test_one_lost_answer_leaves_the_others_alone_and_is_made_once_more_only_when_asked(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.lose_answer()
            kie.creates.insert(0, drop())
            await session.make(variants(KEY, 3))
            assert (sent(kie), len(numbers(session))) == (3, 1)
            assert session.shot(KEY).stage is Stage.NEEDS_YOU
            assert len(session.jobs.unknown(KEY)) == 2
            assert session.money().spent == 3 * SHOT
            # Nothing more of it goes out by itself.
            await session.make(variants(KEY, 3))
            await session.make(clips(KEY))
            assert sent(kie) == 3
            await session.jobs.adopt("task-1", KEY)
            await until(lambda: len(numbers(session)) == 2)
            assert len(session.jobs.unknown(KEY)) == 1
            await session.jobs.again(KEY)
            assert sent(kie) == 4
            assert (len(numbers(session)), session.jobs.unknown(KEY)) == (3, ())

    asyncio.run(run())


def test_what_failed_and_was_charged_holds_back_those_that_wait_behind_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.states, kie.taken = {"task-1": "fail"}, {"task-1": SHOT}
            async with opened(plain_film(tmp_path), kie.environment(), slots=1) as session:
                await session.make(variants(KEY, 3))
                assert sent(kie) == 1
                assert session.shot(KEY).stage is Stage.FAILED

    asyncio.run(run())


def test_what_was_not_sent_when_the_program_ended_is_offered_and_never_more(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            async with opened(film, kie.environment()) as session:
                session.pause()
                session.press(variants(KEY, 3))
                await kept(session, 1)
            kie.hold()
            async with opened(film, kie.environment(), slots=1) as session:
                assert session.last_line.offered() == variants(KEY, 3)
                session.press(session.last_line.offered())
                await until(lambda: [job.sent for job in session.queue()] == [True, False, False])
            kie.finish()
            async with opened(film, kie.environment()) as session:
                # What is under way is awaited first; the rest is offered then.
                await session.collect()
                assert session.last_line.offered() == variants(KEY, 2)
                await session.make(session.last_line.offered())
                assert session.last_line.offered() == ()
                assert (numbers(session), sent(kie)) == ([1, 2, 3], 3)
            async with opened(film, kie.environment()) as session:
                assert session.last_line.offered() == ()

    asyncio.run(run())


def test_a_change_while_some_wait_is_in_those_that_are_sent_after_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.hold()
            async with opened(plain_film(tmp_path), kie.environment(), slots=1) as session:
                notices = told(session)
                session.press(variants(KEY, 2))
                await kie.until(CREATE)
                await session.edit("W", [SetField(ShotTarget(KEY), "prompt", "A pier at noon.")])
                kie.finish()
                await until(lambda: len(numbers(session)) == 2)
                prompts = [body["input"]["prompt"] for body in kie.accepted]
                assert "dusk" in prompts[0]
                assert "noon" in prompts[1]
                assert not notices

    asyncio.run(run())


def test_a_wish_for_variants_is_one_wish() -> None:
    (wish,) = variants(KEY)
    assert wish == Wish(Kind.CLIP, KEY, variants=3)
    assert wish.subject == (Kind.CLIP, KEY)
    assert Variant.in_words(f"{NO_CONSENT.words()} same {Variant(2, 3).word()}") == Variant(2, 3)
    assert Variant.in_words("same variant:x/y") is None
