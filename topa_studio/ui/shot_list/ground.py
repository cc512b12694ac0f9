"""What is chosen in the shot list: shots as in every view, and the cell that has the keyboard."""

from __future__ import annotations

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QItemSelectionRange,
    QModelIndex,
    QPoint,
    Signal,
)
from PySide6.QtWidgets import QScrollBar, QTableView, QWidget

from topa_studio.ui.film.model import ShotsModel
from topa_studio.ui.film.place import Place
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.shot_list.cells import Index
from topa_studio.ui.shot_list.columns import Column
from topa_studio.ui.shot_list.laid import Laid
from topa_studio.ui.shot_list.lines import AtScene, AtShot, Line
from topa_studio.ui.shot_list.prices import Prices
from topa_studio.ui.shot_list.values import Values

_FLAG = QItemSelectionModel.SelectionFlag
_RING = 2


class Ground(Laid):
    """Shots are chosen, whole rows of them; one cell of the current row has the keyboard.

    `selectionModel` and `currentIndex` speak of rows of `shots`, as those of every view do.

    Signals:
        play_requested, scene_generate_requested: a shot's key, a scene's id.
        generate_requested: a list of keys. scene_chosen: a scene's id.
        shot_wanted: the id of a scene that shall get a new shot.
        shots_pushed: the name of a command that moves shots.
        shots_dropped, scene_dropped, seam_requested: as views of cards have them; no seam is told.
        menu_requested: where on the screen; scene's id or "" (then the selected shots are meant).
        title_wanted: "shot" or "scene", and its key or id: its title shall be changed in place.
        takes_wanted, trouble_wanted, lines_wanted, cost_wanted: a shot's key: its takes, the shot
            itself with what is wrong, what is said in it, its cost.
        cell_changed: another cell has the keyboard.
    """

    play_requested = Signal(str)
    generate_requested = Signal(list)
    scene_generate_requested = Signal(str)
    scene_chosen = Signal(str)
    shot_wanted = Signal(str)
    shots_pushed = Signal(object)
    shots_dropped = Signal(list, int, int)
    scene_dropped = Signal(str, int)
    seam_requested = Signal(str)
    menu_requested = Signal(QPoint, str)
    title_wanted = Signal(str, str)
    takes_wanted = Signal(str)
    trouble_wanted = Signal(str)
    lines_wanted = Signal(str)
    cost_wanted = Signal(str)
    cell_changed = Signal()
    # How near to an edge a drag scrolls, and after how many pixels a press is one.
    drag_edge, drag_after = 48, 6

    def __init__(
        self, table: FilmTable, values: Values, prices: Prices, parent: QWidget | None = None
    ) -> None:
        super().__init__(table, values, parent)
        self.prices = prices
        self.editable = True
        self.nothing = ""
        self.chosen_scene: str | None = None
        self.playhead: tuple[str, float] | None = None
        self.column = Column.NUMBER
        self.dragged: frozenset[str] = frozenset()
        self._rows = QItemSelectionModel(self.shots, self)
        self._rows.selectionChanged.connect(self._chosen_changed)
        self._rows.currentChanged.connect(self._current_changed)
        self.columns_changed.connect(self._columns_changed)

    # What is chosen: shots.

    def model(self) -> ShotsModel:
        """Of the shots, as every view says it; Qt's own has a row for each of them, too."""
        return self.shots

    def selectionModel(self) -> QItemSelectionModel:
        """Of the shots, a row each; Qt's own of the cells follows it."""
        return self._rows

    def currentIndex(self) -> QModelIndex:
        """The shot the keyboard is at."""
        return self._rows.currentIndex()

    def selected_keys(self) -> list[str]:
        """Permanent keys of the selected shots, in the film's order."""
        return list(self.shots.keys(index.row() for index in self._rows.selectedIndexes()))

    def _chosen_changed(self, taken: QItemSelection, left: QItemSelection) -> None:
        for each in (*_ranges(taken), *_ranges(left)):
            self.repaint_rows(range(each.top(), each.bottom() + 1))
        self._mirror()

    def _mirror(self) -> None:
        own, last = QTableView.selectionModel(self), self.cells.columnCount() - 1
        found = QItemSelection()
        for each in _ranges(self._rows.selection()):
            first = self.cells.index(each.top(), 0)
            found.append(QItemSelectionRange(first, self.cells.index(each.bottom(), last)))
        own.select(found, _FLAG.ClearAndSelect)

    def _current_changed(self, now: Index, before: Index) -> None:
        if now.isValid():
            self.choose_scene(None)
        self.repaint_rows(index.row() for index in (now, before) if index.isValid())
        self.tell_cell()

    def tell_cell(self) -> None:
        """Qt's own current cell is the one with the keyboard: a screen reader hears of it."""
        place, row = self.places().place_of(self.column), self.currentIndex().row()
        own = QTableView.selectionModel(self)
        if place is not None and row >= 0:
            own.setCurrentIndex(self.cells.index(row, place), _FLAG.NoUpdate)
        else:
            own.clearCurrentIndex()
        self.cell_changed.emit()

    def choose_scene(self, scene_id: str | None) -> None:
        """Show a scene as chosen, None for none, and bring it into sight."""
        if self.chosen_scene == scene_id:
            return
        for each in (self.chosen_scene, scene_id):
            if (scene := self.scene_at(each)) is not None:
                self.viewport().update(self.line_rect(AtScene(scene)))
        self.chosen_scene = scene_id
        if (scene := self.scene_at(scene_id)) is not None:
            self._rows.clearCurrentIndex()
            self.reveal(AtScene(scene))

    def scene_at(self, scene_id: str | None) -> int | None:
        """The number of a scene among those that are shown."""
        if scene_id is None:
            return None
        scenes = enumerate(self.shots.scenes)
        return next((number for number, scene in scenes if scene.id == scene_id), None)

    def here(self) -> Line | None:
        """Where the keyboard is."""
        scene, row = self.scene_at(self.chosen_scene), self.currentIndex().row()
        if scene is not None:
            return AtScene(scene)
        return AtShot(row) if 0 <= row < self.lines().rows else None

    def _columns_changed(self) -> None:
        if self.column not in self.columns.shown:
            self.column = Column.NUMBER
        self._mirror()
        self.tell_cell()

    # What a drag asks.

    def place_under(self, at: QPoint, *, scene: bool) -> Place | None:
        """Where shots, or a `scene`, would land there."""
        inside = min(max(at.y(), 0), self.viewport().height() - 1)
        y = inside + self.verticalOffset()
        return self.lines().scene_place_at(y) if scene else self.lines().place_at(y)

    def drag_bar(self) -> QScrollBar:
        """The bar that a drag to the edge scrolls."""
        return self.verticalScrollBar()

    def has_keys(self) -> bool:
        """Whether the keyboard is here, or in what is edited here."""
        focused = self.focusWidget()
        return self.hasFocus() or (focused is not None and self.isAncestorOf(focused))

    @property
    def ring(self) -> int:
        """How far inside a cell the ring of the keyboard lies."""
        return _RING


def _ranges(selection: QItemSelection) -> list[QItemSelectionRange]:
    return [selection.at(place) for place in range(selection.count())]
