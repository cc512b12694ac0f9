"""Words of films, folders and services reach a terminal as words, by every command."""

from __future__ import annotations

import json
import logging
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.project.places import ROOT
from tests.support.commands import topa
from tests.support.service_process import Practice, practice_service
from topa_studio.base.visible import visible
from topa_studio.cli.main import _group
from topa_studio.cli.printing import Lines

EVIL = "\x1b]0;owned\x07\x1b[31mred\u009b2J\u202eright\u2066\u2028\x7f\r\nspent 0 credits\x1b[0m"
OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029]"
)
COMMANDS = {
    "check": [(), ("--json",)],
    "status": [(), ("--json",)],
    "run-all": [("--dry-run",)],
    "generate-elements": [("--dry-run",)],
    "upload-elements": [("--dry-run",)],
    "generate-scene": [(EVIL, "--dry-run")],
    "generate-shots": [(EVIL, "--dry-run"), ("1/1", "--variants", "2", "--dry-run")],
    "generate-panels": [("--dry-run",), ("--scene", EVIL)],
    "download": [("--dry-run",)],
    "jobs": [(), ("--json",)],
    "retry": [(EVIL,), ("1/1",)],
    "adopt": [(EVIL, "1/1")],
    "forget": [(EVIL,), ("1/1",)],
    "rebuild": [()],
    "take-over": [(EVIL,), ("1/1",)],
    "costs": [(), ("--json",)],
    "takes": [(), ("note", "1/1", "1", EVIL), ("bring", "1/1", EVIL), (EVIL, EVIL, EVIL)],
    "captions": [(EVIL,), (EVIL, "--replace")],
    "conform": [(EVIL,), (EVIL, "--dry-run"), (EVIL, EVIL)],
    "comments": [(EVIL,), (EVIL, "--other-film")],
    "import": [(EVIL,), (EVIL, "--dry-run"), (EVIL, "--title", EVIL, "--element", EVIL)],
    "edit": [("--dry-run", "set", "1/1", "notes", EVIL), ("set", EVIL, EVIL, EVIL)],
}
WITHOUT_FILM = {
    "budget": [("--day", EVIL)],
    "key": [("set", EVIL), (EVIL,)],
    "merge-driver": [(EVIL, EVIL, EVIL)],
    "practice-service": [("--host", EVIL), ("--faults", EVIL)],
    "export": [("srt", EVIL), (EVIL, EVIL)],
    "open": [(EVIL, EVIL)],
    "picture": [("-s", EVIL, EVIL)],
}


def evil_film(folder: Path) -> Path:
    """A film whose every word is an attack on the terminal, in a folder of such a name."""
    home = folder / EVIL.replace("\n", "").replace("/", "")
    home.mkdir()
    film, words = home / f"film{EVIL}.yaml", json.dumps(EVIL)
    film.write_text(
        f"title: {words}\nglobal_config: {{mode: std, camera: {words}}}\n"
        f"elements:\n  characters:\n  - {{name: Topa, description: {words}, type: {words}}}\n"
        f"  - {{name: {words}, reference_prompts: [{words}]}}\n"
        f"scenes:\n- id: 1\n  title: {words}\n  shots:\n"
        f"  - {{id: 1, title: {words}, prompt: {words}, duration: {words}, {words}: 1}}\n"
        f"  - {{id: {words}, title: {words}, prompt: '@Nobody'}}\n"
        f"  - {{id: 3, title: {words}, prompt: {words}, mode: {words}, panel: {words}}}\n"
        f"  - {{id: 4, title: {words}, prompt: 'Wide shot. A hill.', duration: 3}}\n",
        encoding="utf-8",
    )
    return film


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Practice]:
    with practice_service(tmp_path_factory.mktemp("service")) as running:
        yield running


def harmless(*arguments: str | Path, service: Practice) -> str:
    """What a command tells, checked."""
    done = topa(*arguments, environment=service.environment())
    told = done.stdout + done.stderr
    assert "Traceback" not in told
    assert OBEYED.findall(told) == [], told
    assert not any(line.startswith("spent 0 credits\\x1b") for line in told.splitlines()), told
    return told


def test_every_command_is_tried_here() -> None:
    assert {*COMMANDS, *WITHOUT_FILM} == set(_group.commands)


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_sends_a_films_words_as_commands(
    name: str, tmp_path: Path, service: Practice
) -> None:
    film = evil_film(tmp_path)
    for words in COMMANDS[name]:
        told = harmless(name, "-s", film, *words, service=service)
        if "--json" in words:
            assert json.loads(told)
    assert harmless(name, "-s", film / EVIL, *COMMANDS[name][0], service=service)


@pytest.mark.parametrize("name", WITHOUT_FILM)
def test_no_command_sends_its_own_arguments_as_commands(
    name: str, tmp_path: Path, service: Practice
) -> None:
    for words in WITHOUT_FILM[name]:
        assert harmless(name, *words, service=service)


def test_what_was_made_is_told_in_words(tmp_path: Path, service: Practice) -> None:
    film = evil_film(tmp_path)
    told = harmless("-v", "run-all", "-s", film, service=service)
    assert "\\x1b[31mred" in told
    assert "\\x1b[31mred" in harmless("status", "-s", film, service=service)


def test_words_of_the_service_too(tmp_path: Path) -> None:
    rules = tmp_path / "faults.json"
    rules.write_text(
        json.dumps(
            [
                {
                    "path": "/api/v1/jobs/createTask",
                    "action": "body",
                    "code": 422,
                    "message": f"Busy{EVIL}",
                }
            ]
        )
    )
    film = evil_film(tmp_path)
    with practice_service(tmp_path, "--faults", str(rules)) as service:
        assert "Busy\\x1b]0" in harmless("run-all", "-s", film, service=service)


def test_lines_of_the_log_are_one_each() -> None:
    record = logging.LogRecord("kie", 10, "", 1, "answer: %s", (EVIL,), None)
    assert Lines("%(message)s").format(record) == f"answer: {visible(EVIL)}"
    assert OBEYED.search(visible(EVIL)) is None


def test_nothing_of_the_command_line_prints_past_the_one_place() -> None:
    found = [
        path.name
        for path in (ROOT / "topa_studio" / "cli").glob("*.py")
        if re.search(r"\becho\(|\bprint\(|\.std(out|err)\.write|secho", path.read_text("utf-8"))
    ]
    assert sorted(found) == ["bars.py", "printing.py", "report.py"]
