"""The wheel is the whole program: installed elsewhere, it runs from an empty folder."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

import pytest

import topa_studio
from tests.project.places import ROOT

ONE_SHOT = """
title: One Shot
scenes:
  - id: 1
    shots:
      - id: 1
        duration: 3
        prompt: "A small orange bear waves from a green hill. Sound: wind."
"""

FACTS = """
from topa_studio.base.resources import resource, sample_film
import topa_studio
print(topa_studio.__file__)
for path in (resource("models"), resource("fonts"), sample_film()):
    print(sum(1 for each in path.rglob("*") if each.is_file()))
print((sample_film() / "scenario.yaml").is_file())
"""


@dataclass(frozen=True, slots=True)
class Installed:
    """A place where nothing of the checkout can be seen, and an empty folder to work in."""

    bin: Path
    folder: Path

    def run(
        self, name: str, *args: str, cwd: Path | None = None
    ) -> subprocess.CompletedProcess[str]:
        program = self.bin / (f"{name}.exe" if os.name == "nt" else name)
        return subprocess.run(
            [str(program), *args],
            cwd=cwd or self.folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Installed:
    root = tmp_path_factory.mktemp("installed")
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(root), cwd=ROOT)
    (wheel,) = root.glob("*.whl")
    home = root / "venv"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    scheme = {"base": str(home), "platbase": str(home)}
    # The packages of this Python are seen, but not its .pth files, so not this checkout.
    site = Path(sysconfig.get_path("purelib", "venv", scheme))
    (site / "packages.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    bin_ = Path(sysconfig.get_path("scripts", "venv", scheme))
    python = str(bin_ / ("python.exe" if os.name == "nt" else "python"))
    pip = [sys.executable, "-m", "pip", "--python", python, "--disable-pip-version-check"]
    _run(*pip, "install", "--no-deps", "--no-index", "--ignore-installed", str(wheel), cwd=root)
    folder = root / "empty"
    folder.mkdir()
    return Installed(bin_, folder)


def _run(*command: str, cwd: Path) -> None:
    ended = subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def test_the_installed_program_starts_in_an_empty_folder(installed: Installed) -> None:
    version = installed.run("topa-studio", "--version")
    told = installed.run("topa-studio", "--help")

    assert version.returncode == told.returncode == 0, version.stderr + told.stderr
    assert topa_studio.__version__ in version.stdout
    assert "run-all" in told.stdout
    assert not list(installed.folder.iterdir()), "asking for help leaves nothing behind"


def test_the_wheel_brings_models_fonts_and_the_sample_film(installed: Installed) -> None:
    facts = installed.run("python", "-c", FACTS)

    assert facts.returncode == 0, facts.stderr
    place, models, fonts, film, scenario = facts.stdout.splitlines()
    assert Path(place).is_relative_to(installed.bin.parent), "not the checkout's package"
    assert min(int(models), int(fonts), int(film)) >= 1
    assert scenario == "True"


def test_the_installed_program_checks_its_own_sample_film(installed: Installed) -> None:
    where = installed.run(
        "python",
        "-c",
        "from topa_studio.base.resources import sample_film; print(sample_film())",
    )
    checked = installed.run(
        "topa-studio", "check", "-s", str(Path(where.stdout.strip()) / "scenario.yaml")
    )

    assert checked.returncode == 0, checked.stdout + checked.stderr


@pytest.mark.long
def test_the_installed_program_makes_a_practice_film(installed: Installed, tmp_path: Path) -> None:
    (tmp_path / "film.yaml").write_text(ONE_SHOT, encoding="utf-8")

    made = installed.run("topa-studio", "--practice", "run-all", "-s", "film.yaml", cwd=tmp_path)

    assert made.returncode == 0, made.stdout + made.stderr
    assert "1 made, 0 failed, 0 need you" in made.stdout
    clip = tmp_path / "output-practice" / "film" / "shots" / "1__1.mp4"
    assert clip.read_bytes()[4:8] == b"ftyp"
