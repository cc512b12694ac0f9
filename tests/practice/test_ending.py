"""However the practice service is ended, it ends in order."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tests.support.commands import command


def test_it_ends_quietly_when_told_to_while_it_watches_its_input(tmp_path: Path) -> None:
    service = subprocess.Popen(
        [*command("practice-service", "--ledger", tmp_path / "l.jsonl"), "--until-stdin-closes"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert service.stdout is not None
    service.stdout.readline()
    service.terminate()
    assert service.stderr is not None
    with service.stdout, service.stderr:
        assert service.stderr.read() == b""
    assert service.stdin is not None
    service.stdin.close()
    assert service.wait(10) in (0, 1)  # Windows ends it for good, which counts as 1
