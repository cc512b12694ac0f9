"""The frame of a window: the bar, the film, and docks for the panes that come later."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QToolBar, QWidget

from topa_studio.app.session import DocumentChange, ProjectSession
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.desk import Desk, Told
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.frame.dock_places import add_docks, show_in_menu
from topa_studio.ui.frame.folding import Folding
from topa_studio.ui.frame.menus import Menus
from topa_studio.ui.frame.rail import Rail
from topa_studio.ui.frame.status_line import StatusLine
from topa_studio.ui.frame.top_bar import TopBar
from topa_studio.ui.frame.view_places import ViewPlaces
from topa_studio.ui.look.theme import set_role
from topa_studio.ui.notices.notices import NoticeBar
from topa_studio.ui.notices.toast import Toast
from topa_studio.ui.running.binding import bind
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.selection import Selection
from topa_studio.ui.small_pictures.thumbnails import Thumbnails
from topa_studio.ui.views.film_pane import FilmPane
from topa_studio.ui.widgets.fitting import Fitting
from topa_studio.ui.widgets.plain import plain_title
from topa_studio.ui.window_state import WindowState


class Frame(QMainWindow):
    """What is painted first.

    Attributes:
        ground: the middle of the window, in which the player lies, or the film.
    Signals:
        close_requested: the user wants to end; the window stays until it is told to go.
    """

    close_requested = Signal()

    def __init__(
        self,
        session: ProjectSession,
        scope: TaskScope,
        preferences: Preferences,
        language: str,
        state: WindowState | None = None,
    ) -> None:
        super().__init__()
        self.session = session
        self.preferences = preferences
        self.selection = Selection(self)
        self.thumbnails = Thumbnails(session, self)
        self.commands = Commands(self)
        self.menus = Menus(self, self.commands, preferences, session.file)
        self.notice_bar, self.toast = NoticeBar(), Toast()
        told = Told(self.notice_bar, self.toast)
        self.desk = Desk(session, self.selection, told, scope, self.commands, self)
        self.looks = ElementLooks(session, self.thumbnails)
        self.timeline = FilmPane(self.desk, self.thumbnails)
        self.top = TopBar(self.desk)
        self.status = StatusLine(session, language)
        self.rail = Rail(self.desk, self.looks)
        self._arrange()
        self.folding = Folding(self, self.rail, self.timeline)
        self.places = ViewPlaces(self, self.stage, self.timeline, self.folding)
        self.places.follow(self.commands)
        self.fitting = Fitting(self)
        bind(self, session.changed, self._film_changed)
        self._film_changed(None)
        self.stood = state or WindowState.of(preferences)
        self._stand_like(self.stood)

    # Arranging.

    def _arrange(self) -> None:
        bar = QToolBar()
        bar.setObjectName("top")
        bar.setMovable(False)
        bar.setFloatable(False)
        bar.setAccessibleName(self.tr("Film and money"))
        bar.toggleViewAction().setEnabled(False)
        bar.addWidget(self.top)
        self.addToolBar(Qt.ToolBarArea.TopToolBarArea, bar)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.ground = middle = QWidget()
        set_role(middle, "stage")
        middle.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.stage = QHBoxLayout(middle)
        self.stage.setContentsMargins(0, 0, 0, 0)
        self.stage.setSpacing(0)
        self.stage.addWidget(self.rail)
        self.stage.addStretch(1)
        for told in (self.notice_bar, self.toast):
            told.setParent(middle)
            told.hide()
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self.docks = add_docks(self, self.timeline)
        show_in_menu(self, self.menus.view)
        self.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowNestedDocks
        )

    def _stand_like(self, state: WindowState) -> None:
        self.timeline.header.set_zoom(state.zoom)
        self.places.begin(state.view, state.docks, state.layouts, state.text_percent)
        self.fitting.take_place(state.geometry)
        self.folding.fit(self.size())

    def stand_at(self, place: QRect) -> None:
        """Stand where another window stood."""
        self.fitting.rest()
        self.folding.fit(place.size())
        self.setGeometry(place)

    def _film_changed(self, _change: DocumentChange | None) -> None:
        title = self.desk.film.film.title or self.session.file.stem
        self.setWindowTitle(plain_title(f"{title} – Topa Studio"))
