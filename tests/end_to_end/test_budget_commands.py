"""Budgets from the command line: what fits is made in order, the rest is told, and never paid."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests.support.commands import topa
from tests.support.open_film import opened, plain_film
from tests.support.service_process import Practice, practice_service
from tests.support.small_film import small_film
from topa_studio.app.user_folder import user_data
from topa_studio.model.wish import clips

pytestmark = pytest.mark.usefixtures("hasty_practice")

SHOT = 3 * 14


def charged(service: Practice) -> float:
    return sum(event["credits"] for event in service.events("created"))


def test_a_run_makes_what_its_budget_holds_and_tells_the_rest(tmp_path: Path) -> None:
    with practice_service(tmp_path) as service:
        film = plain_film(tmp_path / "film", 3)
        environment = service.environment()
        given = ("run-all", "-s", film, "--budget", "100")
        done = topa(*given, environment=environment)
        assert done.returncode == 1, done.stderr
        lines = done.stdout.splitlines()
        assert lines[-1] == "2 made, 0 failed, 0 need you, 1 not made"
        assert any(
            line.startswith("1.3 ")
            and "not made: it costs 42 credits; this run's budget has 16 left" in line
            for line in lines
        )
        assert charged(service) == 2 * SHOT
        done = topa("run-all", "-s", film, environment=environment)
        assert done.returncode == 0, done.stdout
        assert charged(service) == 3 * SHOT


@pytest.mark.parametrize("word", ["nan", "inf", "-3", "many"])
def test_a_budget_that_is_no_number_sends_nothing(tmp_path: Path, word: str) -> None:
    film = plain_film(tmp_path / "film")
    done = topa("run-all", "-s", film, "--budget", word)
    assert done.returncode == 2
    assert f"{word} is no number of credits" in done.stderr
    assert not (film.parent / "output").exists()


def test_the_budget_of_a_film_counts_pictures_and_all_runs(tmp_path: Path) -> None:
    with practice_service(tmp_path) as service:
        film = small_film(tmp_path / "film", 2)
        text = film.read_text(encoding="utf-8").replace("mode: std", "mode: std, ")
        text = text.replace("  mode: std, ", "  mode: std\n  budget_credits: 100")
        film.write_text(text, encoding="utf-8")
        done = topa("run-all", "-s", film, environment=service.environment())
        assert done.returncode == 1
        assert "1 made, 0 failed, 0 need you, 1 not made" in done.stdout
        assert "the film's budget has 20 left" in done.stdout
        # Four views, a panel and a clip with sound; a second shot would be 64 more.
        assert charged(service) == 4 * 4 + 4 + 3 * 20
        costs = json.loads(topa("costs", "-s", film, "--json").stdout)
        assert (costs["budget"], costs["spent"]) == (100, charged(service))
        assert [scene["credits"] for scene in costs["scenes"]] == [64]
        assert [element["credits"] for element in costs["elements"]] == [8, 8]
        told = topa("costs", "-s", film).stdout
        assert "@Topa" in told
        assert "spent of 100" in told


def test_the_day_is_shared_by_films_and_not_by_practice(tmp_path: Path) -> None:
    assert topa("budget", "--day", "100").stdout.startswith("100 credits a day")
    wrong = topa("budget", "--day", "lots")
    assert wrong.returncode == 2
    assert "write one, or none" in wrong.stderr
    one, two = plain_film(tmp_path / "one", 1), plain_film(tmp_path / "two", 2)
    assert topa("--practice", "run-all", "-s", two).returncode == 0
    assert not (user_data() / "spent.db").exists()
    with practice_service(tmp_path) as service:
        environment = service.environment()
        assert topa("run-all", "-s", one, environment=environment).returncode == 0
        done = topa("run-all", "-s", two, environment=environment)
        assert done.returncode == 1
        assert "the budget of the day has 16 left" in done.stdout
        assert charged(service) == 2 * SHOT
    assert topa("budget", "--day", "none").stdout.startswith("no budget for the day")


def test_while_the_window_works_in_a_folder_a_command_sends_nothing(tmp_path: Path) -> None:
    async def run() -> None:
        with practice_service(tmp_path) as service:
            film = plain_film(tmp_path / "film", 2)
            async with opened(film, service.environment()) as window:
                making = asyncio.create_task(window.make(clips(*window.missing())))
                done = await asyncio.to_thread(
                    topa, "run-all", "-s", film, environment=service.environment()
                )
                assert done.returncode == 2
                assert "Close it first" in done.stderr
                await making
            assert charged(service) == 2 * SHOT

    asyncio.run(run())


def test_a_made_shot_is_made_anew_only_with_again(tmp_path: Path) -> None:
    with practice_service(tmp_path) as service:
        film = plain_film(tmp_path / "film", 2)
        environment = service.environment()
        scene = ("generate-scene", "1", "-s", film)
        assert topa(*scene, environment=environment).returncode == 0
        assert topa(*scene, environment=environment).returncode == 0
        assert charged(service) == 2 * SHOT
        done = topa(*scene, "--again", "--budget", "50", environment=environment)
        assert done.returncode == 1
        assert "1.2 " in done.stdout
        assert charged(service) == 3 * SHOT
