"""`topa-studio edit`: one process an edit, and undo finds what another process did."""

from __future__ import annotations

import asyncio
import os
import sys
from functools import partial
from pathlib import Path

import pytest

from tests.support.commands import topa
from tests.support.open_film import opened
from tests.support.small_film import small_film
from topa_studio.cli.edit import edit
from topa_studio.cli.ending import NOT_ALL, WRONG_USE
from topa_studio.cli.ending import told as told_by
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


REFUSED = [
    (
        "set 1/2 colour red",
        "There is no field colour here. There is: caption, captions, clip_gain_db,",
    ),
    ("set 1/2 duraton 5", "Did you mean duration?"),
    ("set film scenes []", "There is no field scenes here"),
    ("set 1 shots []", "There is no field shots here"),
    ("set 1/2 duration long", "duration must be a whole number, not long. Nothing was changed."),
    ("set 1/2 duration [5", '"[5" cannot be read as a value'),
    ("set 1/2 elements_needed [Nobody]", "there is no element called Nobody"),
    ("set 1/2 key 1__1", "another shot has the key 1__1 too"),
    ("set 1/9 duration 5", "There is no 1/9 in this film. There is: 1/1, 1/2."),
    ("set 9/1 duration 5", "There is no 9/1 in this film. There is: 1."),
    ("unset 1/1 id", "id cannot be removed"),
    ("move 1/1 --into 1/1", "1/1 cannot be moved beside or into itself"),
    ("move 1 --before 1", "1 cannot be moved beside or into itself"),
    ("move 1/1 --into 1/2", "1/2 is no scene"),
    ("move 1/1 --before 1", "1 is no shot"),
    ("add shot 9 words", "There is no 9 in this film"),
    ("add element Topa character again", "Topa is taken"),
    ("add element Bear dragon x", "not dragon"),
    ("delete @Nobody", "There is: @Topa, @Valley."),
    ("split 1/1 2", "each half must last"),
    ("split 1/1 two", '"two" is no number of seconds'),
    ("split 1 2", "1 is no shot"),
    ("merge 1/2 1/1", "only a shot and the next one of its scene"),
    ("rename-element Topa Valley", "Valley is taken"),
    ("rename-element Nobody Bear", "There is: @Topa, @Valley."),
]
NO_EDITS = [
    "frob",
    "paste x",
    "undo 2",
    "set film title",
    "delete",
    "delete film",
    "duplicate @Topa",
    "move 1/2 --beside 1/1",
    "move @Topa --before @Valley",
]


def test_what_cannot_be_done_is_told_and_the_file_is_untouched(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    film = small_film(tmp_path, 2)
    before = film.read_bytes()
    asked = [(words, NOT_ALL, told) for words, told in REFUSED]
    asked += [(words, WRONG_USE, f'"{words}" is no edit') for words in NO_EDITS]
    for words, code, told in asked:
        for dry_run in (False, True):
            with pytest.raises(SystemExit) as ending:
                told_by(partial(_ended, film, words, dry_run))
            assert (ending.value.code, film.read_bytes()) == (code, before), words
            heard = capsys.readouterr()
            assert heard.err.startswith("Error: "), words
            assert told in heard.err
            # Where the words make a change that would be wrong, that change is shown.
            assert bool(dry_run and "Nothing was" in heard.err) is bool(heard.out), words


def _ended(film: Path, words: str, dry_run: bool) -> None:
    sys.exit(edit(str(film), words.split(), dry_run))


def test_an_element_that_is_mentioned_is_shown_and_then_deleted(tmp_path: Path) -> None:
    film = small_film(tmp_path, 2)
    before = film.read_bytes()
    shown = _edit(film, "delete", "@Topa", "--dry-run")
    assert "@Topa" in shown
    assert film.read_bytes() == before
    assert _edit(film, "delete", "@Topa") == shown
    assert "@Topa" not in film.read_text(encoding="utf-8")


def test_a_film_that_is_open_elsewhere_is_edited_there(tmp_path: Path) -> None:
    film = small_film(tmp_path, 2)
    before = film.read_bytes()

    async def held() -> str:
        async with opened(film):
            words = ("set", "1/2", "duration", "7")
            return await asyncio.to_thread(_edit, film, *words, code=WRONG_USE)

    told = asyncio.run(held())
    assert f"the window (process {os.getpid()}) has the film open" in told
    assert "pay" not in told
    assert film.read_bytes() == before


def test_a_field_of_the_users_own_that_is_there_is_set(tmp_path: Path) -> None:
    film = small_film(tmp_path, 2)
    text = film.read_text(encoding="utf-8").replace(
        "duration: 3", "mood: calm\n        duration: 3"
    )
    film.write_text(text, encoding="utf-8")
    assert "+        mood: wild" in _edit(film, "set", "1/1", "mood", "wild")


def test_undo_is_not_shown_beforehand(tmp_path: Path) -> None:
    film = small_film(tmp_path, 1)
    assert "can be done again" in _edit(film, "undo", "--dry-run", code=2)
