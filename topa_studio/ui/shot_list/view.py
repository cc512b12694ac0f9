"""The shot list's view: what keys do; painting, the pointer and what is edited are parts of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QInputMethodEvent,
    QKeyEvent,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QTableView, QWidget

from topa_studio.ui.binding import bind
from topa_studio.ui.desk import Desk
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.giving_up import GivesUp
from topa_studio.ui.shot_list.cell_field import Leave
from topa_studio.ui.shot_list.columns import EDITED, TYPED, Column
from topa_studio.ui.shot_list.corner import Corner
from topa_studio.ui.shot_list.editing import Editing
from topa_studio.ui.shot_list.fields import Fields
from topa_studio.ui.shot_list.foot import Foot
from topa_studio.ui.shot_list.going import Going
from topa_studio.ui.shot_list.head import Head
from topa_studio.ui.shot_list.keys import PUSHES, Act, act_of, typed_in
from topa_studio.ui.shot_list.lines import AtScene, AtShot
from topa_studio.ui.shot_list.painting import RowPainter
from topa_studio.ui.shot_list.pasting import Pasting
from topa_studio.ui.shot_list.pointer import Pointer
from topa_studio.ui.shot_list.prices import Prices
from topa_studio.ui.shot_list.sights import Sights
from topa_studio.ui.shot_list.values import Values
from topa_studio.ui.thumbnails import Thumbnails

_LEADS = {
    Column.TAKES: "takes_wanted",
    Column.STATE: "trouble_wanted",
    Column.LINES: "lines_wanted",
    Column.COST: "cost_wanted",
}


class ShotListView(Sights):
    """The table of one film, on the same model and selection as the other views.

    Attributes:
        corner: what it has among the tools: the button of its columns.
    """

    def __init__(
        self,
        table: FilmTable,
        desk: Desk,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        prices = Prices(desk)
        values = Values(desk, table, prices)
        super().__init__(table, values, prices, parent)
        prices.setParent(self)
        self._desk = desk
        self.editable = desk.editable
        self.setAccessibleName(self.tr("Shot list: the film's shots"))
        self.looks = ElementLooks(desk.session, thumbnails)
        self.painter = RowPainter(self, thumbnails, self.looks, table.faces)
        self.going = Going(self)
        self.pointer = self.boxes = Pointer(self, self.going)
        self.painter.drag = self.pointer.drag
        GivesUp(self, lambda key: act_of(key) is Act.LEAVE, self.pointer.cancel)
        fields = Fields(self, desk, self.painter.words, self.looks)
        self.editing = Editing(self, self.going, desk, fields)
        self.pasting = Pasting(self, desk)
        self.head = Head(self)
        self.foot = Foot(self, desk, prices)
        self.corner = Corner(self, self.head, self)
        self.corner.hide()  # until it stands among the tools
        self.pointer.opened.connect(self.open_cell)
        self._join(table, desk)
        self._frame()

    def _join(self, table: FilmTable, desk: Desk) -> None:
        bind(self, desk.session.changed, self.values.film_changed)
        self.cell_changed.connect(self._take_input)
        self.cell_changed.connect(self.pasting.give_up)
        table.counted.connect(self._counted)
        table.placed.connect(self.repaint_card)
        table.priced.connect(self.viewport().update)
        self.verticalScrollBar().valueChanged.connect(lambda _value: self.prices.put_off())
        self.laid_out.connect(self.prices.put_off)
        self.prices.shot_known.connect(self._repaint_cost)
        self.prices.scene_known.connect(self._repaint_scene)
        self._counted()

    def _take_input(self) -> None:
        typed = self.editable and self.column in TYPED
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, typed)

    def _counted(self) -> None:
        words = self.table.nothing()
        if words != self.nothing:
            self.nothing = words
            self.viewport().update()

    def _repaint_cost(self, key: str) -> None:
        row = None if self.isHidden() else self.shots.row(key)
        if row is not None and row < self.lines().rows:
            self.viewport().update(self.cell_rect(row, Column.COST))

    def _repaint_scene(self, scene_id: str) -> None:
        if (scene := self.scene_at(scene_id)) is not None:
            self.viewport().update(self.line_rect(AtScene(scene)))

    # Painting.

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what Qt asks for."""
        self.painter.paint(event.region())

    def updateGeometries(self) -> None:
        """Put the head over the rows and the totals under them."""
        if hasattr(self, "foot"):
            self._frame()
        super().updateGeometries()

    def _frame(self) -> None:
        head, foot = self.look.head_height, self.look.foot_height
        self.setViewportMargins(0, head, 0, foot)
        rows = self.viewport().geometry()
        self.head.setGeometry(QRect(rows.x(), rows.y() - head, rows.width(), head))
        self.foot.setGeometry(QRect(rows.x(), rows.bottom() + 1, rows.width(), foot))

    def showEvent(self, event: QShowEvent) -> None:
        """What nobody saw was not worked out."""
        super().showEvent(event)
        self.lay_out()
        self.foot.show_totals()

    # Keys.

    def event(self, event: QEvent) -> bool:
        """Keys of the list mean what they mean here before they mean something in the window."""
        match event:
            case QKeyEvent() if event.type() is QEvent.Type.ShortcutOverride:
                if self._claims(event):
                    event.accept()
                    return True
        return super().event(event)

    def _claims(self, event: QKeyEvent) -> bool:
        act, here = self._act(event), self.here()
        if act is Act.EDIT:
            return here is not None
        if act in (Act.COPY, Act.PASTE):
            return self.pasting.takes(act is Act.PASTE)
        if act is None:
            return isinstance(here, AtShot) and bool(typed_in(event, self.column))
        return act is not Act.LEAVE

    def _act(self, event: QKeyEvent) -> Act | None:
        """What a key asks; a letter is one where no boxes are shown."""
        act, here = act_of(event), self.here()
        if act is not Act.BOX:
            return act
        is_boxed = isinstance(here, AtShot) and self._box(here.row) is not None
        return act if is_boxed else None

    def _box(self, row: int) -> bool | None:
        return self.table.offers.box(self.shots.shot(row).key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks; what is none of ours goes on to the window."""
        extends = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        act, here = self._act(event), self.here()
        if act is None and isinstance(here, AtShot) and typed_in(event, self.column):
            done = self.editing.open(here.row, self.column, event)
        else:
            done = act is not None and self._do(act, extends)
        if not done:
            event.ignore()

    def _do(self, act: Act, extends: bool) -> bool:
        if act in PUSHES:
            self.shots_pushed.emit(PUSHES[act])
            return True
        match act:
            case Act.OPEN:
                return self.open_cell()
            case Act.EDIT:
                return self._edit()
            case Act.COPY:
                return self.pasting.copy()
            case Act.PASTE:
                return self.pasting.paste()
            case Act.ALL:
                self.going.all_rows()
            case Act.LEAVE:
                return False
            case Act.BOX:
                self.boxes.pressed.emit(self.shots.shot(self.currentIndex().row()).key)
            case _:
                self.going.go(act, extends=extends)
        return True

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab goes from cell to cell, and leaves the list at the end of a row."""
        if self.hasFocus() and self.going.beside(1 if forward else -1):
            return True
        return bool(QTableView.focusNextPrevChild(self, forward))

    def open_cell(self) -> bool:
        """Edit the cell, or do what it leads to where it is not edited; whether there is one."""
        here = self.here()
        if isinstance(here, AtScene):
            scene = self.shots.scenes[here.scene].id
            self.fold(scene, folded=not self.is_folded(scene))
            return True
        if here is None:
            return False
        key = self.shots.shot(here.row).key
        if self.column in EDITED:
            return self.editing.open(here.row, self.column)
        if self.column in _LEADS:
            getattr(self, _LEADS[self.column]).emit(key)
        else:
            self.play_requested.emit(key)
        return True

    def _edit(self) -> bool:
        """Edit the cell; where it is not edited, the title of its row."""
        here = self.here()
        if isinstance(here, AtScene):
            self.title_wanted.emit("scene", self.shots.scenes[here.scene].id)
        elif here is not None:
            if self.column not in EDITED:
                self.column = Column.TITLE
            return self.editing.open(here.row, self.column)
        return here is not None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The key of the menu comes to the list itself."""
        self.pointer.menu(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method begins on a cell of words begins the edit of it."""
        here = self.here()
        words = event.preeditString() or event.commitString()
        if not (words and isinstance(here, AtShot) and self.column in TYPED):
            super().inputMethodEvent(event)
        else:
            self.editing.compose(here.row, self.column, event)

    def flush(self) -> None:
        """Write what was typed in a cell so far."""
        self.editing.flush()

    def hideEvent(self, event: QHideEvent) -> None:
        """Who looks at another view has finished what was typed here."""
        self.editing.leave(Leave.AWAY)
        self.pasting.give_up()
        self.pointer.cancel()
        super().hideEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show which cell has the keyboard."""
        super().focusInEvent(event)
        self._repaint_here()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """It has gone."""
        super().focusOutEvent(event)
        self._repaint_here()

    def _repaint_here(self) -> None:
        here = self.here()
        if here is not None:
            self.viewport().update(self.line_rect(here))
