"""`start.py` sets up once, repairs what was interrupted, and passes everything on."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

from tests.project.places import ROOT

Commands = list[list[str]]


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("start_of_a_copy", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def start(tmp_path: Path) -> ModuleType:
    """The `start.py` of a small copy of the project, with nothing installed yet."""
    home = tmp_path / "my studio"
    shutil.copytree(ROOT / "requirements", home / "requirements")
    for name in ("start.py", "pyproject.toml"):
        shutil.copy(ROOT / name, home / name)
    return _load(home / "start.py")


@pytest.fixture
def commands(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """What the copy runs; nothing is really run, except that `.venv` and the studio appear."""
    run: Commands = []

    def record(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        run.append(command)
        if "venv" in command:
            shutil.rmtree(start.VENV, ignore_errors=True)
            start.BIN.mkdir(parents=True)
        elif "--editable" in command:
            Path(start.program("topa-studio")).touch()
        return subprocess.CompletedProcess(command, 0, b"", b"")

    monkeypatch.setattr(start.subprocess, "run", record)
    return run


@pytest.fixture
def passed_on(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Commands:
    """What the copy hands over to."""
    given: Commands = []

    def hand_over(command: list[str]) -> int:
        given.append([Path(command[0]).stem, *command[1:]])
        return 0

    monkeypatch.setattr(start, "hand_over", hand_over)
    monkeypatch.setattr(start, "check_system", lambda: None)
    return given


def _kinds(commands: Commands) -> list[str]:
    """Each command in one word, and the list is emptied for the next start."""
    words = ["venv" if "venv" in command else Path(command[-1]).name for command in commands]
    commands.clear()
    return words


def test_the_first_start_installs_the_locked_packages_and_the_second_nothing(
    start: ModuleType, commands: Commands, passed_on: Commands
) -> None:
    start.main([])
    assert _kinds(commands) == ["venv", "run.txt", "my studio"]

    start.main([])
    assert _kinds(commands) == []
    assert passed_on == [["topa-studio", "--practice"]] * 2


def test_packages_are_taken_only_with_their_hashes_and_from_no_named_index(
    start: ModuleType, commands: Commands
) -> None:
    start.prepare("test")

    packages = next(command for command in commands if "--requirement" in command)
    assert "--require-hashes" in packages
    assert not [word for word in packages if "index" in word or "://" in word]


def test_any_arguments_reach_the_studio_unchanged(
    start: ModuleType, commands: Commands, passed_on: Commands
) -> None:
    start.main(["status", "-s", "my film.yaml", "--json"])

    assert passed_on == [["topa-studio", "status", "-s", "my film.yaml", "--json"]]


def test_the_tests_can_follow_a_first_start_and_the_studio_can_follow_the_tests(
    start: ModuleType, commands: Commands
) -> None:
    start.prepare("run")
    commands.clear()

    start.prepare("test")
    assert _kinds(commands) == ["test.txt", "my studio"]

    start.prepare("run")
    assert _kinds(commands) == []


def test_an_interrupted_set_up_is_repaired_by_the_next_start(
    start: ModuleType, commands: Commands, passed_on: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_: str) -> None:
        raise KeyboardInterrupt

    start.main([])
    (start.ROOT / "pyproject.toml").write_text("[project]\n", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(start, "pip", interrupted)
        assert start.main([]) == 130
    commands.clear()

    start.main([])
    assert _kinds(commands) == ["venv", "run.txt", "my studio"]


def test_nothing_counts_as_whole_from_the_moment_it_is_taken_apart(
    start: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed while another Python's environment is cleared, the first Python sees no stamp."""
    start.prepare("run")
    stood: list[bool] = []

    def killed(command: list[str], _log: Path | None) -> None:
        stood.append(start.STAMP.exists())
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(start, "PYTHON", "3.99")
        patch.setattr(start, "run_setup", killed)
        with pytest.raises(KeyboardInterrupt):
            start.prepare("run")
    assert stood == [False]
    assert not start.is_ready("run")


def test_changed_locks_are_installed_into_the_same_environment(
    start: ModuleType, commands: Commands
) -> None:
    start.prepare("run")
    commands.clear()
    with start.lock("run").open("a", encoding="utf-8") as file:
        file.write("another==1.0\n")

    start.prepare("run")
    assert _kinds(commands) == ["run.txt", "my studio"]


