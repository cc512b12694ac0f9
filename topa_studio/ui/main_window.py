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

from topa_studio.app.session import Notice, ProjectSession
from topa_studio.document.document import DocumentChange
from topa_studio.ui.acts import Acts
from topa_studio.ui.binding import bind
from topa_studio.ui.commands.commands import Commands
from topa_studio.ui.commands.of_window import TAKES
from topa_studio.ui.commands.table import COMMANDS
from topa_studio.ui.credits_field import CreditsField
from topa_studio.ui.dock_places import Docked, add_docks, show_in_menu
from topa_studio.ui.editing import Editing
from topa_studio.ui.element_colours import ElementColours
from topa_studio.ui.elements.pane import ElementsPane
from topa_studio.ui.film_edits import FilmEdits, Joined
from topa_studio.ui.fitting import Fitting
from topa_studio.ui.focus_home import FocusHome
from topa_studio.ui.folding import Folding
from topa_studio.ui.help_pages import show_about, show_guide, show_licences
from topa_studio.ui.inspector.pane import InspectorPane
from topa_studio.ui.last_time import LastTime
from topa_studio.ui.making import Making
from topa_studio.ui.menus import Menus
from topa_studio.ui.notices import NoticeBar
from topa_studio.ui.over_player import OverPlayer
from topa_studio.ui.plain import plain_act, plain_tip, plain_title, without_key
from topa_studio.ui.player.pane import PlayerPane
from topa_studio.ui.preferences import Preferences
from topa_studio.ui.queue.pane import QueuePane
from topa_studio.ui.rail import Rail
from topa_studio.ui.refreshing import Refreshing
from topa_studio.ui.renaming import Renaming
from topa_studio.ui.restoring import Restoring, Standing
from topa_studio.ui.selection import Selection
from topa_studio.ui.shortcuts import ShortcutsPage
from topa_studio.ui.status_line import StatusLine
from topa_studio.ui.steps import step_word
from topa_studio.ui.tasks import TaskScope
from topa_studio.ui.theme import set_role
from topa_studio.ui.thumbnails import Thumbnails
from topa_studio.ui.timeline.keys import Act
from topa_studio.ui.timeline.pane import TimelinePane
from topa_studio.ui.title_editor import TitleEditor
from topa_studio.ui.toast import Toast
from topa_studio.ui.top_bar import TopBar
from topa_studio.ui.waiting import Waiting
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
        self.editing = Editing(session, scope)
        self.thumbnails = Thumbnails(session, self)
        self.commands = Commands(self)
        self.menus = Menus(self, self.commands, preferences)
        self.notice_bar = NoticeBar()
        self.toast = Toast()
        colours = ElementColours()
        self.elements = ElementsPane(session, self.selection, self.thumbnails, colours)
        self.queue = QueuePane(session)
        self.inspector = InspectorPane(
            session, self.selection, self.editing, self.thumbnails, colours
        )
        self.player = PlayerPane(session, self.selection, self.thumbnails)
        self.timeline = TimelinePane(session, self.selection, scope, self.thumbnails, self.commands)
        self.acts = Acts(self, session, self.editing, scope, self.inspector.flush)
        joined = Joined(
            parent=self,
            session=session,
            selection=self.selection,
            editing=self.editing,
            acts=self.acts,
            commands=self.commands,
            notice_bar=self.notice_bar,
            toast=self.toast,
            timeline=self.timeline,
            elements=self.elements,
            inspector=self.inspector,
        )
        self.edits = FilmEdits(joined, scope)
        self.top = TopBar(session, self.commands.actions["undo"], self.commands.actions["redo"])
        self.status = StatusLine(session, language)
        self.waiting = Waiting(joined, self.queue, self.status, self.edits, scope)
        self.making = Making(joined, self.top, self.waiting.edit_words)
        self.refreshing = Refreshing(joined)
        self.last_time = LastTime(joined, self.queue, scope)
        self.renaming = Renaming(joined, self.top)
        self.acts.pressing.asks = preferences.ask_single
        self.rail = Rail(session, self.selection, self.thumbnails, colours)
        self._arrange()
        self._folding = Folding(self, self.rail, self.player, self.timeline)
        self._fitting = Fitting(self)
        self._restoring = Restoring(self, self._standing())
        FocusHome(self, self.timeline.view)
        self._join_panes()
        self._join_actions()
        bind(self, session.notices, self._show_notice)
        bind(self, session.document.changed, self._film_changed)
        self._film_changed(None)
        self._restoring.begin(state or WindowState.of(preferences))

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
            self.timeline, self.player, columns, self.commands, self.waiting, self._folding,
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
        self.rail.new_wanted.connect(self.elements.new_requested)
        self.queue.refresh()
        self.inspector.headed.connect(self._headers.inspector.set_title)
        self.inspector.left.connect(self.timeline.setFocus)
        self.inspector.refresh()
        self.inspector.play_requested.connect(self.player.play_shot)
        self.inspector.file_wanted.connect(self.picture_wanted)
        self.timeline.play_requested.connect(self.player.play_shot)
        self.top.watch_requested.connect(self._watch)
        self.top.pause_toggled.connect(self._toggle_pause)
        self.top.film_chosen.connect(self.selection.clear)
        self.top.costs_chosen.connect(partial(self.commands.do, "costs"))
        self.top.real_chosen.connect(partial(self.commands.do, "real"))
        self.status.language_pressed.connect(self._open_languages)

    def _join_actions(self) -> None:
        self.commands.join(
            {
                "undo": self.acts.undo,
                "redo": self.acts.redo,
                "pause": self._toggle_pause,
                "move_left": lambda: self._push(Act.MOVE_BACK),
                "move_right": lambda: self._push(Act.MOVE_FORWARD),
                "shortcuts": self._show_keys,
                "guide": lambda: show_guide(self),
                "licences": lambda: show_licences(self),
                "about": lambda: show_about(self),
                "quit": self.close_requested.emit,
                "step_back": self._step_back,
                "next_pane": self._next_pane,
                "press_button": self._press_button,
                **{f"take_{n}": partial(self.inspector.choose_take, n) for n in TAKES},
                **self.player.window_acts(),
            }
        )
        self.menus.shot.aboutToShow.connect(self._show_costs)
        self.selection.changed.connect(self.edits.show_actions)
        self.edits.show_actions()

    def _show_costs(self) -> None:
        offer = self.timeline.offer()
        words = f"&{offer}" if offer else COMMANDS["generate"].words
        self.commands.actions["generate"].setText(words)

    def _toggle_pause(self) -> None:
        self.acts.toggle_pause()
        paused = self.session.paused
        words = self.tr("&Go on sending") if paused else COMMANDS["pause"].words
        self.commands.actions["pause"].setText(words)
        self.top.refresh()
        self.queue.refresh()

    def _push(self, act: Act) -> None:
        self.timeline.view.shots_pushed.emit(act)

    def _watch(self) -> None:
        self.player.playback.pause()
        self.player.to_start()
        self.player.toggle_film()

    def _show_keys(self) -> None:
        page = ShortcutsPage(self)
        page.notes_wanted.connect(partial(self.commands.do, "first_notes"))
        page.show()

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
        if not (self.waiting.takes(notice) or self.edits.outside.takes(notice)):
            self.notice_bar.show_notice(notice.level, sentence(notice.code, notice.params))

    def _film_changed(self, _change: DocumentChange | None) -> None:
        document = self.session.document
        title = document.scenario.film.title or document.path.stem
        self.setWindowTitle(plain_title(f"{title} – Topa Studio"))
        self.edits.show_actions()
        for name, label in (("undo", document.undo_label), ("redo", document.redo_label)):
            action, command = self.commands.actions[name], COMMANDS[name]
            action.setEnabled(label is not None and not self.session.read_only)
            step = "" if label is None else f": {plain_act(step_word(label))}"
            action.setText(command.words + step)
            action.setToolTip(plain_tip(command.with_key(without_key(action.text()))))

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
        await self.editing.settled()

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
