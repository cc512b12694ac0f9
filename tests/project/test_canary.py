"""Row F1 of the faults: the search for the suite's key finds it, wherever a test plants it."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.project.places import ROOT
from tests.support.canary import CANARY, is_in, traces

SPELLINGS = {
    "raw": CANARY.encode(),
    "in a URL": f"https://x.test/?key={quote(CANARY, safe='')}&b=1".encode(),
    "in base64": base64.b64encode(CANARY.encode()),
    "in a header in base64": base64.b64encode(f"Bearer {CANARY}".encode()),
    "behind one byte in base64": base64.b64encode(b"1" + CANARY.encode() + b"22"),
    "in JSON": json.dumps({"key": CANARY}).encode(),
    "in JSON in JSON": json.dumps({"param": json.dumps({"key": CANARY})}).encode(),
}
PLANTED = {
    "a file": "(tmp_path / 'state.db').write_text('x' + CANARY)",
    "the user's folder": "(own_user / 'log.txt').write_text(CANARY)",
    "words that are printed": "print('key', CANARY)",
    "a log line": "logging.getLogger('x').warning('key %s', CANARY)",
    "an argument": "subprocess.run([sys.executable, '-c', '', CANARY])",
    "nothing": "pass",
}


@pytest.mark.parametrize("spelling", SPELLINGS)
def test_f1_every_spelling_is_found(spelling: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "clean").write_bytes(b"kie-CANARY and more" * 10_000)
        assert traces([Path(folder)]) == []
        bad = Path(folder, "bad")
        bad.write_bytes(bytes(70_000) + SPELLINGS[spelling] + bytes(70_000))
        assert traces([Path(folder)]) == [str(bad)]
    assert not is_in(b"")


def _alone() -> dict[str, str]:
    """The environment of a suite that is no part of another one."""
    return {k: v for k, v in os.environ.items() if not k.startswith("PYTEST_")}


@pytest.mark.parametrize("processes", [0, 2])
def test_f1_a_suite_that_leaks_fails(processes: int) -> None:
    """Each leak in a test of its own, in a suite with this conftest; one test leaks nothing."""
    with tempfile.TemporaryDirectory() as folder:
        lines = ["import logging, subprocess, sys", "from tests.support.canary import CANARY"]
        for number, act in enumerate(PLANTED.values()):
            lines += ["", "", f"def test_{number}(tmp_path, own_user):", f"    {act}"]
        test = Path(folder, "test_planted.py")
        test.write_text("\n".join(lines) + "\n", encoding="utf-8")
        ended = subprocess.run(
            [
                *(sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-c"),
                *(str(ROOT / "pyproject.toml"), "--rootdir", folder, "-p", "no:cacheprovider"),
                *("--basetemp", str(Path(folder, "base")), "-n", str(processes), str(test)),
            ],
            cwd=ROOT,
            env={**_alone(), "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
    told = ended.stdout
    assert f"{len(PLANTED)} passed" in told, told + ended.stderr
    assert ended.returncode == 1
    leaks = [line for line in told.splitlines() if line.endswith((" the key", "CANARY']"))]
    assert "state.db holds the key" in told
    assert "log.txt holds the key" in told
    assert "test_2 printed or logged the key" in told
    assert "test_3 printed or logged the key" in told
    assert "the key is an argument" in told
    assert "test_5" not in "".join(leaks)
