"""`topa-studio key`: set, test, status and forget; the key stands in no word that is told."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.project.places import ROOT
from tests.support.service_process import practice_service

KEY = "kie-a-key-for-the-command-77"


def command(*words: str, given: str = "", **env: str) -> tuple[int, str]:
    """Run the program with this on its standard input; its code and all it says."""
    ended = subprocess.run(
        [sys.executable, "-m", "topa_studio", *words],
        input=given,
        env={**os.environ, **env},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    return ended.returncode, ended.stdout + ended.stderr


def kept_file() -> Path:
    (found,) = Path(os.environ["HOME"]).rglob("kie.key")
    return found


def test_a_key_is_set_tried_told_and_forgotten(tmp_path: Path) -> None:
    with practice_service(tmp_path) as service:
        there = {"KIE_BASE_URL": service.base_url, "KIE_UPLOAD_URL": service.upload_url}
        code, told = command("key", "set", "--where", "file", given=f" Bearer {KEY}\n", **there)
        assert code == 0, told
        assert "It works: 10000 credits." in told
        assert "only you" in told
        assert "It is sent to 127.0.0.1 only." in told
        assert kept_file().read_text() == KEY
        said = told
        for words, expected in (
            (("key", "test"), "works: 10000 credits"),
            (("key", "forget"), "No key is kept"),
            (("key", "status"), "Key: nowhere"),
        ):
            code, told = command(*words, **there)
            assert (code, expected in told) == (0, True), told
            said += told
        assert KEY not in said


def test_it_tells_where_the_key_is_sent_before_it_is(tmp_path: Path) -> None:
    code, told = command("key", "status", KIE_API_KEY=KEY)
    assert code == 0
    assert "the environment (KIE_API_KEY)" in told
    assert "It is sent to api.kie.ai and kieai.redpandaai.co only." in told
    assert KEY not in told


def test_a_key_on_the_command_line_is_refused_and_not_repeated() -> None:
    for words in (("key", "set", KEY), ("key", "set", f"--key={KEY}")):
        code, told = command(*words, given=KEY)
        assert code == 2
        assert "not taken from the command line" in told
        assert KEY not in told


@pytest.mark.parametrize("given", ["\n", "two words\n"])
def test_what_is_no_key_is_not_kept(given: str, own_user: Path) -> None:
    code, told = command("key", "set", "--where", "file", "--no-test", given=given)
    assert code == 2
    assert "Traceback" not in told
    assert list(own_user.rglob("kie.*")) == []


def test_without_a_keyring_the_other_ways_are_named() -> None:
    code, told = command(
        *("key", "set", "--no-test"),
        given=KEY,
        PYTHON_KEYRING_BACKEND="keyring.backends.fail.Keyring",
    )
    assert code == 2
    assert "--where file" in told
    assert KEY not in told
