"""The rubber band: what it touches is chosen while it is drawn."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QObject,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QPainter

from topa_studio.ui.board.chosen import differing
from topa_studio.ui.board.ground import BoardGround
from topa_studio.ui.board.sizes import Box
from topa_studio.ui.film.edge_scroll import EdgeScroll
from topa_studio.ui.film.look import faded

_FLAG = QItemSelectionModel.SelectionFlag
_FEW, _REST_MS = 40, 60


class Band(QObject):
    """One at a time; `begin`, `move` and then `end` or `cancel`.
    Of many cards Qt is told once the hand rests or lets go, as it compares each run with each.

    Signals:
        ended: it was let go of, or given up.
    """

    ended = Signal()

    def __init__(self, view: BoardGround) -> None:
        super().__init__(view)
        self._view = view
        self._edge = EdgeScroll(view, self._stretch, self)
        # On the board, so that scrolling stretches it.
        self._origin = QPoint()
        self._at = QPoint()
        self._before = QItemSelection()
        self._kept: frozenset[int] = frozenset()
        self._rows: frozenset[int] | None = None
        self._painted = QRect()
        self.begun = self.active = False
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self._tell)
        shots = view.shots
        for moved in (
            shots.rowsAboutToBeInserted, shots.rowsAboutToBeRemoved, shots.rowsAboutToBeMoved,
            shots.modelAboutToBeReset,
        ):  # fmt: skip
            moved.connect(lambda *_rows: self._tell())

    def begin(self, at: QPoint, *, adds: bool) -> None:
        """A press in a gap; `adds`: what is chosen stays so."""
        view = self._view
        self._origin = at + QPoint(0, view.verticalOffset())
        self._before = view.selectionModel().selection()
        chosen = view.selectionModel().selectedIndexes() if adds else []
        self._kept = frozenset(index.row() for index in chosen)
        self._rows, self._painted = None, QRect()
        self.begun, self.active = True, False

    def move(self, at: QPoint) -> None:
        """The pointer is at a point of the viewport."""
        origin = self._origin - QPoint(0, self._view.verticalOffset())
        if not self.begun or (
            not self.active and (at - origin).manhattanLength() < self._view.drag_after
        ):
            return
        self.active, self._at = True, at
        self._stretch()
        self._edge.follow(at)

    def end(self) -> None:
        """The button is let go: what is chosen stays so."""
        self._edge.stop()
        self._tell()
        rows, was_active = self._rows, self.active
        if was_active and rows:
            index = self._view.shots.index(max(rows))
            self._view.selectionModel().setCurrentIndex(index, _FLAG.NoUpdate)
        self._put_away()
        if was_active:
            self.ended.emit()

    def cancel(self) -> bool:
        """Choose what was chosen before; whether there was one."""
        was_active = self.active
        self._edge.stop()
        self._know()
        if was_active:
            self._view.selectionModel().select(self._before, _FLAG.ClearAndSelect)
        self._put_away()
        if was_active:
            self.ended.emit()
        return was_active

    def rect(self) -> QRect:
        """Where it is in the viewport."""
        origin = self._origin - QPoint(0, self._view.verticalOffset())
        return QRect(origin, self._at).normalized()

    def paint(self, painter: QPainter) -> None:
        """A thin frame, and a wash in it."""
        if not self.active:
            return
        accent = self._view.look.colours.accent
        rect = self._seen()
        painter.fillRect(rect, faded(accent, 0.1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setPen(accent)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _stretch(self) -> None:
        view, rect = self._view, self.rect()
        box = Box(rect.left(), rect.top() + view.verticalOffset(), rect.width(), rect.height())
        touched = self._kept.union(*view.grid().rows_in(box))
        self._choose(touched)
        before, self._painted = self._painted, self._seen()
        view.viewport().update(differing(before, self._painted))

    def _choose(self, rows: frozenset[int]) -> None:
        """Choose these; Qt compares all runs with all: a few cards are told apart from them."""
        before, self._rows = self._rows, rows
        model = self._view.selectionModel()
        if before is None:
            model.select(_runs_of(self._view, rows), _FLAG.ClearAndSelect)
            return
        if self._view.untold is not None or len(rows ^ before) > _FEW:
            self._show(before, rows)
            return
        for others, flag in ((before - rows, _FLAG.Deselect), (rows - before, _FLAG.Select)):
            if others:
                model.select(_runs_of(self._view, others), flag)

    def _show(self, before: frozenset[int], rows: frozenset[int]) -> None:
        """Show these as chosen; Qt is told once the hand rests."""
        view = self._view
        view.untold = rows
        self._rest.start()
        if (len(before) > 1) != (len(rows) > 1):
            view.viewport().update()
            return
        for row in view.rows_in(view.viewport().rect()):
            if (row in before) != (row in rows):
                view.viewport().update(view.around(row))

    def _tell(self) -> None:
        """Choose for Qt what is shown as chosen."""
        rows = self._view.untold
        self._know()
        if rows is not None:
            chosen = _runs_of(self._view, rows)
            self._view.selectionModel().select(chosen, _FLAG.ClearAndSelect)

    def _know(self) -> None:
        self._rest.stop()
        self._view.untold = None

    def scrolled(self) -> None:
        """What is painted moved, while the pointer stays where it is."""
        self._painted = self._seen()
        self._view.viewport().update()

    def _seen(self) -> QRect:
        """As much of it as is painted."""
        return self.rect().intersected(self._view.viewport().rect().adjusted(-1, -1, 1, 1))

    def _put_away(self) -> None:
        self.begun = self.active = False
        self._rows = None
        self._view.viewport().update()


def _runs_of(view: BoardGround, rows: Iterable[int]) -> QItemSelection:
    count = view.shots.rowCount()
    return view.shots.runs(row for row in rows if row < count)
