"""The window of one open film: it arranges the panes and joins them by signals, nothing else."""

from __future__ import annotations

from collections.abc import Callable

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
from topa_studio.ui.credits_field import CreditsField
from topa_studio.ui.dock_places import Docked, add_docks, show_in_menu
from topa_studio.ui.editing import Editing
from topa_studio.ui.element_looks import ElementLooks
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
from topa_studio.ui.words import sentence

_ENTER_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MainWindow(QMainWindow):
    """All panes of one film.

    Signals:
        close_requested: the user wants to end; the window stays until it is told to go.
        picture_wanted: the key of a shot that should start from a picture of the user.
    """

    close_requested = Signal()
    picture_wanted = Signal(str)

    def __init__(
        self, session: ProjectSession, scope: TaskScope, preferences: Preferences, language: str
    ) -> None:
        super().__init__()
        self.session = session
        self.selection = Selection(self)
        self.editing = Editing(session, scope)
        self.thumbnails = Thumbnails(session, self)
        self.menus = Menus(self, preferences)
        self.notice_bar = NoticeBar()
        self.toast = Toast()
        looks = ElementLooks(session, self.thumbnails)
        self.elements = ElementsPane(session, self.selection, looks)
        self.queue = QueuePane(session)
        self.inspector = InspectorPane(
            session, self.selection, self.editing, self.thumbnails, looks
        )
        self.player = PlayerPane(session, self.selection, self.thumbnails)
        self.timeline = TimelinePane(session, self.selection, scope, self.thumbnails)
        self.acts = Acts(self, session, self.editing, scope, self.inspector.flush)
        joined = Joined(
            parent=self,
            session=session,
            selection=self.selection,
            editing=self.editing,
            acts=self.acts,
            menus=self.menus,
            notice_bar=self.notice_bar,
            toast=self.toast,
            timeline=self.timeline,
            elements=self.elements,
            inspector=self.inspector,
        )
        self.edits = FilmEdits(joined, scope)
        self.top = TopBar(session, self.menus.actions["undo"], self.menus.actions["redo"])
        self.status = StatusLine(session, language)
        self.waiting = Waiting(joined, self.queue, self.status, self.edits, scope)
        self.making = Making(joined, self.top, self.waiting.edit_words)
        self.refreshing = Refreshing(joined)
        self.last_time = LastTime(joined, self.queue, scope)
        self.renaming = Renaming(joined, self.top)
        self.acts.pressing.asks = preferences.ask_single
        self.rail = Rail(session, self.selection, looks)
        self._arrange()
        self._folding = Folding(self, self.rail, self.player, self.timeline)
        self._fitting = Fitting(self)
        FocusHome(self, self.timeline.view)
        self._join_panes()
        self._join_actions()
        bind(self, session.notices, self._show_notice)
        bind(self, session.document.changed, self._film_changed)
        self._film_changed(None)
        self._restore(preferences)

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

    def _restore(self, preferences: Preferences) -> None:
        self.player.transport.volume.setValue(round(preferences.volume * 100))
        self._folding.restore(preferences.docks)
        self._fitting.take_place(preferences.geometry)
        self._folding.fit(self.size())

    def stand_at(self, place: QRect) -> None:
        """Stand where another window stood."""
        self._fitting.rest()
        self._folding.fit(place.size())
        self.setGeometry(place)

    def place(self) -> dict[str, str | float]:
        """The window's place, its docks and the volume, as fields of the preferences."""
        return {
            "volume": self.player.transport.volume.value() / 100,
            "geometry": bytes(self.saveGeometry().toBase64().data()).decode(),
            "docks": self._folding.place(),
        }

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
        self.top.costs_chosen.connect(self.menus.actions["costs"].trigger)
        self.top.real_chosen.connect(self.menus.actions["real"].trigger)
        self.status.language_pressed.connect(self._open_languages)

    def _join_actions(self) -> None:
        actions = self.menus.actions
        actions["undo"].triggered.connect(self.acts.undo)
        actions["redo"].triggered.connect(self.acts.redo)
        actions["pause"].triggered.connect(self._toggle_pause)
        actions["move_left"].triggered.connect(lambda: self._push(Act.MOVE_BACK))
        actions["move_right"].triggered.connect(lambda: self._push(Act.MOVE_FORWARD))
        actions["play"].triggered.connect(self.player.toggle_film)
        actions["shortcuts"].triggered.connect(self._show_keys)
        actions["guide"].triggered.connect(lambda: show_guide(self))
        actions["licences"].triggered.connect(lambda: show_licences(self))
        actions["about"].triggered.connect(lambda: show_about(self))
        actions["quit"].triggered.connect(self.close_requested)
        self.menus.shot.aboutToShow.connect(self._show_costs)
        self.selection.changed.connect(self._show_actions)
        self._show_actions()

    def _show_actions(self) -> None:
        chosen = bool(self.selection.shots)
        editable = not self.session.read_only
        for name in ("move_left", "move_right"):
            self.menus.actions[name].setEnabled(chosen and editable)
        some = chosen or self.selection.scene is not None
        self.menus.actions["generate"].setEnabled(some and editable)
        for name in ("generate_missing", "pause"):
            self.menus.actions[name].setEnabled(editable)
        self.edits.show_actions()

    def _show_costs(self) -> None:
        offer = self.timeline.offer()
        self.menus.actions["generate"].setText(f"&{offer}" if offer else self.tr("&Generate"))

    def _toggle_pause(self) -> None:
        self.acts.toggle_pause()
        paused = self.session.paused
        words = self.tr("&Go on sending") if paused else self.tr("&Pause sending")
        self.menus.actions["pause"].setText(words)
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
        page.notes_wanted.connect(self.menus.actions["first_notes"].trigger)
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
        for name, label, plain in (
            ("undo", document.undo_label, self.tr("&Undo")),
            ("redo", document.redo_label, self.tr("&Redo")),
        ):
            action = self.menus.actions[name]
            action.setEnabled(label is not None and not self.session.read_only)
            words = plain if label is None else f"{plain}: {plain_act(step_word(label))}"
            action.setText(words)
            keys = action.shortcut().toString()
            action.setToolTip(plain_tip(f"{without_key(words)} ({keys})"))

    # Keys that no pane took.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button, G generates, digits choose takes, F6 goes to the next pane."""
        key = event.key()
        act = self._keys().get(key)
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
        elif key in _ENTER_KEYS and isinstance(button := self.focusWidget(), QAbstractButton):
            button.click()  # Space, which presses buttons elsewhere, plays the film here
        elif act is not None:
            act()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self.inspector.choose_take(key - Qt.Key.Key_0)
        else:
            super().keyPressEvent(event)

    def _keys(self) -> dict[int, Callable[[], None]]:
        player = self.player
        return {
            Qt.Key.Key_J: lambda: player.shuttle(-1),
            Qt.Key.Key_K: player.toggle,
            Qt.Key.Key_L: lambda: player.shuttle(1),
            Qt.Key.Key_F: player.toggle_full_screen,
            Qt.Key.Key_M: player.transport.toggle_sound,
            Qt.Key.Key_G: self.making.chosen,
            Qt.Key.Key_Escape: self._step_back,
            Qt.Key.Key_F6: self._next_pane,
        }

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
