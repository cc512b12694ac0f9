"""The table "What differed": only the rows that differ, and a line that names what is the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from topa_studio.model.difference import Difference, Row
from topa_studio.ui.compare.pieces import ColourOf, PiecesText
from topa_studio.ui.compare.row_words import cells, nothing_words, row_word, same_words
from topa_studio.ui.look.theme import scaled, set_role
from topa_studio.ui.widgets.parts import ElidedLabel, text_label, thin_rule

translate = QCoreApplication.translate
_NAMES = 96
_LEAST = 84


@dataclass(frozen=True, slots=True)
class Head:
    """A take over its column: its number, and whether it is in the film."""

    take: int
    chosen: bool

    @property
    def words(self) -> str:
        """As it is read."""
        name = translate("Compare", "Take {number}").format(number=self.take)
        if not self.chosen:
            return name
        return translate("Compare", "{take} · in the film").format(take=name)


class Differing(QWidget):
    """As high as its rows, and no higher than it is let; then it scrolls."""

    def __init__(self, colour: ColourOf) -> None:
        super().__init__()
        self._colour = colour
        self._shown: object = None
        self._room = 0
        self.same = ElidedLabel("", "dim")
        self.same.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.nothing = text_label("", "dim", wrap=True)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(text_label(translate("Compare", "WHAT DIFFERED"), "section"))
        head.addWidget(self.same, 1)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setAccessibleName(translate("Compare", "What differed"))
        self.area.verticalScrollBar().setAccessibleName(translate("Compare", "What differed"))
        self._table = QWidget()
        self.area.setWidget(self._table)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.nothing)
        column.addWidget(self.area)

    @property
    def rows(self) -> tuple[tuple[str, PiecesText, PiecesText], ...]:
        """What is shown: the name of each row, and its two cells."""
        return self._rows

    _rows: tuple[tuple[str, PiecesText, PiecesText], ...] = ()

    def show_difference(
        self, difference: Difference, heads: Sequence[Head], unknown: Sequence[int]
    ) -> None:
        """Show it under these two takes; `unknown`: those of which no request is known."""
        wanted = difference, tuple(heads), tuple(unknown)
        if wanted == self._shown:
            return
        self._shown = wanted
        self.same.setText(same_words(difference) if difference.rows else "")
        self.nothing.setText("" if difference.rows else nothing_words(difference, unknown))
        self.nothing.setVisible(not difference.rows)
        self.area.setVisible(bool(difference.rows))
        self._rows = tuple(map(self._row, difference.rows))
        self._table = self._made(heads)
        self.area.setWidget(self._table)
        self.give_room(self._room)

    def _row(self, row: Row) -> tuple[str, PiecesText, PiecesText]:
        before, after = cells(row)
        return row_word(row), PiecesText(before, self._colour), PiecesText(after, self._colour)

    def give_room(self, height: int) -> None:
        """Be this high at most."""
        self._room = height
        around = self.sizeHint().height() - self.area.sizeHint().height()
        if self.area.isHidden():
            return
        inside = self.area.width() if self.area.width() > 1 else self.width() - 32
        needed = self._table.heightForWidth(inside) + 2
        self.area.setFixedHeight(max(scaled(_LEAST), min(needed, height - around)))

    def _made(self, heads: Sequence[Head]) -> QWidget:
        """The table anew; it is small."""
        table = QFrame()
        set_role(table, "table")
        grid = QGridLayout(table)
        grid.setContentsMargins(1, 1, 1, 1)
        grid.setSpacing(0)
        grid.setColumnMinimumWidth(0, scaled(_NAMES))
        for column in (2, 4):
            grid.setColumnStretch(column, 1)
        first = text_label(translate("Compare", "DIFFERS"), "section")
        for column, label in enumerate([first, *(text_label(h.words, "strong") for h in heads)]):
            grid.addWidget(_padded(label, "table-head"), 0, 2 * column)
        for place, (name, *sides) in enumerate(self._rows, 1):
            grid.addWidget(thin_rule(), 2 * place - 1, 0, 1, 5)
            grid.addWidget(_padded(text_label(name, "dim", wrap=True), "", 8), 2 * place, 0)
            for column, (side, head) in enumerate(zip(sides, heads, strict=True), 1):
                spoken = f"{name}, {head.words}: {side.accessibleName()}"
                side.setAccessibleName(spoken)
                grid.addWidget(_padded(side, ""), 2 * place, 2 * column)
        for column in (1, 3):
            rule = QFrame()
            rule.setFixedWidth(1)
            set_role(rule, "rule")
            grid.addWidget(rule, 0, column, -1, 1)
        return table


def _padded(widget: QWidget, role: str, above: int = 6) -> QWidget:
    around = QFrame()
    if role:
        set_role(around, role)
    row = QVBoxLayout(around)
    row.setContentsMargins(12, above, 12, 6)
    row.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop if not role else Qt.AlignmentFlag(0))
    return around
