"""The shot list as a workbook, with pictures: texts stay texts, whatever they begin with."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from topa_studio.film.export.landing import fill_part
from topa_studio.film.export.unread import Unread
from topa_studio.film.paper.choices import Column
from topa_studio.film.paper.pictures import Pictures, as_file, frame_within, pictures_of
from topa_studio.film.paper.request import PaperRequest
from topa_studio.film.paper.table import Cell, cells, has_pictures, heads, is_risky

Told = Callable[[int], None]

_PICTURE = (240, 160)
_GAP = 4
_POINTS = 0.75
_LETTER = 7  # pixels of a usual letter, as spreadsheets count a column's width
_LEAST_HEIGHT, _MOST_HEIGHT, _LINE = 18.0, 400.0, 15.0
_WIDTHS = {
    Column.NUMBER: 8, Column.TITLE: 24, Column.WORDS: 50, Column.LINES: 40, Column.NOTES: 32,
    Column.COMMENTS: 40, Column.ELEMENTS: 20, Column.SECONDS: 9, Column.COST: 8, Column.TAKES: 9,
    Column.STARTS_AT: 10, Column.SOUND: 8, Column.SCENE: 20,
}  # fmt: skip
_USUAL_WIDTH = 16


def write_workbook(path: Path, request: PaperRequest, told: Told) -> Unread:
    """Write the shot list as XLSX; the shots whose picture could not be read. Raises OSError."""
    import xlsxwriter

    plan = request.plan
    options = {
        "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
        "in_memory": True,
    }  # fmt: skip
    data = io.BytesIO()
    book: Any = xlsxwriter.Workbook(data, options)
    book.set_properties({"title": plan.title[:200], "comments": ""})
    table = _Table(book, request)
    try:
        if not has_pictures(plan.choices.columns):
            table.write(None, told)
            return Unread()
        size = frame_within(plan.film.ratio, *_PICTURE)
        with pictures_of(request, size) as pictures:
            table.write(pictures, told)
            return pictures.unread
    finally:
        book.close()
        fill_part(path, data.getvalue())


class _Table:
    """The one sheet of a workbook."""

    def __init__(self, book: Any, request: PaperRequest) -> None:  # noqa: ANN401 - untyped
        self._plan = request.plan
        self._columns = request.plan.choices.columns
        self._say = request.say
        self._sheet = book.add_worksheet(request.say("paper.sheet")[:31])
        usual = {"valign": "top", "text_wrap": True}
        self._text = book.add_format(usual)
        # As an apostrophe before it: it stays a text, also where it is edited there.
        self._quoted = book.add_format({**usual, "quote_prefix": True})
        self._number = book.add_format({"valign": "top", "num_format": "0.###"})
        self._head = book.add_format({"bold": True, "valign": "top", "bottom": 1})
        self._size = frame_within(request.plan.film.ratio, *_PICTURE)

    def write(self, pictures: Pictures | None, told: Told) -> None:
        """Write all rows."""
        sheet = self._sheet
        for place, (column, word) in enumerate(
            zip(self._columns, heads(self._columns, self._say), strict=True)
        ):
            sheet.write_string(0, place, word, self._head)
            width = float(_WIDTHS.get(column, _USUAL_WIDTH))
            if column is Column.PICTURE:
                width = (self._size[0] + 2 * _GAP) / _LETTER
            sheet.set_column(place, place, width)
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        for row, shot in enumerate(self._plan.shots, 1):
            found = cells(shot, self._columns, self._say)
            sheet.set_row(row, self._height(found))
            for place, cell in enumerate(found):
                self._write(row, place, cell)
            if pictures is not None:
                self._picture(row, pictures, shot.key, shot.title or shot.number)
            told(row)

    def _write(self, row: int, place: int, cell: Cell) -> None:
        if isinstance(cell, str):
            form = self._quoted if is_risky(cell) else self._text
            self._sheet.write_string(row, place, cell, form)
        elif cell is not None:
            self._sheet.write_number(row, place, cell, self._number)

    def _picture(self, row: int, pictures: Pictures, key: str, words: str) -> None:
        data = as_file(pictures.of(key))
        place = self._columns.index(Column.PICTURE)
        self._sheet.insert_image(
            row, place, f"{row}.jpg",
            {
                "image_data": io.BytesIO(data), "x_offset": _GAP, "y_offset": _GAP,
                "object_position": 1, "description": words[:250],
            },
        )  # fmt: skip

    def _height(self, found: list[Cell]) -> float:
        """High enough for the picture and the words; in points."""
        lines = 1.0
        for column, cell in zip(self._columns, found, strict=True):
            if isinstance(cell, str):
                wide = _WIDTHS.get(column, _USUAL_WIDTH)
                lines = max(lines, sum(1 + len(part) // wide for part in cell.split("\n")))
        least = _LEAST_HEIGHT
        if has_pictures(self._columns):
            least = (self._size[1] + 2 * _GAP) * _POINTS
        return min(_MOST_HEIGHT, max(least, lines * _LINE))
