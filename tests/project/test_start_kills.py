"""A set-up that was killed at any moment is repaired by the next start; no two work at once."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.project.places import ROOT

# The project itself, as pip builds it: says when it begins and ends, and waits where it is told to.
_BACKEND = """
import base64, hashlib, time, zipfile
from pathlib import Path

HERE = Path(__file__).parent


def build_editable(folder, config_settings=None, metadata_directory=None):
    with (HERE / "builds.txt").open("a") as told:
        told.write("begun\\n")
    while (HERE / "wait").exists():
        time.sleep(0.02)
    info = "topa_studio-1.dist-info"
    files = {
        "topa_copy.py": "def main():\\n    print('the studio runs')\\n",
        f"{info}/METADATA": "Metadata-Version: 2.1\\nName: topa-studio\\nVersion: 1\\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\n"
        "Tag: py3-none-any\\n",
        f"{info}/entry_points.txt": "[console_scripts]\\ntopa-studio = topa_copy:main\\n",
    }
    lines = [f"{name},," for name in files] + [f"{info}/RECORD,,"]
    name = "topa_studio-1-py3-none-any.whl"
    with zipfile.ZipFile(Path(folder, name), "w") as wheel:
        for path, text in {**files, f"{info}/RECORD": "\\n".join(lines) + "\\n"}.items():
            wheel.writestr(path, text)
    with (HERE / "builds.txt").open("a") as told:
        told.write("ended\\n")
    return name


def build_wheel(*given):
    return build_editable(*given)


def get_requires_for_build_editable(config_settings=None):
    return []
"""
_PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
[project]
name = "topa-studio"
version = "1"
"""


class Copy:
    """A small project with the real `start.py`; nothing is fetched for it."""

    def __init__(self, home: Path) -> None:
        self.home = home
        (home / "requirements").mkdir(parents=True)
        (home / "requirements" / "run.txt").write_text("", encoding="utf-8")
        (home / "pyproject.toml").write_text(_PROJECT, encoding="utf-8")
        (home / "backend.py").write_text(_BACKEND, encoding="utf-8")
        shutil.copy(ROOT / "start.py", home / "start.py")
        self.running: list[subprocess.Popen[str]] = []

    def start(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            [sys.executable, str(self.home / "start.py"), "status"],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.running.append(process)
        return process

    def killed_when(self, reached: Callable[[], object]) -> None:
        process = self.start()
        until(reached)
        assert process.poll() is None
        process.kill()
        process.wait()

    def runs(self, process: subprocess.Popen[str] | None = None) -> None:
        """Wait for the end of this start, or of another: the studio ran."""
        out, told = (process or self.start()).communicate(timeout=600)
        assert out == "the studio runs\n", told

    @property
    def builds(self) -> list[str]:
        path = self.home / "builds.txt"
        return path.read_text(encoding="utf-8").split() if path.exists() else []


def until(reached: Callable[[], object]) -> None:
    end = time.monotonic() + 300
    while not reached():
        assert time.monotonic() < end
        time.sleep(0.01)


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    made = Copy(tmp_path / "my studio")
    yield made
    (made.home / "wait").unlink(missing_ok=True)
    for process in made.running:
        process.kill()
        process.communicate()


@pytest.mark.long
def test_a_set_up_killed_again_and_again_is_repaired_and_no_two_work_at_once(copy: Copy) -> None:
    copy.killed_when((copy.home / ".venv" / "pyvenv.cfg").exists)
    (copy.home / "wait").touch()
    copy.killed_when(lambda: copy.builds)
    again = copy.start()
    assert again.stderr is not None
    if os.name != "nt":
        # The pip of the killed one still holds the turn; Windows ends a turn with its program.
        assert "still at work" in again.stderr.readline()
        assert copy.builds == ["begun"]
    (copy.home / "wait").unlink()
    copy.runs(again)
    assert copy.builds == ["begun", "ended"] * 2
    copy.runs()
    assert copy.builds == ["begun", "ended"] * 2, "the second start installs nothing"
