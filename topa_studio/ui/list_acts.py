"""What the shot list asks of the window: pages of a shot, and that its columns are remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from topa_studio.ui.film.film_view import FilmView
from topa_studio.ui.film.kinds import SHOT_LIST
from topa_studio.ui.inspector.tabs import COST, SHOT, TAKES, Tab
from topa_studio.ui.main_window import MainWindow
from topa_studio.ui.running.preferences import PreferenceStore

if TYPE_CHECKING:
    from topa_studio.ui.shot_list.view import ShotListView


class ListActs(QObject):
    """Works for one window, from the moment its shot list is made."""

    def __init__(self, window: MainWindow, store: PreferenceStore) -> None:
        super().__init__(window)
        self._window, self._store = window, store
        views = window.timeline.views
        if (made := views.of(SHOT_LIST)) is not None:
            self._join(made)
        window.timeline.view_made.connect(self._join)

    def _join(self, view: FilmView) -> None:
        if view is not self._window.timeline.views.of(SHOT_LIST):
            return
        from topa_studio.ui.shot_list.remembered import keep_columns
        from topa_studio.ui.shot_list.view import ShotListView

        if isinstance(view, ShotListView):
            session = self._window.session
            keep_columns(view, self._store, session.file, session.film)
            view.corner.file_wanted.connect(lambda ending: self._save(view, ending))
            view.takes_wanted.connect(lambda key: self._show(key, TAKES))
            view.trouble_wanted.connect(lambda key: self._show(key, SHOT))
            view.lines_wanted.connect(self._write_lines)
            view.cost_wanted.connect(lambda key: self._show(key, COST))

    def _save(self, view: ShotListView, ending: str) -> None:
        """The list as it is shown, with the words that are still in a cell."""
        shots, table = view.shots, self._window.timeline.table
        view.flush()
        keys = None if table.is_whole else frozenset(shots.keys(range(shots.rowCount())))
        self._window.furnish().out.save_list(ending, keys)

    def _write_lines(self, key: str) -> None:
        """What is said in the shot, with the keyboard in its first line."""
        self._window.selection.select_shot(key)
        self._window.inspector.edit_dialogue()

    def _show(self, key: str, tab: Tab) -> None:
        """A page of the shot, with the keyboard in it."""
        self._window.selection.select_shot(key)
        inspector = self._window.inspector
        inspector.tabs.turn_to(tab)
        inspector.setFocus()
