"""The window of one open film: its frame, and all that stands in it once that is painted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent

from topa_studio.app.session import Notice, ProjectSession
from topa_studio.ui.drops.own_drops import files_in, nowhere
from topa_studio.ui.frame.frame import Frame
from topa_studio.ui.running.binding import bind
from topa_studio.ui.running.preferences import Preferences
from topa_studio.ui.running.tasks import TaskScope
from topa_studio.ui.window_state import WindowState
from topa_studio.ui.words import sentence

if TYPE_CHECKING:
    from topa_studio.ui.acts.making import Making
    from topa_studio.ui.acts.shot_acts import ShotActs
    from topa_studio.ui.elements.acts import ElementActs
    from topa_studio.ui.elements.pane import ElementsPane
    from topa_studio.ui.furnishing import Furnishing
    from topa_studio.ui.inspector.pane import InspectorPane
    from topa_studio.ui.judging import Judging
    from topa_studio.ui.middle import Middle
    from topa_studio.ui.needs_you.desk import NeedsYou
    from topa_studio.ui.out.acts import Out
    from topa_studio.ui.pages import Pages
    from topa_studio.ui.palette.opening import Palette
    from topa_studio.ui.player.pane import PlayerPane
    from topa_studio.ui.pressing.press import Pressing
    from topa_studio.ui.queue.pane import QueuePane


class MainWindow(Frame):
    """The frame is there at once; `furnish` puts the rest in."""

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
    middle: Middle
    judging: Judging
    out: Out
    command_palette: Palette

    def __init__(
        self,
        session: ProjectSession,
        scope: TaskScope,
        preferences: Preferences,
        language: str,
        state: WindowState | None = None,
    ) -> None:
        super().__init__(session, scope, preferences, language, state)
        self._furniture: Furnishing | None = None
        bind(self, session.notices, self._show_notice)

    def furnish(self) -> Furnishing:
        """All panes and acts, which are loaded and made only now."""
        if self._furniture is None:
            from topa_studio.ui.furnishing import Furnishing

            self._furniture = made = Furnishing(self)
            self.elements, self.queue, self.inspector = made.elements, made.queue, made.inspector
            self.player, self.pressing, self.pages = made.player, made.pressing, made.pages
            self.needs_you, self.making, self.shots = made.needs_you, made.making, made.shots
            self.element_acts, self.out = made.element_acts, made.out
            self.command_palette = made.palette
            self.middle, self.judging = made.middle, made.judging
        return self._furniture

    @property
    def is_furnished(self) -> bool:
        """Whether all panes are there."""
        return self._furniture is not None

    def state(self) -> WindowState:
        """How the window stands."""
        self.furnish().middle.leave()
        return self.furnish().restoring.state()

    def take_from(self, old: MainWindow) -> None:
        """Tell, choose and ask what another window of the film did, which this one replaces."""
        self.notice_bar.take_kept(old.notice_bar)
        self.selection.take_from(old.selection)
        if old.session is self.session:
            self.furnish().asking.take_from(old.furnish().asking)

    def go_on(self, state: WindowState) -> None:
        """Show the same part of the film as another window of it did."""
        self.furnish().restoring.go_on(state)

    # Telling.

    def _show_notice(self, notice: Notice) -> None:
        if not self.furnish().takes(notice):
            self.notice_bar.show_notice(notice.level, sentence(notice.code, notice.params))

    # Files and keys that no pane took.

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Let any file come in: what nothing here takes is told, and not passed over."""
        _take_files(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say where such a file belongs."""
        if files := _take_files(event):
            self.desk.answer("warning", nowhere(files[0]))

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
        self.furnish().middle.leave()
        self.furnish().out.close_page()
        self.furnish().player.close_player()
        self.thumbnails.close()
        self.timeline.lanes.close()
        self.hide()
        self.deleteLater()


def _take_files(event: QDropEvent) -> list[Path]:
    files = files_in(event.mimeData())
    if files:
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
    return files
