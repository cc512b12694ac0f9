"""What conftest promises of every test: an empty user, and no other machine."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import platformdirs
import pytest
from hypothesis import given
from hypothesis import strategies as some

from tests.project.places import ROOT


def test_settings_and_films_of_the_real_user_are_out_of_reach(own_user: Path) -> None:
    folders = [
        platformdirs.user_config_path("topa-studio"),
        platformdirs.user_data_path("topa-studio"),
        platformdirs.user_cache_path("topa-studio"),
        platformdirs.user_state_path("topa-studio"),
        Path.home(),
    ]

    assert [folder for folder in folders if not folder.is_relative_to(own_user)] == []
    assert "KIE_API_KEY" not in os.environ


@pytest.mark.parametrize("address", [("192.0.2.1", 443), ("example.invalid", 443)])
def test_no_test_reaches_another_machine(address: tuple[str, int]) -> None:
    with pytest.raises(AssertionError, match="a test"):
        socket.create_connection(address, timeout=1)


def test_this_machine_can_be_reached() -> None:
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=5) as client,
    ):
        client.sendall(b"hello")
        with server.accept()[0] as heard:
            assert heard.recv(5) == b"hello"


@given(some.integers())
def test_laws_can_be_tested_beside_these_guards(number: int) -> None:
    assert number + 0 == number


def test_no_file_of_the_project_ends_a_line_with_blanks() -> None:
    kinds = {".py", ".md", ".toml", ".yaml", ".yml", ".json", ".txt"}
    rooms = ("topa_studio", "tests", "docs", "scripts", "benchmarks", "requirements")
    files = [path for room in rooms for path in (ROOT / room).rglob("*") if path.suffix in kinds]
    blank = [
        f"{path.relative_to(ROOT).as_posix()}:{number}"
        for path in files
        if "data" not in path.parts
        for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1)
        if line != line.rstrip(" \t")
    ]

    assert not blank
