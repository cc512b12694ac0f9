"""One video player that holds one clip; the only module that imports QtMultimedia.

Import it late: where a system library is missing, the import itself fails.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtMultimedia import (
    QAudioOutput,
    QMediaDevices,
    QMediaPlayer,
    QVideoFrame,
    QVideoSink,
)

from topa_studio.media.stamp import Stamp, stamp_of
from topa_studio.ui.player.ffmpeg_log import be_quiet

# A position in the middle of a frame names that frame, whatever the rounding to milliseconds.
_HALF_FRAME = 1 / 60
_TINY = 0.001
_PATIENCE_MS = 500
_SILENT_PLATFORMS = frozenset({"offscreen", "minimal"})


class Deck(QObject):
    """A clip, paused at a place or playing.

    Signals:
        arrived: the frame of the place that was asked for last is in `frame`.
        played: while playing, a frame came: its start and end in seconds of the file.
        ended: the clip has no more frames.
        failed: the clip cannot be played.
    """

    arrived = Signal()
    played = Signal(float, float)
    ended = Signal()
    failed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = QMediaPlayer(self)
        be_quiet()
        self._sink = QVideoSink(self)
        self._player.setVideoSink(self._sink)
        self._sound: QAudioOutput | None = None
        self._volume = 1.0
        self._wanted: float | None = None
        self._playing = False
        self._stray: QVideoFrame | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._take_stray)
        self.stamp: Stamp | None = None
        self.frame: QVideoFrame | None = None
        self._sink.videoFrameChanged.connect(self._frame_came)
        self._player.mediaStatusChanged.connect(self._status_changed)
        self._player.errorOccurred.connect(self._error)

    @property
    def waits(self) -> bool:
        """Whether the frame that was asked for has not come yet."""
        return self._wanted is not None

    def show(self, path: Path, seconds: float) -> None:
        """Pause at `seconds` of a clip; `arrived` tells when its frame is there: maybe at once."""
        stamp = stamp_of(path)
        wanted = max(0.0, seconds) + _HALF_FRAME
        if self.is_at(stamp, seconds):
            self.pause()
            self.arrived.emit()
            return
        if stamp == self.stamp and self._wanted == wanted:
            return
        if stamp[1:] == (0, 0):
            self.close()
            self.failed.emit(self.tr("The file is not there."))
            return
        self._playing = False
        self._stray = None
        self._wanted = wanted
        self._patience.start()
        if stamp != self.stamp:
            self.stamp = stamp
            self.frame = None
            self._player.stop()
            self._player.setSource(QUrl())
            self._player.setSource(QUrl.fromLocalFile(str(path)))
            return
        self._player.pause()
        self._go()

    def is_at(self, stamp: Stamp, seconds: float) -> bool:
        """Whether the frame of this place of this version of a file is shown."""
        if stamp != self.stamp or self.frame is None or self.waits:
            return False
        return self._covers(self.frame, seconds + _HALF_FRAME)

    @staticmethod
    def _covers(frame: QVideoFrame, seconds: float) -> bool:
        return frame.startTime() / 1e6 - _TINY <= seconds < frame.endTime() / 1e6 + _TINY

    def play(self, rate: float) -> None:
        """Play on from where the clip is."""
        self._attach_sound()
        self._playing = True
        self._player.setPlaybackRate(rate)
        self._player.play()

    def pause(self) -> None:
        """Stay on the frame that is shown."""
        self._playing = False
        if self._player.playbackState() is QMediaPlayer.PlaybackState.PlayingState:
            self._player.pause()

    def set_volume(self, volume: float) -> None:
        """0 to 1."""
        self._volume = volume
        if self._sound is not None:
            self._sound.setVolume(volume)

    def close(self) -> None:
        """Let go of the file; a later `show` opens it again."""
        self._patience.stop()
        self._wanted, self.stamp, self.frame, self._stray = None, None, None, None
        self._playing = False
        self._player.stop()
        self._player.setSource(QUrl())

    def _go(self) -> None:
        if self._wanted is None:
            return
        length = self._player.duration() / 1000
        place = min(self._wanted, max(0.0, length - _HALF_FRAME)) if length > 0 else self._wanted
        self._wanted = place
        self._player.setPosition(int(place * 1000))

    def _attach_sound(self) -> None:
        if self._sound is not None or QGuiApplication.platformName() in _SILENT_PLATFORMS:
            return
        if QMediaDevices.defaultAudioOutput().isNull():
            return
        self._sound = QAudioOutput(self)
        self._sound.setVolume(self._volume)
        self._player.setAudioOutput(self._sound)

    def _status_changed(self, status: QMediaPlayer.MediaStatus) -> None:
        match status:
            case QMediaPlayer.MediaStatus.LoadedMedia if self.frame is None:
                self._go()
                self._player.pause()
            case QMediaPlayer.MediaStatus.EndOfMedia if self._playing:
                self._playing = False
                self.ended.emit()
            case QMediaPlayer.MediaStatus.EndOfMedia if self.waits:
                self._patience.start()
            case QMediaPlayer.MediaStatus.InvalidMedia:
                self._error()

    def _error(self, *_facts: object) -> None:
        if self.stamp is None:
            return
        self._patience.stop()
        self._wanted, self.stamp = None, None
        self.failed.emit(self._player.errorString() or self.tr("None of its frames can be read."))

    def _frame_came(self, frame: QVideoFrame) -> None:
        if not frame.isValid():
            return
        if self._wanted is not None:
            if self._covers(frame, self._wanted):
                self._accept(frame)
            else:
                self._stray = frame
        elif self._playing:
            self.frame = frame
            self.played.emit(frame.startTime() / 1e6, frame.endTime() / 1e6)

    def _take_stray(self) -> None:
        """The asked place has no frame of its own, as behind the last one: show the nearest."""
        if self._wanted is None:
            return
        if self._stray is not None:
            self._accept(self._stray)
        elif self.frame is not None:
            self._accept(self.frame)
        elif self._player.mediaStatus() is QMediaPlayer.MediaStatus.EndOfMedia:
            self._error()

    def _accept(self, frame: QVideoFrame) -> None:
        self._patience.stop()
        self._wanted, self._stray = None, None
        self.frame = frame
        self.arrived.emit()
