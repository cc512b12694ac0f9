"""A task that is finished without its file, a refusal, a wrong budget: as commands tell of them."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import pytest

from tests.support.commands import topa
from tests.support.open_film import plain_film
from tests.support.service_process import practice_service
from tests.support.small_kie import small_kie

NO_FILE = "- {path: /api/v1/jobs/recordInfo, action: no_file}\n"
RUDE = """\
- {path: /api/v1/jobs/createTask, action: fail, code: 430, message: sensitive words, nth: 1}
"""


@pytest.mark.long
def test_held_from_the_first_run_to_the_look_again(tmp_path: Path) -> None:
    faults = tmp_path / "faults.yaml"
    faults.write_text(NO_FILE)
    film = plain_film(tmp_path / "film")
    with practice_service(tmp_path, "--faults", str(faults)) as service:
        here = service.environment()
        run = topa("run-all", "-s", film, environment=here)
        assert run.returncode == 1
        assert "1 need you" in run.stdout
        assert "gives no file" in run.stdout
        again = topa("run-all", "-s", film, environment=here)
        assert again.returncode == 1
        listed = topa("jobs", "--look-again", "-s", film, environment=here)
        assert (listed.returncode, "1 open, 1 need you" in listed.stdout) == (1, True)
        assert "Look again later" in listed.stdout
        (job,) = json.loads(topa("jobs", "--json", "-s", film, environment=here).stdout)["jobs"]
        assert (job["stage"], bool(job["task_id"])) == ("needs you", True)
        assert len(service.events("created")) == 1


def test_look_again_brings_it_home(tmp_path: Path) -> None:
    async def run() -> None:
        async with small_kie() as kie:
            kie.late, here = {"task-1"}, kie.environment()
            film = plain_film(tmp_path / "film")
            made = await asyncio.to_thread(topa, "run-all", "-s", film, environment=here)
            assert made.returncode == 1
            kie.late = set()
            look = ("jobs", "--look-again", "-s", film)
            looked = await asyncio.to_thread(topa, *look, environment=here)
            assert (looked.returncode, looked.stdout.strip()) == (0, "0 open, 0 need you")
            assert len(kie.accepted) == 1

    asyncio.run(run())


def test_what_was_refused_is_sent_by_retry_and_by_no_run(tmp_path: Path) -> None:
    faults = tmp_path / "faults.yaml"
    faults.write_text(RUDE)
    film = plain_film(tmp_path / "film")
    with practice_service(tmp_path, "--faults", str(faults)) as service:
        here = service.environment()
        for _ in range(2):
            run = topa("run-all", "-s", film, environment=here)
            assert (run.returncode, "1 failed" in run.stdout) == (1, True)
        topa("run-all", "--again", "-s", film, environment=here)
        assert len(service.events("created")) == 1
        retried = topa("retry", "1/1", "-s", film, environment=here)
        assert (retried.returncode, len(service.events("created"))) == (0, 2)


def test_a_budget_that_cannot_be_read_is_told_in_one_sentence(tmp_path: Path) -> None:
    film = plain_film(tmp_path / "film")
    text = film.read_text().replace("{mode: std", '{budget_credits: "500", mode: std')
    film.write_text(text)
    with practice_service(tmp_path) as service:
        here = service.environment()
        for command in (["run-all"], ["generate-scene", "1"], ["retry", "1/1"]):
            run = topa(*command, "-s", film, environment=here)
            assert run.returncode == 2
        run = topa("run-all", "-s", film, environment=here)
        assert run.stderr.strip() == (
            "Error: The film's budget cannot be read (line 2: budget_credits must be a number, not"
            ' "500"), so nothing is sent until that is put right.'
        )
        dry = topa("run-all", "--dry-run", "-s", film, environment=here)
        assert (dry.returncode, "budget cannot be read" in dry.stdout) == (1, True)
        assert service.events("created") == []
