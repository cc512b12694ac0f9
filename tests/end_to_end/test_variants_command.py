"""`generate-shots`: several takes of the shots that are named, at one price told before."""

from __future__ import annotations

from pathlib import Path

from tests.support.commands import topa
from tests.support.open_film import plain_film
from tests.support.service_process import Practice, practice_service

SHOT = 3 * 14


def charged(service: Practice) -> float:
    return sum(float(event["credits"]) for event in service.events("created"))


def takes(film: Path) -> list[str]:
    return sorted(path.name[:3] for path in film.parent.glob("output/film/takes/*/T*.mp4"))


def test_so_many_takes_of_each_for_the_price_that_was_told_and_more_only_when_given_again(
    tmp_path: Path,
) -> None:
    film = plain_film(tmp_path / "film", 3)
    with practice_service(tmp_path) as service:
        here = service.environment()
        given = ("generate-shots", "1/1", "1/3", "1/1", "--variants", "2", "-s", film)
        dry = topa(*given, "--dry-run", environment=here)
        assert f"dry run: 4 clips, 0 pictures, {4 * SHOT} credits" in dry.stdout
        assert dry.stdout.count('"model"') == 4
        done = topa(*given, environment=here)
        assert done.returncode == 0, done.stdout + done.stderr
        lines = done.stdout.splitlines()
        assert lines[0] == f"4 clips, 0 pictures: {4 * SHOT} credits"
        assert lines[-1] == "2 made, 0 failed, 0 need you"
        assert charged(service) == 4 * SHOT
        assert takes(film) == ["T01", "T01", "T02", "T02"]
        # Without it what has a take is left: nothing is paid for again unasked.
        plain = topa("generate-shots", "1/1", "1/2", "-s", film, environment=here)
        assert "1.1 " in plain.stdout
        assert charged(service) == 5 * SHOT
        assert topa(*given, environment=here).returncode == 0
        assert charged(service) == 9 * SHOT


def test_a_budget_holds_all_variants_of_a_shot_or_none(tmp_path: Path) -> None:
    film = plain_film(tmp_path / "film", 2)
    with practice_service(tmp_path) as service:
        given = ("generate-shots", "1/1", "1/2", "--variants", "3", "-s", film)
        done = topa(*given, "--budget", "200", environment=service.environment())
        assert done.returncode == 1
        assert (
            f"1.2 Wide shot. A pier at dusk, number 2.: not made: it costs {3 * SHOT} credits;"
            in (done.stdout)
        )
        assert "this run's budget has 74 left" in done.stdout
        assert charged(service) == 3 * SHOT


def test_what_is_accepted_stays_and_one_of_three_that_fails_is_told(tmp_path: Path) -> None:
    film = plain_film(tmp_path / "film", 2)
    text = film.read_text(encoding="utf-8")
    film.write_text(text.replace("- id: 2\n", "- id: 2\n        locked: true\n"), encoding="utf-8")
    faults = tmp_path / "faults.yaml"
    faults.write_text("- {path: /api/v1/jobs/createTask, action: fail, code: 430, nth: 2}\n")
    with practice_service(tmp_path, "--faults", str(faults)) as service:
        here = service.environment()
        left = topa("generate-shots", "1/2", "--variants", "3", "-s", film, environment=here)
        assert left.returncode == 1
        assert "not made: it is accepted" in left.stdout
        assert not service.ledger.exists() or not service.events("created")
        done = topa("generate-shots", "1/1", "--variants", "3", "-s", film, environment=here)
        assert done.returncode == 1, done.stdout
        assert "of 3 variants made" in done.stdout
        wrong = topa("generate-shots", "1/9", "--variants", "3", "-s", film, environment=here)
        assert wrong.returncode == 2
        many = topa("generate-shots", "1/1", "--variants", "90", "-s", film, environment=here)
        assert many.returncode == 2
