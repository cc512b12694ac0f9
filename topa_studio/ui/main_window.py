"""The window of one open film: it arranges the panes and joins them by signals, nothing else."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMainWindow,
    QToolBar,
    QWidget,
)

from topa_studio.app.session import DocumentChange, Notice, ProjectSession
from topa_studio.ui.binding import bind
from topa_studio.ui.chosen_acts import ChosenActs
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.commands.of_window import TAKES
from topa_studio.ui.credits_field import CreditsField
from topa_studio.ui.desk import Desk, Told
from topa_studio.ui.dock_places import Docked, add_docks, show_in_menu
from topa_studio.ui.element_looks import ElementLooks
from topa_studio.ui.elements.acts import ElementActs
from topa_studio.ui.elements.pane import ElementsPane
from topa_studio.ui.film_pane import FilmPane
from topa_studio.ui.fitting import Fitting
from topa_studio.ui.focus_home import FocusHome
from topa_studio.ui.folding import Folding
from topa_studio.ui.history_acts import HistoryActs
from topa_studio.ui.inspector.pane import InspectorPane
from topa_studio.ui.last_time import LastTime
from topa_studio.ui.making import Making
from topa_studio.ui.menus import Menus
from topa_studio.ui.needs_you.desk import NeedsYou
from topa_studio.ui.notices import NoticeBar
from topa_studio.ui.outside import OutsideTold
from topa_studio.ui.over_player import OverPlayer
from topa_studio.ui.pages import Pages
from topa_studio.ui.plain import plain_title
from topa_studio.ui.player.pane import PlayerPane
from topa_studio.ui.preferences import Preferences
from topa_studio.ui.pressing.press import Pressing
from topa_studio.ui.queue.pane import QueuePane
from topa_studio.ui.queue_acts import QueueActs
from topa_studio.ui.rail import Rail
from topa_studio.ui.refreshing import Refreshing
from topa_studio.ui.renaming import Renaming
from topa_studio.ui.restoring import Restoring, Standing
from topa_studio.ui.scene_acts import SceneActs
from topa_studio.ui.selection import Selection
from topa_studio.ui.shot_acts import ShotActs
from topa_studio.ui.stale_times import StaleTimes
from topa_studio.ui.status_line import StatusLine
from topa_studio.ui.tasks import TaskScope
from topa_studio.ui.theme import set_role
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.title_editor import TitleEditor
from topa_studio.ui.toast import Toast
from topa_studio.ui.top_bar import TopBar
from topa_studio.ui.window_state import WindowState
from topa_studio.ui.words import sentence


class MainWindow(QMainWindow):
    """All panes of one film.

    Signals:
        close_requested: the user wants to end; the window stays until it is told to go.
        picture_wanted: the key of a shot that should start from a picture of the user.
    """

    close_requested = Signal()
    picture_wanted = Signal(str)

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
        self.selection = Selection(self)
        self.thumbnails = Thumbnails(session, self)
        self.commands = Commands(self)
        self.menus = Menus(self, self.commands, preferences)
        self.notice_bar, self.toast = NoticeBar(), Toast()
        told = Told(self.notice_bar, self.toast)
        self.desk = desk = Desk(session, self.selection, told, scope, self.commands, self)
        looks = ElementLooks(session, self.thumbnails)
        self.elements = ElementsPane(desk, looks)
        self.queue = QueuePane(desk)
        self.inspector = InspectorPane(desk, self.thumbnails, looks)
        self.player = PlayerPane(desk, self.thumbnails)
        self.timeline = FilmPane(desk, self.thumbnails)
        self.top = TopBar(desk)
        self.status = StatusLine(session, language)
        self.rail = Rail(desk, looks)
        self.pressing = Pressing(self, desk)
        self.pressing.asks = preferences.ask_single
        self.needs_you = NeedsYou(self, desk, self.pressing.sure)
        self.pages = Pages(self, desk)
        self._add_acts()
        self._arrange()
        self._folding = Folding(self, self.rail, self.player, self.timeline)
        self._fitting = Fitting(self)
        self._restoring = Restoring(self, self._standing())
        FocusHome(self, self.timeline.view)
        self._join_panes()
        self._join_commands()
        bind(self, session.notices, self._show_notice)
        bind(self, session.changed, self._film_changed)
        self._film_changed(None)
        self._restoring.begin(state or WindowState.of(preferences))

    def _add_acts(self) -> None:
        """What can be done with the film; each joins its own commands."""
        desk, timeline, elements = self.desk, self.timeline, self.elements
        self.shots = ShotActs(desk)
        self.element_acts = ElementActs(self, desk)
        ChosenActs(desk, self.shots, SceneActs(desk), self.element_acts)
        HistoryActs(desk)
        StaleTimes(desk)
        self.making = Making(desk, self.pressing, timeline, elements, self.inspector, self.top)
        to_budget = self.inspector.edit_budget
        self._queue_acts = QueueActs(desk, self.queue, self.making, self.needs_you, to_budget)
        self._outside = OutsideTold(self, desk)
        Refreshing(desk, timeline.header, self.making)
        LastTime(desk, self.queue, self.making)
        Renaming(desk, timeline.view, elements, self.top)

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
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.player, 1)
        OverPlayer(self.notice_bar, self.toast, self.player, self.player.surface)
        self.setCentralWidget(middle)
        self.setStatusBar(self.status)
        self._headers = add_docks(self, self._docked())
        show_in_menu(self, self.menus.view)
        self._panes: tuple[QWidget, ...] = (
            self.notice_bar, self.timeline, self.rail, self.elements, self.queue, self.player,
            self.inspector,
        )  # fmt: skip
        self.setDockOptions(
            QMainWindow.DockOption.AnimatedDocks | QMainWindow.DockOption.AllowNestedDocks
        )

    def _docked(self) -> Docked:
        return Docked(self.elements, self.elements.add, self.queue, self.inspector, self.timeline)

    def _standing(self) -> Standing:
        columns = {"elements": self.elements, "queue": self.queue, "inspector": self.inspector}
        return Standing(
            self.timeline, self.player, columns, self.commands, self.needs_you, self._folding,
            self._fitting,
        )  # fmt: skip

    def stand_at(self, place: QRect) -> None:
        """Stand where another window stood."""
        self._fitting.rest()
        self._folding.fit(place.size())
        self.setGeometry(place)

    def state(self) -> WindowState:
        """How the window stands."""
        return self._restoring.state()

    def go_on(self, state: WindowState) -> None:
        """Show the same part of the film as another window of it did."""
        self._restoring.go_on(state)

    # Joining.

    def _join_panes(self) -> None:
        self.queue.counted.connect(self._show_queue_count)
        self.queue.counted.connect(self.rail.show_queue)
        self.queue.refresh()
        self.rail.new_wanted.connect(self.elements.new_requested)
        self.elements.new_requested.connect(lambda: self.element_acts.new())
        self.elements.delete_requested.connect(self.element_acts.delete)
        self.elements.menu_opened.connect(self.needs_you.add_answers)
        self.inspector.headed.connect(self._headers.inspector.set_title)
        self.inspector.left.connect(self.timeline.setFocus)
        self.inspector.refresh()
        self.inspector.play_requested.connect(self.player.play_shot)
        self.inspector.file_wanted.connect(self.picture_wanted)
        self.inspector.element_wanted.connect(self.element_acts.new)
        self.inspector.element_delete_requested.connect(self.element_acts.delete)
        self.inspector.answered.connect(self.needs_you.answer)
        self.needs_you.changed.connect(self.inspector.refresh_status)
        self.timeline.play_requested.connect(self.player.play_shot)
        self.timeline.shot_wanted.connect(self.shots.new)
        self.timeline.menu_opened.connect(self.needs_you.add_answers_of)
        self.top.watch_requested.connect(self._watch)
        self.status.needs_pressed.connect(self.needs_you.step)
        self.status.language_pressed.connect(self._open_languages)
        self.menus.shot.aboutToShow.connect(self.making.show_costs)

    def _join_commands(self) -> None:
        self.commands.join(
            {
                "quit": self.close_requested.emit,
                "step_back": self._step_back,
                "next_pane": self._next_pane,
                "press_button": self._press_button,
                **{f"take_{n}": partial(self.inspector.choose_take, n) for n in TAKES},
                **self.player.window_acts(),
            }
        )

    def _watch(self) -> None:
        self.player.playback.pause()
        self.player.to_start()
        self.player.toggle_film()

    def _open_languages(self) -> None:
        button = self.status.language
        self.menus.language.popup(button.mapToGlobal(button.rect().topLeft()))

    def _show_queue_count(self, running: int, waiting: int) -> None:
        parts = []
        if running:
            parts.append(self.tr("%n RUNNING", "", running))
        if waiting:
            parts.append(self.tr("%n IN LINE", "", waiting))
        self._headers.queue.set_count(" · ".join(parts))
        self.status.show_queue(running, waiting)

    def _show_notice(self, notice: Notice) -> None:
        if not (self._queue_acts.takes(notice) or self._outside.takes(notice)):
            self.notice_bar.show_notice(notice.level, sentence(notice.code, notice.params))

    def _film_changed(self, _change: DocumentChange | None) -> None:
        title = self.desk.film.film.title or self.session.file.stem
        self.setWindowTitle(plain_title(f"{title} – Topa Studio"))

    # Keys that no pane took.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means in the whole window."""
        if not self.commands.takes(event):
            super().keyPressEvent(event)

    def _press_button(self) -> None:
        """Space, which presses buttons elsewhere, plays the film here."""
        if isinstance(button := self.focusWidget(), QAbstractButton):
            button.click()

    def _step_back(self) -> None:
        """Out of a field and back to the cards; from there, out of what is chosen."""
        if _holds(self.inspector, self.focusWidget() or self):
            self.timeline.setFocus()
        else:
            self.selection.clear()

    def _next_pane(self) -> None:
        focused = self.focusWidget() or self
        panes = self._panes
        here = next((p for p, pane in enumerate(panes) if _holds(pane, focused)), -1)
        for step in range(1, len(panes) + 1):
            if _take_focus(panes[(here + step) % len(panes)]):
                return

    # The end.

    def flush(self) -> None:
        """Tell what is in any field and not told yet, also what is only half composed there."""
        QGuiApplication.inputMethod().commit()
        self.inspector.flush()
        for field in self.findChildren(CreditsField):
            field.flush()
        for editor in self.findChildren(TitleEditor):
            editor.finish()

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
        self.player.close_player()
        self.thumbnails.close()
        self.hide()
        self.deleteLater()


def _holds(pane: QWidget, widget: QWidget) -> bool:
    return pane is widget or pane.isAncestorOf(widget)


def _take_focus(pane: QWidget) -> bool:
    """Give the focus to the pane, else to the first in it that takes it; whether one did."""
    for widget in (pane.focusProxy() or pane, *pane.findChildren(QWidget)):
        if widget.isVisible() and widget.isEnabled() and _tabs_to(widget):
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            return True
    return False


def _tabs_to(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
