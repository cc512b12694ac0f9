"""A real screen with the program on it, and hands that work there (`hands.py`)."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from tests.support.reader.session import LAUNCHER
from tests.ui.by_hand.films import film_text

ROOT = Path(__file__).resolve().parents[3]
PYTHON = "/usr/bin/python3"
_ASKS = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
_NEEDS = ("Xvfb", "openbox", "xdotool", "dbus-run-session", "dbus-send")


def missing() -> str:
    """What this machine lacks for it; "" for nothing."""
    if sys.platform != "linux":
        return "AT-SPI is a bus of Linux desktops"
    lacking = [name for name in _NEEDS if shutil.which(name) is None]
    lacking += [] if LAUNCHER else ["at-spi-bus-launcher (package at-spi2-core)"]
    asked = [PYTHON, "-c", _ASKS]
    if not Path(PYTHON).exists() or subprocess.run(asked, capture_output=True).returncode:
        lacking.append("gi with Atspi for /usr/bin/python3 (python3-gi, gir1.2-atspi-2.0)")
    return f"missing: {', '.join(lacking)}" if lacking else ""


def worked(home: Path, *, whole: bool, seconds: int) -> subprocess.CompletedProcess[str]:
    """Have the film worked on by hand; what the hands told, a line each."""
    film = home / "film" / "film.yaml"
    film.parent.mkdir(parents=True)
    film.write_text(film_text(), encoding="utf-8")
    environment = {**os.environ, "HOME": str(home), "PYTHONPATH": str(ROOT)}
    environment |= {"BY_HAND": "whole" if whole else "", "TOPA_PYTHON": sys.executable}
    environment.pop("QT_QPA_PLATFORM", None)
    for name in ("CONFIG", "DATA", "STATE", "CACHE"):
        environment[f"XDG_{name}_HOME"] = str(home / name.lower())
    window = home / "config" / "topa-studio" / "window.json"
    window.parent.mkdir(parents=True)
    window.write_text('{"noted": true, "language": "en", "theme": "dark"}', encoding="utf-8")
    hands = Path(__file__).with_name("hands.py")
    session = [sys.executable, "-m", "tests.support.reader.session", str(film), PYTHON]
    return subprocess.run(
        ["dbus-run-session", "--", *session, str(hands), str(seconds)],
        env=environment, cwd=ROOT, capture_output=True, text=True, timeout=seconds + 60,
        check=False,
    )  # fmt: skip
