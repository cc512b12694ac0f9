"""The sample film, made whole by the command line: every clip as asked, every wish paid once."""

from __future__ import annotations

import json
import shutil
from collections import Counter
from pathlib import Path

import pytest

from tests.support.commands import topa
from tests.support.service_process import ledger_lines
from topa_studio.base.resources import sample_film
from topa_studio.catalogue.catalogue import Catalogue
from topa_studio.document.document import Document
from topa_studio.media.probe import probe

_SIZE = (1920, 1080)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder of a copy of the sample after one run, and what the run said."""
    home = tmp_path_factory.mktemp("film")
    shutil.copytree(sample_film(), home / "scenario")
    done = topa("--practice", "run-all", "-s", home / "scenario" / "scenario.yaml")
    assert done.returncode == 0, done.stdout + done.stderr
    return home, done.stdout


def _ledger(home: Path) -> list[dict[str, object]]:
    return ledger_lines(home / "output-practice" / ".topa" / "practice.jsonl")


@pytest.mark.long
def test_says_that_all_shots_are_made(made: tuple[Path, str]) -> None:
    assert made[1].splitlines()[-1] == "23 made, 0 failed, 0 need you"


def test_every_clip_has_the_length_size_and_sound_asked_for(made: tuple[Path, str]) -> None:
    home, _output = made
    scenario = Document.open(home / "scenario" / "scenario.yaml", Catalogue.bundled()).scenario
    assert len(scenario.shots()) == 23
    for shot in scenario.shots():
        clip = probe(home / "output-practice" / "scenario" / "shots" / f"{shot.key}.mp4")
        assert clip.seconds == pytest.approx(shot.duration, abs=0.2), shot.key
        assert (clip.width, clip.height) == _SIZE
        assert clip.has_sound


def test_every_clip_and_picture_was_created_once(made: tuple[Path, str]) -> None:
    home, _output = made
    created = [event for event in _ledger(home) if event["event"] == "created"]
    models = Counter(event["model"] for event in created)
    pictures = len(list((home / "output-practice" / "elements").glob("*/*.png")))
    panels = len(list((home / "output-practice" / "scenario" / "panels").glob("*/*.png")))
    assert models == {"kling-3.0/video": 23, "nano-banana-2-1": pictures + panels}
    prompts = Counter(json.dumps(event["input"], sort_keys=True) for event in created)
    assert set(prompts.values()) == {1}


def test_a_second_run_creates_nothing(made: tuple[Path, str]) -> None:
    home, _output = made
    before = len(_ledger(home))
    again = topa("--practice", "run-all", "-s", home / "scenario" / "scenario.yaml")
    assert again.returncode == 0
    assert again.stdout.splitlines()[-1] == "23 made, 0 failed, 0 need you"
    assert len(_ledger(home)) == before


def test_status_tells_the_same_from_the_state_alone(made: tuple[Path, str]) -> None:
    home, _output = made
    told = topa(
        "--practice", "status", "-s", home / "scenario" / "scenario.yaml", "--json", cwd=home
    )
    found = json.loads(told.stdout)
    assert told.returncode == 0
    assert (found["made"], found["failed"], found["need_you"]) == (23, 0, 0)
    assert found["spent"] == sum(
        event["credits"] for event in _ledger(home) if event["event"] == "created"
    )


def test_the_older_pipelines_files_say_it_too(made: tuple[Path, str]) -> None:
    home, _output = made
    shots = json.loads((home / "output-practice/scenario/status.json").read_text())["shots"]
    assert len(shots) == 23
    assert all(shot["status"] == "completed" and shot["completed"] for shot in shots.values())
    assert all((home / shot["local_path"]).is_file() for shot in shots.values())
    elements = json.loads((home / "output-practice/elements_status.json").read_text())["elements"]
    assert elements["Topa"]["completed"]
    assert (home / elements["Topa"]["views"]["view_0"]["local_path"]).is_file()
