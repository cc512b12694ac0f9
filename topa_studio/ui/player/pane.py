"""The player's pane: joins screen, buttons and playback to the open film and the selection."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.film.ladder import Source, shown_of
from topa_studio.film.timing import Cut
from topa_studio.model.status import Stage
from topa_studio.ui.binding import Merged, bind
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.desk import Desk
from topa_studio.ui.parts import text_label
from topa_studio.ui.player.decks import make_deck
from topa_studio.ui.player.playback import Playback
from topa_studio.ui.player.screen import Screen
from topa_studio.ui.player.seek_bar import SeekBar
from topa_studio.ui.player.spans import Span, time_code
from topa_studio.ui.player.surface import Surface
from topa_studio.ui.player.transport import Transport
from topa_studio.ui.theme import theme_signals, tokens
from topa_studio.ui.thumbnails import Thumbnails

if TYPE_CHECKING:
    from topa_studio.app.session import ProjectSession


class PlayerPane(QWidget):
    """Screen, seek bar and buttons; call `close_player` before the application ends."""

    def __init__(
        self,
        desk: Desk,
        thumbnails: Thumbnails,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session = desk.session
        self._selection = desk.selection
        self._by_key: dict[str, Cut] = {}
        self._followed: str | None = None
        self.playback = Playback(session.path, make_deck, self)
        self.surface = Surface(self)
        self.seek_bar = SeekBar(self)
        self.transport = Transport(self)
        self.notice = text_label("", "warn", wrap=True)
        self.notice.hide()
        self._screen = Screen(session, thumbnails, self.playback, self.surface, self.notice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Player"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self._colour()
        self._connect()
        # The first clip is opened only once the window stands.
        self._begin = QTimer(self)
        self._begin.setSingleShot(True)
        self._begin.timeout.connect(self.refresh)
        self._begin.start(0)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.surface, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(9, 0, 9, 0)
        bar.addWidget(self.seek_bar)
        self.notice.setContentsMargins(16, 0, 16, 4)
        self._column.addWidget(self.notice)
        self._column.addLayout(bar)
        self._column.addWidget(self.transport)

    def _colour(self) -> None:
        self.setObjectName("player")
        self.setStyleSheet(f"#player {{ background: {tokens().stage.name()}; }}")

    def _connect(self) -> None:
        playback, transport = self.playback, self.transport
        playback.moved.connect(self._moved)
        playback.playing_changed.connect(transport.play_button.set_playing)
        transport.play.connect(self.toggle)
        transport.first.connect(self.to_start)
        transport.last.connect(self.to_end)
        transport.back.connect(lambda: playback.step(-1))
        transport.on.connect(lambda: playback.step(1))
        transport.reach_chosen.connect(playback.stretch.take_reach)
        transport.loop_chosen.connect(playback.stretch.take_loop)
        transport.volume_chosen.connect(playback.set_volume)
        transport.full_screen.connect(self.toggle_full_screen)
        self.seek_bar.sought.connect(lambda frame: playback.seek(frame / playback.fps))
        self.surface.clicked.connect(self.toggle)
        self.surface.double_clicked.connect(self.toggle_full_screen)
        self.surface.installEventFilter(self)
        self._selection.changed.connect(self._follow)
        self._selection.playhead_moved.connect(self._playhead_moved)
        theme_signals().changed.connect(self._colour)
        film = Merged(self, lambda _names: self.refresh())
        bind(self, self._session.changed, film.poke)
        shots = Merged(self, self._shots_changed)
        bind(self, self._session.shots_changed, shots.add)

    # What others ask.

    def toggle(self) -> None:
        """Play or pause what the switch says: the shot, its scene, the whole film."""
        if self.playback.playing:
            self.playback.pause()
        else:
            self.playback.play()

    def toggle_film(self) -> None:
        """Play the whole film from the playhead, or pause."""
        if self.playback.playing:
            self.playback.pause()
        else:
            self.playback.play(Span(0.0, self.playback.seconds))

    def play_shot(self, key: str) -> None:
        """Play the clip of a shot from its start; a shot without a clip is only shown."""
        self._ready()
        cut = self._by_key.get(key)
        if cut is None:
            return
        self._followed = key
        self.playback.pause()
        self.playback.seek(cut.start)
        if cut.source is Source.CLIP:
            self.playback.play(Span(cut.start, cut.end))

    def to_start(self) -> None:
        """Go to the film's first frame."""
        self.playback.seek(0.0)

    def to_end(self) -> None:
        """Go to the film's last frame."""
        self.playback.pause()
        self.playback.seek(max(0.0, self.playback.seconds - 1 / self.playback.fps))

    def toggle_full_screen(self) -> None:
        """Let the picture fill the screen, or put it back."""
        if self.surface.isFullScreen():
            self.surface.setWindowFlags(Qt.WindowType.Widget)
            self._column.insertWidget(0, self.surface, 1)
            self.surface.show()
            self.setFocus()
        else:
            self.surface.setWindowFlags(Qt.WindowType.Window)
            self.surface.showFullScreen()
            self.surface.setFocus()

    def refresh(self) -> None:
        """Read the cut list anew, and stay where the film is."""
        self._begin.stop()
        first = not self._by_key
        cuts = self._session.cuts()
        self._by_key = {cut.key: cut for cut in cuts}
        self.playback.fps = float(self._desk.film.film.fps) or 24.0
        self._screen.take_ratio()
        self.seek_bar.set_film(cuts, self.playback.fps)
        if first and cuts:
            self.playback.position = self._starting_place()
        self.playback.set_cuts(cuts)
        self._show_place()
        self._screen.refresh(cuts)
        self._follow()

    def close_player(self) -> None:
        """Stop and let go of all files."""
        self._begin.stop()
        self.playback.close()

    def _ready(self) -> None:
        if self._begin.isActive():
            self.refresh()

    def _starting_place(self) -> float:
        key = self._selection.shot
        self._followed = key
        if self._selection.playhead or key not in self._by_key:
            return self._selection.playhead
        return self._by_key[key].start

    # What the film tells.

    def _shots_changed(self, keys: frozenset[str]) -> None:
        cuts = (self._by_key.get(key) for key in keys)
        if any(cut is not None and self._is_other(cut) for cut in cuts):
            self.refresh()
        elif self.playback.cut is not None and self.playback.cut.key in keys:
            self._screen.show_chips(self.playback.cut)

    def _is_other(self, cut: Cut) -> bool:
        """Whether the cut would be made of another file now, or of a new version of it."""
        status, scenario = self._session.shot(cut.key), self._session.film
        if not scenario.has_shot(cut.key):
            return False
        now = shown_of(scenario.shot(cut.key), status)
        here = self.playback.cut is not None and self.playback.cut.key == cut.key
        anew = here and status.stage is Stage.MADE and now.source is Source.CLIP
        return cut.shown != now or anew

    def _follow(self) -> None:
        self._ready()
        key = self._selection.shot or _first_shot(self._session, self._selection.scene)
        cut = self._by_key.get(key) if key is not None else None
        # A shot that was just made is chosen a moment before the film with it is read.
        if key == self._followed or (key is not None and cut is None):
            return
        self._followed = key
        if cut is not None:
            self.playback.pause()
            self.playback.seek(cut.start)

    def _playhead_moved(self, seconds: float) -> None:
        if abs(seconds - self.playback.position) > 1e-6:
            self._ready()
            self.playback.seek(seconds)

    # What the playback tells.

    def _moved(self, seconds: float) -> None:
        self._show_place()
        self._selection.move_playhead(seconds)

    def _show_place(self) -> None:
        playback = self.playback
        here = time_code(playback.position, playback.fps)
        self.transport.show_time(here, time_code(playback.seconds, playback.fps))
        self.seek_bar.setValue(round(playback.position * playback.fps))

    # Buttons and keys.

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The picture hands its keys on while it fills the screen."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._key(event)
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key asks; what is none of ours goes on to the window."""
        if not self._key(event):
            event.ignore()

    def _key(self, event: QKeyEvent) -> bool:
        act = self._acts().get(named(Place.PLAYER, event) or named(Place.WINDOW, event))
        if act is not None:
            act()
        return act is not None

    def _acts(self) -> dict[str, Callable[[], object]]:
        """What keys mean here, and those of the window that mean this pane anywhere."""
        step, second = self.playback.step, round(self.playback.fps)
        leave = {"leave_full_screen": self.toggle_full_screen}
        return {
            "frame_back": lambda: step(-1),
            "frame_on": lambda: step(1),
            "second_back": lambda: step(-second),
            "second_on": lambda: step(second),
            "to_start": self.to_start,
            "to_end": self.to_end,
            **(leave if self.surface.isFullScreen() else {}),
            **self.window_acts(),
        }

    def window_acts(self) -> dict[str, Callable[[], object]]:
        """What the commands of the window do that are about playing."""
        return {
            "play": self.toggle_film,
            "play_back": lambda: self.playback.shuttle(-1),
            "play_or_stop": self.toggle,
            "play_on": lambda: self.playback.shuttle(1),
            "full_screen": self.toggle_full_screen,
            "sound": self.transport.toggle_sound,
        }


def _first_shot(session: ProjectSession, scene_id: str | None) -> str | None:
    scenes = session.film.scenes
    found = next((scene for scene in scenes if scene.id == scene_id), None)
    return found.shots[0].key if found is not None and found.shots else None
