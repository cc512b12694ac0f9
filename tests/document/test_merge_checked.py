"""A merge that reads well line by line, but makes a mistake of two good films, is git's to show."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.films import FILM
from topa_studio.cli.merge_driver import merge_driver

WITHOUT = (
    FILM.replace("  backgrounds:\n    - name: Valley\n      description: 'A green valley'\n", "")
    .replace(" in @Valley", "")
    .replace(', "Valley"', "")
)
USING = FILM.replace("Close-up. @Topa smiles", "Close-up. @Topa smiles in @Valley")


def merged(folder: Path, base: str, ours: str, theirs: str) -> tuple[int, str]:
    names = [folder / name for name in ("base.yaml", "ours.yaml", "theirs.yaml")]
    for path, text in zip(names, (base, ours, theirs), strict=True):
        path.write_bytes(text.encode())
    return merge_driver(*map(str, names)), names[1].read_bytes().decode()


@pytest.mark.parametrize(("ours", "theirs"), [(WITHOUT, USING), (USING, WITHOUT)])
def test_an_element_that_one_side_deleted_and_the_other_used(
    ours: str, theirs: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, text = merged(tmp_path, FILM, ours, theirs)
    assert code == 1
    assert "there is no element called Valley" in capsys.readouterr().err
    assert "<<<<<<< ours" in text
    assert "smiles in @Valley" in text


@pytest.mark.parametrize("empty", ["", "# nothing\n"])
def test_a_side_with_nothing_in_it_takes_nothing_away(empty: str, tmp_path: Path) -> None:
    changed = FILM.replace("duration: 7", "duration: 9")
    for ours, theirs in ((FILM, empty), (empty, FILM), (changed, empty), (empty, changed)):
        code, text = merged(tmp_path, FILM, ours, theirs)
        assert code == 1
        assert "Close-up. @Topa smiles" in text
        assert "<<<<<<< ours" in text


def test_a_merge_by_lines_that_does_not_open_is_left_to_git(tmp_path: Path) -> None:
    base = "a: 1\nb: 2\nc: 3\nd: 4\n"
    code, text = merged(tmp_path, base, base.replace("a: 1", "a: ["), base.replace("d: 4", "d: 5"))
    assert code == 1
    assert "<<<<<<< ours" in text


def test_a_mistake_that_one_side_had_already_is_merged(tmp_path: Path) -> None:
    wrong = FILM.replace("duration: 7", "duration: 99")
    code, text = merged(tmp_path, FILM, wrong, FILM.replace("'Morning'", "'Dawn'"))
    assert code == 0
    assert text == wrong.replace("'Morning'", "'Dawn'")
