"""A clip that ends with the next shot's panel: that is drawn first, in order, and paid once."""

from __future__ import annotations

import asyncio
from pathlib import Path

from tests.support.open_film import opened, plain_film
from tests.support.small_kie import SmallKie, picture_bytes, small_kie, until
from topa_studio.app.session import ProjectSession
from topa_studio.base.words import say
from topa_studio.document.edits import DeleteShot, FilmTarget, MoveShot, SetField, ShotTarget
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips, panels

A, B = "1__1", "1__2"
CLIP, PANEL = 3 * 14, 4


def film_of(folder: Path, second: str = "start: panel") -> Path:
    """The first of two shots starts from its panel and ends with that of the second."""
    film = plain_film(folder, 2)
    text = film.read_text(encoding="utf-8")
    for number, lines in ((1, "start: panel\n        end: next"), (2, second)):
        head = f"      - id: {number}\n"
        text = text.replace(head, f"{head}        {lines}\n") if lines else text
    film.write_text(text, encoding="utf-8")
    return film


def drawn(kie: SmallKie) -> list[str]:
    """What was asked, in order: "panel 1", "clip 1"; a clip with how many frames it was given."""
    found = []
    for body in kie.accepted:
        number = body["input"]["prompt"].split("number ")[1][0]
        frames = body["input"].get("image_urls", [])
        found.append(
            f"clip {number} of {len(frames)}" if "kling" in body["model"] else f"panel {number}"
        )
    return found


def why(session: ProjectSession, key: str) -> str:
    trouble = session.shot(key).trouble
    return "" if trouble is None else say(trouble.code, trouble.params)


def test_the_next_panel_comes_first_and_both_shots_share_it(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            async with opened(film_of(tmp_path), kie.environment()) as session:
                both = session.quote(clips(A, B))
                assert (both.images, both.credits) == (2, 2 * CLIP + 2 * PANEL)
                batch = await session.batch(clips(A, B))
                assert batch.credits == both.credits
                assert session.money().estimated == both.credits
                # A budget of just so much holds them.
                limit = SetField(FilmTarget(), "budget_credits", both.credits)
                await session.edit("Budget", [limit])
                assert (await session.batch(clips(A, B))).fits == clips(A, B)
                await session.make(clips(A, B), consent=Consent(shown=both.credits))
                assert session.missing() == ()
                assert session.money().spent == both.credits
                assert not session.shot(A).out_of_date
            assert sorted(drawn(kie)) == ["clip 1 of 2", "clip 2 of 1", "panel 1", "panel 2"]
            assert drawn(kie).index("panel 2") < drawn(kie).index("clip 1 of 2")

    asyncio.run(run())


def test_one_press_on_the_first_draws_the_next_panel_alone(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            async with opened(film_of(tmp_path), kie.environment()) as session:
                alone = session.quote(clips(A))
                assert (alone.images, alone.credits) == (2, CLIP + 2 * PANEL)
                await session.make(clips(A), consent=Consent(shown=alone.credits))
                assert session.shot(A).stage is Stage.MADE
                assert session.shot(B).panel is not None
                assert session.shot(B).takes == ()
                assert session.quote(clips(B)).credits == CLIP
            assert drawn(kie)[-1] == "clip 1 of 2"
            assert len(kie.accepted) == 3

    asyncio.run(run())


def test_a_panel_that_is_there_is_used_and_another_one_makes_the_clip_out_of_date(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(film_of(tmp_path), kie.environment()) as session:
            await session.make(panels(B))
            assert session.quote(clips(A)).credits == CLIP + PANEL
            await session.make(clips(A))
            assert len(kie.accepted) == 3
            await session.make(panels(B), consent=Consent(same=True))
            # The very same bytes came: by content nothing has changed.
            assert not session.shot(A).out_of_date
            kie.picture = picture_bytes(1280, 720)
            await session.make(panels(B), consent=Consent(same=True))
            assert session.shot(A).out_of_date
            await session.edit("Back", [SetField(ShotTarget(B), "panel", 1)])
            assert not session.shot(A).out_of_date

    asyncio.run(run())


def test_who_has_no_next_shot_or_none_with_words_is_told_before_anything_is_paid(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            async with opened(film_of(tmp_path), kie.environment()) as session:
                await session.edit("Words", [SetField(ShotTarget(B), "prompt", "")])
                await session.make(clips(A))
                assert "ends with the panel of shot 1.2, which is not made" in why(session, A)
                await session.edit("Words", [SetField(ShotTarget(B), "prompt", "@Nobody waves")])
                await session.make(clips(A))
                assert "Nobody" in why(session, A)
                await session.edit("Gone", [DeleteShot(B)])
                await session.make(clips(A))
                assert "there is no next shot" in why(session, A)
                assert session.quote(clips(A)).wishes == ()
            assert kie.accepted == []

    asyncio.run(run())


def test_the_end_is_that_of_whoever_is_next_when_its_turn_comes(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = film_of(tmp_path)
            text = film.read_text(encoding="utf-8")
            more = '      - {id: 3, duration: 3, prompt: "A pier, number 3."}\n'
            film.write_text(text + more, encoding="utf-8")
            async with opened(film, kie.environment()) as session:
                await session.edit("Move", [MoveShot(B, "1", 2)])
                await session.make(clips(A))
                assert session.shot("1__3").panel is not None
                assert session.shot(B).panel is None

    asyncio.run(run())


def test_stopping_the_clip_keeps_the_panel_that_was_sent(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            async with opened(film_of(tmp_path, ""), kie.environment()) as session:
                await session.make(panels(A))
                kie.hold()
                making = asyncio.create_task(session.make(clips(A)))
                await until(lambda: session.shot(B).panel_stage is Stage.DRAWING)
                session.jobs.cancel_waiting("clip", A)
                await making
                kie.finish()
                await until(lambda: session.shot(B).panel is not None)
                assert session.money().spent == 2 * PANEL
            assert len(kie.accepted) == 2

    asyncio.run(run())


def test_stopping_the_panel_asks_for_no_other_one(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            async with opened(film_of(tmp_path), kie.environment()) as session:
                await session.make(panels(A, B))
                # Its words are others now, so that another panel is drawn first.
                await session.edit("Words", [SetField(ShotTarget(B), "prompt", "A lamp, number 2")])
                kie.hold()
                making = asyncio.create_task(session.make(clips(A)))
                await until(lambda: session.shot(B).panel_stage is Stage.DRAWING)
                session.jobs.cancel_waiting("panel", B)
                await making
                assert "which is not made" in why(session, A)
                kie.finish()
            assert len(kie.accepted) == 3

    asyncio.run(run())
