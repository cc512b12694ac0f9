"""A cell that is being edited: what is typed is written, as one step, into its shot alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count

from PySide6.QtCore import QObject, QRect, Qt, QTimer
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

from topa_studio.app.session import DocumentChange
from topa_studio.document.edits import Edit
from topa_studio.ui.desk import Desk
from topa_studio.ui.running.binding import bind
from topa_studio.ui.shot_list.cell_field import CellField, Leave, LeaveKeys
from topa_studio.ui.shot_list.cell_values import step_of, value_of
from topa_studio.ui.shot_list.columns import EDITED, Column
from topa_studio.ui.shot_list.fields import Fields
from topa_studio.ui.shot_list.going import Going
from topa_studio.ui.shot_list.ground import Ground

_numbers = count(1)
_NOTHING = object()


@dataclass(slots=True)
class Open:
    """The field that is open: over which cell, and what it showed or wrote last.

    `first` is what stood there before anything was typed. `written` was written, and the film
    does not say it yet; `_NOTHING`: nothing was.
    """

    key: str
    column: Column
    field: CellField
    agreed: object
    first: object
    number: int
    written: object = _NOTHING


class Editing(QObject):
    """For one view. A field is open as long as its shot is shown and nobody looks elsewhere.

    Words are written whenever the hand rests. Whatever ends it, what was typed is written: by
    Enter, Tab or a press elsewhere, when the film is undone, filtered or left, when the window
    closes. Only Esc brings back what stood there, as a step that can be undone. Where the shot
    is gone, the words go to the clipboard, and the user is told.
    """

    def __init__(self, view: Ground, going: Going, desk: Desk, fields: Fields) -> None:
        super().__init__(view)
        self._view, self._going, self._desk, self._fields = view, going, desk, fields
        self._open: Open | None = None
        desk.telling.connect(self.flush)
        bind(self, desk.session.changed, self._film_changed)
        view.laid_out.connect(self._place)
        view.selectionModel().currentChanged.connect(self._elsewhere)
        for bar in (view.verticalScrollBar(), view.horizontalScrollBar()):
            bar.valueChanged.connect(self._place)

    @property
    def field(self) -> CellField | None:
        """The field that is open."""
        return self._open.field if self._open is not None else None

    # Beginning.

    def open(self, row: int, column: Column, typed: QKeyEvent | None = None) -> bool:
        """Edit a cell: as it is, or begun anew by a key that is typed; whether it can be."""
        self.leave(Leave.AWAY)
        if (
            column not in EDITED
            or not self._view.editable
            or column not in self._view.columns.shown
        ):
            return False
        key = self._view.shots.shot(row).key
        self._going.show_cell()
        field = self._fields.make(key, column, lambda: self.leave(Leave.DOWN), self._rested)
        value = value_of(self._desk.session, key, column)
        field.show_value(value)
        self._open = Open(key, column, field, value, value, next(_numbers))
        keys = LeaveKeys(field.typed(), field.takes)
        keys.left.connect(self.leave)
        keys.rested.connect(self.flush)
        self._place()
        field.widget().show()
        field.widget().raise_()
        field.begin(replaces=typed is not None)
        if typed is not None:
            again = QKeyEvent(typed.type(), typed.key(), typed.modifiers(), typed.text())
            QApplication.sendEvent(field.typed(), again)
        return True

    def compose(self, row: int, column: Column, event: QInputMethodEvent) -> bool:
        """Begin a cell anew by what an input method composes."""
        if not self.open(row, column) or self._open is None:
            return False
        self._open.field.begin(replaces=True)
        return bool(QApplication.sendEvent(self._open.field.typed(), event))

    def _place(self, *_signal: object) -> None:
        """Lie over the cell wherever it is now; it closes where its cell is not shown."""
        now = self._open
        if now is None or self._waits():
            return
        row = self._view.shots.row(now.key)
        known = row is not None and row < self._view.lines().rows
        cell = self._view.cell_rect(row, now.column) if known and row is not None else QRect()
        if cell.isEmpty():
            self.leave(Leave.AWAY)
        else:
            now.field.place(cell, self._view.viewport().rect())

    def _waits(self) -> bool:
        """While rows come and go nothing is written: what is to be done is done right after."""
        if self._view.table.steady:
            return False
        QTimer.singleShot(0, self, self._settle)
        return True

    def _settle(self) -> None:
        self._elsewhere()
        self._place()

    # Ending.

    def leave(self, how: Leave) -> None:
        """Write what was typed, unless it is given up, close, and go on."""
        now = self._open
        if now is None:
            return
        if how is not Leave.BACK and now.field.refuses() and how is not Leave.AWAY:
            return
        if how is Leave.BACK:
            self._take_back(now)
        else:
            self._write(now)
        self._open = None
        self._desk.selection.type_in(None)
        had_keys = now.field.typed().hasFocus()
        now.field.put_away()
        if had_keys or how is not Leave.AWAY:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        match how:
            case Leave.DOWN:
                self._going.below()
            case Leave.RIGHT | Leave.LEFT:
                self._going.beside(1 if how is Leave.RIGHT else -1)
        self._view.repaint_card(now.key)

    def flush(self) -> None:
        """Write what was typed so far; the field stays open."""
        if self._open is not None:
            self._write(self._open)

    def _rested(self) -> None:
        """Words were typed, and the hand rests: they are kept as those in any other field."""
        now = self._open
        if now is not None:
            if now.column is Column.WORDS:
                self._desk.selection.type_in(now.key)
            self._keep(now, now.field.so_far())

    def _write(self, now: Open) -> None:
        self._keep(now, now.field.value())

    def _keep(self, now: Open, value: object) -> None:
        if value == now.agreed:
            return
        now.agreed = value
        if not self._desk.film.has_shot(now.key):
            self._rescue(value)
            return
        step = step_of(self._desk.session, now.key, now.column, value)
        now.written = value
        # Whatever is written while one cell is open is one step.
        self._desk.apply(step.label, *step.edits, coalesce=f"cell/{now.number}")

    def _take_back(self, now: Open) -> None:
        """What was written while the cell was open is undone by a step of its own."""
        desk, key, column, first = self._desk, now.key, now.column, now.first
        if now.agreed == first:
            return  # nothing was written: what was typed since then goes
        self._write(now)
        written = now.agreed

        def edits() -> Sequence[Edit]:
            is_ours = desk.film.has_shot(key) and value_of(desk.session, key, column) == written
            return step_of(desk.session, key, column, first).edits if is_ours else ()

        desk.rework(step_of(desk.session, key, column, first).label, edits)

    def _rescue(self, value: object) -> None:
        """The shot is gone: no other gets its words, and they are not lost."""
        if isinstance(value, str) and value.strip():
            QGuiApplication.clipboard().setText(value)
            self._desk.tell(
                self.tr("the shot you wrote in is gone; your words are on the clipboard")
            )

    # What happens meanwhile.

    def _elsewhere(self, *_indexes: object) -> None:
        now, row = self._open, self._view.currentIndex().row()
        if now is None or self._waits():
            return
        if row < 0 or self._view.shots.shot(row).key != now.key:
            self.leave(Leave.AWAY)

    def _film_changed(self, _change: DocumentChange) -> None:
        now = self._open
        if now is None:
            return
        if not self._desk.film.has_shot(now.key):
            self.leave(Leave.AWAY)
            return
        said = value_of(self._desk.session, now.key, now.column)
        if now.written not in (_NOTHING, said):
            return  # what was written is still on its way
        now.written = _NOTHING
        if now.field.so_far() in (now.agreed, said):
            if said != now.agreed:
                now.first = said  # others wrote it: Esc takes back nothing of theirs
            now.agreed = said
            now.field.show_value(said)
