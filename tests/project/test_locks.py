"""The lock files install the same packages everywhere, name no host, and miss nothing."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass

import pytest
from packaging.markers import Marker
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

from tests.project.places import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
SYSTEMS = {"linux": "Linux", "darwin": "Darwin", "win32": "Windows"}
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Locked:
    name: str
    version: Version
    marker: Marker | None
    hashes: int


def _locked(kind: str) -> list[Locked]:
    text = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")
    found = []
    for block in text.replace("\\\n", " ").splitlines():
        wanted = Requirement(block.split(" --hash")[0])
        version = Version(str(wanted.specifier).removeprefix("=="))
        hashes = len(HASH.findall(block))
        found.append(Locked(canonicalize_name(wanted.name), version, wanted.marker, hashes))
    return found


def _applies(marker: Marker | None, python: str, system: str) -> bool:
    machine = {
        "python_version": python,
        "python_full_version": f"{python}.5",
        "sys_platform": system,
        "platform_system": SYSTEMS[system],
        "platform_python_implementation": "CPython",
    }
    return marker is None or marker.evaluate(machine)


def _group(name: str) -> list[str]:
    wanted: list[str] = []
    for entry in PROJECT["dependency-groups"][name]:
        wanted += [entry] if isinstance(entry, str) else _group(entry["include-group"])
    return wanted


@pytest.mark.parametrize("kind", ["run", "test"])
def test_no_address_stands_in_a_lock_file(kind: str) -> None:
    text = (ROOT / "requirements" / f"{kind}.txt").read_text(encoding="utf-8")

    assert "://" not in text
    assert "index-url" not in text
    assert "find-links" not in text


@pytest.mark.parametrize("kind", ["run", "test"])
def test_every_package_has_its_hashes(kind: str) -> None:
    assert not [package.name for package in _locked(kind) if not package.hashes]


@pytest.mark.parametrize("system", SYSTEMS)
@pytest.mark.parametrize("python", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("kind", ["run", "test"])
def test_the_lock_holds_what_the_project_asks_for(kind: str, python: str, system: str) -> None:
    asked = PROJECT["project"]["dependencies"] + _group("build" if kind == "run" else "test")
    here = [p for p in _locked(kind) if _applies(p.marker, python, system)]
    versions = {package.name: package.version for package in here}

    assert len(versions) == len(here), "a package is locked twice"
    for line in asked:
        wanted = Requirement(line)
        if _applies(wanted.marker, python, system):
            assert versions[canonicalize_name(wanted.name)] in wanted.specifier, line


@pytest.mark.parametrize("package", ["pyside6-essentials", "pyside6-addons", "shiboken6"])
def test_python_3_11_gets_the_qt_that_does_not_crash_it(package: str) -> None:
    def version(python: str) -> Version:
        (found,) = (
            each.version
            for each in _locked("run")
            if each.name == package and _applies(each.marker, python, "linux")
        )
        return found

    assert version("3.11") < Version("6.12")
    assert version("3.12") == version("3.13") >= Version("6.12")


def test_the_tests_run_with_the_packages_of_the_program() -> None:
    tested = {(package.name, package.version) for package in _locked("test")}

    assert {(package.name, package.version) for package in _locked("run")} <= tested


def test_the_whole_of_qt_is_never_pulled_in() -> None:
    assert "pyside6" not in {package.name for package in _locked("test")}
