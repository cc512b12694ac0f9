"""The frames of a film as pictures, made ahead by a thread of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal

from topa_studio.app.user_folder import user_cache
from topa_studio.film.composition import Composition
from topa_studio.film.engine.burning import Burnt
from topa_studio.film.engine.proxies import Proxies
from topa_studio.film.engine.renderer import Renderer
from topa_studio.film.engine.stream import FrameStream
from topa_studio.film.timing import HARD, Cut
from topa_studio.media.stamp import stamp_of
from topa_studio.model.rate import moment_of
from topa_studio.model.scenario import Scenario
from topa_studio.ui.playing.images import image_of
from topa_studio.ui.words import sentence

NOTHING = Composition(Scenario(), ())
_SIZE = (640, 360)
Flow = tuple[int, tuple[int, int] | None]
"""How it goes on from a frame: the step, and what is played again and again."""


class Frames(QObject):
    """Asks a stream for what is due, and tells what is there.

    Signals:
        shown: the picture that is due, a QImage.
        came: one that was waited for is there.
        failed: the key of a shot whose file cannot be shown, and the MediaError.
    Attributes:
        taken: the frame that was shown last, if it was the very one.
        proxies: smaller copies of clips that are too heavy to be played.
        arrived: how many of those were shown so far.
    """

    shown = Signal(object)
    came = Signal()
    failed = Signal(str, object)
    _ready = Signal()
    _broken = Signal(str, object)

    def __init__(self, files: Callable[[str], Path], parent: QObject) -> None:
        super().__init__(parent)
        self.taken: int | None = None
        self.arrived = 0
        self._files = files
        self._faces: dict[str, Path] = {}
        self._flow: Flow = 1, None
        self._film, self._apart = NOTHING, False
        self.proxies = Proxies(user_cache() / "proxies", _not_told)
        self._renderer = Renderer(
            NOTHING,
            lambda path: self.proxies.path(files(path)),
            _SIZE,
            heavy=self.proxies.want,
            face=lambda name: self._faces.get(name),
            said=lambda error: sentence(error.code, error.params),
            told=self._broken.emit,
        )
        self._stream = FrameStream(self._renderer, self._ready.emit)
        self._ready.connect(self.came, Qt.ConnectionType.QueuedConnection)
        self._broken.connect(self.failed, Qt.ConnectionType.QueuedConnection)

    def put(self, film: Composition, faces: dict[str, Path]) -> None:
        """Another film from the next frame on; `faces` are first pictures of elements."""
        self._film, self._faces = film, faces
        self._stream.put(film)

    def look(self, frame: int, cut: Cut | None) -> object:
        """What the picture of a frame is made of: equal ones are the same picture."""
        stamp = stamp_of(self._files(cut.path)) if cut is not None and cut.path else None
        return self._renderer.look(self._film, frame), stamp, self._faces

    def burn(self, burnt: Burnt) -> None:
        """Paint these words over the picture from now on, as an export does."""
        self._renderer.burn(burnt)
        self.taken = None

    def resize(self, size: QSize) -> None:
        """Pictures are this large from now on, in pixels of the screen."""
        self.taken = None
        self._stream.resize((size.width(), size.height()))

    def go(self, frame: int, flow: Flow, *, rough: bool) -> bool:
        """Make frames from this one on; whether it is on screen, and what follows is under way."""
        if self._apart:
            self._apart, self.taken = False, None
            self._stream.put(self._film)
        if self.taken == frame and self._flow == flow:
            return True
        self._flow, self.taken = flow, None
        self._stream.go(frame, flow[0], loop=flow[1], rough=rough)
        return False

    def go_apart(self, cut: Cut, inside: int) -> None:
        """Make one frame of a cut's file, perhaps beyond what the film shows: it is frame 0."""
        shown = replace(cut.shown, offset=max(0.0, cut.offset + moment_of(inside, cut.rate)))
        alone = replace(cut, first=0, frames=1, shown=shown, join=HARD)
        self._stream.put(Composition(self._film.scenario, (alone,)))
        self._apart, self.taken = True, None
        self._stream.go(0)

    def take(self, frame: int) -> bool:
        """Show what is ready for a frame; whether it is that very frame."""
        ready = self._stream.take(0 if self._apart else frame)
        if ready is None:
            return False
        self.shown.emit(image_of(ready.frame))
        self.arrived += ready.exact
        self.taken = ready.number if ready.exact else None
        return ready.exact

    def close(self) -> None:
        """End the threads, and let go of all files."""
        self._stream.close()
        self.proxies.close()


def _not_told(_clip: Path) -> None:
    """The next frame that is made is of the copy."""
