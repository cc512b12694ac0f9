"""The shot list: nothing in its cells runs, nothing is lost, and long texts say so."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from tests.support.papers import film_of, put
from topa_studio.base.errors import ProjectError
from topa_studio.film.paper.choices import Column, Paper, PaperChoices, PaperShot
from topa_studio.film.paper.plan import columns_of
from topa_studio.film.paper.table import MOST_LETTERS, as_csv, guarded, is_number, plain
from topa_studio.ui.shot_list.columns import Column as InWindow

RISKY = [
    "=1+1", "+1+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\u00a0=1", "\n=1", "＝1+1", "＋1",
    "－1", "＠x", "\ufeff=cmd|' /C calc'!A0",
]  # fmt: skip
PLAIN = ["5", "-2.5", "1.10", "a=1", "’=1", "", "'=1", "→ =1"]
COLUMNS = (Column.NUMBER, Column.PICTURE, Column.TITLE, Column.WORDS, Column.LINES, Column.SECONDS)


def _say(code: str, **_params: object) -> str:
    return code


def _rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("text", RISKY)
def test_what_a_spreadsheet_would_work_out_gets_an_apostrophe(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", PLAIN)
def test_all_else_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text(max_size=40), st.text(max_size=40))
def test_no_cell_of_a_csv_file_begins_as_a_formula(title: str, words: str) -> None:
    shot = PaperShot("1__1", "1.1", title, words, 5.0)
    head, row = _rows(as_csv([shot], COLUMNS, _say))
    assert len(head) == len(row) == len(COLUMNS) - 1
    for cell in row:
        assert is_number(cell) or cell.strip()[:1] not in tuple("=+-@\t\r＝＋－＠")
    assert row[2] in (plain(words), f"'{plain(words)}")


def test_a_text_that_no_cell_holds_says_that_it_was_cut() -> None:
    assert plain("a" * MOST_LETTERS) == "a" * MOST_LETTERS
    cut = plain("a" * (MOST_LETTERS + 1))
    assert len(cut) == MOST_LETTERS
    assert cut.endswith("[…]")


def test_a_workbook_holds_pictures_texts_and_no_formula(qapp: QApplication, tmp_path: Path) -> None:
    film = film_of(
        {"title": '=HYPERLINK("http://x","y")', "prompt": "@SUM(1)", "duration": 5},
        {"title": "Я\x07 <b>", "prompt": "p" * (MOST_LETTERS + 9), "lines": [{"text": "+1"}]},
    )
    target = tmp_path / "list.xlsx"
    put(film, PaperChoices(Paper.SHOT_LIST, columns=COLUMNS), target)
    with zipfile.ZipFile(target) as book:
        names = book.namelist()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        strings = book.read("xl/sharedStrings.xml").decode()
        drawing = book.read("xl/drawings/drawing1.xml").decode()
    assert "<f>" not in sheet
    assert "hyperlink" not in sheet.casefold()
    assert drawing.count("<xdr:pic>") == 2
    assert any(name.startswith("xl/media/") for name in names)
    texts = re.findall(r"<t[^>]*>(.*?)</t>", strings, re.DOTALL)
    assert '=HYPERLINK("http://x","y")' in texts
    assert "Я &lt;b&gt;" in texts
    assert any(text.endswith("[…]") and len(text) == MOST_LETTERS for text in texts)


def test_columns_are_named_and_a_strange_one_is_told() -> None:
    assert columns_of("title, NUMBER,title") == (Column.TITLE, Column.NUMBER)
    for words in ("title,colour", "", ","):
        with pytest.raises(ProjectError) as told:
            columns_of(words)
        assert told.value.code == "paper.no-column"


def test_every_column_of_the_window_can_be_put_on_paper() -> None:
    assert {str(column) for column in InWindow} <= {str(column) for column in Column}
