"""What was charged and failed, or refused for its content, is sent again by no batch."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.scripted_service import json
from tests.support.small_kie import SmallKie, small_kie
from topa_studio.app.session import ProjectSession
from topa_studio.base.words import say
from topa_studio.document.edits import DuplicateShot, SetField, ShotTarget
from topa_studio.model.status import Consent, Stage
from topa_studio.model.wish import clips, reference_images

REFUSED = json({"code": 422, "msg": "Failure to pass the risk control system", "data": None})


def why(session: ProjectSession, key: str = "1__1") -> str:
    trouble = session.shot(key).trouble
    assert trouble is not None
    return say(trouble.code, trouble.params)


def bar(kie: SmallKie, how: str) -> int:
    """The first request ends so; how many creates that takes."""
    if how == "refused at once":
        kie.creates = [REFUSED]
        return 0
    kie.states["task-1"] = "fail"
    kie.fails["task-1"] = "moderation: sensitive" if how == "refused later" else "out of luck"
    kie.taken["task-1"] = 21 if how == "charged" else 0
    return 1


@pytest.mark.parametrize("how", ["refused at once", "refused later", "charged"])
def test_no_batch_sends_it_again_in_any_run(tmp_path: Path, how: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            first = bar(kie, how)
            film = plain_film(tmp_path, 2)
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.FAILED
                assert session.missing() == ("1__2",)
                quote = await session.batch(clips("1__1", "1__2"))
                assert (quote.fits, tuple(quote.blocked)) == (clips("1__2"), clips("1__1"))
                await session.make(clips("1__1", "1__2"))
                assert len(kie.accepted) == first + 1
                assert "not sent again" in why(session)
            async with opened(film, kie.environment()) as again:
                assert again.missing() == ()
                await again.make(clips("1__1", "1__2"), consent=Consent(same=True))
                assert len(kie.accepted) == first + 2  # the other one, as its press allowed

    asyncio.run(run())


@pytest.mark.parametrize("how", ["refused at once", "refused later", "charged"])
def test_a_press_on_that_shot_or_changed_words_send_it(tmp_path: Path, how: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            first = bar(kie, how)
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                await session.make(clips("1__1"))
                await session.jobs.retry("1__1")
                assert len(kie.accepted) == first + 1
                assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


@pytest.mark.parametrize("how", ["refused at once", "refused later", "charged"])
def test_changed_words_are_missing_again_and_sent_by_a_batch(tmp_path: Path, how: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            first = bar(kie, how)
            async with opened(plain_film(tmp_path), kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.missing() == ()
                words = SetField(ShotTarget("1__1"), "prompt", "Wide shot. A lighthouse.")
                await session.edit("Words", [words])
                assert session.missing() == ("1__1",)
                await session.make(clips("1__1"))
                assert len(kie.accepted) == first + 1
                assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


def test_the_very_same_words_in_another_shot_are_barred_too(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.creates = [REFUSED]
            await session.make(clips("1__1"))
            await session.edit("Twice", [DuplicateShot("1__1")])
            (other,) = [s.key for s in session.document.scenario.shots() if s.key != "1__1"]
            await session.make(clips(other))
            assert kie.accepted == []
            assert "not sent again" in why(session, other)

    asyncio.run(run())


def test_a_refused_reference_image_is_not_drawn_by_the_next_batch(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.creates = [REFUSED]
            async with opened(one_element_film(tmp_path), kie.environment()) as session:
                await session.make(reference_images("Topa"))
                await session.make(reference_images("Topa"))
                await session.make(clips("1__1"))
                assert kie.accepted == []
                await session.make(reference_images("Topa"), consent=Consent(barred=True))
                assert session.element("Topa").stage is Stage.MADE

    asyncio.run(run())


def test_a_failure_that_took_nothing_is_tried_again_by_a_batch(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            kie.states["task-1"], kie.fails["task-1"] = "fail", "too busy"
            await session.make(clips("1__1"))
            assert session.missing() == ("1__1",)
            await session.make(clips("1__1"))
            assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())
