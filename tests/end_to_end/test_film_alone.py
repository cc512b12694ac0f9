"""A film named without a command is opened, as every other program does it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.small_film import small_film
from topa_studio.cli.main import Window, build

Opened = list[tuple[str | None, bool, str | None]]


def typed(monkeypatch: pytest.MonkeyPatch, *words: str) -> tuple[Opened, object]:
    """What was opened, and the exit code."""
    opened: Opened = []
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    monkeypatch.setattr("topa_studio.cli.screen.has_screen", lambda: True)
    monkeypatch.setattr("sys.argv", ["topa-studio", *words])

    def take(film: str | None, practice: bool, config: str | None) -> int:
        opened.append((film, practice, config))
        return 0

    with pytest.raises(SystemExit) as ended:
        build(Window(open=take, picture=lambda *_given: 0))(prog_name="topa-studio")
    return opened, ended.value.code


def test_its_file_and_its_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    film = small_film(tmp_path / "film", 1)
    for name in (str(film), str(film.parent)):
        assert typed(monkeypatch, "--practice", name) == ([(name, True, None)], 0)


def test_a_word_that_is_neither_film_nor_command_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened, code = typed(monkeypatch, "opne")
    assert (opened, code) == ([], 2)
    assert "No such command 'opne'" in capsys.readouterr().err
