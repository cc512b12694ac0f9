"""`topa-studio edit`: one process an edit, and undo finds what another process did."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.commands import topa
from tests.support.small_film import small_film
from topa_studio.document.document import Document


def _edit(film: Path, *words: str, code: int = 0) -> str:
    done = topa("edit", "-s", film, *words)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def _ids(film: Path) -> list[str]:
    scenario = Document.open(film).scenario
    return [f"{scene.id}/{shot.id}" for scene in scenario.scenes for shot in scene.shots]


def test_edits_by_many_processes_and_all_of_them_taken_back(tmp_path: Path) -> None:
    film = small_film(tmp_path, 3)
    original = film.read_bytes()
    _edit(film, "set", "1/2", "duration", "7")
    _edit(film, "set", "film", "title", "Another: film")
    _edit(film, "move", "1/3", "--before", "1/1")
    _edit(film, "add", "scene", "Night")
    _edit(film, "duplicate", "1/2")
    _edit(film, "rename-element", "@Topa", "Misha")
    _edit(film, "delete", "1/1")
    film_now = Document.open(film).scenario
    assert film_now.film.title == "Another: film"
    assert film_now.element("Misha") is not None
    assert "@Topa" not in film.read_text(encoding="utf-8")
    assert _ids(film) == ["1/3", "1/2", "1/4"]
    assert film_now.shot("1__2").duration == 7
    for _step in range(7):
        _edit(film, "undo")
    assert film.read_bytes() == original
    _edit(film, "redo")
    assert Document.open(film).scenario.shot("1__2").duration == 7


def test_split_and_merge_keep_the_seconds(tmp_path: Path) -> None:
    film = small_film(tmp_path, 2)
    _edit(film, "set", "1/1", "duration", "8")
    _edit(film, "split", "1/1", "3")
    durations = [shot.duration for shot in Document.open(film).scenario.shots()]
    assert durations == [3, 5, 3]
    first, second = _ids(film)[:2]
    _edit(film, "merge", first, second)
    assert [shot.duration for shot in Document.open(film).scenario.shots()] == [8, 3]


def test_a_dry_run_shows_the_lines_and_writes_nothing(tmp_path: Path) -> None:
    film = small_film(tmp_path, 2)
    before = film.read_bytes()
    told = _edit(film, "--dry-run", "set", "1/2", "duration", "7")
    assert "-        duration: 3" in told
    assert "+        duration: 7" in told
    assert film.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == [film.name]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("frob",), "is no edit"),
        (("set", "1/9", "duration", "5"), "There is no 1/9 in this film. There is: 1/1, 1/2."),
        (("delete", "@Nobody"), "There is: @Topa, @Valley."),
        (("split", "1/1", "2"), "each half must last"),
        (("rename-element", "Topa", "Valley"), "Valley"),
    ],
)
def test_what_cannot_be_done_is_told_and_the_file_is_untouched(
    tmp_path: Path, words: tuple[str, ...], told: str
) -> None:
    film = small_film(tmp_path, 2)
    before = film.read_bytes()
    assert told in _edit(film, *words, code=2)
    assert film.read_bytes() == before


def test_a_wrong_value_is_told_and_wrong_words_change_nothing(tmp_path: Path) -> None:
    film = small_film(tmp_path, 2)
    original = film.read_bytes()
    assert "error: line " in _edit(film, "set", "1/2", "duration", "long", "--dry-run")
    told = _edit(film, "set", "1/2", "bogus", "5", "--dry-run")
    assert "bogus" in told.rpartition(": line ")[2]
    assert "error" not in _edit(film, "set", "1/2", "duration", "5", "--dry-run")
    for words in (
        ("set", "film", "title"),
        ("move", "1/2", "--beside", "1/1"),
        ("move", "1/2", "--after", "1/2"),
        ("undo", "--dry-run"),
    ):
        _edit(film, *words, code=2)
    assert film.read_bytes() == original
