"""Lengths and moments on paper, as the user's language writes them."""

from __future__ import annotations

import csv
import html
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.support.papers import film_of, pages_of, put
from topa_studio.film.paper.choices import POINT, Column, Paper, PaperChoices
from topa_studio.film.paper.contact import _Sheet

RUSSIAN = {"paper.seconds": "{value} с", POINT: ","}
SHOT = {"prompt": "Pier.", "duration": 5, "comments": [{"at": 1.25, "text": "Darker"}]}
FILM = film_of(SHOT, fps=29.97)


def test_a_page_says_seconds_in_its_language(qapp: QApplication, tmp_path: Path) -> None:
    put(FILM, PaperChoices(Paper.PDF), tmp_path / "film.pdf", RUSSIAN)
    (words,) = pages_of(tmp_path / "film.pdf").words
    assert "5,005 с" in words
    put(FILM, PaperChoices(Paper.PDF), tmp_path / "other.pdf")
    (words,) = pages_of(tmp_path / "other.pdf").words
    assert "5.005 s" in words


def test_a_contact_sheet_does(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawn: list[str] = []
    line = _Sheet._line

    def seen(*args: object) -> None:
        drawn.append(str(args[3]))
        line(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(_Sheet, "_line", seen)
    put(FILM, PaperChoices(Paper.CONTACT), tmp_path / "film.png", RUSSIAN)
    assert "5,005 с" in drawn


def test_the_review_page_does(qapp: QApplication, tmp_path: Path) -> None:
    put(FILM, PaperChoices(Paper.REVIEW), tmp_path / "film.html", RUSSIAN)
    told = html.unescape((tmp_path / "film.html").read_text(encoding="utf-8"))
    assert "0:00 · 5,005 с<" in told
    assert "<b>1,25 с  </b>Darker" in told
    assert '"point": ","' in told
    assert '"seconds": 5.005' in told


def test_a_table_keeps_plain_numbers_in_its_columns(qapp: QApplication, tmp_path: Path) -> None:
    columns = (Column.SECONDS, Column.COMMENTS)
    put(FILM, PaperChoices(Paper.SHOT_LIST, columns=columns), tmp_path / "film.csv", RUSSIAN)
    text = (tmp_path / "film.csv").read_text(encoding="utf-8-sig")
    assert list(csv.reader(text.splitlines()))[1] == ["5.005", "1,25 с  Darker"]
