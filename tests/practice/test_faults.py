"""Each fault does what it says, and only when its rule wants it."""

from __future__ import annotations

import http.client
import json
import time
import urllib.error
from pathlib import Path
from typing import Any

import pytest

from tests.practice.conftest import BANANA, Service, Start, events

CREATE = "/api/v1/jobs/createTask"
CREDIT = "/api/v1/chat/credit"


def _with(start: Start, folder: Path, *rules: dict[str, Any]) -> Service:
    path = folder / "faults.json"
    path.write_text(json.dumps(rules), encoding="utf-8")
    return start(faults=path, ledger=folder / "ledger.jsonl")


def _cut_off(service: Service, path: str, body: Any = None) -> bool:
    try:
        service.send(path, body)
    except (urllib.error.URLError, ConnectionError, http.client.HTTPException):
        return True
    return False


def test_a_dropped_reply_is_charged_and_a_reset_is_not(start: Start, tmp_path: Path) -> None:
    service = _with(
        start,
        tmp_path,
        {"path": CREATE, "nth": 1, "action": "reset"},
        {"path": CREATE, "nth": 2, "action": "drop_reply"},
    )
    body = {"model": "nano-banana-2", "input": BANANA}
    assert _cut_off(service, CREATE, body)
    assert service.credits() == 10_000
    assert _cut_off(service, CREATE, body)
    assert service.credits() == 10_000 - 8
    assert service.create("nano-banana-2", BANANA)["code"] == 200
    created = [e for e in events(tmp_path / "ledger.jsonl") if e["event"] == "created"]
    assert len(created) == 2


def test_false_answers(start: Start, tmp_path: Path) -> None:
    service = _with(
        start,
        tmp_path,
        {"path": CREDIT, "nth": 1, "action": "status", "code": 502, "body": "Bad gateway"},
        {"path": CREDIT, "nth": 2, "action": "body", "code": 455, "message": "maintenance"},
        {"path": CREDIT, "nth": 3, "action": "html"},
        {"path": CREDIT, "nth": 4, "action": "delay", "seconds": 0.5},
        {"path": CREDIT, "nth": 5, "action": "truncate", "bytes": 5},
    )
    bad = service.send(CREDIT)
    assert (bad.status, bad.data) == (502, b"Bad gateway")
    body = service.send(CREDIT)
    assert (body.status, body.json()["code"], body.json()["msg"]) == (200, 455, "maintenance")
    assert b"<html>" in service.send(CREDIT).data
    before = time.monotonic()
    assert service.credits() == 10_000
    assert time.monotonic() - before >= 0.5
    assert _cut_off(service, CREDIT)
    assert service.credits() == 10_000


def test_every_and_probability(start: Start, tmp_path: Path) -> None:
    half = {"path": "/api/v1/common/*", "method": "POST", "probability": 0.5, "action": "html"}
    service = _with(start, tmp_path, {"path": CREDIT, "every": 3, "action": "html"}, half)
    codes = [b"<html>" in service.send(CREDIT).data for _ in range(6)]
    assert codes == [False, False, True] * 2
    struck = sum(
        b"<html>" in service.send("/api/v1/common/download-url", {"url": "x"}).data
        for _ in range(40)
    )
    assert 8 <= struck <= 32


def test_downloads_break_off_and_crawl(start: Start, tmp_path: Path) -> None:
    service = _with(
        start,
        tmp_path,
        {"path": "/results", "nth": 2, "action": "truncate", "bytes": 900},
        {"path": "/results", "nth": 3, "action": "slow", "bytes_per_second": 200_000},
    )
    url = service.url_of(service.ended(service.task("nano-banana-2", BANANA)))
    whole = service.send(url, key=None).data
    with pytest.raises(http.client.IncompleteRead) as broken:
        service.send(url, key=None)
    assert broken.value.partial == whole[:900]
    before = time.monotonic()
    assert (
        service.send(url, key=None, headers={"Range": "bytes=900-100899"}).data
        == (whole[900:100_900])
    )
    assert time.monotonic() - before > 0.3
