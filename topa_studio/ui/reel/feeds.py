"""Several compositions in step under one clock: a thread for each, and one of them is heard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from topa_studio.film.composition import Composition
from topa_studio.film.engine.mixer import Mixer
from topa_studio.film.engine.proxies import Proxies
from topa_studio.ui.reel.clock import ReelClock
from topa_studio.ui.reel.feed import Feed, Files


class Feeds(QObject):
    """Follows the clock. Nothing is open until `show`, and nothing after `close`.

    Signals:
        shown: which composition, and its picture that is due now.
        failed: which composition, and what is wrong with its file, in words.
    """

    shown = Signal(int, object)
    failed = Signal(int, str)

    def __init__(
        self,
        clock: ReelClock,
        files: Files,
        face: Callable[[str], Path | None],
        proxies: Proxies,
        parent: QObject,
    ) -> None:
        """What is seen may be of smaller copies in `proxies`; what is heard never is."""
        super().__init__(parent)
        self._clock, self._files, self._face = clock, files, face
        self._proxies = proxies
        self._feeds: dict[int, Feed] = {}
        self._mixer: Mixer | None = None
        self._heard: Composition | None = None
        clock.moved.connect(self._move)
        clock.jumped.connect(self._jump)

    def show(self, films: Sequence[Composition | None], size: tuple[int, int]) -> None:
        """Show these, in pixels; None: nothing in its place."""
        for place in [place for place in self._feeds if place >= len(films) or not films[place]]:
            self._drop(place)
        for place, film in enumerate(films):
            if film is None:
                continue
            if place in self._feeds:
                self._feeds[place].put(film)
                continue
            feed = self._feeds[place] = Feed(
                film, self._files, size, self._face, self._proxies, self
            )
            feed.shown.connect(lambda picture, place=place: self.shown.emit(place, picture))
            feed.failed.connect(lambda why, place=place: self.failed.emit(place, why))
            feed.go(self._clock.frame, self._clock.direction, self._clock.span)

    def resize(self, size: tuple[int, int]) -> None:
        """Pictures have this size from now on."""
        for feed in self._feeds.values():
            feed.resize(size)

    def hear(self, film: Composition | None) -> None:
        """This is heard while it plays; None: nothing."""
        if film == self._heard:
            return
        before, self._heard = self._mixer, film
        self._mixer = None if film is None else Mixer(film, self._files)
        self._clock.hear(None if self._mixer is None else self._mixer.block)
        if before is not None:
            before.close()

    def close(self) -> None:
        """Let go of all files; threads have ended when it returns."""
        for place in list(self._feeds):
            self._drop(place)
        self.hear(None)

    def _drop(self, place: int) -> None:
        feed = self._feeds.pop(place)
        feed.close()
        feed.deleteLater()

    def _move(self, frame: int) -> None:
        for feed in self._feeds.values():
            feed.show(frame)

    def _jump(self, frame: int) -> None:
        for feed in self._feeds.values():
            feed.go(frame, self._clock.direction, self._clock.span)
