"""What can be chosen of paper: how a PDF's pages are laid, which columns a shot list has."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from topa_studio.film.paper.choices import MOST_A_PAGE, Column, Paper, Sheet
from topa_studio.film.paper.plan import TABLES
from topa_studio.ui.out.remembered import MORE, OnPaper
from topa_studio.ui.out.rows import Rows
from topa_studio.ui.widgets.number_box import NumberBox
from topa_studio.ui.widgets.parts import Switch, text_label
from topa_studio.ui.words import sentence

_ROWS = {
    "each": Paper.PDF, "sheet": Paper.PDF, "table": Paper.SHOT_LIST, "columns": Paper.SHOT_LIST,
    "more": Paper.SHOT_LIST,
}  # fmt: skip


class PaperOptions(Rows):
    """Shows how paper is wanted.

    Signals:
        changed: `wanted` is another now.
    """

    changed = Signal()

    def __init__(self, columns: tuple[Column, ...]) -> None:
        super().__init__()
        self._wanted = OnPaper()
        self._columns = columns
        self.each = NumberBox(self.tr("Shots a page"), 1, MOST_A_PAGE, step=1)
        self.each.setDecimals(0)
        self.sheet = Switch(self.tr("Paper"), [(Sheet.A4, "A4"), (Sheet.LETTER, self.tr("Letter"))])
        xlsx, csv = TABLES
        self.table = Switch(self.tr("File"), [(xlsx, "XLSX"), (csv, "CSV")])
        self.table_note = text_label("", "dim", wrap=True)
        besides = (column for column in MORE if column not in columns)
        self.more = {column: QCheckBox(_head(column)) for column in besides}
        shown = ", ".join(map(_head, columns))
        listed = text_label(self.tr("As in the shot list: {names}").format(names=shown), wrap=True)
        most = text_label(self.tr("1 to {most}").format(most=MOST_A_PAGE), "dim")
        self.add_row("each", self.tr("Shots a page"), self.each, most)
        self.add_row("sheet", self.tr("Paper"), self.sheet)
        self.add_row("table", self.tr("File"), self.table, self.table_note)
        self.add_row("columns", self.tr("Columns"), listed)
        self.add_row("more", self.tr("Besides"), _in_a_row(list(self.more.values())))
        self.each.committed.connect(lambda value: self._set(each=round(value)))
        self.sheet.chosen.connect(lambda value: self._set(sheet=Sheet(value)))
        self.table.chosen.connect(lambda value: self._set(table=value))
        for box in self.more.values():
            box.setAccessibleName(box.text())
            box.clicked.connect(self._take_more)
        self.show_wanted(self._wanted)

    @property
    def wanted(self) -> OnPaper:
        """What is chosen now."""
        return self._wanted

    @property
    def columns(self) -> tuple[Column, ...]:
        """The columns that a shot list gets."""
        more = (column for column in self.more if column in self._wanted.more)
        return (*self._columns, *more)

    def show_wanted(self, wanted: OnPaper) -> None:
        """Show it without telling."""
        self._wanted = wanted
        self.each.show_value(wanted.each)
        self.sheet.set_value(wanted.sheet)
        self.table.set_value(wanted.table)
        for column, box in self.more.items():
            box.setChecked(column in wanted.more)
        pictured = Column.PICTURE in self._columns and wanted.table == TABLES[0]
        self.table_note.setText(self.tr("with pictures") if pictured else "")

    def show_kind(self, kind: str) -> None:
        """Show what can be chosen of it."""
        self.setVisible(kind in _ROWS.values())
        for name, of in _ROWS.items():
            self.show_row(name, shown=of == kind)

    def _take_more(self) -> None:
        unseen = [column for column in self._wanted.more if column not in self.more]
        ticked = [column for column, box in self.more.items() if box.isChecked()]
        self._set(more=tuple(column for column in MORE if column in (*unseen, *ticked)))

    def _set(self, **facts: object) -> None:
        self.show_wanted(replace(self._wanted, **facts))  # type: ignore[arg-type]
        self.changed.emit()


def _head(column: Column) -> str:
    return sentence(f"paper.column-{column}")


def _in_a_row(boxes: list[QCheckBox]) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(0, 4, 0, 4)
    row.setSpacing(18)
    for box in boxes:
        row.addWidget(box)
    return whole
