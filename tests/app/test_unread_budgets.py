"""A budget that cannot be read is no budget: nothing is paid for until it is put right."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from tests.support.open_film import one_element_film, opened, plain_film
from tests.support.small_kie import small_kie
from topa_studio.app.making.day_budget import day_budget_file
from topa_studio.base.errors import StudioError
from topa_studio.base.words import say
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips, reference_images

HEAD = "global_config: {mode: std, sound: false"


def with_budget(film: Path, line: str) -> None:
    text = film.read_text(encoding="utf-8")
    assert HEAD in text
    film.write_text(text.replace(HEAD, f"{HEAD}, {line}"), encoding="utf-8")


WRONG = [
    'budget_credits: "500"', "budget_credits: -1", "budget_credits: 500 credits",
    'budget_credits: "1,000"', "budget_credits: 1 000", "budget_credits: [500]",
    "budget_credits: true", "budget_credits: {film: 500}", "budget_credits: .nan",
    "budget_credits: .inf", "budget_credits: 500, budget_credits: 5", "budget_credit: 500",
    "Budget-Credits: 500", "budget: 500", "film_budget: 500", "max_credits: 500",
]  # fmt: skip


@pytest.mark.parametrize("line", WRONG)
def test_no_mistake_in_the_film_lets_anything_be_paid(tmp_path: Path, line: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = one_element_film(tmp_path)
            with_budget(film, line)
            async with opened(film, kie.environment()) as session:
                mistake = session.spending.mistake
                assert mistake is not None
                assert "line 4" in say(mistake.code, mistake.params)
                with pytest.raises(StudioError, match="budget"):
                    await session.make(clips("1__1"))
                with pytest.raises(StudioError, match="budget"):
                    await session.make(reference_images("Topa"))
                with pytest.raises(StudioError, match="budget"):
                    await session.batch(clips("1__1"))
                assert kie.accepted == []

    asyncio.run(run())


def test_global_config_that_is_no_mapping_hides_a_budget_too(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            text = film.read_text(encoding="utf-8").splitlines()
            text[1] = "global_config: [budget_credits, 500]"
            film.write_text("\n".join(text), encoding="utf-8")
            async with opened(film, kie.environment()) as session:
                with pytest.raises(StudioError, match="budget"):
                    await session.make(clips("1__1"))
                assert kie.accepted == []

    asyncio.run(run())


@pytest.mark.parametrize(
    "line", ["budget_credits: 500", "budget_credits: 41.5", "budget_credits: null"]
)
def test_a_budget_that_can_be_read_holds_what_it_holds(tmp_path: Path, line: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            with_budget(film, line)
            async with opened(film, kie.environment()) as session:
                assert session.spending.mistake is None
                await session.make(clips("1__1"))
                assert len(kie.accepted) == (0 if "41.5" in line else 1)

    asyncio.run(run())


def test_words_of_a_film_that_only_sound_like_money_stop_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            with_budget(film, "end_credits: The makers, credits: none")
            async with opened(film, kie.environment()) as session:
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())


@pytest.mark.parametrize(
    "line", ["budget_credits: 500", "generation: {budget: 500}", "api: {max_credits: 5}"]
)
def test_a_limit_among_the_settings_is_not_passed_over(tmp_path: Path, line: str) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            (tmp_path / "config.yaml").write_text(line, encoding="utf-8")
            async with opened(film, kie.environment()) as session:
                with pytest.raises(StudioError, match=r"config\.yaml"):
                    await session.make(clips("1__1"))
                assert kie.accepted == []

    asyncio.run(run())


@pytest.mark.parametrize(
    "text", ["days: 500", "day: 500\nDay: 5", 'day: "500"', "day:", "day: -1", "day: [5]", "day"]
)
def test_a_days_budget_that_cannot_be_read_stops_too(tmp_path: Path, text: str) -> None:
    async def run() -> None:
        path = day_budget_file()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        async with small_kie() as kie, opened(plain_film(tmp_path), kie.environment()) as session:
            await asyncio.gather(session.make(clips("1__1")), return_exceptions=True)
            assert kie.accepted == []
            assert session.shot("1__1").stage is not Stage.MADE

    asyncio.run(run())


def test_put_right_in_the_open_film_it_goes_on(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            film = plain_film(tmp_path)
            with_budget(film, 'budget_credits: "500"')
            async with opened(film, kie.environment()) as session:
                from topa_studio.document.edits import FilmTarget, SetField

                await session.edit("Budget", [SetField(FilmTarget(), "budget_credits", 500)])
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.MADE

    asyncio.run(run())
