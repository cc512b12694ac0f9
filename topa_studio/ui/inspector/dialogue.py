"""What is said in a shot: a row a line, written here; none of it is sent."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.document.written import lines_written
from topa_studio.model.scenario import Line, Shot
from topa_studio.ui.desk import Desk
from topa_studio.ui.inspector.said import Wording, alike
from topa_studio.ui.inspector.said_row import SaidRow
from topa_studio.ui.look.calm import set_words
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.widgets.focus_home import has_keys
from topa_studio.ui.widgets.parts import text_label

MOST = 40


class Dialogue(QWidget):
    """The lines of one shot; where it has none, one quiet button."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._key = ""
        self._beyond = 0  # lines that are not shown
        self._is_list = True
        self.rows: list[SaidRow] = []
        self.names = QStringListModel(self)
        self.head = text_label(self.tr("DIALOGUE"), "section")
        self.more = text_label("", "dim", wrap=True)
        self.add = QPushButton()
        self.add.setAccessibleName(self.tr("Add a line of dialogue"))
        set_role(self.add, "link")
        self.add.clicked.connect(self.begin)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._column.addWidget(self.head)
        self._column.addWidget(self.more)
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)

    def show_shot(self, shot: Shot, names: Sequence[str], *, is_list: bool) -> None:
        """Show the lines as the film says them now; not `is_list`: it says no list of them."""
        if shot.key != self._key:
            self.flush()
            self._key = shot.key
            for row in tuple(self.rows):
                self._let_go(row)
        self._is_list = is_list
        if self.names.stringList() != list(names):
            self.names.setStringList(list(names))
        shown = shot.lines[:MOST]
        self._beyond = len(shot.lines) - len(shown)
        self._fit(shown)
        self._show_rest()

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for row in tuple(self.rows):
            row.flush()
            self._tell(row, left=True)

    def edit(self) -> None:
        """Put the keyboard behind the first line, or into a new one; else to what is there."""
        if self.rows:
            self._write_in(self.rows[0])
        else:
            self.begin()

    def begin(self) -> None:
        """A new row behind the others; it is a line of the film once it says something."""
        begun = next((row for row in self.rows if row.line is None), None)
        if begun is None and self._can_add:
            begun = self._made()
            self._place([*self.rows, begun])
            self._show_rest()
        if begun is not None:
            begun.who.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def _can_add(self) -> bool:
        return self._desk.editable and self._is_list and not self._beyond

    # Rows.

    def _fit(self, lines: Sequence[Line]) -> None:
        """A row for each; what is being typed stays with its line, and a new row at the end."""
        known = [row for row in self.rows if row.line is not None]
        begun = [row for row in self.rows if row.line is None]
        says = [row.line for row in known]
        head = alike(says, lines)
        tail = alike(says[head:][::-1], lines[head:][::-1])
        ours, theirs = known[head : len(known) - tail], lines[head : len(lines) - tail]
        middle = ours[: len(theirs)] + [self._made() for _line in theirs[len(ours) :]]
        waiting = [row for row in ours[len(theirs) :] if self._waits(row)]
        fits = [*known[:head], *middle, *known[len(known) - tail :]]
        for place, (row, line) in enumerate(zip(fits, lines, strict=True), 1):
            row.show_line(line, place, editable=self._desk.editable)
        rows = [*fits, *waiting, *begun]
        for row in tuple(self.rows):
            if row not in rows:
                self._let_go(row)
        self._place(rows)

    def _waits(self, row: SaidRow) -> bool:
        """Whether the film is about to have this line; what was begun in it is told first."""
        row.flush()
        return bool(row.on_way)

    def _place(self, rows: list[SaidRow]) -> None:
        """Have them stand in this order, for the eye and for the keyboard."""
        self.rows = rows
        before: QWidget = self
        for place, row in enumerate(self.rows, 1):
            if self._column.indexOf(row) != place:
                self._column.removeWidget(row)
                self._column.insertWidget(place, row)
                row.show()  # at once: what is not shown gets no keyboard
            row.stand_at(place, editable=self._desk.editable)
            for each in (*row.fields, row.delete):
                QWidget.setTabOrder(before, each)
                before = each
        if self.rows:
            QWidget.setTabOrder(before, self.add)

    def _show_rest(self) -> None:
        self.head.setVisible(bool(self.rows))
        words = self.tr("%n more stand in the film's file.", "", self._beyond)
        set_words(self.more, words if self._beyond else "")
        self.more.setVisible(bool(self._beyond))
        lone = self.tr("+ Line of dialogue")
        set_words(self.add, self.tr("+ Line") if self.rows else lone)
        self.add.setVisible(self._can_add)
        self.setVisible(bool(self.rows) or self._can_add)

    def _made(self) -> SaidRow:
        row = SaidRow(self.names)
        row.typed.connect(lambda: self._tell(row, left=False))
        row.left.connect(lambda: self._leave(row))
        row.entered.connect(lambda: self._go_on(row))
        row.deleted.connect(lambda back: self._delete(row, back=back))
        return row

    def _let_go(self, row: SaidRow, *, back: bool = False) -> None:
        """The keyboard goes on to the line that stands there now, or `back` to the one before."""
        if row not in self.rows:
            return
        place, had_keys = self.rows.index(row), has_keys(row)
        self.rows.remove(row)
        row.blockSignals(True)
        self._show_rest()
        if had_keys and self.rows:
            at = max(0, place - 1) if back else min(place, len(self.rows) - 1)
            self._write_in(self.rows[at])
        elif had_keys:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        row.hide()
        self._column.removeWidget(row)
        row.deleteLater()
        for at, left in enumerate(self.rows, 1):
            left.stand_at(at, editable=self._desk.editable)

    def _write_in(self, row: SaidRow) -> None:
        row.text.setFocus(Qt.FocusReason.OtherFocusReason)
        row.text.moveCursor(QTextCursor.MoveOperation.End)

    def _go_on(self, row: SaidRow) -> None:
        row.flush()
        if row is not self.rows[-1]:
            self._write_in(self.rows[self.rows.index(row) + 1])
        elif not row.is_empty:
            self.begin()

    def _leave(self, row: SaidRow) -> None:
        if row in self.rows:
            self._tell(row, left=True)
        if row in self.rows and row.line is None and row.is_empty:
            self._let_go(row)

    # What is typed, as edits.

    def _tell(self, row: SaidRow, *, left: bool) -> None:
        if row not in self.rows or not self._desk.editable:
            return
        said = row.said(left=left)
        if said is None and row.line is not None:
            self._delete(row)
        elif said is not None and said != row.line:
            label = self.tr("Change a line") if row.line else self.tr("Add a line")
            self._write(label, row, said)

    def _delete(self, row: SaidRow, *, back: bool = False) -> None:
        if not self._desk.editable:
            return
        if row.line is not None:
            self._write(self.tr("Delete a line"), row, None)
        self._let_go(row, back=back)

    def _write(self, label: str, row: SaidRow, said: Line | None) -> None:
        known = [each for each in self.rows if each.line is not None or each is row]
        count = len(known) + self._beyond
        wording = Wording(known.index(row), count, row.line, said)
        key, desk = self._key, self._desk
        part = _part(row.line, said)
        row.line, row.on_way = said, row.on_way + 1

        def edits() -> list[SetField]:
            row.on_way -= 1
            lines = desk.film.shot(key).lines if desk.film.has_shot(key) else ()
            placed = wording.placed(lines)
            after = [line for _place, line in placed]
            if after == list(lines):
                return []
            places = tuple(place for place, _line in placed)
            return [SetField(ShotTarget(key), "lines", lines_written(after), places)]

        step = None if said is None else desk.burst(f"{key}/line {row.number}/{part}")
        desk.rework(label, edits, coalesce=step)


def _part(before: Line | None, said: Line | None) -> str:
    """Which field was typed in: what is typed on there is the same step."""
    is_other = before is not None and said is not None and before.text == said.text
    return "who" if is_other else "text"