def test_another_python_makes_the_environment_anew(
    start: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    start.prepare("run")
    commands.clear()
    monkeypatch.setattr(start, "PYTHON", "3.99")

    start.prepare("run")
    assert _kinds(commands) == ["venv", "run.txt", "my studio"]


def test_a_moved_project_makes_its_environment_anew(
    start: ModuleType, commands: Commands, tmp_path: Path
) -> None:
    start.prepare("run")
    moved = _load(shutil.move(start.ROOT, tmp_path / "elsewhere") / "start.py")

    assert not moved.is_ready("run")


def test_a_studio_that_was_deleted_is_installed_again(
    start: ModuleType, commands: Commands
) -> None:
    start.prepare("run")
    commands.clear()
    Path(start.program("topa-studio")).unlink()

    start.prepare("run")
    assert _kinds(commands) == ["run.txt", "my studio"]


def test_a_garbled_stamp_counts_as_none(start: ModuleType, commands: Commands) -> None:
    start.prepare("run")
    start.STAMP.write_text('{"home": ', encoding="utf-8")

    assert not start.is_ready("run")


def test_a_python_without_packages_is_told_in_a_sentence(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 10, 4))
    monkeypatch.setattr(start, "PYTHON", "3.10")
    assert start.main([]) == 1
    monkeypatch.undo()

    told = capsys.readouterr().err
    assert "needs Python 3.11, 3.12 or 3.13, and this is Python 3.10" in told


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("NewConnectionError(': Temporary failure in name resolution')", "computer online?"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE", "not the one this project"),
        ("OSError: [Errno 28] No space left on device", "disk is full"),
        ("PermissionError: [WinError 5] Access is denied", "still open"),
        ("something else", "something else\n\nThe set-up did not end well."),
    ],
)
def test_a_failed_installation_is_told_in_plain_words(
    start: ModuleType,
    passed_on: Commands,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    said: str,
    told: str,
) -> None:
    def fail(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        start.VENV.mkdir(exist_ok=True)
        return subprocess.CompletedProcess(command, 0 if "venv" in command else 2, said.encode())

    monkeypatch.setattr(start.subprocess, "run", fail)
    assert start.main([]) == 1

    assert told in capsys.readouterr().err
    assert not passed_on
    assert not start.STAMP.exists()


def test_every_check_runs_and_the_first_failure_is_the_answer(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    run: Commands = []
    codes = {"mypy": 3, "pytest": 5}

    def record(command: list[str], **_: object) -> subprocess.CompletedProcess[bytes]:
        name = Path(command[0]).stem
        run.append([name, *command[1:]])
        return subprocess.CompletedProcess(command, codes.get(name, 0))

    monkeypatch.setattr(start.subprocess, "run", record)

    assert start.run_checks(["-k", "drag"]) == 3
    assert run == [
        ["ruff", "check"],
        ["ruff", "format", "--check"],
        ["mypy"],
        ["lint-imports"],
        ["pytest", "-n", "2", "--dist", "loadfile", "-k", "drag"],
    ]


@pytest.fixture
def linux(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Callable[[int, str], None]:
    """Makes the copy believe that it is on a Linux that lacks sound and one X11 library."""

    def become(user: int, display: str) -> None:
        lacking = {"libpulse.so.0", "libxcb-icccm.so.4"}
        monkeypatch.setattr(start, "loads", lambda library: library not in lacking)
        monkeypatch.setattr(start.sys, "platform", "linux")
        monkeypatch.setattr(start.os, "geteuid", lambda: user, raising=False)
        monkeypatch.setattr(start.shutil, "which", lambda name: f"/usr/bin/{name}")
        monkeypatch.setattr(start.importlib.util, "find_spec", lambda name: name)
        monkeypatch.setenv("DISPLAY", display)

    return become


def test_missing_libraries_are_named_in_one_command_to_type(
    start: ModuleType, linux: Callable[[int, str], None]
) -> None:
    linux(1000, ":0")

    told = r"\nsudo apt-get update && sudo apt-get install .* libpulse0 libxcb-icccm4$"
    with pytest.raises(start.SetupError, match=told):
        start.check_system()


def test_root_installs_missing_libraries_at_once(
    start: ModuleType, commands: Commands, linux: Callable[[int, str], None]
) -> None:
    linux(0, "")

    start.check_system()
    assert commands[0] == ["dpkg", "--configure", "-a"], "what was broken off is repaired first"
    assert commands[1] == ["apt-get", "update"]
    assert commands[2][:2] == ["apt-get", "install"]
    assert commands[2][-1] == "libpulse0", "X11 is not needed where there is no screen"


def test_a_second_start_is_one_quick_process_that_gives_back_its_exit_code(
    start: ModuleType,
) -> None:
    venv.create(start.VENV, with_pip=False, symlinks=os.name != "nt")
    shutil.copy(start.program("python"), start.program("topa-studio"), follow_symlinks=False)
    ready = {"home": start.home(), "run": start.fingerprint("run")}
    start.STAMP.write_text(json.dumps(ready), encoding="utf-8")
    studio = "import sys; print(sys.argv[1:]); sys.exit(7)"

    ended = subprocess.run(
        [sys.executable, str(start.ROOT / "start.py"), "-c", studio, "-s", "my film.yaml"],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )

    assert ended.stdout.strip() == "['-s', 'my film.yaml']"
    assert ended.stderr == ""
    assert ended.returncode == 7


def test_a_checkout_that_may_only_be_read_says_where_it_can_be_set_up(
    start: ModuleType, commands: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start.os, "access", lambda *_: False)
    with pytest.raises(start.SetupError, match="Copy it to a place where you may write"):
        start.install("run")
    assert not commands
    told = start.explain("ERROR: [Errno 30] Read-only file system: '/opt/studio/.venv'")
    assert "may only be read" in told
    assert "next start" not in told
