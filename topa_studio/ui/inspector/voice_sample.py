"""The voice sample of an element: played, drawn as a wave, uploaded, taken out."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from topa_studio.app.sounds import SUFFIXES
from topa_studio.base.errors import MediaError
from topa_studio.ui.desk import Desk
from topa_studio.ui.dialogs import choose_file
from topa_studio.ui.drops.media_drops import dropped
from topa_studio.ui.look.icons import icon
from topa_studio.ui.look.theme import scaled, set_role, tokens
from topa_studio.ui.playing.speaker import RATE, Speaker
from topa_studio.ui.small_pictures.waves import Wave, Waves
from topa_studio.ui.widgets.parts import icon_button, text_label
from topa_studio.ui.words import number, sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

LEAST, MOST = 5.0, 30.0
_BAR, _GAP, _TICK_MS = 2, 2, 50


class _WaveLine(QWidget):
    """The wave as bars; what was heard is brighter."""

    def __init__(self) -> None:
        super().__init__()
        self.wave: Wave | None = None
        self.heard = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """As high as a button."""
        return QSize(scaled(120), scaled(26))

    def minimumSizeHint(self) -> QSize:
        """Still a line."""
        return QSize(scaled(30), scaled(26))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One bar each few pixels."""
        if self.wave is None or self.wave.peaks is None or not len(self.wave.peaks):
            return
        now = tokens()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            peaks = self.wave.peaks
            count = max(1, self.width() // (_BAR + _GAP))
            for bar in range(count):
                part = peaks[bar * len(peaks) // count : max(1, (bar + 1) * len(peaks) // count)]
                loud = int(abs(part.astype(int)).max()) / 127 if len(part) else 0.0
                high = max(2.0, loud * (self.height() - 4))
                painter.setBrush(now.text if bar / count < self.heard else now.dim)
                top = (self.height() - high) / 2
                painter.drawRoundedRect(QRectF(bar * (_BAR + _GAP), top, _BAR, high), 1, 1)


class VoiceSample(QWidget):
    """Signals.

    chosen: the path of a sound file of the user's own. dropped_out: it shall be no sample any more.
    """

    chosen = Signal(str)
    dropped_out = Signal()

    def __init__(self, desk: Desk, speaker: Speaker, waves: Waves) -> None:
        super().__init__()
        self._desk, self._speaker, self._waves = desk, speaker, waves
        self._path, self._played = "", 0.0
        self.caption = text_label("", "dim")
        self.wrong = text_label("", "bad", wrap=True)
        self.play = icon_button("play", self.tr("Play the voice sample"), px=13)
        self.line = _WaveLine()
        self.add = icon_button("up", self.tr("Upload a voice sample"), role="quiet", px=14)
        self.remove = icon_button("trash", self.tr("Take the voice sample out"), role="quiet")
        self.empty = QPushButton(self.tr("Upload a voice…"))
        set_role(self.empty, "link")
        self._clock = QTimer(self)
        self._clock.setInterval(_TICK_MS)
        self._lay_out()
        self.setAcceptDrops(True)
        self._waves.ready.connect(lambda _path: self._say())
        self.play.clicked.connect(self._toggle)
        self.add.clicked.connect(self._ask)
        self.empty.clicked.connect(self._ask)
        self.remove.clicked.connect(self.dropped_out)
        self._clock.timeout.connect(self._tick)

    def _lay_out(self) -> None:
        self._box = QFrame()
        set_role(self._box, "well")
        row = QHBoxLayout(self._box)
        row.setContentsMargins(6, 4, 6, 4)
        row.setSpacing(8)
        for part in (self.play, self.line, self.add, self.remove):
            row.addWidget(part, 1 if part is self.line else 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(4)
        for line in (self.caption, self._box, self.wrong):
            whole.addWidget(line)
        whole.addWidget(self.empty, 0, Qt.AlignmentFlag.AlignLeft)

    def show_voice(self, path: str | None, *, editable: bool) -> None:
        """The sample at this path of the film's home; None: there is none."""
        if (path or "") != self._path:
            self.stop()
            self._path = path or ""
        for button in (self.add, self.remove, self.empty):
            button.setEnabled(editable)
        self._say()

    def _say(self) -> None:
        wave = self._waves.wave(self._path) if self._path else None
        self.line.wave = wave
        self.line.update()
        has, seconds = bool(self._path), 0.0 if wave is None else wave.seconds
        self._box.setVisible(has)
        self.empty.setVisible(not has)
        words = self.tr("Voice sample (5 to 30 s)")
        if seconds:
            words = self.tr("Voice sample · {seconds} s (5 to 30 s)")
            words = words.format(seconds=number(round(seconds)))
        self.caption.setText(words)
        wrong = self._wrong(wave)
        self.wrong.setText(wrong)
        self.wrong.setVisible(bool(wrong))
        self.play.setEnabled(bool(seconds))

    def _wrong(self, wave: Wave | None) -> str:
        if wave is None:
            return ""
        if wave.trouble is not None:
            return sentence(*wave.trouble)
        told = number(round(wave.seconds))
        if wave.seconds < LEAST:
            return self.tr("too short: {seconds} s").format(seconds=told)
        if wave.seconds > MOST:
            return self.tr("too long: {seconds} s").format(seconds=told)
        return ""

    # Files.

    def _ask(self) -> None:
        async def work() -> None:
            endings = " ".join(f"*{ending}" for ending in SUFFIXES)
            kinds = self.tr("Sound ({endings})").format(endings=endings)
            title, home = self.tr("A voice sample of 5 to 30 s"), self._desk.session.path("")
            chosen = await choose_file(self.window(), title, home, kinds=kinds)
            if chosen is not None:
                self.chosen.emit(str(chosen))

        self._desk.look(work)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A sound file can be put here."""
        if self.add.isEnabled() and dropped(event.mimeData())[0]:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """It becomes the sample."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.chosen.emit(str(dropped(event.mimeData())[0][0]))

    # Sound.

    def _toggle(self) -> None:
        if self._clock.isActive():
            self.stop()
            return
        wave = self.line.wave
        if wave is None or not wave.seconds:
            return
        sample = _Sample(self._desk.session.path(self._path))
        self._played = 0.0
        self._speaker.play(sample.block, 0.0)
        self.play.setIcon(icon("pause", px=scaled(13)))
        self._clock.start()

    def stop(self) -> None:
        """Be silent."""
        if self._clock.isActive():
            self._clock.stop()
            self._speaker.stop()
        self.line.heard = 0.0
        self.line.update()
        self.play.setIcon(icon("play", px=scaled(13)))

    def _tick(self) -> None:
        wave = self.line.wave
        if wave is None:
            self.stop()
            return
        # Without a sound card the time goes on all the same.
        self._played += _TICK_MS / 1000
        heard = self._speaker.seconds()
        at = self._played if heard is None else heard
        self.line.heard = at / max(0.01, wave.seconds)
        self.line.update()
        if at >= wave.seconds:
            self.stop()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another form is shown: the sound card is the film's again."""
        super().hideEvent(event)
        self.stop()


class _Sample:
    """A sound file as blocks, read when the first one is asked for: by the sound card's thread."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._samples: NDArray[np.float32] | None = None
        self._lock = threading.Lock()

    def block(self, start: int, count: int) -> NDArray[np.float32]:
        """So many samples from one on; silence behind the end."""
        import numpy as np

        with self._lock:
            if self._samples is None:
                self._samples = self._read()
        part = self._samples[start : start + count]
        silence = np.zeros((count - len(part), 2), np.float32)
        return np.concatenate((part, silence)) if len(silence) else part

    def _read(self) -> NDArray[np.float32]:
        import numpy as np

        from topa_studio.media.hearing import read_sound

        try:
            return read_sound(self._path, 0.0, MOST * 4)
        except MediaError:
            return np.zeros((RATE, 2), np.float32)
