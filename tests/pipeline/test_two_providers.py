"""A second provider is one folder of code and its model files; films are made by both at once."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.coin_service import COINS_KEY, CoinService, coin_service, coins_added
from tests.support.open_film import opened, told, written
from tests.support.small_kie import small_kie, until
from topa_studio.document.edits import FilmTarget, SetField, ShotTarget
from topa_studio.model.currency import Currency
from topa_studio.model.status import Stage
from topa_studio.model.wish import clips

FILM = """\
title: Two makers
global_config: {model: coins/film, image_model: coins/still, mode: std, sound: false}
scenes:
  - id: 1
    shots:
      - id: 1
        prompt: "Wide shot. A pier at dusk."
        start: panel
        duration: 3
        options: {grain: 4}
      - id: 2
        prompt: "Close-up. A gull lands."
        model: kling-3.0/video
        duration: 3
"""
COINS = Currency("coins", 2.0)


@pytest.fixture(autouse=True)
def added(tmp_path: Path) -> Iterator[None]:
    with coins_added(tmp_path):
        yield


def film(folder: Path, coins: CoinService, text: str = FILM) -> Path:
    """The film with the settings that a user of `coins` writes beside it."""
    folder.mkdir()
    config = f"providers:\n  coins: {{api_key: {COINS_KEY}, base_url: '{coins.shop.url}'}}\n"
    (folder / "config.yaml").write_text(config, encoding="utf-8")
    path = folder / "film.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def keys_sent(asked: list[object]) -> set[str]:
    return {each.headers.get("Authorization", "") for each in asked}  # type: ignore[attr-defined]


def test_both_make_their_part_of_a_film(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, coin_service() as coins:
            path = film(tmp_path / "film", coins)
            async with opened(path, kie.environment(), unattended=True) as session:
                assert not [p for p in session.document.problems if p.severity == "error"]
                await session.make(clips("1__1", "1__2"))
                one, two = session.shot("1__1"), session.shot("1__2")
                assert (one.stage, two.stage) == (Stage.MADE, Stage.MADE)
                assert (one.out_of_date, two.out_of_date) == (False, False)
                still, clip = coins.orders
                assert still["film"] == "coins/still"
                assert clip["words"] == "Wide shot. A pier at dusk"
                assert (clip["length"], clip["grain_of_the_film"]) == (3, 4)
                assert len(clip["pictures"]) == 1
                assert [body["model"] for body in kie.accepted] == ["kling-3.0/video"]
                assert one.takes[0].provider == "coins"
                assert two.takes[0].provider == "kie"
                # 2 coins for the still and 9 for the clip are 22 credits, beside KIE's 42.
                assert session.money().spent == 22.0 + 42.0
            receipts = path.parent / "output" / "film" / "takes"
            (receipt,) = (receipts / "1__1").glob("*.json")
            facts = written(receipt)
            assert (facts["provider"], facts["task_id"]) == ("coins", "coins:2")
            # Each gets its own key, and nobody another's.
            assert keys_sent([a for a in coins.shop.asked if "/films/" not in a.path]) == {
                f"Bearer {COINS_KEY}"
            }
            assert not any(COINS_KEY in key for key in keys_sent(kie.service.asked))

    asyncio.run(run())


def test_a_price_is_told_in_the_money_that_it_is_paid_in(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, coin_service() as coins:
            path = film(tmp_path / "film", coins)
            async with opened(path, kie.environment(), unattended=True) as session:
                one, two = session.quote(clips("1__1")), session.quote(clips("1__2"))
                both = session.quote(clips("1__1", "1__2"))
                assert (one.credits, one.currency) == (22.0, COINS)
                assert one.currency.words(one.credits) == "11 coins"
                assert two.currency.words(two.credits) == "42 credits"
                assert both.currency.words(both.credits) == "64 credits"

    asyncio.run(run())


def test_a_films_budget_holds_over_both_in_credits(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, coin_service() as coins:
            path = film(tmp_path / "film", coins)
            async with opened(path, kie.environment(), unattended=True) as session:
                budget = SetField(FilmTarget(), "budget_credits", 60)
                await session.edit("budget", [budget])
                notices = told(session)
                await session.make(clips("1__1"))
                await session.make(clips("1__2"))
                assert session.shot("1__1").stage is Stage.MADE
                assert session.shot("1__2").stage is not Stage.MADE
                assert not kie.accepted
                trouble = session.shot("1__2").trouble
                codes = [notice.code for notice in notices] + [trouble.code if trouble else ""]
                assert any("over-film-budget" in code for code in codes), codes

    asyncio.run(run())


def test_what_is_drawn_there_is_collected_after_a_restart(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, coin_service() as coins:
            path = film(tmp_path / "film", coins, FILM.replace("        start: panel\n", ""))
            coins.stages[1] = "busy"
            async with opened(path, kie.environment()) as session:
                making = asyncio.create_task(session.make(clips("1__1")))
                await until(lambda: any("/tickets/1" in p for p in coins.shop.paths()))
                making.cancel()
            coins.stages.clear()
            async with opened(path, kie.environment()) as again:
                assert await again.collect() == 1
                assert again.shot("1__1").stage is Stage.MADE
            assert len(coins.orders) == 1

    asyncio.run(run())


def test_a_lost_state_is_built_anew_and_a_lost_clip_comes_back_from_its_own_maker(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie, coin_service() as coins:
            path = film(tmp_path / "film", coins)
            output = path.parent / "output"
            async with opened(path, kie.environment(), unattended=True) as session:
                await session.make(clips("1__1"))
            for file in (output / ".topa").glob("state.db*"):
                file.unlink()
            (clip,) = (output / "film" / "takes" / "1__1").glob("*.mp4")
            clip.unlink()
            (output / "film" / "shots" / "1__1.mp4").unlink()
            async with opened(path, kie.environment(), unattended=True, anew=True) as again:
                jobs = await again._production.till.kept.jobs()
                assert {job.provider for job in jobs} == {"coins"}
                await again.make(clips("1__1"))
                assert again.shot("1__1").stage is Stage.MADE
            assert len(coins.orders) == 2

    asyncio.run(run())


def test_a_model_whose_maker_is_not_there_is_refused_before_anything_is_paid(
    tmp_path: Path,
) -> None:
    async def run() -> None:
        async with small_kie() as kie, coin_service() as coins:
            path = film(tmp_path / "film", coins, FILM.replace("        start: panel\n", ""))
            (path.parent / "config.yaml").write_text("providers: {}\n", encoding="utf-8")
            async with opened(path, kie.environment(), unattended=True) as session:
                await session.edit("x", [SetField(ShotTarget("1__1"), "title", "Pier")])
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.FAILED
            assert not coins.orders
            assert not kie.accepted

    asyncio.run(run())


def test_a_lost_answer_is_proven_by_the_ticket_of_its_own_maker(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, coin_service() as coins:
            path = film(tmp_path / "film", coins, FILM.replace("        start: panel\n", ""))
            async with opened(path, kie.environment()) as session:
                coins.lose_answer()
                await session.make(clips("1__1"))
                assert session.shot("1__1").stage is Stage.NEEDS_YOU
                assert session.jobs.logs_page("1__1") == "https://coins.example/tickets"
                await session.jobs.adopt("coins:1", "1__1", sure=True)
                await until(lambda: session.shot("1__1").stage is Stage.MADE)
            assert len(coins.orders) == 1

    asyncio.run(run())


def test_a_maker_that_is_away_is_waited_for_where_it_is(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie, coin_service() as coins:
            path = film(tmp_path / "film", coins, FILM.replace("        start: panel\n", ""))
            async with opened(path, kie.environment()) as session:
                await coins.shop.go_away()
                making = asyncio.create_task(session.make(clips("1__1")))
                await until(lambda: session.jobs.is_offline)
                await coins.shop.come_back()
                await making
                assert session.shot("1__1").stage is Stage.MADE
            assert "/purse" in coins.shop.paths()

    asyncio.run(run())
