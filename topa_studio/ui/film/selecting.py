"""What is chosen in the view that is shown is what is chosen in the window, and the same back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, QRect, QTimer
from PySide6.QtWidgets import QAbstractItemView

from topa_studio.ui.film.film_view import HasGaps
from topa_studio.ui.film.table import FilmTable
from topa_studio.ui.selection import Selection

_FLAG = QItemSelectionModel.SelectionFlag
_REST_MS, _MANY = 150, 50


class Selecting(QObject):
    """For the views of `table`, one at a time; `show_all` is called where the filter hides what
    was chosen.
    """

    def __init__(
        self,
        table: FilmTable,
        selection: Selection,
        show_all: Callable[[], None],
        view: QAbstractItemView,
    ) -> None:
        super().__init__(table)
        self._table = table
        self._selection = selection
        self._show_all = show_all
        self._own = False
        self._view = view
        self._known: list[QAbstractItemView] = []
        self._rest = QTimer(self, singleShot=True, interval=_REST_MS)
        self._rest.timeout.connect(self.take)
        table.shots.begun_anew.connect(self._choose_shown)
        selection.changed.connect(self.show)

    def follow(self, view: QAbstractItemView) -> None:
        """This view is shown from now on: what is chosen is chosen in it, too."""
        self._view = view
        if view not in self._known:
            self._known.append(view)
            view.selectionModel().selectionChanged.connect(partial(self._changed, view))
            if isinstance(view, HasGaps):
                view.band_ended.connect(self.take)
        self.show()

    @property
    def keys(self) -> list[str]:
        """The chosen shots in the film's order."""
        rows = (index.row() for index in self._view.selectionModel().selectedIndexes())
        return list(self._table.shots.keys(rows))

    def reveal(self, key: str, *, centred: bool = False) -> int | None:
        """Bring a shot into sight; its row in the film's model, None where it is not shown."""
        row = self._table.shots.row(key)
        if row is not None:
            hint = QAbstractItemView.ScrollHint
            wanted = hint.PositionAtCenter if centred else hint.EnsureVisible
            self._view.scrollTo(self._table.shots.index(row), wanted)
        return row

    def rect(self, key: str) -> QRect:
        """Where a shot is in the viewport; nowhere where it is not shown."""
        row = self._table.shots.row(key)
        return QRect() if row is None else self._view.visualRect(self._table.shots.index(row))

    def take(self) -> None:
        """Choose in the window what is chosen in the view; the current one last."""
        self._rest.stop()
        if self._own or not self._table.steady:
            return
        keys, current = self.keys, self._view.currentIndex()
        if current.isValid():
            key = self._table.shots.shot(current.row()).key
            keys = [*(k for k in keys if k != key), *([key] if key in keys else [])]
        if keys:
            self._selection.select_shots(keys, in_view=True)
        elif self._selection.shots:
            self._selection.clear()

    def show(self) -> None:
        """Choose in the view what is chosen in the window, and bring it into sight."""
        if self._table.hides_chosen:
            self._show_all()  # what is chosen elsewhere is shown among all others
        if frozenset(self._selection.shots) != frozenset(self.keys):
            self._choose_shown()

    def _choose_shown(self) -> None:
        """Choose in the view what of the choice is shown."""
        shots, model = self._table.shots, self._view.selectionModel()
        rows = [row for key in self._selection.shots if (row := shots.row(key)) is not None]
        self._own = True
        model.select(shots.runs(rows), _FLAG.ClearAndSelect)
        if rows:
            model.setCurrentIndex(shots.index(rows[-1]), _FLAG.NoUpdate)
        self._own = False
        if rows:
            self._view.scrollTo(shots.index(rows[-1]))

    def _changed(self, view: QAbstractItemView, *_signal: QItemSelection) -> None:
        if view is not self._view:
            return
        if isinstance(view, HasGaps) and view.is_banded and self._many():
            # All of them with each move is too much: the window follows once the hand rests.
            self._rest.start()
        else:
            self.take()

    def _many(self) -> bool:
        chosen = self._view.selectionModel().selection()
        return sum(chosen.at(at).height() for at in range(chosen.count())) > _MANY
