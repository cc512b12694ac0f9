"""The film played over a cut, again and again, in the view and along the strips."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QImage

from topa_studio.film.composition import Composition
from topa_studio.film.engine.proxies import Proxies
from topa_studio.film.span import time_code
from topa_studio.model.rate import frame_of
from topa_studio.ui.playing.speaker import Speaker
from topa_studio.ui.reel.bar import ReelBar
from topa_studio.ui.reel.clock import ReelClock
from topa_studio.ui.reel.feed import Files
from topa_studio.ui.reel.feeds import Feeds
from topa_studio.ui.seam.strips import Strips
from topa_studio.ui.seam.view import SeamView
from topa_studio.ui.widgets.parts import Switch

translate = QCoreApplication.translate
_LOOPS = (("0.5", "±½"), ("1.0", "±1"), ("2.0", "±2"))


class Rolling(QObject):
    """Knows one cut of a film by its frame.

    Attributes:
        clock: what is due now. bar: its buttons. loop: how much is played on each side.
    """

    def __init__(
        self,
        speaker: Speaker,
        files: Files,
        face: Callable[[str], Path | None],
        view: SeamView,
        strips: Strips,
        proxies: Proxies,
    ) -> None:
        super().__init__(view)
        self._view, self._strips = view, strips
        self._film: Composition | None = None
        self._cut = 0
        self._loud = True
        self.clock = ReelClock(speaker, self)
        self._feeds = Feeds(self.clock, files, face, proxies, self)
        self.loop = Switch(
            translate("Seam", "How much is played on each side of the cut"),
            [(value, translate("Seam", "{words} s").format(words=w)) for value, w in _LOOPS],
        )
        self.loop.set_value(_LOOPS[0][0])
        self.bar = ReelBar(self.clock, "seam", self._words)
        self.bar.choices.insertWidget(0, self.loop)
        self.loop.chosen.connect(lambda _value: self._set_span())
        self.bar.sound_wanted.connect(self._hear)
        self.clock.moved.connect(self._moved)
        self.clock.playing_changed.connect(self._playing)
        self._feeds.shown.connect(lambda _place, picture: self._show(picture))

    @property
    def reach(self) -> float:
        """Seconds on each side."""
        return float(self.loop.value or _LOOPS[0][0])

    def show(self, film: Composition, cut: int) -> None:
        """Another cut, with which frame `cut` of the film begins."""
        self.clock.pause()
        self._film, self._cut, self.clock.frame = film, cut, cut
        self._set_span()
        self.take(film)

    def take(self, film: Composition) -> None:
        """The same cut in a film that is another now."""
        self._film = film
        self._feeds.show([film], self._view.size_of())
        self._feeds.hear(film if self._loud else None)

    def resize(self) -> None:
        """The view has another size."""
        self._feeds.resize(self._view.size_of())

    def end(self) -> None:
        """Let go of all files."""
        self.clock.pause()
        self._feeds.close()
        self._film = None

    def _set_span(self) -> None:
        film = self._film
        if film is None:
            return
        frames = frame_of(self.reach, film.rate)
        words = translate("Seam", "loop {seconds} s").format(seconds=f"{2 * self.reach:.1f}")
        self._strips.show_loop(self.reach, words)
        first, last = max(0, self._cut - frames), min(film.frames, self._cut + frames)
        self.clock.set_span(first, last, film.rate)
        self.bar.show_span()

    def _hear(self, on: bool) -> None:
        self._loud = on
        self.bar.show_sound(heard=on)
        if self._film is not None:
            self.take(self._film)

    def _moved(self, frame: int) -> None:
        away = (frame - self._cut) / float(self.clock.rate)
        self._strips.show_place(away if self.clock.playing else None)

    def _playing(self, playing: bool) -> None:
        if not playing:
            self._view.rest()
            self._strips.show_place(None)

    def _show(self, picture: QImage) -> None:
        if self.clock.playing:
            self._view.show_film(picture, second=self.clock.frame >= self._cut)

    def _words(self, frame: int) -> str:
        away = frame - self._cut
        sign = "−" if away < 0 else "+" if away else ""
        place = f"{sign}{time_code(abs(away), self.clock.rate)}"
        words = translate("Seam", "{place} of ±{reach}")
        return words.format(place=place, reach=f"{self.reach:.2f}")
