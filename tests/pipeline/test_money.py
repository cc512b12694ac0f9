"""Credits: a quote is the price of the very requests, and what is open counts as spent."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from tests.support.jobs import film, job, setup, shot
from tests.support.open_film import opened
from tests.support.service_process import practice_service
from tests.support.small_film import small_film, wishes
from topa_studio.model.scenario import FilmConfig, Scenario, Settings
from topa_studio.model.status import Quote
from topa_studio.model.take import Take
from topa_studio.model.wish import clips
from topa_studio.pipeline.board import Board
from topa_studio.pipeline.compose import Setup
from topa_studio.pipeline.job import Kind, State, Wish
from topa_studio.pipeline.money.estimate import Estimate, spent


def estimate(
    scenario: Scenario, given: Setup | None = None, board: Board | None = None
) -> Estimate:
    return Estimate(scenario, given or setup(), board or Board())


def test_a_plain_shot_costs_its_seconds() -> None:
    quote = estimate(film(shot(duration=5))).quote(clips("1__1"))
    assert (quote.shots, quote.images, quote.seconds) == (("1__1",), 0, 5)
    assert quote.credits == 5 * 27
    silent = film(shot(duration=5, settings=Settings(mode="std", sound=False)))
    assert estimate(silent).quote(clips("1__1")).credits == 5 * 14


def test_pictures_that_are_made_on_the_way_are_counted_once_for_all_shots() -> None:
    scenario = film(shot(1, "@Topa waves"), shot(2, "@Topa sits"))
    both = estimate(scenario).quote(clips("1__1", "1__2"))
    assert both.images == 2 + 2  # two views of Topa, two panels
    assert both.credits == 2 * 5 * 27 + 4 * 4
    drawn = estimate(scenario, setup(Topa=2)).quote(clips("1__1"))
    assert drawn.images == 1
    assert drawn.credits == 5 * 27 + 4


def test_a_price_that_is_not_known_is_never_guessed() -> None:
    scenario = film(
        shot(1), shot(2, "@Topa"), film=FilmConfig(settings=Settings(image_model="somebodys-model"))
    )
    assert estimate(scenario).quote(clips("1__1")).credits == 5 * 27
    assert (
        estimate(scenario).quote(clips("1__2")).blocked[Wish(Kind.CLIP, "1__2")].code
        == "pipeline.unknown-model"
    )
    assert estimate(scenario).total(estimate(scenario).views("Topa")) is None


def test_a_shot_that_cannot_be_sent_is_named_and_not_charged() -> None:
    scenario = film(shot(1), shot(2, duration=99))
    quote = estimate(scenario).quote(clips("1__1", "1__2"))
    assert quote.shots == ("1__1",)
    assert quote.credits == 5 * 27
    assert quote.blocked[Wish(Kind.CLIP, "1__2")].code == "pipeline.duration"


def test_what_is_already_paid_for_costs_nothing_more() -> None:
    board = Board()
    board.put(job(State.SUBMITTED, task_id="t"))
    quote = estimate(film(shot(1)), board=board).quote(clips("1__1"))
    assert (quote.shots, quote.credits) == (("1__1",), 0)


def test_to_make_it_once_costs_the_same_while_it_is_on_its_way() -> None:
    scenario, wish = film(shot(1, "@Topa waves")), Wish(Kind.CLIP, "1__1")
    still = estimate(scenario, setup(Topa=2)).share(wish, once=True)
    board = Board()
    board.put(job(State.SUBMITTED, task_id="t"))
    assert estimate(scenario, setup(Topa=2), board).share(wish, once=True) == still
    assert estimate(scenario, setup(Topa=2), board).share(wish).prices == ()


def test_spent_is_what_results_cost_and_what_is_open_may_cost() -> None:
    board = Board()
    board.put(job(State.INTENT, id=1))
    assert spent(board) == 0
    board.put(job(State.SENDING, id=1))
    assert spent(board) == 100
    board.put(job(State.UNKNOWN, id=1))
    assert spent(board) == 100
    board.put(job(State.DROPPED, id=1))
    board.put(job(State.FAILED, id=2, task_id="t2"))
    assert spent(board) == 0
    board.put(job(State.DONE, id=3, task_id="t3", credits=81.0))
    board.add_take(Wish(Kind.CLIP, "1__1", 1, "film"), Take(1, "T01.mp4", task_id="t3", credits=81))
    assert spent(board) == 81


def test_a_result_whose_price_was_not_told_counts_as_estimated() -> None:
    board = Board()
    board.put(replace(job(State.DONE), task_id="t1"))
    board.add_take(Wish(Kind.CLIP, "1__1", 1, "film"), Take(1, "T01.mp4", task_id="t1"))
    assert spent(board) == 100


def test_the_quote_is_what_the_service_then_charges(tmp_path: Path) -> None:
    async def run() -> None:
        with practice_service(tmp_path) as service:
            scenario = small_film(tmp_path / "film", 2)
            async with opened(scenario, service.environment()) as session:
                quote = session.quote(clips(*session.missing()))
                assert quote.images == wishes(2) - 2
                assert session.money().estimated == quote.credits
                await session.make(clips(*session.missing()))
                charged = [event["credits"] for event in service.events("created")]
                assert sum(charged) == quote.credits
                assert len(charged) == wishes(2)
                assert session.money().spent == quote.credits
                assert session.money().estimated == 0

    asyncio.run(run())


def test_a_long_film_is_priced_bit_by_bit_and_comes_to_the_same() -> None:
    scenario = film(shot(1, "@Topa waves"), shot(2, "@Topa sits"), shot(3, duration=99))
    keys = ["1__1", "1__2", "1__3"]
    count, told = 0, list[Quote]()

    def in_steps() -> Iterator[None]:
        told.append((yield from estimate(scenario).quote_in_steps(clips(*keys))))

    for _step in in_steps():
        count += 1
    assert told == [estimate(scenario).quote(clips(*keys))]
    assert count == 3
