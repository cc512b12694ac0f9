"""What a start loads before the film is on the screen: each module is time that somebody waits."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.films import FILM

_ROOT = Path(__file__).resolve().parent.parent.parent
_MOST = 673
_LATER = (
    "pydantic", "pydantic_core", "httpx", "httpcore", "anyio", "aiohttp", "av", "numpy", "keyring",
    "importlib.metadata", "email", "statistics", "rich", "click", "certifi",
    "PySide6.QtMultimedia", "PySide6.QtNetwork", "topa_studio.practice", "topa_studio.cli",
    "topa_studio.provider.transport", "topa_studio.document.reading.definition",
    *(f"topa_studio.ui.{name}" for name in (
        "furnishing", "account", "costs", "elements", "first_notes", "inspector", "needs_you",
        "new_film.page", "past", "player", "pressing", "queue", "quitting.page",
    )),
)  # fmt: skip


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> list[list[str]]:
    """Names of modules when the film is painted, and in the end."""
    home = tmp_path_factory.mktemp("start")
    film = home / "film" / "scenario.yaml"
    film.parent.mkdir()
    film.write_text(FILM, encoding="utf-8")
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    command = [sys.executable, "-m", "tests.support.started", str(film)]
    done = subprocess.run(
        command, env=environment, cwd=_ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    found: list[list[str]] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_what_the_first_picture_does_not_need_is_loaded_later(loaded: list[list[str]]) -> None:
    at_first = loaded[0]
    early = [
        name
        for name in at_first
        if any(name == family or name.startswith(f"{family}.") for family in _LATER)
    ]
    assert early == []
    assert len(at_first) <= _MOST


def test_the_panes_are_there_afterwards(loaded: list[list[str]]) -> None:
    assert {"topa_studio.ui.inspector.pane", "topa_studio.ui.player.pane"} <= {*loaded[1]}
