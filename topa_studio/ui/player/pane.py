"""The player's pane: joins screen, buttons and playback to the open film and the selection."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from topa_studio.document.edits import SetField, ShotTarget
from topa_studio.film.span import Reach, Span, cut_beside, time_code
from topa_studio.ui.commands.command import Place
from topa_studio.ui.commands.table import named
from topa_studio.ui.desk import Desk
from topa_studio.ui.look.theme import scaled, theme_signals, tokens
from topa_studio.ui.player.facts import Facts
from topa_studio.ui.player.following import Following
from topa_studio.ui.player.screen import Screen
from topa_studio.ui.player.seek_bar import SeekBar
from topa_studio.ui.player.transport import Transport
from topa_studio.ui.player.trim_bar import TrimBar
from topa_studio.ui.player.trimming import Trimming
from topa_studio.ui.playing.playback import Playback
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.playing.surface import Surface
from topa_studio.ui.widgets.parts import text_label

_LOW = 400


class PlayerPane(QWidget):
    """Screen, seek bar and buttons; call `close_player` before the application ends."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._session = session = desk.session
        self._selection = desk.selection
        self.speaker = Speaker(self)
        self.playback = Playback(session.path, self.speaker, self)
        self._following = Following(desk, self.playback, self)
        self.surface = Surface(self)
        self.seek_bar = SeekBar(self)
        self.trim_bar = TrimBar(self)
        self.transport = Transport(self)
        self.notice = text_label("", "warn", wrap=True)
        self.notice.hide()
        self.facts = Facts(self)
        self._screen = Screen(session, self.playback, self.surface, self.facts)
        self._trimming = Trimming(desk, self.playback, self.trim_bar, self.facts)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Player"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._lay_out()
        self._colour()
        self._connect()

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.surface, 1)
        bar = QHBoxLayout()
        bar.setContentsMargins(9, 0, 9, 0)
        bar.addWidget(self.seek_bar)
        bar.addWidget(self.trim_bar)
        self.trim_bar.hide()
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
        playback.rate_changed.connect(transport.show_rate)
        transport.play.connect(self.toggle)
        transport.first.connect(self.to_start)
        transport.last.connect(self.to_end)
        transport.back.connect(lambda: playback.step(-1))
        transport.on.connect(lambda: playback.step(1))
        transport.reach_chosen.connect(self._take_reach)
        transport.loop_chosen.connect(playback.take_loop)
        transport.volume_chosen.connect(self.speaker.set_volume)
        transport.speed_chosen.connect(playback.set_speed)
        transport.full_screen.connect(self.toggle_full_screen)
        self.speaker.found.connect(self._tell_sound)
        self.seek_bar.sought.connect(playback.seek)
        self.surface.resized.connect(playback.resize)
        self.surface.clicked.connect(self.toggle)
        self.surface.double_clicked.connect(self.toggle_full_screen)
        self.surface.installEventFilter(self)
        self._following.film_read.connect(self._film_read)
        self._following.touched.connect(self._screen.show_chips)
        theme_signals().changed.connect(self._colour)

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
            self.playback.play(Span(0, self.playback.composition.frames))

    def play_shot(self, key: str) -> None:
        """Play a shot from its start, whatever there is of it."""
        cut = self._following.go_to(key)
        if cut is not None:
            self.playback.play(Span(cut.first, cut.last))

    def choose_take(self, number: int) -> None:
        """Have this take stand for the shot at the playhead; the film goes on with it."""
        cut = self.playback.cut
        if cut is None or not self._desk.editable:
            return
        if any(take.number == number for take in self._session.shot(cut.key).takes):
            label = self.tr("Choose take {number}").format(number=number)
            self._desk.apply(label, SetField(ShotTarget(cut.key), "take", number))

    def to_start(self) -> None:
        """Go to the film's first frame."""
        self.playback.seek(0)

    def to_end(self) -> None:
        """Go to the film's last frame."""
        self.playback.pause()
        self.playback.seek(self.playback.composition.frames - 1)

    def to_cut(self, step: int) -> None:
        """Go to the first frame of the cut on screen or before it (-1), or of the next (1)."""
        frame = cut_beside(self.playback.cuts, self.playback.frame, step)
        if frame is not None:
            self.playback.seek(frame)

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
        self._following.refresh()

    def _film_read(self) -> None:
        film = self.playback.composition
        self.seek_bar.set_film(film.cuts, film.rate)
        self._show_place()
        self._screen.refresh()

    def close_player(self) -> None:
        """Stop and let go of all files."""
        self._following.close()
        self.facts.close()
        self.playback.close()
        self.speaker.close()

    # What the playback tells.

    def _moved(self, seconds: float) -> None:
        self._show_place()
        self._selection.move_playhead(seconds)

    def _show_place(self) -> None:
        playback, film = self.playback, self.playback.composition
        here, whole = time_code(playback.frame, film.rate), time_code(film.frames, film.rate)
        self.transport.show_time(here, whole)
        self.seek_bar.setValue(playback.frame)
        self._trimming.show()

    def _take_reach(self, value: str) -> None:
        """Play so much; where it is one shot, its bar shows what of its clip is used."""
        self.playback.stretch.take_reach(value)
        is_shot = value == Reach.SHOT.value
        self.seek_bar.setVisible(not is_shot)
        self.trim_bar.setVisible(is_shot)
        self._trimming.show()

    def _tell_sound(self, found: bool) -> None:
        self.notice.setText(self.tr("No sound: this computer has no sound card that plays."))
        # On a low window the picture needs the line: there the sign of the sound says it.
        self.notice.setVisible(not found and self.height() >= scaled(_LOW))
        if not found:
            self.transport.mute.setToolTip(self.notice.text())

    def _mark(self, *, begin: bool) -> None:
        """The range begins or ends with the frame on screen."""
        playback = self.playback
        playback.stretch.mark(playback.frame, playback.composition.frames, begin=begin)
        self._show_marks()

    @property
    def marks(self) -> Span | None:
        """The range between I and O."""
        return self.playback.stretch.marks

    def take_marks(self, marks: Span | None) -> None:
        """Mark this range, or none."""
        if marks is None:
            self.playback.stretch.unmark()
        else:
            self.playback.stretch.marks = marks
        self._show_marks()

    def _show_marks(self) -> None:
        marks = self.marks
        self.seek_bar.mark(marks)
        self.transport.loop_button.show_marks(marked=marks is not None)

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
        step, second = self.playback.step, round(self.playback.composition.rate)
        leave = {"leave_full_screen": self.toggle_full_screen}
        return {
            "frame_back": lambda: step(-1),
            "frame_on": lambda: step(1),
            "second_back": lambda: step(-second),
            "second_on": lambda: step(second),
            "to_start": self.to_start,
            "to_end": self.to_end,
            "cut_before": lambda: self.to_cut(-1),
            "cut_after": lambda: self.to_cut(1),
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
            "mark_in": lambda: self._mark(begin=True),
            "mark_out": lambda: self._mark(begin=False),
            "unmark": lambda: self.take_marks(None),
            "trim_in": self._trimming.begin_here,
            "trim_out": self._trimming.end_here,
        }
