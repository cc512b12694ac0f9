"""A practice service in a process of its own, and what its ledger says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.support.canary import CANARY


@dataclass(frozen=True, slots=True)
class Practice:
    """A running service."""

    base_url: str
    upload_url: str
    ledger: Path

    def environment(self) -> dict[str, str]:
        """What a command needs to work with it as if it were the real service."""
        return {
            "KIE_API_KEY": CANARY,
            "KIE_BASE_URL": self.base_url,
            "KIE_UPLOAD_URL": self.upload_url,
        }

    def events(self, kind: str) -> list[dict[str, Any]]:
        """Lines of the ledger of one kind, in order."""
        return [event for event in ledger_lines(self.ledger) if event["event"] == kind]


def ledger_lines(path: Path) -> list[dict[str, Any]]:
    """Every event of a ledger; empty where there is none."""
    if not path.exists():
        return []
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@contextmanager
def practice_service(folder: Path, *options: str, speed: float = 1000) -> Iterator[Practice]:
    """Start a service that keeps its ledger in `folder`; it is ended afterwards."""
    ledger = folder / "ledger.jsonl"
    command = [sys.executable, "-m", "topa_studio", "practice-service"]
    process = subprocess.Popen(
        [*command, "--ledger", str(ledger), "--speed", str(speed), *options],
        stdout=subprocess.PIPE,
    )
    assert process.stdout is not None
    with process.stdout:
        try:
            told = json.loads(process.stdout.readline())
            yield Practice(told["base_url"], told["upload_url"], ledger)
        finally:
            process.terminate()
            process.wait(timeout=300)
