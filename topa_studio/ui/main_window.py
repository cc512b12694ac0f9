"""The window of one open film: its frame with the film in it, which the other panes then join."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QToolBar, QWidget

from topa_studio.app.session import Notice, ProjectSession
from topa_studio.document.document import DocumentChange
from topa_studio.ui.binding import bind
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.desk import Desk, Told
from topa_studio.ui.dock_places import add_docks, show_in_menu
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.film_pane import FilmPane
from topa_studio.ui.fitting import Fitting
from topa_studio.ui.folding import Folding
from topa_studio.ui.menus import Menus
from topa_studio.ui.notices import NoticeBar
from topa_studio.ui.plain import plain_title
from topa_studio.ui.preferences import Preferences
from topa_studio.ui.rail import Rail
from topa_studio.ui.selection import Selection
from topa_studio.ui.status_line import StatusLine
from topa_studio.ui.tasks import TaskScope
from topa_studio.ui.theme import set_role
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.toast import Toast
from topa_studio.ui.top_bar import TopBar
from topa_studio.ui.window_state import WindowState
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.ui.elements.acts import ElementActs
    from topa_studio.ui.elements.pane import ElementsPane
    from topa_studio.ui.furnishing import Furnishing
    from topa_studio.ui.inspector.pane import InspectorPane
    from topa_studio.ui.making import Making
    from topa_studio.ui.needs_you.desk import NeedsYou
    from topa_studio.ui.pages import Pages
    from topa_studio.ui.player.pane import PlayerPane
    from topa_studio.ui.pressing.press import Pressing
    from topa_studio.ui.queue.pane import QueuePane
    from topa_studio.ui.shot_acts import ShotActs


class MainWindow(QMainWindow):
    """The top bar, the film and empty docks; `furnish` puts the rest in, once these are painted.

    Signals:
        close_requested: the user wants to end; the window stays until it is told to go.
        picture_wanted: the key of a shot that should start from a picture of the user.
    """

    close_requested = Signal()
    picture_wanted = Signal(str)

    # What `furnish` brings.
    elements: ElementsPane
    queue: QueuePane
    inspector: InspectorPane
    player: PlayerPane
    pressing: Pressing
    needs_you: NeedsYou
    pages: Pages
    shots: ShotActs
    element_acts: ElementActs
    making: Making

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
        self.menus = Menus(self, self.commands, preferences)
        self.notice_bar, self.toast = NoticeBar(), Toast()
        told = Told(self.notice_bar, self.toast)
        self.desk = Desk(session, self.selection, told, scope, self.commands, self)
        self.looks = ElementLooks(session, self.thumbnails)
        self.timeline = FilmPane(self.desk, self.thumbnails)
        self.top = TopBar(self.desk)
        self.status = StatusLine(session, language)
        self.rail = Rail(self.desk, self.looks)
        self._furniture: Furnishing | None = None
        self._arrange()
        self.folding = Folding(self, self.rail, self.timeline)
        self.fitting = Fitting(self)
        bind(self, session.notices, self._show_notice)
        bind(self, session.document.changed, self._film_changed)
        self._film_changed(None)
        self._stood = state or WindowState.of(preferences)
        self._stand_like(self._stood)

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
        middle = QWidget()
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
        self.timeline.header.slider.setValue(state.zoom)
        self.folding.restore(state.docks, state.text_percent)
        self.fitting.take_place(state.geometry)
        self.folding.fit(self.size())

    def furnish(self) -> Furnishing:
        """All panes and acts, which are loaded and made only now."""
        if self._furniture is None:
            from topa_studio.ui.furnishing import Furnishing

            self._furniture = Furnishing(self, self._stood)
        return self._furniture

    @property
    def is_furnished(self) -> bool:
        """Whether all panes are there."""
        return self._furniture is not None

    def stand_at(self, place: QRect) -> None:
        """Stand where another window stood."""
        self.fitting.rest()
        self.folding.fit(place.size())
        self.setGeometry(place)

    def state(self) -> WindowState:
        """How the window stands."""
        return self.furnish().restoring.state()

    def go_on(self, state: WindowState) -> None:
        """Show the same part of the film as another window of it did."""
        self.furnish().restoring.go_on(state)

    # Telling.

    def _show_notice(self, notice: Notice) -> None:
        if not self.furnish().takes(notice):
            self.notice_bar.show_notice(notice.level, sentence(notice.code, notice.params))

    def _film_changed(self, _change: DocumentChange | None) -> None:
        title = self.desk.film.film.title or self.session.document.path.stem
        self.setWindowTitle(plain_title(f"{title} – Topa Studio"))

    # Keys that no pane took.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means in the whole window."""
        if not self.commands.takes(event):
            super().keyPressEvent(event)

    # The end.

    def flush(self) -> None:
        """Tell what is in any field and not told yet, also what is only half composed there."""
        QGuiApplication.inputMethod().commit()
        self.furnish().flush()

    async def words_kept(self) -> None:
        """Wait until all that was typed is in the document."""
        self.flush()
        await self.desk.settled()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes when the program says so, after the film is put away."""
        event.ignore()
        self.close_requested.emit()

    def put_away(self) -> None:
        """Let go of what plays and decodes; the window is of no use afterwards."""
        self.flush()
        self.furnish().player.close_player()
        self.thumbnails.close()
        self.hide()
        self.deleteLater()
