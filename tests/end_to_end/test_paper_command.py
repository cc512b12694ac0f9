"""`topa-studio export pdf|shotlist|contact|review` and `comments`, as a user types them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

from tests.support.commands import topa
from tests.support.numbered import numbered_clip
from tests.support.papers import pages_of

FILM = """\
title: Пирс
scenes:
  - id: 1
    title: Утро
    shots:
      - {id: 1, title: =1+1, prompt: "Wide shot. A pier.", duration: 3}
      - id: 2
        prompt: "Wide shot. A boat."
        duration: 4
        lines: [{who: ТОПА, text: Смотри!, tone: тихо}]
  - id: 2
    shots:
      - {id: 1, prompt: "Wide shot. A lamp.", duration: 3}
"""


def _film(folder: Path, text: str = FILM) -> Path:
    folder.mkdir()
    scenario = folder / "film.yaml"
    scenario.write_text(text, encoding="utf-8")
    return scenario


def _run(*words: str | Path, code: int = 0) -> str:
    done = topa(*words)
    assert done.returncode == code, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def _said(path: Path, *comments: dict[str, Any], title: str = "Пирс") -> Path:
    file = {"topa_comments": 1, "film": "film", "title": title, "comments": comments}
    path.write_text(json.dumps(file), encoding="utf-8")
    return path


def test_each_kind_is_written_whole_and_never_over_another_file(
    tmp_path: Path, qapp: object
) -> None:
    scenario = _film(tmp_path / "Мой фильм #1")
    clip = numbered_clip(tmp_path / "clip.mp4", 7, 72)
    _run("takes", "-s", scenario, "bring", "1/1", clip)
    out = tmp_path / "out"
    for kind, name in (
        ("pdf", "a.pdf"), ("shotlist", "a.xlsx"), ("shotlist", "a.csv"), ("contact", "a.png"),
        ("review", "a.html"),
    ):  # fmt: skip
        target = out / name
        told = _run("export", kind, "-s", scenario, "-o", target)
        assert "3 shots" in told
        assert ("1.2" in told and "slate" in told) == (name != "a.csv")
        if kind in ("pdf", "shotlist"):
            before = target.read_bytes()
            assert "there already" in _run("export", kind, "-s", scenario, "-o", target, code=2)
            assert target.read_bytes() == before
            _run("export", kind, "-s", scenario, "-o", target, "--replace", "--scene", "1")
            assert target.read_bytes() != before
    assert sorted(path.name for path in out.iterdir()) == [
        "a.csv", "a.html", "a.pdf", "a.png", "a.xlsx",
    ]  # fmt: skip
    (words,) = pages_of(out / "a.pdf").words
    assert "Пирс" in words
    assert "ТОПА (тихо): Смотри!" in words
    rows = list(csv.reader(io.StringIO((out / "a.csv").read_text("utf-8-sig"), newline="")))
    assert rows[1][:2] == ["1.1", "'=1+1"]
    assert len(rows) == 3


def test_columns_pages_and_paper_are_chosen(tmp_path: Path, qapp: object) -> None:
    scenario = _film(tmp_path / "film")
    given = ("--columns", "title,lines,starts-at")
    _run("export", "shotlist", "-s", scenario, "-o", tmp_path / "a.csv", *given)
    rows = list(csv.reader(io.StringIO((tmp_path / "a.csv").read_text("utf-8-sig"), newline="")))
    assert rows[0] == ["Title", "Dialogue", "Starts at"]
    assert rows[2] == ["", "ТОПА (тихо): Смотри!", "3"]
    _run("export", "pdf", "-s", scenario, "-o", tmp_path / "a", "--each", "1", "--paper", "letter")
    assert {tuple(sorted(size)) for size in pages_of(tmp_path / "a.pdf").sizes} == {(612, 792)}
    assert len(pages_of(tmp_path / "a.pdf").sizes) == 3


def test_a_long_film_has_several_contact_sheets_all_or_none(tmp_path: Path) -> None:
    shots = "".join(f"      - {{id: {n}, prompt: Shot {n}}}\n" for n in range(1, 62))
    scenario = _film(tmp_path / "film", f"title: Long\nscenes:\n  - id: 1\n    shots:\n{shots}")
    out = tmp_path / "out"
    out.mkdir()
    (out / "sheet 2.png").write_bytes(b"mine")
    told = _run("export", "contact", "-s", scenario, "-o", out / "sheet.png", code=2)
    assert "sheet 2.png" in told
    assert [path.name for path in out.iterdir()] == ["sheet 2.png"]
    (out / "sheet 2.png").unlink()
    _run("export", "contact", "-s", scenario, "-o", out / "sheet.png")
    assert sorted(path.name for path in out.iterdir()) == ["sheet 2.png", "sheet.png"]


def test_what_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    scenario = _film(tmp_path / "film")
    out = tmp_path / "out"
    for words, code_words in (
        (("shotlist", "-o", out / "a.txt"), "called .xlsx or .csv"),
        (("shotlist", "-o", out / "a.csv", "--columns", "colour"), "no column colour"),
        (("pdf", "-o", scenario), "belongs to the film"),
        (("pdf", "-o", out / "a.pdf", "--scene", "9"), "There is"),
        (("pdf", "-o", out / "a.pdf", "--each", "13"), "13"),
    ):
        assert code_words in _run("export", words[0], "-s", scenario, *words[1:], code=2)
    assert not out.exists()
    assert scenario.read_text(encoding="utf-8") == FILM
    empty = _film(tmp_path / "empty", "title: x\nscenes: []\n")
    assert "no shot" in _run("export", "pdf", "-s", empty, "-o", out / "a", code=2)
    assert not out.exists()


def test_comments_come_home_once_and_gone_shots_are_named(tmp_path: Path) -> None:
    scenario = _film(tmp_path / "film")
    said = _said(
        tmp_path / "said.json",
        {"shot": "1__1", "at": 1.25, "by": "Анна", "text": "Too <b>dark</b>"},
        {"shot": "9__9", "at": 0, "by": "Анна", "text": "Where is it?", "named": "9.9 The end"},
        {"shot": 5},
    )
    told = _run("comments", said, "-s", scenario, code=1)
    assert "1 comment on 1 shot" in told
    assert "9.9 The end" in told
    assert "Where is it?" in told
    assert "left out, it is no comment: number 3 in the file" in told
    text = scenario.read_text(encoding="utf-8")
    assert "Too <b>dark</b>" in text
    assert text.startswith("title: Пирс\n")
    assert "1 was in the film already" in _run("comments", said, "-s", scenario, code=1)
    assert scenario.read_text(encoding="utf-8") == text


def test_a_file_that_is_none_or_another_films_changes_nothing(tmp_path: Path) -> None:
    scenario = _film(tmp_path / "film")
    other = _said(tmp_path / "said.json", {"shot": "1__1", "text": "x"}, title="Another")
    assert "another film" in _run("comments", other, "-s", scenario, code=2)
    broken = tmp_path / "broken.json"
    for data in (b"", b"[" * 200_000):
        broken.write_bytes(data)
        assert "could not be read" in _run("comments", broken, "-s", scenario, code=2)
    assert "could not be read" in _run("comments", tmp_path, "-s", scenario, code=2)
    assert scenario.read_text(encoding="utf-8") == FILM
    assert "1 comment on 1 shot" in _run("comments", other, "-s", scenario, "--other-film")
