"""Commands as a user types them: help, mistakes, exit codes, dry runs, no network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.support.commands import topa
from tests.support.service_process import practice_service
from tests.support.small_film import small_film, wishes

pytestmark = pytest.mark.usefixtures("hasty_practice")


def test_no_film_of_that_name_is_told_in_words(tmp_path: Path) -> None:
    done = topa("run-all", "-s", tmp_path / "nofilm.yaml")
    assert done.returncode == 2
    assert "There is no file" in done.stderr
    assert "Traceback" not in done.stderr


def test_without_a_key_nothing_is_sent_and_the_way_out_is_told(tmp_path: Path) -> None:
    done = topa("run-all", "-s", small_film(tmp_path, 1))
    assert done.returncode != 0
    told = done.stdout + done.stderr
    assert "KIE_API_KEY" in told
    assert "--practice" in told
    assert "Traceback" not in told


def test_check_tells_the_line_and_ends_with_one(tmp_path: Path) -> None:
    film = small_film(tmp_path, 1)
    film.write_text(film.read_text().replace("duration: 3", "duration: 99"))
    line = film.read_text().splitlines().index("        duration: 99") + 1
    done = topa("check", "-s", film)
    assert done.returncode == 1
    assert f"line {line}: duration must be 3 to 15 seconds, not 99" in done.stdout
    told = json.loads(topa("check", "-s", film, "--json").stdout)
    assert told["errors"] == 1
    assert told["problems"][0]["line"] == line


def test_status_of_a_file_that_cannot_be_read_tells_the_line(tmp_path: Path) -> None:
    film = tmp_path / "film.yaml"
    film.write_text("scenes: []\nscenes: []\n")
    done = topa("status", "-s", film)
    assert done.returncode == 2
    assert "line 2: 'scenes' stands twice" in done.stderr


def test_a_shot_with_a_mistake_does_not_stop_the_others(tmp_path: Path) -> None:
    film = small_film(tmp_path, 2)
    film.write_text(film.read_text().replace("duration: 3", "duration: 99", 1))
    done = topa("--practice", "run-all", "-s", film)
    assert done.returncode == 1
    assert done.stdout.splitlines()[-1] == "1 made, 1 failed, 0 need you"
    assert "duration must be 3 to 15 seconds, not 99" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("run-all",),
        ("generate-elements",),
        ("upload-elements",),
        ("generate-scene", "1"),
        ("generate-shots", "1/1", "1/2", "--variants", "3"),
        ("generate-panels", "--scene", "1"),
        ("download",),
    ],
)
def test_a_dry_run_sends_and_writes_nothing(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    film = small_film(tmp_path / "film", 2)
    with practice_service(tmp_path) as service:
        environment = service.environment()
        done = topa(*arguments, "-s", film, "--dry-run", environment=environment)
        assert done.returncode == 0, done.stderr
        assert "nothing was" in done.stdout
        assert not service.ledger.exists() or not service.events("created")
    assert [path.name for path in film.parent.iterdir()] == [film.name]


def test_a_dry_run_shows_each_request_as_it_would_be_sent(tmp_path: Path) -> None:
    done = topa("run-all", "-s", small_film(tmp_path, 2), "--dry-run")
    assert done.stdout.count('"model": "kling-3.0/video"') == 2
    assert done.stdout.count('"model": "nano-banana-2-1"') == wishes(2) - 2
    assert "@topa walks through @valley" in done.stdout


def test_panels_first_then_clips_from_them(tmp_path: Path) -> None:
    film = small_film(tmp_path / "film", 2)
    with practice_service(tmp_path) as service:
        environment = service.environment()
        drawn = topa("generate-panels", "--scene", "1", "-s", film, environment=environment)
        assert drawn.returncode == 0, drawn.stdout + drawn.stderr
        assert drawn.stdout.splitlines()[-1] == "2 made, 0 failed, 0 need you"
        pictures = len(service.events("created"))
        again = topa("generate-panels", "-s", film, environment=environment)
        assert again.stdout.splitlines()[-1] == "0 made, 0 failed, 0 need you"
        rest = topa("run-all", "-s", film, environment=environment)
        assert rest.returncode == 0, rest.stdout + rest.stderr
        assert len(service.events("created")) == pictures + 2


def test_one_scene_at_a_time_then_the_rest(tmp_path: Path) -> None:
    film = small_film(tmp_path / "film", 2)
    text = film.read_text()
    second = text[text.index("  - id: 1") :].replace("  - id: 1\n    title: Morning", "  - id: two")
    film.write_text(text + second)
    with practice_service(tmp_path) as service:
        first = topa("generate-scene", "two", "-s", film, environment=service.environment())
        assert first.returncode == 0, first.stdout + first.stderr
        assert first.stdout.splitlines()[-1] == "2 made, 0 failed, 0 need you"
        clips = [e for e in service.events("created") if e["model"] == "kling-3.0/video"]
        assert len(clips) == 2
        rest = topa("run-all", "-s", film, environment=service.environment())
        assert rest.stdout.splitlines()[-1] == "4 made, 0 failed, 0 need you"
        clips = [e for e in service.events("created") if e["model"] == "kling-3.0/video"]
        assert len(clips) == 4


def test_an_unknown_scene_is_told_with_those_there_are(tmp_path: Path) -> None:
    done = topa("--practice", "generate-scene", "9", "-s", small_film(tmp_path, 1))
    assert done.returncode == 2
    assert "no scene 9" in done.stderr
    assert "Its scenes: 1." in done.stderr


def test_the_place_where_a_command_is_typed_does_not_matter(tmp_path: Path) -> None:
    film = small_film(tmp_path / "film", 1)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    done = topa("--practice", "run-all", "-s", film, cwd=elsewhere)
    assert done.returncode == 0
    assert not list(elsewhere.iterdir())
    assert (film.parent / "output-practice" / "film" / "shots" / "1__1.mp4").is_file()


def test_commands_never_load_the_window(tmp_path: Path) -> None:
    from tests.support.imports import modules_of

    loaded = modules_of("status", "-s", small_film(tmp_path, 1))
    assert "topa_studio.app.session" in loaded
    assert not {name for name in loaded if name.startswith(("PySide6", "qasync"))}


def test_help_loads_no_heavy_part() -> None:
    from tests.support.imports import modules_of

    loaded = modules_of("--help")
    heavy = ("PySide6", "httpx", "pydantic", "yaml", "rich", "av", "numpy", "aiohttp", "asyncio")
    assert not {name for name in loaded if name.split(".")[0] in heavy}


def test_the_window_is_there_before_what_only_sends_or_plays_is_loaded() -> None:
    from tests.support.imports import modules_with

    loaded = modules_with("topa_studio.ui.run")
    heavy = ("httpx", "anyio", "aiohttp", "av", "keyring", "rich", "click", "multiprocessing")
    assert not {name for name in loaded if name.split(".")[0] in heavy}
    assert "PySide6.QtMultimedia" not in loaded
