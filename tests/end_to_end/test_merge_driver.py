"""git merges films by shot and field, where it is told to."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.films import FILM

ROOT = Path(__file__).parents[2]
COMMAND = f'"{sys.executable}" -m topa_studio merge-driver'


def merged(folder: Path, base: str, ours: str, theirs: str) -> tuple[int, str, str]:
    """Exit code, what stands in OURS afterwards, and what was said."""
    names = ("base.yaml", "ours.yaml", "theirs.yaml")
    for name, text in zip(names, (base, ours, theirs), strict=True):
        (folder / name).write_bytes(text.encode())
    done = subprocess.run(
        [sys.executable, "-m", "topa_studio", "merge-driver", *names],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, (folder / "ours.yaml").read_bytes().decode(), done.stderr


def test_different_fields_of_one_shot_are_merged(tmp_path: Path) -> None:
    ours = FILM.replace("duration: 7", "duration: 9")
    theirs = FILM.replace("trim: {in: 1.0, out: 3}", "trim: {in: 1.5, out: 3}")
    code, text, said = merged(tmp_path, FILM, ours, theirs)
    assert (code, said) == (0, "")
    assert text == ours.replace("trim: {in: 1.0, out: 3}", "trim: {in: 1.5, out: 3}")


def test_one_field_changed_twice_is_marked_and_told_and_the_rest_is_merged(tmp_path: Path) -> None:
    ours = FILM.replace("duration: 4", "duration: 6")
    theirs = FILM.replace("duration: 4", "duration: 8").replace("'Morning'", "'Dawn'")
    code, text, said = merged(tmp_path, FILM, ours, theirs)
    assert code == 1
    assert said == "ours.yaml: both sides changed the duration of shot 1__2\n"
    marks = "<<<<<<< ours\n        duration: 6\n=======\n        duration: 8\n>>>>>>> theirs\n"
    assert text == FILM.replace("        duration: 4\n", marks).replace("'Morning'", "'Dawn'")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_file_that_is_no_film_is_merged_by_lines(tmp_path: Path, newline: str) -> None:
    base = newline.join(["a: [", "b", "c", "d", ""])
    code, text, said = merged(
        tmp_path, base, base.replace("b", "mine"), base.replace("b", "theirs")
    )
    assert code == 1
    assert "merged line by line" in said
    lines = ["a: [", "<<<<<<< ours", "mine", "=======", "theirs", ">>>>>>> theirs", "c", "d", ""]
    assert text == newline.join(lines)


def test_git_uses_it_when_branches_are_merged(tmp_path: Path) -> None:
    def git(*words: str, ok: bool = True) -> str:
        named = ("-c", "user.name=A", "-c", "user.email=a@b", "-c", "commit.gpgsign=false")
        done = subprocess.run(
            ["git", *named, *words],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert (done.returncode == 0) == ok, done.stderr
        return done.stdout

    film = tmp_path / "scenario.yaml"
    git("init", "-q", "-b", "main")
    git("config", "merge.topa.driver", f"{COMMAND} %O %A %B")
    (tmp_path / ".gitattributes").write_text("scenario.yaml merge=topa\n")
    film.write_text(FILM)
    git("add", ".")
    git("commit", "-qm", "base")
    git("checkout", "-qb", "other")
    film.write_text(FILM.replace("trim: {in: 1.0, out: 3}", "trim: {in: 1.5, out: 3}"))
    git("commit", "-qam", "theirs")
    git("checkout", "-q", "main")
    film.write_text(FILM.replace("duration: 7", "duration: 9"))
    git("commit", "-qam", "ours")
    git("merge", "-q", "other", "-m", "both")
    assert "        duration: 9\n        trim: {in: 1.5, out: 3}\n" in film.read_text()
