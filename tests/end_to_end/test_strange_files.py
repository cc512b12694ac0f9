"""Names that stand for devices, pipes, sockets and folders: told in words, and nothing hangs."""

from __future__ import annotations

import os
import re
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.project.places import ROOT
from tests.support.commands import topa
from tests.support.small_film import small_film
from topa_studio.base.regular import NotRegularError, open_regular, read_head, read_regular
from topa_studio.pipeline.paid.trail import Trail
from topa_studio.pipeline.state.records import Records

POSIX = sys.platform != "win32"


def _endless(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # a socket's address may not be long
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def _folder(path: Path) -> None:
    path.mkdir()


STRANGE: list[Callable[[Path], None]] = [_endless, _pipe, _socket, _folder] if POSIX else [_folder]
STRANGER = STRANGE[:2] if POSIX else STRANGE


@pytest.mark.parametrize("make", STRANGE)
def test_only_regular_files_are_read(make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path / "it")
    for read in (read_regular, open_regular, lambda path: read_head(path, 1)):
        with pytest.raises(NotRegularError, match="not a file but a folder, a device, a pipe"):
            read(tmp_path / "it")
    (tmp_path / "file").write_bytes(b"words")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    assert read_regular(tmp_path / "link") == b"words"
    with pytest.raises(OSError, match=r"too large|large"):
        read_regular(tmp_path / "file", 4)


@pytest.mark.parametrize("make", STRANGE)
def test_as_a_film_it_is_told(make: Callable[[Path], None], tmp_path: Path) -> None:
    film = tmp_path / "film.yaml"
    make(film)
    for words in (["check"], ["--practice", "run-all"]):
        done = topa(*words, "-s", film)
        assert done.returncode == 2
        assert "film.yaml cannot be read: it is not a file but a folder" in done.stderr
        assert "Traceback" not in done.stderr


@pytest.mark.parametrize("make", STRANGER)
def test_as_any_other_argument_too(make: Callable[[Path], None], tmp_path: Path) -> None:
    film, strange = small_film(tmp_path, 1), tmp_path / "strange"
    make(strange)
    for words in (
        ["-c", strange, "status", "-s", film],
        ["merge-driver", film, film, strange],
        ["practice-service", "--faults", strange],
        ["practice-service", "--ledger", strange],
        ["picture", "-s", film, strange],
    ):
        done = topa(*words)
        assert done.returncode != 0
        assert "Traceback" not in done.stderr
        assert str(strange) in done.stderr


@pytest.mark.parametrize("make", STRANGER)
def test_in_a_films_folder_it_stops_nothing(make: Callable[[Path], None], tmp_path: Path) -> None:
    film = small_film(tmp_path, 1)
    done = topa("--practice", "run-all", "-s", film)
    assert done.returncode == 0, done.stderr
    (output,) = (path for path in tmp_path.iterdir() if path.name.startswith("output"))
    found = [path for path in output.rglob("*") if path.suffix in (".json", ".mp4", ".png")]
    assert {path.suffix for path in found} == {".json", ".mp4", ".png"}
    for path in found:
        path.unlink()
        make(path)
    for words in (["status"], ["run-all", "--dry-run"], ["rebuild"]):
        done = topa("--practice", *words, "-s", film)
        assert "Traceback" not in done.stderr
        assert done.stdout + done.stderr


@pytest.mark.parametrize("make", STRANGER)
@pytest.mark.parametrize("name", ["state.db", "paid.log"])
def test_as_a_record_of_what_was_made_it_is_told(
    name: str, make: Callable[[Path], None], tmp_path: Path
) -> None:
    make(tmp_path / name)
    with pytest.raises(OSError, match=r"folder, a device|symbolic"):
        Records(tmp_path / name) if name == "state.db" else Trail(tmp_path / name).open()


def test_nothing_of_the_program_reads_a_file_in_another_way() -> None:
    """Files of the program itself may be read as they are."""
    own = {
        "icons.py",
        "films.py",
        "server.py",
        "regular.py",
        "files.py",
        "part.py",
        "help_pages.py",
    }
    found = {
        path.name
        for path in (ROOT / "topa_studio").rglob("*.py")
        if re.search(r"\.read_bytes\b|\.read_text\(|open\([^)]*\"rb?\"", path.read_text("utf-8"))
    }
    assert found <= own, found - own
