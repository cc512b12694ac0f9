"""`-v` tells every step of the pipeline, and nothing of other libraries, and never the key."""

from __future__ import annotations

import re
from pathlib import Path

from tests.support.canary import CANARY
from tests.support.commands import topa
from tests.support.open_film import plain_film
from tests.support.service_process import practice_service

LINE = re.compile(r"^\d{4}-\d\d-\d\d [\d:,]+ (\S+): (.*)$", re.MULTILINE)


def test_each_step_is_told_in_order(tmp_path: Path) -> None:
    faults = tmp_path / "faults.yaml"
    faults.write_text(
        "- {path: /api/v1/jobs/createTask, action: body, code: 429, message: slow, nth: 1}\n"
        "- {path: /api/v1/jobs/recordInfo, action: status, code: 502, nth: 2}\n"
    )
    with practice_service(tmp_path, "--faults", str(faults)) as service:
        here = {**service.environment(), "KIE_API_KEY": CANARY}
        film = plain_film(tmp_path / "film")
        run = topa("-v", "run-all", "-s", film, environment=here)
    assert run.returncode == 0, run.stderr
    lines = LINE.findall(run.stderr)
    assert {name.partition(".")[0] for name, _ in lines} == {"topa_studio"}
    told = [words for _, words in lines]
    steps = [
        "clip 1__1 1: admitted, 42 credits",
        r"request: POST \S*/api/v1/jobs/createTask",
        "clip 1__1 1: sending",
        r"answer: 200, \d+ bytes, of \S*/createTask",
        "wait: [0-9.]+ s before clip 1__1 1 is sent",
        r"clip 1__1 1: submitted, task \S+",
        r"request: GET \S*/recordInfo\?taskId=\S+",
        r"wait: [0-9.]+ s, then the question is asked again",
        r"task \S+: \w+; wait: [0-9.]+ s",
        "clip 1__1 1: ready",
        r"clip 1__1 1: done",
        r"clip 1__1 1: here as \S+\.mp4",
    ]
    missing = [step for step in steps if not any(re.search(step, words) for words in told)]
    assert not missing, run.stderr
    first = [next(n for n, words in enumerate(told) if re.search(s, words)) for s in steps]
    ordered = [first[steps.index(s)] for s in (steps[0], steps[2], steps[5], steps[9], steps[11])]
    assert ordered == sorted(ordered)
    assert CANARY not in run.stderr + run.stdout


def test_without_it_nothing_is_logged(tmp_path: Path) -> None:
    with practice_service(tmp_path) as service:
        film = plain_film(tmp_path / "film")
        run = topa("run-all", "-s", film, environment=service.environment())
    assert (run.returncode, run.stderr) == (0, "")
