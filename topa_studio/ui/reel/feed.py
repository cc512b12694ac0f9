"""Frames of one composition as pictures for a pane, made ahead by a thread of their own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal

from topa_studio.base.errors import MediaError
from topa_studio.film.composition import Composition
from topa_studio.film.engine.proxies import Proxies
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.engine.stream import FrameStream
from topa_studio.ui.playing.images import image_of
from topa_studio.ui.words import sentence

Files = Callable[[str], Path]
_BYTES = 24_000_000


class Feed(QObject):
    """Shows the frames it is asked for; one that is not ready yet comes as soon as it is.

    Signals:
        shown: a picture that is due now.
        failed: what is wrong with a file, in words.
    """

    shown = Signal(object)
    failed = Signal(str)
    _came = Signal()
    _told = Signal(str)

    def __init__(
        self,
        composition: Composition,
        files: Files,
        size: tuple[int, int],
        face: Callable[[str], Path | None],
        proxies: Proxies,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._wanted = 0
        self._composition = composition
        self._size = size
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._told.connect(self.failed, Qt.ConnectionType.QueuedConnection)
        renderer = Renderer(
            composition,
            lambda path: proxies.path(files(path)),
            size,
            heavy=proxies.want,
            face=face,
            said=said,
            told=self._broken,
        )
        self._stream = FrameStream(renderer, self._came.emit, most_bytes=_BYTES)

    def go(self, frame: int, step: int = 1, span: tuple[int, int] | None = None) -> None:
        """Make frames from this one on; `span` is played again and again."""
        self._wanted = frame
        self._stream.go(frame, step, loop=span)

    def show(self, frame: int) -> None:
        """Frame `frame` is due now."""
        self._wanted = frame
        self._take()

    def put(self, composition: Composition) -> None:
        """Another film from the next frame on."""
        if composition != self._composition:
            self._composition = composition
            self._stream.put(composition)
            self._stream.go(self._wanted)

    def resize(self, size: tuple[int, int]) -> None:
        """Pictures have this size from now on."""
        if size != self._size:
            self._size = size
            self._stream.resize(size)
            self._stream.go(self._wanted)

    def close(self) -> None:
        """End the thread, and let go of the file."""
        self._stream.close()

    def _take(self) -> None:
        ready = self._stream.take(self._wanted)
        if ready is not None:
            self.shown.emit(image_of(ready.frame))

    def _broken(self, _key: str, error: MediaError) -> None:
        self._told.emit(said(error))


def said(error: MediaError) -> str:
    """What is wrong with a file."""
    return sentence(error.code, error.params)
