"""Money and memory: held at create, given back on failure, and both outlive the process."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.practice.conftest import BANANA, KLING, Start, events


def test_credits_are_held_and_given_back(start: Start, tmp_path: Path) -> None:
    rules = tmp_path / "faults.json"
    rule = {"path": "/api/v1/jobs/createTask", "nth": 2, "action": "fail", "code": 501}
    rules.write_text(json.dumps([{**rule, "message": "Generation failed"}]), encoding="utf-8")
    ledger = tmp_path / "ledger.jsonl"
    service = start(credits=60.0, speed=60.0, ledger=ledger, faults=rules)
    good = service.task("kling-3.0/video", KLING)
    assert service.credits() == 60 - 42
    bad = service.task("nano-banana-2", BANANA)
    assert service.credits() == 60 - 42 - 8
    poor = service.create("kling-3.0/video", KLING)
    assert (poor["code"], poor["msg"]) == (402, "Credits insufficient")
    record = service.ended(bad)
    assert (record["state"], record["failCode"]) == ("fail", "501")
    assert (record["failMsg"], record["creditsConsumed"]) == ("Generation failed", 0)
    assert service.ended(good)["creditsConsumed"] == 42
    assert service.credits() == 60 - 42
    told = [(e["event"], e.get("task_id")) for e in events(ledger)]
    assert told == [
        ("created", good),
        ("created", bad),
        ("refused", None),
        ("failed", bad),
        ("completed", good),
    ]
    first = events(ledger)[0]
    assert (first["model"], first["credits"], first["input"]) == ("kling-3.0/video", 42, KLING)


def test_a_killed_service_goes_on_where_it_was(start: Start, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    service = start(ledger=ledger, speed=100.0, credits=100.0)
    done = service.task("nano-banana-2", BANANA)
    before = service.download(service.ended(done), tmp_path / "before.png").read_bytes()
    running = service.task("kling-3.0/video", KLING)
    service.process.kill()
    service.process.wait(timeout=300)
    with ledger.open("ab") as file:
        file.write(b'{"event":"created","task_id":"torn')
    again = start(ledger=ledger, speed=1000.0, credits=100.0)
    assert again.credits() == 100 - 8 - 42
    after = again.download(again.record(done), tmp_path / "after.png").read_bytes()
    assert after == before
    assert again.ended(running)["state"] == "success"
    lines = ledger.read_text(encoding="utf-8").splitlines()
    created = [line for line in lines if '"created"' in line]
    assert len(created) == 3  # two whole ones and the torn one
    assert json.loads(lines[-1])["event"] == "completed"


def test_one_service_for_one_ledger(start: Start, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.jsonl"
    start(ledger=ledger)
    code = (
        "import sys; from pathlib import Path;"
        "from topa_studio.practice.service import Options, main;"
        "sys.exit(main(Options(ledger=Path(sys.argv[1]))))"
    )
    second = subprocess.run(
        [sys.executable, "-c", code, str(ledger)], capture_output=True, text=True, timeout=300
    )
    assert second.returncode == 2
    assert "Another practice service" in second.stderr


def test_it_ends_when_its_parent_does(start: Start) -> None:
    service = start(parent_pipe=True)
    assert service.process.stdin is not None
    service.process.stdin.close()
    assert service.process.wait(timeout=300) == 0


def test_it_ends_at_once_when_told_also_while_drawing(start: Start) -> None:
    service = start()
    service.task("kling-3.0/video", {**KLING, "mode": "4K", "duration": "15"})
    service.process.terminate()
    assert service.process.wait(timeout=300) in ((0,) if os.name == "posix" else (0, 1))
