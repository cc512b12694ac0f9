"""`jobs`, `retry`, `adopt`, `forget`, `rebuild` as they are typed, against a real service."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.commands import topa
from tests.support.open_film import plain_film
from tests.support.service_process import Practice, practice_service
from tests.support.small_kie import picture_bytes

FAULTS = """\
- {path: /api/v1/jobs/createTask, action: drop_reply, nth: 1}
- {path: /api/v1/jobs/createTask, action: body, code: 422, message: too rude, nth: 2}
"""


_ELEMENT = """\
elements:
  Topa: {type: character, description: "A bear", reference_prompts: [front, side]}
scenes:"""


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Practice]:
    faults = tmp_path / "faults.yaml"
    faults.write_text(FAULTS, encoding="utf-8")
    with practice_service(tmp_path, "--faults", str(faults)) as found:
        yield found


@pytest.mark.long
def test_a_lost_answer_from_the_first_look_to_the_clip_at_home(
    tmp_path: Path, service: Practice
) -> None:
    film = plain_film(tmp_path / "film", 2)
    here = service.environment()
    run = topa("run-all", "-s", film, "--concurrency", "1", environment=here)
    assert run.returncode == 1
    (task,) = [event["task_id"] for event in service.events("created")]

    listed = topa("jobs", "-s", film, environment=here)
    assert (listed.returncode, "1/1" in listed.stdout, "needs you" in listed.stdout) == (
        1, True, True,
    )  # fmt: skip
    told = json.loads(topa("jobs", "--json", "-s", film, environment=here).stdout)
    assert [(job["target"], job["stage"], job["task_id"]) for job in told["jobs"]] == [
        ("1/1", "needs you", None)
    ]

    wrong = topa("adopt", "no id at all", "1/1", "-s", film, environment=here)
    assert (wrong.returncode, "no task id" in wrong.stderr) == (2, True)
    needs_you = topa("retry", "1/1", "-s", film, environment=here)
    assert (needs_you.returncode, "not sent again by itself" in needs_you.stderr) == (2, True)

    refused = topa("retry", "1/2", "-s", film, environment=here)
    assert (refused.returncode, "1 made" in refused.stdout) == (0, True)
    adopted = topa("adopt", task, "1/1", "-s", film, environment=here)
    assert (adopted.returncode, "1 made" in adopted.stdout) == (0, True), adopted.stderr
    assert "It is yours, and nothing was charged again." in adopted.stdout
    assert len(service.events("created")) == 2
    assert topa("jobs", "-s", film, environment=here).stdout.strip() == "0 open, 0 need you"

    again = topa("rebuild", "-s", film, environment=here)
    assert again.returncode == 0
    assert "built anew: 2 takes, 84 credits spent, 0 open" in again.stdout
    after = topa("run-all", "-s", film, environment=here)
    assert (after.returncode, len(service.events("created"))) == (0, 2)


def test_a_lost_answer_that_is_left(tmp_path: Path, service: Practice) -> None:
    film = plain_film(tmp_path / "film")
    here = service.environment()
    topa("run-all", "-s", film, environment=here)

    left = topa("forget", "1/1", "-s", film, environment=here)
    assert (left.returncode, "counts as spent" in left.stdout) == (0, True)
    assert "spent 42 credits" in topa("status", "-s", film, environment=here).stdout
    nothing = topa("forget", "1/1", "-s", film, environment=here)
    assert (nothing.returncode, "Nothing there waits" in nothing.stderr) == (2, True)
    nobody = topa("forget", "1", "-s", film, environment=here)
    assert (nobody.returncode, "Name a shot" in nobody.stderr) == (2, True)


def test_what_was_left_and_a_panel_are_adopted_with_exit_code_0(
    tmp_path: Path, service: Practice
) -> None:
    film = plain_film(tmp_path / "film", 2)
    text = film.read_text(encoding="utf-8")
    text = text.replace("number 1", "number 1, with @Topa").replace("scenes:", _ELEMENT, 1)
    film.write_text(text, encoding="utf-8")
    element = tmp_path / "film" / "output" / "elements" / "Topa"
    element.mkdir(parents=True)
    for number in (1, 2):
        (element / f"Topa{number}.png").write_bytes(picture_bytes())
    here = service.environment()
    topa("generate-scene", "1", "-s", film, "--concurrency", "1", environment=here)
    (task,) = [event["task_id"] for event in service.events("created")]
    listed = topa("jobs", "-s", film, environment=here).stdout
    assert "1/1        panel" in listed
    assert topa("forget", "1/1", "-s", film, environment=here).returncode == 0
    adopted = topa("adopt", task, "1/1", "-s", film, environment=here)
    assert (adopted.returncode, "1 made, 0 failed" in adopted.stdout) == (0, True), adopted
    twice = topa("adopt", task, "1/1", "-s", film, environment=here)
    assert (twice.returncode, "known already" in twice.stderr) == (2, True)
    assert len(service.events("created")) == 1
