"""Where rows and cells of the shot list lie: by arithmetic, at the same cost for any film."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QItemSelection,
    QModelIndex,
    QPoint,
    QRect,
    QSize,
    Signal,
)
from PySide6.QtGui import QRegion
from PySide6.QtWidgets import QAbstractItemView, QWidget

from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.look.theme import scaled, theme_signals
from topa_studio.ui.shot_list.bare_table import BareTable
from topa_studio.ui.shot_list.cells import Cells, Index
from topa_studio.ui.shot_list.columns import Column, Columns, Places, widths_of
from topa_studio.ui.shot_list.lines import AtScene, AtShot, Line, Lines
from topa_studio.ui.shot_list.look import ListLook
from topa_studio.ui.shot_list.sheet import Sheet
from topa_studio.ui.shot_list.values import Values


class Laid(BareTable):
    """Rows in the film's order, scenes as rows between them.

    Attributes:
        first_columns: those that are shown until the user chooses others.
    Signals:
        columns_changed: other columns are shown. laid_out: rows or cells lie elsewhere.
    """

    columns_changed = Signal()
    laid_out = Signal()

    def __init__(self, table: FilmTable, values: Values, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet = Sheet()
        self.setViewport(self.sheet)
        self.table = table
        self.shots: ShotsModel = table.shots
        self.values = values
        self.columns = self.first_columns = Columns()
        self.look = ListLook(self.devicePixelRatioF())
        self._folded: set[str] = set()
        self._lines: Lines | None = None
        self._places: Places | None = None
        self.cells = Cells(
            self.shots,
            self.columns.shown,
            lambda row, column: values.text(row, column, self.look),
            lambda row, column: values.spoken(row, column, self.look),
            self,
        )
        self.go_bare()
        self.setModel(self.cells)
        for changed in (self.shots.rowsMoved, self.shots.rowsRemoved, self.shots.rowsInserted):
            changed.connect(self.lay_out)
        self.shots.scenes_changed.connect(self.lay_out)
        theme_signals().changed.connect(self.take_theme)

    # Folding.

    def fold(self, scene_id: str, *, folded: bool) -> None:
        """Hide the shots of a scene, or show them again."""
        if folded != (scene_id in self._folded):
            (self._folded.add if folded else self._folded.discard)(scene_id)
            self.lay_out()

    def is_folded(self, scene_id: str) -> bool:
        """Whether the shots of a scene are hidden."""
        return scene_id in self._folded

    # Geometry.

    def lines(self) -> Lines:
        """Where the rows lie; worked out anew after the film changed."""
        if self._lines is None:
            scenes = self.shots.scenes
            counts = [len(scene.shots) for scene in scenes]
            folded = [n for n, scene in enumerate(scenes) if scene.id in self._folded]
            self._lines = Lines(counts, folded, self.look.heights)
        return self._lines

    def places(self) -> Places:
        """Where the columns lie."""
        if self._places is None:
            widths = widths_of(self.columns.shown, scaled, self.look.head_widths())
            self._places = Places(widths, self.viewport().width())
        return self._places

    def lay_out(self, *_signal: object) -> None:
        """The film, the columns or the text size changed: measure again, once it is seen."""
        self._lines = self._places = None
        if self.isHidden():
            return
        self.updateGeometries()
        self.viewport().update()
        self.laid_out.emit()

    def take_theme(self) -> None:
        """Colours or text size changed."""
        self.look = ListLook(self.devicePixelRatioF())
        self.lay_out()

    def show_columns(self, columns: Columns) -> None:
        """Show other columns, or in another order."""
        if columns == self.columns:
            return
        self.columns = columns
        self.cells.show_columns(columns.shown)
        self.lay_out()
        self.columns_changed.emit()

    def line_rect(self, line: Line) -> QRect:
        """Where a line is in the viewport, as wide as it; empty where its scene is folded."""
        top = self.lines().top(line)
        if top is None:
            return QRect()
        y = top - self.verticalOffset()
        return QRect(0, y, self.viewport().width(), self.lines().high(line))

    def cell_rect(self, row: int, column: Column) -> QRect:
        """Where a cell is in the viewport; empty where it is hidden."""
        line, place = self.line_rect(AtShot(row)), self.places().place_of(column)
        if line.isEmpty() or place is None:
            return QRect()
        left = self.places().left(place, self.horizontalOffset())
        return QRect(left, line.y(), self.places().spans[place].width, line.height())

    def picture_rect(self, cell: QRect) -> QRect:
        """Where the picture of a cell is."""
        size = self.look.picture
        return QRect(cell.center() - QPoint(size.width() // 2, size.height() // 2), size)

    def column_at(self, x: int) -> Column | None:
        """The column under a pixel of the viewport."""
        place = self.places().at(x, self.horizontalOffset())
        return None if place is None else self.places().spans[place].column

    def line_at(self, y: int) -> Line | None:
        """The line at a height of the viewport."""
        return self.lines().at(y + self.verticalOffset())

    def lines_in(self, rect: QRect) -> Iterable[Line]:
        """Lines of which something is in `rect` of the viewport."""
        top = rect.top() + self.verticalOffset()
        return self.lines().between(top, top + rect.height())

    def repaint_rows(self, rows: Iterable[int]) -> None:
        """Paint these rows anew, as far as they are in sight."""
        if self.isHidden():
            return
        last = self.lines().rows - 1
        wanted = rows if isinstance(rows, range) else set(rows)
        for line in self.lines_in(self.viewport().rect()):
            if isinstance(line, AtShot) and line.row in wanted and line.row <= last:
                self.viewport().update(self.line_rect(line))

    def repaint_card(self, key: str) -> None:
        """Paint one row again."""
        row = None if self.isHidden() else self.shots.row(key)
        if row is not None and row < self.lines().rows:
            self.viewport().update(self.line_rect(AtShot(row)))

    def reveal(self, line: Line) -> None:
        """Bring a line into sight."""
        top, bar = self.lines().top(line), self.verticalScrollBar()
        if top is None:
            return
        bottom, room = top + self.lines().high(line), self.viewport().height()
        # The row of the scene that begins with it comes into sight too.
        if isinstance(line, AtShot) and isinstance(self.lines().before(line), AtScene):
            top -= self.lines().heights.scene
        if top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + room:
            bar.setValue(bottom - room)

    # What Qt asks an item view.

    def visualRect(self, index: Index) -> QRect:
        """Where a cell is in the viewport."""
        if not index.isValid() or index.row() >= self.lines().rows:
            return QRect()
        if index.model() is not self.cells:
            return self._row_rect(index.row())
        return self.cell_rect(index.row(), self.cells.columns[index.column()])

    def _row_rect(self, row: int) -> QRect:
        """Where a row is; one that is folded lies, without a height, under its scene's."""
        line = self.line_rect(AtShot(row))
        if not line.isEmpty():
            return line
        scene = self.line_rect(AtScene(self.lines().scene_of(row)))
        return QRect(scene.x(), scene.bottom() + 1, scene.width(), 0)

    def indexAt(self, point: QPoint) -> QModelIndex:
        """The cell under a point of the viewport."""
        line, place = self.line_at(point.y()), self.places().at(point.x(), self.horizontalOffset())
        if not isinstance(line, AtShot) or place is None:
            return QModelIndex()
        return self.cells.index(line.row, place)

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a shot's row into sight, and unfold its scene."""
        if not index.isValid() or index.row() >= self.lines().rows:
            return
        scene = self.shots.scenes[self.lines().scene_of(index.row())].id
        self.fold(scene, folded=False)
        line = AtShot(index.row())
        if hint is QAbstractItemView.ScrollHint.PositionAtCenter:
            free = (self.viewport().height() - self.lines().high(line)) // 2
            self.verticalScrollBar().setValue((self.lines().top(line) or 0) - free)
        else:
            self.reveal(line)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        """The rows of a selection that are in sight."""
        region = QRegion()
        for line in self.lines_in(self.viewport().rect()):
            if isinstance(line, AtShot) and selection.contains(self.cells.index(line.row, 0)):
                region += self.line_rect(line)
        return region

    def dataChanged(self, first: Index, last: Index, _roles: object = ()) -> None:
        """Paint these rows anew."""
        self.repaint_rows(range(first.row(), last.row() + 1))

    def updateGeometries(self) -> None:
        """Give the scroll bars their ranges."""
        if self.isHidden():
            return
        self._places = None
        room = self.viewport().size()
        down, side = self.verticalScrollBar(), self.horizontalScrollBar()
        down.setRange(0, max(0, self.lines().height - room.height()))
        down.setPageStep(room.height())
        down.setSingleStep(self.look.heights.shot)
        side.setRange(0, max(0, self.places().width - room.width()))
        side.setPageStep(room.width())
        side.setSingleStep(48)
        QAbstractItemView.updateGeometries(self)

    def scrollContentsBy(self, _dx: int, dy: int) -> None:
        """Move what is painted, and paint only what came into sight; pinned columns stay."""
        if _dx:
            self.viewport().update()
        else:
            self.sheet.move_down(dy)

    def minimumSizeHint(self) -> QSize:
        """Room for the head, some rows and the totals."""
        head, foot = self.look.head_height, self.look.foot_height
        return QSize(280, head + foot + 3 * self.look.heights.shot)
