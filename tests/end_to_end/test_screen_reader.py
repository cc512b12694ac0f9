"""A shot chosen, written and made through the desktop's accessibility bus alone."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.reader.drive import WORDS
from tests.support.reader.session import LAUNCHER
from tests.support.small_film import small_film

pytestmark = pytest.mark.long
_ROOT = Path(__file__).resolve().parent.parent.parent
_ASKS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_PYTHON = "/usr/bin/python3"


def _missing() -> str:
    """What this machine lacks for it; "" for nothing."""
    if sys.platform != "linux":
        return "AT-SPI is a bus of Linux desktops"
    lacking = [
        name for name in ("Xvfb", "dbus-run-session", "dbus-send") if shutil.which(name) is None
    ]
    lacking += [] if LAUNCHER else ["at-spi-bus-launcher (package at-spi2-core)"]
    asked = [_PYTHON, "-c", _ASKS]
    if not Path(_PYTHON).exists() or subprocess.run(asked, capture_output=True).returncode:
        lacking.append("gi with Atspi for /usr/bin/python3 (python3-gi, gir1.2-atspi-2.0)")
    return f"missing: {', '.join(lacking)}" if lacking else ""


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a reader found and heard while it made a shot."""
    if why := _missing():
        pytest.skip(f"No accessibility bus here: {why}")
    home = tmp_path_factory.mktemp("reader")
    film = small_film(home / "film")
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(_ROOT)}
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    window = home / "config" / "topa-studio" / "window.json"
    window.parent.mkdir(parents=True)
    window.write_text('{"noted": true, "language": "en"}', encoding="utf-8")
    session = [sys.executable, "-m", "tests.support.reader.session", str(film), _PYTHON]
    done = subprocess.run(
        ["dbus-run-session", "--", *session],
        env=environment, cwd=_ROOT, capture_output=True, text=True, timeout=320, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[:3000]
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_scenes_and_shots_are_in_each_view_where_they_are_painted(told: dict[str, Any]) -> None:
    for view, role in (("timeline", "list"), ("board", "list"), ("shot list", "table")):
        film = told[view]
        assert film["role"] == role
        (scene,) = film["scenes"][:1]
        assert scene["name"].startswith("Scene 1, Morning, 4 shots")
        assert scene["role"] == "panel"
        names = [shot["name"] for shot in scene["shots"]]
        assert names[1] == "Scene 1, shot 2, Shot 2, 3 seconds, not made yet"
        left, top, wide, high = film["place"]
        x, y, width, height = scene["shots"][0]["place"]
        assert width > 20
        assert height > 20
        assert left <= x < left + wide
        assert top <= y < top + high


def test_every_control_has_a_name(told: dict[str, Any]) -> None:
    assert told["unnamed"] == []


def test_a_shot_is_made_through_the_bus_alone(told: dict[str, Any]) -> None:
    assert told["written"].startswith(f"Scene 1, shot 5, {WORDS}")
    assert ", take 1 chosen" in told["made"]
    assert told["judged"].endswith("accepted")
    assert "Shot 1.5 is ready" in told["said"]
    assert told["said"][-1] == "Nothing is being made any more: 1 ready"
    assert any("shot 5" in name and "drawing" in name for name in told["named"])


def test_a_run_is_calm(told: dict[str, Any]) -> None:
    """A press and an end change many words at once; what runs tells little of itself."""
    assert sum(told["seconds"]) <= 150, told["kinds"]
    assert len(told["said"]) <= 5
