"""Rows of takes below each other; a row stays the same widget as long as its take is there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from topa_studio.film.ladder import Shown, Source
from topa_studio.model.marks import TakeRef
from topa_studio.ui.small_pictures.hover_play import HoverPlay
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.takes.picture import SIZE
from topa_studio.ui.takes.row import TakeRow
from topa_studio.ui.takes.words import RowFacts
from topa_studio.ui.widgets.focus_home import has_keys


class TakeList(QWidget):
    """Shows what it is given, in that order.

    Signals:
        asked: what is wanted, and of which take (a `TakeRef`).
        noted: a take and its new note.
        numbered: the take of this number is wanted.
        reached: the row that has the keyboard now.
    """

    asked = Signal(str, object)
    noted = Signal(object, object)
    numbered = Signal(int)
    reached = Signal(object)

    def __init__(self, thumbnails: Thumbnails, says: str) -> None:
        super().__init__()
        self.setAccessibleName(says)
        self._thumbnails = thumbnails
        self._rows: dict[TakeRef, TakeRow] = {}
        self._play = HoverPlay(thumbnails, self._repaint, self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        thumbnails.ready.connect(self._came)

    def rows(self) -> tuple[TakeRow, ...]:
        """As they are shown, from the top."""
        return tuple(sorted(self._rows.values(), key=self._column.indexOf))

    def show_takes(self, found: Sequence[RowFacts]) -> None:
        """Show these; the keyboard goes to a neighbour where its row goes."""
        wanted = {facts.ref: facts for facts in found}
        self._let_go(self._rows.keys() - wanted.keys())
        for place, (ref, facts) in enumerate(wanted.items()):
            row = self._rows.get(ref) or self._add(ref, facts)
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
            if row.facts != facts:
                row.show_facts(facts)
                self._show_picture(row)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for row in self._rows.values():
            row.note.flush()

    def _add(self, ref: TakeRef, facts: RowFacts) -> TakeRow:
        row = TakeRow(facts)
        self._rows[ref] = row
        row.asked.connect(lambda name: self.asked.emit(name, ref))
        row.noted.connect(lambda words: self.noted.emit(ref, words))
        row.moved.connect(lambda step: self._move(row, step))
        row.numbered.connect(self.numbered)
        row.reached.connect(partial(self.reached.emit, row))
        row.picture.hovered.connect(lambda on: self._hover(row, on=on))
        self._show_picture(row)
        return row

    def _let_go(self, gone: set[TakeRef]) -> None:
        rows = self.rows()
        for ref in gone:
            row = self._rows.pop(ref)
            if has_keys(row):
                self._give_keys(rows, rows.index(row))
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()

    def _give_keys(self, rows: tuple[TakeRow, ...], place: int) -> None:
        """To the nearest row that stays."""
        left = [row for row in rows if row in self._rows.values()]
        if left:
            near = min(left, key=lambda row: abs(rows.index(row) - place))
            near.setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, row: TakeRow, step: int) -> None:
        rows = self.rows()
        place = max(0, min(len(rows) - 1, rows.index(row) + step))
        rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    # Pictures.

    def _show_picture(self, row: TakeRow) -> None:
        facts = row.facts
        if not facts.gone:
            still = self._thumbnails.pixmap(facts.take.path, facts.begins, SIZE)
            row.picture.set_pixmap(self._play.frame(facts.name) or still)

    def _came(self, path: str) -> None:
        for row in self._rows.values():
            if row.facts.take.path == path:
                self._show_picture(row)

    def _repaint(self, name: str) -> None:
        for row in self._rows.values():
            if row.facts.name == name:
                self._show_picture(row)

    def _hover(self, row: TakeRow, *, on: bool) -> None:
        facts = row.facts
        plays = on and not (facts.gone or facts.ref.panel) and facts.lasts > 0
        shown = Shown(Source.CLIP, facts.take.path, facts.begins) if plays else None
        self._play.enter(facts.name if on else None, shown, facts.lasts)
